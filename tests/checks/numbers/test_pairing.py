"""Of several figures that differ in a sentence, those that are alike are held together."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers import check_numbers
from reviewer.checks.numbers.pairing import _distance
from reviewer.text.quantities.read_texts import read_items


@pytest.mark.parametrize(
    ("source", "target", "pairs"),
    [
        (
            "The bridge cost 97 million euros and has 12 lanes.",
            "Die Brücke hat 13 Spuren und kostete 97 Milliarden Euro.",
            {"97 million euros": "97 Milliarden Euro", "12": "13"},
        ),
        (
            "It has 450 seats, 31 doors and 7,200 lamps.",
            "Es hat 2.700 Lampen, 540 Sitze und 13 Türen.",
            {"450": "540", "31": "13", "7,200": "2.700"},
        ),
        (
            "Of 8,000 boats 25 % are old.",
            "35 % von 80.000 Booten sind alt.",
            {"8,000": "80.000", "25 %": "35 %"},
        ),
        (
            "It weighs 300 tonnes and is 18 metres long.",
            "Es ist 28 Meter lang und wiegt 400 Tonnen.",
            {"300 tonnes": "400 Tonnen", "18 metres": "28 Meter"},
        ),
    ],
)
def test_figures_that_are_alike_are_held_together(
    source: str, target: str, pairs: dict[str, str]
) -> None:
    found = check_numbers(source, target, source_language="en", target_language="de")
    assert {
        one.source_spans[0].of(source): one.target_spans[0].of(target) for one in found
    } == pairs


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("12 °C", "21 °C", 0.2),
        ("-12 °C", "21 °C", 0.2),
        ("-12 °C", "-21 °C", 0.2),
        ("-12 °C", "12 °C", 1.0),
        ("0 °C", "21 °C", 1.0),
        ("12 °C", "120 °C", 0.3),
        ("12 °C", "18 °C", 1.0),
        ("12 °C", "24 °C", 2.0),
    ],
)
def test_exchanged_digits_are_near_each_other_below_zero_too(
    one: str, other: str, distance: float
) -> None:
    (left,), (right,) = read_items(one, "en"), read_items(other, "en")
    assert _distance(left, right) == _distance(right, left) == pytest.approx(distance)
