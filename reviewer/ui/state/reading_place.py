"""Where the reviewer is, kept in the review."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reviewer.messages import message
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import in_words

PLACE_NOT_KEPT = message("The place in the review was not kept.")
_REST_MS = 400
"""A row is the place once it has been current for so long."""


class ReadingPlaceKeeper(QObject):
    """Writes the current row into the review when the going about rests."""

    def __init__(self, review: OpenReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._key = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.keep)
        review.current_changed.connect(self._current_changed)
        review.filter_changed.connect(self._rest.start)
        review.filter_of_all_changed.connect(self._rest.start)

    def keep(self) -> None:
        """Write the place now; needed before the review is closed."""
        self._rest.stop()
        review = self._review
        if review.is_read() and (row := review.current_row()):
            key = row.key
            review.do(
                lambda: review.review.set_place(
                    review.translation,
                    key,
                    filter=review.shown.filter.data(),
                    filter_of_all=review.filter_of_all.data(),
                ),
                in_words(PLACE_NOT_KEPT),
                by_user=False,
            )

    def _current_changed(self) -> None:
        row = self._review.current_row()
        key = row.key if row else ""
        if key and key != self._key:
            self._rest.start()
        self._key = key
