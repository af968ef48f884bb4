"""The commands as Qt gives them: one QAction for each, in menus and on keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reviewer.ui.commands.command_table import CommandTable
from reviewer.ui.commands.groups import Line
from reviewer.ui.look.action_keys import keys_in_words
from reviewer.ui.look.menu_letters import with_own_letters
from reviewer.ui.look.widgets import add_lines
from reviewer.ui.state.command import Command, is_letter
from reviewer.ui.state.held_review import ReviewGone
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class Actions:
    """Runs commands; whatever a command changes is announced once, when it is done."""

    def __init__(
        self,
        table: CommandTable,
        review: OpenReview,
        parent: QObject,
        changed: Mapping[str, Sequence[str]] = MappingProxyType({}),
        begins: Callable[[], object] = lambda: None,
    ) -> None:
        """`changed` has the keys of commands, by name, that the user wants other than usual;
        `begins` is called before each command."""
        self._review, self._begins = review, begins
        self._keys = {
            command.name: tuple(changed.get(command.name, command.keys))
            for command in table.commands()
        }
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
        return (self._all[name] for name, keys in self._keys.items() if any(map(is_letter, keys)))

    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of all commands by their names, in Qt's portable writing."""
        return self._keys

    def set_keys(self, name: str, keys: Sequence[str]) -> None:
        """Give a command other keys, at once."""
        self._keys[name] = tuple(keys)
        command = next(one for one in self._commands if one.name == name)
        self._show_keys(self._all[name], command)

    def resting_words(self, keys: QKeySequence) -> str:
        """What to say of keys whose command cannot be given now; "" where there is none. Letters
        are answered by the rows, which know more."""
        for command in self._commands:
            action = self._all[command.name]
            if keys in action.shortcuts() and not any(map(is_letter, self._keys[command.name])):
                return "" if action.isEnabled() else self.why_resting(command)
        return ""

    def why_resting(self, command: Command) -> str:
        """What to say where a command is wanted and cannot be done."""
        if command.resting:
            return command.resting
        if not self._review.is_open():
            return tr("“{command}” needs an open review.", command=command.title)
        if self._review.overview:
            return tr(
                "“{command}” cannot be done here. Enter goes into a translation.",
                command=command.title,
            )
        return tr("“{command}” cannot be done here.", command=command.title)

    def refresh(self) -> None:
        """Enable what can be done now."""
        for command in self._commands:
            action, enabled = self._all[command.name], command.enabled()
            if enabled != action.isEnabled():
                action.setEnabled(enabled)
            if command.checked:
                action.setChecked(command.checked())

    def fill(self, bar: QMenuBar, table: CommandTable) -> None:
        """Put the menus of the table into a bar."""
        titles = with_own_letters(list(table.menus))
        for title, lines in zip(titles, table.menus.values(), strict=True):
            menu = bar.addMenu(title)
            menu.setToolTipsVisible(True)
            self.wait_for(menu)
            actions = self.of(lines)
            add_lines(menu, actions)
            own = [action for action in actions if action]
            for action, text in zip(own, with_own_letters([a.text() for a in own]), strict=True):
                action.setText(text)

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
        action.setCheckable(command.checked is not None)
        if command.button:
            action.setIconText(command.button)
        action.setStatusTip(command.tip or command.title)
        self._show_keys(action, command)
        action.triggered.connect(partial(self._run, command))
        return action

    def _show_keys(self, action: QAction, command: Command) -> None:
        wanted = self._keys[command.name]
        action.setShortcuts([QKeySequence(keys) for keys in wanted])
        context = Qt.ShortcutContext
        action.setShortcutContext(
            context.WidgetWithChildrenShortcut
            if any(map(is_letter, wanted))
            else context.WindowShortcut
        )
        said = command.tip or command.title
        keys = keys_in_words(action)
        action.setToolTip(f"{said}  ({keys})" if keys else said)

    def _run(self, command: Command, _checked: bool = False) -> None:
        self._begins()
        with suppress(ReviewGone), self._review.one_change():
            command.run()
        if command.checked:
            self._all[command.name].setChecked(command.checked())
