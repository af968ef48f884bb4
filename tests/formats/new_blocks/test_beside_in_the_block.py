"""Where a format has no new blocks, what is new stands in the block beside it, with its edits."""

from __future__ import annotations

import pytest

from reviewer.domain import Edit, NewBlock, Span, TextEdit
from reviewer.formats.new_blocks.places import inline

LENGTHS = [10, 7]
OLD = "0123456789"


def after(edits: list[TextEdit]) -> str:
    """The first block with its edits."""
    text = OLD
    for edit in sorted(edits, key=lambda one: one.span.start, reverse=True):
        if edit.block == 0:
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def new(text: str, *, behind: bool, block: int = 0) -> NewBlock:
    return NewBlock(block, text, behind=behind)


@pytest.mark.parametrize(
    ("edits", "text", "count"),
    [
        ([new("New.", behind=True)], "0123456789 New.", 1),
        ([new("New.", behind=False)], "New. 0123456789", 1),
        ([TextEdit(0, Span(0, 2), "ab"), new("New.", behind=False)], "New. ab23456789", 1),
        ([TextEdit(0, Span(1, 2), "b"), new("New.", behind=False)], "New. 0b23456789", 2),
        ([TextEdit(0, Span(8, 10), "xy"), new("New.", behind=True)], "01234567xy New.", 1),
        ([TextEdit(0, Span(7, 9), "x"), new("New.", behind=True)], "0123456x9 New.", 2),
        ([TextEdit(0, Span(0, 10), ""), new("New.", behind=True)], "New.", 1),
        ([TextEdit(0, Span(0, 10), ""), new("New.", behind=False)], "New.", 1),
        ([TextEdit(1, Span(0, 7), "x"), new("New.", behind=True)], "0123456789 New.", 2),
        ([new("One.", behind=True), new("Two.", behind=True)], "0123456789 One. Two.", 1),
        ([new("One.", behind=False), new("Two.", behind=False)], "One. Two. 0123456789", 1),
        (
            [TextEdit(0, Span(0, 2), "ab"), new("One.", behind=False), new("Two.", behind=False)],
            "One. Two. ab23456789",
            1,
        ),
    ],
)
def test_it_joins_the_edits_that_it_touches(edits: list[Edit], text: str, count: int) -> None:
    made = inline(edits, LENGTHS)
    assert after(made) == text
    assert len(made) == count


def test_it_is_apart_by_the_gap_of_its_text() -> None:
    assert after(inline([new("New.", behind=True)], LENGTHS, gap="")) == "0123456789New."
    assert after(inline([new("New.", behind=False, block=1)], LENGTHS, gap="|")) == OLD
