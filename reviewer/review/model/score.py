"""How good a translation is, by the errors in it: points for each 1,000 words of the source.

The linear model of MQM (https://themqm.org, "Scoring models"): each error has the points of its
severity, and their sum is set against the length of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from reviewer.domain import SEVERITIES, Severity

PER = 1000
"""The words that points are counted for."""


@dataclass(frozen=True, slots=True)
class Scoring:
    """The points of an error by its severity, and up to how many for 1,000 words a translation
    passes. The points are those that MQM proposes."""

    weights: Mapping[Severity, float] = field(
        default_factory=lambda: MappingProxyType(
            {"critical": 25.0, "major": 5.0, "minor": 1.0, "info": 0.0}
        )
    )
    pass_mark: float = 25.0

    def data(self) -> dict[str, Any]:
        """As JSON values."""
        return {"weights": dict(self.weights), "pass_mark": self.pass_mark}

    @classmethod
    def read(cls, data: object) -> Scoring:
        """What `data` gave; the usual one for anything else."""
        match data:
            case {"weights": dict(weights), "pass_mark": int() | float() as mark}:
                points = [weights.get(one) for one in SEVERITIES]
                if all(isinstance(one, int | float) and one >= 0 for one in [*points, mark]):
                    return cls({one: float(weights[one]) for one in SEVERITIES}, float(mark))
        return cls()


@dataclass(frozen=True, slots=True)
class Score:
    """`errors` counts by category and severity; `points` are their sum, `per_1000` for 1,000 words,
    `quality` what is left of 100 when points for each word are taken away."""

    words: int
    errors: Mapping[tuple[str, Severity], int]
    points: float
    per_1000: float
    quality: float
    passed: bool


def score(errors: Iterable[tuple[str, Severity]], words: int, scoring: Scoring) -> Score:
    """The score of a text of so many words with these errors, each a category and a severity.

    A text without words has no points for 1,000 of them, and passes without errors alone.
    """
    counted = Counter(errors)
    points = float(sum(scoring.weights[one[1]] * many for one, many in counted.items()))
    per_1000 = points * PER / words if words else 0.0
    quality = max(0.0, 100.0 - points * 100 / words) if words else 100.0
    passed = per_1000 <= scoring.pass_mark if words else not points
    return Score(words, dict(counted), points, per_1000, quality, passed)
