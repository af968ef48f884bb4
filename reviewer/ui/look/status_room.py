"""Room for a message in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

_BESIDE = 24
"""Pixels that the bar keeps free beside a message, at most."""


class StatusRoom(QObject):
    """Takes a label out of the bar while a message would be cut off beside it. All of the message
    is the bar's tooltip too."""

    def __init__(self, bar: QStatusBar, label: QLabel) -> None:
        super().__init__(bar)
        self._bar, self._label = bar, label
        bar.messageChanged.connect(self._fit)

    def _fit(self, words: str) -> None:
        bar = self._bar
        bar.setToolTip(words)
        others = [
            one
            for one in bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if one is not self._label and one.isVisible()
        ]
        taken = sum(one.width() for one in others) + self._label.sizeHint().width()
        needed = bar.fontMetrics().horizontalAdvance(words) + _BESIDE
        self._label.setVisible(not words or needed + taken <= bar.width())
