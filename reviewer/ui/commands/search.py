"""Find words in the rows, their back-translations and comments, and go from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.search import found, nowhere_words
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.review import Row


class SearchCommands(QObject):
    """`find_wanted` asks for the bar to type into; `result` brings words about the places."""

    find_wanted = Signal()
    result = Signal(str)

    def __init__(self, review: OpenReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review

    def find(self) -> None:
        self.find_wanted.emit()

    def find_next(self) -> None:
        self._again(1)

    def find_previous(self) -> None:
        self._again(-1)

    def search(self, words: str) -> None:
        """Mark these words, and go to the first place from here on."""
        review = self._review
        with review.one_change():
            review.set_search(words)
            lines = self._lines()
            if not words:
                self.result.emit("")
            elif lines:
                here = review.line_number()
                self._go_to(lines, next((line for line in lines if line >= here), lines[0]))
            else:
                self.result.emit(nowhere_words(words))

    def step(self, step: int) -> None:
        """On to the next line with what is searched for, or back."""
        lines = self._lines()
        if not lines:
            return
        here = self._review.line_number()
        if step > 0:
            chosen = next((line for line in lines if line > here), lines[0])
        else:
            chosen = next((line for line in reversed(lines) if line < here), lines[-1])
        with self._review.one_change():
            self._go_to(lines, chosen)

    def _again(self, step: int) -> None:
        if self._review.search:
            self.step(step)
        else:
            self.find()

    def _go_to(self, lines: list[int], chosen: int) -> None:
        if row := self._review.shown.row_at(chosen):
            self._review.go_to(row.key, "centre_if_hidden")
        where = _beside(self._review.shown.row_at(chosen), self._review.search)
        self.result.emit(
            tr(
                "Row {number} of {lines}{where}",
                number=lines.index(chosen) + 1,
                lines=len(lines),
                where=where,
            )
        )

    def _lines(self) -> list[int]:
        shown, words = self._review.shown, self._review.search
        if not words:
            return []
        return [
            number
            for number in range(len(shown.lines()))
            if (row := shown.row_at(number)) and any(found(text, words) for text in _texts(row))
        ]


def _comments(row: Row) -> list[str]:
    return [row.comment, *(item.comment for item in row.findings)]


def _texts(row: Row) -> list[str]:
    """All that can be read of a row."""
    back = row.back_translation.text if row.back_translation else ""
    return [row.source, row.target, back, *_comments(row)]


def _beside(row: Row | None, words: str) -> str:
    """Where the words stand when they stand in neither column."""
    if row is None or found(row.source, words) or found(row.target, words):
        return ""
    in_comment = any(found(text, words) for text in _comments(row))
    return tr(", in a comment") if in_comment else tr(", in the back-translation")
