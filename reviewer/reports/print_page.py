"""A review as the HTML that Qt's own printing of rich text understands: tables, colours, no style
sheet. The window and the command line make a PDF of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import PurePath
from typing import TYPE_CHECKING

from reviewer.domain import SEVERITIES
from reviewer.reports.entries import Entry, Found, entries, open_spans, pieces
from reviewer.reports.page import check_title, signature
from reviewer.reports.score_words import score_words
from reviewer.reports.table import marked_pieces
from reviewer.text.languages import is_right_to_left
from reviewer.wording import in_words, language_title, term, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review

_COLOURS = {"critical": "#a3122a", "major": "#c05a00", "minor": "#8a7400", "info": "#56616c"}
_NEW, _GONE, _MARK, _QUIET = "#d7f3dd", "#fbdfe2", "#ffe3a3", "#56616c"
_LINE = ' style="border-top:1px solid #c8c8c8"'
_BAR = 60
"""The longest bar of a chart, in characters."""


def print_page(review: Review, translation_ids: Sequence[int], options: Options) -> bytes:
    """The page, one small table a row: a table of ten thousand rows would take Qt minutes."""
    parts = [
        f"<h2>{escape(PurePath(review.source.path).name)}</h2>",
        f'<p><font color="{_QUIET}">{escape(signature(options))}</font></p>',
    ]
    for info in review.translations:
        if info.id in translation_ids:
            rows = list(entries(review, info))
            name = escape(f"{language_title(info.language)} · {PurePath(info.path).name}")
            parts.append(f"<h3>{name}</h3><p>{escape(score_words(review, info.id))}</p>")
            parts += _numbers(rows)
            left, right = _alignment(review.source.language), _alignment(info.language)
            parts += [_row(entry, left, right) for entry in rows]
    return "\n".join(parts).encode("utf-8", "replace")


def _alignment(code: str) -> str:
    return ' align="right" dir="rtl"' if is_right_to_left(code) else ""


def _numbers(rows: Sequence[Entry]) -> Iterator[str]:
    found = [one for entry in rows for one in entry.found]
    edited = sum(entry.edited for entry in rows)
    said = [
        tr_plural("{n} sentence", "{n} sentences", len(rows)),
        tr_plural("{n} corrected", "{n} corrected", edited),
        tr_plural("{n} finding", "{n} findings", len(found)),
    ]
    yield f"<p>{escape(', '.join(said))}</p>"
    severities = Counter(one.finding.severity for one in found)
    yield from _chart([(term(each), severities[each], each) for each in SEVERITIES])
    checks = Counter(one.finding.check for one in found)
    yield from _chart([(check_title(each), n, "info") for each, n in checks.most_common()])


def _chart(bars: Sequence[tuple[str, int, str]]) -> Iterator[str]:
    longest = max((count for _, count, _ in bars), default=0)
    if not longest:
        return
    yield '<table cellspacing="1" cellpadding="2">'
    for label, count, severity in bars:
        if count:
            blank = "&nbsp;" * max(round(_BAR * count / longest), 1)
            bar = f'<span style="background-color:{_COLOURS[severity]}">{blank}</span>'
            yield f"<tr><td>{escape(label)}</td><td>{bar} {count}</td></tr>"
    yield "</table><p></p>"


def _row(entry: Entry, left: str, right: str) -> str:
    found = "".join(map(_found, entry.found))
    if entry.comment:
        found += f"<p><i>{escape(entry.comment)}</i></p>"
    source = _marked(entry.source, entry, source=True)
    return (
        '<table width="100%" cellspacing="0" cellpadding="4" border="0"><tr>'
        f'<td width="4%"{_LINE}><font color="{_QUIET}">{entry.number}</font></td>'
        f'<td width="34%"{_LINE}{left}>{source}</td>'
        f'<td width="34%"{_LINE}{right}>{_target(entry)}</td>'
        f'<td width="28%"{_LINE}>{found}</td></tr></table>'
    )


def _target(entry: Entry) -> str:
    if not entry.edited:
        return _marked(entry.target, entry, source=False)
    made = []
    for text, kind in pieces(entry.before, entry.target):
        written = escape(text, False)
        if kind == "new":
            written = f'<u style="background-color:{_NEW}">{written}</u>'
        elif kind == "gone":
            written = f'<s style="background-color:{_GONE}">{written}</s>'
        made.append(written)
    return "".join(made)


def _marked(text: str, entry: Entry, *, source: bool) -> str:
    return "".join(
        f'<span style="background-color:{_MARK}">{escape(piece, False)}</span>'
        if marked
        else escape(piece, False)
        for piece, marked in marked_pieces(text, open_spans(entry.found, source=source))
    ) or escape(tr("(nothing)"))


def _found(one: Found) -> str:
    finding = one.finding
    head = f"{term(finding.severity)} · {check_title(finding.check)}"
    state = "" if one.state == "open" else f" ({term(one.state)})"
    comment = f"<br><i>{escape(one.comment)}</i>" if one.comment else ""
    return (
        f'<p style="margin:0"><b><font color="{_COLOURS[finding.severity]}">{escape(head)}'
        "</font></b>"
        f"{escape(state)}<br>{escape(in_words(finding.message))}{comment}</p>"
    )
