"""The command that goes to a sentence by its number."""

from __future__ import annotations

from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class GoToCommands:
    """Numbers are those that stand beside the rows: of sentences where all translations are
    compared, of rows in one of them."""

    def __init__(self, review: OpenReview, ask: Ask) -> None:
        self._review = review
        self._ask = ask

    def go_to_number(self) -> None:
        """Ask for a number and go there."""
        review = self._review
        if review.overview:
            self._go_to_sentence()
            return
        last = review.shown.numbered()
        row = review.current_row()
        here = (review.shown.number_of(row.key) if row else None) or 1
        question = tr("Number of the row (1 to {last}):", last=last)
        wanted = self._ask.number(tr("Go to a row"), question, here, last)
        if wanted is not None and (key := review.shown.key_of_number(wanted)):
            review.go_to(key, "centre_if_hidden")

    def has_sentences(self) -> bool:
        """Whether there is a sentence to go to."""
        review = self._review
        return review.is_open() and review.shown.numbered() > 0

    def _go_to_sentence(self) -> None:
        review = self._review
        lines = [line for line in review.review.overview() if line.kind != "furniture"]
        cell = review.overview_cell
        ids = review.review.row(*cell).source_ids if cell else ()
        here = next((n for one in ids if (n := review.sentence_number(one))), 1)
        question = tr("Number of the sentence (1 to {last}):", last=len(lines))
        wanted = self._ask.number(tr("Go to a sentence"), question, here, len(lines))
        if wanted is not None:
            review.sentence_wanted.emit(lines[wanted - 1].source_id)
