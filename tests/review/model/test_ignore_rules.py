"""Rules that hide findings, also those that come with somebody else's review."""

from __future__ import annotations

import time

import pytest

from reviewer.domain import Finding, Span, message
from reviewer.review.model.ignore_rules import IgnoreRule, RowTexts, ignored


def covers(pattern: str, text: str) -> bool:
    finding = Finding("numbers", "value", "major", message("x"), (Span(0, len(text)),))
    return ignored(IgnoreRule(pattern=pattern), finding, RowTexts(text, "", "en", "de"))


@pytest.mark.parametrize(
    ("pattern", "text", "wanted"),
    [("km", "5 km", True), ("^km", "5 km", False), ("x*", "5 km", True), ("KM", "5 km", False)],
)
def test_a_pattern_is_searched_for_in_what_is_marked(pattern: str, text: str, wanted: bool) -> None:
    assert covers(pattern, text) is wanted


@pytest.mark.parametrize("pattern", ["(a*){30}b", "a*a*a*a*a*a*a*a*a*a*a*a*b", "(?:a?){40}a{40}c"])
def test_a_pattern_that_takes_for_ever_covers_nothing(pattern: str) -> None:
    began = time.process_time()
    assert not covers(pattern, "a" * 5_000)
    # Without an end it would take longer than anybody lives.
    assert time.process_time() - began < 20
