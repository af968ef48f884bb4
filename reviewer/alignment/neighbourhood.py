"""Align again only what an edit, a merge or a split has touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reviewer.alignment.align import align, in_reading_order
from reviewer.alignment.couples import ReadTogether
from reviewer.alignment.vectors import Vectors
from reviewer.domain import Bead

AFFECTED = 3
"""Beads to either side of a change that may change with it."""

CONTEXT = 6
"""Beads to either side that are aligned along, so that rare and common words can be told apart
and what unmatched sentences cost here is known. With 15 the beads are hardly better
(docs/measurements/realigning.md)."""

Group = tuple[tuple[Bead, ...], tuple[Bead, ...]]
"""Beads of before and of after that have the same sentences between them."""


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
    source_paragraphs: Sequence[int] | None = None,
    target_paragraphs: Sequence[int] | None = None,
    vectors: Callable[[Sequence[int], Sequence[int]], Vectors | None] | None = None,
    read_together: ReadTogether | None = None,
    word_by_word: bool = False,
    free: bool = False,
    reach: int = AFFECTED,
) -> list[Bead]:
    """The beads after a change; those more than `reach` away from it stay as they are.

    `beads` are those from before the change in the numbering of the new `source` and `target`
    (see `renumbered`); sentences in no bead, and those in `changed_source` and
    `changed_target`, are what has changed. Beads that a person fixed are kept. The other
    arguments are those of `align`; `vectors` gives those of some source and target sentences, and
    `free` says whether the whole text is translated freely, which its parts cannot tell. The cost
    does not depend on the length of the texts.
    """
    ordered = in_reading_order([bead for bead in beads if bead.source or bead.target])
    known_source = {index for bead in ordered for index in bead.source}
    known_target = {index for bead in ordered for index in bead.target}
    fresh_source = changed_source | (set(range(len(source))) - known_source)
    fresh_target = changed_target | (set(range(len(target))) - known_target)
    touched = [
        place
        for place, bead in enumerate(ordered)
        if any(_beside(index, fresh_source) for index in bead.source)
        or any(_beside(index, fresh_target) for index in bead.target)
    ]
    if ordered and not touched:
        return list(ordered)
    near = {place + step for place in touched for step in range(-reach, reach + 1)}
    around = max(reach, CONTEXT)
    seen = {place + step for place in touched for step in range(-around, around + 1)}
    window = [ordered[place] for place in sorted(seen) if 0 <= place < len(ordered)]
    open_beads = {ordered[place] for place in near if 0 <= place < len(ordered)}
    rows = sorted(fresh_source | {n for bead in window for n in bead.source})
    columns = sorted(fresh_target | {n for bead in window for n in bead.target})
    row_of = {old: new for new, old in enumerate(rows)}
    column_of = {old: new for new, old in enumerate(columns)}

    def aligned(fixed: Sequence[Bead]) -> list[Bead]:
        found = align(
            [source[n] for n in rows],
            [target[n] for n in columns],
            source_language=source_language,
            target_language=target_language,
            back_translation=back_translation and [back_translation[n] for n in columns],
            forward_translation=forward_translation and [forward_translation[n] for n in rows],
            source_headings=frozenset(row_of[n] for n in source_headings if n in row_of),
            target_headings=frozenset(column_of[n] for n in target_headings if n in column_of),
            source_paragraphs=source_paragraphs and [source_paragraphs[n] for n in rows],
            target_paragraphs=target_paragraphs and [target_paragraphs[n] for n in columns],
            fixed=[_in_numbers(bead, row_of, column_of) for bead in fixed],
            confirmed=confirmed,
            vectors=vectors and (lambda: vectors(rows, columns)),
            read_together=read_together,
            word_by_word=word_by_word,
            free=free,
        )
        return [_in_numbers(bead, rows, columns) for bead in found]

    seen_beads = set(window)
    kept = [bead for bead in ordered if bead not in seen_beads]
    groups = regrouped(window, aligned([bead for bead in window if bead.fixed]))
    result = [bead for old, new in groups for bead in (new if open_beads.issuperset(old) else old)]
    if fresh_source <= {n for bead in result for n in bead.source} and fresh_target <= {
        n for bead in result for n in bead.target
    }:
        return in_reading_order([*kept, *result])
    # A new sentence went with what must stay: it has to find its place without.
    stay = [bead for bead in window if bead.fixed or bead not in open_beads]
    return in_reading_order([*kept, *aligned(stay)])


def _in_numbers(
    bead: Bead, source: Mapping[int, int] | Sequence[int], target: Mapping[int, int] | Sequence[int]
) -> Bead:
    """The bead with every index replaced by the number that its side has for it."""
    return replace(
        bead,
        source=tuple(source[n] for n in bead.source),
        target=tuple(target[n] for n in bead.target),
    )


def regrouped(old: Sequence[Bead], new: Sequence[Bead]) -> list[Group]:
    """What became of what: the smallest sets of `old` and `new` beads with common sentences.

    A bead with the same sentences as before is a group with itself, as it was before.
    """
    parts = [[("s", n) for n in bead.source] + [("t", n) for n in bead.target] for bead in old]
    parts += [[("s", n) for n in bead.source] + [("t", n) for n in bead.target] for bead in new]
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    for first, *rest in parts:
        for node in rest:
            parent[root(node)] = root(first)
    groups: dict[tuple[str, int], tuple[list[Bead], list[Bead]]] = defaultdict(lambda: ([], []))
    for number, bead in enumerate((*old, *new)):
        groups[root(parts[number][0])][number >= len(old)].append(bead)
    return [
        (tuple(before), tuple(before if _links(before) == _links(after) else after))
        for before, after in groups.values()
    ]


def _links(beads: Sequence[Bead]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(bead.source, bead.target) for bead in beads}


def _beside(index: int, changed: frozenset[int] | set[int]) -> bool:
    return index in changed or index - 1 in changed or index + 1 in changed


def renumbered(
    beads: Sequence[Bead],
    *,
    source: Sequence[int | None] | None = None,
    target: Sequence[int | None] | None = None,
) -> list[Bead]:
    """The beads in a new numbering: `source[old]` is the new index of a source sentence, None
    where it is gone; likewise `target`. Without a list that side keeps its numbers.

    Where one sentence became two, number the first half here and leave the second out: `realign`
    finds it. Beads that have lost all their sentences are gone.
    """

    def moved(indices: tuple[int, ...], numbers: Sequence[int | None] | None) -> tuple[int, ...]:
        if numbers is None:
            return indices
        found = {numbers[index] for index in indices}
        return tuple(sorted(index for index in found if index is not None))

    result = []
    for bead in beads:
        rows, columns = moved(bead.source, source), moved(bead.target, target)
        if rows and columns:
            result.append(Bead(rows, columns, bead.relation, bead.confidence, bead.fixed))
        elif rows or columns:
            relation = "missing" if rows else "added"
            kept = bead.relation == relation
            result.append(
                Bead(rows, columns, relation, bead.confidence if kept else 0.5, bead.fixed)  # type: ignore[arg-type]
            )
    return result
