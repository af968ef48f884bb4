"""Words found in all documents of a set, and the way to the row that says them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.sets import ReviewSet, write_set
from reviewer.ui.dialogs import find_in_set_dialog
from reviewer.ui.dialogs.find_in_set_dialog import FindInSetDialog
from reviewer.ui.main_window import MainWindow
from reviewer.wording import use_language
from tests.ui.conftest import digits, small_analysis


@pytest.fixture
def made(tmp_path: Path) -> ReviewSet:
    """Two documents that say the same but for one comment."""
    paths = [tmp_path / "a.review", tmp_path / "b.review"]
    for path in paths:
        with Review.create(path, small_analysis(), check=digits) as review:
            if path.stem == "b":
                row = next(row for row in review.rows(2) if "رافعات" in row.target)
                review.comment(2, row.key, "Ask the crane driver")
    return write_set(tmp_path / "news.reviewset", paths)


@pytest.fixture
def dialog(made: ReviewSet, qtbot: QtBot) -> FindInSetDialog:
    shown = FindInSetDialog(made, "")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def look_for(dialog: FindInSetDialog, words: str, qtbot: QtBot) -> None:
    dialog.words.setText(words)
    dialog.words.setFocus()
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.jobs.busy())


def cells(dialog: FindInSetDialog) -> list[list[str]]:
    table = dialog.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_rows_are_listed_with_document_language_number_and_both_sides(
    dialog: FindInSetDialog, qtbot: QtBot
) -> None:
    look_for(dialog, "kräne", qtbot)
    assert cells(dialog) == [
        [name, "German", "3", "It has 3 cranes and 4 berths.", "Er hat 3 Kräne und 5 Liegeplätze."]
        for name in ("a", "b")
    ]
    assert dialog.said.text() == "2 rows found"


def test_sentences_run_their_own_way_in_an_arabic_window(
    dialog: FindInSetDialog, qtbot: QtBot
) -> None:
    use_language("ar")
    look_for(dialog, "kräne", qtbot)
    assert [line[3:] for line in cells(dialog)] == [
        [
            "\u2068It has 3 cranes and 4 berths.\u2069",
            "\u2068Er hat 3 Kräne und 5 Liegeplätze.\u2069",
        ]
    ] * 2


def test_a_comment_is_shown_beside_the_row(dialog: FindInSetDialog, qtbot: QtBot) -> None:
    look_for(dialog, "crane driver", qtbot)
    [line] = cells(dialog)
    assert line[:3] == ["b", "Arabic", "3"]
    assert line[4] == "\u2068…3 رافعات و 4 أرصفة.  [Ask the crane driver]\u2069"


@pytest.mark.parametrize(
    ("box", "words", "many"),
    [
        ("same_case", "kräne", 0),
        ("same_case", "Kräne", 2),
        ("whole_words", "Krän", 0),
        ("regular", r"\d Kr.ne", 2),
    ],
)
def test_case_whole_words_and_expressions_are_minded(
    box: str, words: str, many: int, dialog: FindInSetDialog, qtbot: QtBot
) -> None:
    getattr(dialog, box).setChecked(True)
    look_for(dialog, words, qtbot)
    assert len(dialog.hits()) == many


def test_what_is_no_expression_is_said(dialog: FindInSetDialog, qtbot: QtBot) -> None:
    dialog.regular.setChecked(True)
    look_for(dialog, "(", qtbot)
    assert dialog.hits() == []
    assert dialog.said.text() != "Found nowhere"


def test_what_is_found_nowhere_and_what_cannot_be_read_is_said(
    dialog: FindInSetDialog, made: ReviewSet, qtbot: QtBot
) -> None:
    look_for(dialog, "nobody", qtbot)
    assert dialog.said.text() == "Found nowhere"
    made.reviews[0].write_bytes(b"no review")
    look_for(dialog, "Kräne", qtbot)
    assert len(dialog.hits()) == 1
    assert dialog.said.text().startswith("1 row found\na: ")


def test_of_very_many_the_first_are_listed_and_all_counted(
    dialog: FindInSetDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_in_set_dialog, "MOST_LISTED", 3)
    look_for(dialog, "12", qtbot)
    assert len(dialog.hits()) == 3
    assert dialog.said.text() == "4 rows found · The first 3 are listed."


def test_the_words_are_in_sight_in_a_long_sentence(dialog: FindInSetDialog, qtbot: QtBot) -> None:
    look_for(dialog, "Liegeplätze", qtbot)
    assert cells(dialog)[0][4] == "Er hat 3 Kräne und 5 Liegeplätze."
    assert dialog._around(f"{'word ' * 100}Liegeplätze.").endswith("word Liegeplätze.")


def in_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, acts: Callable[[FindInSetDialog], None]
) -> None:
    monkeypatch.setattr(FindInSetDialog, "exec", acts)
    window.actions_by_name["find_in_set"].trigger()


@pytest.fixture
def opened(
    window: MainWindow, made: ReviewSet, until_read: Callable[[MainWindow], None]
) -> MainWindow:
    window.open_file(made.path)
    until_read(window)
    return window


def test_enter_goes_to_the_row_in_its_document_and_translation(
    opened: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    until_read: Callable[[MainWindow], None],
) -> None:
    def choose(dialog: FindInSetDialog) -> None:
        dialog.show()
        look_for(dialog, "crane driver", qtbot)
        assert dialog.table.hasFocus() or not dialog.isActiveWindow()
        dialog.table.setFocus()
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)

    in_the_window(opened, monkeypatch, choose)
    until_read(opened)
    review = opened.review
    assert review.look.path.stem == "b"
    qtbot.waitUntil(lambda: review.search == "crane driver")
    assert review.translation == 2
    row = review.current_row()
    assert row
    assert row.comment == "Ask the crane driver"


def test_without_a_choice_the_document_is_open_again(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch, until_read: Callable[[MainWindow], None]
) -> None:
    opened.commands.sets.open_document(1)
    until_read(opened)

    def look_away(dialog: FindInSetDialog) -> None:
        assert not opened.review.is_open()

    in_the_window(opened, monkeypatch, look_away)
    until_read(opened)
    assert opened.review.look.path.stem == "b"


def test_a_row_in_a_document_that_is_gone_leaves_no_jump_behind(
    opened: MainWindow,
    made: ReviewSet,
    said: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    until_read: Callable[[MainWindow], None],
) -> None:
    def choose(dialog: FindInSetDialog) -> None:
        dialog.show()
        look_for(dialog, "crane driver", qtbot)
        made.reviews[1].unlink()
        dialog.show_row()

    in_the_window(opened, monkeypatch, choose)
    until_read(opened)
    assert said
    opened.commands.sets.open_document(0)
    until_read(opened)
    assert opened.review.search == ""


def test_only_a_set_can_be_looked_through(window: MainWindow, made: ReviewSet) -> None:
    assert not window.actions_by_name["find_in_set"].isEnabled()
    window.commands.find_in_set.find()
    assert not window.findChildren(FindInSetDialog)
