"""What was wrongly set aside is called back, and what no translation has is not in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.alignment.second_look import Encode, Text, recalled, without_unanswered
from reviewer.analysis.result import Comparison, SegmentedDocument


def called_back(
    source: SegmentedDocument, comparisons: Sequence[Comparison], encode: Encode
) -> tuple[SegmentedDocument, list[SegmentedDocument]] | None:
    """The source and its translations with what a first alignment shows to be text after all;
    None where there is nothing of that kind. `encode` tells what sentences mean."""
    looked = recalled(
        _text(source),
        [(_text(each.side), each.beads, each.back_translations) for each in comparisons],
        encode,
    )
    if looked is None:
        return None
    sides = [each.side for each in comparisons]
    return _with(source, looked[0]), [_with(*each) for each in zip(sides, looked[1], strict=True)]


def answered(
    source: SegmentedDocument, comparisons: Sequence[Comparison]
) -> tuple[SegmentedDocument, list[Comparison]]:
    """The same where nothing is in doubt that no translation has."""
    paired = [bead for each in comparisons for bead in each.beads if bead.source and bead.target]
    matched = {index for bead in paired for index in bead.source}
    source = _with(source, without_unanswered(_text(source), source.document.blocks, matched))
    made = []
    for each in comparisons:
        own = {index for bead in each.beads if bead.source for index in bead.target}
        text = without_unanswered(_text(each.side), each.side.document.blocks, own)
        side = _with(each.side, text)
        beads = tuple(
            bead
            for bead in each.beads
            if not all(source.segments[index].kind == "furniture" for index in bead.source)
            or not all(side.segments[index].kind == "furniture" for index in bead.target)
        )
        made.append(replace(each, side=side, beads=beads, findings=((),) * len(beads)))
    return source, made


def _text(side: SegmentedDocument) -> Text:
    """The side; only what its markup calls furniture can be called back."""
    blocks, parts = side.document.blocks, side.segments
    marked = {n: why for n, why in side.reasons.items() if blocks[parts[n].block].chrome}
    return Text(parts, side.language, marked)


def _with(side: SegmentedDocument, text: Text) -> SegmentedDocument:
    kept = {n: why for n, why in side.reasons.items() if text.segments[n].kind == "furniture"}
    return replace(side, segments=text.segments, reasons={**kept, **text.reasons})
