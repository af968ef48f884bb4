"""What a correction and an edit bring along, as it is seen in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reviewer import formats
from reviewer.analysis import Analysis, analyse
from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.row_editor import RowEditor

ENGLISH = """The harbour of Hamburg was opened in 1189.

Some 137 ships arrived on the first day.

Mayor Anna Petersen greeted the captains from Bremen.

In 1842 a fire destroyed 1,700 houses.

The damage came to 90 million marks.

Engineer William Lindley drew the new map.

The railway to Berlin followed in 1846.

Today 8,900 people work at the docks.
"""
GERMAN = """Der Hafen von Hamburg wurde 1189 eröffnet.

Rund 137 Schiffe kamen am ersten Tag.

Bürgermeisterin Anna Petersen begrüßte die Kapitäne aus Bremen.

1842 zerstörte ein Feuer 1.700 Häuser.

Der Schaden betrug 90 Millionen Mark.

Die Bahn nach Berlin folgte 1846.

Heute arbeiten 8.900 Menschen an den Docks.
"""
MISSING = "Ingenieur William Lindley zeichnete den neuen Plan."


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    """The sixth sentence is missing."""
    english, german = (
        formats.read_bytes(Path(name), text.encode())
        for name, text in (("a.txt", ENGLISH), ("b.txt", GERMAN))
    )
    return analyse(english, [german])


@pytest.fixture
def lacking(
    analysis: Analysis, tmp_path: Path, window: MainWindow, qtbot: QtBot
) -> Iterator[ReviewPage]:
    """A page on which the sixth sentence is missing."""
    with Review.create(tmp_path / "a.review", analysis) as review:
        window.commands.reviews.show(review)
        page = window.page
        qtbot.waitUntil(lambda: page.table.isVisible())
        yield page


def key_of(page: ReviewPage, words: str) -> str:
    return next(row.key for row in page.review.shown.rows() if words in row.source)


def typing(page: ReviewPage, words: str) -> RowEditor:
    page.review.go_to(key_of(page, words))
    page.window().commands.editing.edit()
    editor = page.table.viewport().findChildren(RowEditor)[-1]
    editor.insertPlainText(f" {MISSING}")
    return editor


def missing(page: ReviewPage) -> list[str]:
    rows = page.review.review.rows(page.review.translation)
    return [row.source for row in rows if row.relation == "missing"]


def test_the_missing_sentence_typed_beside_it_is_missing_no_more(
    lacking: ReviewPage, qtbot: QtBot
) -> None:
    page, said = lacking, []
    page.review.said.connect(said.append)
    assert missing(page) == ["Engineer William Lindley drew the new map."]
    editor = typing(page, "damage")
    QTest.qWait(150)
    assert missing(page)
    place = page.table.visualRect(page.table.currentIndex()).top()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert missing(page) == []
    row = page.review.current_row()
    assert row is not None
    assert row.target.endswith(MISSING)
    assert "Lindley" in row.source
    assert page.table.visualRect(page.table.currentIndex()).top() == place
    assert said[-1] == "Row 5 says the missing sentence now, and has become one with it."
    page.window().commands.navigation.undo()
    assert missing(page)
    assert page.review.current_row().target == "Der Schaden betrug 90 Millionen Mark."
    page.window().commands.navigation.redo()
    assert missing(page) == []


def test_it_stays_the_current_row_when_it_takes_in_the_one_before(
    lacking: ReviewPage, qtbot: QtBot
) -> None:
    page = lacking
    page.review.go_to(key_of(page, "railway"))
    page.window().commands.editing.edit()
    editor = page.table.viewport().findChildren(RowEditor)[-1]
    editor.put_cursor(0)
    editor.insertPlainText(f"{MISSING} ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert missing(page) == []
    assert "railway" in page.review.current_row().source


def test_esc_changes_no_row(lacking: ReviewPage, qtbot: QtBot) -> None:
    editor = typing(lacking, "damage")
    QTest.qWait(150)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    QTest.qWait(600)
    assert missing(lacking)


def test_a_click_elsewhere_reaches_its_row_before_any_row_moves(
    lacking: ReviewPage, qtbot: QtBot
) -> None:
    page = lacking
    typing(page, "damage")
    there = page.review.shown.line_of(key_of(page, "railway"))
    box = page.table.visualRect(page.model.index(there, 3))
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert "railway" in page.review.current_row().source
    assert missing(page)
    qtbot.waitUntil(lambda: not missing(page))
    assert "railway" in page.review.current_row().source


def test_no_row_moves_while_another_one_is_typed_in(lacking: ReviewPage, qtbot: QtBot) -> None:
    page = lacking
    typing(page, "damage")
    page.editing.stop()
    page.review.go_to(key_of(page, "Lindley"))
    page.window().commands.editing.edit()
    QTest.qWait(600)
    assert page.editing.active()
    assert missing(page)
    page.editing.stop("revert")


def test_it_is_made_up_for_when_that_one_was_only_looked_into(
    lacking: ReviewPage, qtbot: QtBot
) -> None:
    page = lacking
    typing(page, "damage")
    page.editing.stop()
    page.review.go_to(key_of(page, "Lindley"))
    page.window().commands.editing.edit()
    QTest.qWait(QApplication.doubleClickInterval() + 100)
    assert missing(page)
    editor = page.table.viewport().findChildren(RowEditor)[-1]
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert missing(page) == []


def test_a_double_click_into_another_row_ends_the_waiting(
    lacking: ReviewPage, qtbot: QtBot
) -> None:
    page = lacking
    typing(page, "damage")
    there = page.review.shown.line_of(key_of(page, "railway"))
    place = page.table.visualRect(page.model.index(there, 3)).center()
    viewport = page.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert missing(page) == []
    assert page.editing.row_key() == key_of(page, "railway")
    page.table.viewport().findChildren(RowEditor)[-1].insertPlainText("Ja. ")
    page.editing.stop()
    row = page.review.review.row(1, key_of(page, "railway"))
    assert "Ja. " in row.target
    page.window().commands.navigation.undo()
    page.window().commands.navigation.undo()
    assert missing(page)


def test_no_row_moves_under_an_open_dialog(lacking: ReviewPage, qtbot: QtBot) -> None:
    page = lacking
    typing(page, "damage")
    page.editing.stop()
    dialog = QDialog(page)
    dialog.open()
    QTest.qWait(QApplication.doubleClickInterval() + 100)
    assert missing(page)
    dialog.close()
    qtbot.waitUntil(lambda: not missing(page))


def test_a_correction_says_what_came_along(lacking: ReviewPage, qtbot: QtBot) -> None:
    page, said = lacking, []
    page.review.said.connect(said.append)
    editor = typing(page, "damage")
    page.review.review.comment(1, key_of(page, "damage"), "stays one row")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    row = page.review.current_row()
    page.window().commands.alignment.split_at(row, "target", row.target.index(" Ingenieur"))
    assert missing(page) == []
    assert said[-1] == "Split: matched anew beside it: row 6. Undo takes all back."
    page.window().commands.navigation.undo()
    assert missing(page)


def test_a_sentence_that_carries_a_note_says_when_it_is_deleted_what_becomes_of_it(
    tmp_path: Path, window: MainWindow, qtbot: QtBot
) -> None:
    from reviewer import formats
    from reviewer.analysis import analyse

    noted = "The harbour opened in 1189.[^1] Some 137 ships arrived.\n\n[^1]: A note.\n"
    (tmp_path / "a.md").write_text(noted, encoding="utf-8")
    (tmp_path / "b.md").write_text(
        "Der Hafen wurde 1189 eröffnet.[^1] Rund 137 Schiffe kamen.\n\n[^1]: Notiz.\n", "utf-8"
    )
    analysis = analyse(*(formats.read(tmp_path / "a.md"), [formats.read(tmp_path / "b.md")]))
    with Review.create(tmp_path / "a.review", analysis) as review:
        window.commands.reviews.show(review)
        page = window.page
        qtbot.waitUntil(lambda: page.table.isVisible())
        said: list[str] = []
        page.review.said.connect(said.append)
        page.review.go_to(key_of(page, "harbour"))
        window.commands.editing.edit()
        editor = page.table.viewport().findChildren(RowEditor)[-1]
        editor.selectAll()
        qtbot.keyClick(editor, Qt.Key.Key_Delete)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: any("The mark of its note goes with it" in each for each in said))
        window.commands.reviews.close_review()
