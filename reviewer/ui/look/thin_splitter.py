"""A splitter whose edge is a hairline to look at, with room for the pointer at both sides."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

_WIDTH = 7


class ThinSplitter(QSplitter):
    """Parts two widgets side by side or one below the other."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(_WIDTH)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = self.rect().center()
        upright = self.orientation() == Qt.Orientation.Horizontal
        QPainter(self).fillRect(
            middle.x() if upright else 0,
            0 if upright else middle.y(),
            1 if upright else self.width(),
            self.height() if upright else 1,
            self.palette().midlight(),
        )
