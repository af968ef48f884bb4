"""The bar that leads through the sample."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from reviewer.ui.look.widgets import Text
from reviewer.wording import tr


class TourBar(QWidget):
    """Seen while the tour is on."""

    next_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Tour of the sample"))
        self._number = Text("", wrap=False).quiet()
        self._words = Text()
        self._go_on = QPushButton()
        self._go_on.clicked.connect(self.next_wanted)
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(tr("End the tour"))
        close.setToolTip(tr("End the tour; Help has it again"))
        close.clicked.connect(self.closed)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.setSpacing(8)
        inside.addWidget(self._number)
        inside.addWidget(self._words, 1)
        inside.addWidget(self._go_on)
        inside.addWidget(close)
        self.hide()

    def show_step(self, words: str, number: int, of: int) -> None:
        """Say what to do next; "" takes the bar away."""
        self._number.setText(tr("{number} of {all}", number=number, all=of))
        self._words.setText(words)
        self._go_on.setText(tr("End the tour") if number == of else tr("Next step"))
        self.setVisible(bool(words))
