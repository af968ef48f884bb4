"""Finding and replacing in the window, over a small real review."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.dialogs.replace_dialog import ReplaceDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.replacing import Wanted
from reviewer.ui.state.search import Search

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> ReplaceDialog:
    made = ReplaceDialog(page.review, window)
    qtbot.addWidget(made)
    return made


def test_what_would_change_is_shown_first(dialog: ReplaceDialog, review: Review) -> None:
    dialog.words.setText("Hafen")
    dialog.by.setText("Kai")
    assert dialog.preview() == [
        "1:  Der Hafen\n→  Der Kai",
        "2:  Der Hafen 😀 kostete 21 Millionen.\n→  Der Kai 😀 kostete 21 Millionen.",
    ]
    assert dialog.said() == "2 places in 2 rows. One undo takes all of it back."
    assert not any(row.edited for row in review.rows(1))


def test_a_line_can_be_left_out(dialog: ReplaceDialog) -> None:
    dialog.words.setText("Hafen")
    dialog.by.setText("Kai")
    dialog.untick(0)
    assert [one.after for one in dialog.chosen()[1]] == ["Der Kai 😀 kostete 21 Millionen."]
    assert dialog.said().startswith("1 place in 1 row.")


def test_return_replaces_also_after_nothing_was_found(dialog: ReplaceDialog, qtbot: QtBot) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.keyClicks(dialog.words, "Haffen")
    qtbot.keyClick(dialog.by, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.words.setText("Hafen")
    qtbot.keyClicks(dialog.by, "Kai")
    qtbot.keyClick(dialog.by, Qt.Key.Key_Return)
    assert dialog.result() == ReplaceDialog.DialogCode.Accepted


def test_a_broken_expression_is_said_and_replaces_nothing(dialog: ReplaceDialog) -> None:
    dialog.words.setText("(")
    dialog.regular.setChecked(True)
    assert "no regular expression" in dialog.said()
    assert dialog.chosen() == {}


def test_an_expression_that_would_freeze_is_given_up(dialog: ReplaceDialog, review: Review) -> None:
    key = next(row.key for row in review.rows(1) if row.target == "Alle waren froh.")
    review.edit(1, key, "a" * 60 + "!")
    dialog.words.setText("(a|aa)+$")
    dialog.regular.setChecked(True)
    assert dialog.said() == "This expression takes too long. Make it simpler."
    assert dialog.chosen() == {}


def test_in_all_translations_at_once(
    page: ReviewPage,
    review: Review,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []

    def agree(dialog: ReplaceDialog) -> int:
        dialog.words.setText(r"\b3\b")
        dialog.by.setText("drei")
        dialog.regular.setChecked(True)
        dialog.where.setCurrentIndex(1)
        seen.extend(line.split("  ")[0] for line in dialog.preview())
        return 1

    before = {number: [row.target for row in review.rows(number)] for number in (1, 2)}
    monkeypatch.setattr(ReplaceDialog, "exec", agree)
    qtbot.keyClick(page.table, Qt.Key.Key_H, CONTROL)
    assert seen == ["German 3:", "Arabic 3:"]
    assert [sum(row.edited for row in review.rows(number)) for number in (1, 2)] == [1, 1]
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert {number: [row.target for row in review.rows(number)] for number in (1, 2)} == before


def test_it_begins_with_what_is_searched_for(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.review.set_search(Search(r"\d", regular=True))
    made = ReplaceDialog(page.review, window)
    qtbot.addWidget(made)
    assert made.wanted() == Wanted(r"\d", "", regular=True)
    assert made.words.selectedText() == r"\d"


def test_of_very_many_all_are_replaced(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    from reviewer.ui.dialogs import replace_dialog

    replace_dialog._LISTED, listed = 1, replace_dialog._LISTED
    try:
        made = ReplaceDialog(page.review, window)
        qtbot.addWidget(made)
        made.words.setText("Hafen")
        made.by.setText("Kai")
        assert len(made.preview()) == 1
        assert made.said().startswith("2 places in 2 rows.")
        assert len(made.chosen()[1]) == 2
    finally:
        replace_dialog._LISTED = listed


def test_one_undo_takes_all_of_it_back(
    page: ReviewPage,
    review: Review,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def agree(dialog: ReplaceDialog) -> int:
        dialog.words.setText("n")
        dialog.by.setText("N")
        dialog.same_case.setChecked(True)
        return 1

    before = [row.target for row in review.rows(1)]
    monkeypatch.setattr(ReplaceDialog, "exec", agree)
    qtbot.keyClick(page.table, Qt.Key.Key_H, CONTROL)
    assert sum(row.edited for row in review.rows(1)) == 6
    assert window.statusBar().currentMessage() == "Replaced 10 times in 6 rows."
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert [row.target for row in review.rows(1)] == before
    assert review.undo_step is None


def test_words_are_found_in_back_translations_and_comments(
    page: ReviewPage, review: Review, window: MainWindow
) -> None:
    said: list[str] = []
    window.commands.search.result.connect(said.append)
    window.commands.search.search("21 millions")
    assert page.review.current_row().source == "The harbour 😀 cost 12 million."
    assert said[-1] == "Found: 1 of 1, in the back-translation"
    key = next(row.key for row in review.rows(1) if row.source == "The harbour")
    review.comment(1, key, "ask the mayor's office")
    window.commands.search.search("mayor's")
    assert page.review.current_row().key == key
    assert said[-1] == "Found: 1 of 1, in a comment"


def test_a_long_text_is_looked_through_when_the_typing_pauses(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.ui.dialogs.replace_dialog._AT_ONCE", 1)
    made = ReplaceDialog(page.review, window)
    qtbot.addWidget(made)
    made.words.setText("Hafen")
    made.by.setText("Kai")
    assert made.preview() == []
    qtbot.waitUntil(lambda: len(made.preview()) == 2)
    made.by.setText("Steg")
    made.accept()
    assert {one.after for one in made.chosen()[1]} == {
        "Der Steg",
        "Der Steg 😀 kostete 21 Millionen.",
    }
