"""The numbers that Word's fields AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM put before paragraphs
(ECMA-376 part 1, 17.16.5.4 to 17.16.5.6 and 17.16.5.33). No result of them stands in the file."""

from __future__ import annotations

import re
from collections.abc import Callable

from reviewer.formats.shared import list_numbers as ways

_CODE = re.compile(r"\s*(AUTONUM(?:LGL|OUT)?|LISTNUM)\b(.*)", re.IGNORECASE | re.DOTALL)
_LEVEL = re.compile(r"\\l\s*\"?(\d)", re.IGNORECASE)
_START = re.compile(r"\\s\s*\"?(\d+)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\\s\s*\"?(\S)", re.IGNORECASE)
_NO_FULL_STOP = re.compile(r"\\e\b", re.IGNORECASE)

Way = tuple[str, Callable[[int], str], str]
"""What stands before a number, how it is written, what stands behind."""

_OUTLINE: tuple[Way, ...] = (
    ("", ways.capital(ways.roman), "."),
    ("", ways.capital(ways.letters), "."),
    ("", ways.decimal, "."),
    ("", ways.letters, ")"),
    ("(", ways.decimal, ")"),
    ("(", ways.letters, ")"),
    ("(", ways.roman, ")"),
)
_LIST: tuple[Way, ...] = (
    ("", ways.decimal, ")"),
    ("", ways.letters, ")"),
    ("", ways.roman, ")"),
    ("(", ways.decimal, ")"),
    ("(", ways.letters, ")"),
    ("(", ways.roman, ")"),
    ("", ways.decimal, "."),
    ("", ways.letters, "."),
    ("", ways.roman, "."),
)
_OF_TEXT = 10
"""The level of paragraphs that are no heading: below all headings."""


def is_number(code: str) -> bool:
    """Whether a field with this code shows a number."""
    return _CODE.match(code) is not None


class FieldNumbers:
    """Counts through the fields of a part."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, code: str, heading: int) -> str:
        """What the next field with this code shows in a heading of this level (0 for a text)."""
        match = _CODE.match(code)
        if match is None:
            return ""
        kind, switches = match[1].upper(), match[2]
        if kind == "LISTNUM":
            return self._of_list(switches)
        counts = self._counted(kind, heading or _OF_TEXT)
        if kind == "AUTONUMOUT":
            return _made(_OUTLINE[min(len(counts), len(_OUTLINE)) - 1], counts[-1])
        found = _SEPARATOR.search(switches)
        separator = found[1] if found else "."
        shown = separator.join(map(str, counts if kind == "AUTONUMLGL" else counts[-1:]))
        return shown if _NO_FULL_STOP.search(switches) else shown + separator

    def _of_list(self, switches: str) -> str:
        level, start = _LEVEL.search(switches), _START.search(switches)
        depth = min(max(int(level[1]) if level else 1, 1), len(_LIST))
        if start:
            self._counts.setdefault("LISTNUM", {})[depth] = int(start[1]) - 1
        return _made(_LIST[depth - 1], self._counted("LISTNUM", depth)[-1])

    def _counted(self, kind: str, level: int) -> list[int]:
        """The numbers of the levels down to this one, which counts on."""
        counts = self._counts.setdefault(kind, {})
        counts[level] = counts.get(level, 0) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return [counts[each] for each in sorted(counts)]


def _made(way: Way, number: int) -> str:
    before, written, behind = way
    return f"{before}{written(number)}{behind}"
