"""Where a span of a row's text lies in its sentences."""

from __future__ import annotations

import pytest

from reviewer.domain import Span, joined, located

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
        (["a", "560"], "a 560"),
        (["", "5"], " 5"),
        ([], ""),
    ],
)
def test_two_figures_side_by_side_are_not_one(texts: list[str], whole: str) -> None:
    assert joined(texts) == whole
