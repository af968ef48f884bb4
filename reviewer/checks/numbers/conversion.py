"""One amount that several values tell, in one text in other units than in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.items import Item


def in_another_unit(
    matching: Matching,
    here: Sequence[Item],
    there: Sequence[Item],
    source: TextFigures,
    target: TextFigures,
) -> list[Finding]:
    """Take out the leftovers `here` and `there`, which tell the same; the finding says so."""
    a, b = _as_one(here), _as_one(there)
    matching.source[:] = [i for i in matching.source if not any(i is used for used in here)]
    matching.target[:] = [i for i in matching.target if not any(i is used for used in there)]
    words = message(
        "{source} → {target}: converted to another unit",
        source=source.text[a.start : a.end],
        target=target.text[b.start : b.end],
    )
    return [finding("rounded", "minor", "conversion", words, a, b, 0.8)]


def _as_one(told: Sequence[Item]) -> Item:
    """The first of several quantities, reaching from the first to the last of them."""
    start, end = min(i.start for i in told), max(i.end for i in told)
    return replace(told[0], start=start, end=end)
