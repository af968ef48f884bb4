"""Word differences for the panel: insensitive to case, punctuation and inflection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.differences import alike, differing_words


def shown(left: str, right: str, language: str = "en") -> tuple[list[str], list[str]]:
    spans = differing_words(left, right, language)
    return [s.of(left) for s in spans[0]], [s.of(right) for s in spans[1]]


@pytest.mark.parametrize(
    ("left", "right", "differing"),
    [
        ("The mayor opened it.", "the mayor opens it", ([], [])),
        ("The mayor opened the old bridge.", "The mayor opened the bridge.", (["old"], [])),
        ("He saw ships.", "He saw a big ship.", ([], ["a big"])),
        ("Kyiv is large.", "Kiev is huge.", (["Kyiv", "large"], ["Kiev", "huge"])),
        ("He saw ships.", "He saw, a big ship.", ([], ["a big"])),
        ("", "new text", ([], ["new text"])),
        ("Шевченко спав", "Шевченка читав", (["спав"], ["читав"])),
    ],
)
def test_differing_words(left, right, differing):
    language = "uk" if "Ш" in left else "en"
    assert shown(left, right, language) == differing


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("translation", "translated", True),
        ("rosenfeld", "rozenfeld", True),
        ("run", "runs", False),
        ("bank", "banks", True),
        ("university", "unicorn", False),
        ("house", "horse", False),
        ("a", "a", True),
    ],
)
def test_alike(first, second, same):
    assert alike(first, second) is same


@given(st.text(max_size=80), st.text(max_size=80))
def test_spans_lie_in_order_within_their_text(left, right):
    for text, spans in zip((left, right), differing_words(left, right, "en"), strict=True):
        ends = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
        assert ends == sorted(ends)
        assert all(span.of(text).strip() for span in spans)


@given(st.text(max_size=80))
def test_text_does_not_differ_from_itself(text):
    assert differing_words(text, text, "en") == ([], [])
