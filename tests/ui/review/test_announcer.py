"""A screen reader is told of the finding that is looked at, and of what the status bar says."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QAbstractItemModelTester

from reviewer.review import Review
from reviewer.ui.look import say_aloud
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.row_filter import Filter


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return words


def test_the_finding_is_told_with_its_row_and_state(
    page: ReviewPage, window: MainWindow, told: list[str]
) -> None:
    window.commands.navigation.next_finding()
    assert told == ["Row 2, critical: 12 is missing"]
    window.actions_by_name["accept"].trigger()
    assert told[-1] == "Row 2, critical, accepted: 12 is missing"
    window.commands.navigation.next_finding()
    assert told[-1] == "Row 3, major: 4 is missing"


def test_what_the_status_bar_says_is_told(page: ReviewPage, told: list[str]) -> None:
    page.review.say("Past the end.")
    assert told == ["Past the end."]


def test_nothing_is_sent_while_nobody_listens(
    page: ReviewPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    monkeypatch.setattr(say_aloud, "QAccessibleAnnouncementEvent", None)
    window.commands.navigation.next_finding()


def test_the_table_of_rows_is_a_sound_model(page: ReviewPage, review: Review) -> None:
    tester = QAbstractItemModelTester(
        page.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    for wanted in (Filter("open"), Filter("edited"), Filter()):
        page.review.set_filter(wanted)
    key = next(row.key for row in review.rows(1) if row.relation == "missing")
    review.edit(1, key, "Etwas.")
    review.unlink(1, key)
    review.undo()
    page.review.pick(2)
    page.review.unfold(True)
    tester.deleteLater()
