"""Marks that point somewhere point with the reading, in Arabic to the left."""

from __future__ import annotations

from unicodedata import mirrored

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from reviewer.ui.look.fold_mark import with_fold_mark
from reviewer.ui.look.invisible_signs import with_signs
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.wording import onward, use_language


@pytest.mark.parametrize(
    ("code", "folded", "arrow"), [("en", "▸", "→"), ("vi", "▸", "→"), ("ar", "◂", "←")]
)
def test_what_is_folded_points_to_where_it_comes_from(code: str, folded: str, arrow: str) -> None:
    use_language(code)
    assert with_fold_mark("Figures", unfolded=False) == f"{folded}  Figures"
    assert with_fold_mark("Figures", unfolded=True) == "▾  Figures"
    assert onward() == arrow


def test_no_button_has_an_arrow_that_only_points_to_the_right(
    window: MainWindow, page: ReviewPage
) -> None:
    sideways = (Qt.ArrowType.LeftArrow, Qt.ArrowType.RightArrow)
    assert not [one for one in window.findChildren(QToolButton) if one.arrowType() in sideways]
    assert page.panel.figures.button.text().startswith("▸")


@pytest.mark.parametrize("mark", "\u200e\u200f\u061c\t\u202e\u2067")
def test_signs_of_direction_are_not_turned_round_beside_arabic(mark: str) -> None:
    assert not mirrored(with_signs(mark, all_kinds=True))
