"""Digits that a page of a PDF raises or lowers, within a line or in pieces of their own."""

from __future__ import annotations

import pytest

from reviewer.formats.pdf.raised_digits import Box, as_seen, joined
from tests.formats.test_read_only import page, pdf, read, texts


def line(*runs: tuple[str, float, float]) -> str:
    """A line of runs: their text, their size, and how far they are raised."""
    shown = " ".join(f"/F1 {size} Tf {rise} Ts ({text}) Tj" for text, size, rise in runs)
    return f"BT 50 700 Td {shown} ET"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([("It holds 10", 12, 0), ("6", 8, 5), (" litres.", 12, 0)], "It holds 10⁶ litres."),
        ([("It is 40 m", 12, 0), ("2", 8, 4), (".", 12, 0)], "It is 40 m²."),
        ([("Some CO", 12, 0), ("2", 8, -3), (" is left.", 12, 0)], "Some CO₂ is left."),
        ([("At 10", 12, 0), ("-3", 8, 5), (" or less.", 12, 0)], "At 10⁻³ or less."),
        ([("As told", 12, 0), ("12", 7, 5), (". Then", 12, 0)], "As told¹². Then"),
        ([("The 5", 12, 0), ("th", 8, 5), (" of May.", 12, 0)], "The 5th of May."),
        ([("x", 12, 0), ("2", 8, 5), (" and more of it.", 12, 0)], "x² and more of it."),
        ([("It cost 10", 12, 0), ("50", 8, 0), (" then.", 12, 0)], "It cost 1050 then."),
        ([("Rooms 12 and 14 in 2024.", 12, 0)], "Rooms 12 and 14 in 2024."),
    ],
)
def test_a_page_says_what_a_reader_sees(runs: list[tuple[str, float, float]], text: str) -> None:
    assert texts(read(pdf(page(line(*runs))))) == [text]


def box(left: float, bottom: float, height: float = 10.0) -> Box:
    return left, bottom, left + 5.0, bottom + height


@pytest.mark.parametrize(
    ("bottom", "height", "size", "seen"),
    [
        (1.6, 8.9, 8.9, "10⁶"),
        (1.5, 8.9, 8.9, "106"),  # not high enough
        (1.6, 9.0, 8.9, "106"),  # not small enough
        (1.6, 8.9, 9.0, "106"),  # of a font that is not small enough
        (-1.1, 8.9, 8.9, "10₆"),
        (-1.0, 8.9, 8.9, "106"),
    ],
)
def test_what_is_small_and_stands_high_is_raised(
    bottom: float, height: float, size: float, seen: str
) -> None:
    boxes = [box(0, 0), box(5, 0), box(10, bottom, height)]
    assert as_seen("106", boxes, lambda _place: size, 10.0) == seen


def test_a_font_that_is_scaled_says_nothing_of_its_size() -> None:
    boxes = [box(0, 0), box(5, 0), box(10, 5, 7)]
    assert as_seen("106", boxes, lambda _place: 99.0, 0.0) == "10⁶"


@pytest.mark.parametrize(
    ("left", "bottom", "text"),
    [(5.9, 5, "x²"), (6.1, 5, None), (5.5, -5, "x₂"), (5.5, 0.5, None), (5.5, 10, None)],
)
def test_a_piece_by_itself_is_raised_beside_the_letter_before(
    left: float, bottom: float, text: str | None
) -> None:
    assert joined("x", "2", (box(0, 0), box(left, bottom, 8.0))) == text


def test_a_row_of_other_words_is_no_power() -> None:
    assert joined("x", "2 more", (box(0, 0), box(5, 5, 8.0))) is None
    assert joined("x²", "and", (box(0, 0), box(8, 0))) == "x² and"
    assert joined("told¹", ".", (box(0, 0), box(5.5, 0))) == "told¹."
