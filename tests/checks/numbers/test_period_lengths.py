"""A word for a period answers one length in the other text, if its own text has no such word."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers import check_numbers


@pytest.mark.parametrize(
    ("source", "target", "alarms"),
    [
        ("It is paid every three months.", "Es wird vierteljährlich gezahlt.", 0),
        ("It is paid quarterly.", "Es wird alle drei Monate gezahlt.", 0),
        ("The quarterly fee is due within 3 months.", "Die vierteljährliche Gebühr ist fällig.", 1),
        ("The annual plan covers 12 months.", "Der jährliche Plan ist da.", 1),
        (
            "The quarterly fee is due within 3 months.",
            "Die vierteljährliche Gebühr ist binnen 3 Monaten fällig.",
            0,
        ),
    ],
)
def test_a_word_answers_no_more_than_it_tells(source: str, target: str, alarms: int) -> None:
    found = check_numbers(source, target, source_language="en", target_language="de")
    assert len(found) == alarms
