"""All that was done, and the way back to any point of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reviewer.domain import Bead
from reviewer.review import NotPossible, Review


def aligned(review: Review) -> list[str]:
    return [row.key for row in review.rows(1) if row.relation == "aligned" and row.target]


def texts(review: Review) -> list[str]:
    return [row.target for row in review.rows(1)]


def test_it_tells_who_did_what_in_which_row(review: Review) -> None:
    first, second, *_ = aligned(review)
    review.sign("Ida")
    review.edit(1, first, "Eins.")
    review.edit(1, first, "Eins und.", continued=True)
    review.sign("Ole")
    review.comment(1, second, "look")
    said = [(one.author, one.words, one.row_key, one.undone) for one in review.timeline()]
    assert said == [
        ("Ida", "Edit: Eins und.", first, False),
        ("Ole", "Comment: look", second, False),
    ]


def test_back_to_any_point_and_forward_again(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    stands = [texts(review)]
    for number, key in enumerate(aligned(review)[:3]):
        review.edit(1, key, f"Neu {number}.")
        stands.append(texts(review))
    steps = [one.id for one in review.timeline()]
    for number in (0, 2, 1, 0, 2):
        assert len(review.go_back_to(steps[number])) > 0
        assert texts(review) == stands[number + 1]
    review.go_back_to(0)
    assert texts(review) == stands[0]
    again = reopened(review)
    again.go_back_to(steps[2])
    assert texts(again) == stands[3]
    assert [one.undone for one in again.timeline()] == [False] * 3


def test_where_one_is_nothing_is_done(review: Review) -> None:
    review.edit(1, aligned(review)[0], "Neu.")
    [step] = review.timeline()
    assert review.go_back_to(step.id) == ()


def test_the_way_goes_on_behind_the_loading_of_a_version(
    review: Review, newer: Callable[[Sequence[Sequence[str]], Sequence[Bead]], object]
) -> None:
    from ..conftest import GERMAN, GERMAN_BEADS

    first = review.rows(1)
    review.edit(1, aligned(review)[0], "Neu.")
    edited = review.rows(1)
    review.reload_translation(1, newer(GERMAN, GERMAN_BEADS))
    loaded = review.rows(1)
    edit, load = review.timeline()
    assert (edit.reachable, load.reachable) == (True, True)
    review.go_back_to(edit.id)
    assert review.rows(1) == edited
    review.go_back_to(0)
    assert review.rows(1) == first
    review.go_back_to(load.id)
    assert review.rows(1) == loaded
    with pytest.raises(NotPossible):
        review.go_back_to(999)


def test_behind_one_more_translation_there_is_no_way(
    review: Review, newer: Callable[[Sequence[Sequence[str]], Sequence[Bead]], object]
) -> None:
    from ..conftest import GERMAN, GERMAN_BEADS

    review.edit(1, aligned(review)[0], "Neu.")
    review.add_translation(newer(GERMAN, GERMAN_BEADS))
    edit = review.timeline()[0]
    assert not edit.reachable
    with pytest.raises(NotPossible):
        review.go_back_to(edit.id)
