"""A review as the HTML that Qt's own printing of rich text understands: tables, colours, no style
sheet. The window and the command line make a PDF of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import PurePath
from typing import TYPE_CHECKING

from reviewer.domain import SEVERITIES
from reviewer.reports.comment_lines import comment_lines
from reviewer.reports.entries import Entry, Found, entries, open_spans, pieces
from reviewer.reports.page import check_title, signature
from reviewer.reports.score_words import score_words
from reviewer.reports.table import marked_pieces
from reviewer.text.languages import is_right_to_left as text_is_right_to_left
from reviewer.text.scripts import runs_from_the_right
from reviewer.wording import (
    in_words,
    is_right_to_left,
    language_title,
    term,
    tr,
    tr_plural,
)

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review

_COLOURS = {"critical": "#a3122a", "major": "#c05a00", "minor": "#8a7400", "info": "#56616c"}
_NEW, _GONE, _MARK, _QUIET = "#d7f3dd", "#fbdfe2", "#ffe3a3", "#56616c"
_LINE = ' style="border-top:1px solid #c8c8c8"'
_TABLE = '<table width="100%" cellspacing="0" cellpadding="4" border="0">'
_WIDTHS = (4, 34, 34, 28)
"""Of the columns, in hundredths of the page."""

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
            sides = review.source.language, info.language
            parts.append(_heads(*sides))
            parts += [_row(entry, *sides) for entry in rows]
    return "\n".join(parts).encode("utf-8", "replace")


def _alignment(code: str, text: str) -> str:
    """How a text stands in the column of a language: one that runs the other way begins at the
    same side."""
    turned = text_is_right_to_left(code)
    direction = "rtl" if runs_from_the_right(text, turned) else "ltr"
    return f' align="{"right" if turned else "left"}" dir="{direction}"'


def _own_way() -> str:
    """How the report's own words stand in a cell. Qt has them run as the cell before otherwise."""
    return ' align="right" dir="rtl"' if is_right_to_left() else ' align="left" dir="ltr"'


def _heads(source_language: str, language: str) -> str:
    heads = (tr("No."), language_title(source_language), language_title(language), tr("Findings"))
    cells = (
        f'<td width="{width}%"><font color="{_QUIET}"><b>{escape(head)}</b></font></td>'
        for width, head in zip(_WIDTHS, heads, strict=True)
    )
    return f"{_TABLE}<tr>{''.join(cells)}</tr></table>"


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


def _row(entry: Entry, source_language: str, language: str) -> str:
    found = "".join(map(_found, entry.found))
    if entry.comment:
        found += f"<p><i>{comment_lines(entry.comment)}</i></p>"
    cells = (
        (_own_way(), f'<font color="{_QUIET}">{entry.number}</font>'),
        (_alignment(source_language, entry.source), _marked(entry.source, entry, source=True)),
        (_alignment(language, entry.target), _target(entry)),
        (_own_way(), found),
    )
    written = (
        f'<td width="{width}%"{_LINE}{how}>{said}</td>'
        for width, (how, said) in zip(_WIDTHS, cells, strict=True)
    )
    return f"{_TABLE}<tr>{''.join(written)}</tr></table>"


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
    comment = f"<br><i>{comment_lines(one.comment)}</i>" if one.comment else ""
    return (
        f'<p style="margin:0"><b><font color="{_COLOURS[finding.severity]}">{escape(head)}'
        "</font></b>"
        f"{escape(state)}<br>{escape(in_words(finding.message))}{comment}</p>"
    )
