"""Align the sentences of a source text and its translation."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.alignment import parameters
from reviewer.alignment.evidence import Texts, gather
from reviewer.alignment.model import score
from reviewer.alignment.search import chances, most_expected
from reviewer.domain import Bead


def align(
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_language: str,
    target_language: str,
    back_translation: Sequence[str | None] | None = None,
    forward_translation: Sequence[str | None] | None = None,
    source_headings: frozenset[int] = frozenset(),
    target_headings: frozenset[int] = frozenset(),
    fixed: Sequence[Bead] = (),
    confirmed: frozenset[tuple[str, str]] = frozenset(),
    source_paragraphs: Sequence[int] | None = None,
    target_paragraphs: Sequence[int] | None = None,
) -> list[Bead]:
    """The beads of two texts, in the order of the source (added ones where they stand)."""
    if not source or not target:
        return [Bead((i,), (), "missing", 1.0) for i in range(len(source))] + [
            Bead((), (j,), "added", 1.0) for j in range(len(target))
        ]
    texts = Texts(
        source,
        target,
        source_language,
        target_language,
        back_translation,
        forward_translation,
        source_headings,
        target_headings,
        source_paragraphs,
        target_paragraphs,
        confirmed,
    )
    evidence = gather(texts)
    weights = parameters.WITH if evidence.translations else parameters.WITHOUT
    scores = score(evidence, weights)
    known = chances(scores)
    return [
        Bead(
            rows,
            columns,
            "aligned" if rows and columns else "missing" if rows else "added",
            min(max(probability, 0.0), 1.0),
        )
        for rows, columns, probability in most_expected(scores.lattice, known, 0.1)
    ]
