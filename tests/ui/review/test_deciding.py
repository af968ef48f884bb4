"""Look, decide, next: what the keys do to a small real review, and what the totals keep."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.panel.back_translation_card import Passage
from reviewer.ui.panel.finding_card import FindingCard
from reviewer.ui.panel.fixed_card import FixedCard
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.end_of_translation import end_of_translation
from reviewer.ui.state.progress_words import progress_words
from reviewer.ui.table.table_model import NUMBER, TARGET

ROLE = Qt.ItemDataRole.AccessibleTextRole
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def message(page: ReviewPage) -> str:
    item = page.review.current_finding()
    return str(item.finding.message) if item else ""


def spoken(page: ReviewPage, column: int) -> str:
    return str(page.model.data(page.model.index(page.review.line_number(), column), ROLE))


def press(qtbot: QtBot, page: ReviewPage, keys: str) -> None:
    for key in keys:
        qtbot.keyClick(
            page.table,
            getattr(Qt.Key, f"Key_{key.upper()}"),
            SHIFT if key.isupper() else Qt.KeyboardModifier.NoModifier,
        )


def f8(qtbot: QtBot, page: ReviewPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F8)


def test_what_an_edit_fixes_stays_in_the_total(page: ReviewPage, qtbot: QtBot) -> None:
    f8(qtbot, page)
    press(qtbot, page, "f")
    assert page.review.counts(1).open == 3
    assert progress_words(page.review).startswith("1 of 4 findings decided, 1 critical open")
    assert "1 fixed" in spoken(page, NUMBER)
    [card] = page.panel.findChildren(FixedCard)
    assert card.accessibleName() == "Numbers, Fixed. 12 is missing"
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert progress_words(page.review).startswith("0 of 4 findings decided, 2 critical open")


def test_the_fix_and_on_in_one_key(page: ReviewPage, qtbot: QtBot, review: Review) -> None:
    f8(qtbot, page)
    press(qtbot, page, "F")
    assert message(page) == "4 is missing"
    press(qtbot, page, "F")
    assert [row.target for row in review.rows(1) if row.edited] == [
        "Der Hafen 😀 kostete 12 Millionen.",
        "Er hat 3 Kräne und 4 Liegeplätze.",
    ]
    assert message(page) == "Put in"


def test_a_fix_goes_on_to_the_other_finding_of_its_row(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    key = next(row.key for row in review.rows(1) if row.source.startswith("It has"))
    review.edit(1, key, "Er hat 8 Kräne und 5 Liegeplätze.")
    page.review.go_to(key)
    assert message(page) == "3 is missing"
    press(qtbot, page, "F")
    assert page.review.current_row().key == key
    assert message(page) == "4 is missing"


@pytest.mark.parametrize(("key", "state"), [("A", "accepted"), ("D", "dismissed")])
def test_decide_and_on_in_one_key(
    page: ReviewPage, qtbot: QtBot, review: Review, key: str, state: str
) -> None:
    f8(qtbot, page)
    press(qtbot, page, key)
    assert message(page) == "4 is missing"
    assert getattr(review.counts(1), state) == 1


def test_a_row_out_of_sight_is_shown_and_not_left_again(
    page: ReviewPage, qtbot: QtBot, review: Review, window: MainWindow
) -> None:
    page.set_density("roomy")
    for _ in range(8):
        window.actions_by_name["larger"].trigger()
    window.resize(900, 480)
    f8(qtbot, page)
    bar = page.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert not page.editing.shows(page.review.current_row())
    press(qtbot, page, "A")
    assert message(page) == "12 is missing"
    assert review.counts(1).accepted == 0


def test_a_decision_is_changed_directly(page: ReviewPage, qtbot: QtBot, review: Review) -> None:
    f8(qtbot, page)
    press(qtbot, page, "ad")
    assert (review.counts(1).accepted, review.counts(1).dismissed) == (0, 1)
    press(qtbot, page, "a")
    assert (review.counts(1).accepted, review.counts(1).dismissed) == (1, 0)


def test_each_state_is_said_in_the_margin_the_cell_and_the_card(
    page: ReviewPage, qtbot: QtBot
) -> None:
    f8(qtbot, page)
    seen = {}
    for key, state in (("a", "accepted"), ("d", "dismissed")):
        press(qtbot, page, key)
        assert spoken(page, NUMBER) == f"2, 1 {state}"
        assert f"critical, {state}: 12 is missing" in spoken(page, TARGET)
        [card] = [one for one in page.panel.findChildren(FindingCard) if one.isVisible()]
        assert f"critical, {state}." in card.accessibleName()
        assert state.capitalize() in [label.text() for label in card.findChildren(QLabel)]
        page.table.clearSelection()
        seen[state] = _margin(page)
        page.table.selectRow(page.review.line_number())
    assert seen["accepted"] != seen["dismissed"]


def _margin(page: ReviewPage) -> list[bool]:
    """Where the margin of the current row is not ground, whatever the colours are."""
    index = page.model.index(page.review.line_number(), NUMBER)
    image = page.table.viewport().grab(page.table.visualRect(index)).toImage()
    ground = image.pixelColor(4, 2)
    return [
        abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60
        for y in range(image.height() - 3)
        for x in range(6, 24)
    ]


def test_the_end_offers_the_next_translation(page: ReviewPage, qtbot: QtBot) -> None:
    f8(qtbot, page)
    press(qtbot, page, "DDDD")
    assert page.review.at_end
    assert page.end_bar.isVisible()
    said = [label.text() for label in page.end_bar.findChildren(QLabel)]
    assert said == [
        "No finding is open in German. 7 of 7 sentences are not marked as reviewed. "
        "N marks the sentence as reviewed and goes on."
    ]
    buttons = [one.text() for one in page.end_bar.findChildren(QPushButton) if one.isVisible()]
    assert buttons == [
        "Next: Arabic, 2 open (F8)",
        "Next unreviewed sentence (Ctrl+J)",
        "Export… (Ctrl+E)",
    ]
    f8(qtbot, page)
    assert page.review.translation == 2
    assert message(page) == "Left out"
    assert not page.end_bar.isVisible()
    assert page.window().statusBar().currentMessage() == "On with Arabic."


def test_the_last_end_offers_the_export_of_one_and_of_all(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    for number in (1, 2):
        review.decide_all(number, "accept")
        sentences = [row.key for row in review.rows(number) if row.relation is not None]
        review.mark_reviewed(number, sentences)
    f8(qtbot, page)
    buttons = [one.text() for one in page.end_bar.findChildren(QPushButton) if one.isVisible()]
    assert buttons == ["Export… (Ctrl+E)", "Export all… (Ctrl+Alt+E)"]
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert not page.end_bar.isVisible()


def test_one_key_marks_a_sentence_as_reviewed_and_goes_on(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    press(qtbot, page, "nn")
    assert [row.source for row in review.rows(1) if row.reviewed] == [
        "The harbour",
        "The harbour 😀 cost 12 million.",
    ]
    assert page.review.current_row().source == "It has 3 cranes and 4 berths."
    assert "2 of 7 sentences reviewed" in progress_words(page.review)
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert "1 of 7 sentences reviewed" in progress_words(page.review)
    assert page.review.current_row().source == "The harbour 😀 cost 12 million."


def test_a_status_with_an_open_finding_says_so(
    page: ReviewPage, qtbot: QtBot, window: MainWindow
) -> None:
    f8(qtbot, page)
    press(qtbot, page, "N")
    assert (
        window.statusBar().currentMessage() == "Row 2 is reviewed. 1 finding is still open there."
    )
    assert spoken(page, NUMBER) == "2, critical, 1 open, reviewed"
    press(qtbot, page, "N")
    assert spoken(page, NUMBER) == "2, critical, 1 open"
    assert window.statusBar().currentMessage() == "Not reviewed"


def test_the_status_is_seen_in_the_margin(page: ReviewPage, qtbot: QtBot) -> None:
    page.table.clearSelection()
    index = page.model.index(page.review.line_number(), NUMBER)
    before = page.table.viewport().grab(page.table.visualRect(index)).toImage()
    page.table.selectRow(index.row())
    press(qtbot, page, "N")
    page.table.clearSelection()
    after = page.table.viewport().grab(page.table.visualRect(index)).toImage()
    assert before != after


def test_the_last_sentence_says_that_all_are_reviewed(
    page: ReviewPage, qtbot: QtBot, window: MainWindow
) -> None:
    press(qtbot, page, "nnnnnnn")
    counts = page.review.counts(1)
    assert counts.reviewed == counts.sentences == 7
    assert "Every sentence is reviewed." in [
        label.text()[-27:] for label in page.end_bar.findChildren(QLabel)
    ]


def test_sentences_are_filtered_by_their_status(page: ReviewPage, qtbot: QtBot) -> None:
    press(qtbot, page, "n")
    from reviewer.ui.state.row_filter import Filter

    page.review.set_filter(Filter("reviewed"))
    assert len(page.review.shown.lines()) == 1
    assert page.review.shown.row_at(0).source == "The harbour"
    page.review.set_filter(Filter("unreviewed"))
    assert len(page.review.shown.lines()) == 6


def test_a_grey_row_says_why_it_is_grey(page: ReviewPage, qtbot: QtBot, window: MainWindow) -> None:
    grey = next(row for row in page.review.shown.rows() if row.target == "Teilen")
    page.review.go_to(grey.key)
    assert "not compared" in page.panel.words()
    assert "not compared" in spoken(page, TARGET)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert "not compared" in window.statusBar().currentMessage()
    assert not page.editing.active()


def test_the_own_changes_are_shown_as_deleted_and_inserted_words(
    page: ReviewPage, qtbot: QtBot
) -> None:
    f8(qtbot, page)
    press(qtbot, page, "f")
    [passage] = [
        one for one in page.panel.findChildren(Passage) if one.accessibleName() == "Your changes"
    ]
    assert passage.isVisible()
    assert passage.toPlainText() == "Der Hafen 😀 kostete 2112 Millionen."
    assert passage.accessibleDescription() == "deleted: 21; inserted: 12"
    marked = [
        (one.cursor.selectedText(), one.format.fontStrikeOut()) for one in passage.extraSelections()
    ]
    assert marked == [("21", True), ("12", False)]
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CONTROL)
    assert not passage.isVisible()


def test_what_is_decided_already_is_passed_and_a_missing_fix_is_said(
    page: ReviewPage, qtbot: QtBot, review: Review, window: MainWindow
) -> None:
    f8(qtbot, page)
    press(qtbot, page, "a")
    press(qtbot, page, "A")
    assert message(page) == "4 is missing"
    assert review.counts(1).accepted == 1
    f8(qtbot, page)
    here = message(page)
    press(qtbot, page, "F")
    assert message(page) == here
    assert window.statusBar().currentMessage() == "No text is suggested for this finding."


def test_an_accepted_finding_still_takes_its_fix(
    page: ReviewPage, qtbot: QtBot, review: Review, window: MainWindow
) -> None:
    f8(qtbot, page)
    press(qtbot, page, "a")
    assert any(label.text() == "Suggested" for label in page.panel.findChildren(QLabel))
    press(qtbot, page, "f")
    assert window.statusBar().currentMessage().startswith("The suggested text is put in")
    assert review.counts(1).accepted == 0
    f8(qtbot, page)
    f8(qtbot, page)
    press(qtbot, page, "f")
    assert window.statusBar().currentMessage() == "No text is suggested for this finding."


def test_of_findings_that_an_edit_brings_the_first_is_the_current_one(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    key = next(row.key for row in review.rows(1) if "berths" in row.source)
    page.review.go_to(key)
    assert message(page) == "4 is missing"
    page.review.do(lambda: review.edit(1, key, "Er hat 2 Kräne und 5 Liegeplätze."), "")
    assert message(page) == "3 is missing"
    f8(qtbot, page)
    assert message(page) == "4 is missing"


def test_the_panel_stands_as_it_will_when_a_key_has_been_answered(
    page: ReviewPage, qtbot: QtBot
) -> None:
    """Laid out once more, and painted twice, it would move under the eyes."""

    def places() -> list[object]:
        inside = page.panel.findChildren(QWidget)
        return [(one, one.geometry()) for one in inside if one.isVisible()]

    for key in ("", "a", "d", "n", "D"):
        press(qtbot, page, key) if key else f8(qtbot, page)
        before = places()
        for _ in range(5):
            qtbot.wait(1)
        assert places() == before, key


def test_an_accepted_finding_that_was_not_corrected_is_told_at_the_end_and_in_the_export(
    page: ReviewPage,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = str(tmp_path / "out.txt")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what, **_more: (written, ""))
    f8(qtbot, page)
    press(qtbot, page, "Fdad")
    for _ in range(2):
        f8(qtbot, page)
        press(qtbot, page, "d")
    f8(qtbot, page)
    words = end_of_translation(page.review).words
    assert "still stand" not in words
    window.actions_by_name["export_text"].trigger()
    assert "still stand" not in window.statusBar().currentMessage()
    press(qtbot, page, "a")
    f8(qtbot, page)
    words = end_of_translation(page.review).words
    assert "No finding is open in German. 1 accepted finding still stands in the text." in words
    window.actions_by_name["export_text"].trigger()
    said = window.statusBar().currentMessage()
    assert said.endswith("·  1 accepted finding still stands in the text.")


def test_the_editor_says_how_it_is_left(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert window.statusBar().currentMessage().startswith("Enter keeps the sentence")
    qtbot.keyClick(page.editing._editor, Qt.Key.Key_Escape)
    assert window.statusBar().currentMessage() == ""
