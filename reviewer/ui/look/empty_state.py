"""What a table says when it has nothing to show, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer.ui.look.widgets import Text


class EmptyState(QWidget):
    """Lies over `table` while there is something to say; the button emits `pressed`."""

    pressed = Signal()

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self._words = Text().sized(1.15)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = Text().quiet()
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self.pressed)
        inside = QVBoxLayout(self)
        inside.addStretch(2)
        inside.addWidget(self._words)
        inside.addWidget(self._hint)
        inside.addSpacing(8)
        inside.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(3)
        table.installEventFilter(self)
        self.hide()

    def say(self, words: str, hint: str = "", button: str = "") -> None:
        """Say `words`; "" takes the page away."""
        self._words.setText(words)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setVisible(bool(words))
        self.setGeometry(self._table.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._table:
            self.setGeometry(self._table.rect())
        return super().eventFilter(watched, event)
