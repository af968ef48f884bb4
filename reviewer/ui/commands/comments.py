"""The commands on comments: one on the finding, one on the row, and whose they are."""

from __future__ import annotations

from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class CommentCommands:
    """Comments are written in the panel; these take the keyboard there."""

    def __init__(self, review: OpenReview, ask: Ask) -> None:
        self._review = review
        self._ask = ask

    def can_comment(self) -> bool:
        row = self._review.current_row()
        return row is not None and row.relation is not None

    def comment(self) -> None:
        """Comment on the current finding; in a row without one, on the row."""
        item = self._review.current_finding()
        self._review.want_comment(item.fingerprint if item else "")

    def remark(self) -> None:
        """Comment on the row as a whole."""
        self._review.want_comment("")

    def your_name(self) -> None:
        """Ask whose name stands beside what is done."""
        name = self._ask.line(
            tr("Your name"),
            tr("It stands beside your comments and in the history:"),
            self._review.author,
        )
        if name is not None:
            self._review.sign(name)
