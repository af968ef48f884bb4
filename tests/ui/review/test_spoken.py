"""What a screen reader reads: every cell and tab says its state and its finding, in plain text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain import Span
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import MATRIX, OVERVIEW
from reviewer.ui.state.finding_draft import FindingDraft
from reviewer.ui.table.table_model import COLUMNS, LINK, NUMBER, TARGET

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def accepted(page: ReviewPage, window: MainWindow) -> ReviewPage:
    """The first finding is accepted, and its sentence reviewed."""
    window.commands.navigation.next_finding()
    window.actions_by_name["accept"].trigger()
    window.actions_by_name["reviewed"].trigger()
    return page


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("translation", [1, 2])
def test_every_cell_says_something_and_every_finding_is_said(
    accepted: ReviewPage, translation: int
) -> None:
    accepted.review.pick(translation)
    model = accepted.model
    for line in range(model.rowCount()):
        row = model.row_at(line)
        if row is None or row.relation is None:
            continue
        said = [str(model.data(model.index(line, column), SPOKEN)) for column in range(COLUMNS)]
        assert all(said), (line, said)
        assert ("Not linked" in said[LINK]) == (row.relation in ("missing", "added"))
        assert ("reviewed" in said[NUMBER]) == row.reviewed
        for item in row.findings:
            decided = "" if item.state == "open" else f", {item.state}"
            assert f"{item.finding.severity}{decided}: " in said[TARGET]
        assert not [words for words in said if "<" in words]


def test_every_column_has_a_name(page: ReviewPage) -> None:
    table = QAccessible.queryAccessibleInterface(page.table)
    names = [table.child(number).text(QAccessible.Text.Name) for number in range(1, COLUMNS + 1)]
    assert names == ["Row", "English", "Link between the sentences", "German"]


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (
            OVERVIEW,
            "Der Hafen 😀 kostete 21 Millionen. critical, accepted: 12 is missing. reviewed",
        ),
        (MATRIX, "there, reviewed, critical, accepted: 12 is missing"),
    ],
)
def test_where_all_are_compared_decisions_are_said(
    accepted: ReviewPage, view: int, said: str
) -> None:
    accepted.review.pick(view)
    comparison = accepted.comparisons[view]
    model, current = comparison.model, comparison.table.currentIndex()
    assert plain(str(model.data(current, SPOKEN))) == said


def test_no_cell_of_the_matrix_is_silent(page: ReviewPage) -> None:
    page.review.pick(MATRIX)
    model = page.comparisons[MATRIX].model
    for line in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.data(model.index(line, column), SPOKEN), (line, column)


def test_tabs_say_in_words_how_their_translation_stands(accepted: ReviewPage) -> None:
    bar = QAccessible.queryAccessibleInterface(accepted.bar)
    tab = bar.child(0)
    assert plain(tab.text(QAccessible.Text.Name)) == "German, critical, 3 open, 1 accepted"
    assert "<" not in tab.text(QAccessible.Text.Description)
    assert "1 of " in tab.text(QAccessible.Text.Description)


def test_a_line_of_furniture_says_what_it_is_in_each_of_its_cells(page: ReviewPage) -> None:
    model = page.model
    fold = next(line for line in range(model.rowCount()) if model.row_at(line) is None)
    for column in range(COLUMNS):
        said = str(model.data(model.index(fold, column), SPOKEN))
        assert said.startswith("Page furniture, 5 lines. Enter or a click"), column
        assert "▸" not in said


def test_tips_and_choices_are_read_without_markup_and_with_their_names(
    page: ReviewPage, window: MainWindow
) -> None:
    window.commands.navigation.next_finding()
    for widget in page.findChildren(QWidget):
        interface = QAccessible.queryAccessibleInterface(widget)
        said = interface.text(QAccessible.Text.Description) if interface else ""
        assert "<qt>" not in said, widget
    for view in (1, OVERVIEW, MATRIX):
        page.review.pick(view)
        for box in page.findChildren(QComboBox):
            if box.isVisible():
                told = QAccessible.queryAccessibleInterface(box)
                assert told.text(QAccessible.Text.Description)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is told to a screen reader beyond what it reads by itself; "cell N" is a focus."""
    words: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())
        elif event.type() == QAccessible.Event.Focus:
            words.append(f"cell {event.child()}")

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return words


def test_another_translation_and_another_page_are_told_by_name(
    page: ReviewPage, heard: list[str]
) -> None:
    for view in (2, OVERVIEW, MATRIX, 1):
        page.review.pick(view)
    told = [words for words in heard if not words.startswith("cell")]
    assert told == [
        "Arabic, critical, 2 open",
        "All side by side",
        "Matrix",
        "German, critical, 4 open",
    ]


def test_where_the_keyboard_comes_back_to_is_told(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, qapp: QApplication, heard: list[str]
) -> None:
    window.commands.navigation.next_finding()
    window.actions_by_name["comment"].trigger()
    heard.clear()
    reached: list[QWidget] = []

    def note(_old: QWidget | None, new: QWidget) -> None:
        reached.append(new)

    qapp.focusChanged.connect(note)
    try:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    finally:
        qapp.focusChanged.disconnect(note)  # else it holds each widget of each test that follows
    assert reached == [page.table]
    here = page.table.currentIndex()
    cell = QAccessible.queryAccessibleInterface(page.table).child(
        (here.row() + 1) * (COLUMNS + 1) + here.column() + 1
    )
    assert "12 is missing" in cell.text(QAccessible.Text.Name)
    wanted = f"cell {(here.row() + 1) * (COLUMNS + 1) + here.column() + 1}"
    qtbot.waitUntil(lambda: wanted in heard)


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_End])
def test_home_and_end_stay_in_the_column_that_is_read(
    page: ReviewPage, qtbot: QtBot, key: Qt.Key
) -> None:
    page.review.go_to(page.review.shown.key_of_number(3))
    qtbot.keyClick(page.table, key, Qt.KeyboardModifier.ControlModifier)
    assert page.table.currentIndex().column() == TARGET
    assert page.table.current_line() == (0 if key == Qt.Key.Key_Home else page.model.rowCount() - 1)


def test_what_letters_choose_for_an_own_finding_is_told(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, heard: list[str]
) -> None:
    row = page.review.review.rows(1)[6]
    page.review.want_finding(FindingDraft(row.key, target_spans=(Span(0, 3),)))
    box = page.panel.own_finding_box
    assert box.accessibleName().startswith("Your finding. “")
    heard.clear()
    qtbot.keyClick(box, Qt.Key.Key_G)
    qtbot.keyClick(box, Qt.Key.Key_3)
    assert heard == ["Grammar, major", "Grammar, minor"]
    qtbot.keyClick(box, Qt.Key.Key_Escape)
