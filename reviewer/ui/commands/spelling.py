"""The commands on spelling."""

from __future__ import annotations

from reviewer.ui.background.spelling import Spelling
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.look.utf16_offsets import to_qt
from reviewer.ui.state.open_review import OpenReview


class SpellingCommands:
    """Words that no dictionary knows."""

    def __init__(self, review: OpenReview, ask: Ask, spelling: Spelling) -> None:
        self._review, self._ask, self.spelling = review, ask, spelling
        self.jobs = spelling.jobs

    def list_words(self) -> None:
        """Show the unknown words of the translation; from one of them into its row."""
        from reviewer.ui.dialogs.spelling_dialog import SpellingDialog

        review = self._review
        review.editor.stop()
        if missing := self.spelling.why_not(review.language()):
            self._ask.explain(missing)
            return
        dialog = SpellingDialog(review, self.spelling, self._ask.window)
        dialog.exec()
        place = dialog.place
        dialog.deleteLater()
        self.spelling.jobs.cancel()
        if place:
            self._edit_at(*place)

    def _edit_at(self, key: str, word: str) -> None:
        """Open the editor of a row at a word."""
        review = self._review
        review.go_to(key, "centre_if_hidden")
        row = review.shown.row(key)
        if row:
            at = row.target.find(word)
            review.editor.start(row, cursor=to_qt(row.target, max(at, 0)))
