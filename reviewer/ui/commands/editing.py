"""The command that opens the editor, and what follows when the typing is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from reviewer.ui.commands.deleted_sentences import DeletedSentences
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Fold
from reviewer.ui.state.row_words import grey_words
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.review import Row


class EditingCommands(QObject):
    """Remembers the row that was edited last, until it has taken in missing sentences that it
    says now."""

    def __init__(self, review: OpenReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.deleted = DeletedSentences(review, self)
        self._edited: tuple[int, str] | None = None
        self._owed = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.absorb_missing)

    def edit(self) -> None:
        """Open the editor on the current row; open or close a fold; go into a translation."""
        review = self._review
        if review.overview:
            self.enter_overview_cell()
            return
        line = review.current_line()
        if isinstance(line, Fold):
            review.toggle_fold(line)
        elif line is not None and line.kind == "furniture":
            review.say(grey_words(review.shown, line))
        elif line is not None:
            self.edit_row(line)

    def edit_row(self, row: Row, cursor: int | None = None) -> None:
        """Open the editor on a row, the cursor at a UTF-16 offset."""
        review = self._review
        review.editor.stop()
        if self._owed and row.relation != "missing":
            # What waits would find another step in its way. A missing sentence that someone
            # wants to fill in by hand stays where it is.
            self.absorb_missing()
        key = review.review.row_now(review.translation, row.key)
        if now := review.shown.row(key):
            review.editor.start(now, cursor=cursor)
            if review.editor.active():
                review.say(
                    tr(
                        "Enter keeps the sentence, Ctrl+Enter also goes on to the next finding, "
                        "Esc brings the former one back."
                    )
                )

    def enter_overview_cell(self) -> None:
        """Show the translation and the row of the overview's current cell."""
        if cell := self._review.overview_cell:
            translation, key = cell
            comparison = self._review.view()
            with self._review.one_change():
                self._review.pick(translation)
                self._review.go_to(key, "centre")
                self._review.came_from = comparison, translation

    def editing_ended(self, how: str) -> None:
        """Match the edited row now, or soon when a press of the mouse has ended the editing."""
        key = self._review.editor.written_row()
        if key is not None:
            self._edited, self._owed = (self._review.translation, key), True
            self.deleted.look_at(*self._edited)
        if not self._owed:
            return
        if how == "leave":
            # The press may be the first half of a double click on a row, which must stay there.
            self._later.start(QApplication.doubleClickInterval())
        else:
            self.absorb_missing()

    def complete(self) -> None:
        """End the typing that is under way, and let its row take in what it says now."""
        self._review.editor.stop()
        self.absorb_missing()

    def absorb_missing(self) -> None:
        """Let the row take in what it says now, unless someone is typing or choosing.

        Done when the typing is over, and again when the new words were translated back.
        """
        self._later.stop()
        review = self._review
        if self._edited is None or not review.is_open():
            return
        self._owed = True
        if review.editor.active():
            return
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            # A menu and a dialog speak of rows as they stood when they were opened.
            self._later.start(QApplication.doubleClickInterval())
            return
        self._owed = False
        translation, key = self._edited
        change = review.do(
            lambda: review.review.match_edited(translation, key),
            tr("The rows beside the changed one stand as they stood."),
        )
        if change and change.matched:
            self._edited = None
            if translation == review.translation:
                row = review.shown.number_of(change.matched[0])
                review.say(
                    tr(
                        "Row {row} says the missing sentence now, and has become one with it.",
                        row=row,
                    )
                )

    def forget(self) -> None:
        """The review is closed: nothing is left to be matched."""
        self._later.stop()
        self._edited, self._owed = None, False
