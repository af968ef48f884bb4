"""The set that is open: its documents, how they stand, and which one is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reviewer.sets import DocumentTotals, ReviewSet


class OpenSet(QObject):
    """At most one set is open, and at most one of its documents. `changed` says that the documents,
    or which one is looked at, are others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._set: ReviewSet | None = None
        self.documents: Sequence[DocumentTotals] = ()
        self.here = -1
        """The number of the document that is open, or was last; -1 before the first."""

    def is_open(self) -> bool:
        """Whether there is a set."""
        return self._set is not None

    @property
    def set(self) -> ReviewSet:
        """The set; only while `is_open`."""
        assert self._set is not None
        return self._set

    def open(self, of: ReviewSet, documents: Sequence[DocumentTotals]) -> None:
        """Show a set whose documents stand so."""
        self._set, self.documents, self.here = of, tuple(documents), -1
        self.changed.emit()

    def close(self) -> None:
        """Forget the set."""
        if self._set is not None:
            self._set, self.documents, self.here = None, (), -1
            self.changed.emit()

    def number_of(self, review: Path) -> int:
        """The number of the document that a review is of; -1 where it is none of the set's."""
        paths = [one.review for one in self.documents]
        return paths.index(review) if review in paths else -1

    def look_at(self, number: int) -> None:
        """A document is open."""
        self.here = number
        self.changed.emit()

    def count_again(self) -> None:
        """Read again how the document stands that was open last and is closed."""
        from reviewer.sets.totals import document_totals

        if self._set is None or not 0 <= self.here < len(self.documents):
            return
        before = self.documents[self.here]
        now = document_totals(self._set, before.review)
        if now.known is None:
            now = replace(now, name=before.name)
        self.documents = (*self.documents[: self.here], now, *self.documents[self.here + 1 :])
        self.changed.emit()

    def following(self) -> int | None:
        """The next document in which a finding is open, around the end; None without one."""
        from reviewer.sets.totals import next_open

        return next_open(self.documents, self.here)
