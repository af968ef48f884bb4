"""The labelled extraction examples: how they are read, and what counts as right.

One example is one line of examples/LANG.jsonl: its `text`, and its `quantities` in reading
order. `written` is the exact form: sign, digits or words, scale word, percent word, currency
and unit, but not a unit of time ("6 months" is 6), a preposition or what is counted. `values`
are accepted readings; of a range, both ends. A `unit`
is the likeliest currency of a word for several. A date is the number yyyymmdd with zeros for what
is not said, a time is minutes from midnight, and a code has no value. `none` are words that
look like numbers and are none. `known` marks an example that is not read rightly yet.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from reviewer.text.quantities import extract_quantities
from reviewer.text.quantities.extracted import Quantity

LANGUAGES = (
    "en", "de", "id", "uk", "ar", "vi", "fr", "es", "it", "pt",
    "nl", "ru", "pl", "cs", "tr", "hi", "zh", "ja", "fa", "sv",
)  # fmt: skip
FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    written: str
    kind: str
    values: tuple[Fraction, ...]
    unit: str


@dataclass(frozen=True)
class Example:
    language: str
    number: int
    text: str
    quantities: tuple[Expected, ...]
    none: tuple[str, ...]
    known: bool

    @property
    def name(self) -> str:
        return f"{self.language}-{self.number}"


def _example(language: str, number: int, row: dict[str, Any]) -> Example:
    text, position = row["text"], 0
    quantities = []
    for entry in row["quantities"]:
        start = text.index(entry["written"], position)
        position = start + len(entry["written"])
        values = tuple(Fraction(value) for value in entry["values"])
        quantities.append(
            Expected(
                start, position, entry["written"], entry["kind"], values, entry.get("unit", "")
            )
        )
    none = tuple(row.get("none", ()))
    assert all(word in text for word in none)
    known = bool(row.get("known", False))
    return Example(language, number, text, tuple(quantities), none, known)


@cache
def examples(language: str) -> tuple[Example, ...]:
    """The examples of a language, in the order of its file."""
    lines = (FOLDER / f"{language}.jsonl").read_text("utf-8").splitlines()
    return tuple(_example(language, n, json.loads(line)) for n, line in enumerate(lines, 1))


def _agree(expected: Expected, found: Quantity) -> bool:
    readings = {Fraction(value) for value in found.values if isinstance(value, Decimal | Fraction)}
    wanted = set(expected.values)
    read = wanted <= readings if expected.kind == "range" else bool(wanted & readings)
    return (
        found.kind == expected.kind
        and (read or not wanted)
        and (not expected.unit or expected.unit in found.unit.split("|"))
    )


def mistakes(example: Example) -> list[str]:
    """What is wrong with the reading of an example, in words; empty when it is right.

    A vague quantity may stand anywhere but where something else is expected: it never asks
    for a counterpart.
    """
    found = {
        (q.span.start, q.span.end): q for q in extract_quantities(example.text, example.language)
    }
    wrong = []
    for expected in example.quantities:
        quantity = found.pop((expected.start, expected.end), None)
        if quantity is None:
            wrong.append(f"{expected.written!r} is not read")
        elif not _agree(expected, quantity):
            values = ", ".join(map(str, quantity.values))
            wrong.append(
                f"{expected.written!r} is read as {quantity.kind} {values} {quantity.unit}".rstrip()
            )
    for quantity in found.values():
        if not quantity.vague:
            wrong.append(f"{quantity.span.of(example.text)!r} is read and should not be")
    return wrong
