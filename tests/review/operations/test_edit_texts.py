"""Many rows edited in one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.review import LONGEST_TEXT, NotPossible, Review


def texts(review: Review) -> dict[str, str]:
    return {row.key: row.target for row in review.rows(1)}


def some(review: Review) -> list[str]:
    return [row.key for row in review.rows(1) if row.relation == "aligned"][:3]


def test_all_of_them_are_one_step(review: Review, reopened: Callable[[Review], Review]) -> None:
    before, keys = texts(review), some(review)
    change = review.edit_all(1, {key: f"Neu {key}." for key in keys})
    assert set(keys) <= set(change.rows)
    assert {key: texts(review)[key] for key in keys} == {key: f"Neu {key}." for key in keys}
    review.undo()
    assert texts(review) == before
    review.redo()
    assert texts(reopened(review))[keys[0]] == f"Neu {keys[0]}."


def test_each_row_is_checked_again(review: Review) -> None:
    row = next(row for row in review.rows(1) if row.findings and row.target)
    digits = "".join(filter(str.isdigit, row.source))
    review.edit_all(1, {row.key: f"{row.target} {' '.join(digits)}"})
    assert review.row(1, row.key).findings == ()
    assert [one.how for one in review.settled(1)] == ["corrected"]


def test_what_says_the_same_is_no_step(review: Review) -> None:
    key = some(review)[0]
    assert review.edit_all(1, {key: texts(review)[key]}).rows == ()
    assert review.undo_step is None


@pytest.mark.parametrize("text", ["", " ", "x" * (LONGEST_TEXT + 1)])
def test_no_row_is_emptied_or_made_endless(review: Review, text: str) -> None:
    before = texts(review)
    with pytest.raises(NotPossible):
        review.edit_all(1, {some(review)[0]: text})
    assert texts(review) == before


def test_a_text_may_be_as_long_as_one_typed(review: Review) -> None:
    key = some(review)[0]
    review.edit_all(1, {key: "x" * LONGEST_TEXT})
    assert len(texts(review)[key]) == LONGEST_TEXT


def test_several_translations_are_one_step(
    review: Review, reopened: Callable[[Review], Review]
) -> None:

    numbers = [info.id for info in review.translations]
    before = {number: [row.target for row in review.rows(number)] for number in numbers}
    keys = {
        number: next(row.key for row in review.rows(number) if row.target and row.relation)
        for number in numbers
    }
    review.edit_everywhere({number: {key: "Neu."} for number, key in keys.items()})
    assert [review.row(number, key).target for number, key in keys.items()] == ["Neu.", "Neu."]
    assert all(review.history(number, key) for number, key in keys.items())
    again = reopened(review)
    again.undo()
    assert {number: [row.target for row in again.rows(number)] for number in numbers} == before
    assert all(again.history(number, key)[-1].undone for number, key in keys.items())
    assert again.undo_step is None
    again.redo()
    assert [again.row(number, key).target for number, key in keys.items()] == ["Neu.", "Neu."]


def test_nothing_is_written_when_one_translation_cannot_be(review: Review) -> None:

    [first, second] = [info.id for info in review.translations]
    key = next(row.key for row in review.rows(first) if row.target and row.relation)
    other = next(row.key for row in review.rows(second) if row.target and row.relation)
    before = review.row(first, key).target
    with pytest.raises(NotPossible):
        review.edit_everywhere({first: {key: "Neu."}, second: {other: " "}})
    assert review.row(first, key).target == before
