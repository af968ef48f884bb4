"""Align the sentences of a source text and its translation."""

from __future__ import annotations

from collections.abc import Sequence

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
    shared = min(len(source), len(target))
    beads = [Bead((i,), (i,), "aligned", 0.5) for i in range(shared)]
    beads += [Bead((i,), (), "missing", 0.5) for i in range(shared, len(source))]
    beads += [Bead((), (j,), "added", 0.5) for j in range(shared, len(target))]
    return beads
