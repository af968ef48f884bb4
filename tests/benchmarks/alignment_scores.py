"""How well an alignment was found: precision and recall, strict and lax."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.articles import Link


@dataclass(frozen=True)
class Score:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"


def _share(hits: int, total: int) -> float:
    return hits / total if total else 1.0


def strict(found: Sequence[Link], gold: Sequence[Link]) -> Score:
    """As the published script counts: null beads count for precision only."""
    right = set(gold)
    got = set(found)
    filled_gold = [link for link in gold if link[0] and link[1]]
    filled = [link for link in found if link[0] and link[1]]
    precision = _share(sum(link in right for link in filled), len(filled))
    recall = _share(sum(link in got for link in filled_gold), len(filled_gold))
    return Score(precision, recall)


def lax(found: Sequence[Link], gold: Sequence[Link]) -> Score:
    """A bead counts when it shares a link with one of the other side."""

    def pairs(beads: Sequence[Link]) -> set[tuple[int, int]]:
        return {(i, j) for left, right in beads for i in left for j in right}

    def hit(bead: Link, others: set[tuple[int, int]]) -> bool:
        return any((i, j) in others for i in bead[0] for j in bead[1])

    filled_gold = [link for link in gold if link[0] and link[1]]
    filled = [link for link in found if link[0] and link[1]]
    gold_pairs, found_pairs = pairs(gold), pairs(found)
    return Score(
        _share(sum(hit(bead, gold_pairs) for bead in filled), len(filled)),
        _share(sum(hit(bead, found_pairs) for bead in filled_gold), len(filled_gold)),
    )
