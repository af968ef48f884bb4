"""What the grammar reads, before it is put into the words of `reviewer.domain`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from reviewer.domain import Span
from reviewer.text.quantities.extracted import Quantity, QuantityKind
from reviewer.text.quantities.lexicon import Number, Senses


@dataclass(slots=True)
class Node:
    """A token that matters: a digit string ("n"), a word or phrase ("w"), or a sign ("s")."""

    kind: str
    start: int
    end: int
    raw: str
    senses: Senses
    joined: bool = False


@dataclass(slots=True)
class Item:
    """A quantity as read, with what a comparison needs besides its values.

    `values` holds the readings, the likeliest first. `parts` are the smaller quantities that a
    range, score, date or code is made of. `day` is (year, month, day), each or None.
    `minutes` counts from midnight; `half_day` says that the text does not tell morning from
    evening. `spelled` marks words, `loose` a number whose separators break the language's own
    convention, `scale` the power of ten that scale words multiplied it by.
    """

    start: int
    end: int
    kind: QuantityKind
    values: tuple[Number, ...]
    unit: str = ""
    vague: bool = False
    text: str = ""
    parts: tuple[Item, ...] = ()
    day: tuple[int | None, int | None, int | None] | None = None
    minutes: int | None = None
    half_day: bool = False
    spelled: bool = False
    loose: bool = False
    scale: int = 1
    raw: str = ""
    tags: frozenset[str] = frozenset()

    @property
    def value(self) -> Number:
        return self.values[0]


def moved(item: Item, places: Sequence[int]) -> Item:
    """The item with every offset put where the character stands in another text."""
    return replace(
        item,
        start=places[item.start],
        end=places[item.end - 1] + 1,
        parts=tuple(moved(part, places) for part in item.parts),
    )


def is_currency(unit: str) -> bool:
    """Whether amounts of the unit are money."""
    return unit.isupper() or unit in ("dollar", "euro", "cent")


def currencies(unit: str) -> frozenset[str]:
    """The currencies (ISO 4217) that a word for money may mean; none for another unit."""
    if unit == "pound":
        return _POUNDS
    return frozenset(unit.split("|")) if unit.isupper() else frozenset()


_POUNDS = frozenset(["EGP", "FKP", "GBP", "GIP", "LBP", "SDG", "SHP", "SSP", "SYP"])
"""What a pound is that is no weight."""


def whole(value: Number) -> Number:
    """An integer where the value is one."""
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value


def magnitude(value: Number) -> Number:
    """The value without its sign."""
    return -value if value < 0 else value


def exact(number: Number) -> Decimal | Fraction:
    """A whole or finite decimal number as Decimal, any other as Fraction."""
    if isinstance(number, int):
        return Decimal(number)
    denominator = number.denominator
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    if denominator != 1:
        return number
    places = max(twos, fives)
    digits = number.numerator * 10**places // number.denominator
    return Decimal(f"{digits}E-{places}") if places else Decimal(digits)


def quantity(item: Item, approximate: bool) -> Quantity:
    """The public form of what was read."""
    return Quantity(
        span=Span(item.start, item.end),
        kind=item.kind,
        values=tuple(dict.fromkeys(map(exact, item.values))),
        unit=item.unit,
        approximate=approximate,
        vague=item.vague,
        text=item.text,
    )
