"""Decisions: made, remembered, carried over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.analysis import Analysis
from reviewer.review import NotPossible, PairCheck, Review, ReviewChange, ReviewedFinding
from reviewer.store.memory import Memory


def finding(review: Review, key: str) -> ReviewedFinding:
    [one] = review.row(1, key).findings
    return one


@pytest.mark.parametrize(
    ("action", "state"), [("accept", "accepted"), ("dismiss", "dismissed"), ("reopen", "open")]
)
def test_a_decision_stands_after_reopening(
    review: Review, reopened: Callable[[Review], Review], action: str, state: str
) -> None:
    name = finding(review, "s4").fingerprint
    review.decide(1, "s4", name, "dismiss", "before")
    review.decide(1, "s4", name, action, "why")  # type: ignore[arg-type]
    one = finding(reopened(review), "s4")
    assert (one.state, one.comment) == (state, "why")


def test_a_comment_alone_keeps_the_state(review: Review) -> None:
    name = finding(review, "s4").fingerprint
    review.decide(1, "s4", name, "accept")
    review.decide(1, "s4", name, "comment", "look again")
    assert (finding(review, "s4").state, finding(review, "s4").comment) == (
        "accepted",
        "look again",
    )


def test_a_decision_without_a_comment_keeps_the_one_there(review: Review) -> None:
    name = finding(review, "s4").fingerprint
    review.decide(1, "s4", name, "comment", "why")
    review.decide(1, "s4", name, "dismiss")
    assert finding(review, "s4").comment == "why"


def test_deciding_the_same_again_changes_nothing(review: Review) -> None:
    name = finding(review, "s4").fingerprint
    review.decide(1, "s4", name, "dismiss")
    assert review.decide(1, "s4", name, "dismiss").rows == ()
    review.undo()
    assert finding(review, "s4").state == "open"


def test_rows_that_say_the_same_are_decided_together(
    tmp_path: Path, twice: Analysis, check: PairCheck
) -> None:
    with Review.create(tmp_path / "a.review", twice, check=check) as review:
        change = review.decide(1, "s1", finding(review, "s1").fingerprint, "dismiss")
        assert set(change.rows) == {"s1", "s2"}
        assert finding(review, "s2").state == "dismissed"
        assert finding(review, "s3").state == "open"


def test_an_unknown_finding_is_a_key_error(review: Review) -> None:
    with pytest.raises(KeyError):
        review.decide(1, "s4", "no such", "dismiss")


def test_all_findings_of_a_check_at_once_are_one_step(review: Review) -> None:
    change = review.decide_all(1, "dismiss", check="missing", comment="left out on purpose")
    assert change.rows == ("s7",)
    assert finding(review, "s7").state == "dismissed"
    assert finding(review, "s4").state == "open"
    review.decide_all(1, "accept")
    assert review.counts(1).open == 0
    assert finding(review, "s7").state == "dismissed"
    review.undo()
    assert review.counts(1).open == 2


def test_a_remark_on_a_row_stays_with_it(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    review.comment(1, "s3", "ask the author")
    review.edit(1, "s3", "Eins 1!")
    review = reopened(review)
    assert review.row(1, "s3").comment == "ask the author"
    with pytest.raises(NotPossible):
        review.comment(1, "s1", "furniture")


def test_a_dismissed_finding_of_the_same_figure_outlives_an_edit(review: Review) -> None:
    review.decide(1, "s4", finding(review, "s4").fingerprint, "dismiss", "a pun")
    review.edit(1, "s4", "Zwei  7!")
    assert (finding(review, "s4").state, finding(review, "s4").comment) == ("dismissed", "a pun")
    review.undo()
    assert finding(review, "s4").state == "dismissed"


def test_listeners_hear_of_it_afterwards_and_can_stop(review: Review) -> None:
    heard: list[tuple[ReviewChange, str]] = []
    stop = review.subscribe(lambda change: heard.append((change, finding(review, "s4").state)))
    review.decide(1, "s4", finding(review, "s4").fingerprint, "accept")
    stop()
    review.undo()
    [(change, state)] = heard
    assert (change.kind, change.translation_id, change.rows, change.structure) == (
        "decision",
        1,
        ("s4",),
        False,
    )
    assert state == "accepted"


def test_the_history_of_a_row_tells_what_was_done_in_words(review: Review) -> None:
    review.decide(1, "s4", finding(review, "s4").fingerprint, "dismiss")
    review.edit(1, "s4", "Zwei 2.")
    review.edit(1, "s3", "elsewhere 1")
    review.undo()
    review.undo()
    entries = review.history(1, "s4")
    assert [(entry.words, entry.undone) for entry in entries] == [
        ("Dismiss: 2 is missing", False),
        ("Edit: Zwei 2. (settled: 2 is missing)", True),
    ]
    assert all(entry.at.endswith("+00:00") for entry in entries)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory(tmp_path / "memory.sqlite")
    yield memory
    memory.close()


def test_what_was_dismissed_in_one_review_is_dismissed_in_the_next(
    tmp_path: Path, analysis: Analysis, check: PairCheck, memory: Memory
) -> None:
    with Review.create(tmp_path / "one.review", analysis, memory=memory, check=check) as one:
        one.decide(1, "s4", finding(one, "s4").fingerprint, "dismiss", "a pun")
        one.decide(1, "s7", finding(one, "s7").fingerprint, "dismiss")
        one.undo()
    with Review.create(tmp_path / "two.review", analysis, memory=memory, check=check) as two:
        assert (finding(two, "s4").state, finding(two, "s4").comment) == ("dismissed", "a pun")
        assert finding(two, "s7").state == "open"
        two.decide(1, "s4", finding(two, "s4").fingerprint, "reopen")
    with Review.create(tmp_path / "three.review", analysis, memory=memory, check=check) as three:
        assert finding(three, "s4").state == "open"


def test_pairs_linked_by_hand_are_confirmed_for_later_reviews(
    tmp_path: Path, analysis: Analysis, check: PairCheck, memory: Memory
) -> None:
    with Review.create(tmp_path / "one.review", analysis, memory=memory, check=check) as one:
        one.link(1, ["s7", "t4"])
        assert memory.confirmed_pairs("en", "de") == {("Five 5.", "Neu.")}
        one.unlink(1, "s7")
        assert memory.confirmed_pairs("en", "de") == frozenset()


def test_a_memory_that_fails_costs_no_decision(
    tmp_path: Path,
    analysis: Analysis,
    check: PairCheck,
    memory: Memory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    memory.close()
    with Review.create(tmp_path / "one.review", analysis, memory=memory, check=check) as one:
        one.decide(1, "s4", finding(one, "s4").fingerprint, "dismiss")
        assert finding(one, "s4").state == "dismissed"
    assert "Not remembered" in caplog.text


def test_a_remark_that_is_left_as_it_is_makes_no_step(review: Review) -> None:
    review.comment(1, "s3", "ask the author")
    review.comment(1, "s3", "ask again")
    review.undo()
    first, waiting = review.undo_step, review.redo_step
    assert waiting is not None
    assert review.comment(1, "s3", "ask the author").rows == ()
    assert (review.undo_step, review.redo_step) == (first, waiting)
    review.redo()
    assert review.row(1, "s3").comment == "ask again"
