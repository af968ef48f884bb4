"""What follows from an edit once the typing is over: missing sentences that the row says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from reviewer.ui.review_page import ReviewPage


class Matching(QObject):
    """Remembers the row that was edited last, until it has taken something in."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._edited: tuple[int, str] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.match)

    def editing_ended(self, how: str) -> None:
        """Match the edited row now, or soon when a press of the mouse has ended the editing."""
        key = self._page.editing.written_row()
        if key is None:
            return
        self._edited = self._page.session.translation, key
        if how == "leave":
            # The press may be the first half of a double click on a row, which must stay there.
            self._later.start(QApplication.doubleClickInterval())
        else:
            self.match()

    def match(self) -> None:
        """Let the row take in what it says now, unless someone is typing.

        Done when the typing is over, and again when the new words were translated back.
        """
        self._later.stop()
        page = self._page
        if self._edited is None or page.editing.active():
            return
        session, (translation, key) = page.session, self._edited
        change = session.do(
            lambda: session.review.match_edited(translation, key),
            "The rows beside the changed one stand as they stood.",
        )
        if change and change.matched:
            self._edited = None
            if translation == session.translation:
                row = page.model.number_of(change.matched[0])
                page.say(f"Row {row} says the missing sentence now, and has become one with it.")
