"""Undo, text, and finding words."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.ui.commands.groups import CommandGroups, Line
from reviewer.ui.state.command import Command


def edit_menu(by: CommandGroups, rows: Mapping[str, Command]) -> tuple[Line, ...]:
    """Undo, text, and finding words."""
    go, one = by.navigation, by.navigation.one_is_shown
    return (
        Command(
            "undo", "&Undo", ("Ctrl+Z",), go.undo, go.can_undo, resting="There is nothing to undo."
        ),
        Command(
            "redo",
            "&Redo",
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            go.redo,
            go.can_redo,
            resting="There is nothing to redo.",
        ),
        Command(
            "history",
            "&History…",
            ("Ctrl+Alt+H",),
            by.history.show,
            go.is_open,
            "Who did what and when, and back to any point",
        ),
        None,
        rows["edit"],
        rows["draft_missing"],
        Command(
            "insert_next",
            "&Insert the next figure, name or term of the source",
            ("Ctrl+,",),
            by.inserting.insert_next,
            by.inserting.can_insert,
            "The first that the translation lacks, written as its language writes it",
        ),
        Command(
            "insert_chosen",
            "Insert a figure, &name or term of the source…",
            ("Ctrl+Alt+,",),
            by.inserting.insert_chosen,
            by.inserting.can_insert,
            "Choose one by its digit",
        ),
        rows["copy_source"],
        rows["copy_translation"],
        None,
        Command(
            "find",
            "&Find…",
            ("Ctrl+F",),
            by.search.find,
            one,
            "Find words in the source and the translation",
        ),
        Command(
            "replace",
            "Rep&lace…",
            ("Ctrl+H",),
            by.replacing.replace,
            one,
            "Replace words in the whole translation; what would change is shown first",
        ),
        Command(
            "find_in_set",
            "Find in all &documents…",
            ("Ctrl+Alt+F",),
            by.find_in_set.find,
            by.sets.is_open,
            "Find words in every document of the set, and go to the row that says them",
        ),
        Command(
            "go_to_number",
            "&Go to a row or sentence…",
            ("Ctrl+G",),
            by.go_to.go_to_number,
            by.go_to.has_sentences,
            "Go to a sentence by its number",
        ),
        Command("find_next", "Find ne&xt", ("F3",), by.search.find_next, one),
        Command("find_previous", "Find pre&vious", ("Shift+F3",), by.search.find_previous, one),
    )
