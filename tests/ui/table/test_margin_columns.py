"""The signs beside a row: none covers another, however low the row is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF, Qt

from reviewer.ui.table.margin_columns import comment_place

MARK = QRectF(9, 4, 11, 11)


@pytest.mark.parametrize(
    ("height", "beside"), [(19, True), (24, True), (25, False), (31, False), (90, False)]
)
def test_the_sign_of_a_comment_stands_beside_the_mark_where_none_fits_below(
    height: int, beside: bool
) -> None:
    place = comment_place(MARK, QRect(0, 0, 70, height))
    assert (place.top() == MARK.top(), place.left() > MARK.right()) == (beside, beside)
    assert place.bottom() < height
    assert beside or place.top() - MARK.top() >= MARK.height() - 3


def test_in_a_window_from_right_to_left_it_stands_to_the_left_of_the_mark() -> None:
    place = comment_place(
        MARK.translated(40, 0), QRect(0, 0, 70, 19), Qt.LayoutDirection.RightToLeft
    )
    assert (place.top(), place.right()) == (MARK.top(), 49 - 2)
