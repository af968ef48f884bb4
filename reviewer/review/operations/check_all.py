"""Check all rows of a review, away from the review itself: pairs in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reviewer.domain import Finding, Pair

if TYPE_CHECKING:
    from reviewer.checks import Checks

KeyedPairs = Mapping[int, Sequence[tuple[str, Pair]]]
"""The rows of each translation in its order, by number: their keys and what the checks see."""


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """What was found in a row, and what it said then."""

    pair: Pair
    findings: tuple[Finding, ...]


CheckedRows = Mapping[int, Mapping[str, CheckedRow]]
"""By the number of the translation, then by the key of the row."""

_STEP = 50
"""Rows between two calls of `go_on`."""


def check_all(checks: Checks, pairs: KeyedPairs, go_on: Callable[[float], None]) -> CheckedRows:
    """What the checks find; `go_on` is told the share done (0 to 1), and what it raises ends it."""
    from reviewer.checks import combined

    total = max(sum(map(len, pairs.values())), 1)
    done = 0
    found: dict[int, dict[str, CheckedRow]] = {}
    for number, rows in pairs.items():
        across = checks.of_document([pair for _, pair in rows], partial(_stay, go_on, done / total))
        found[number] = {}
        for place, (key, pair) in enumerate(rows):
            if done % _STEP == 0:
                go_on(done / total)
            done += 1
            told = combined(checks.of_pair(pair), across.get(place, ()))
            found[number][key] = CheckedRow(pair, told)
    return found


def _stay(go_on: Callable[[float], None], at: float, _share: float) -> None:
    go_on(at)
