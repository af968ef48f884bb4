"""Sides -> beads: which sentences of a translation belong to which of the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reviewer.alignment.align import align
from reviewer.alignment.couples import ReadTogether
from reviewer.alignment.vectors import Vectors
from reviewer.analysis.meanings import Meanings, wanted
from reviewer.analysis.result import Comparison, SegmentedDocument, content
from reviewer.analysis.steps import Steps
from reviewer.analysis.translating import evidence_text
from reviewer.domain import BackTranslation, Bead
from reviewer.machine_translation.encoders import BUNDLED, VectorsOnDemand
from reviewer.processes import Cancelled, Processes
from reviewer.text.units import by_unit, has_units

Confirmed = Callable[[str, str], frozenset[tuple[str, str]]]
"""The pairs of sentences that a reviewer confirmed, for a source and a target language."""

Link = tuple[tuple[int, ...], tuple[int, ...]]

Translated = tuple[Mapping[int, BackTranslation], str]
"""The back-translations of a side by the index of their segment, and the package."""


def all_aligned(
    source: SegmentedDocument,
    sides: Sequence[SegmentedDocument],
    translated: Sequence[Translated],
    confirmed: Confirmed | None,
    meanings: Meanings,
    processes: Processes,
    steps: Steps,
) -> list[Comparison]:
    """Every translation beside the source, without findings."""
    texts = [
        None
        if back or has_units(source.document.blocks, side.document.blocks)
        else wanted(_texts(source), _texts(side))
        for side, (back, _) in zip(sides, translated, strict=True)
    ]
    meanings.encode(texts, processes, steps)
    calls = [
        partial(
            _aligned,
            source,
            side,
            back,
            confirmed(source.language, side.language) if confirmed else frozenset(),
            meanings.of(both) if both else None,
        )
        for side, (back, _), both in zip(sides, translated, texts, strict=True)
    ]
    found = steps.each("Aligning {language}", sides, calls, processes)
    return [
        Comparison(side, own, ((),) * len(own), back, evidence, encoder, likeness)
        for side, (own, encoder, likeness), (back, evidence) in zip(
            sides, found, translated, strict=True
        )
    ]


def _texts(side: SegmentedDocument) -> tuple[list[str], str]:
    return [side.segments[index].text for index in content(side)], side.language


def _aligned(
    source: SegmentedDocument,
    side: SegmentedDocument,
    back: Mapping[int, BackTranslation],
    confirmed: frozenset[tuple[str, str]],
    vectors: Vectors | None,
    *,
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> tuple[tuple[Bead, ...], str, Mapping[Link, float]]:
    """The beads, the encoder that helped in finding them ("" for none), and how alike it found
    their two sides."""
    if cancelled():
        raise Cancelled
    within(0.0)
    if has_units(source.document.blocks, side.document.blocks):
        return tuple(_unit_beads(source, side, back, confirmed, within, cancelled)), "", {}
    left, right = content(source), content(side)

    def go_on() -> None:
        if cancelled():
            raise Cancelled

    encoder = VectorsOnDemand(_texts(source), _texts(side), go_on=go_on)
    # Where a translation proves free, or the user brought another encoder, the alignment asks.
    asked = vectors or encoder
    beads = _text_beads(
        source,
        side,
        left,
        right,
        back,
        confirmed,
        asked,
        encoder.read,
        cancelled,
        word_by_word=encoder.word_by_word,
    )
    if vectors:
        likeness = {} if encoder.word_by_word else _likeness(beads, vectors, left, right)
        return beads, BUNDLED.evidence, likeness
    return beads, encoder.evidence, {}


def _likeness(
    beads: Sequence[Bead], vectors: Vectors, left: Sequence[int], right: Sequence[int]
) -> dict[Link, float]:
    """The cosines of single pairs; none in a free translation, where unlike is no mistake."""
    if any(bead.free for bead in beads):
        return {}
    rows = {index: number for number, index in enumerate(left)}
    columns = {index: number for number, index in enumerate(right)}
    return {
        (bead.source, bead.target): float(
            vectors[0][rows[bead.source[0]]] @ vectors[1][columns[bead.target[0]]]
        )
        for bead in beads
        if len(bead.source) == len(bead.target) == 1
    }


def _unit_beads(
    source: SegmentedDocument,
    side: SegmentedDocument,
    back: Mapping[int, BackTranslation],
    confirmed: frozenset[tuple[str, str]],
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Iterator[Bead]:
    """The beads of a bilingual file: its units are pairs, in which sentences are aligned."""
    units = list(by_unit(source.segments, side.segments))
    for number, (left, right) in enumerate(units):
        if cancelled():
            raise Cancelled
        within(number / len(units))
        if len(left) == 1 and len(right) == 1:
            yield Bead(left, right, "aligned", 1.0)
        elif not right:
            yield from (Bead((index,), (), "missing", 1.0) for index in left)
        elif not left:
            yield from (Bead((), (index,), "added", 1.0) for index in right)
        else:
            yield from _text_beads(source, side, left, right, back, confirmed)


def _text_beads(
    source: SegmentedDocument,
    side: SegmentedDocument,
    left: Sequence[int],
    right: Sequence[int],
    back: Mapping[int, BackTranslation],
    confirmed: frozenset[tuple[str, str]],
    vectors: Vectors | VectorsOnDemand | None = None,
    read_together: ReadTogether | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    word_by_word: bool = False,
) -> tuple[Bead, ...]:
    beads = align(
        [source.segments[index].text for index in left],
        [side.segments[index].text for index in right],
        source_language=source.language,
        target_language=side.language,
        back_translation=[evidence_text(back.get(index)) for index in right] if back else None,
        source_headings=_headings(source, left),
        target_headings=_headings(side, right),
        confirmed=confirmed,
        source_paragraphs=[source.segments[index].block for index in left],
        target_paragraphs=[side.segments[index].block for index in right],
        vectors=vectors,
        read_together=read_together,
        word_by_word=word_by_word,
        cancelled=cancelled,
    )
    return tuple(
        cell
        for bead in beads
        for cell in _by_cell(
            source,
            side,
            replace(
                bead,
                source=tuple(left[index] for index in bead.source),
                target=tuple(right[index] for index in bead.target),
            ),
        )
    )


def _by_cell(source: SegmentedDocument, side: SegmentedDocument, bead: Bead) -> Iterator[Bead]:
    """The bead, or one for each cell where it holds as many cells of a table on both sides: those
    of a row are compared each with its own, not as if they were one sentence."""
    if (
        len(bead.source) == len(bead.target) > 1
        and _are_cells(source, bead.source)
        and _are_cells(side, bead.target)
    ):
        for one, other in zip(bead.source, bead.target, strict=True):
            yield replace(bead, source=(one,), target=(other,))
    else:
        yield bead


def _are_cells(side: SegmentedDocument, indices: Sequence[int]) -> bool:
    """Whether the segments are cells of a table, each a whole one."""
    segments = [side.segments[index] for index in indices]
    blocks = {segment.block for segment in segments}
    return len(blocks) == len(segments) and all(each.role == "table_cell" for each in segments)


def _headings(side: SegmentedDocument, indices: Sequence[int]) -> frozenset[int]:
    return frozenset(
        number for number, index in enumerate(indices) if side.segments[index].kind == "heading"
    )
