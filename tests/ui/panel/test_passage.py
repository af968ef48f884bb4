"""Text in the panel stands whole inside its box, whichever way window and text run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.panel.back_translation_card import Passage

ENGLISH = "The project cost €1.4 million, about 12% more than the budget that was approved."
ARABIC = "كلف المشروع 1.4 مليون يورو، أي أكثر بنحو 12% من الميزانية التي أقرت في ذلك العام."


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def window_direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(request.param)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("window_direction")
@pytest.mark.parametrize(("text", "right_to_left"), [(ENGLISH, False), (ARABIC, True)])
def test_no_letter_stands_outside(
    text: str, right_to_left: bool, qtbot: QtBot, qapp: QApplication
) -> None:
    passage = Passage("Back-translation")
    qtbot.addWidget(passage)
    font = passage.font()
    font.setPointSize(11)
    passage.setFont(font)
    passage.show_text(text, [], right_to_left)
    passage.show()
    cursor = QTextCursor(passage.document())
    for width in range(230, 330):
        passage.resize(width, 120)
        qapp.processEvents()
        edges = []
        for place in range(len(text) + 1):
            cursor.setPosition(place)
            edges.append(passage.cursorRect(cursor).left())
        # A space at the end of a line may hang over the edge.
        assert min(edges) >= (-8 if right_to_left else 0), width
        assert max(edges) <= width + (0 if right_to_left else 8), width
