"""Beads that a person has fixed: taken out of the texts, and no other bead may cross them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.chains import longest_in_order
from reviewer.alignment.evidence import Texts
from reviewer.alignment.model import Limits
from reviewer.domain import Bead


@dataclass(frozen=True, slots=True)
class Remainder:
    """The texts without the sentences of fixed beads, where they stood, and the walls."""

    texts: Texts
    source: NDArray[np.int64]
    target: NDArray[np.int64]
    limits: Limits | None


def without_fixed(texts: Texts, fixed: Sequence[Bead]) -> Remainder:
    """What remains to be aligned when the `fixed` beads are given."""
    taken_source = {index for bead in fixed for index in bead.source}
    taken_target = {index for bead in fixed for index in bead.target}
    source = np.array([n for n in range(len(texts.source)) if n not in taken_source], np.int64)
    target = np.array([n for n in range(len(texts.target)) if n not in taken_target], np.int64)
    if not fixed:
        return Remainder(texts, source, target, None)
    walls = _in_order([bead for bead in fixed if bead.relation == "aligned"])
    source_parts = np.searchsorted([bead.source[-1] for bead in walls], source)
    target_parts = np.searchsorted([bead.target[-1] for bead in walls], target)
    limits = Limits(
        source_parts,
        target_parts,
        source - np.arange(len(source)) + len(texts.source) * source_parts,
        target - np.arange(len(target)) + len(texts.target) * target_parts,
    )
    return Remainder(_reduced(texts, source.tolist(), target.tolist()), source, target, limits)


def _in_order(beads: Sequence[Bead]) -> list[Bead]:
    """The beads that cross none of the longest chain of them (those off it were moved)."""
    chain = longest_in_order([(bead.source, bead.target) for bead in beads])
    kept = [bead for bead in beads if (bead.source, bead.target) in chain]
    return sorted(kept, key=lambda bead: bead.source)


def _reduced(texts: Texts, source: list[int], target: list[int]) -> Texts:
    def renumbered(chosen: frozenset[int], kept: list[int]) -> frozenset[int]:
        return frozenset(new for new, old in enumerate(kept) if old in chosen)

    return replace(
        texts,
        source=[texts.source[n] for n in source],
        target=[texts.target[n] for n in target],
        back=None if texts.back is None else [texts.back[n] for n in target],
        forward=None if texts.forward is None else [texts.forward[n] for n in source],
        source_headings=renumbered(texts.source_headings, source),
        target_headings=renumbered(texts.target_headings, target),
        source_paragraphs=texts.source_paragraphs and [texts.source_paragraphs[n] for n in source],
        vectors=texts.vectors and (texts.vectors[0][source], texts.vectors[1][target]),
        target_paragraphs=texts.target_paragraphs and [texts.target_paragraphs[n] for n in target],
        tokens=None,
    )
