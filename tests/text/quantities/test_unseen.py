"""Characters that nobody sees stand inside words and figures; offsets are the text's own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reviewer.checks.numbers import check_numbers
from reviewer.text.quantities import extract_quantities

UNSEEN = (
    "\u00ad\u200b\u2060\u200e\u200d\ufeff\u034f\u180e\ufe0f\u2064\u206e\ufff9\x7f\0\u3164\u070f"
    "\U000e0020\U000e0100\U0001d173"
)


@pytest.mark.parametrize("mark", UNSEEN)
def test_a_mark_inside_a_figure_or_word_is_read_through(mark: str) -> None:
    text = f"It has 1{mark}250 beds and two hun{mark}dred nurses."
    figure, words = extract_quantities(text, "en")
    assert (figure.values, words.values) == ((Decimal(1250),), (Decimal(200),))
    assert figure.span.of(text) == f"1{mark}250"
    assert words.span.of(text) == f"two hun{mark}dred"


def test_findings_point_into_the_text_as_it_is() -> None:
    source, target = "It has 1\u00ad250 beds.", "Es hat 1\u00ad520 Betten."
    (finding,) = check_numbers(source, target, source_language="en", target_language="de")
    assert finding.source_spans[0].of(source) == "1\u00ad250"
    assert finding.target_spans[0].of(target) == "1\u00ad520"


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("10⁶", 10**6, ""),
        ("10^6", 10**6, ""),
        ("1e6", 10**6, ""),
        ("1.5 × 10⁶", 1_500_000, ""),
        ("3 × 10⁻³ g", Decimal("0.003"), "gram"),
        ("5 m²", 5, "meter2"),
        ("5 m2", 5, "meter2"),
        ("5 m³", 5, "meter3"),
        ("5 km^2", 5, "kilometer2"),
    ],
)
def test_powers_are_read_in_every_writing(written: str, value: object, unit: str) -> None:
    (quantity,) = extract_quantities(f"about {written} here", "en")
    assert (quantity.values[0], quantity.unit) == (value, unit)


def test_a_subscript_belongs_to_a_formula() -> None:
    assert check_numbers(
        "CO2 rose.", "CO₂ stieg.", source_language="en", target_language="de"
    ) == []  # fmt: skip
