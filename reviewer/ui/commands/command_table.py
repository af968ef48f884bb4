"""Every command of the window: its words, its keys, what does it, and when.

The menus, the context menu of the rows, the buttons of a finding and the card of all keys are
made from this table; `menus/` has a file for each menu.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewer.ui.commands.groups import CommandGroups, Line
from reviewer.ui.commands.menus.edit import edit_menu
from reviewer.ui.commands.menus.file import file_menu
from reviewer.ui.commands.menus.findings import findings_menu
from reviewer.ui.commands.menus.help import help_menu
from reviewer.ui.commands.menus.of_a_row import row_commands
from reviewer.ui.commands.menus.rows import rows_menu
from reviewer.ui.commands.menus.tools import tools_menu
from reviewer.ui.commands.menus.view import view_menu
from reviewer.ui.state.command import Command
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


@dataclass(frozen=True)
class CommandTable:
    """`menus` has every command once. The others hold some of the same commands again: for the
    context menu of a row, before and after what depends on the place that was clicked, and for
    the buttons of a finding and of a row."""

    menus: Mapping[str, tuple[Line, ...]]
    row_menu: tuple[Line, ...]
    row_menu_end: tuple[Line, ...]
    finding_buttons: tuple[Command, ...]
    row_buttons: tuple[Command, ...]

    def commands(self) -> Iterator[Command]:
        """All commands, in the order of the menus."""
        for menu in self.menus.values():
            yield from (command for command in menu if command)


_BUTTONS = (
    *("apply_fix", "change_own_finding", "remove_own_finding"),
    *("accept", "dismiss", "reopen", "edit", "comment", "draft_missing"),
)

_ROW_BUTTONS = ("mark_words", "remark")
"""What a reviewer has to say beyond the findings."""


def command_table(review: OpenReview, by: CommandGroups) -> CommandTable:
    """The table; everything but reviews is about the open one."""
    rows = row_commands(by)
    menus = {
        tr("&File"): file_menu(review, by),
        tr("&Edit"): edit_menu(by, rows),
        tr("F&indings"): findings_menu(review, by, rows),
        tr("&Rows"): rows_menu(by, rows),
        tr("&View"): view_menu(review, by),
        tr("&Tools"): tools_menu(review, by, rows),
        tr("&Help"): help_menu(by),
    }

    def named(*names: str) -> tuple[Line, ...]:
        return tuple(rows[name] if name else None for name in names)

    return CommandTable(
        menus,
        named("edit", "draft_missing", "copy_source", "copy_translation", "add_term", "")
        + named("accept", "dismiss", "comment", "mark_words", "remark")
        + named(
            "apply_fix", "", "review_and_go_on", "reviewed", "", "link", "unlink", "merge_with_next"
        ),
        named("tell_apart", "move_up", "move_down", "jump"),
        tuple(rows[name] for name in _BUTTONS),
        tuple(rows[name] for name in _ROW_BUTTONS),
    )
