"""Qt's own words (OK, Cancel, Copy) in languages that Qt has no catalogue for."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from reviewer.domain import message
from reviewer.wording import in_words

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
