"""Where a comment is written, in the panel: Enter keeps it, Esc leaves all as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout

from reviewer.ui.look.widgets import Text
from reviewer.wording import tr

_LINES = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Why the keyboard goes where it comes back from."""


class CommentBox(QFrame):
    """Hidden until `ask`. `kept` brings the words, `dropped` those that Esc has left behind,
    `named` the name of who writes, once it was given; `ended` says that the keyboard goes back to
    the rows, `opened` that the box is to be in sight, `left` that it no longer is.

    What is being written when the keyboard goes elsewhere is kept: nothing typed is lost.
    """

    kept = Signal(str)
    dropped = Signal(str)
    named = Signal(str)
    ended = Signal()
    opened = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before = ""
        self._name_passed = self._closing = False
        self._title = Text("").sized(1.0, bold=True)
        self._name = QLineEdit()
        self._name.setPlaceholderText(tr("Your name, asked once: it stands beside what you do"))
        self._name.setAccessibleName(tr("Your name"))
        self._words = _Words()
        self._words.setPlaceholderText(
            tr("Enter keeps it, Shift+Enter begins a line, Esc leaves it.")
        )
        self._words.entered.connect(self.keep)
        self._words.left.connect(self._leave)
        self._name.returnPressed.connect(self._to_words)
        self._name.installEventFilter(self)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._title)
        inside.addWidget(self._name)
        inside.addWidget(self._words)
        self.hide()

    def ask(self, title: str, words: str, *, typed: str = "", name_wanted: bool) -> None:
        """Take the keyboard for a comment that says `words` now, or goes on with `typed`.

        It begins in the name's field, since what stands first is typed into first; once that was
        passed over, in the words.
        """
        self._title.setText(title)
        self._before = words
        self._words.setAccessibleName(title)
        self._words.setPlainText(typed or words)
        self._words.moveCursor(QTextCursor.MoveOperation.End)
        self._name.clear()
        self._name.setVisible(name_wanted)
        self.show()
        self.opened.emit()
        first = self._name if name_wanted and not self._name_passed else self._words
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_open(self) -> bool:
        """Whether a comment is being written."""
        return not self.isHidden()

    def keep(self, *, stay_away: bool = False) -> None:
        """Keep what is written and close; the keyboard goes to the rows unless `stay_away`."""
        if not self.is_open():
            return
        words, name = self._words.toPlainText().strip(), self._name.text().strip()
        self._close(back=not stay_away)
        if name:
            self.named.emit(name)
        if words != self._before:
            self.kept.emit(words)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() not in _STAYS:
                self._leave("away")
        elif _is_own_key(event):
            event.accept()
            return True
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self._drop()
            return True
        return False

    def _to_words(self) -> None:
        self._name_passed = True
        self._words.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self, how: str) -> None:
        if how == "away":
            # The name above is part of the same question.
            writing = self._name.hasFocus() or self._words.hasFocus()
            if not writing and not self._closing:
                self.keep(stay_away=True)
        else:
            self._drop()

    def _drop(self) -> None:
        words = self._words.toPlainText().strip()
        self._close(back=True)
        if words and words != self._before:
            self.dropped.emit(words)

    def _close(self, *, back: bool) -> None:
        if back:
            # First, or the keyboard would stop at what comes next and be heard there.
            self._closing = True
            self.ended.emit()
            self._closing = False
        self.hide()
        self.left.emit()


class _Words(QPlainTextEdit):
    """`entered` is Enter, `left` says "esc" or "away"."""

    entered = Signal()
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and not shift:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit("esc")
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if _is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit("away")


def _is_own_key(event: QEvent) -> bool:
    """Whether a key is asked about that is a command elsewhere, such as Ctrl+Return, and here
    belongs to the field."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in (*_ENTER, Qt.Key.Key_Escape)
    )
