"""The tour leads through the sample, and nowhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.background import sample
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.settings import Settings
from reviewer.ui.state.tour_steps import STEPS


@pytest.fixture
def in_sample(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small review stands for that of the sample."""
    monkeypatch.setattr(sample, "review_path", lambda: review.path)


def words(page: ReviewPage) -> str:
    return page.tour_bar._words.text() if page.tour_bar.isVisible() else ""


def test_another_review_has_no_tour(page: ReviewPage) -> None:
    assert words(page) == ""


@pytest.mark.usefixtures("in_sample")
def test_a_command_that_a_step_asks_for_takes_it_further(
    window: MainWindow, page: ReviewPage
) -> None:
    assert "Alt+Down or F8 goes to the next finding" in words(page)
    window.actions_by_name["bookmark"].trigger()
    assert "goes to the next finding" in words(page)
    window.actions_by_name["next_finding"].trigger()
    assert "A accepts a finding" in words(page)
    window.actions_by_name["dismiss"].trigger()
    assert "puts a suggested text in" in words(page)


@pytest.mark.usefixtures("in_sample")
def test_the_fix_too_leads_on_from_where_findings_are_decided(
    window: MainWindow, page: ReviewPage
) -> None:
    window.actions_by_name["next_finding"].trigger()
    window.tour._given("apply_fix")
    assert "puts a suggested text in" in words(page)


@pytest.mark.usefixtures("in_sample")
def test_what_the_last_command_says_stays(window: MainWindow, page: ReviewPage) -> None:
    window.tour._settings.tour_step = len(STEPS) - 1
    window.tour.changed.emit()
    page.review.say("Written: somewhere")
    window.tour._given("export_text")
    assert words(page) == ""
    assert window.statusBar().currentMessage() == "Written: somewhere"


@pytest.mark.usefixtures("in_sample")
def test_each_step_names_a_key_of_a_command_that_it_waits_for(
    window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    for number, step in enumerate(STEPS, 1):
        said, at, many = window.tour.step()
        assert (at, many) == (number, len(STEPS))
        keys = [window.actions_by_name[name].shortcuts()[0].toString() for name in step.commands]
        assert any(key in said for key in keys)
        button = page.tour_bar.findChildren(QPushButton)[0]
        assert button.text() == ("End the tour" if number == many else "Next step")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert words(page) == ""
    assert "Help menu" in window.statusBar().currentMessage()


@pytest.mark.usefixtures("in_sample")
def test_it_goes_on_where_it_was_and_begins_again_from_the_menu(
    window: MainWindow, page: ReviewPage
) -> None:
    page.tour_bar.next_wanted.emit()
    assert Settings().tour_step == 1
    page.tour_bar.closed.emit()
    assert words(page) == ""
    assert Settings().tour_step == len(STEPS)
    window.actions_by_name["tour"].trigger()
    assert "goes to the next finding" in words(page)
