"""Counts the rows of a long translation beside the user, for the checks that look at them all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reviewer.ui.background import review_jobs
from reviewer.ui.background.calm import Calm
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.state.open_review import OpenReview

if TYPE_CHECKING:
    from reviewer.review import CountedRows, Review

_REST_MS = 300
"""The window is left to itself for so long before counting begins."""


class Counting(QObject):
    """Begins whenever a translation is shown whose rows have not been counted.

    Until they are, an edit is compared with the rows around it; no key waits for the count, which
    rests while keys come.
    """

    def __init__(self, review: OpenReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._failed: Review | None = None
        self.jobs = JobSlot(self)
        self._calm = Calm(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._begin)
        review.opened.connect(self._opened)
        review.read.connect(self._opened)
        review.view_changed.connect(self._soon.start)
        review.changed.connect(lambda _change: self._soon.start())
        for something in (review.current_changed, review.rows_replaced, review.search_changed):
            something.connect(self._calm.disturb)
        review.closed.connect(self._closed)

    def _opened(self) -> None:
        if self._review.is_read():
            self._review.review.count_in_background()
            self._soon.start()

    def _closed(self) -> None:
        self._soon.stop()
        self.jobs.cancel()
        self._calm.end()

    def _begin(self) -> None:
        if not self._review.is_read() or self.jobs.busy():
            return
        review, number = self._review.review, self._review.translation
        if review is not self._failed and review.wants_counting(number):
            self.jobs.begin(
                review_jobs.counting(review.counting(number), self._calm),
                partial(self._counted, review, number),
                failed=partial(self._not_counted, review),
            )

    def _counted(self, review: Review, number: int, rows: CountedRows) -> None:
        if self._review.is_read() and self._review.review is review:
            review.take_counted(number, rows)
            self._soon.start()

    def _not_counted(self, review: Review, _error: BaseException) -> None:
        # What goes wrong here goes wrong again when a row is checked, and is told then.
        self._failed = review
