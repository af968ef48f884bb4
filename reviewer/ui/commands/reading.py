"""The commands on sentences: mark them as reviewed, and go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.ui.commands.out_of_sight import show_first
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Fold
from reviewer.wording import tr, tr_plural

if TYPE_CHECKING:
    from reviewer.review import Row


class ReadingCommands:
    """Acts on the current row, or on all that are selected."""

    def __init__(self, review: OpenReview) -> None:
        self._review = review

    def has_sentence(self) -> bool:
        """Whether the current row can have a status."""
        row = self._review.current_row()
        return row is not None and row.relation is not None

    def is_reviewed(self) -> bool:
        row = self._review.current_row()
        return row is not None and row.reviewed

    def switch_reviewed(self) -> None:
        """Mark the rows as reviewed, or take it back."""
        self._mark(on=not self.is_reviewed())

    def review_and_go_on(self) -> None:
        """Mark the rows as reviewed and go to the next sentence that is not."""
        if self._mark(on=True):
            self.next_unreviewed()

    def next_unreviewed(self) -> None:
        """Go to the next sentence that is not reviewed, from the end on from the beginning."""
        review = self._review
        here, lines = review.line_number(), range(len(review.shown.lines()))
        after = self._first_unreviewed(lines[here + 1 :])
        key = after or self._first_unreviewed(lines[: here + 1])
        if not key:
            counts = review.counts(review.translation)
            if counts.reviewed == counts.sentences:
                review.say(tr("Every sentence of this translation is reviewed."))
                review.set_at_end(True)
            else:
                review.say(tr("Every sentence that is shown is reviewed."))
            return
        if not after:
            review.say(tr("Past the end: on from the beginning."))
        review.go_to(key, "centre_if_hidden")

    def _first_unreviewed(self, among: range) -> str:
        """The first row in these lines that is not reviewed; "" without one."""
        shown = self._review.shown
        lines, known = shown.lines(), shown.index.known
        for number in among:
            place = lines[number]
            if isinstance(place, Fold):
                continue
            row = known[place]
            if row.compared and not row.reviewed:
                return shown.index.keys[place]
        return ""

    def _mark(self, *, on: bool) -> bool:
        review, row = self._review, self._review.current_row()
        if row is None or row.relation is None:
            return False
        if not review.editor.shows(row):
            show_first(review, row)
            return False
        review.editor.stop()
        keys = review.selected_keys() or (row.key,)
        change = review.do(
            lambda: review.review.mark_reviewed(review.translation, keys, on=on),
            tr("The status was not kept."),
        )
        if change and on:
            self._say_reviewed(keys)
        elif change:
            review.say(tr("Not reviewed"))
        return change is not None

    def _say_reviewed(self, keys: Sequence[str]) -> None:
        """A reviewed sentence with an open finding may be meant so, and may be an oversight."""
        review = self._review
        rows = [row for key in keys if (row := review.shown.row(key))]
        number = review.shown.number_of(rows[0].key) if rows else None
        done = (
            tr("Row {number} is reviewed.", number=str(number or 0))
            if len(rows) == 1
            else tr_plural("{n} row is reviewed.", "{n} rows are reviewed.", len(rows))
        )
        if waiting := sum(_open(row) for row in rows):
            left = tr_plural(
                "{n} finding is still open there.", "{n} findings are still open there.", waiting
            )
            review.say(f"{done} {left}")
        else:
            review.say(review.keys.done(done))


def _open(row: Row) -> int:
    return sum(item.state == "open" for item in row.findings)
