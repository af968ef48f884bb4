"""The bar above the translations of a document of a set: which one it is, and the ways to the
others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reviewer.ui.look.widgets import Elided
from reviewer.wording import tr


class DocumentBar(QWidget):
    """Hidden where a review belongs to no set."""

    list_wanted = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Document of the set"))
        self._words = Elided()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(10, 3, 10, 3)
        inside.setSpacing(6)
        for words, name, wanted in (
            (tr("☰ Documents"), tr("List of documents"), self.list_wanted),
            ("‹", tr("Previous document"), self.previous_wanted),
            ("›", tr("Next document"), self.next_wanted),
        ):
            button = QToolButton()
            button.setText(words)
            button.setAutoRaise(True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(wanted)
            inside.addWidget(button)
        inside.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Say which document it is; "" takes the bar away."""
        self._words.set_full(words)
        self.setVisible(bool(words))
