"""Every command of the window: its words, its keys, its place in the menus.

A command's `name` is the name of the method that does it; see `MainWindow.connect_commands`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu


@dataclass(frozen=True, slots=True)
class Command:
    """One command. Keys are in Qt's portable writing; the first is shown in the menu."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    checkable: bool = False
    needs_review: bool = True

    @property
    def by_letter(self) -> bool:
        """Whether a letter alone gives the command: then only where nothing else wants it."""
        return any(len(key.removeprefix("Shift+")) == 1 for key in self.keys)


_ = None
"""A separator in a menu."""

MENUS: dict[str, tuple[Command | None, ...]] = {
    "&File": (
        Command("new_review", "&New review", ("Ctrl+N",), needs_review=False),
        Command("open_review", "&Open review…", ("Ctrl+O",), needs_review=False),
        Command("open_sample", "Open the &sample", needs_review=False),
        _,
        Command("add_translation", "&Add a translation…"),
        Command("load_new_version", "&Load a new version of this translation…"),
        _,
        Command("export_text", "&Export the corrected translation…", ("Ctrl+E",)),
        Command("export_findings", "Export the &findings…", ("Ctrl+Shift+E",)),
        _,
        Command("close_review", "&Close review", ("Ctrl+W",)),
        Command("quit", "&Quit", ("Ctrl+Q",), needs_review=False),
    ),
    "&Edit": (
        Command("undo", "&Undo", ("Ctrl+Z",)),
        Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
        _,
        Command("edit", "&Edit the translation", ("F2",), "Change this sentence (Enter)"),
        Command("copy_source", "Copy the so&urce", ("Ctrl+Shift+C",)),
        Command("copy_translation", "Copy the &translation", ("Ctrl+C",)),
        _,
        Command("find", "&Find…", ("Ctrl+F",), "Find words in the source and the translation"),
        Command("find_next", "Find ne&xt", ("F3",)),
        Command("find_previous", "Find pre&vious", ("Shift+F3",)),
    ),
    "F&indings": (
        Command("next_finding", "&Next finding", ("Alt+Down", "F8")),
        Command("previous_finding", "&Previous finding", ("Alt+Up", "Shift+F8")),
        _,
        Command("accept", "&Accept", ("A",), "It is an error: keep it in the report"),
        Command("dismiss", "&Dismiss", ("D",), "It is no error: never show it again"),
        Command(
            "accept_and_go_on",
            "A&ccept and go on",
            ("Ctrl+Return",),
            "Accept, then on to the next finding",
        ),
        Command(
            "dismiss_and_go_on",
            "D&ismiss and go on",
            ("Ctrl+D",),
            "Dismiss, then on to the next finding",
        ),
        Command("reopen", "&Reopen", ("R",), "Take the decision back"),
        Command("comment", "Co&mment…", ("C",), "Say something about this finding"),
        Command("apply_fix", "Apply &fix", ("F", "Ctrl+."), "Put the suggested text in"),
        _,
        Command("dismiss_all_alike", "Dismiss a&ll of this check…"),
        Command("ignore_alike", "Never raise this &kind here"),
        Command("ignore_rules", "I&gnored kinds…"),
        _,
        Command("remark", "Remark on the ro&w…", ("Shift+C",)),
    ),
    "&Rows": (
        Command("link", "&Link the selected rows", ("Ctrl+L",), "Make one row of those selected"),
        Command("unlink", "&Unlink", ("Ctrl+Shift+L",), "Part the source from the translation"),
        Command("merge_with_next", "&Merge with the next row", ("Ctrl+M",)),
        Command(
            "split_source", "Split the s&ource…", tip="Choose the place in the source sentence"
        ),
        Command(
            "split_target",
            "&Split the translation…",
            ("Ctrl+Shift+M",),
            "Choose the place in the translation",
        ),
        Command("move_up", "Move the translation &up", ("Ctrl+Shift+Up",)),
        Command("move_down", "Move the translation &down", ("Ctrl+Shift+Down",)),
        _,
        Command("jump", "&Go to where it moved", ("G",), "Follow a moved sentence there and back"),
    ),
    "&View": (
        Command("next_translation", "&Next translation", ("Ctrl+PgDown",)),
        Command("previous_translation", "&Previous translation", ("Ctrl+PgUp",)),
        Command("switch_overview", "All translations &side by side", ("Ctrl+Shift+A",)),
        _,
        Command("furniture", "Unfold page &furniture", ("Ctrl+U",), checkable=True),
        Command("panel", "Show the &panel", ("Ctrl+B",), checkable=True),
        Command("clear_filters", "&Show all rows", ("Ctrl+0",), "Take every filter away"),
        _,
        Command("larger", "&Larger text", ("Ctrl++", "Ctrl+="), needs_review=False),
        Command("smaller", "S&maller text", ("Ctrl+-",), needs_review=False),
        Command("usual_size", "&Usual text size", needs_review=False),
        _,
        Command("scheme_system", "Colours of the s&ystem", checkable=True, needs_review=False),
        Command("scheme_light", "L&ight", checkable=True, needs_review=False),
        Command("scheme_dark", "&Dark", checkable=True, needs_review=False),
    ),
    "&Tools": (
        Command("packages", "&Translation packages…", needs_review=False),
        Command("back_translate", "&Back-translate this translation"),
        Command(
            "align_again",
            "&Align this translation again…",
            tip="Match its sentences anew, with what was translated back",
        ),
    ),
    "&Help": (
        Command("shortcuts", "&Keyboard shortcuts", ("F1",), needs_review=False),
        Command("about", "&About Reviewer", needs_review=False),
    ),
}


def commands() -> Iterator[Command]:
    """All commands, in the order of the menus."""
    for menu in MENUS.values():
        yield from (command for command in menu if command)


class Actions:
    """One QAction for each command, by its name."""

    def __init__(self, parent: QObject) -> None:
        self._all = {command.name: _action(command, parent) for command in commands()}

    def wait_for(self, menu: QMenu) -> None:
        """While `menu` is open its letters choose from it; they are no commands then."""
        menu.aboutToShow.connect(lambda: self._listen_for_letters(False))
        menu.aboutToHide.connect(lambda: self._listen_for_letters(True))

    def _listen_for_letters(self, on: bool) -> None:
        # A popup does not take the focus from the table, but it becomes the active window.
        context = Qt.ShortcutContext
        for command in commands():
            if command.by_letter:
                self._all[command.name].setShortcutContext(
                    context.WidgetWithChildrenShortcut if on else context.WindowShortcut
                )

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def enable(self, names: dict[str, bool]) -> None:
        """Enable or disable commands by name."""
        for name, on in names.items():
            self._all[name].setEnabled(on)


def keys_in_words(action: QAction) -> str:
    """The keys of an action as the user's platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(keys.toString(native) for keys in action.shortcuts())


def _action(command: Command, parent: QObject) -> QAction:
    action = QAction(command.text, parent)
    action.setObjectName(command.name)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    if command.by_letter:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setCheckable(command.checkable)
    said = command.tip or command.text.replace("&", "").rstrip("…")
    keys = keys_in_words(action)
    action.setToolTip(f"{said}  ({keys})" if keys else said)
    action.setStatusTip(said)
    return action
