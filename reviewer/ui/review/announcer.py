"""What a screen reader is told when another finding or row is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.ui.look.say_aloud import say_aloud
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import in_words, term, tr


class Announcer(QObject):
    """Speaks for `widget`. Nothing is sent while no assistive program listens."""

    def __init__(self, review: OpenReview, widget: QWidget) -> None:
        super().__init__(widget)
        self._review, self._widget = review, widget
        self._told = ("", "", "")
        review.current_changed.connect(self._look)
        review.said.connect(self.tell)

    def _look(self) -> None:
        review = self._review
        item, row = review.current_finding(), review.current_row()
        state = item.state if item else ""
        now = (row.key if row else "", item.fingerprint if item else "", state)
        if item is None or row is None or now == self._told:
            self._told = now
            return
        self._told = now
        number = review.shown.number_of(row.key) or 0
        words = [tr("Row {number}", number=str(number)), term(item.finding.severity)]
        words += [term(item.state)] if item.state != "open" else []
        self.tell(f"{', '.join(words)}: {in_words(item.finding.message)}")

    def tell(self, words: str) -> None:
        """Say words."""
        say_aloud(self._widget, words)
