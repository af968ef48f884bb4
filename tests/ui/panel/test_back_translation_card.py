"""What the panel says of the back-translation of a row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.domain import BackTranslation
from reviewer.review import Review, Row
from reviewer.ui.panel.back_translation_card import BackTranslationCard, Passage

BACK = BackTranslation("Boats come at night", "translate-de_en", "1.0")


@pytest.fixture
def card(qtbot: QtBot) -> BackTranslationCard:
    made = BackTranslationCard()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def row(review: Review) -> Row:
    return next(row for row in review.rows(1) if row.source == "Ships come by night.")


def passages(card: BackTranslationCard) -> list[str]:
    return [one.toPlainText() for one in card.findChildren(Passage) if not one.isHidden()]


def test_a_row_without_one_has_no_card(card: BackTranslationCard, row: Row) -> None:
    for nothing in (None, replace(row, back_translation=None)):
        card.show_row(replace(row, back_translation=BACK), False)
        assert not card.isHidden()
        card.show_row(nothing, False)
        assert card.isHidden()
        card.mark(nothing, None, "en")


def test_the_source_stands_below_where_there_is_one(card: BackTranslationCard, row: Row) -> None:
    card.show_row(replace(row, back_translation=BACK), False)
    assert sorted(passages(card)) == ["Boats come at night", "Ships come by night."]
    card.show_row(replace(row, source="", back_translation=BACK), False)
    assert passages(card) == ["Boats come at night"]
    shown = [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]
    assert "Back-translation" in shown
    assert "Source" not in shown


@pytest.mark.parametrize(
    ("text", "reliable", "said"),
    [
        ("Boats come at night", True, "a hint, not a judgement"),
        ("Boats come at night", False, "the machine lost its way"),
        (" Schiffe kommen nachts. ", True, "gave the sentence back as it stands"),
        (" Schiffe kommen nachts. ", False, "gave the sentence back as it stands"),
    ],
)
def test_what_it_is_worth_is_said(
    card: BackTranslationCard, row: Row, text: str, reliable: bool, said: str
) -> None:
    card.show_row(replace(row, back_translation=replace(BACK, text=text, reliable=reliable)), False)
    [note] = [label.text() for label in card.findChildren(QLabel) if "Made by" in label.text()]
    assert note.startswith("Made by translate-de_en 1.0")
    assert said in note


def test_the_words_that_differ_are_marked_on_both_sides(
    card: BackTranslationCard, row: Row
) -> None:
    row = replace(row, back_translation=BACK)
    card.show_row(row, False)
    card.mark(row, None, "en")
    marked = {
        one.toPlainText(): [each.cursor.selectedText() for each in one.extraSelections()]
        for one in card.findChildren(Passage)
    }
    assert "Ships" in " ".join(marked["Ships come by night."])
    assert "Boats" in " ".join(marked["Boats come at night"])


def test_a_passage_is_read_and_left_with_tab(card: BackTranslationCard) -> None:
    font = QFont("Serif", 31)
    card.set_text_font(font)
    for one in card.findChildren(Passage):
        assert one.isReadOnly()
        assert one.tabChangesFocus()
        assert one.font().pointSize() == 31
        assert one.accessibleName() in ("Source", "Back-translation")
