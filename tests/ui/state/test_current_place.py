"""Where the reviewer is: what is selected, and which finding is the current one."""

from __future__ import annotations

import pytest

from reviewer.ui.review.page import ReviewPage


@pytest.mark.parametrize("lines", [(2, 3, 4), (4, 3, 2), (3, 4, 2)])
def test_what_is_selected_comes_in_the_order_of_the_rows(
    page: ReviewPage, lines: tuple[int, ...]
) -> None:
    page.review.look_at(2, lines)
    assert list(page.review.selected_keys()) == [
        page.review.shown.key_at(line) for line in (2, 3, 4)
    ]
