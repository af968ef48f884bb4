"""Every command of the window: its menu, its keys, and where it can be given.

`declared_commands.txt` has one line for each, so that no key and no condition changes by a slip:
the name, the keys, and the situations of `SITUATIONS` in which it is enabled ("+") or not ("-").
After a change on purpose put the lines there that the test prints.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.comparisons import OVERVIEW

TABLE = Path(__file__).with_name("declared_commands.txt")


def open_it(window: MainWindow, review: Review) -> None:
    window.commands.reviews.show(review)


def go_to_a_finding(window: MainWindow, review: Review) -> None:
    window.actions_by_name["next_finding"].trigger()


def decide(window: MainWindow, review: Review) -> None:
    window.actions_by_name["dismiss"].trigger()


def go_to_the_last_row(window: MainWindow, review: Review) -> None:
    window.review.go_to(review.rows(1)[-1].key)


def compare(window: MainWindow, review: Review) -> None:
    window.review.pick(OVERVIEW)


SITUATIONS: tuple[Callable[[MainWindow, Review], None], ...] = (
    lambda window, review: None,  # nothing is open
    open_it,
    go_to_a_finding,
    decide,
    go_to_the_last_row,
    compare,
)


def test_they_are_as_they_were_meant(window: MainWindow, review: Review, qtbot: QtBot) -> None:
    enabled: dict[str, str] = {}
    for situation in SITUATIONS:
        situation(window, review)
        if window.page is not None:
            qtbot.waitUntil(window.page.isVisible)
        for command in window.table.commands():
            enabled[command.name] = enabled.get(command.name, "") + "-+"[command.enabled()]
    lines = [
        f"{menu.replace('&', '')} {command.name} [{' '.join(command.keys)}] "
        f"{enabled[command.name]}{' switch' if command.checked else ''}"
        for menu, commands in window.table.menus.items()
        for command in commands
        if command
    ]
    print(*lines, sep="\n")
    assert TABLE.read_text("utf-8").splitlines() == lines
