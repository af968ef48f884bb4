"""A kind that is ignored is a rule and no step of undo: the window says what takes it back."""

from __future__ import annotations

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


def test_the_way_back_is_said(page: ReviewPage, window: MainWindow, review: Review) -> None:
    said: list[str] = []
    page.review.said.connect(said.append)
    row = next(row for row in review.rows(1) if row.source.startswith("The harbour 😀"))
    page.review.go_to(row.key)
    window.actions_by_name["ignore_alike"].trigger()
    assert review.counts(1).by_check.get("numbers", 0) == 0
    title = window.actions_by_name["ignore_rules"].text().replace("&", "").rstrip("…")
    assert title in said[-1]
    assert title in window.actions_by_name["ignore_alike"].toolTip()
