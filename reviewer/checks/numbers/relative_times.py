"""Times told from the day of writing: this year, last month, yesterday, on Monday, on 3 June.

A translation may well name them (2024, November), for readers elsewhere and later. It is
nothing that the source lacks, though nothing here can say whether the year is right.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files

from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.languages import base
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import WORD_PATTERN

_UNITS = ("year", "month", "day")
_YEARS = range(1900, 2101)
_WORD = re.compile(WORD_PATTERN)
_NEXT_TO = 1
"""Characters between a number and a word that belongs to it ("the year 2023")."""


def relative_time(item: Item, other: TextFigures) -> str:
    """The words in the other text that the date or year `item` may name, "" if there are none.

    What is told to the day explains a month, and what is told to the month a year; not the
    other way round.
    """
    unit = _told_to(item)
    if not unit:
        return ""
    if item.text == "year" and (dated := _without_year(other)):
        return dated
    finer = _UNITS[_UNITS.index(unit) :]
    return (
        next(filter(None, (_phrase(name, other) for name in finer)), "")
        or _weekday(other)
        or next(filter(None, (_alone(name, other) for name in finer if name != "day")), "")
    )


def _told_to(item: Item) -> str:
    """The finest field of a date, "" for what is none."""
    if "day of a month" in item.tags:
        return "day"
    if item.text in ("day", "year"):  # of a date whose other fields have a counterpart
        return item.text
    if item.day is not None:
        _, month, day = item.day
        return "day" if day else "month" if month else "year"
    written = item.raw.isdigit() and len(item.raw) == 4 and not item.unit
    return "year" if written and item.value in _YEARS else ""


def _without_year(side: TextFigures) -> str:
    """A date of the text that leaves its year to the reader (on 3 June)."""
    for item in side.items:
        if item.day is not None and item.day[0] is None and item.day[1]:
            return side.text[item.start : item.end]
    return ""


def _phrase(unit: str, side: TextFigures) -> str:
    pattern = _phrases(side.language, unit, spaced=side.lexicon.spaced)
    match = pattern.search(folded(side.text)) if pattern else None
    return side.text[match.start() : match.end()] if match else ""


@lru_cache(maxsize=256)
def _phrases(language: str, unit: str, *, spaced: bool) -> re.Pattern[str] | None:
    told = _languages().get(base(language), {}).get(unit, {}).get("phrases", ())
    if not told:
        return None
    listed = "|".join(
        sorted((re.escape(fold_letters(words)) for words in told), key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if spaced else listed)


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    """A text as words are compared; a letter that would become several, or none, stays, so that
    every place is the same."""
    return fold_letters(text)


def fold_letters(words: str) -> str:
    """As `fold` folds where a letter stays one letter, so that no offset changes."""
    written = plain(words)
    return written.lower() if written.isascii() else written.translate(_LETTERS)


class _Letters(dict[int, str]):
    """What each letter is folded to, found out once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        one = fold(character)
        self[code] = folded = one if len(one) == 1 else character
        return folded


_LETTERS = _Letters()


def _weekday(side: TextFigures) -> str:
    if not side.weekdays:
        return ""
    start, end, _ = side.weekdays[0]
    return side.text[start:end]


def _alone(unit: str, side: TextFigures) -> str:
    """The unit in the singular where no number belongs to it: the first half of the year.

    Not in scripts without spaces, where its character is part of many words.
    """
    if not side.lexicon.spaced:
        return ""
    plurals = _languages().get(base(side.language), {}).get(unit, {}).get("plurals", ())
    for match in _WORD.finditer(plain(side.text)):
        word = match.group()
        entry = side.lexicon.lookup(word)
        if entry is None or entry.senses.get("unit") != unit or word.lower() in plurals:
            continue
        start, end = match.span()
        if not any(
            item.start < end + 1 + _NEXT_TO and start < item.end + 1 + _NEXT_TO
            for item in side.items
        ):
            return word
    return ""


@lru_cache(maxsize=1)
def _languages() -> dict[str, dict[str, dict[str, list[str]]]]:
    data = files("reviewer.checks").joinpath("data/relative_times.json").read_text("utf-8")
    languages: dict[str, dict[str, dict[str, list[str]]]] = json.loads(data)["languages"]
    return languages
