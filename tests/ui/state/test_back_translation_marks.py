"""The words of the back-translation that carry a finding are the ones that are marked."""

from __future__ import annotations

from dataclasses import replace

from reviewer.domain import BackTranslation, Finding, Span
from reviewer.review import Review, ReviewedFinding, Row
from reviewer.ui.state.back_translation_marks import marks_beside

SOURCE = "The bridge cost €2.6 billion, some 12% more than planned in 2015."
BACK = "The bridge has cost €2.6 million, some 12% more than planned in 201."


def row(review: Review, back: str, *, reliable: bool = True) -> Row:
    first = next(row for row in review.rows(1) if row.relation == "aligned")
    made = BackTranslation(back, "p", "1", reliable)
    return replace(first, source=SOURCE, back_translation=made)


def finding(words: str, check: str = "numbers") -> ReviewedFinding:
    start = SOURCE.index(words)
    spans = (Span(start, start + len(words)),)
    return ReviewedFinding(Finding(check, "value", "critical", "x", spans), "f", "open")


def marked(made: Row, item: ReviewedFinding | None) -> tuple[list[str], list[str]]:
    gone, come = marks_beside(made, item, "en")
    back = made.back_translation.text
    return [span.of(SOURCE) for span in gone], [span.of(back) for span in come]


def test_a_figure_is_marked_with_what_stands_for_it(review: Review) -> None:
    assert marked(row(review, BACK), finding("€2.6 billion")) == (
        ["€2.6 billion"],
        ["€2.6 million"],
    )


def test_of_another_finding_and_of_none_the_words_that_differ(review: Review) -> None:
    for item in (None, finding("bridge", "names")):
        gone, come = marked(row(review, BACK), item)
        assert gone == ["2015"]
        assert "201" in come


def test_where_nothing_stands_for_the_figure_the_words_that_differ(review: Review) -> None:
    gone, come = marked(row(review, "The bridge has no price."), finding("€2.6 billion"))
    assert gone
    assert come


def test_an_unreliable_one_carries_nothing(review: Review) -> None:
    assert marked(row(review, BACK, reliable=False), finding("€2.6 billion")) == ([], [])
