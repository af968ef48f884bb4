"""The row is changed by something else while it is being edited: no text is lost unsaid."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.row_editor import RowEditor

FIRST = "Der Hafen 😀 kostete 21 Millionen."


@pytest.fixture
def typing(page: ReviewPage, qtbot: QtBot) -> RowEditor:
    """An open editor on the row whose figure is wrong."""
    page.window().commands.navigation.next_finding()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    return page.table.viewport().findChildren(RowEditor)[-1]


def saved(review: Review) -> str:
    return next(row.target for row in review.rows(1) if "cost" in row.source)


def key_of(page: ReviewPage) -> str:
    return page.editing.row_key()


@pytest.mark.parametrize("paused", [True, False])
def test_what_was_typed_is_not_written_over_a_text_that_changed(
    page: ReviewPage, qtbot: QtBot, review: Review, typing: RowEditor, said: list[str], paused: bool
) -> None:
    key = key_of(page)
    qtbot.keyClicks(typing, "!")
    if paused:
        qtbot.waitUntil(lambda: saved(review).endswith("!"))
    review.edit(1, key, "Von anderswo.")
    qtbot.keyClicks(typing, "?")
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert saved(review) == "Von anderswo."
    assert len(said) == 1
    assert f"{FIRST}!?" in said[0]


@pytest.mark.parametrize("how", ["another row", "other rows"])
def test_an_editor_without_the_keyboard_ends_when_the_table_closes_it(
    page: ReviewPage, qtbot: QtBot, review: Review, typing: RowEditor, how: str
) -> None:
    """Another window has the keyboard, so that the editor stays open and hears of no leaving."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not typing.hasFocus())
    assert page.editing.active()
    typing.insertPlainText("!")
    if how == "another row":
        page.table.go_to(1)
    else:
        page.table.reset()
    assert not page.editing.active()
    assert saved(review) == f"{FIRST}!"
    qtbot.waitUntil(lambda: not page.table.viewport().findChildren(RowEditor))
    page.table.heights.estimate()
    page.table.viewport().grab()


def test_the_pause_writes_nothing_over_it_either(
    page: ReviewPage, qtbot: QtBot, review: Review, typing: RowEditor, said: list[str]
) -> None:
    key = key_of(page)
    review.edit(1, key, "Von anderswo.")
    qtbot.keyClicks(typing, "?")
    qtbot.waitUntil(lambda: bool(said))
    assert saved(review) == "Von anderswo."
    assert not page.editing.active()


def test_what_was_typed_is_reverted_to_what_is_there_now(
    page: ReviewPage, qtbot: QtBot, review: Review, typing: RowEditor
) -> None:
    key = key_of(page)
    qtbot.keyClicks(typing, "!")
    qtbot.waitUntil(lambda: saved(review).endswith("!"))
    review.edit(1, key, "Von anderswo.")
    qtbot.keyClick(typing, Qt.Key.Key_Escape)
    assert saved(review) == "Von anderswo."


def test_the_row_is_gone(
    page: ReviewPage, qtbot: QtBot, review: Review, typing: RowEditor, said: list[str]
) -> None:
    key = key_of(page)
    before = next(row.key for row in review.rows(1) if row.source == "The harbour")
    qtbot.keyClicks(typing, "!")
    review.link(1, [before, key])
    assert key not in [row.key for row in review.rows(1)]
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert not page.editing.active()
    assert any(FIRST in row.target for row in review.rows(1))
    assert f"{FIRST}!" in said[0]


def test_undo_of_the_step_before_while_nothing_is_typed(
    page: ReviewPage, qtbot: QtBot, review: Review, typing: RowEditor
) -> None:
    key = key_of(page)
    qtbot.keyClick(typing, Qt.Key.Key_Escape)
    review.edit(1, key, "Zweiter Stand.")
    page.window().commands.editing.edit()
    again = page.table.viewport().findChildren(RowEditor)[-1]
    assert again.text() == "Zweiter Stand."
    review.undo()
    qtbot.keyClick(again, Qt.Key.Key_Return)
    assert saved(review) == FIRST


def rich(data: QMimeData) -> None:
    data.setHtml("<p>fett <b>und</b><br>neu &amp; alt</p><table><tr><td>Zelle</td></tr></table>")
    data.setText("fett und\nneu & alt\nZelle")


def only_rich(data: QMimeData) -> None:
    data.setHtml("<p>fett <b>und</b> mehr</p>")


def nul(data: QMimeData) -> None:
    data.setText("a\x00b\x07\x1fc")


def half(data: QMimeData) -> None:
    data.setData("text/plain", "a\ud83d b".encode("utf-8", "surrogatepass"))


def half_in_utf_16(data: QMimeData) -> None:
    data.setData("text/plain;charset=utf-16le", "a\ud83d b".encode("utf-16-le", "surrogatepass"))


@pytest.mark.parametrize("fill", [rich, only_rich, nul, half, half_in_utf_16])
def test_whatever_is_pasted_is_kept_or_refused_and_written(
    page: ReviewPage,
    qtbot: QtBot,
    review: Review,
    typing: RowEditor,
    said: list[str],
    fill: Callable[[QMimeData], None],
) -> None:
    data = QMimeData()
    fill(data)
    typing.selectAll()
    typing.insertFromMimeData(data)
    shown = typing.text()
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert not said
    assert saved(review) == shown
    assert "<" not in shown
    shown.encode("utf-8")


def test_half_a_character_that_an_input_method_sends(
    page: ReviewPage, qtbot: QtBot, review: Review, typing: RowEditor, said: list[str]
) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, "x\ud83d")
        QApplication.sendEvent(typing, event)
    shown = typing.text()
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert not said
    assert saved(review) == shown
    shown.encode("utf-8")
