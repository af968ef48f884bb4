"""A review that cannot be written is shown from a copy: where that is kept once it is changed."""

from __future__ import annotations

from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.reports.file_names import fitting
from reviewer.ui.commands.ports import CommandsWithPorts, Ports
from reviewer.ui.state.file_kinds import REVIEW_SUFFIX
from reviewer.wording import tr


def asked_place(ports: Ports, start: str) -> Path | None:
    """Where a review is to be kept, `start` at first; None when the user changed their mind."""
    path, _ = ports.ask.new_file(
        tr("Save the review as"),
        start,
        [tr("Reviews (*{review_suffix})", review_suffix=REVIEW_SUFFIX)],
    )
    if path and not path.suffix:
        return path.with_suffix(REVIEW_SUFFIX)
    return path


class CopiedReviewCommands(CommandsWithPorts):
    """Asks once, at the first change or when the user wants it."""

    def __init__(self, ports: Ports) -> None:
        super().__init__(ports, ports.review)
        self._ports = ports
        ports.review.keep_first = self.explain_and_keep

    def explain_and_keep(self) -> bool:
        """Say why nothing can be changed here, and let the copy be kept; whether it was."""
        words = tr(
            "{path} cannot be written, so you see a copy of it.", path=self._review.path().name
        )
        more = tr(
            "Save the copy under a name or in a folder of your own: all that you do is kept there, "
            "from this step on. The file itself stays as it is."
        )
        return self._ask.choose(words, more, [tr("Save as…")]) == 0 and self.keep()

    def keep(self) -> bool:
        """Ask where to keep the copy, and go on there; whether it was kept."""
        from reviewer.review import CopiedReview

        review = self._review.review
        if not isinstance(review, CopiedReview):
            return True
        path = asked_place(self._ports, fitting(self._review.path().stem, f"-copy{REVIEW_SUFFIX}"))
        if path is None:
            return False
        try:
            review.keep_at(path)
        except ReviewerError as error:
            self._ask.tell(error, tr("The review was not saved."))
            return False
        self._settings.add_recent(path)
        self._settings.folder = path.parent
        self._review.kept.emit()
        self._review.say(tr("The review goes on in {path}.", path=path))
        return True
