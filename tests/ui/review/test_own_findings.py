"""What the reviewer finds: words of either side, category and severity by key, no dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from reviewer.domain import Span
from reviewer.review import CATEGORIES, Review, ReviewedFinding
from reviewer.ui.main_window import MainWindow
from reviewer.ui.panel.command_buttons import CommandButton
from reviewer.ui.panel.finding_card import FindingCard
from reviewer.ui.panel.own_finding_box import OwnFindingBox
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.row_editor import RowEditor
from reviewer.ui.table.table_model import SOURCE, TARGET

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
TEXT = "Alle waren froh."


@pytest.fixture
def row(page: ReviewPage, review: Review) -> str:
    """The key of a row without findings, which is current."""
    key = next(row.key for row in review.rows(1) if row.target == TEXT)
    page.review.go_to(key)
    return key


def editor(page: ReviewPage) -> RowEditor:
    made = page.editing._editor
    assert made is not None
    return made


def choose(page: ReviewPage, qtbot: QtBot, letters: int, *, shift: bool = False) -> None:
    """Open the row for words and select so many letters from the beginning."""
    qtbot.waitUntil(lambda: page.window().isActiveWindow())
    qtbot.keyClick(page.table, Qt.Key.Key_W, SHIFT if shift else NONE)
    for _ in range(letters):
        qtbot.keyClick(editor(page), Qt.Key.Key_Right, SHIFT)


def box(page: ReviewPage) -> OwnFindingBox:
    return page.panel.own_finding_box


def found(review: Review, key: str) -> ReviewedFinding:
    [one] = review.row(1, key).findings
    return one


def test_words_category_and_severity_by_key(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    choose(page, qtbot, 4)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    assert box(page).is_open()
    qtbot.keyClick(box(page), Qt.Key.Key_Y)
    qtbot.keyClick(box(page), Qt.Key.Key_3)
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    one = found(review, row)
    assert (one.finding.kind, one.finding.severity, one.state) == ("style", "minor", "accepted")
    assert [span.of(TEXT) for span in one.finding.target_spans] == ["Alle"]
    assert page.table.hasFocus()
    assert page.review.current_finding() == one
    assert "Yours: Style" in page.panel.words()


def test_the_words_are_lit_in_the_row_while_it_is_described(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    line = page.review.shown.line_of(row)
    choose(page, qtbot, 4)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    assert [span.of(TEXT) for span in page.model.cell(line, TARGET).lit] == ["Alle"]
    assert page.model.cell(line, SOURCE).lit == ()
    assert page.model.cell(line - 1, TARGET).lit == ()
    qtbot.keyClick(box(page), Qt.Key.Key_Escape)
    assert page.model.cell(line, TARGET).lit == ()


def test_its_card_says_its_category_once_and_has_buttons_to_change_and_remove_it(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    choose(page, qtbot, 4)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    qtbot.keyClick(box(page), Qt.Key.Key_G)
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    assert "Grammar" not in page.panel.words().splitlines()
    [card] = [one for one in page.panel.findChildren(FindingCard) if one.isVisible()]
    assert card.accessibleName() == "Yours: Grammar, major, accepted."

    def button(words: str) -> CommandButton:
        found = [one for one in card.findChildren(CommandButton) if one.isVisible()]
        return next(one for one in found if one.text().startswith(words))

    qtbot.mouseClick(button("Change"), Qt.MouseButton.LeftButton)
    assert box(page).is_open()
    assert box(page)._words.text() == ""
    box(page)._words.setText("Plural")
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    assert "Plural" in page.panel.words()
    qtbot.mouseClick(button("Remove"), Qt.MouseButton.LeftButton)
    assert review.row(1, row).findings == ()
    assert page.table.hasFocus()


@pytest.mark.parametrize(("letters", "words"), [(5, "Alle"), (6, "Alle w")])
def test_white_space_beside_the_words_is_not_chosen(
    page: ReviewPage, qtbot: QtBot, row: str, letters: int, words: str
) -> None:
    choose(page, qtbot, letters)
    assert page.editing.chosen_words() == ("", words)
    qtbot.keyClick(editor(page), Qt.Key.Key_Escape)


def test_white_space_alone_can_be_chosen(page: ReviewPage, qtbot: QtBot, row: str) -> None:
    choose(page, qtbot, 0)
    editor(page).select(Span(4, 5))
    assert page.editing.chosen_words() == ("", " ")
    qtbot.keyClick(editor(page), Qt.Key.Key_Escape)


def test_every_category_has_a_letter_of_its_own(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    letters = [one.letter for one in CATEGORIES]
    assert len(set(letters)) == len(letters)
    choose(page, qtbot, 1)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    for category in CATEGORIES:
        qtbot.keyClick(box(page), getattr(Qt.Key, f"Key_{category.letter}"))
        assert box(page)._category.currentData() == category.name
    qtbot.keyClick(box(page), Qt.Key.Key_Escape)
    assert review.row(1, row).findings == ()
    assert page.table.hasFocus()


def test_tab_leads_from_the_letters_to_the_words(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    choose(page, qtbot, 4)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    qtbot.keyClick(box(page), Qt.Key.Key_G)
    qtbot.keyClick(box(page), Qt.Key.Key_Tab)
    qtbot.keyClicks(page.window().focusWidget(), "Wrong case")
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    finding = found(review, row).finding
    assert (finding.kind, str(finding.message)) == ("grammar", "Wrong case")


def test_letters_in_an_open_list_of_categories_are_no_commands(page: ReviewPage) -> None:
    for choices in box(page).findChildren(QComboBox):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_C, NONE, "c")
        asked.ignore()
        QApplication.sendEvent(choices.view(), asked)
        assert asked.isAccepted()


def test_words_of_both_sides(page: ReviewPage, review: Review, qtbot: QtBot, row: str) -> None:
    choose(page, qtbot, 4)
    qtbot.keyClick(editor(page), Qt.Key.Key_Tab)
    for _ in range(9):
        qtbot.keyClick(editor(page), Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(editor(page), Qt.Key.Key_Tab)
    assert editor(page).selected().of(TEXT) == "Alle"
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    finding = found(review, row).finding
    assert [span.of("Everybody was happy.") for span in finding.source_spans] == ["Everybody"]
    assert [span.of(TEXT) for span in finding.target_spans] == ["Alle"]


def test_a_comment_on_words(page: ReviewPage, review: Review, qtbot: QtBot, row: str) -> None:
    choose(page, qtbot, 4)
    qtbot.keyClick(editor(page), Qt.Key.Key_C)
    words = box(page).findChild(QLineEdit)
    assert words.hasFocus()
    qtbot.keyClicks(words, "all of them?")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    one = found(review, row)
    assert (one.finding.kind, one.finding.severity) == ("note", "info")
    assert str(one.finding.message) == "all of them?"
    assert review.score(1).points == 0


def test_nothing_chosen_means_the_whole_row(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    choose(page, qtbot, 0)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    qtbot.keyClick(box(page), Qt.Key.Key_T)
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    assert found(review, row).finding.target_spans == ()
    assert str(found(review, row).finding.message) == "Terminology"


def test_a_part_of_the_source_is_copied(page: ReviewPage, qtbot: QtBot, row: str) -> None:
    choose(page, qtbot, 9, shift=True)
    qtbot.keyClick(editor(page), Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Everybody"
    qtbot.keyClick(editor(page), Qt.Key.Key_Escape)
    assert not page.review.editor.active()


def test_choosing_words_changes_no_text(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    choose(page, qtbot, 3)
    for key in (Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_A):
        qtbot.keyClick(editor(page), key)
    qtbot.keyClick(editor(page), Qt.Key.Key_Escape)
    assert review.row(1, row).target == TEXT
    assert review.undo_step is None


def test_it_is_changed_and_taken_away_by_key(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    review.add_finding(1, row, "style", "minor")
    qtbot.waitUntil(lambda: page.window().isActiveWindow())
    qtbot.keyClick(page.table, Qt.Key.Key_E)
    qtbot.keyClick(box(page), Qt.Key.Key_G)
    qtbot.keyClick(box(page), Qt.Key.Key_1)
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    one = found(review, row).finding
    assert (one.kind, one.severity, str(one.message)) == ("grammar", "critical", "Grammar")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert review.row(1, row).findings == ()
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert found(review, row).finding.kind == "grammar"


def test_another_row_leaves_the_finding(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    choose(page, qtbot, 2)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    page.review.go_to(next(one.key for one in review.rows(1) if one.source == "The harbour"))
    assert not box(page).is_open()
    assert review.row(1, row).findings == ()


def test_what_a_check_has_found_is_not_changed(page: ReviewPage, window: MainWindow) -> None:
    window.commands.navigation.next_finding()
    assert not window.actions_by_name["change_own_finding"].isEnabled()
    assert not window.actions_by_name["remove_own_finding"].isEnabled()


def test_the_box_says_whether_a_finding_is_new(
    page: ReviewPage, review: Review, qtbot: QtBot, row: str
) -> None:
    def titles() -> list[str]:
        return [label.text() for label in box(page).findChildren(QLabel)]

    choose(page, qtbot, 4)
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    assert "Your finding" in titles()
    qtbot.keyClick(box(page), Qt.Key.Key_Return)
    page.window().commands.own_findings.change()
    assert "Change your finding" in titles()
    qtbot.keyClick(box(page), Qt.Key.Key_Escape)
