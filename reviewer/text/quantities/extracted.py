"""What a text says in figures or number words, as everyone outside of this folder gets it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from reviewer.domain import Span

QuantityKind = Literal[
    "cardinal", "ordinal", "percent", "fraction", "date", "time", "range", "code"
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, date, time or code as written, and every value that the writing may have.

    `unit` is a canonical unit, currency or "" (see this package's head);
    `approximate` says that the text itself calls the value a rough one ("about", "over").
    `vague` marks what may be no quantity at all (an article, "dozens"): it answers a
    counterpart and never asks for one. `text` is the canonical form of a code.
    """

    span: Span
    kind: QuantityKind
    values: tuple[Decimal | Fraction, ...]
    unit: str = ""
    approximate: bool = False
    vague: bool = False
    text: str = ""
