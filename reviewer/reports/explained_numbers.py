"""What was read of the figures of a row, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.analysis import SegmentedDocument
from reviewer.checks.numbers.explain import Link, Told, explain
from reviewer.domain import Bead, joined
from reviewer.wording.units import unit_name
from reviewer.written_values import in_figures

_RULES = {
    "same": "the same value",
    "value": "the same value",
    "clock": "the same time of day",
    "date": "the same date",
    "code": "the same digits",
    "equivalent": "the same share or factor",
    "clock number": "a time of day and its hour",
    "written day": "a day and month in figures",
    "reading": "the same under one of its readings",
    "converted": "converted to another unit",
    "share": "a percentage told as a share",
    "partial date": "the same as far as both are told",
    "rounded": "rounded",
    "different": "different",
    "alone": "without counterpart",
    "asks for none": "may be no quantity, and asks for no counterpart",
}
"""The rules of the number check in words."""


def explained_row(source: SegmentedDocument, side: SegmentedDocument, bead: Bead) -> Iterator[str]:
    """A line for each quantity of the row with its readings, its counterpart and the rule."""
    links = explain(
        joined([source.segments[i].text for i in bead.source]),
        joined([side.segments[i].text for i in bead.target]),
        source_language=source.language,
        target_language=side.language,
    )
    if not links:
        return
    ids = [source.segments[i].id for i in bead.source], [side.segments[i].id for i in bead.target]
    yield f"{'+'.join(ids[0]) or '-'} | {'+'.join(ids[1]) or '-'}"
    yield from (f"    {_line(link)}" for link in links)
    yield ""


def _line(link: Link) -> str:
    both = (_words(told) if told else "-" for told in (link.source, link.target))
    return f"{' = '.join(both) if link.rule == 'same' else ' ~ '.join(both)}: {_RULES[link.rule]}"


def _words(told: Told) -> str:
    values = " or ".join(in_figures(value) for value in told.values)
    unit = "%" if told.kind == "percent" else str(unit_name(told.unit, "en"))
    read = f"{told.kind} {values} {unit}".rstrip()
    return f"{told.written} [{read}]"
