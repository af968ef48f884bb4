"""Units of bilingual files: which sentences they pair, and what a check must know of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reviewer.domain import Block, Segment


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What a pair of sentences has from its unit (see `reviewer.domain.Pair`)."""

    empty_unit: bool = False
    source_codes: tuple[str, ...] = ()
    target_codes: tuple[str, ...] = ()


NONE = UnitFacts()


def has_units(source: Sequence[Block], target: Sequence[Block]) -> bool:
    """Whether both documents are sides of one bilingual file."""
    return (
        bool(source)
        and len(source) == len(target)
        and bool(source[0].unit)
        and all(one.unit == other.unit for one, other in zip(source, target, strict=True))
    )


def unit_facts(
    source_blocks: Sequence[Block],
    source: Sequence[Segment],
    target_blocks: Sequence[Block],
    target: Sequence[Segment],
) -> UnitFacts:
    """What the units say of a row with these segments; nothing outside bilingual files."""
    if not source or not source_blocks[source[0].block].unit:
        return NONE
    number = source[0].block
    if number >= len(target_blocks) or target_blocks[number].unit != source_blocks[number].unit:
        return NONE
    if not target:
        return UnitFacts(empty_unit=not target_blocks[number].text)
    if not (_is_first(source_blocks, source[0]) and _is_first(target_blocks, target[0])):
        return NONE
    return UnitFacts(False, source_blocks[number].codes, target_blocks[number].codes)


def standing(segments: Sequence[Segment]) -> Literal["text", "heading", "cell"]:
    """As what segments stand in their file: "cell" if one of them is in a cell of a table,
    "heading" if each is in a heading or a title."""
    roles = {segment.role for segment in segments}
    if "table_cell" in roles:
        return "cell"
    return "heading" if roles and roles <= {"title", "heading"} else "text"


def _is_first(blocks: Sequence[Block], segment: Segment) -> bool:
    """Whether nothing of its block stands before the segment."""
    return not blocks[segment.block].text[: segment.span.start].strip()


def by_unit(
    source: Sequence[Segment], target: Sequence[Segment]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The indices of the segments of each unit, without those that are furniture.

    A unit is a block, of the same number in both documents.
    """
    sides: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
    for segments, blocks in zip((source, target), sides, strict=True):
        for index, segment in enumerate(segments):
            if segment.kind != "furniture":
                blocks.setdefault(segment.block, []).append(index)
    for number in sorted(sides[0].keys() | sides[1].keys()):
        yield tuple(sides[0].get(number, ())), tuple(sides[1].get(number, ()))
