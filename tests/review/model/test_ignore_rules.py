"""Rules that hide findings, also those that come with somebody else's review."""

from __future__ import annotations

import time

import pytest

from reviewer.domain import Finding, Span
from reviewer.messages import message
from reviewer.review import NotPossible
from reviewer.review.model.ignore_rules import _LONGEST as LONGEST
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


@pytest.mark.parametrize(
    ("pattern", "possible"),
    [("a" * LONGEST, True), ("a" * (LONGEST + 1), False), ("(a|b)+", False), ("(", False)],
)
def test_which_patterns_there_may_be(pattern: str, possible: bool) -> None:
    if possible:
        assert IgnoreRule(pattern=pattern).pattern == pattern
    else:
        with pytest.raises(NotPossible):
            IgnoreRule(pattern=pattern)


def test_a_rule_has_some_part() -> None:
    with pytest.raises(NotPossible):
        IgnoreRule()


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (IgnoreRule(unit="kilometer"), True),
        (IgnoreRule(unit="hour"), False),
        (IgnoreRule("numbers", "value", "exact", "5", "kilometer"), True),
        (IgnoreRule("terms", "value", "exact", "5", "kilometer"), False),
        (IgnoreRule("numbers", "order", "exact", "5", "kilometer"), False),
        (IgnoreRule("numbers", "value", "near", "5", "kilometer"), False),
        (IgnoreRule("numbers", "value", "exact", "6", "kilometer"), False),
        (IgnoreRule("numbers", "value", "exact", "5", "hour"), False),
        (IgnoreRule(pattern="8"), True),
    ],
)
def test_all_parts_of_a_rule_must_fit(rule: IgnoreRule, wanted: bool) -> None:
    """The finding marks 5 km of the source and 8 km of the translation, not the 3 hours before."""
    row = RowTexts("In 3 hours it is 5 km.", "In 3 Stunden sind es 8 km.", "en", "de")
    spans = Span(17, 21), Span(21, 25)
    assert [spans[0].of(row.source), spans[1].of(row.target)] == ["5 km", "8 km"]
    finding = Finding("numbers", "value", "major", message("x"), spans[:1], spans[1:], rule="exact")
    assert ignored(rule, finding, row) is wanted


@pytest.mark.parametrize(
    ("start", "end", "wanted"), [(16, 17, False), (17, 18, True), (20, 21, True), (21, 22, False)]
)
def test_a_unit_counts_where_its_figure_is_marked(start: int, end: int, wanted: bool) -> None:
    row = RowTexts("In 3 hours it is 5 km.", "", "en", "de")
    finding = Finding("numbers", "value", "major", message("x"), (Span(start, end),))
    assert ignored(IgnoreRule(unit="kilometer"), finding, row) is wanted
