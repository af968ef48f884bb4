"""The list of all commands, in the window of a real review."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.dialogs.command_palette import CommandPalette
from reviewer.ui.look.action_keys import keys_in_words
from reviewer.ui.look.widgets import Text
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


@pytest.fixture
def palette(window: MainWindow, page: ReviewPage, qtbot: QtBot) -> CommandPalette:
    made = CommandPalette(
        list(window.table.commands()),
        lambda command: keys_in_words(window.actions_by_name[command.name]),
        window.actions_by_name.why_resting,
        window,
    )
    qtbot.addWidget(made)
    return made


def words(palette: CommandPalette) -> QLineEdit:
    return palette.findChildren(QLineEdit)[0]


def test_every_command_is_in_it(palette: CommandPalette, window: MainWindow) -> None:
    known = [command.title for command in window.table.commands() if command.name != "palette"]
    assert palette.titles() == known


def test_typing_and_enter_choose_a_command(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(words(palette), "next find")
    assert palette.titles()[0] == "Next finding"
    qtbot.keyClick(words(palette), Qt.Key.Key_Return)
    assert palette.chosen is not None
    assert palette.chosen.name == "next_finding"


def test_the_arrows_go_down_the_list(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(words(palette), "finding")
    second = palette.titles()[1]
    qtbot.keyClick(words(palette), Qt.Key.Key_Down)
    qtbot.keyClick(words(palette), Qt.Key.Key_Return)
    assert palette.chosen is not None
    assert palette.chosen.title == second


def test_letting_go_of_a_key_does_nothing(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(words(palette), "next find")
    qtbot.keyRelease(words(palette), Qt.Key.Key_Return)
    assert palette.chosen is None


def test_what_cannot_be_done_now_is_not_chosen(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(words(palette), "reopen")
    assert palette.titles()[0] == "Reopen"
    qtbot.keyClick(words(palette), Qt.Key.Key_Return)
    assert palette.chosen is None
    said = palette.findChildren(Text)[-1]
    assert said.text() == "“Reopen” cannot be done here."
    qtbot.keyClick(words(palette), Qt.Key.Key_Backspace)
    assert said.text() == ""


def test_the_chosen_command_is_carried_out(
    window: MainWindow, page: ReviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(palette: CommandPalette) -> int:
        qtbot.keyClicks(words(palette), "next finding")
        qtbot.keyClick(words(palette), Qt.Key.Key_Return)
        return 1

    monkeypatch.setattr(CommandPalette, "exec", choose)
    qtbot.keyClick(
        page.table,
        Qt.Key.Key_P,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: page.review.current_finding() is not None)
    assert str(page.review.current_finding().finding.message) == "12 is missing"


@pytest.mark.parametrize(("number", "source"), [(1, "The harbour"), (7, "")])
def test_a_sentence_is_gone_to_by_its_number(
    page: ReviewPage,
    review: Review,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    source: str,
) -> None:
    page.review.go_to(page.review.shown.key_of_number(3))
    asked = []

    def answer(*what: object) -> tuple[int, bool]:
        asked.append(what[3:])
        return number, True

    monkeypatch.setattr(QInputDialog, "getInt", answer)
    qtbot.keyClick(page.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert asked == [(3, 1, 7)]
    row = page.review.current_row()
    assert page.review.shown.number_of(row.key) == number
    assert row.source.startswith(source)
