"""All rows checked away from the review, and the result taken in as one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.review import Review, check_all
from tests.review.operations.test_check_again import CLIENT, checks, review_of


class Stopped(Exception):
    pass


def going_on(_share: float) -> None:
    pass


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review"


def test_what_was_found_elsewhere_is_what_checking_here_finds(path: Path, tmp_path: Path) -> None:
    with review_of(path, None) as review:
        change = review.use_profile(CLIENT, check_all(CLIENT.checks(), review.pairs(), going_on))
        told = [item.finding for row in review.rows(1) for item in row.findings]
        assert change.label == "Check by the profile “Client”"
    with review_of(tmp_path / "b.review", None) as review:
        review.use_profile(CLIENT)
        here = [item.finding for row in review.rows(1) for item in row.findings]
    assert told == here
    assert told


def test_it_is_kept_and_undo_takes_it_back(path: Path) -> None:
    with review_of(path, None) as review:
        review.use_profile(CLIENT, check_all(CLIENT.checks(), review.pairs(), going_on))
    with Review.open(path) as review:
        assert checks(review) == ["own_rule", "terminology"]
        review.undo()
        assert checks(review) == ["whitespace"]


def test_a_row_that_was_changed_meanwhile_is_checked_as_it_stands(path: Path) -> None:
    with review_of(path, None) as review:
        found = check_all(CLIENT.checks(), review.pairs(), going_on)
        review.edit(1, review.rows(1)[0].key, "Der Streik im Hafen begann am Montag.")
        review.use_profile(CLIENT, found)
        assert checks(review) == ["own_rule"]


def test_it_can_be_stopped(path: Path) -> None:
    def stop(_share: float) -> None:
        raise Stopped

    with review_of(path, None) as review:
        pairs = review.pairs()
        with pytest.raises(Stopped):
            check_all(CLIENT.checks(), pairs, stop)
        assert checks(review) == ["whitespace"]
