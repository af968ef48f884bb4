"""A review as one page of HTML that needs nothing else, and asks nothing of any network."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from reviewer import __version__
from reviewer.checks import check_info
from reviewer.domain import SEVERITIES, Span
from reviewer.reports.charts import by_check, by_severity
from reviewer.reports.comment_lines import comment_lines
from reviewer.reports.entries import Entry, Found, State, entries, open_spans, pieces
from reviewer.reports.score_words import score_words
from reviewer.reports.table import marked_pieces
from reviewer.text.languages import is_right_to_left as text_is_right_to_left
from reviewer.text.scripts import runs_from_the_right
from reviewer.wording import (
    in_words,
    is_right_to_left,
    language,
    language_title,
    listed,
    term,
    tr,
    tr_plural,
)
from reviewer.wording.moments import day

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review, TranslationInfo

_DATA = Path(__file__).with_name("data")
_STATES: tuple[State, ...] = ("open", "accepted", "dismissed", "fixed")


def page(review: Review, translation_ids: Sequence[int], options: Options) -> bytes:
    """The page: numbers and charts, then every row side by side, for each translation.

    The rows can be filtered where scripts run; without them, and on paper, all are there. What
    comes from a text is only text: the page may load nothing and run nothing but its own script.
    """
    chosen = [info for info in review.translations if info.id in translation_ids]
    rows = {info.id: list(entries(review, info)) for info in chosen}
    script = (_DATA / "report.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    direction = "rtl" if is_right_to_left() else "ltr"
    title = PurePath(review.source.path).name
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language()}" dir="{direction}"><head>',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src '
        f"'unsafe-inline'; script-src 'sha256-{digest}'\">",
        f"<title>{escape(title)}</title>",
        f"<style>{(_DATA / 'report.css').read_text('utf-8')}</style></head><body>",
        f'<header><h1 dir="auto">{escape(title)}</h1>',
        f'<p class="quiet">{escape(signature(options))}</p></header>',
        *_controls([entry for of_one in rows.values() for entry in of_one]),
    ]
    for info in chosen:
        parts += _translation(review, info, rows[info.id])
    parts.append(f"<script>{script}</script></body></html>\n")
    return "\n".join(parts).encode("utf-8", "replace")


def signature(options: Options) -> str:
    """Who made the report, and when."""
    return tr(
        "Reviewed by {author}, {day}. Made with Reviewer {version}.",
        author=options.author,
        day=day(options.at),
        version=__version__,
    )


def check_title(check: str) -> str:
    """The title of a check in the user's language, or its id in words."""
    try:
        return tr(check_info(check).title)
    except KeyError:
        return check.replace("_", " ").replace("-", " ").capitalize()


def _controls(rows: Sequence[Entry]) -> Iterator[str]:
    """The filter; hidden until its script shows it."""
    found = [one for entry in rows for one in entry.found]
    severities = [each for each in SEVERITIES if any(f.finding.severity == each for f in found)]
    checks = sorted({one.finding.check for one in found}, key=check_title)
    yield '<form class="filter" hidden>'
    yield _select("severity", tr("Severity"), [(each, term(each)) for each in severities])
    yield _select("check", tr("Kind"), [(each, check_title(each)) for each in checks])
    states = [*((each, term(each)) for each in _STATES), ("edited", tr("corrected rows"))]
    yield _select("state", tr("State"), states)
    words = escape(tr("Find words"))
    yield f'<label><input type="search" name="words" placeholder="{words}"></label>'
    yield '<output data-count class="quiet"></output></form>'


def _select(name: str, label: str, choices: Sequence[tuple[str, str]]) -> str:
    options = "".join(
        f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in choices
    )
    every = escape(tr("all"))
    return (
        f'<label>{escape(label)} <select name="{name}"><option value="">{every}</option>'
        f"{options}</select></label>"
    )


def _translation(review: Review, info: TranslationInfo, rows: Sequence[Entry]) -> Iterator[str]:
    source_language = review.source.language
    found = [one for entry in rows for one in entry.found]
    states = Counter(one.state for one in found)
    edited = sum(entry.edited for entry in rows)
    name = PurePath(info.path).name
    yield f'<section><h2 dir="auto">{escape(language_title(info.language))} · {escape(name)}</h2>'
    said = [
        tr_plural("{n} sentence", "{n} sentences", len(rows)),
        tr_plural("{n} corrected", "{n} corrected", edited),
        tr_plural("{n} finding", "{n} findings", len(found)),
        *(f"{states[state]} {term(state)}" for state in _STATES if states[state]),
    ]
    yield f'<p class="quiet">{escape(listed(said))}</p>'
    yield f"<p>{escape(score_words(review, info.id))}</p>"
    if found:
        yield '<div class="charts">'
        yield from by_severity(found)
        yield from by_check(found, check_title)
        yield "</div>"
    heads = (
        tr("No."),
        language_title(source_language),
        language_title(info.language),
        tr("Findings"),
    )
    yield f'<div class="head">{"".join(f"<div>{escape(head)}</div>" for head in heads)}</div>'
    sides = source_language, info.language
    yield from (_row(info.id, entry, *sides) for entry in rows)
    yield "</section>"


def _cell(code: str, text: str, written: str) -> str:
    """A cell of a column in a language. A text that runs the other way begins at the same side."""
    turned = text_is_right_to_left(code)
    from_the_right = runs_from_the_right(text, turned)
    direction = "rtl" if from_the_right else "ltr"
    other = ' class="turned"' if from_the_right is not turned else ""
    return f'<div lang="{escape(code)}" dir="{direction}"{other}>{written}</div>'


def _row(translation: int, entry: Entry, source_language: str, language: str) -> str:
    name = f"{translation}-{entry.number}"
    found = " ".join(
        f"{one.finding.severity}/{one.finding.check}/{one.state}" for one in entry.found
    )
    data = f' data-found="{escape(found)}"' if found else ""
    if entry.edited:
        data += ' data-edited="1"'
    notes = "".join(map(_found, entry.found))
    if entry.comment:
        notes += f'<p><q dir="auto">{comment_lines(entry.comment)}</q></p>'
    source = _marked(entry.source, open_spans(entry.found, source=True))
    left = _cell(source_language, entry.source, source)
    right = _cell(language, entry.target, _target(entry))
    return (
        f'<div class="row" id="{name}"{data}><a href="#{name}">{entry.number}</a>'
        f"{left}{right}"
        f'<div class="found">{notes}</div></div>'
    )


def _target(entry: Entry) -> str:
    if not entry.edited:
        spans = open_spans(entry.found, source=False)
        return _marked(entry.target, spans)
    tags = {"same": ("", ""), "new": ("<ins>", "</ins>"), "gone": ("<del>", "</del>")}
    made = []
    for text, kind in pieces(entry.before, entry.target):
        opening, closing = tags[kind]
        made.append(f"{opening}{escape(text, False)}{closing}")
    return "".join(made)


def _marked(text: str, spans: tuple[Span, ...]) -> str:
    if not text:
        return f'<span class="empty">{escape(tr("(nothing)"))}</span>'
    if not spans:
        return escape(text, False)
    return "".join(
        f"<mark>{escape(piece, False)}</mark>" if marked else escape(piece, False)
        for piece, marked in marked_pieces(text, spans)
    )


def _found(one: Found) -> str:
    finding = one.finding
    done = "" if one.state == "open" else " done"
    head = f"{term(finding.severity)} · {check_title(finding.check)}"
    state = "" if one.state == "open" else f" ({term(one.state)})"
    comment = f'<q dir="auto">{comment_lines(one.comment)}</q>' if one.comment else ""
    return (
        f'<p class="{finding.severity}{done}"><b>{escape(head)}</b>{escape(state)}<br>'
        f"{escape(in_words(finding.message))}{comment}</p>"
    )
