"""What was dismissed and is raised again says so; dismissals are for all reviews or only here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.analysis import Analysis
from reviewer.domain import Finding, Pair
from reviewer.review import Review
from reviewer.store.memory import Memory


def shouting(pair: Pair) -> list[Finding]:
    """A check whose findings nothing identifies but the texts."""
    loud = "!" in pair.target
    return [Finding("loud", "mark", "minor", "It shouts")] if loud else []


@pytest.fixture
def loud(tmp_path: Path, analysis: Analysis) -> Review:
    review = Review.create(tmp_path / "loud.review", analysis, check=shouting)
    yield review
    review.close()


def row(review: Review) -> str:
    return next(row.key for row in review.rows(1) if row.relation == "aligned" and row.target)


def test_a_finding_that_was_dismissed_comes_back_and_says_so(loud: Review) -> None:
    key = row(loud)
    loud.edit(1, key, "Halt!")
    assert loud.came_back(1, key) == frozenset()
    [one] = [one for one in loud.row(1, key).findings if one.finding.check == "loud"]
    loud.decide(1, key, one.fingerprint, "dismiss")
    assert loud.came_back(1, key) == frozenset()
    loud.edit(1, key, "Halt, halt!")
    [again] = [one for one in loud.row(1, key).findings if one.finding.check == "loud"]
    assert again.state == "open"
    assert loud.came_back(1, key) == {again.fingerprint}
    loud.decide(1, key, again.fingerprint, "accept")
    assert loud.came_back(1, key) == frozenset()


def test_what_was_accepted_does_not_come_back(loud: Review) -> None:
    key = row(loud)
    loud.edit(1, key, "Halt!")
    [one] = [one for one in loud.row(1, key).findings if one.finding.check == "loud"]
    loud.decide(1, key, one.fingerprint, "accept")
    loud.edit(1, key, "Halt, halt!")
    assert loud.came_back(1, key) == frozenset()


def test_for_all_reviews_or_only_here(tmp_path: Path, analysis: Analysis, check: object) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    with Review.create(tmp_path / "a.review", analysis, memory=memory, check=check) as review:
        places = [(row.key, one) for row in review.rows(1) for one in row.findings]
        (key, first), (other, second) = places[0], places[1]
        review.decide(1, key, first.fingerprint, "dismiss", "a name")
        review.decide(1, other, second.fingerprint, "dismiss", only_here=True)
        [kept] = review.remembered()
        assert (kept.fingerprint, kept.comment) == (first.fingerprint, "a name")
        assert kept.words == f"{first.finding.check}: {first.finding.message}"
        review.undo()
        review.redo()
        assert [one.fingerprint for one in review.remembered()] == [first.fingerprint]
    with Review.create(tmp_path / "b.review", analysis, memory=memory, check=check) as review:
        states = {one.fingerprint: one.state for row in review.rows(1) for one in row.findings}
        assert (states[first.fingerprint], states[second.fingerprint]) == ("dismissed", "open")
        review.forget_remembered([first.fingerprint])
        assert review.remembered() == ()
    memory.close()


def test_what_was_only_here_can_be_dismissed_for_all(
    tmp_path: Path, analysis: Analysis, check: object
) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    with Review.create(tmp_path / "a.review", analysis, memory=memory, check=check) as review:
        key, one = next((row.key, one) for row in review.rows(1) for one in row.findings)
        review.decide(1, key, one.fingerprint, "dismiss", only_here=True)
        assert review.remembered() == ()
        review.decide(1, key, one.fingerprint, "reopen")
        review.decide(1, key, one.fingerprint, "dismiss")
        assert len(review.remembered()) == 1
    memory.close()


def test_without_a_memory_nothing_is_remembered(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    key, one = next((row.key, one) for row in review.rows(1) for one in row.findings)
    review.decide(1, key, one.fingerprint, "dismiss")
    assert review.remembered() == ()
    review.forget_remembered([one.fingerprint])
