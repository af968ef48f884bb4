"""A new operation of the reviewer is one function; see docs/recipes/operation.md."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.messages import message
from reviewer.review import NotPossible, Review, ReviewChange
from reviewer.review.operations.edit_texts import edits_of
from reviewer.review.operations.runner import OperationRunner
from reviewer.store.records import Operation


def swap_texts(runner: OperationRunner, translation_id: int, key: str, other: str) -> ReviewChange:
    """Let two rows change their translations."""
    state = runner.translations[translation_id]
    one, two = state.row(key).target, state.row(other).target
    if not (one and two):
        raise NotPossible(message("Both rows need a translation."))
    patch = edits_of(runner, state, {key: two, other: one})
    return runner.perform(Operation("edit", message("Swap"), translation_id, key), patch)


def texts(review: Review) -> dict[str, str]:
    return {row.key: row.target for row in review.rows(1)}


def two_keys(review: Review) -> list[str]:
    return [row.key for row in review.rows(1) if row.relation == "aligned"][:2]


def test_it_is_carried_out_undone_done_again_and_kept(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    before, (key, other) = texts(review), two_keys(review)
    after = before | {key: before[other], other: before[key]}
    heard: list[ReviewChange] = []
    review.subscribe(heard.append)
    change = review.carry_out(swap_texts, 1, key, other)
    assert heard == [change]
    assert texts(review) == after
    assert review.undo_step is not None
    assert str(review.undo_step.label) == "Swap"
    review.undo()
    assert texts(review) == before
    review.redo()
    assert texts(reopened(review)) == after


def test_its_rows_are_checked_again(review: Review) -> None:
    key, other = two_keys(review)
    review.carry_out(swap_texts, 1, key, other)
    rows = [review.row(1, name) for name in (key, other)]
    lost = [{one for one in row.source if one.isdigit()} - set(row.target) for row in rows]
    assert [{one.finding.subject for one in row.findings} for row in rows] == lost
    assert any(lost)


def test_what_it_refuses_changes_nothing(review: Review) -> None:
    before = texts(review)
    missing = next(row.key for row in review.rows(1) if row.relation == "missing")
    with pytest.raises(NotPossible):
        review.carry_out(swap_texts, 1, two_keys(review)[0], missing)
    assert texts(review) == before
    assert review.undo_step is None
