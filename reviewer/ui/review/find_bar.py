"""Find words in both columns."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from reviewer.ui.look.widgets import Text
from reviewer.ui.state.search import Search
from reviewer.wording import tr

_REGULAR = "\u200e.*\u200e"
"""Signs without a letter, which a sentence from right to left would turn round."""


class FindBar(QWidget):
    """`changed` brings the Search, `shown` the one that stands there when the bar is opened, `step`
    +1 or -1, `closed` nothing."""

    changed = Signal(object)
    shown = Signal(object)
    step = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLineEdit()
        self._words.setPlaceholderText(tr("Find in texts, back-translations, comments"))
        self._words.setClearButtonEnabled(True)
        self._words.setMaximumWidth(380)
        self._words.setAccessibleName(tr("Find"))
        self._words.textChanged.connect(self._tell)
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
        self._same_case = self._switch("Aa", tr("Same capitals"), "Alt+C")
        self._whole_words = self._switch("|ab|", tr("Whole words"), "Alt+W")
        self._regular = self._switch(_REGULAR, tr("Regular expression"), "Alt+X")
        for switch in (self._same_case, self._whole_words, self._regular):
            inside.addWidget(switch)
        inside.addSpacing(6)
        inside.addWidget(self._result)
        inside.addStretch(1)
        self.hide()

    def search(self) -> Search:
        """What is searched for."""
        return Search(
            self._words.text(),
            same_case=self._same_case.isChecked(),
            whole_words=self._whole_words.isChecked(),
            regular=self._regular.isChecked(),
        )

    def _switch(self, sign: str, words: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolTip(f"{words}  ({keys})")
        button.setAccessibleName(words)
        button.toggled.connect(self._tell)
        # A shortcut of the button itself would be heard while the bar is hidden.
        shortcut = QShortcut(QKeySequence(keys), self, button.toggle)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return button

    def _tell(self) -> None:
        self.changed.emit(self.search())

    def open(self) -> None:
        """Show the bar and take the keyboard."""
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self.shown.emit(self.search())

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
