"""Comments are written in the panel, without a dialog; who wrote them, and when, stands beside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.settings import Settings

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def finding(page: ReviewPage, window: MainWindow) -> ReviewPage:
    """The page at its first finding."""
    window.commands.navigation.next_finding()
    assert page.review.current_finding()
    return page


def words(page: ReviewPage) -> QPlainTextEdit:
    return page.panel.comment_box.findChild(QPlainTextEdit)


def name(page: ReviewPage) -> QLineEdit:
    return page.panel.comment_box.findChild(QLineEdit)


def begin(page: ReviewPage, qtbot: QtBot, shift: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_C, shift)
    if name(page).hasFocus():
        qtbot.keyClick(name(page), Qt.Key.Key_Return)
    qtbot.waitUntil(words(page).hasFocus)


def comments(page: ReviewPage) -> list[str]:
    row = page.review.current_row()
    return [item.comment for item in row.findings if item.comment]


def test_enter_keeps_a_comment_and_goes_back_to_the_rows(finding: ReviewPage, qtbot: QtBot) -> None:
    begin(finding, qtbot)
    qtbot.keyClicks(words(finding), "twelve or twenty-one?")
    qtbot.keyClick(words(finding), Qt.Key.Key_Return)
    assert comments(finding) == ["twelve or twenty-one?"]
    assert finding.table.hasFocus()
    assert not finding.panel.comment_box.is_open()


def test_escape_leaves_what_was_there(finding: ReviewPage, qtbot: QtBot) -> None:
    begin(finding, qtbot)
    qtbot.keyClicks(words(finding), "first")
    qtbot.keyClick(words(finding), Qt.Key.Key_Return)
    begin(finding, qtbot)
    assert words(finding).toPlainText() == "first"
    qtbot.keyClicks(words(finding), " and second")
    qtbot.keyClick(words(finding), Qt.Key.Key_Escape)
    assert comments(finding) == ["first"]
    assert finding.table.hasFocus()


def test_what_escape_left_behind_comes_back_where_it_was_typed(
    finding: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    said: list[str] = []
    finding.review.said.connect(said.append)
    begin(finding, qtbot)
    qtbot.keyClick(words(finding), Qt.Key.Key_Escape)
    assert said == []
    begin(finding, qtbot)
    qtbot.keyClicks(words(finding), "a long thought")
    qtbot.keyClick(words(finding), Qt.Key.Key_Escape)
    assert said == ["What you typed was not kept. Begin the comment again to go on with it."]
    assert comments(finding) == []
    begin(finding, qtbot, SHIFT)  # a remark on the row is another place
    assert words(finding).toPlainText() == ""
    qtbot.keyClick(words(finding), Qt.Key.Key_Escape)
    begin(finding, qtbot)
    assert words(finding).toPlainText() == "a long thought"
    qtbot.keyClick(words(finding), Qt.Key.Key_Return)
    assert comments(finding) == ["a long thought"]


def test_shift_and_enter_begin_a_line(finding: ReviewPage, qtbot: QtBot) -> None:
    begin(finding, qtbot)
    qtbot.keyClicks(words(finding), "one")
    qtbot.keyClick(words(finding), Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(words(finding), "two")
    qtbot.keyClick(words(finding), Qt.Key.Key_Return)
    assert comments(finding) == ["one\ntwo"]


def test_what_is_being_written_goes_to_its_own_row(
    finding: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    key = finding.review.current_row().key
    begin(finding, qtbot)
    qtbot.keyClicks(words(finding), "half a thought")
    finding.review.go_to(review.rows(1)[-2].key)
    assert [item.comment for item in review.row(1, key).findings] == ["half a thought"]
    assert not finding.panel.comment_box.is_open()


def test_what_is_being_written_is_kept_as_the_window_closes(
    finding: ReviewPage, qtbot: QtBot, window: MainWindow
) -> None:
    path, key = finding.review.review.path, finding.review.current_row().key
    begin(finding, qtbot)
    qtbot.keyClicks(words(finding), "not lost")
    window.close()
    with Review.open(path) as again:
        assert [item.comment for item in again.row(1, key).findings] == ["not lost"]


def test_a_row_without_a_finding_takes_a_remark(page: ReviewPage, qtbot: QtBot) -> None:
    row = next(row for row in page.review.shown.rows() if row.relation and not row.findings)
    page.review.go_to(row.key)
    begin(page, qtbot)
    qtbot.keyClicks(words(page), "nicely put")
    qtbot.keyClick(words(page), Qt.Key.Key_Return)
    assert page.review.current_row().comment == "nicely put"
    assert "nicely put" in page.panel.words()


def test_shift_c_remarks_on_a_row_that_has_findings(finding: ReviewPage, qtbot: QtBot) -> None:
    begin(finding, qtbot, SHIFT)
    qtbot.keyClicks(words(finding), "of the whole row")
    qtbot.keyClick(words(finding), Qt.Key.Key_Return)
    assert finding.review.current_row().comment == "of the whole row"
    assert comments(finding) == []


def test_the_name_is_asked_once_and_stands_beside_the_comment(
    finding: ReviewPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(finding.table, Qt.Key.Key_C)
    qtbot.waitUntil(name(finding).hasFocus)
    qtbot.keyClicks(name(finding), "Ida")
    qtbot.keyClick(name(finding), Qt.Key.Key_Return)
    assert words(finding).hasFocus()
    qtbot.keyClicks(words(finding), "look again")
    qtbot.keyClick(words(finding), Qt.Key.Key_Return)
    assert "— Ida, " in finding.panel.words()
    assert Settings().author == "Ida"
    begin(finding, qtbot)
    assert not name(finding).isVisible()
    qtbot.keyClick(words(finding), Qt.Key.Key_Escape)


def test_a_name_that_was_passed_over_is_in_nobodys_way_again(
    finding: ReviewPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(finding.table, Qt.Key.Key_C)
    qtbot.waitUntil(name(finding).hasFocus)
    qtbot.keyClick(name(finding), Qt.Key.Key_Return)
    qtbot.keyClick(words(finding), Qt.Key.Key_Escape)
    qtbot.keyClick(finding.table, Qt.Key.Key_C)
    qtbot.waitUntil(words(finding).hasFocus)
    assert name(finding).isVisible()
    qtbot.keyClick(words(finding), Qt.Key.Key_Escape)


def test_a_name_alone_is_kept_when_the_keyboard_goes_elsewhere(
    finding: ReviewPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(finding.table, Qt.Key.Key_C)
    qtbot.waitUntil(name(finding).hasFocus)
    qtbot.keyClicks(name(finding), "Ida")
    finding.table.setFocus()
    assert not finding.panel.comment_box.is_open()
    assert Settings().author == "Ida"
    assert comments(finding) == []


def test_the_panel_comes_out_for_a_comment(
    finding: ReviewPage, qtbot: QtBot, window: MainWindow
) -> None:
    window.actions_by_name["panel"].trigger()
    assert not finding.panel.isVisible()
    begin(finding, qtbot)
    assert finding.panel.isVisible()
    qtbot.keyClick(words(finding), Qt.Key.Key_Escape)
