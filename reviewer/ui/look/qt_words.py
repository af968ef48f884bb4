"""Qt's own words (OK, Cancel, Copy) in languages that Qt has no catalogue for, or one with gaps."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from reviewer.messages import message
from reviewer.wording import in_words

_OF_FILE_DIALOGS = (
    message("Look in:"),
    message("File &name:"),
    message("Files of type:"),
    message("Directory:"),
    message("&Choose"),
    message("Save As"),
    message("Find Directory"),
    message("Back"),
    message("Forward"),
    message("Parent Directory"),
    message("Create New Folder"),
    message("New Folder"),
    message("List View"),
    message("Detail View"),
    message("&Rename"),
    message("Show &hidden files"),
    message("All Files (*)"),
    message("Folder"),
    message("Computer"),
    message("Name"),
    message("Size"),
    message("Type"),
    message("Date Modified"),
    message("%1 already exists.\nDo you want to replace it?"),
    message("Are you sure you want to delete '%1'?"),
)
"""Shown where the desktop has no dialog of its own for files; `%1` is Qt's hole."""

_WORDS = {
    said.replace("&", ""): said
    for said in (
        message("OK"),
        message("Cancel"),
        message("Close"),
        message("&Yes"),
        message("&No"),
        message("Save"),
        message("Open"),
        message("Help"),
        message("Apply"),
        message("Reset"),
        message("Show Details..."),
        message("Hide Details..."),
        message("&Undo"),
        message("&Redo"),
        message("Cu&t"),
        message("&Copy"),
        message("&Paste"),
        message("Delete"),
        message("Select All"),
        message("Press shortcut"),
        message("Up"),
        message("Down"),
        *_OF_FILE_DIALOGS,
    )
}


class QtWords(QTranslator):
    """Gives Qt the words of our own catalogue."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        """The words; None for what is not ours, which Qt then says in English. "" would be
        shown as it is: an empty label."""
        known = _WORDS.get(text.replace("&", "")) if text else None
        return in_words(known) if known else None
