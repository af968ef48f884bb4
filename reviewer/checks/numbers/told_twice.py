"""What one text tells twice: a year in two calendars (平成12年(2000年)), a number in turn with
itself (de 12 em 12 horas, every twelve hours)."""

from __future__ import annotations

import re

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures, too_many
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.items import Item

_BETWEEN = re.compile(r"\s?[(（/,、]\s?")
_FIGURES = re.compile(r"\d+")


def drop_second_calendar(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out a year beside the same one of another era, of which the other text tells one.

    What the other text says of the year's own number (the fifth year of Meiji) goes with it.
    """
    if too_many(source, target):
        return
    for items, other, side in (
        (matching.source, matching.target, source),
        (matching.target, matching.source, target),
    ):
        if not items or not any("era" in item.tags for item in side.items):
            continue
        for item in list(items):
            twin = next((one for one in side.items if _are_one_year(item, one, side)), None)
            if twin is None or any(twin.start == one.start for one in items):
                continue
            items[:] = [one for one in items if one is not item]
            own = _number(item if _of_era(item) else twin, side)
            other[:] = [one for one in other if one.values[0] != own]


def drop_in_turn(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out a number beside the same one, joined by the words for "in turn"."""
    for items, side in ((matching.source, source), (matching.target, target)):
        words = side.lexicon.facts.get("in_turn")
        if not items or not words:
            continue
        for item in list(items):
            if any(_are_in_turn(item, one, words, side.text) for one in side.items):
                items[:] = [one for one in items if one is not item]


def _are_in_turn(item: Item, other: Item, words: list[str], text: str) -> bool:
    if item.start == other.start or item.value != other.value:
        return False
    first, second = sorted((item, other), key=lambda one: one.start)
    if text[first.end : second.start].lower().strip() != words[1]:
        return False
    return text[: first.start].lower().rstrip().endswith(words[0])


def _are_one_year(item: Item, other: Item, side: TextFigures) -> bool:
    if item.start == other.start or not (_of_era(item) or _of_era(other)):
        return False
    first, second = sorted((item, other), key=lambda one: one.start)
    if not set(first.values) & set(second.values) or second.start - first.end > _LONGEST:
        return False
    return _BETWEEN.fullmatch(side.text, first.end, second.start) is not None


def _of_era(item: Item) -> bool:
    return "era" in item.tags


def _number(item: Item, side: TextFigures) -> int | None:
    """The year as its own era counts it."""
    found = _FIGURES.search(plain(side.text[item.start : item.end]))
    return int(found.group()) if found else None


_LONGEST = 3
"""Characters between the two tellings of a year."""
