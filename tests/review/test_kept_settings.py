"""What a review keeps besides decisions: the place, settings, rules to ignore."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.review import IgnoreRule, NotPossible, ReadingPlace, Review


def test_reopening_continues_at_the_same_row(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    assert review.place() is None
    review.set_place(1, "s3")
    review.set_place(2, "s6", filter="open")
    assert reopened(review).place() == ReadingPlace(2, "s6", {"filter": "open"})


def test_the_place_is_a_row_that_exists(review: Review) -> None:
    review.set_place(1, "s4")
    review.merge_with_next(1, "s3")
    place = review.place()
    assert place
    assert place.row_key == "s3"
    review.set_place(1, "t99")
    place = review.place()
    assert place
    assert place.row_key == "s1"


def test_settings_are_the_review_s_own(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    assert review.setting("checks off", []) == []
    review.set_setting("checks off", ["quotes"])
    review.set_setting("place", "nothing to do with the place")
    review = reopened(review)
    assert review.setting("checks off") == ["quotes"]
    assert review.place() is None


@pytest.mark.parametrize(
    "rule",
    [
        IgnoreRule(check="numbers"),
        IgnoreRule(check="numbers", kind="missing"),
        IgnoreRule(pattern=r"^\d$"),
    ],
)
def test_what_is_to_be_ignored_is_not_shown(
    review: Review, reopened: Callable[[Review], Review], rule: IgnoreRule
) -> None:
    change = review.add_ignore_rule(1, rule)
    assert (change.kind, change.translation_id, change.structure) == ("rules", 1, False)
    assert review.row(1, "s4").findings == ()
    assert review.counts(1).open == 2
    review = reopened(review)
    assert review.ignore_rules(1) == (rule,)
    assert review.ignore_rules(2) == ()
    assert review.row(1, "s4").findings == ()
    review.remove_ignore_rule(1, rule)
    assert len(review.row(1, "s4").findings) == 1


@pytest.mark.parametrize(
    "rule",
    [
        IgnoreRule(check="quotes"),
        IgnoreRule(check="numbers", kind="extra"),
        IgnoreRule(check="numbers", pattern="[a-z]"),
        IgnoreRule(check="numbers", unit="km"),
    ],
)
def test_what_a_rule_does_not_cover_is_shown(review: Review, rule: IgnoreRule) -> None:
    review.add_ignore_rule(1, rule)
    assert len(review.row(1, "s4").findings) == 1


def test_a_rule_must_make_sense() -> None:
    with pytest.raises(NotPossible, match="not a pattern"):
        IgnoreRule(pattern="(")
    with pytest.raises(NotPossible):
        IgnoreRule()
