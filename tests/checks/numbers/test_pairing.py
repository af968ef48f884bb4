"""Of several figures that differ in a sentence, those that are alike are held together."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers import check_numbers


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
