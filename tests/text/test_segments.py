"""Segments: what is aligned, checked and reviewed."""

from __future__ import annotations

import pytest

from reviewer.domain import Block, Document
from reviewer.text.segments import segments


def _document(*blocks: Block) -> Document:
    return Document("a.txt", "text", blocks, b"", language="en")


def test_sentences_are_numbered_through_the_document() -> None:
    found = segments(_document(Block("One. Two."), Block("  "), Block(" Three. ")), "s")
    assert [(s.id, s.text, s.block) for s in found] == [
        ("s1", "One.", 0),
        ("s2", "Two.", 0),
        ("s3", "Three.", 2),
    ]
    assert found[2].span.of(" Three. ") == "Three."


def test_a_title_or_heading_is_one_segment() -> None:
    found = segments(
        _document(Block("Really? Yes. It is.", "title"), Block("Part 1. The end", "heading")), "t"
    )
    assert [(s.text, s.kind) for s in found] == [
        ("Really? Yes. It is.", "heading"),
        ("Part 1. The end", "heading"),
    ]


@pytest.mark.parametrize(("words", "parts"), [(20, 1), (21, 2)])
def test_a_paragraph_of_sentences_that_is_set_as_a_heading_is_text(words: int, parts: int) -> None:
    text = " ".join(["It rained.", "Then", *["on"] * (words - 5), "and on."])
    found = segments(_document(Block(text, "heading")), "s")
    assert [s.kind for s in found] == (["heading"] if parts == 1 else ["body"] * parts)
    assert len(segments(_document(Block(text.rstrip("."), "heading")), "s")) == 1


def test_captions_items_and_cells_are_body() -> None:
    found = segments(
        _document(
            Block("A bridge. Photo: Li", "caption"),
            Block("Pears", "list_item"),
            Block("5 %", "table_cell"),
        ),
        "s",
    )
    assert {s.kind for s in found} == {"body"}
    assert [s.role for s in found] == ["caption", "caption", "list_item", "table_cell"]
