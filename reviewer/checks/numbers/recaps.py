"""A number that sums up the list before it (红、蓝两种颜色: red and blue)."""

from __future__ import annotations

import re

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.languages import base
from reviewer.text.quantities.items import Item

_LANGUAGES = frozenset({"zh", "yue", "ja"})
_STOPS = "，。；：！？,;:!?「」“”（）()\n"
_LIST = re.compile(rf"(?:[^{_STOPS}、]{{1,12}}、)+[^{_STOPS}、]{{1,12}}\Z")
_PAIR = re.compile(
    r"(?:母女|母子|父女|父子|夫妻|夫妇|夫婦|兄弟|姐妹|姊妹|兄妹|姐弟|男女|师徒|主仆|祖孙)\Z"
)
"""Words of two characters that name two people."""

_TWO = 2
_FAR = 100
_NOT_OF_THE_LIST = re.compile("[的了有是在をにがはで]\\Z")
"""What ends a clause of which the number is no recap (他有、…有两个)."""


def drop_recaps(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out numbers in words that count what stands right before them, item for item."""
    for items, side in ((matching.source, source), (matching.target, target)):
        if items and base(side.language) in _LANGUAGES:
            items[:] = [item for item in items if not _sums_up(item, side)]


def _sums_up(item: Item, side: TextFigures) -> bool:
    if not item.spelled or item.kind != "cardinal":
        return False
    before = side.text[max(0, item.start - _FAR) : item.start]
    if item.value == _TWO and _PAIR.search(before):
        return True
    listed = _LIST.search(before)
    if listed is None or _NOT_OF_THE_LIST.search(before):
        return False
    return item.value == listed[0].count("、") + 1
