"""Hyphens at the ends of printed lines: of a divided word, or of the word itself."""

from __future__ import annotations

import pytest

from reviewer.formats.pdf.divided_words import MARK, DividedWords

KNOWN = ["The harbour,", "(well-known)", "(Überfahrt)!", "e-mail", "post-war times", "Seafront"]


@pytest.mark.parametrize(
    ("text", "line", "whole"),
    [
        # The document has the word elsewhere, in whatever case and beside whatever sign.
        ("the har-", "bour is", "the harbour is"),
        ("the HAR-", "bour", "the HARbour"),
        ("a well-", "known man", "a well-known man"),
        ("die (Über-", "fahrt)", "die (Überfahrt)"),
        # It has another form of it.
        ("the har-", "bours", "the harbours"),
        ("the sea-", "fronts", "the seafronts"),
        # The first part is that of other words, too.
        ("a post-", "office", "a post-office"),
        # What is written so by itself.
        ("Vor-", "und Nachteile", "Vor- und Nachteile"),
        ("Sea-", "Land", "Sea-Land"),
        ("a half-built-", "up town", "a half-built-up town"),
        # No divided word.
        ("1990-", "2000", "1990- 2000"),
        ("the quay", "is long", "the quay is long"),
        ("", "is long", "is long"),
        ("the har-", "5 men", "the har- 5 men"),
    ],
)
def test_two_lines(text: str, line: str, whole: str) -> None:
    assert DividedWords.of(KNOWN).joined(text, line) == whole


@pytest.mark.parametrize(("plain", "whole"), [(32, "unknown"), (33, "un-known")])
def test_unknown_words_are_divided_where_three_lines_in_a_hundred_end_so(
    plain: int, whole: str
) -> None:
    assert DividedWords.of([*["quay"] * plain, "xy-"]).joined("un-", "known") == whole


def test_marks_inside_a_line_are_hyphens_or_nothing() -> None:
    words = DividedWords.of(KNOWN)
    assert words.mended(f"the har{MARK}bour and well{MARK}known") == "the harbour and well-known"
    assert words.mended(f"5{MARK}6 quay{MARK}") == f"5-6 quay{MARK}"
