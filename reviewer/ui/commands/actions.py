"""The commands as Qt gives them: one QAction for each, in menus and on keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reviewer.ui.commands.command_table import CommandTable
from reviewer.ui.commands.groups import Line
from reviewer.ui.look.widgets import add_lines
from reviewer.ui.state.command import Command
from reviewer.ui.state.open_review import OpenReview, ReviewGone


class Actions:
    """Runs commands; whatever a command changes is announced once, when it is done."""

    def __init__(self, table: CommandTable, review: OpenReview, parent: QObject) -> None:
        self._review = review
        self._commands = tuple(table.commands())
        self._all = {command.name: self._action(command, parent) for command in self._commands}
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def of(self, lines: Sequence[Line]) -> list[QAction | None]:
        """The actions of some commands; None for a separator."""
        return [self._all[line.name] if line else None for line in lines]

    def by_letter(self) -> Iterator[QAction]:
        """Those that a letter alone gives: to be added where nothing else wants the letter."""
        return (self._all[command.name] for command in self._commands if command.by_letter)

    def refresh(self) -> None:
        """Enable what can be done now."""
        for command in self._commands:
            action = self._all[command.name]
            action.setEnabled(command.enabled())
            if command.checked:
                action.setChecked(command.checked())

    def fill(self, bar: QMenuBar, table: CommandTable) -> None:
        """Put the menus of the table into a bar."""
        for title, lines in table.menus.items():
            menu = bar.addMenu(title)
            menu.setToolTipsVisible(True)
            self.wait_for(menu)
            add_lines(menu, self.of(lines))

    def only_one_of(self, names: Sequence[str], parent: QObject) -> None:
        """Of these switches one is on."""
        group = QActionGroup(parent)
        for name in names:
            group.addAction(self._all[name])

    def wait_for(self, menu: QMenu) -> None:
        """While `menu` is open its letters choose from it; they are no commands then."""
        menu.aboutToShow.connect(lambda: self._listen_for_letters(False))
        menu.aboutToHide.connect(lambda: self._listen_for_letters(True))

    def _listen_for_letters(self, on: bool) -> None:
        # A popup does not take the focus from the table, but it becomes the active window.
        context = Qt.ShortcutContext
        for action in self.by_letter():
            action.setShortcutContext(
                context.WidgetWithChildrenShortcut if on else context.WindowShortcut
            )

    def _action(self, command: Command, parent: QObject) -> QAction:
        action = QAction(command.text, parent)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        if command.by_letter:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(command.checked is not None)
        said = command.tip or command.title
        keys = keys_in_words(action)
        action.setToolTip(f"{said}  ({keys})" if keys else said)
        action.setStatusTip(said)
        action.triggered.connect(partial(self._run, command))
        return action

    def _run(self, command: Command, _checked: bool = False) -> None:
        with suppress(ReviewGone), self._review.one_change():
            command.run()
        if command.checked:
            self._all[command.name].setChecked(command.checked())


def keys_in_words(action: QAction) -> str:
    """The keys of an action as the user's platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(keys.toString(native) for keys in action.shortcuts())
