"""Every command by its words: type, choose, Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.look.say_aloud import say_aloud
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.command import Command
from reviewer.ui.state.command_search import fitting
from reviewer.wording import listed, tr

_SIZE = QSize(560, 420)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """`chosen` is the command to run after the dialog is closed; None when it was left.

    `why_resting` says why one cannot be done now.
    A command that cannot be done now is there too, grey: that it exists is worth knowing.
    """

    def __init__(
        self,
        commands: Sequence[Command],
        keys: Callable[[Command], str],
        why_resting: Callable[[Command], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.chosen: Command | None = None
        self._commands = [command for command in commands if command.name != "palette"]
        self._keys, self._why_resting = keys, why_resting
        self._shown: list[Command] = []
        self.setWindowTitle(tr("Commands"))
        self.resize(_SIZE.boundedTo(parent.size()))
        self._words = QLineEdit()
        self._words.setPlaceholderText(tr("Type some letters of a command"))
        self._words.setAccessibleName(tr("Command"))
        self._words.textChanged.connect(self._search)
        self._words.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Commands that fit"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(self._choose)
        self._said = Text("").quiet()
        inside = QVBoxLayout(self)
        inside.addWidget(self._words)
        inside.addWidget(self._list, 1)
        inside.addWidget(self._said)
        self._search("")
        self._list.currentItemChanged.connect(self._say_current)

    def titles(self) -> list[str]:
        """The commands that are shown, from the top."""
        return [command.title for command in self._shown]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return False

    def _search(self, typed: str) -> None:
        self._shown = list(fitting(self._commands, typed))
        self._list.clear()
        for command in self._shown:
            self._add(command)
        self._list.setCurrentRow(0)
        self._say("" if self._shown else tr("No command has these letters in this order."))

    def _add(self, command: Command) -> None:
        keys, can = self._keys(command), command.enabled()
        item = QListWidgetItem()
        said = [command.title, keys, "" if can else tr("not possible now")]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, listed(part for part in said if part))
        item.setToolTip(command.tip)
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(8, 3, 8, 3)
        title = Text(command.title, wrap=False)
        inside.addWidget(title if can else title.quiet())
        inside.addStretch(1)
        inside.addWidget(Text(keys, wrap=False).quiet())
        item.setSizeHint(line.sizeHint())
        self._list.addItem(item)
        self._list.setItemWidget(item, line)

    def _say_current(self, item: QListWidgetItem | None) -> None:
        """The keyboard stays with the letters: a screen reader is told where the arrows lead."""
        if item:
            say_aloud(self._list, item.data(Qt.ItemDataRole.AccessibleTextRole))

    def _choose(self) -> None:
        number = self._list.currentRow()
        if not 0 <= number < len(self._shown):
            return
        command = self._shown[number]
        if not command.enabled():
            self._say(self._why_resting(command))
            return
        self.chosen = command
        self.accept()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
