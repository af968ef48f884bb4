"""The numbers that a browser puts before the items of a list (HTML Standard, 4.4.5 and 4.4.8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reviewer.formats.shared import list_numbers as ways

_WAYS: dict[str, Callable[[int], str]] = {
    "a": ways.letters,
    "A": ways.capital(ways.letters),
    "i": ways.roman,
    "I": ways.capital(ways.roman),
}
_INTEGER = re.compile(r"\s*(-?\d{1,6})")
_NO_NUMBERS = re.compile(r"list-style(?:-type)?\s*:[^;]*\b(?:none|disc|circle|square)\b")


@dataclass(slots=True)
class Numbers:
    """The numbers of one `ol`: the next one, and how they are written."""

    next: int
    way: Callable[[int], str]

    def mark(self, item: Mapping[str, str]) -> str:
        """What stands before the next item, of which these are the attributes."""
        own = _INTEGER.match(item.get("value", ""))
        number = int(own[1]) if own else self.next
        self.next = number + 1
        return f"{self.way(number)}."


def numbers(attributes: Mapping[str, str]) -> Numbers | None:
    """How the `ol` with these attributes counts; None where nothing is seen or where it counts
    down from a number that only its end tells."""
    if "reversed" in attributes or _NO_NUMBERS.search(attributes.get("style", "").lower()):
        return None
    start = _INTEGER.match(attributes.get("start", ""))
    return Numbers(
        int(start[1]) if start else 1, _WAYS.get(attributes.get("type", ""), ways.decimal)
    )
