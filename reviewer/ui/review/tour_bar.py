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
        inside.setSpacing(8)
        inside.addWidget(self._number)
        inside.addWidget(self._words, 1)
        inside.addWidget(self._go_on)
        inside.addWidget(close)
        self.set_dense(False)
        self.hide()

    def set_dense(self, on: bool) -> None:
        """Whether height is saved."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(12, 0 if on else 6, 8, 0 if on else 6)
        self._go_on.setFlat(on)
        # A flat button keeps the height of its frame by itself.
        self._go_on.setMaximumHeight(self._go_on.fontMetrics().height() + 4 if on else 16_777_215)

    def show_step(self, words: str, number: int, of: int) -> None:
        """Say what to do next; "" takes the bar away."""
        self._number.setText(tr("{number} of {all}", number=number, all=of))
        self._words.setText(words)
        self._go_on.setText(tr("End the tour") if number == of else tr("Next step"))
        self.setVisible(bool(words))
