"""Sides -> beads: which sentences of a translation belong to which of the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reviewer.alignment.align import align
from reviewer.alignment.couples import ReadTogether
from reviewer.alignment.token_rows import TokenRows
from reviewer.alignment.vectors import Vectors
from reviewer.analysis.meanings import Meanings, wanted
from reviewer.analysis.result import Comparison, SegmentedDocument, content
from reviewer.analysis.sentence_reading import all_read
from reviewer.analysis.steps import Steps
from reviewer.analysis.translating import evidence_text, joined_back
from reviewer.domain import BackTranslation, Bead, joined
from reviewer.machine_translation.encoders import BUNDLED, VectorsOnDemand
from reviewer.processes import Cancelled, Processes
from reviewer.text.speech import Speech, answering, speeches
from reviewer.text.units import by_unit, has_units

Confirmed = Callable[[str, str], frozenset[tuple[str, str]]]
"""The pairs of sentences that a reviewer confirmed, for a source and a target language."""

Link = tuple[tuple[int, ...], tuple[int, ...]]

Translated = tuple[Mapping[int, BackTranslation], str]
"""The back-translations of a side by the index of their segment, and the package."""


Whole = tuple[int, ...]
"""What is aligned as one sentence: a segment, or those of a speech that stands otherwise beside
its clause in the other text."""


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
    cut = [_wholes(source, content(source), side, content(side)) for side in sides]
    texts = [
        None
        if back or has_units(source.document.blocks, side.document.blocks)
        else wanted(_texts(source, left), _texts(side, right))
        for side, (left, right), (back, _) in zip(sides, cut, translated, strict=True)
    ]
    meanings.encode(texts, processes, steps)
    read = all_read(
        [
            None
            if has_units(source.document.blocks, side.document.blocks)
            else (_texts(source, left), _texts(side, right))
            for side, (left, right) in zip(sides, cut, strict=True)
        ],
        processes,
        steps,
    )
    calls = [
        partial(
            _aligned,
            source,
            side,
            wholes,
            back,
            confirmed(source.language, side.language) if confirmed else frozenset(),
            meanings.of(both) if both else None,
            rows,
        )
        for side, wholes, (back, _), both, rows in zip(
            sides, cut, translated, texts, read, strict=True
        )
    ]
    found = steps.each("Aligning {language}", sides, calls, processes)
    return [
        Comparison(side, own, ((),) * len(own), back, evidence, encoder, likeness)
        for side, (own, encoder, likeness), (back, evidence) in zip(
            sides, found, translated, strict=True
        )
    ]


def _texts(side: SegmentedDocument, wholes: Sequence[Whole]) -> tuple[list[str], str]:
    return [_text(side, whole) for whole in wholes], side.language


def _text(side: SegmentedDocument, whole: Whole) -> str:
    return joined([side.segments[index].text for index in whole])


def _wholes(
    source: SegmentedDocument, left: Sequence[int], side: SegmentedDocument, right: Sequence[int]
) -> tuple[list[Whole], list[Whole]]:
    """The segments of these indices, together where they are one speech that has its clause in
    another place in the other text."""
    spoken, answers = _speeches(source, left), _speeches(side, right)
    parted = answering(source.segments, spoken, side.segments, answers)
    return _joined(left, spoken, parted[0]), _joined(right, answers, parted[1])


def _speeches(side: SegmentedDocument, indices: Sequence[int]) -> list[Speech]:
    own = set(indices)
    found = speeches(side.document, side.segments, side.language)
    return [each for each in found if own.issuperset(range(each.first, each.last + 1))]


def _joined(indices: Sequence[int], spoken: Sequence[Speech], parted: set[Speech]) -> list[Whole]:
    whole = {each.first: each for each in spoken if not each.long and each not in parted}
    inside = {index for each in whole.values() for index in range(each.first + 1, each.last + 1)}
    return [
        tuple(range(index, whole[index].last + 1)) if index in whole else (index,)
        for index in indices
        if index not in inside
    ]


def _aligned(
    source: SegmentedDocument,
    side: SegmentedDocument,
    wholes: tuple[list[Whole], list[Whole]],
    back: Mapping[int, BackTranslation],
    confirmed: frozenset[tuple[str, str]],
    vectors: Vectors | None,
    rows: tuple[TokenRows, TokenRows] | None,
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
    left, right = wholes

    def go_on() -> None:
        if cancelled():
            raise Cancelled

    encoder = VectorsOnDemand(_texts(source, left), _texts(side, right), go_on=go_on)
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
        token_rows=rows,
    )
    if vectors:
        likeness = {} if encoder.word_by_word else _likeness(beads, vectors, left, right)
        return beads, BUNDLED.evidence, likeness
    return beads, encoder.evidence, {}


def _likeness(
    beads: Sequence[Bead], vectors: Vectors, left: Sequence[Whole], right: Sequence[Whole]
) -> dict[Link, float]:
    """The cosines of single pairs; none in a free translation, where unlike is no mistake."""
    if any(bead.free for bead in beads):
        return {}
    rows = {whole: number for number, whole in enumerate(left)}
    columns = {whole: number for number, whole in enumerate(right)}
    return {
        (bead.source, bead.target): float(
            vectors[0][rows[bead.source]] @ vectors[1][columns[bead.target]]
        )
        for bead in beads
        if bead.source in rows and bead.target in columns
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
            wholes = _wholes(source, left, side, right)
            yield from _text_beads(source, side, *wholes, back, confirmed)


def _text_beads(
    source: SegmentedDocument,
    side: SegmentedDocument,
    left: Sequence[Whole],
    right: Sequence[Whole],
    back: Mapping[int, BackTranslation],
    confirmed: frozenset[tuple[str, str]],
    vectors: Vectors | VectorsOnDemand | None = None,
    read_together: ReadTogether | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    word_by_word: bool = False,
    token_rows: tuple[TokenRows, TokenRows] | None = None,
) -> tuple[Bead, ...]:
    beads = align(
        [_text(source, whole) for whole in left],
        [_text(side, whole) for whole in right],
        source_language=source.language,
        target_language=side.language,
        back_translation=[_back(back, whole) for whole in right] if back else None,
        source_headings=_headings(source, left),
        target_headings=_headings(side, right),
        confirmed=confirmed,
        source_paragraphs=[source.segments[whole[0]].block for whole in left],
        target_paragraphs=[side.segments[whole[0]].block for whole in right],
        vectors=vectors,
        read_together=read_together,
        word_by_word=word_by_word,
        token_rows=token_rows,
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
                source=tuple(index for n in bead.source for index in left[n]),
                target=tuple(index for n in bead.target for index in right[n]),
            ),
        )
    )


def _back(back: Mapping[int, BackTranslation], whole: Whole) -> str | None:
    return evidence_text(joined_back(back, Bead((), whole, "added", 1.0)))


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


def _headings(side: SegmentedDocument, wholes: Sequence[Whole]) -> frozenset[int]:
    return frozenset(
        number for number, whole in enumerate(wholes) if side.segments[whole[0]].kind == "heading"
    )
