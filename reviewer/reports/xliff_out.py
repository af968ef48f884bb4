"""A reviewed translation as XLIFF 2.1, with findings as localization quality issues of ITS 2.0.

XLIFF 2.1 (OASIS Standard, 13 February 2018), its ITS module, 5.9; ITS 2.0, 8.17.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import PurePath
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from reviewer.checks import check_info
from reviewer.domain import Severity, Span
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.xml_source import possible
from reviewer.reports.entries import Entry, Found, entries
from reviewer.wording import in_english

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review

_SCORES: dict[Severity, int] = {"critical": 100, "major": 66, "minor": 33, "info": 0}
"""Severities on the scale of ITS, 0 to 100."""


def xliff(review: Review, translation_ids: Sequence[int], options: Options) -> bytes:
    """One translation, a unit for each row: state, notes, issues on their words.

    A row that is reviewed has the state "reviewed", another "translated", one without a
    translation "initial". Dismissed and fixed findings are issues that are not enabled.
    """
    [number] = translation_ids
    info = next(one for one in review.translations if one.id == number)
    names = (f"m{n}" for n in count(1))
    units = "".join(_unit(entry, names, options.author) for entry in entries(review, info))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        'xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" version="2.1" '
        f"srcLang={_quoted(review.source.language or 'und')} "
        f"trgLang={_quoted(info.language or 'und')}>\n"
        f'<file id="f1" original={_quoted(PurePath(review.source.path).name)}>\n'
        f"{units}</file>\n</xliff>\n"
    ).encode()


def _quoted(text: str) -> str:
    return quoteattr(possible(text))


def _unit(entry: Entry, names: Iterator[str], author: str) -> str:
    issues = list(entry.found)
    name = f"u{entry.number}"
    side = entry.target if entry.target else entry.source
    spans, whole = _placed(issues, side, target=bool(entry.target))
    standoff, marked = [], escaped(possible(side))
    if spans:
        pieces, position = [], 0
        for span, found in spans:
            mark = next(names)
            standoff.append(_issues(mark, [found]))
            pieces.append(escaped(possible(side[position : span.start])))
            pieces.append(_mark(mark, escaped(possible(span.of(side)))))
            position = span.end
        marked = "".join(pieces) + escaped(possible(side[position:]))
    if whole:
        mark = next(names)
        standoff.append(_issues(mark, whole))
        marked = _mark(mark, marked)
    source = escaped(possible(entry.source)) if entry.target else marked
    target = f'<target xml:space="preserve">{marked}</target>' if entry.target else ""
    if not entry.source:
        # XLIFF wants a source, if only an empty one.
        source = ""
    state = "reviewed" if entry.reviewed else "translated" if entry.target else "initial"
    return (
        f"<unit id={_quoted(name)} name={_quoted(entry.key)}>{''.join(standoff)}"
        f'{_notes(entry, author)}<segment id="s1" state="{state}">'
        f'<source xml:space="preserve">{source}</source>{target}</segment></unit>\n'
    )


def _placed(
    found: Sequence[Found], text: str, *, target: bool
) -> tuple[list[tuple[Span, Found]], list[Found]]:
    """Findings with words of their own in `text`, in order, and those of the whole of it."""
    spans: list[tuple[Span, Found]] = []
    whole: list[Found] = []
    for one in found:
        own = one.finding.target_spans if target else one.finding.source_spans
        span = own[0] if own and one.state != "fixed" else Span(0, 0)
        beside = all(span.end <= other.start or other.end <= span.start for other, _ in spans)
        if span.start < span.end <= len(text) and beside and span != Span(0, len(text)):
            spans.append((span, one))
        else:
            whole.append(one)
    return sorted(spans, key=lambda each: each[0]), whole


def _mark(name: str, inside: str) -> str:
    reference = f'its:locQualityIssuesRef="#its=lqi-{name}"'
    return f'<mrk id="{name}" type="its:generic" {reference}>{inside}</mrk>'


def _issues(name: str, found: Sequence[Found]) -> str:
    inside = "".join(map(_issue, found))
    return f'<its:locQualityIssues xml:id="lqi-{name}">{inside}</its:locQualityIssues>'


def _issue(one: Found) -> str:
    finding = one.finding
    try:
        kind = check_info(finding.check).its
    except KeyError:
        kind = "other"
    said = in_english(finding.message)
    if one.comment:
        said = f"{said} ({one.comment})"
    enabled = "yes" if one.state in ("open", "accepted") else "no"
    return (
        f'<its:locQualityIssue locQualityIssueType="{kind}" '
        f"locQualityIssueComment={_quoted(said)} "
        f'locQualityIssueSeverity="{_SCORES[finding.severity]}" '
        f'locQualityIssueEnabled="{enabled}"/>'
    )


def _notes(entry: Entry, author: str) -> str:
    notes = []
    if entry.comment:
        notes.append(("comment", f"{author}: {entry.comment}" if author else entry.comment))
    if entry.edited and entry.before:
        notes.append(("before", entry.before))
    made = "".join(
        f'<note category="{category}" appliesTo="target">{escaped(possible(text))}</note>'
        for category, text in notes
    )
    return f"<notes>{made}</notes>" if made else ""
