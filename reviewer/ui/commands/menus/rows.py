"""What belongs together."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.ui.commands.groups import CommandGroups, Line
from reviewer.ui.state.command import Command


def rows_menu(by: CommandGroups, rows: Mapping[str, Command]) -> tuple[Line, ...]:
    """What belongs together."""
    alignment = by.alignment
    return (
        rows["review_and_go_on"],
        rows["reviewed"],
        Command(
            "next_unreviewed",
            "Ne&xt sentence that is not reviewed",
            ("Ctrl+J",),
            by.reading.next_unreviewed,
            by.navigation.one_is_shown,
        ),
        Command(
            "bookmark",
            "&Bookmark",
            ("B",),
            by.bookmarks.switch,
            by.bookmarks.can_mark,
            "Mark this row to find it again, or take the mark away",
            checked=by.bookmarks.is_marked,
        ),
        Command(
            "next_bookmark",
            "Next b&ookmark",
            ("Shift+B",),
            by.bookmarks.next,
            by.bookmarks.has_some,
        ),
        None,
        rows["link"],
        rows["unlink"],
        rows["merge_with_next"],
        rows["tell_apart"],
        Command(
            "split_source",
            "Split the s&ource…",
            (),
            alignment.split_source,
            alignment.can_split_source,
            "Choose the place in the source sentence",
        ),
        Command(
            "split_target",
            "&Split the translation…",
            ("Ctrl+Shift+M",),
            alignment.split_target,
            alignment.can_split_target,
            "Choose the place in the translation",
        ),
        rows["move_up"],
        rows["move_down"],
        None,
        rows["jump"],
        Command(
            "lost_edits",
            "Corrections &without a place…",
            (),
            by.translations.show_lost_edits,
            by.translations.has_lost_edits,
            "What you had written where the version that was loaded has other sentences",
        ),
    )
