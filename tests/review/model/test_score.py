"""Points for each 1,000 words, and whether a translation passes."""

from __future__ import annotations

import pytest

from reviewer.review import Review, Scoring, score

USUAL = Scoring()


def test_each_error_has_the_points_of_its_severity() -> None:
    made = score(
        [("omission", "critical"), ("style", "minor"), ("style", "minor"), ("number", "info")],
        1000,
        USUAL,
    )
    assert made.points == 27
    assert made.errors == {
        ("omission", "critical"): 1,
        ("style", "minor"): 2,
        ("number", "info"): 1,
    }
    assert made.per_1000 == 27
    assert made.quality == 97.3


@pytest.mark.parametrize(("words", "passed"), [(1001, True), (1000, True), (999, False)])
def test_it_passes_up_to_the_mark(words: int, passed: bool) -> None:
    assert score([("omission", "critical")], words, USUAL).passed == passed


def test_the_quality_is_never_below_nothing() -> None:
    assert score([("omission", "critical")] * 9, 10, USUAL).quality == 0
    assert score([], 10, USUAL).quality == 100


def test_without_words_only_a_text_without_errors_passes() -> None:
    assert score([], 0, USUAL).passed
    assert not score([("omission", "critical")], 0, USUAL).passed
    assert score([("omission", "critical")], 0, USUAL).per_1000 == 0


def test_weights_and_mark_can_be_set_and_are_kept(review: Review) -> None:
    mine = Scoring({"critical": 10.0, "major": 3.0, "minor": 0.5, "info": 0.0}, 12.5)
    review.set_setting("scoring", mine.data())
    assert review.scoring == mine


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"weights": {"critical": 1}, "pass_mark": 3},
        {"weights": {"critical": -1, "major": 1, "minor": 1, "info": 0}, "pass_mark": 3},
        {"weights": {"critical": "1", "major": 1, "minor": 1, "info": 0}, "pass_mark": 3},
        {"weights": {"critical": 1, "major": 1, "minor": 1, "info": 0}, "pass_mark": -1},
        [1, 2],
    ],
)
def test_anything_else_is_the_usual_scoring(data: object) -> None:
    assert Scoring.read(data) == USUAL


def test_what_was_accepted_and_what_was_found_by_hand_counts(review: Review) -> None:
    row = next(row for row in review.rows(1) if row.findings)
    assert review.score(1).points == 0
    review.decide(1, row.key, row.findings[0].fingerprint, "accept")
    review.add_finding(1, row.key, "style", "minor")
    review.add_finding(1, row.key, "note", "info", words="only a remark")
    made = review.score(1)
    assert ("style", "minor") in made.errors
    assert ("note", "info") not in made.errors
    assert made.points == USUAL.weights[row.findings[0].finding.severity] + 1
