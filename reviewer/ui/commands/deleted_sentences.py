"""Saying what becomes of the notes, links, comments and pictures of a deleted sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.jobs import Progress
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import in_words, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.messages import Message


class DeletedSentences(QObject):
    """Looks into the document beside the window: a large one takes its time to read."""

    def __init__(self, review: OpenReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.jobs = JobSlot(self)

    def look_at(self, translation: int, key: str) -> None:
        """Say what hung on the row, if its text has been deleted just now."""
        review = self._review.review
        deleted = review.left_out(translation).get(key)
        if not deleted or self.jobs.busy():
            return
        document = review.document(translation)

        def work(
            _progress: Progress, _cancelled: Callable[[], bool]
        ) -> Mapping[str, tuple[Message, ...]]:
            from reviewer.reports.left_out import what_hung

            return what_hung(document, {key: deleted})

        self.jobs.begin(work, self._say, failed=lambda _error: None)

    def _say(self, found: Mapping[str, tuple[Message, ...]]) -> None:
        for messages in found.values():
            what = " ".join(in_words(each) for each in messages)
            self._review.say(tr("The sentence is deleted in the exported file. {what}", what=what))
