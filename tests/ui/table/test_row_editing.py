"""Correcting a translation in place."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.row_editor import RowEditor
from reviewer.ui.table.table_model import TARGET


def editor(page: ReviewPage) -> RowEditor:
    found = page.table.viewport().findChildren(RowEditor)
    assert found
    return found[-1]


def begin(page: ReviewPage, qtbot: QtBot) -> RowEditor:
    """Edit the row whose figure is wrong."""
    page.window().commands.navigation.next_finding()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    return editor(page)


def saved(page: ReviewPage) -> str:
    row = page.review.current_row()
    return page.review.review.row(1, row.key).target


def test_enter_begins_and_enter_keeps(page: ReviewPage, qtbot: QtBot) -> None:
    typing = begin(page, qtbot)
    qtbot.keyClicks(typing, "!")
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert saved(page) == "Der Hafen 😀 kostete 21 Millionen.!"
    assert not page.editing.active()
    assert page.table.hasFocus()


def test_a_pause_checks_the_row_and_keeps_what_was_typed(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    typing = begin(page, qtbot)
    qtbot.keyClicks(typing, " 12")
    qtbot.waitUntil(lambda: review.counts(1).open == 3)
    assert page.editing.active()
    assert saved(page).endswith("12")
    assert page.bar.tabText(0).endswith("3")
    qtbot.keyClick(typing, Qt.Key.Key_Escape)
    assert saved(page) == "Der Hafen 😀 kostete 21 Millionen."
    assert review.counts(1).open == 4
    assert review.undo_step is None


def test_one_undo_takes_all_of_the_typing_back(page: ReviewPage, qtbot: QtBot) -> None:
    typing = begin(page, qtbot)
    for letter in "abc":
        qtbot.keyClicks(typing, letter)
        QTest.qWait(90)
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    page.window().commands.navigation.undo()
    assert saved(page) == "Der Hafen 😀 kostete 21 Millionen."


def test_ctrl_enter_keeps_and_goes_on(page: ReviewPage, qtbot: QtBot) -> None:
    typing = begin(page, qtbot)
    qtbot.keyClicks(typing, " 12")
    qtbot.keyClick(typing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.review.current_finding().finding.message == "4 is missing"


def test_commands_on_letters_do_not_disturb_the_typing(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    typing = begin(page, qtbot)
    qtbot.keyClicks(typing, "adfrcgjk")
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert saved(page).endswith("adfrcgjk")
    assert review.counts(1).dismissed == 0


def test_leaving_the_editor_keeps_the_text(page: ReviewPage, qtbot: QtBot) -> None:
    typing = begin(page, qtbot)
    qtbot.keyClicks(typing, "?")
    page.filter_bar.setFocus()
    page.table.setFocus()
    page.window().commands.navigation.next_finding()
    assert page.review.review.rows(1)[6].target.endswith("?")


def test_what_nobody_typed_is_not_written(page: ReviewPage, qtbot: QtBot, review: Review) -> None:
    typing = begin(page, qtbot)
    row = page.review.current_row()
    review.edit(1, row.key, "Von anderswo.")
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert saved(page) == "Von anderswo."


def test_a_double_click_puts_the_cursor_where_it_was(page: ReviewPage, qtbot: QtBot) -> None:
    page.window().commands.navigation.next_finding()
    index = page.model.index(page.table.current_line(), TARGET)
    box = page.table.visualRect(index)
    layout = page.table.text_delegate.layout(page.model, index.row(), TARGET, box.width())
    x = layout.lineAt(0).cursorToX(12)[0]
    point = box.topLeft() + QPoint(round(x) + 12, 14)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert editor(page).textCursor().position() == 12
    assert editor(page).cursor_offset() == 11
    page.editing.stop()


def test_pasted_lines_become_one_sentence(page: ReviewPage, qtbot: QtBot) -> None:
    typing = begin(page, qtbot)
    pasted = QMimeData()
    pasted.setText("one\ntwo\n  three")
    typing.selectAll()
    typing.insertFromMimeData(pasted)
    assert typing.text() == "one two three"
    page.editing.stop("revert")


def test_a_missing_sentence_is_written_into_its_empty_side(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    key = next(row.key for row in page.review.shown.rows() if row.relation == "missing")
    page.review.go_to(key)
    page.window().commands.editing.edit()
    typing = editor(page)
    qtbot.keyClicks(typing, "Der Bgm. ging um 7.")
    QTest.qWait(100)
    assert page.editing.active()
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    row = next(row for row in page.review.shown.rows() if row.source == "The mayor left at 7.")
    assert row.target == "Der Bgm. ging um 7."
    assert not row.findings


def test_an_arabic_sentence_is_edited_from_the_right(page: ReviewPage, qtbot: QtBot) -> None:
    page.review.pick(2)
    page.window().commands.editing.edit()
    option = editor(page).document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft
    assert editor(page).cursorRect().left() < editor(page).viewport().width() - 30
    editor(page).put_cursor(0)
    assert editor(page).cursorRect().left() > editor(page).viewport().width() - 30
    page.editing.stop("revert")


def test_the_row_grows_with_its_text(page: ReviewPage, qtbot: QtBot) -> None:
    typing = begin(page, qtbot)
    number = page.table.current_line()
    before = page.table.rowHeight(number)
    typing.insertPlainText(" viele Wörter" * 12)
    assert page.table.rowHeight(number) > before
    qtbot.waitUntil(lambda: typing.height() >= typing.needed_height() - 2)
    page.editing.stop("revert")


def test_findings_are_marked_in_the_editor(page: ReviewPage, qtbot: QtBot) -> None:
    typing = begin(page, qtbot)
    marked = [selection.cursor.selectedText() for selection in typing.extraSelections()]
    assert marked == ["21"]
    page.editing.stop("revert")


def test_a_row_is_split_where_the_cursor_stands(page: ReviewPage, qtbot: QtBot) -> None:
    page.window().commands.navigation.next_finding()
    before = len(page.review.shown.rows())
    page.window().commands.alignment.split_target()
    choosing = editor(page)
    assert choosing.isReadOnly()
    choosing.put_cursor(13)
    qtbot.keyClick(choosing, Qt.Key.Key_Return)
    assert len(page.review.shown.rows()) == before + 1
    page.window().commands.navigation.undo()
    assert len(page.review.shown.rows()) == before


def test_furniture_is_not_edited(page: ReviewPage) -> None:
    key = next(row.key for row in page.review.shown.rows() if row.target == "Teilen")
    page.review.go_to(key)
    page.window().commands.editing.edit()
    assert not page.editing.active()


def test_an_added_sentence_is_emptied_and_written_anew(page: ReviewPage, qtbot: QtBot) -> None:
    key = next(row.key for row in page.review.shown.rows() if row.relation == "added")
    page.review.go_to(key)
    page.window().commands.editing.edit()
    typing = editor(page)
    typing.selectAll()
    qtbot.keyClick(typing, Qt.Key.Key_Backspace)
    QTest.qWait(100)
    qtbot.keyClicks(typing, "Es schneite.")
    QTest.qWait(100)
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert any(row.target == "Es schneite." for row in page.review.shown.rows())


def test_an_added_sentence_is_deleted(page: ReviewPage, qtbot: QtBot) -> None:
    key = next(row.key for row in page.review.shown.rows() if row.relation == "added")
    page.review.go_to(key)
    page.window().commands.editing.edit()
    typing = editor(page)
    typing.selectAll()
    qtbot.keyClick(typing, Qt.Key.Key_Backspace)
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert not page.editing.active()
    assert all(row.target != "Es regnete." for row in page.review.shown.rows())
    page.window().commands.navigation.undo()
    assert any(row.target == "Es regnete." for row in page.review.shown.rows())


def test_deleting_is_reverted(page: ReviewPage, qtbot: QtBot) -> None:
    key = next(row.key for row in page.review.shown.rows() if row.relation == "added")
    page.review.go_to(key)
    page.window().commands.editing.edit()
    typing = editor(page)
    typing.selectAll()
    qtbot.keyClick(typing, Qt.Key.Key_Backspace)
    QTest.qWait(100)
    qtbot.keyClick(typing, Qt.Key.Key_Escape)
    assert any(row.target == "Es regnete." for row in page.review.shown.rows())


def test_what_is_typed_for_a_missing_sentence_looks_like_text(page: ReviewPage) -> None:
    key = next(row.key for row in page.review.shown.rows() if row.relation == "missing")
    page.review.go_to(key)
    page.window().commands.editing.edit()
    assert not editor(page).font().italic()
    page.editing.stop("revert")


def test_typing_that_is_taken_back_by_hand_is_no_edit(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    typing = begin(page, qtbot)
    qtbot.keyClicks(typing, "x")
    QTest.qWait(90)
    qtbot.keyClick(typing, Qt.Key.Key_Backspace)
    QTest.qWait(90)
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert saved(page) == "Der Hafen 😀 kostete 21 Millionen."
    assert review.undo_step is None


def test_a_line_of_folded_rows_has_no_text_to_edit(page: ReviewPage) -> None:
    model = page.table.model()
    lines = range(model.rowCount())
    folds = [line for line in lines if page.review.shown.row_at(line) is None]
    assert folds
    for line in lines:
        flags = model.flags(model.index(line, TARGET))
        assert bool(flags & Qt.ItemFlag.ItemIsEditable) == (line not in folds)
