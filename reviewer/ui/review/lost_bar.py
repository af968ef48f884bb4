"""The bar that says that corrections have no place in the version that was loaded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reviewer.ui.look.widgets import Text
from reviewer.wording import tr, tr_plural


class LostBar(QWidget):
    """Seen as long as there are any in the translation that is shown."""

    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Corrections without a place"))
        self._words = Text()
        button = QPushButton(tr("Show them…"))
        button.clicked.connect(self.list_wanted)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.setSpacing(8)
        inside.addWidget(self._words, 1)
        inside.addWidget(button)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many there are; 0 takes the bar away."""
        if count:
            self._words.setText(
                tr_plural(
                    "One correction of yours has no place in the version that was loaded.",
                    "{n} corrections of yours have no place in the version that was loaded.",
                    count,
                )
            )
        self.setVisible(count > 0)
