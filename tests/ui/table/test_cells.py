"""What the cells of a row show."""

from __future__ import annotations

from dataclasses import replace

from reviewer.domain import Span
from reviewer.review import Review
from reviewer.ui.table.cells import found, row_cell, worst


def rows(review: Review) -> dict[str, object]:
    return {row.source or row.target: row for row in review.rows(1)}


def test_the_side_without_text_says_so(review: Review) -> None:
    by_text = rows(review)
    missing = row_cell(by_text["The mayor left at 7."], "target", right_to_left=False)
    assert (missing.text, missing.empty) == ("", "Not in the translation")
    added = row_cell(by_text["Es regnete."], "source", right_to_left=False)
    assert added.empty == "Not in the source"


def test_the_empty_side_of_furniture_says_nothing(review: Review) -> None:
    assert row_cell(rows(review)["Menu 1"], "target", right_to_left=False).empty == ""


def test_headings_are_bold_and_furniture_is_quiet(review: Review) -> None:
    by_text = rows(review)
    assert row_cell(by_text["The harbour"], "source", right_to_left=False).bold
    assert row_cell(by_text["Menu 1"], "source", right_to_left=False).quiet


def test_findings_are_marked_on_both_sides_and_fade_when_decided(review: Review) -> None:
    row = rows(review)["The harbour 😀 cost 12 million."]
    source = row_cell(row, "source", right_to_left=False)
    assert [mark.span.of(source.text) for mark in source.highlights] == ["12"]
    assert not source.highlights[0].faint
    assert worst(row.findings) == "critical"
    review.decide_all(1, "dismiss")
    row = rows(review)["The harbour 😀 cost 12 million."]
    assert row_cell(row, "target", right_to_left=False).highlights[0].faint


def test_words_are_found_whatever_their_case() -> None:
    assert found("Hafen und HAFEN", "hafen") == [Span(0, 5), Span(10, 15)]
    assert found("Straße", "STRASSE") == []
    assert found("İstanbul", "stan") == [Span(1, 5)]
    assert found("anything", "") == []


def test_the_number_of_a_list_leads_the_text_and_is_no_part_of_it(review: Review) -> None:
    row = replace(rows(review)["The harbour"], source_mark="3.", target_mark="c)")
    source = row_cell(row, "source", right_to_left=False)
    assert (source.lead, source.text) == ("3.", "The harbour")
    assert row_cell(row, "target", right_to_left=False).lead == "c)"
