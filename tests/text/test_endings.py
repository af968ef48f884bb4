"""How lines end, whatever stands behind the mark."""

from __future__ import annotations

import pytest

from reviewer.text.endings import ends_as_sentence, last_mark


@pytest.mark.parametrize(
    "line",
    [
        "It rained.",
        "It rained.¹",
        "It rained. (2)",
        "It rained.(c)",
        "It rained.ᵃ",
        "It rained.[^1][^x]",
        "“It rained.”²",
        "It rained.4",
        "It rained.\u200f",
        "It rained.\u00ad\u200b ",
        "Il pleut\u00a0! »",
        "„Es regnet.“",
        "下雨了。①",
        "雨が降った。」",
        "أمطرت السماء؟",
        "It rained. ¹)",
    ],
)
def test_a_sentence_ends_with_its_mark(line: str) -> None:
    assert ends_as_sentence(line)


@pytest.mark.parametrize("line", ["Weather", "Weather (2)", "Weather¹", "Version 2.1", "Rain:", ""])
def test_a_heading_does_not(line: str) -> None:
    assert not ends_as_sentence(line)


@pytest.mark.parametrize(("line", "mark"), [("as follows:", ":"), ("Rain, ", ","), ("雨；", "；")])
def test_a_mark_inside_a_sentence_is_told_as_well(line: str, mark: str) -> None:
    assert last_mark(line) == mark
