"""Find words in both columns."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from reviewer.ui.look.widgets import Text
from reviewer.wording import tr


class FindBar(QWidget):
    """`changed` brings the words searched for, `step` +1 or -1, `closed` nothing."""

    changed = Signal(str)
    step = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLineEdit()
        self._words.setPlaceholderText(tr("Find in texts, back-translations, comments"))
        self._words.setClearButtonEnabled(True)
        self._words.setMaximumWidth(380)
        self._words.setAccessibleName(tr("Find"))
        self._words.textChanged.connect(self.changed)
        self._result = Text("", wrap=False).quiet()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(10, 0, 10, 6)
        inside.setSpacing(4)
        inside.addWidget(self._words, 1)
        for text, name, keys, step in (
            ("▴", tr("Previous"), "Shift+F3", -1),
            ("▾", tr("Next"), "F3", 1),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(f"{name}  ({keys})")
            button.setAccessibleName(name)
            button.setAutoRaise(True)
            button.clicked.connect(lambda _checked=False, step=step: self.step.emit(step))
            inside.addWidget(button)
        inside.addSpacing(6)
        inside.addWidget(self._result)
        inside.addStretch(1)
        self.hide()

    def words(self) -> str:
        """What is searched for, "" while the bar is closed."""
        return self._words.text() if self.isVisible() else ""

    def open(self) -> None:
        """Show the bar and take the keyboard."""
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self.changed.emit(self._words.text())

    def say(self, words: str) -> None:
        """Say how many places there are."""
        self._result.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
