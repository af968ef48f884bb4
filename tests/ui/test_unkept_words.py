"""What was typed and could not be written comes back when its place is written in again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.panel.comment_box import CommentBox
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.row_editor import RowEditor

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace the file")


@pytest.fixture
def editor(page: ReviewPage, qtbot: QtBot) -> RowEditor:
    """An open editor on a row that has a finding."""
    page.window().commands.navigation.next_finding()
    return open_editor(page, qtbot)


def open_editor(page: ReviewPage, qtbot: QtBot) -> RowEditor:
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.editing.active)
    return page.table.viewport().findChildren(RowEditor)[-1]


def replace_file(path: Path) -> Path:
    """Do as a program that keeps folders in step; returns where the file of before lies now."""
    aside = path.with_name("aside")
    os.link(path, aside)
    shutil.copyfile(path, path.with_name("t"))
    path.with_name("t").replace(path)
    return aside


def test_a_correction_comes_back(
    page: ReviewPage, qtbot: QtBot, review: Review, editor: RowEditor, said: list[str]
) -> None:
    aside = replace_file(review.path)
    qtbot.keyClicks(editor, "!?")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "comes back when you edit it again" in said[-1]
    aside.replace(review.path)
    qtbot.waitUntil(lambda: not page.editing.active())
    again = open_editor(page, qtbot)
    assert again.text().endswith("!?")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    row = page.review.current_row()
    assert row
    assert row.target.endswith("!?")
    assert not open_editor(page, qtbot).was_typed_in()


def test_a_correction_that_is_given_up_stays_away(
    page: ReviewPage, qtbot: QtBot, review: Review, editor: RowEditor, said: list[str]
) -> None:
    replace_file(review.path)
    qtbot.keyClicks(editor, "!?")
    qtbot.waitUntil(lambda: bool(said))
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not open_editor(page, qtbot).text().endswith("!?")


def test_a_correction_is_of_its_row_alone(
    page: ReviewPage, qtbot: QtBot, review: Review, editor: RowEditor, said: list[str]
) -> None:
    replace_file(review.path)
    qtbot.keyClicks(editor, "!?")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert not open_editor(page, qtbot).text().endswith("!?")


def test_a_correction_comes_back_in_the_copy_that_was_saved(
    page: ReviewPage,
    qtbot: QtBot,
    review: Review,
    editor: RowEditor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    saved = tmp_path / "saved.review"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(saved), ""))

    def save(box: QMessageBox) -> int:
        next(one for one in box.buttons() if "Save as" in one.text()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", save)
    replace_file(review.path)
    qtbot.keyClicks(editor, "!?")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.review.is_open() and page.review.path() == saved)
    page.window().commands.navigation.next_finding()
    assert open_editor(page, qtbot).text().endswith("!?")


def test_a_remark_comes_back(
    page: ReviewPage, qtbot: QtBot, review: Review, said: list[str]
) -> None:
    page.window().actions_by_name["remark"].trigger()
    box = page.findChild(CommentBox)
    words = box.findChild(QPlainTextEdit)
    aside = replace_file(review.path)
    qtbot.keyClicks(words, "not sure")
    box.keep()
    assert "Begin it again" in said[-1]
    aside.replace(review.path)
    page.window().actions_by_name["remark"].trigger()
    assert words.toPlainText() == "not sure"
    box.keep()
    row = page.review.current_row()
    assert row
    assert row.comment == "not sure"
