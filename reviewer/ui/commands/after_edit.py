"""What follows from an edit once the typing is over: missing sentences that the row says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from reviewer.review import Row
    from reviewer.ui.review.page import ReviewPage


class AfterEdit(QObject):
    """Remembers the row that was edited last, until it has taken something in."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._edited: tuple[int, str] | None = None
        self._owed = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.match)

    def editing_ended(self, how: str) -> None:
        """Match the edited row now, or soon when a press of the mouse has ended the editing."""
        key = self._page.editing.written_row()
        if key is not None:
            self._edited, self._owed = (self._page.session.translation, key), True
        if not self._owed:
            return
        if how == "leave":
            # The press may be the first half of a double click on a row, which must stay there.
            self._later.start(QApplication.doubleClickInterval())
        else:
            self.match()

    def before_editing(self, row: Row) -> None:
        """The next row is about to be edited: what waits would find another step in its way.

        A missing sentence that someone wants to fill in by hand stays where it is.
        """
        if self._owed and row.relation != "missing":
            self.match()

    def match(self) -> None:
        """Let the row take in what it says now, unless someone is typing or choosing.

        Done when the typing is over, and again when the new words were translated back.
        """
        self._later.stop()
        page = self._page
        if self._edited is None:
            return
        self._owed = True
        if page.editing.active():
            return
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            # A menu and a dialog speak of rows as they stood when they were opened.
            self._later.start(QApplication.doubleClickInterval())
            return
        self._owed = False
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
