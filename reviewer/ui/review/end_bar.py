"""The bar at the end of a translation: what is done, and where to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from reviewer.ui.look.widgets import Text
from reviewer.ui.state.command_keys import CommandKeys
from reviewer.ui.state.end_of_translation import EndOfTranslation
from reviewer.wording import tr


class EndBar(QWidget):
    """Hidden until the end is reached."""

    next_wanted = Signal()
    unreviewed_wanted = Signal()
    export_wanted = Signal()
    export_all_wanted = Signal()
    closed = Signal()

    def __init__(self, keys: CommandKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(tr("End of the translation"))
        self._words = Text()
        self._next = QPushButton()
        self._unreviewed = QPushButton()
        self._export = QPushButton()
        self._export_all = QPushButton()
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(tr("Close this bar"))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.setSpacing(8)
        inside.addWidget(self._words, 1)
        for button in (
            self._next,
            self._unreviewed,
            self._export,
            self._export_all,
            self._close,
        ):
            inside.addWidget(button)
        self._next.clicked.connect(self.next_wanted)
        self._unreviewed.clicked.connect(self.unreviewed_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._export_all.clicked.connect(self.export_all_wanted)
        self._close.clicked.connect(self.closed)
        self.hide()

    def offer(self, end: EndOfTranslation | None) -> None:
        """Show how the translation stands; None takes the bar away."""
        self.setVisible(end is not None)
        if end is None:
            return
        self._words.setText(self._with_key(end))
        for button, words, command in (
            (self._next, tr("Next: {following}", following=end.following), "next_finding"),
            (self._unreviewed, tr("Next unreviewed sentence"), "next_unreviewed"),
            (self._export, tr("Export…"), "export_as"),
            (self._export_all, tr("Export all…"), "export_all"),
        ):
            button.setText(self._keys.beside(words, command))
        self._next.setVisible(bool(end.following))
        self._unreviewed.setVisible(end.unreviewed > 0)
        self._export_all.setVisible(end.all_decided)

    def _with_key(self, end: EndOfTranslation) -> str:
        """How the translation stands, and the key that marks what is not yet read."""
        key = self._keys.of("review_and_go_on")
        if not key or not end.unreviewed:
            return end.words
        return end.words + " " + tr("{key} marks the sentence as reviewed and goes on.", key=key)
