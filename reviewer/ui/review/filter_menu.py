"""What else is wanted of the rows: decisions, status, edits, comments, words, in any mix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
    QWidgetAction,
)

from reviewer.messages import Message, message
from reviewer.ui.state.row_filter import ALSO, STATES, Filter
from reviewer.wording import in_words, tr

_STATES = {
    "open": message("Decision: open"),
    "accepted": message("Decision: accepted"),
    "dismissed": message("Decision: dismissed"),
}
_ALSO = {
    "edited": message("Changed by you"),
    "unreviewed": message("Not reviewed yet"),
    "reviewed": message("Reviewed"),
    "commented": message("With a comment"),
    "moved": message("Moved"),
}
_PAUSE_MS = 150
Name = TypeVar("Name", bound=str)


class FilterMenu(QPushButton):
    """A button that opens the choices; `changed` says that another mix is wanted.

    No tool button: its arrow would hang below the words, in the corner.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        # A click leaves the keyboard to the rows.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tr("All that is chosen here and beside it must hold"))
        menu = _Menu(self)
        self._states = _Choices(menu, STATES, _STATES, self.changed.emit)
        menu.addSeparator()
        self._also = _Choices(menu, ALSO, _ALSO, self.changed.emit)
        menu.addSeparator()
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("With these words"))
        self.words.setAccessibleName(tr("With these words"))
        self.words.setClearButtonEnabled(True)
        # A field stands in line with the words above it, and looks like one.
        around = QWidget()
        room = QHBoxLayout(around)
        room.setContentsMargins(8, 4, 8, 6)
        room.addWidget(self.words)
        around.setFocusProxy(self.words)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(around)
        menu.addAction(holder)
        self.setMenu(menu)
        # A long text is not filtered anew at each letter.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.words.textEdited.connect(lambda _text: self._pause.start())
        self.words.returnPressed.connect(menu.close)
        menu.words = self.words
        self.show_filter(Filter())

    def states(self) -> frozenset[str]:
        """The decisions that are chosen."""
        return self._states.chosen()

    def also(self) -> frozenset[str]:
        """What else is chosen."""
        return self._also.chosen()

    def show_filter(self, wanted: Filter) -> None:
        """Show what is chosen, on the button as a number."""
        self._states.show(wanted.states)
        self._also.show(wanted.also)
        if self.words.text() != wanted.text:
            self.words.setText(wanted.text)
        many = len(wanted.states) + len(wanted.also) + bool(wanted.text)
        self.setText(tr("More filters ({n})", n=many) if many else tr("More filters"))


class _Menu(QMenu):
    """Letters, and the way down from the last line, lead into the field for words: arrows go past
    what is no line of a menu."""

    words: QLineEdit

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = [action for action in self.actions() if action.isCheckable()]
        at = self.activeAction()
        past = {Qt.Key.Key_Down: lines[-1:], Qt.Key.Key_Up: lines[:1]}.get(Qt.Key(event.key()), [])
        writing = self.focusWidget() is self.words
        if writing and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.setFocus()
            self.setActiveAction(lines[-1] if event.key() == Qt.Key.Key_Up else lines[0])
        elif at in past or event.key() == Qt.Key.Key_Tab:
            self._write()
        elif not writing and event.text().strip() and event.text().isprintable():
            self._write()
            QApplication.sendEvent(self.words, event)
        else:
            super().keyPressEvent(event)

    def _write(self) -> None:
        self.words.setFocus(Qt.FocusReason.TabFocusReason)
        self.setActiveAction(self.actions()[-1])


class _Choices(Generic[Name]):
    """Lines of a menu that can be on."""

    def __init__(
        self,
        menu: QMenu,
        names: Sequence[Name],
        words: dict[str, Message],
        tell: object,
    ) -> None:
        self._actions: dict[Name, QAction] = {}
        for name in names:
            action = menu.addAction(in_words(words[name]))
            action.setCheckable(True)
            action.triggered.connect(tell)
            self._actions[name] = action

    def chosen(self) -> frozenset[str]:
        return frozenset(name for name, action in self._actions.items() if action.isChecked())

    def show(self, names: frozenset[Name]) -> None:
        for name, action in self._actions.items():
            action.setChecked(name in names)
