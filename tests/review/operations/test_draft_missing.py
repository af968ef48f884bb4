"""What a machine has written for a missing sentence is marked until somebody has touched it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.review import NotPossible, Review

MISSING = "s7"


def test_a_draft_is_marked_and_stays_so(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    assert review.row(1, MISSING).relation == "missing"
    review.draft(1, MISSING, " Fünf\n5. ")
    row = review.row(1, MISSING)
    assert (row.target, row.is_draft) == ("Fünf 5.", True)
    assert not any(other.is_draft for other in review.rows(1) if other.key != MISSING)
    assert not any(row.is_draft for row in review.rows(2))
    assert review.history(1, MISSING)[-1].words.startswith("Machine draft: Fünf 5.")
    assert reopened(review).row(1, MISSING).is_draft


def test_it_is_no_draft_any_more_once_it_is_changed(review: Review) -> None:
    review.draft(1, MISSING, "Fünf 5.")
    review.edit(1, MISSING, "Fünf: 5.")
    assert not review.row(1, MISSING).is_draft
    review.undo()
    assert review.row(1, MISSING).is_draft


def test_it_is_no_draft_any_more_once_it_is_reviewed(review: Review) -> None:
    review.draft(1, MISSING, "Fünf 5.")
    review.mark_reviewed(1, [MISSING])
    assert not review.row(1, MISSING).is_draft
    review.mark_reviewed(1, [MISSING], on=False)
    assert review.row(1, MISSING).is_draft


def test_one_step_of_undo_takes_it_out(review: Review) -> None:
    review.draft(1, MISSING, "Fünf 5.")
    review.undo()
    row = review.row(1, MISSING)
    assert (row.target, row.relation, row.is_draft) == ("", "missing", False)


def test_what_stood_in_the_file_is_no_draft(review: Review) -> None:
    review.draft(1, MISSING, "Eins 1.")
    assert not review.row(1, "s3").is_draft
    assert review.row(1, "s3").target == "Eins 1."


@pytest.mark.parametrize("key", ["s3", "t4", "s1"])
def test_only_a_missing_sentence_is_drafted(review: Review, key: str) -> None:
    with pytest.raises(NotPossible):
        review.draft(1, key, "Text.")


def test_nothing_is_put_in_without_words(review: Review) -> None:
    with pytest.raises(NotPossible):
        review.draft(1, MISSING, " ")
    assert review.row(1, MISSING).relation == "missing"


def test_those_that_nobody_touched_are_known(review: Review) -> None:
    assert review.drafts(1) == ()
    review.edit(1, "s3", "Eins: 1.")
    review.draft(1, MISSING, "Fünf 5.")
    assert review.drafts(1) == (MISSING,)
    assert review.drafts(2) == ()
    review.mark_reviewed(1, [MISSING])
    assert review.drafts(1) == ()
