"""Where a span of a row's text lies in its sentences."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from reviewer.domain import (
    BackTranslation,
    Bead,
    Block,
    Document,
    Finding,
    NewBlock,
    Pair,
    ReviewerError,
    Span,
    TextEdit,
    joined,
    located,
)
from reviewer.messages import message

TEXTS = ("One.", "Second.", "3")


@pytest.mark.parametrize(
    ("span", "places"),
    [
        ((0, 4), [(0, 0, 4)]),
        ((5, 12), [(1, 0, 7)]),
        ((13, 14), [(2, 0, 1)]),
        ((2, 7), [(0, 2, 4), (1, 0, 2)]),
        ((0, 14), [(0, 0, 4), (1, 0, 7), (2, 0, 1)]),
        ((4, 5), []),  # the space between
        ((4, 4), [(0, 4, 4)]),  # an insertion at the end of a sentence
        ((5, 5), [(1, 0, 0)]),
        ((14, 14), [(2, 1, 1)]),
        ((15, 15), []),
    ],
)
def test_a_span_of_the_joined_text_is_found_in_its_sentences(
    span: tuple[int, int], places: list[tuple[int, int, int]]
) -> None:
    found = located(TEXTS, Span(*span))
    assert found == [(number, Span(start, end)) for number, start, end in places]
    whole = "".join(piece.of(TEXTS[number]) for number, piece in found)
    assert whole == Span(*span).of(joined(TEXTS)).replace(" ", "")


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (["560", "987"], "560\t987"),
        (["in 1990", "560 were", "3"], "in 1990\t560 were 3"),
        (["٥٦٠", "٩٨٧"], "٥٦٠\t٩٨٧"),
        (["1990.", "560"], "1990. 560"),
        (["a1", "5b"], "a1\t5b"),
        (["1", "2", "3"], "1\t2\t3"),
        (["1.", "22", "3"], "1. 22\t3"),
        (["a", "560"], "a 560"),
        (["", "5"], " 5"),
        ([], ""),
    ],
)
def test_two_figures_side_by_side_are_not_one(texts: list[str], whole: str) -> None:
    assert joined(texts) == whole


HERE = Span(0, 1)


def test_what_is_not_said_of_a_noun_is_the_usual() -> None:
    block, new = Block("a"), NewBlock(0, "a")
    assert (block.role, block.level, block.chrome) == ("paragraph", 0, False)
    assert (new.role, new.level, new.behind) == ("paragraph", 0, True)
    bead = Bead((0,), (0,), "aligned", 0.5)
    assert not any([bead.fixed, bead.free])
    pair = Pair("a", "b", "en", "de")
    assert (pair.relation, pair.confidence, pair.stands) == ("aligned", 1, "text")
    assert not any([pair.empty_unit, pair.free])
    assert Finding("numbers", "value", "major", message("x")).confidence == 1
    assert BackTranslation("a", "b", "1").reliable


def test_new_sentences_in_an_edit_are_no_part_of_what_it_is() -> None:
    assert TextEdit(0, HERE, "a", ((0, HERE),)) == TextEdit(0, HERE, "a")
    assert "secret" not in repr(Document("a.txt", "text", (), b"secret"))


@pytest.mark.parametrize(
    ("value", "as_data", "text"),
    [
        (5, 5, "5"), ("five", "five", "five"), (Decimal("12.50"), {"value": "12.50"}, "12.5"),
        (Decimal("1e3"), {"value": "1000"}, "1,000"), (Fraction(2, 3), {"value": "2/3"}, "2/3"),
        (1.5, "1.5", "1.5"), (ReviewerError(message("too large")), None, "too large"),
        (ReviewerError("gone"), "gone", "gone"), (ReviewerError(), "", ""),
        (OSError("no disk"), "no disk", "no disk"),
    ],
)  # fmt: skip
def test_what_stands_in_a_hole(value: object, as_data: object, text: str) -> None:
    said = message("{it}", it=value)
    assert said == text
    assert said.data() == {
        "pattern": "{it}",
        "holes": {"it": {"pattern": "too large"} if as_data is None else as_data},
    }
