"""What a finding marks, and what is suggested instead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain import Fix, Span
from reviewer.review import Review
from reviewer.ui.panel.finding_card import FindingCard


@pytest.mark.parametrize(
    ("text", "span", "fix", "shown"),
    [
        ("Oui !", Span(3, 4), "\u202f", ["°"]),
        ("Oui !", Span(0, 5), "Oui\u202f!", ["Oui !", "Oui°!"]),
        # Of a fix that takes a piece out, what stays is shown.
        ("Ils sont sont là.", Span(4, 13), "", ["sont"]),
        # What can be told apart is shown as it is.
        ("Oui\u202f21", Span(0, 6), "Oui\u202f12", ["Oui\u202f12"]),
    ],
)
def test_a_suggestion_can_be_told_from_the_text(
    review: Review, qtbot: QtBot, text: str, span: Span, fix: str, shown: list[str]
) -> None:
    row = next(row for row in review.rows(1) if row.findings)
    finding = replace(row.findings[0].finding, target_spans=(span,), fix=Fix(span, fix))
    item = replace(row.findings[0], finding=finding)
    card = FindingCard()
    qtbot.addWidget(card)
    names = "English", "French"
    card.show_finding(replace(row, target=text), item, "Spacing", names, (False, False))
    said = [label.text() for label in card.findChildren(QLabel)]
    for words in shown:
        assert any(words in one for one in said), said


def test_what_is_wrong_can_be_copied_with_the_mouse(review: Review, qtbot: QtBot) -> None:
    row = next(row for row in review.rows(1) if row.findings)
    card = FindingCard()
    qtbot.addWidget(card)
    card.show_finding(row, row.findings[0], "Spacing", ("English", "French"), (False, False))
    selectable = {
        one.text()
        for one in card.findChildren(QLabel)
        if one.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    }
    assert str(row.findings[0].finding.message) in selectable
    assert "Spacing" not in selectable


def test_the_finding_that_the_keys_act_on_is_framed(review: Review, qtbot: QtBot) -> None:
    row = next(row for row in review.rows(1) if row.findings)
    card, buttons = FindingCard(), QWidget()
    qtbot.addWidget(card)
    qtbot.addWidget(buttons)
    card.show_finding(row, row.findings[0], "Spacing", ("English", "French"), (False, False))
    frames = []
    for on in (True, False):
        card.set_current(on, buttons)
        card.resize(300, 200)
        frames.append(card.grab().toImage().pixelColor(150, 0).name())
    roles = (QPalette.ColorRole.Highlight, QPalette.ColorRole.Midlight)
    assert frames == [card.palette().color(role).name() for role in roles]
