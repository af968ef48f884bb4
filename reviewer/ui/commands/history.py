"""The command that shows all that was done, and goes back to any point of it."""

from __future__ import annotations

from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr, tr_plural


class HistoryCommands:
    """The history is that of the whole review, of all translations."""

    def __init__(self, review: OpenReview, ask: Ask) -> None:
        self._review = review
        self._ask = ask

    def show(self) -> None:
        """Show the history; what is chosen there is done when it is closed."""
        from reviewer.ui.dialogs.history_dialog import HistoryDialog

        review = self._review
        review.editor.stop()
        dialog = HistoryDialog(review, self._ask.window)
        dialog.exec()
        wanted, place = dialog.point, dialog.place
        dialog.deleteLater()
        if wanted is not None:
            self._go_back(wanted)
        elif place:
            self._go_to(*place)

    def _go_back(self, step: int) -> None:
        review = self._review
        changes = 0

        def travel() -> None:
            nonlocal changes
            changes = len(review.review.go_back_to(step))

        review.do(travel, tr("The review stands as it stood."))
        if changes:
            review.say(
                tr_plural(
                    "{n} step was undone or done again.",
                    "{n} steps were undone or done again.",
                    changes,
                )
            )

    def _go_to(self, translation: int, key: str) -> None:
        review = self._review
        with review.one_change():
            if review.view() != translation:
                review.pick(translation)
            review.go_to(review.review.row_now(translation, key), "centre_if_hidden")
