"""The rows of a translation as its checks keep them: one that changes is taken out and put in
again, and what that costs does not grow with the text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge

from reviewer.domain import Finding, Pair

Key = int | str
"""The name of a row."""

PlaceOf = Callable[[Key], tuple[int, int]]
"""Where a row stands in the order of the translation."""


def in_turn(key: Key) -> tuple[int, int]:
    """The place of a row that is named by its number."""
    return int(key), 0


class Rows:
    """What the checks see of each row, and the order of the rows.

    `place` may answer otherwise as the text changes, as long as the rows that are in here stand in
    the same order.
    """

    def __init__(self, place: PlaceOf) -> None:
        self.pairs: dict[Key, Pair] = {}
        self.place = place


class Whole(ABC):
    """What a check that looks at more than one row keeps of a translation."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    @abstractmethod
    def add(self, key: Key, pair: Pair) -> None:
        """Take in a row, which `rows` has."""

    @abstractmethod
    def remove(self, key: Key, pair: Pair) -> None:
        """Take out a row that was taken in as this pair; `rows` has it still."""

    @abstractmethod
    def changed(self) -> Iterable[Key]:
        """The rows whose findings may be others than when this was last asked."""

    @abstractmethod
    def found(self, key: Key) -> Sequence[Finding]:
        """The findings of a row, as all rows stand now."""


class SortedRows:
    """Some rows of a translation, in its order."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._keys: list[Key] = []

    def add(self, key: Key) -> None:
        """Put a row in where it belongs."""
        place = self._rows.place
        if self._keys and place(key) < place(self._keys[-1]):
            insort(self._keys, key, key=place)
        else:
            self._keys.append(key)

    def remove(self, key: Key) -> None:
        """Take a row out that was put in."""
        at = bisect_left(self._keys, self._rows.place(key), key=self._rows.place)
        if self._keys[at : at + 1] == [key]:
            del self._keys[at]
        else:
            self._keys.remove(key)

    def at(self, key: Key) -> int:
        """How many of them stand before a row, which need be none of them."""
        return bisect_left(self._keys, self._rows.place(key), key=self._rows.place)

    def __getitem__(self, number: int) -> Key:
        return self._keys[number]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def together(groups: Sequence[SortedRows], rows: Rows) -> Iterator[Key]:
    """The rows of all groups, each once, in the order of the translation."""
    last = None
    for key in merge(*groups, key=rows.place):
        if key != last:
            yield key
        last = key
