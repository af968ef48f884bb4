"""Output that is evidence for nothing, and sentences that must not be taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.machine_translation.degenerate import is_reliable
from reviewer.machine_translation.engine_junk import tidy

SOURCE = "Der Bürgermeister hat am Montag den neuen Plan für den Hafen vorgestellt."


@pytest.mark.parametrize(
    "output",
    [
        "",
        "...",
        "The mayor the mayor the mayor the mayor the mayor",
        "The plan of the port of the port of the port of the port of the port of the port",
        "very very very very very good",
        SOURCE,
        SOURCE.replace(".", ""),
        "Plan.",
        "The mayor presented the plan. " * 8,
        "hahahahahahahahahahahahahaha",
    ],
)
def test_degenerate_output_is_unreliable(output):
    assert not is_reliable(SOURCE, output)


@pytest.mark.parametrize(
    ("source", "output"),
    [
        (SOURCE, "The mayor presented the new plan for the port on Monday."),
        ("Borussia Dortmund", "Borussia Dortmund"),
        ("2019: 45 %", "2019: 45 %"),
        ("Sangat, sangat, sangat, sangat penting!", "Very, very, very, very important!"),
        (
            "周一，市长介绍了港口的新计划。",
            "On Monday the mayor presented the new plan for the port.",
        ),
        ("Ja.", "Yes."),
        ("He said that that was that.", "Er sagte, das sei das."),
    ],
)
def test_sentences_are_reliable(source, output):
    assert is_reliable(source, output)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_judged(source, output):
    assert is_reliable(source, output) in (True, False)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("the mayor &apos;s plan", "the mayor 's plan"),
        ("&quot; yes &quot; , she said .", '" yes ", she said.'),
        ("AT &amp; T", "AT & T"),
        ("a  b ⁇ c", "a b c"),
        ("R&D; and more", "R&D; and more"),
    ],
)
def test_tidy(raw, clean):
    assert tidy(raw) == clean
