"""The first Sunday of a month told as its last one."""

from __future__ import annotations

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.name import ID
from reviewer.checks.numbers.sides import TextFigures
from reviewer.domain import Finding, Span
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.pieces import NEXT_WORD

_PLACES = range(1, 5)
_GAP = 4
"""Characters between a day of the week and the place that it has."""
_LONGEST = 16
"""Characters before a day that hold the word for "last"."""


def other_weekday_place(_: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The finding on a day of the week that is counted in one text and the last in the other.

    Only where each text names one day, the same: "last Friday" may also be that of last week.
    """
    if len(source.weekdays) != 1 or len(target.weekdays) != 1:
        return []
    first, second = _counted(source), _counted(target)
    if first == second or not (first or _last(source)) or not (second or _last(target)):
        return []
    words = message(
        "{source} → {target}: another day of the week",
        source=_written(source),
        target=_written(target),
    )
    places = [Span(*side.weekdays[0][:2]) for side in (source, target)]
    return [
        Finding(
            ID, "value", "major", words, (places[0],), (places[1],),
            rule="weekday", confidence=0.8, subject=f"weekday:{first}→{second}",
        )
    ]  # fmt: skip


def _counted(side: TextFigures) -> int:
    """The place that an ordinal right beside the day gives it (1 to 4), 0 without one."""
    start, end, _ = side.weekdays[0]
    for item in side.items:
        if item.kind != "ordinal" or item.unit or item.value not in _PLACES:
            continue
        low, high = (item.end, start) if item.end <= start else (end, item.start)
        if 0 <= high - low <= _GAP and not side.text[low:high].strip(" 个個の"):
            return int(item.value)
    return 0


def _last(side: TextFigures) -> bool:
    """Whether a word for "last" stands right beside the day."""
    stems = tuple(side.lexicon.facts.get("last", ()))
    start, end, _ = side.weekdays[0]
    text = plain(side.text)
    if not side.lexicon.spaced:
        around = text[max(0, start - _GAP) : start] + "|" + text[end : end + _LONGEST]
        return any(stem in around for stem in stems)
    before = text[max(0, start - _LONGEST) : start].split()[-1:]
    following = NEXT_WORD.match(text, end)
    words = [*before, following.group(1) if following else ""]
    return any(fold(word, side.lexicon.turkic).startswith(stems) for word in words if stems)


def _written(side: TextFigures) -> str:
    start, end, _ = side.weekdays[0]
    return side.text[start:end]
