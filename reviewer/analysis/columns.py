"""Many frozen objects of one kind as columns, which go to another process in less room.

Pickling objects one by one holds a copy of the fields of each until all are written: four times
the room of the objects of a long text. A column is one list, numbers are an array.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from itertools import accumulate, pairwise
from typing import Any


def packed(items: Sequence[Any]) -> Any:
    """`items` in columns; `unpacked` gives them back. They are what Python compares as equal."""
    kind = type(items[0]) if items else None
    if kind is None or any(type(one) is not kind for one in items):
        return list(items)
    if is_dataclass(kind):
        columns = tuple(
            packed([getattr(one, each.name) for one in items]) for each in fields(kind) if each.init
        )
        return _Objects(kind, columns)
    if kind is int and all(abs(one) < 2**62 for one in items):
        return array("q", items)
    if kind is tuple and all(type(part) is int and abs(part) < 2**62 for o in items for part in o):
        return _Tuples(array("q", map(len, items)), array("q", (part for o in items for part in o)))
    if kind in (str, bool, float) and all(one == items[0] for one in items):
        return _Same(items[0], len(items))
    return list(items)


def unpacked(column: Any) -> Sequence[Any]:
    """What `packed` made a column of."""
    if isinstance(column, _Objects):
        values = [unpacked(each) for each in column.columns]
        return [column.kind(*of_one) for of_one in zip(*values, strict=True)]
    if isinstance(column, _Tuples):
        ends = [0, *accumulate(column.lengths)]
        return [tuple(column.parts[start:end]) for start, end in pairwise(ends)]
    if isinstance(column, _Same):
        return [column.value] * column.count
    return column  # type: ignore[no-any-return]


class _Objects:
    """Objects of one dataclass: a column for each of its fields."""

    def __init__(self, kind: type, columns: tuple[Any, ...]) -> None:
        self.kind = kind
        self.columns = columns


class _Tuples:
    """Tuples of numbers: how long each is, and all numbers."""

    def __init__(self, lengths: array[int], parts: array[int]) -> None:
        self.lengths = lengths
        self.parts = parts


class _Same:
    """The same value many times."""

    def __init__(self, value: Any, count: int) -> None:
        self.value = value
        self.count = count
