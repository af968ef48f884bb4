"""The scorecard: errors, points and the pass mark, with weights that are kept."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.dialogs.scorecard import Scorecard
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


def test_it_shows_the_errors_and_keeps_the_weights(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    key = next(row.key for row in review.rows(1) if row.target == "Alle waren froh.")
    review.add_finding(1, key, "style", "minor")
    card = Scorecard(page.review, window)
    qtbot.addWidget(card)
    assert card.errors() == [["Style", "", "", "1", ""]]
    assert card.said().endswith(": not passed")
    said = [one.text() for one in card.findChildren(QLabel) if not one.isHidden()]
    assert "4 findings are still open and count for nothing." in said
    card.mark.setValue(100)
    assert card.said().endswith(": not known yet (4 open)")
    said = [one.text() for one in card.findChildren(QLabel) if not one.isHidden()]
    assert sum("open" in one for one in said) == 1
    card.points["minor"].setValue(0)
    assert card.said().startswith("0 points for 1,000 words, 100 of 100")
    assert review.scoring.weights["minor"] == 0
    assert review.scoring.pass_mark == 100
    card.mark.setValue(99.5)
    assert review.scoring.pass_mark == 99.5
    card.mark.setValue(100)
    again = Scorecard(page.review, window)
    qtbot.addWidget(again)
    assert again.mark.value() == 100
    review.decide_all(1, "dismiss")
    empty = Scorecard(page.review, window)
    qtbot.addWidget(empty)
    assert empty.said().endswith(": passed")
    said = [one.text() for one in empty.findChildren(QLabel) if not one.isHidden()]
    assert not any("still open" in one for one in said)
