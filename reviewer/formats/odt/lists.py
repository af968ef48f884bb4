"""The numbers and bullets that OpenDocument puts before the items of lists and before headings
(OpenDocument 1.3, 5.3, 16.30 and 16.34)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.formats.shared import list_numbers as ways
from reviewer.formats.shared.xml_walk import Attributes

_WAYS = {
    "1": ways.decimal,
    "a": ways.letters,
    "A": ways.capital(ways.letters),
    "i": ways.roman,
    "I": ways.capital(ways.roman),
}
_LEVELS = 10
_OUTLINE = "outline-style"
"""Where the levels of headings are kept: no list has a name like this."""


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: how it counts, from where, over how many levels, and what stands
    around the number; or the bullet."""

    way: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    bullet: str = ""


@dataclass(slots=True)
class ListStyles:
    """The styles of lists by name, each with its levels from 1."""

    by_name: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    _current: str = ""

    def read(self, local: str, found: Attributes) -> None:
        """Take in one start tag of the styles, by its name without prefix."""
        if local == "list-style":
            self._current = found.get("name", "")
        elif local == _OUTLINE:
            self._current = _OUTLINE
        elif local in ("list-level-style-number", "outline-level-style") and self._current:
            self._add(
                found,
                ListLevel(
                    found.get("num-format", ""),
                    found.get("num-prefix", ""),
                    found.get("num-suffix", ""),
                    _number(found.get("start-value", "")),
                    _number(found.get("display-levels", "")),
                ),
            )
        elif local == "list-level-style-bullet" and self._current:
            self._add(found, ListLevel(bullet=found.get("bullet-char", "•")))

    def _add(self, found: Attributes, level: ListLevel) -> None:
        self.by_name.setdefault(self._current, {})[_number(found.get("level", ""))] = level


class ListNumbers:
    """The count through one text: told of each list and item, asked for each paragraph."""

    def __init__(self, styles: ListStyles) -> None:
        self._styles = styles
        self._lists: list[Attributes] = []
        self._items: list[Attributes] = []
        self._names: dict[int, str] = {}
        self._counts: dict[int, int] = {}
        self._ended: dict[str, int] = {}
        self._headings: dict[int, int] = {}

    def seen(self, name: str, found: Attributes) -> None:
        """Take note of a start tag."""
        if name == "text:list":
            self._lists.append(found)
        elif name == "text:list-item":
            self._items.append(found)

    def heading(self, level: int, found: Attributes) -> str:
        """What is shown before a heading of this level that stands in no list."""
        levels = self._styles.by_name.get(_OUTLINE, {})
        own = levels.get(level, ListLevel())
        if found.get("is-list-header") == "true":
            return ""
        for each in [each for each in self._headings if each > level]:
            del self._headings[each]
        start = found.get("start-value", "")
        again = found.get("restart-numbering") == "true"
        last = self._headings.get(level, own.start - 1)
        self._headings[level] = _number(start) if again and start else last + 1
        return self._written(own, level, levels, self._headings)

    def mark(self, around: Sequence[str]) -> str:
        """What is shown before a paragraph that has these elements around it."""
        depth = around.count("text:list")
        begun, self._lists = self._lists, []
        items, self._items = self._items, []
        if not 0 < depth <= _LEVELS:
            return ""
        for level, found in enumerate(begun[-depth:], depth - len(begun[-depth:]) + 1):
            self._begin(level, found)
        if not items or around[-1] != "text:list-item":
            return ""
        for level in [each for each in self._counts if each > depth]:
            del self._counts[level]
        own = self._level(depth)
        start = items[-1].get("start-value", "")
        count = _number(start) if start else self._counts.get(depth, own.start - 1) + 1
        self._counts[depth] = count
        if depth == 1:
            self._ended[self._names.get(1, "")] = count
        return self._written(own, depth, self._levels_in(depth), self._counts)

    def _begin(self, level: int, found: Attributes) -> None:
        self._names[level] = found.get("style-name", self._names.get(level - 1, ""))
        self._counts.pop(level, None)
        goes_on = found.get("continue-numbering") == "true" or "continue-list" in found
        if level == 1 and goes_on and self._names[1] in self._ended:
            self._counts[1] = self._ended[self._names[1]]

    def _level(self, depth: int) -> ListLevel:
        levels = self._styles.by_name.get(self._names.get(depth, ""), {})
        return levels.get(depth, ListLevel())

    def _levels_in(self, depth: int) -> dict[int, ListLevel]:
        return {level: self._level(level) for level in range(1, depth + 1)}

    @staticmethod
    def _written(
        own: ListLevel, depth: int, levels: Mapping[int, ListLevel], counts: Mapping[int, int]
    ) -> str:
        if own.bullet or own.way not in _WAYS:
            return own.bullet
        numbers = []
        for level in range(max(depth - own.shown + 1, 1), depth + 1):
            at = levels.get(level, ListLevel())
            way = _WAYS.get(at.way)
            if way:
                numbers.append(way(counts.get(level, at.start)))
        return f"{own.prefix}{'.'.join(numbers)}{own.suffix}".strip()


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 7 else 1
