"""What Word puts before the paragraphs of a list: 2., b), IV, §3, •.

ECMA-376, 17.9: a paragraph names a list (numId) and a level in it; the list names its
definition, in which each level has a format and a text with the numbers of levels in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.formats.docx.styles import OFF
from reviewer.formats.shared import list_numbers as ways
from reviewer.formats.shared.symbol_fonts import is_symbol_font, symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_WAYS: dict[str, Callable[[int], str]] = {
    "decimalZero": ways.padded,
    "lowerLetter": ways.letters,
    "upperLetter": ways.capital(ways.letters),
    "lowerRoman": ways.roman,
    "upperRoman": ways.capital(ways.roman),
}
"""By `w:numFmt`; the other ways of counting are written in digits."""

_DEEPEST = 8
_LONGEST = 40
_PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, from where, and the text that it makes of it."""

    way: str = "decimal"
    text: str = ""
    start: int = 1
    in_digits: bool = False
    style: str = ""

    def made(self, counts: Mapping[int, int], levels: Mapping[int, Level]) -> str:
        """The text, with the numbers that these levels stand at."""
        if self.way == "none":
            return ""
        if self.way == "bullet":
            return self.text[:1]

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = levels.get(at, Level())
            way = ways.decimal if self.in_digits else _WAYS.get(level.way, ways.decimal)
            return way(counts.get(at, level.start))

        return _PLACE.sub(number, self.text).strip()[:_LONGEST]


@dataclass(frozen=True, slots=True)
class List:
    """A list: the definition that it counts with, and its levels with what it changes of them."""

    definition: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a document by their ids."""

    lists: Mapping[str, List] = field(default_factory=dict)

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level of a list that a paragraph style stands for; the first if none does."""
        found = self.lists.get(list_id)
        levels = found.levels.items() if found else ()
        return next((number for number, level in levels if level.style == style), 0)


class Counter:
    """Counts through the paragraphs of a part."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, list_id: str, level: int) -> str:
        """What stands before the next paragraph of this list and level, "" for nothing."""
        found = self._numbering.lists.get(list_id)
        if found is None or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.definition, {})
        restart = found.restarts.get(level)
        if restart is not None and (list_id, level) not in self._begun:
            counts[level] = restart
        else:
            counts[level] = counts.get(level, found.levels[level].start - 1) + 1
        self._begun.add((list_id, level))
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return found.levels[level].made(counts, found.levels)


def numbering(root: _Element) -> Numbering:
    """The lists in the root element of a numbering part."""
    from lxml.etree import QName

    w = f"{{{QName(root).namespace}}}"
    definitions: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    styled: dict[str, str] = {}
    for element in root.iter(f"{w}abstractNum"):
        name = element.get(f"{w}abstractNumId", "")
        definitions[name] = {
            number: _level(each, w)
            for each in element.iter(f"{w}lvl")
            if 0 <= (number := _number(each.get(f"{w}ilvl", ""), -1)) <= _DEEPEST
        }
        if link := _value(element.find(f"{w}numStyleLink"), w):
            links[name] = link
        if link := _value(element.find(f"{w}styleLink"), w):
            styled[link] = name
    lists = {}
    for element in root.iter(f"{w}num"):
        name = _value(element.find(f"{w}abstractNumId"), w)
        name = styled.get(links.get(name, ""), name)
        levels = dict(definitions.get(name, {}))
        restarts = {}
        for change in element.iter(f"{w}lvlOverride"):
            number = _number(change.get(f"{w}ilvl", ""), -1)
            own, start = change.find(f"{w}lvl"), change.find(f"{w}startOverride")
            if own is not None:
                levels[number] = _level(own, w)
            if start is not None:
                restarts[number] = _number(_value(start, w), 1)
        lists[element.get(f"{w}numId", "")] = List(name, levels, restarts)
    return Numbering(lists)


def _level(element: _Element, w: str) -> Level:
    text = _value(element.find(f"{w}lvlText"), w)
    way = _value(element.find(f"{w}numFmt"), w) or "decimal"
    if way == "bullet":
        fonts = element.find(f"{w}rPr/{w}rFonts")
        text = _bullet(text, "" if fonts is None else fonts.get(f"{w}ascii", ""))
    in_digits = element.find(f"{w}isLgl")
    return Level(
        way=way,
        text=text,
        start=_number(_value(element.find(f"{w}start"), w), 1),
        in_digits=in_digits is not None and _value(in_digits, w) not in OFF,
        style=_value(element.find(f"{w}pStyle"), w),
    )


def _bullet(text: str, font: str) -> str:
    if text and is_symbol_font(font):
        text = symbol(ord(text[0]), font)
    # Of an unknown font nobody knows what its private character shows.
    return (
        "•"
        if not text.strip() or "\ue000" <= text[0] <= "\uf8ff" or font == "Courier New"
        else text
    )


def _value(element: _Element | None, w: str) -> str:
    return "" if element is None else element.get(f"{w}val", "")


def _number(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else otherwise
