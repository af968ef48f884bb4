"""A number that sums up the list before it (红、蓝两种颜色: red and blue)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.quantities.items import Item

_STOPS = "，。；：！？,;:!?「」“”（）()\n"
_LIST = re.compile(rf"(?:[^{_STOPS}、]{{1,12}}、)+[^{_STOPS}、]{{1,12}}\Z")
_TWO = 2
_FAR = 100


def drop_recaps(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out numbers in words that count what stands right before them, item for item."""
    for items, side in ((matching.source, source), (matching.target, target)):
        recap = side.lexicon.facts.get("recap")
        if items and recap is not None:
            items[:] = [item for item in items if not _sums_up(item, side, recap)]


def _sums_up(item: Item, side: TextFigures, recap: Mapping[str, Sequence[str]]) -> bool:
    """By the language's facts: words that name two (夫妇), and what ends a clause of which the
    number is no recap (他有、…有两个)."""
    if not item.spelled or item.kind != "cardinal":
        return False
    before = side.text[max(0, item.start - _FAR) : item.start]
    if item.value == _TWO and before.endswith(tuple(recap["pairs"])):
        return True
    listed = _LIST.search(before)
    if listed is None or before.endswith(tuple(recap["not_behind"])):
        return False
    return item.value == listed[0].count("、") + 1
