"""The command that finds words in all documents of the open set, and goes to a row of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.commands.sets import SetCommands
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.open_set import OpenSet

if TYPE_CHECKING:
    from reviewer.sets import Hit


class FindInSetCommands:
    """The document that is open is put away meanwhile, as each is opened in its turn."""

    def __init__(self, review: OpenReview, of: OpenSet, sets: SetCommands, ask: Ask) -> None:
        self._review, self._set, self._sets, self._ask = review, of, sets, ask

    def find(self) -> None:
        """Ask for the words, and go to the row that is chosen; without one, back to where we
        were."""
        from reviewer.ui.dialogs.find_in_set_dialog import FindInSetDialog

        if not self._sets.is_open() or not self._sets.is_idle():
            return
        before = self._set.here if self._review.is_open() else -1
        self._sets.show_list()
        dialog = FindInSetDialog(self._set.set, self._review.last_search, self._ask.window)
        dialog.exec()
        hit, words = dialog.place, dialog.search
        dialog.deleteLater()
        if words:
            self._review.last_search = words
        if hit:
            number = self._set.number_of(hit.review)
            self._sets.open_document(number, lambda: self._go_to(hit, words))
        elif before >= 0:
            self._sets.open_document(before)

    def _go_to(self, hit: Hit, words: str) -> None:
        review = self._review
        with review.one_change():
            if review.view() != hit.translation:
                review.pick(hit.translation)
            review.go_to(hit.key, "centre_if_hidden")
            review.set_search(words)
