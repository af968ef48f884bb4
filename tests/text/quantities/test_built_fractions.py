"""Fractions that are built of several characters, and whole numbers before them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from reviewer.text.quantities import extract_quantities


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("for 2 1/2 hours", Decimal("2.5"), "2 1/2"),
        ("for 2¹/₂ hours", Decimal("2.5"), "2¹/₂"),
        ("for 1 ³⁄₄ hours", Decimal("1.75"), "1 ³⁄₄"),
        ("a 5 3/16 gap", Decimal("5.1875"), "5 3/16"),
        ("a ¹/₃ share", Fraction(1, 3), "¹/₃"),
        ("a 3\u00ad¹/₂ share", Decimal("3.5"), "3\u00ad¹/₂"),
    ],
)
def test_a_fraction_is_one_quantity(text: str, value: Decimal | Fraction, written: str) -> None:
    (found,) = extract_quantities(text, "en")
    assert found.values[0] == value
    assert found.span.of(text).startswith(written)


@pytest.mark.parametrize("text", ["rooms 2 5/4", "in 2, 1/2 of it", "on 3 May 1/2 of it", "2 1/65"])
def test_what_is_no_part_of_one_stays_apart(text: str) -> None:
    assert len(extract_quantities(text, "en")) == 2


def test_a_raised_letter_makes_an_ordinal_number() -> None:
    for text in ("au 3ᵉ étage", "au 3e étage"):
        (found,) = extract_quantities(text, "fr")
        assert (found.kind, found.values[0]) == ("ordinal", 3)
