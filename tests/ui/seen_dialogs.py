"""Notes every dialog that comes up in a test, with what it says, and answers it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QWhatsThis,
    QWidget,
)

from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.main_window import MainWindow
from tests.ui import seen_widgets

NOT_GIVEN = {
    # They leave the page, or wait for what nobody waits for here.
    *("quit", "close_review", "open_sample", "open_review", "new_review", "back_translate"),
    *("align_again", "interface_language", "tour", "pack", "more_filters"),
    # They say what is on this computer.
    *("about", "packages", "spelling", "log", "releases", "handbook"),
}
WORDS = re.compile(r"([^\W\d_]+)(?:[ \u00a0,;:.]+[“”‘’()…]*[^\W\d_]+)+")
VARIES = re.compile(r"\d+:\d\d(:\d\d)?(\s[AP]M)?|20\d\d-\d\d-\d\d|\w+ \d+, 20\d\d| \(\*[^)]*\)")


class Dialogs:
    """Notes what comes up, and answers it."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        self.told: list[str] = []
        self.answer = 0

    def tell(self, kind: str, words: object) -> None:
        plain = VARIES.sub("…", str(words))
        for folder in self.folders:
            plain = plain.replace(str(folder), "HERE")
        shortened = WORDS.sub(r"\1 …", plain).replace("\n", "⏎")
        self.told.append(f"    {kind}: {shortened}")

    def exec(self, dialog: QDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        self.tell(type(dialog).__name__, dialog.windowTitle())
        for name, words in seen_widgets.seen(dialog, cells=8).items():
            self.tell(f"    {name}", words)
        dialog.hide()
        return self.answer

    def static(self, name: str, empty: object) -> Callable[..., Any]:
        def asked(*given: object, **_: object) -> object:
            words = [one for one in given if not isinstance(one, QWidget)]
            self.tell(name, words)
            return empty

        return asked

    def show(self, name: str, widget: QWidget) -> None:
        """Note what stands on a page."""
        self.tell(name, "")
        for each, words in seen_widgets.seen(widget, cells=8).items():
            self.tell(f"    {each}", words)

    def of_commands(
        self, window: MainWindow, behind: Callable[[], None], without: frozenset[str] = frozenset()
    ) -> list[str]:
        """What each command that can be given asks, one after the other, `without` some; `behind`
        is called after each."""
        lines = []
        for command in window.table.commands():
            name = command.name
            if name in NOT_GIVEN | without or not window.actions_by_name[name].isEnabled():
                continue
            window.actions_by_name[name].trigger()
            QApplication.processEvents()
            behind()
            if self.told:
                lines += [f"{name} {self.answer}", *self.told]
                self.told.clear()
        return lines


def held(table: Path, lines: list[str]) -> list[str]:
    """The lines of a table; with HELD=write it is written anew from `lines` first."""
    if os.environ.get("HELD") == "write":
        table.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return table.read_text("utf-8").split("\n")[:-1]


def noted(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> Dialogs:
    """From now on no dialog waits for anybody. `folders` are told as HERE."""
    seen = Dialogs(*folders)
    for kind in (QDialog, QMessageBox):
        monkeypatch.setattr(kind, "exec", lambda dialog: seen.exec(dialog))
    monkeypatch.setattr(Ask, "from_menu", lambda _, lines: seen.tell("menu", lines) or -1)
    for name in ("getText", "getMultiLineText", "getItem", "getInt"):
        monkeypatch.setattr(QInputDialog, name, seen.static(name, ("", False)))
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, seen.static(name, ("", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", seen.static("getFolder", ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.tell("opens", url) or True)
    monkeypatch.setattr(QWhatsThis, "showText", lambda *_: None)
    return seen
