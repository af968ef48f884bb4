"""What the checks of a whole translation tell in faithful translations: to be read.

python -m pytest -m benchmark -s -p no:xdist tests/benchmarks/test_habits.py
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.checks.french_spaces import FrenchSpaces
from reviewer.checks.habits import HabitCheck
from reviewer.checks.mixed_address import MixedAddress
from reviewer.checks.mixed_grouping import MixedGrouping
from reviewer.checks.mixed_quotes import MixedQuotes
from reviewer.domain import Pair

_BENCH = Path(__file__).parents[2] / "../shared/bench"
_CHECKS: tuple[HabitCheck, ...] = (FrenchSpaces(), MixedQuotes(), MixedGrouping(), MixedAddress())
_MOST = 0.03
"""Share of documents that may be told, French spaces apart."""

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not _BENCH.exists(), reason="the data is not here"),
]


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines()]


def _texts() -> Iterator[tuple[str, list[Pair], int]]:
    """Name, rows, and how many rows a piece has."""
    english = _lines(_BENCH / "flores-dev/en.txt")
    for language in ("id", "de", "uk", "vi", "ar", "tr", "zh"):
        other = _lines(_BENCH / f"flores-dev/{language}.txt")
        both = list(zip(english, other, strict=True))
        yield f"en→{language}", [Pair(a, b, "en", language) for a, b in both], 50
        yield f"{language}→en", [Pair(b, a, language, "en") for a, b in both], 50
    for path in sorted((_BENCH / "novels-dev").glob("*.tgt")):
        language = path.stem[-2:].lower()
        yield path.stem, [Pair("x", line, "en", language) for line in _lines(path)], 200


def test_habits() -> None:
    whole: Counter[str] = Counter()
    pieces: Counter[str] = Counter()
    number = 0
    for name, pairs, size in _texts():
        cuts = [pairs[at : at + size] for at in range(0, len(pairs), size)]
        number += len(cuts)
        for check in _CHECKS:
            for findings in check.find_all(pairs).values():
                whole[check.id] += 1
                print(f"\n{name}: {check.id}: {findings[0].message}")
            told = [found for cut in cuts for found in check.find_all(cut).values()]
            pieces[check.id] += len(told)
            for findings in told:
                print(f"  a piece of {name}: {check.id}: {findings[0].message}")
    print(f"\nwhole texts {dict(whole)}; of {number} pieces {dict(pieces)}")
    assert all(pieces[check.id] <= _MOST * number for check in _CHECKS[1:])
