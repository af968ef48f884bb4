"""What a window can tell of itself: its commands and keys, the handbook, the log, its language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from reviewer.domain import ReviewerError
from reviewer.ui.commands.actions import Actions
from reviewer.ui.commands.command_table import CommandTable
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.dialogs.help_dialogs import (
    show_about,
    show_in_desktop,
    show_log_folder,
    show_releases,
)
from reviewer.ui.look.action_keys import keys_in_words
from reviewer.ui.state.settings import Settings
from reviewer.wording import LANGUAGES, language, system_language, tr


class WindowHelp:
    """Each method is a command of the window. `language_chosen` is called when the window is to
    be made anew in another language."""

    _table: CommandTable
    _actions: Actions
    _letters_are_others: Callable[[], None]

    def __init__(
        self,
        window: QWidget,
        ask: Ask,
        settings: Settings,
        say: Callable[[str], None],
        language_chosen: Callable[[], None],
    ) -> None:
        self._window, self._ask, self._settings, self._say = window, ask, settings, say
        self._language_chosen = language_chosen

    def know(
        self, table: CommandTable, actions: Actions, letters_are_others: Callable[[], None]
    ) -> None:
        """The commands that there are, these among them, and what to do when letters are given to
        others: before any of the other methods."""
        self._table, self._actions = table, actions
        self._letters_are_others = letters_are_others

    def show_handbook(self) -> None:
        """Show the handbook in the desktop's browser."""
        from reviewer.ui.dialogs.handbook import handbook_page

        try:
            show_in_desktop(handbook_page(), self._say)
        except (ReviewerError, OSError) as error:
            self._ask.tell(error, tr("The handbook was not opened."))

    def show_palette(self) -> None:
        """Let a command be found by its words; it runs when the list is closed."""
        from reviewer.ui.dialogs.command_palette import CommandPalette

        actions = self._actions
        palette = CommandPalette(
            list(self._table.commands()),
            lambda command: keys_in_words(actions[command.name]),
            actions.why_resting,
            self._window,
        )
        palette.exec()
        palette.deleteLater()
        if palette.chosen:
            chosen = actions[palette.chosen.name]
            # The command of the list itself must have ended: one command at a time.
            QTimer.singleShot(0, self._window, chosen.trigger)

    def show_keys(self) -> None:
        """Show all keys."""
        from reviewer.ui.dialogs.all_keys_dialog import AllKeysDialog

        dialog = AllKeysDialog(self.keys_by_menu(), self._window)
        dialog.exec()
        dialog.deleteLater()

    def keys_by_menu(self) -> dict[str, list[tuple[str, str]]]:
        """The commands of each menu that have keys, and these."""
        actions = self._actions
        return {
            title: [
                (command.title, keys)
                for command in lines
                if command and (keys := keys_in_words(actions[command.name]))
            ]
            for title, lines in self._table.menus.items()
        }

    def change_keys(self) -> None:
        """Let the keys be changed; they are others at once, and in later sessions."""
        from reviewer.ui.dialogs.change_keys_dialog import ChangeKeysDialog

        actions = self._actions
        dialog = ChangeKeysDialog(list(self._table.commands()), actions.keys(), self._window)
        if dialog.exec() == ChangeKeysDialog.DialogCode.Accepted:
            usual = {command.name: command.keys for command in self._table.commands()}
            for name, keys in dialog.keys.items():
                if keys != actions.keys()[name]:
                    actions.set_keys(name, keys)
            self._letters_are_others()
            self._settings.keys = {
                name: keys for name, keys in dialog.keys.items() if keys != usual[name]
            }
        dialog.deleteLater()

    def write_key_card(self) -> None:
        """Write all keys into a file to print, and show it."""
        from reviewer.ui.dialogs.key_card import write_key_card

        path, _ = self._ask.new_file(tr("Key card"), "reviewer-keys.pdf", ["PDF (*.pdf)"])
        if path:
            write_key_card(path, self.keys_by_menu())
            show_in_desktop(path, self._say)

    def choose_language(self) -> None:
        """Let another language of the interface be chosen."""
        codes = ["", *LANGUAGES]
        names = [tr("As the system has it"), *LANGUAGES.values()]
        here = codes.index(self._settings.language) if self._settings.language in codes else 0
        number = self._ask.one_of(tr("Language of the window"), tr("Language:"), names, here)
        if number < 0:
            return
        self._settings.language = codes[number]
        if (codes[number] or system_language()) != language():
            # The command must have ended before the window that it belongs to does.
            QTimer.singleShot(0, self._window, self._language_chosen)

    def show_log(self) -> None:
        """Show the folder of the log."""
        show_log_folder(self._say)

    def show_releases(self) -> None:
        """Show where newer versions are, in the browser; nobody looks before."""
        show_releases(self._say)

    def show_about(self) -> None:
        """Say what this program is, and whose work is in it."""
        show_about(self._window, self._say)
