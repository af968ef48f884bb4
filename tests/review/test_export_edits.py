"""What stands between sentences of an exported text."""

from __future__ import annotations

import pytest

from reviewer.domain import Block, Segment, Span, TextEdit
from reviewer.review.export_edits import corrected_edits


def _document(gap: str, *, sentences: int = 3) -> tuple[list[Block], list[Segment]]:
    """A paragraph with `gap` between its sentences, and one with another gap once."""
    blocks, segments = [], []
    for number, between in enumerate((gap, " ")):
        text = ""
        for place in range(sentences if number == 0 else 2):
            start = len(text) + (len(between) if text else 0)
            text += (between if text else "") + f"Satz {place}."
            segments.append(
                Segment(f"{number}{place}", text[start:], number, Span(start, len(text)))
            )
        blocks.append(Block(text))
    return blocks, segments


@pytest.mark.parametrize("gap", ["  ", "", " ", "\u3000"])
def test_an_inserted_sentence_is_parted_as_the_sentences_of_its_document_are(gap: str) -> None:
    blocks, segments = _document(gap)
    end = len(blocks[1].text)
    segments.append(Segment("new", "Neu.", 1, Span(end, end)))
    [edit] = corrected_edits(blocks, segments)
    assert edit == TextEdit(1, Span(0, end), f"Satz 0. Satz 1.{gap}Neu.")


def test_a_document_of_single_sentences_has_a_space() -> None:
    segments = [Segment("1", "Eins.", 0, Span(0, 5)), Segment("2", "Neu.", 0, Span(5, 5))]
    assert corrected_edits([Block("Eins.")], segments)[0].text == "Eins. Neu."


def test_the_gap_of_a_changed_sentence_stays() -> None:
    blocks, segments = _document("  ")
    segments[1] = Segment("01", "Anders.", 0, segments[1].span)
    [edit] = corrected_edits(blocks, segments)
    assert edit.text == "Satz 0.  Anders.  Satz 2."
