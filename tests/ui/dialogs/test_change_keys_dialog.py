"""Keys can be changed: at once, for later sessions, and with what they clash with."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.dialogs.change_keys_dialog import ChangeKeysDialog
from reviewer.ui.dialogs.key_card import key_card_html
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.key_clashes import OF_THE_TABLE, owners
from reviewer.ui.state.settings import Settings


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ChangeKeysDialog:
    made = ChangeKeysDialog(list(window.table.commands()), window.actions_by_name.keys(), window)
    qtbot.addWidget(made)
    return made


def type_key(dialog: ChangeKeysDialog, key: str) -> None:
    dialog.edit.setKeySequence(QKeySequence(key))


def test_the_usual_keys_do_not_clash(window: MainWindow) -> None:
    keys = window.actions_by_name.keys()
    shared = {key: owners(key, keys) for some in keys.values() for key in some}
    assert [names for names in shared.values() if len(names) > 1] == []
    assert not OF_THE_TABLE & shared.keys()


def test_a_key_that_another_command_has_is_said_and_taken(dialog: ChangeKeysDialog) -> None:
    dialog.choose("bookmark")
    type_key(dialog, "A")
    assert dialog.said() == "“Accept” has this key, and would lose it."
    dialog.give()
    assert dialog.keys["bookmark"] == ("A", "B")
    assert dialog.keys["accept"] == ()


def test_a_free_key_is_said_to_be_free(dialog: ChangeKeysDialog) -> None:
    dialog.choose("bookmark")
    type_key(dialog, "Ctrl+F12")
    assert dialog.said() == "Nothing has this key."


def test_keys_of_the_rows_are_not_given_away(dialog: ChangeKeysDialog) -> None:
    dialog.choose("bookmark")
    type_key(dialog, "J")
    assert dialog.said() == "The rows themselves use this key."
    dialog.give()
    assert dialog.keys["bookmark"] == ("B",)


def test_the_usual_keys_come_back(dialog: ChangeKeysDialog) -> None:
    usual = dict(dialog.keys)
    dialog.choose("bookmark")
    type_key(dialog, "A")
    dialog.give()
    dialog._all_usual.click()
    assert dialog.keys == usual


def test_they_are_other_keys_at_once_and_in_the_next_session(
    page: ReviewPage,
    window: MainWindow,
    review: Review,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def change(dialog: ChangeKeysDialog) -> int:
        dialog.choose("accept")
        type_key(dialog, "X")
        dialog.give()
        dialog.choose("history")
        type_key(dialog, "Y")
        dialog.give()
        return 1

    monkeypatch.setattr(ChangeKeysDialog, "exec", change)
    window.actions_by_name["change_keys"].trigger()
    window.commands.navigation.next_finding()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_X)
    assert review.counts(1).accepted == 1
    assert window.actions_by_name["history"] in page.table.actions()
    assert Settings().keys == {"accept": ["X", "A"], "history": ["Y", "Ctrl+Alt+H"]}
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    assert again.actions_by_name["accept"].shortcuts()[0] == QKeySequence("X")
    assert "(X or A)" in again.actions_by_name["accept"].toolTip()
    again.close()


def test_the_card_has_every_key_and_is_written_as_pdf(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sections = window.help.keys_by_menu()
    page = key_card_html(sections)
    assert page.count("<b>") > 60
    assert "Ctrl+Shift+P" in page
    assert key_card_html({"M": [("<b>", "<")]}).count("&lt;b&gt;") == 1
    path = tmp_path / "keys.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "PDF (*.pdf)"))
    monkeypatch.setattr("reviewer.ui.window_help.show_in_desktop", lambda *_: None)
    window.actions_by_name["key_card"].trigger()
    assert path.read_bytes().startswith(b"%PDF")
