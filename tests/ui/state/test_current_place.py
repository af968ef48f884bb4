"""Where the reviewer is: what is selected, and which finding is the current one."""

from __future__ import annotations

import pytest

from reviewer.review import Review
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.current_place import CurrentPlace


@pytest.mark.parametrize("lines", [(2, 3, 4), (4, 3, 2), (3, 4, 2)])
def test_what_is_selected_comes_in_the_order_of_the_rows(
    page: ReviewPage, lines: tuple[int, ...]
) -> None:
    page.review.look_at(2, lines)
    assert list(page.review.selected_keys()) == [
        page.review.shown.key_at(line) for line in (2, 3, 4)
    ]


def test_nowhere_is_no_line(page: ReviewPage) -> None:
    place = CurrentPlace()
    assert (place.line_number(), place.last_key(), place.finding()) == (-1, "", "")
    place = page.review
    place.look_at(2, ())
    key = place.shown.key_at(2)
    place.look_at(99, ())
    assert (place.line_number(), place.last_key(), place.current_row()) == (-1, key, None)


def test_what_changes_nothing_is_not_announced(page: ReviewPage) -> None:
    told: list[int] = []
    place = CurrentPlace()
    place.current_changed.connect(lambda: told.append(0))
    place.set_finding("")
    assert told == []
    page.review.look_at(2, (2,))
    page.review.current_changed.connect(lambda: told.append(1))
    page.review.look_at(2, (2,))
    page.review.set_finding(page.review.finding())
    assert told == []
    with page.review.one_change():
        page.review.look_at(3, (3,))
        page.review.look_at(4, (3, 4))
    assert told == [1]


def test_a_finding_that_is_decided_is_current_where_there_is_no_other(
    page: ReviewPage, review: Review
) -> None:
    line, row = next(
        (line, row)
        for line in range(12)
        if (row := page.review.shown.row_at(line)) and row.findings
    )
    review.decide(1, row.key, row.findings[0].fingerprint, "accept")
    page.review.look_at(-1, ())
    page.review.look_at(line, ())
    assert page.review.current_finding().state == "accepted"
