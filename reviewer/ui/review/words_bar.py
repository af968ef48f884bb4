"""A bar above the rows that says what is so of the review, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reviewer.ui.look.widgets import Text


class WordsBar(QWidget):
    """Seen as long as there is something to say; `pressed` says that its button was pressed."""

    pressed = Signal()

    def __init__(self, name: str, offer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._words = Text()
        button = QPushButton(offer)
        button.clicked.connect(self.pressed)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.setSpacing(8)
        inside.addWidget(self._words, 1)
        inside.addWidget(button)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say it; "" takes the bar away."""
        if words:
            self._words.setText(words)
        self.setVisible(bool(words))
