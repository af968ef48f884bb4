"""The panel says on demand how the figures of a row were read, and why they agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.review import Review, Row
from reviewer.ui.panel.figures_card import FiguresCard


@pytest.fixture
def row(review: Review) -> Row:
    return review.rows(review.translations[0].id)[0]


def lines(card: FiguresCard) -> list[str]:
    found = [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]
    return [text.replace("\u2068", "").replace("\u2069", "") for text in found]


@pytest.mark.parametrize(
    ("source", "target", "line"),
    [
        ("It has 4 doors.", "Es hat 4 Türen.", "4 = 4: the same value"),
        (
            "It is 25 miles away.",
            "Es ist 40 Kilometer entfernt.",
            "25 miles ≈ 40 Kilometer: converted to another unit",
        ),
        ("It cost 1,928,311.", "Es kostete 1,9 Millionen.", "rounded"),
        ("It has 45 doors.", "Es hat 54 Türen.", "45 ≠ 54: different"),
        ("It has 45 doors.", "Es hat 4 Türen, 45 Fenster.", "4: without counterpart"),
    ],
)
def test_a_line_tells_reading_and_rule(
    qtbot: QtBot, row: Row, source: str, target: str, line: str
) -> None:
    card = FiguresCard()
    qtbot.addWidget(card)
    card.show_row(replace(row, source=source, target=target), ("en", "de"))
    assert lines(card) == []
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert any(line in told for told in lines(card)), lines(card)


def test_it_stays_unfolded_from_row_to_row(qtbot: QtBot, row: Row) -> None:
    card = FiguresCard()
    qtbot.addWidget(card)
    card.button.click()
    card.show_row(replace(row, source="3 doors", target="3 Türen"), ("en", "de"))
    assert lines(card) == ["3 = 3: the same value"]
    card.show_row(replace(row, source="5 doors", target="5 Türen"), ("en", "de"))
    assert lines(card) == ["5 = 5: the same value"]
    card.button.click()
    assert lines(card) == []


def test_a_row_without_figures_has_no_button(qtbot: QtBot, row: Row) -> None:
    card = FiguresCard()
    qtbot.addWidget(card)
    card.show_row(replace(row, source="No figure.", target="Keine Zahl."), ("en", "de"))
    assert card.isHidden()
    card.show_row(None, ("en", "de"))
    assert card.isHidden()


def test_the_arrow_says_whether_it_is_unfolded(qtbot: QtBot, row: Row) -> None:
    card = FiguresCard()
    qtbot.addWidget(card)
    card.show_row(replace(row, source="3 doors", target="3 Türen"), ("en", "de"))
    assert card.button.text().startswith("▸")
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert card.button.text().startswith("▾")
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert card.button.text().startswith("▸")
