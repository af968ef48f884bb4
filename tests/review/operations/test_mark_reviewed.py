"""The status of a sentence: reviewed, or not yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.analysis import Analysis
from reviewer.review import PairCheck, Review


def reviewed(review: Review, translation: int = 1) -> list[str]:
    return [row.key for row in review.rows(translation) if row.reviewed]


def test_nothing_is_reviewed_at_first(review: Review) -> None:
    counts = review.counts(1)
    assert counts.reviewed == 0
    assert counts.sentences == sum(row.relation is not None for row in review.rows(1)) > 0


def test_it_is_kept_in_the_review(review: Review, reopened: Callable[[Review], Review]) -> None:
    change = review.mark_reviewed(1, ["s4"])
    assert change.rows == ("s4",)
    assert reviewed(review) == ["s4"]
    assert review.counts(1).reviewed == 1
    assert reviewed(reopened(review)) == ["s4"]


def test_one_step_of_undo_takes_several_back_and_redo_sets_them_again(review: Review) -> None:
    review.mark_reviewed(1, ["s4", "s3"])
    review.undo()
    assert reviewed(review) == []
    review.redo()
    assert sorted(reviewed(review)) == ["s3", "s4"]


def test_it_is_taken_back(review: Review) -> None:
    review.mark_reviewed(1, ["s4"])
    review.mark_reviewed(1, ["s4"], on=False)
    assert reviewed(review) == []
    assert [str(entry.words) for entry in review.history(1, "s4")] == ["Reviewed", "Not reviewed"]


def test_the_same_again_is_no_step(review: Review) -> None:
    review.mark_reviewed(1, ["s4"])
    assert review.mark_reviewed(1, ["s4"]).rows == ()
    review.undo()
    assert reviewed(review) == []


def test_a_text_that_was_changed_is_not_reviewed_and_the_former_one_still_is(
    review: Review,
) -> None:
    review.mark_reviewed(1, ["s4"])
    review.edit(1, "s4", "Something else.")
    assert reviewed(review) == []
    review.undo()
    assert reviewed(review) == ["s4"]


def test_furniture_has_no_status(review: Review) -> None:
    menu = next(row for row in review.rows(1) if row.relation is None)
    assert review.mark_reviewed(1, [menu.key]).rows == ()
    assert reviewed(review) == []


def test_it_is_of_one_translation(review: Review) -> None:
    review.mark_reviewed(1, ["s4"])
    assert reviewed(review, 2) == []


def test_two_rows_that_say_the_same_are_reviewed_one_by_one(
    tmp_path: Path, twice: Analysis, check: PairCheck
) -> None:
    with Review.create(tmp_path / "twice.review", twice, check=check) as review:
        alike: dict[tuple[str, str], list[str]] = {}
        for row in review.rows(1):
            if row.relation is not None:
                alike.setdefault((row.source, row.target), []).append(row.key)
        pair = next(keys for keys in alike.values() if len(keys) > 1)
        review.mark_reviewed(1, pair[:1])
        assert reviewed(review) == pair[:1]


def test_an_unknown_row_is_an_error_of_the_caller(review: Review) -> None:
    with pytest.raises(KeyError):
        review.mark_reviewed(1, ["nothing"])
