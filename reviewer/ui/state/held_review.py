"""The review that is open, or is still being read, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer.domain import ReviewerError
from reviewer.messages import Message
from reviewer.text.languages import is_right_to_left
from reviewer.ui.state import ending
from reviewer.ui.state.review_signals import ReviewSignals
from reviewer.wording import language_title, tr

if TYPE_CHECKING:
    from reviewer.review import (
        Counts,
        Glance,
        Review,
        SettledFinding,
        TranslationInfo,
    )


class ReviewGone(ReviewerError):
    """The review that something was to be done with could not be read, and it has been said why; or
    it was closed because the program is being ended."""


class HeldReview(ReviewSignals):
    """At most one review is held: `_review`, or `_glance` while it is being read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.translation = 0
        self.wait: Callable[[], None] = lambda: None
        """Returns when the review that is only glanced at has been read, or could not be."""
        self.keep_first: Callable[[], bool] = lambda: False
        """Asks where to keep the copy that is shown of a review that cannot be written, and goes
        on there; whether it was kept."""
        self.next_document: Callable[[], str] = lambda: ""
        """What the next document of a set is called in which a finding is open; "" without one."""
        self._review: Review | None = None
        self._glance: Glance | None = None

    @property
    def review(self) -> Review:
        """The open review; there must be one. While it is still being read this waits for it.

        Raises ReviewGone when it could not be read.
        """
        if self._review is None and self._glance is not None:
            self.wait()
            if self._review is None:
                raise ReviewGone(tr("The review could not be read."))
        if self._review is None and ending.is_told():
            # A question was on the screen when the windows were closed; what goes on after it is
            # for nobody.
            raise ReviewGone(tr("The review was closed."))
        assert self._review is not None, "no review is open"
        return self._review

    def have_all(self) -> None:
        """Wait for a review that is being read: what is asked next concerns all of its texts."""
        if self.is_open():
            assert self.review

    @property
    def look(self) -> Review | Glance:
        """What shows the open review, also while it is still being read."""
        look = self._review or self._glance
        assert look is not None, "no review is open"
        return look

    def is_open(self) -> bool:
        """Whether a review is open, be it that it is still being read."""
        return self._review is not None or self._glance is not None

    def is_read(self) -> bool:
        """Whether the open review can be worked in."""
        return self._review is not None

    def path(self) -> Path:
        """The file of the open review, as its user knows it."""
        return (self._review and self._review.copy_of) or self.look.path

    def is_copy(self) -> bool:
        """Whether a copy is shown, which is kept nowhere, of a file that cannot be written."""
        return self._review is not None and self._review.copy_of is not None

    def may_change(self) -> bool:
        """Whether something may be changed; where a copy is shown it is asked where to keep it."""
        return not self.is_copy() or self.keep_first()

    def is_showing(self, review: Review) -> bool:
        """Whether it is this review that is open."""
        return self._review is review

    def counts(self, translation: int) -> Counts:
        """The counts of a translation."""
        return self.look.counts(translation)

    def fixed(self, translation: int) -> Mapping[str, Sequence[SettledFinding]]:
        """The findings of a translation that are settled, by row: fixed by an edit, most of them.

        The key is "" for those whose sentences are in no row any more.
        """
        return self.look.settled_by_row(translation)

    def fixed_count(self, translation: int) -> int:
        """How many they are."""
        return self.look.settled_count(translation)

    def warnings(self) -> tuple[Message, ...]:
        """What has to be known of how the texts were read."""
        return self.look.warnings(self.translation)

    def info(self) -> TranslationInfo:
        """The current translation."""
        known = self.look.translations
        return next(info for info in known if info.id == self.translation)

    def language(self) -> str:
        """The language of the current translation."""
        return self.info().language

    def names(self) -> tuple[str, str]:
        """What the languages of the source and the current translation are called."""
        return language_title(self.look.source.language), language_title(self.language())

    def right_to_left(self) -> tuple[bool, bool]:
        """Which of the two sides runs from right to left."""
        return is_right_to_left(self.look.source.language), is_right_to_left(self.language())
