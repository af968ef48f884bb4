"""About the program itself."""

from __future__ import annotations

from reviewer.ui.commands.groups import CommandGroups, Line
from reviewer.ui.state.command import Command


def help_menu(by: CommandGroups) -> tuple[Line, ...]:
    """About the program itself."""
    return (
        Command(
            "handbook",
            "&Handbook",
            ("Shift+F1",),
            by.window.show_handbook,
            tip="How to work with Reviewer; opens in the browser, without a network",
        ),
        Command(
            "tour",
            "&Tour of the sample",
            (),
            by.window.begin_tour,
            tip="Five minutes in an article with planted errors",
        ),
        Command(
            "palette",
            "All &commands…",
            ("Ctrl+Shift+P",),
            by.window.show_palette,
            tip="Find a command by its words",
        ),
        Command("shortcuts", "&Keyboard shortcuts", ("F1",), by.window.show_keys),
        Command(
            "change_keys",
            "C&hange the keys…",
            (),
            by.window.change_keys,
            tip="Give commands other keys; what another command has is said",
        ),
        Command(
            "key_card",
            "Key card to &print…",
            (),
            by.window.write_key_card,
            tip="All keys as a PDF",
        ),
        Command(
            "log",
            "Open the folder of the &log",
            (),
            by.window.show_log_folder,
            tip="What the program did and what went wrong, without the texts",
        ),
        Command(
            "releases",
            "Look for a &newer version",
            (),
            by.window.show_releases,
            tip="Opens the page of releases in your browser; the program never looks by itself",
        ),
        Command("about", "&About Reviewer", (), by.window.show_about),
    )
