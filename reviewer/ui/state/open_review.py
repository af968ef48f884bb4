"""The open review as the window sees it: operations go in here, announcements come out.

Widgets do not call each other: they ask the session to change the review and listen to what it
announces. All of this happens on the GUI thread, which owns the file.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.domain import ReviewerError
from reviewer.review import Counts, Review, ReviewChange, TranslationInfo
from reviewer.text.languages import display_name, is_right_to_left


class OpenReview(QObject):
    """A review and the translation that is looked at."""

    changed = Signal(object)
    switched = Signal(int)
    problem = Signal(object, str)

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = review
        place = review.place()
        known = [info.id for info in review.translations]
        self.translation = (
            place.translation_id if place and place.translation_id in known else known[0]
        )
        self._counts: dict[int, Counts] = {}
        self._stop = review.subscribe(self._announce)

    def close(self) -> None:
        """Stop listening and close the file."""
        self._stop()
        self.review.close()

    def switch(self, translation: int) -> None:
        """Look at another translation."""
        if translation != self.translation:
            self.translation = translation
            self.switched.emit(translation)

    def do(self, operation: Callable[[], ReviewChange | None], what: str) -> ReviewChange | None:
        """Carry out an operation; when it fails, tell why `what` was not done."""
        try:
            return operation()
        except (ReviewerError, ValueError) as error:
            self.problem.emit(error, what)
            return None

    def counts(self, translation: int) -> Counts:
        """The counts of a translation, counted once after every change."""
        if translation not in self._counts:
            self._counts[translation] = self.review.counts(translation)
        return self._counts[translation]

    def _announce(self, change: ReviewChange) -> None:
        if change.kind == "rules":
            self._counts.clear()
        self._counts.pop(change.translation_id, None)
        self.changed.emit(change)

    def info(self) -> TranslationInfo:
        """The current translation."""
        known = self.review.translations
        return next(info for info in known if info.id == self.translation)

    def language(self) -> str:
        """The language of the current translation."""
        return self.info().language

    def names(self) -> tuple[str, str]:
        """What the languages of the source and the current translation are called."""
        return display_name(self.review.source.language), display_name(self.language())

    def right_to_left(self) -> tuple[bool, bool]:
        """Which of the two sides runs from right to left."""
        return is_right_to_left(self.review.source.language), is_right_to_left(self.language())
