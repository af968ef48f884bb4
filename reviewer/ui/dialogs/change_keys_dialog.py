"""The keys of all commands, to be changed; what another command has is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.key_names import key_names
from reviewer.ui.look.line_table import choose_line, line_table
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.command import Command
from reviewer.ui.state.key_clashes import OF_THE_TABLE, owners
from reviewer.wording import listed, tr

_SIZE = (680, 520)
_PORTABLE = QKeySequence.SequenceFormat.PortableText


class ChangeKeysDialog(QDialog):
    """`keys` are the keys of all commands as they are wanted, once it was accepted."""

    def __init__(
        self,
        commands: Sequence[Command],
        keys: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._commands = list(commands)
        self._titles = {command.name: command.title for command in commands}
        self.keys: dict[str, tuple[str, ...]] = {name: tuple(some) for name, some in keys.items()}
        self.setWindowTitle(tr("Change the keys"))
        resize_on_screen(self, *_SIZE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Type some letters of a command or a key"))
        self.search.setAccessibleName(tr("Command"))
        self.search.textChanged.connect(self._filter)
        self.table = line_table(tr("Commands and their keys"), [tr("Command"), tr("Keys")])
        self.table.setRowCount(len(self._commands))
        self.table.itemSelectionChanged.connect(self._update)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(tr("New key"))
        self.edit.keySequenceChanged.connect(self._update)
        self._give = QPushButton(tr("&Give this key"))
        self._none = QPushButton(tr("&No key"))
        self._usual = QPushButton(tr("&Usual keys"))
        self._all_usual = QPushButton(tr("&All as usual"))
        self._said = Text("")
        self._lay_out()
        self._fill()
        choose_line(self.table, 0)

    def choose(self, name: str) -> None:
        """Make a command the current one."""
        names = [command.name for command in self._commands]
        choose_line(self.table, names.index(name))

    def said(self) -> str:
        """What is said of the key that was typed."""
        return self._said.text()

    def give(self) -> None:
        """Give the typed key to the current command; who had it has it no more."""
        name, key = self._current(), self._typed()
        if not name or not key or key in OF_THE_TABLE:
            return
        for other in owners(key, self.keys, name):
            self.keys[other] = tuple(one for one in self.keys[other] if one != key)
        self.keys[name] = (key, *(one for one in self.keys[name] if one != key))
        self.edit.clear()
        self._fill()

    def _give_none(self) -> None:
        self.keys[self._current()] = ()
        self._fill()

    def _give_usual(self, names: Sequence[str]) -> None:
        usual = {command.name: command.keys for command in self._commands}
        for name in names:
            for key in usual[name]:
                for other in owners(key, self.keys, name):
                    self.keys[other] = tuple(one for one in self.keys[other] if one != key)
            self.keys[name] = usual[name]
        self._fill()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        alike(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._give.clicked.connect(self.give)
        self._none.clicked.connect(self._give_none)
        self._usual.clicked.connect(lambda: self._give_usual([self._current()]))
        self._all_usual.clicked.connect(
            lambda: self._give_usual([command.name for command in self._commands])
        )
        line = QHBoxLayout()
        line.addWidget(Text(tr("New key"), wrap=False))
        line.addWidget(self.edit, 1)
        choices = QHBoxLayout()
        choices.addStretch(1)
        for button in (self._give, self._none, self._usual, self._all_usual):
            button.setAutoDefault(False)
            choices.addWidget(button)
        inside = QVBoxLayout(self)
        inside.addWidget(self.search)
        inside.addWidget(self.table, 1)
        inside.addLayout(line)
        inside.addLayout(choices)
        inside.addWidget(self._said)
        inside.addWidget(buttons)

    def _fill(self) -> None:
        for row, command in enumerate(self._commands):
            native = key_names(self.keys[command.name])
            for column, text in enumerate((command.title, listed(native))):
                item = QTableWidgetItem(text)
                item.setToolTip(command.tip)
                self.table.setItem(row, column, item)
        self.table.resizeColumnToContents(0)
        self._update()

    def _current(self) -> str:
        row = self.table.currentRow()
        return self._commands[row].name if 0 <= row < len(self._commands) else ""

    def _typed(self) -> str:
        return self.edit.keySequence().toString(_PORTABLE)

    def _update(self, *_what: object) -> None:
        name, key = self._current(), self._typed()
        mine = key in OF_THE_TABLE
        self._give.setEnabled(bool(name and key) and not mine)
        others = [self._titles[one] for one in owners(key, self.keys, name)] if key else []
        if mine:
            self._said.setText(tr("The rows themselves use this key."))
        elif others:
            self._said.setText(
                tr("“{command}” has this key, and would lose it.", command=listed(others))
            )
        else:
            self._said.setText(tr("Nothing has this key.") if key else "")

    def _filter(self, typed: str) -> None:
        wanted = typed.casefold()
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in (0, 1))
            shown = " ".join(cell.text() for cell in cells if cell).casefold()
            self.table.setRowHidden(row, wanted not in shown)
        first = next(
            (row for row in range(self.table.rowCount()) if not self.table.isRowHidden(row)), None
        )
        if first is not None:
            choose_line(self.table, first)
