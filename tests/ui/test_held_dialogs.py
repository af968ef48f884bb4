"""What each command asks and shows, where it opens a dialog.

`held_dialogs.txt` has for each command, given twice on one way through a small review, the dialogs
that come up and what they say; the first time each is left as with Escape, the second time agreed
to as it stands. After a change on purpose: HELD=write pytest tests/ui/test_held_dialogs.py
"""

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

from reviewer.review import Review
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from tests.ui import seen_widgets

TABLE = Path(__file__).with_name("held_dialogs.txt")
NOT_GIVEN = {
    # They leave the page, or wait for what nobody waits for here.
    *("quit", "close_review", "open_sample", "open_review", "new_review", "back_translate"),
    *("align_again", "interface_language", "tour", "pack"),
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


@pytest.fixture
def dialogs(tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    seen = Dialogs(tmp_path, own_home, Path.home())
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


def test_each_command_asks_what_it_asked(
    window: MainWindow, page: ReviewPage, review: Review, dialogs: Dialogs
) -> None:
    window.actions_by_name["next_finding"].trigger()
    lines = []
    for answer in (0, 1):
        dialogs.answer = answer
        for command in window.table.commands():
            if command.name in NOT_GIVEN or not window.actions_by_name[command.name].isEnabled():
                continue
            window.actions_by_name[command.name].trigger()
            QApplication.processEvents()
            page.review.editor.stop()
            if dialogs.told:
                lines += [f"{command.name} {answer}", *dialogs.told]
                dialogs.told.clear()
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert lines == TABLE.read_text("utf-8").split("\n")[:-1]
