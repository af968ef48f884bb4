"""Reviews, translations, and what is written."""

from __future__ import annotations

from reviewer.ui.commands.groups import CommandGroups, Line
from reviewer.ui.state.command import Command
from reviewer.ui.state.open_review import OpenReview


def file_menu(review: OpenReview, by: CommandGroups) -> tuple[Line, ...]:
    """Reviews, translations, and what is written."""
    is_open = review.is_open
    return (
        Command("new_review", "&New review", ("Ctrl+N",), by.sets.new_review, by.reviews.is_idle),
        Command(
            "open_review",
            "&Open review…",
            ("Ctrl+O",),
            by.reviews.open_review,
            by.reviews.is_idle,
        ),
        Command(
            "new_set",
            "New reviews of &many documents…",
            ("Ctrl+Shift+N",),
            by.sets.new_set,
            by.reviews.is_idle,
            "Folders of sources and translations, which pair by name and language code",
        ),
        Command("open_sample", "Open the &sample", (), by.reviews.open_sample, by.reviews.is_idle),
        None,
        Command(
            "add_translation",
            "&Add a translation…",
            (),
            by.translations.add_translation,
            by.translations.can_begin,
        ),
        Command(
            "load_new_version",
            "&Load a new version of this translation…",
            (),
            by.translations.load_new_version,
            by.translations.can_begin,
        ),
        None,
        Command(
            "export_as",
            "&Export…",
            ("Ctrl+E",),
            by.export.export_as,
            is_open,
            "The corrected text, tracked changes, reports, tables, files for other tools",
        ),
        Command(
            "export_text",
            "Export the corrected &translation…",
            ("Ctrl+Alt+Shift+E",),
            by.export.export_text,
            is_open,
            "In the format in which it came, or in another",
        ),
        Command(
            "export_all",
            "Export a&ll translations…",
            ("Ctrl+Alt+E",),
            by.export.export_all,
            is_open,
            "Every translation with its corrections, into one folder",
        ),
        Command(
            "export_documents",
            "Export all &documents of the set…",
            (),
            by.sets.export_all,
            by.sets.is_open,
            "Corrected texts, reports or tables of every document, into one folder",
        ),
        Command(
            "export_findings",
            "Export the &findings…",
            ("Ctrl+Shift+E",),
            by.export.export_findings,
            is_open,
        ),
        Command(
            "apply_table",
            "Appl&y a table…",
            (),
            by.tables.apply_table,
            is_open,
            "Corrections, comments and decisions from an exported table that was edited elsewhere",
        ),
        None,
        Command(
            "pack",
            "Save a copy to ma&il…",
            (),
            by.sets.pack,
            by.sets.can_close,
            "The review, or the whole set, as one file; without back-translations if you like",
        ),
        Command("close_review", "&Close review", ("Ctrl+W",), by.sets.close, by.sets.can_close),
        Command("quit", "&Quit", ("Ctrl+Q",), by.window.quit),
    )
