"""What changes together is laid out once, and stays where it was put."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.look.one_layout import laid_out_once
from reviewer.ui.look.widgets import Text

WORDS = "some words that need more than one line in a narrow widget " * 3


class Resizings(QObject):
    """Counts how often a widget gets another size."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.many = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.many += event.type() == QEvent.Type.Resize
        return False


def nested(qtbot: QtBot) -> tuple[QWidget, QWidget, list[Text]]:
    outer, inner = QWidget(), QWidget()
    qtbot.addWidget(outer)
    texts = [Text(WORDS) for _ in range(4)]
    held, holds = QVBoxLayout(inner), QVBoxLayout(outer)
    for text in texts:
        held.addWidget(text)
        text.hide()
    holds.addWidget(inner)
    holds.addStretch()
    outer.resize(200, 900)
    outer.show()
    qtbot.waitExposed(outer)
    return outer, inner, texts


def test_what_holds_several_that_are_shown_gets_its_size_once(qtbot: QtBot) -> None:
    outer, inner, texts = nested(qtbot)
    resizings = Resizings(inner)
    with laid_out_once(outer):
        for text in texts:
            text.show()
    assert resizings.many == 1
    places = [text.geometry() for text in texts]
    assert all(one.height() > texts[0].fontMetrics().height() for one in places)
    qtbot.wait(1)
    assert [text.geometry() for text in texts] == places
    assert resizings.many == 1


def test_afterwards_each_change_is_laid_out_as_ever(qtbot: QtBot) -> None:
    outer, inner, texts = nested(qtbot)
    with laid_out_once(outer):
        texts[0].show()
    before = inner.height()
    texts[1].show()
    qtbot.waitUntil(lambda: inner.height() > before)


def test_an_error_inside_leaves_nothing_without_a_layout(qtbot: QtBot) -> None:
    outer, inner, texts = nested(qtbot)
    try:
        with laid_out_once(outer):
            raise ValueError
    except ValueError:
        pass
    before = inner.height()
    texts[1].show()
    qtbot.waitUntil(lambda: inner.height() > before)
