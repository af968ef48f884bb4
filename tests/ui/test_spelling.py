"""Spelling in the window: words are marked while a row is edited, and listed by F7."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reviewer.domain import Span
from reviewer.review import Review
from reviewer.spelling import speller
from reviewer.spelling.own_words import OwnWords
from reviewer.ui.background import spelling as service
from reviewer.ui.dialogs.spelling_dialog import SpellingDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.row_editor import RowEditor

needs_hunspell = pytest.mark.skipif(not speller.is_installed(), reason="chunspell is not installed")
KNOWN = ["Der", "Hafen", "kostete", "Millionen", "Er", "hat", "und", "Alle", "waren", "froh", "Es"]


@pytest.fixture(autouse=True)
def dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The words that the German translation has, but for some."""
    folder = tmp_path / "dictionaries"
    folder.mkdir()
    (folder / "de_DE.aff").write_text("SET UTF-8\nTRY enairstlo\n", "utf-8")
    (folder / "de_DE.dic").write_text(f"{len(KNOWN)}\n" + "\n".join(KNOWN) + "\n", "utf-8")
    monkeypatch.setenv("DICPATH", str(folder))
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    return folder


def editor_of(page: ReviewPage) -> RowEditor:
    return page.table.findChild(RowEditor)


def marked(page: ReviewPage) -> list[str]:
    editor = editor_of(page)
    wave = editor.extraSelections()[0].format.UnderlineStyle.SpellCheckUnderline
    return [
        one.cursor.selectedText()
        for one in editor.extraSelections()
        if one.format.underlineStyle() == wave
    ]


def edit(page: ReviewPage, qtbot: QtBot, source: str) -> None:
    key = next(row.key for row in page.review.review.rows(1) if row.source.startswith(source))
    page.review.go_to(key)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)


@needs_hunspell
def test_unknown_words_are_marked_while_a_row_is_edited(page: ReviewPage, qtbot: QtBot) -> None:
    edit(page, qtbot, "It has")
    qtbot.waitUntil(lambda: bool(editor_of(page).extraSelections()))
    qtbot.waitUntil(lambda: marked(page) == ["Kräne", "Liegeplätze"])
    qtbot.keyClicks(editor_of(page), " Haffen")
    qtbot.wait(1)
    assert "Haffen" not in marked(page)  # it may still become another word
    qtbot.keyClicks(editor_of(page), " und")
    qtbot.waitUntil(lambda: "Haffen" in marked(page))


@needs_hunspell
def test_the_menu_of_a_word_has_what_may_have_been_meant(
    page: ReviewPage, qtbot: QtBot, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(page, qtbot, "It has")
    editor = editor_of(page)
    qtbot.keyClicks(editor, " Haffen ")
    qtbot.waitUntil(lambda: bool(editor.extraSelections()) and "Haffen" in marked(page))
    editor.select(Span(editor.text().index("ffen"), editor.text().index("ffen")))
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: shown.append(menu))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(editor.viewport(), event)
    [menu] = shown
    assert [action.text() for action in menu.actions()][:2] == ["Hafen", "Learn “Haffen”"]
    assert menu.activeAction() is menu.actions()[0]
    menu.activeAction().trigger()
    assert " Hafen " in editor.text()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert any(" Hafen" in row.target for row in review.rows(1) if row.edited)


@needs_hunspell
def test_a_word_that_is_learnt_is_marked_no_more(page: ReviewPage, qtbot: QtBot) -> None:
    edit(page, qtbot, "It has")
    qtbot.waitUntil(lambda: bool(editor_of(page).extraSelections()))
    qtbot.waitUntil(lambda: marked(page) == ["Kräne", "Liegeplätze"])
    editor_of(page).learnt.emit("Kräne")
    assert marked(page) == ["Liegeplätze"]
    assert OwnWords("de").knows("Kräne")


@needs_hunspell
def test_the_list_leads_to_the_word_in_its_row(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[tuple[str, int]]] = []

    def use(dialog: SpellingDialog) -> int:
        dialog.show()
        qtbot.waitUntil(lambda: bool(dialog.words()))
        seen.append([(one.word, one.count) for one in dialog.words()])
        dialog.table.selectRow([one.word for one in dialog.words()].index("kommen"))
        qtbot.keyClick(dialog.table, Qt.Key.Key_Insert)
        seen.append([(one.word, one.count) for one in dialog.words()])
        dialog.table.selectRow([one.word for one in dialog.words()].index("regnete"))
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(SpellingDialog, "exec", use)
    qtbot.keyClick(page.table, Qt.Key.Key_F7)
    words = ["kommen", "Kräne", "Liegeplätze", "nachts", "regnete", "Schiffe"]
    assert seen[0] == [(word, 1) for word in words]
    assert seen[1] == [(word, 1) for word in words[1:]]
    editor = editor_of(page)
    assert editor.text() == "Es regnete."
    assert editor.cursor_offset() == 3
    editor.end("keep")


@needs_hunspell
def test_a_list_that_was_left_does_not_empty_the_next_one(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    spelling, listed = window.spelling, []
    many = [f"falsch{number}" for number in range(200_000)]

    def look_up(words: list[str]) -> None:
        made: list[str] = []
        told: list[float] = []
        begun = spelling.look_up(
            "de",
            lambda: words,
            sorted,
            lambda found: listed.append(found),
            lambda error: made.append(str(error)),
            lambda _said, share: told.append(share),
        )
        assert begun
        if len(words) > 1:
            qtbot.waitUntil(lambda: bool(told) and told[-1] > 0)
            spelling.jobs.cancel()
        qtbot.waitUntil(lambda: not spelling.jobs.busy())
        assert not made

    look_up(many)
    look_up(["falsch"])
    assert listed == [["falsch"]]
    spelling.rest()


def test_what_is_missing_is_said_with_what_to_do(
    page: ReviewPage,
    window: MainWindow,
    qtbot: QtBot,
    dictionary: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window.ask, "explain", told.append)
    monkeypatch.setattr(service, "is_installed", lambda: False)
    qtbot.keyClick(page.table, Qt.Key.Key_F7)
    monkeypatch.setattr(service, "is_installed", lambda: True)
    for path in dictionary.iterdir():
        path.unlink()
    qtbot.keyClick(page.table, Qt.Key.Key_F7)
    assert "reviewer[spelling]" in told[0]
    assert "German" in told[1]
    assert "hunspell-de" in told[1]
    edit(page, qtbot, "It has")
    assert not window.spelling.jobs.busy()
    editor_of(page).end("keep")


def test_nothing_of_it_is_loaded_before_a_row_is_edited(window: MainWindow) -> None:
    assert window.spelling._processes is None
