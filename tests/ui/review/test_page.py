"""What a reviewer does in the window, on a small real review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.analysis import Analysis
from reviewer.domain import Bead
from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.panel.finding_card import FindingCard
from reviewer.ui.panel.finding_panel import MOST_CARDS
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import OVERVIEW
from reviewer.ui.state.progress_words import progress_words
from reviewer.ui.state.row_filter import Filter, Fold
from reviewer.ui.table.row_editor import RowEditor
from reviewer.ui.table.table_model import SOURCE, TARGET
from tests.ui.conftest import compared, side


def target(page: ReviewPage) -> str:
    row = page.review.current_row()
    assert row is not None
    return row.target


def message(page: ReviewPage) -> str:
    item = page.review.current_finding()
    assert item is not None
    return item.finding.message


def test_it_opens_at_the_first_row_of_the_text(page: ReviewPage) -> None:
    assert target(page) == "Der Hafen"
    assert isinstance(page.model.line(0), Fold)


def test_it_opens_where_the_reviewer_was(
    page: ReviewPage, window: MainWindow, until_read: Callable[[MainWindow], None]
) -> None:
    path = page.review.review.path
    page.review.pick(2)
    page.review.go_to(page.review.shown.rows()[-1].key)
    last = target(page)
    window.commands.reviews.close_review()
    window.commands.reviews.open_path(path)
    until_read(window)
    assert window.review.is_open()
    assert window.review.translation == 2
    assert target(window.page) == last


def test_a_finding_has_its_buttons_at_once(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, until_read: Callable[[MainWindow], None]
) -> None:
    page.window().commands.navigation.next_finding()
    path = page.review.review.path
    window.commands.reviews.close_review()
    window.commands.reviews.open_path(path)
    until_read(window)
    assert window.review.is_open()
    assert message(window.page) == "12 is missing"
    buttons = {button.text() for button in window.page.panel.findChildren(QToolButton)}
    assert {"Accept (A)", "Dismiss (D)", "Write (F2)", "Apply fix (F)", "Comment (C)"} <= buttons


def test_the_panel_says_what_was_found_and_what_was_done(page: ReviewPage) -> None:
    page.window().commands.navigation.next_finding()
    assert "Row 2" in page.panel.words()
    assert "12 is missing" in page.panel.words()
    assert "21" in page.panel.words()
    page.window().commands.findings.accept()
    assert "Accepted" in page.panel.words()
    assert "Accept" in page.panel.words()


def test_the_panel_shows_the_back_translation(page: ReviewPage) -> None:
    page.window().commands.navigation.next_finding()
    assert "The harbour cost 21 millions" in page.panel.words()
    assert "translate-de_en 1.0" in page.panel.words()
    page.window().commands.navigation.next_finding()
    assert "translate-de_en" not in page.panel.words()


def test_a_back_translation_that_is_the_sentence_itself_tells_nothing(
    page: ReviewPage, review: Review
) -> None:
    key = next(row.key for row in review.rows(1) if row.back_translation)
    page.review.go_to(key)
    assert "a hint, not a judgement" in page.panel.words()
    row = review.row(1, key)
    page.panel.show_row(replace(row, target=row.back_translation.text), "Row 1", "", "", ())
    assert "which tells nothing" in page.panel.words()


def cards(page: ReviewPage) -> list[str]:
    """The findings whose cards are seen, by what identifies them."""
    found = page.panel.findChildren(FindingCard)
    return [card.fingerprint for card in found if card.isVisibleTo(page.panel)]


@pytest.mark.parametrize(
    ("current", "count", "seen", "said"),
    [
        (0, MOST_CARDS, range(MOST_CARDS), ""),
        (0, MOST_CARDS + 1, range(MOST_CARDS), "Findings 1 to 30 of 31 in this row."),
        (MOST_CARDS, MOST_CARDS + 1, [MOST_CARDS], "Findings 31 to 31 of 31 in this row."),
        (75, 2_000, range(60, 90), "Findings 61 to 90 of 2,000 in this row."),
    ],
)
def test_of_very_many_findings_those_around_the_current_one_have_cards(
    page: ReviewPage, current: int, count: int, seen: Sequence[int], said: str
) -> None:
    page.window().commands.navigation.next_finding()
    row, item = page.review.current_row(), page.review.current_finding()
    assert row is not None
    assert item is not None
    many = tuple(replace(item, fingerprint=str(number)) for number in range(count))
    page.panel.show_row(replace(row, findings=many), "Row 2", "", "0", ())
    page.panel.set_current(str(current))
    assert cards(page) == [str(number) for number in seen]
    words = page.panel.words()
    assert said in words
    assert ("in this row." in words) is bool(said)


def test_the_number_of_a_row_is_written_as_in_the_margin(
    page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.review.shown, "number_of", lambda _key: 1532)
    page.review.go_to(page.review.shown.key_at(5))
    assert "Row 1532" in page.panel.words()


def test_the_panel_shows_that_it_has_the_keyboard(page: ReviewPage, window: MainWindow) -> None:
    assert not page.panel._ring.isVisible()
    page.panel.setFocus()
    assert page.panel._ring.isVisible()
    assert page.panel._ring.geometry() == page.panel.rect()
    page.table.setFocus()
    assert not page.panel._ring.isVisible()


def test_filters_leave_rows_out_and_say_how_many(page: ReviewPage) -> None:
    page.review.set_filter(Filter("open", check="missing"))
    assert page.model.rowCount() == 1
    assert message(page) == "Left out"
    page.window().commands.navigation.clear_filters()
    assert page.review.shown.filter.everything()
    assert message(page) == "Left out"


def test_an_empty_list_says_so_and_offers_the_way_out(page: ReviewPage, review: Review) -> None:
    review.decide_all(1, "dismiss")
    page.review.set_filter(Filter("open"))
    assert page.model.rowCount() == 0
    assert page.empty.isVisible()
    [way_out] = page.empty.findChildren(QPushButton)
    assert way_out.text() == "Show all rows (Ctrl+Shift+R)"
    way_out.click()
    assert page.model.rowCount() > 1
    assert not page.empty.isVisible()


def test_the_button_that_shows_all_rows_says_its_key_as_it_is_now(
    page: ReviewPage, window: MainWindow
) -> None:
    for key in ("Ctrl+Shift+R", "Ctrl+Alt+R"):
        window.actions_by_name.set_keys("clear_filters", [key])
        page.review.set_filter(Filter("open"))
        [button] = [
            one
            for one in page.filter_bar.findChildren(QToolButton)
            if one.text() == "Show all rows"
        ]
        assert button.accessibleDescription() == f"Take every filter away ({key})"
        page.review.set_filter(Filter())


def test_furniture_is_folded_and_opens_with_enter(page: ReviewPage, qtbot: QtBot) -> None:
    before = page.model.rowCount()
    page.table.go_to(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.model.rowCount() == before + 5
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.model.rowCount() == before


def test_the_words_of_folded_furniture_run_as_their_language_does(page: ReviewPage) -> None:
    page.review.pick(2)
    assert isinstance(page.model.line(0), Fold)
    assert page.model.cell(0, TARGET).right_to_left
    assert not page.model.cell(0, SOURCE).right_to_left


@pytest.mark.parametrize(
    ("theirs", "shown"),
    [
        (["[Start", "[Sport"], "Start · Sport"),
        ([], "Home · News · Sports · Weather"),
    ],
)
def test_folded_furniture_is_told_in_the_words_of_the_column(
    window: MainWindow, tmp_path: Path, theirs: list[str], shown: str
) -> None:
    ours = ["[Home", "[News", "[Sports", "[Weather", "The harbour"]
    source, text = side("a.txt", "en", ours, "s"), side("b.txt", "de", [*theirs, "Der Hafen"], "t")
    beads = (Bead((4,), (len(theirs),), "aligned", 0.99),)
    analysis = Analysis(source, (compared(source, text, beads),))
    window.commands.reviews.show(Review.create(tmp_path / "menus.review", analysis))
    assert window.page.model.cell(0, TARGET).text == shown


def test_switching_translations_stays_at_the_same_source(page: ReviewPage) -> None:
    page.window().commands.navigation.next_finding()
    page.window().commands.navigation.next_finding()
    assert target(page).startswith("Er hat 3")
    page.window().commands.navigation.next_translation()
    assert page.review.translation == 2
    row = page.review.current_row()
    assert row is not None
    assert row.source == "It has 3 cranes and 4 berths."


def test_from_an_added_sentence_one_stays_near_it(page: ReviewPage) -> None:
    added = next(row for row in page.review.shown.rows() if row.relation == "added")
    page.review.go_to(added.key)
    before = page.model.row_at(page.table.current_line() - 1)
    assert before is not None
    page.window().commands.navigation.next_translation()
    row = page.review.current_row()
    assert row is not None
    assert row.source == before.source
    page.window().commands.navigation.switch_overview()
    index = page.overview.table.currentIndex()
    assert index.data() == before.source or index.siblingAtColumn(1).data() == before.source
    assert index.column() == 3


def test_the_overview_has_all_translations_and_leads_into_them(
    page: ReviewPage, qtbot: QtBot
) -> None:
    page.review.pick(OVERVIEW)
    assert page.review.overview
    model = page.overview.model
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in (1, 2, 3)] == [
        "English",
        "German",
        "Arabic",
    ]
    page.overview.table.setCurrentIndex(model.index(1, 3))
    qtbot.keyClick(page.overview.table, Qt.Key.Key_Return)
    assert page.review.translation == 2
    assert target(page) == "كلف الميناء 12 مليونا."


def test_alignment_by_hand_and_back(page: ReviewPage, review: Review) -> None:
    page.window().commands.navigation.next_finding()
    page.window().commands.alignment.unlink()
    row = page.review.current_row()
    assert row is not None
    assert row.relation in ("missing", "added")
    page.window().commands.navigation.undo()
    assert target(page) == "Der Hafen 😀 kostete 21 Millionen."
    page.window().commands.alignment.merge_with_next()
    assert target(page).startswith("Der Hafen 😀 kostete 21 Millionen. Er hat")
    page.window().commands.alignment.split_at(
        page.review.current_row(), "target", len("Der Hafen 😀 kostete 21 Millionen.")
    )
    assert len(review.rows(1)) > 0
    page.window().commands.navigation.undo()
    page.window().commands.navigation.undo()
    assert target(page) == "Der Hafen 😀 kostete 21 Millionen."


def test_rows_that_are_selected_are_linked(page: ReviewPage, qtbot: QtBot) -> None:
    page.window().commands.navigation.next_finding()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.review.selected_keys()) == 2
    page.window().commands.alignment.link()
    assert "berths" in page.review.current_row().source


def test_find_marks_and_walks(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.find_bar.isVisible()
    qtbot.keyClicks(page.find_bar.focusWidget(), "hafen")
    assert target(page) == "Der Hafen"
    page.window().commands.search.find_next()
    assert target(page).startswith("Der Hafen 😀")
    assert page.model.cell(page.table.current_line(), TARGET).matches
    qtbot.keyClick(page.find_bar, Qt.Key.Key_Escape)
    assert not page.find_bar.isVisible()
    assert page.table.hasFocus()


def test_typed_words_are_looked_for_from_where_the_typing_began(
    page: ReviewPage, qtbot: QtBot
) -> None:
    def ctrl_f() -> QWidget:
        qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        return page.find_bar.focusWidget()

    began = next(row for row in page.review.shown.rows() if row.target.startswith("Er hat 3"))
    page.review.go_to(began.key)
    words = ctrl_f()
    qtbot.keyClicks(words, "e")
    assert page.review.current_row() == began
    qtbot.keyClicks(words, "xyz")
    for _ in range(4):
        qtbot.keyClick(words, Qt.Key.Key_Backspace)
    qtbot.keyClicks(words, "hafen")
    assert page.review.current_row() != began
    # Without words it is as if nothing had been typed.
    for _ in "hafen":
        qtbot.keyClick(words, Qt.Key.Key_Backspace)
    assert page.review.current_row() == began
    # Enter is a step of one's own: what is typed next begins there.
    qtbot.keyClicks(words, "hafen")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    stepped = page.review.current_row()
    page.find_bar.findChild(QLineEdit).clear()
    assert page.review.current_row() == stepped


def test_the_bar_opens_with_the_last_words_and_moves_nothing(
    page: ReviewPage, qtbot: QtBot
) -> None:
    window = page.window()
    window.actions_by_name["find"].trigger()
    qtbot.keyClicks(page.find_bar.focusWidget(), "hafen")
    qtbot.keyClick(page.find_bar, Qt.Key.Key_Escape)
    mayor = next(row for row in page.review.shown.rows() if "mayor" in row.source)
    page.review.go_to(mayor.key)
    window.actions_by_name["find"].trigger()
    assert page.review.current_row() == mayor
    assert page.review.search == "hafen"
    assert "2 rows found" in [label.text() for label in page.find_bar.findChildren(QLabel)]


def test_what_was_found_is_marked_until_escape_and_again_with_the_next(
    page: ReviewPage, qtbot: QtBot
) -> None:
    def marked() -> list[int]:
        review = page.review
        here = len(page.model.cell(page.table.current_line(), TARGET).matches)
        review.pick(OVERVIEW)
        column = page.overview.model.column_of(review.translation)
        beside = sum(
            len(page.overview.model.cell(number, column).matches)
            for number in range(page.overview.model.lines())
        )
        review.pick(review.translation)
        return [here, beside]

    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.find_bar.focusWidget(), "hafen")
    assert all(marked())
    before = page.overview.model.stamp(0)
    qtbot.keyClick(page.find_bar, Qt.Key.Key_Escape)
    assert not any(marked())
    assert page.overview.model.stamp(0) != before
    page.window().actions_by_name["find_next"].trigger()
    assert all(marked())


def test_the_status_bar_tells_of_the_last_thing_that_was_done(
    page: ReviewPage, qtbot: QtBot
) -> None:
    window = page.window()
    window.say("No finding is open in this translation.")
    window.actions_by_name["reviewed"].trigger()
    assert window.statusBar().currentMessage() == "Row 1 is reviewed. Ctrl+Z takes it back."
    window.say("No finding is open in this translation.")
    window.commands.editing.edit()
    page.review.editor.stop()
    assert not window.statusBar().currentMessage()
    window.say("Undone: Comment")
    window.actions_by_name["close_review"].trigger()
    assert not window.statusBar().currentMessage()


def test_the_text_of_rows_is_copied(page: ReviewPage) -> None:
    page.window().commands.navigation.next_finding()
    page.window().commands.navigation.copy_source()
    assert QGuiApplication.clipboard().text() == "The harbour 😀 cost 12 million."
    page.window().commands.navigation.copy_translation()
    assert QGuiApplication.clipboard().text() == "Der Hafen 😀 kostete 21 Millionen."


def test_the_status_bar_says_how_far_the_review_is(page: ReviewPage) -> None:
    assert progress_words(page.review) == (
        "0 of 4 findings decided, 2 critical open  ·  0 of 7 sentences reviewed  ·  row 1 of 7"
    )
    page.table.go_to(page.model.rowCount() - 2)
    assert progress_words(page.review).endswith("row 7 of 7")
    page.window().commands.navigation.switch_overview()
    both = sum(page.review.counts(translation).open for translation in (1, 2))
    words = progress_words(page.review)
    assert words.startswith(f"0 of {both} findings decided")
    assert words.endswith("  ·  2 translations")


def test_a_small_window_is_mostly_text(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical)
    assert page.table.height() > window.height() * 0.45
    before = page.panel.height()
    window.resize(1024, 900)
    assert page.panel.height() == before


def test_right_to_left_text_stands_at_the_right(page: ReviewPage) -> None:
    page.review.pick(2)
    cell = page.model.cell(page.table.current_line(), TARGET)
    assert cell.right_to_left
    assert not page.model.cell(page.table.current_line(), SOURCE).right_to_left
    alignment = page.model.headerData(
        TARGET, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
    )
    assert alignment & Qt.AlignmentFlag.AlignRight.value


@pytest.mark.parametrize("words", ["<img src='file:///etc/hostname'>", "<b>bold</b>"])
def test_article_text_is_never_markup(page: ReviewPage, words: str) -> None:
    page.window().commands.navigation.next_finding()
    row = page.review.current_row()
    page.review.review.edit(1, row.key, words)
    assert target(page) == words
    assert words in page.panel.words()


def test_a_finding_is_spoken(page: ReviewPage) -> None:
    page.window().commands.navigation.next_finding()
    index = page.model.index(page.table.current_line(), TARGET)
    said = page.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Der Hafen 😀 kostete 21 Millionen. critical: 12 is missing"


def test_where_a_row_cannot_be_split_another_place_can_be_chosen(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    said: list[str] = []
    page.review.said.connect(said.append)
    page.window().commands.navigation.next_finding()
    before = len(review.rows(1))
    page.window().commands.alignment.split_target()
    choosing = page.table.viewport().findChildren(RowEditor)[-1]
    choosing.put_cursor(0)
    qtbot.keyClick(choosing, Qt.Key.Key_Return)
    assert len(review.rows(1)) == before
    assert len(said) == 2
    assert page.editing.active()
    choosing.put_cursor(13)
    qtbot.keyClick(choosing, Qt.Key.Key_Return)
    assert len(review.rows(1)) == before + 1
    assert not page.editing.active()


def test_the_panel_and_the_columns_keep_their_widths(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, until_read: Callable[[MainWindow], None]
) -> None:
    from reviewer.ui.state.settings import Settings

    page.splitter.moveSplitter(page.splitter.width() - 500, 1)
    page.table.horizontalHeader().resizeSection(SOURCE, 250)
    width, column = page.panel.width(), page.table.columnWidth(SOURCE)
    path = page.review.review.path
    window.commands.reviews.close_review()
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    again.resize(1280, 800)
    again.show()
    qtbot.waitExposed(again)
    again.commands.reviews.open_path(path)
    until_read(again)
    qtbot.waitUntil(lambda: again.page.table.isVisible())
    assert abs(again.page.panel.width() - width) <= 2
    assert abs(again.page.table.columnWidth(SOURCE) - column) <= 2
    again.close()
