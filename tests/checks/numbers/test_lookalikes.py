"""Which words for units of time are counted by a figure beside them."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers.lookalikes import _uncounted
from reviewer.checks.numbers.sides import side


@pytest.mark.parametrize(
    ("language", "text", "uncounted"),
    [
        ("en", "two years", []), ("en", "5 (days)", []), ("en", "the 5th day", []),
        ("en", "year 2", []), ("en", "day (5)", []), ("en", "the year: 2", []),
        ("de", "im Jahr 991", []), ("de", "am 12. Tag", []), ("de", "Tag 5 und Jahre", ["Jahre"]),
        # One character more between them, or a word.
        ("en", "the year of 2", ["year"]), ("en", "years ago, 3 men", ["years"]),
        ("en", "5 — day", ["day"]), ("de", "in 3 langen Tagen", ["Tagen"]),
        # An article counts nothing.
        ("en", "a day", ["day"]), ("de", "ein Jahr", ["Jahr"]),
    ],
)  # fmt: skip
def test_a_unit_within_two_characters_of_a_figure_is_counted(
    language: str, text: str, uncounted: list[str]
) -> None:
    assert [text[start:end] for start, end, _ in _uncounted(side(text, language))] == uncounted
