"""Comments written in the panel: from the key to the review."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from reviewer.ui.panel.comment_box import CommentBox
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


@dataclass(frozen=True)
class _About:
    """A finding of a row, or with "" the row as a whole."""

    translation: int
    row_key: str
    fingerprint: str


class Commenting(QObject):
    """Opens the box when a comment is wanted, and hands what is written to the review.

    Another row, another translation or the end of the review keep what is being written.
    """

    def __init__(self, review: OpenReview, box: CommentBox, parent: QObject) -> None:
        super().__init__(parent)
        self._review, self._box = review, box
        self._about: _About | None = None
        self._dropped: tuple[_About, str] | None = None
        review.comment_wanted.connect(self._ask)
        review.current_changed.connect(self._look)
        review.closing.connect(self._end)
        box.kept.connect(self._keep)
        box.dropped.connect(self._drop)
        box.named.connect(review.sign)

    def _ask(self, fingerprint: str) -> None:
        self._finish()
        review, row = self._review, self._review.current_row()
        if row is None:
            return
        number = review.shown.number_of(row.key)
        item = next((one for one in row.findings if one.fingerprint == fingerprint), None)
        self._about = _About(review.translation, row.key, fingerprint if item else "")
        place, typed = self._dropped or (None, "")
        self._box.ask(
            tr("Comment on the finding")
            if item
            else tr("Remark on row {number}", number=number or 0),
            item.comment if item else row.comment,
            typed=typed if place == self._about else "",
            name_wanted=not review.author,
        )

    def _look(self) -> None:
        """The comment belongs to the row that it was begun on."""
        row = self._review.current_row()
        if self._about and (
            self._review.translation,
            row.key if row else "",
        ) != (self._about.translation, self._about.row_key):
            self._finish()

    def _end(self) -> None:
        self._finish()
        self._dropped = None

    def _finish(self) -> None:
        self._box.keep(stay_away=True)

    def _drop(self, words: str) -> None:
        """Esc is pressed by mistake, too: what was typed comes back when it is wanted."""
        if self._about is None:
            return
        self._dropped = self._about, words
        self._review.say(
            tr("What you typed was not kept. Begin the comment again to go on with it.")
        )

    def _keep(self, words: str) -> None:
        about, review = self._about, self._review
        if about is None or not review.is_open():
            return
        self._about = self._dropped = None
        if about.fingerprint:
            change = review.do(
                lambda: review.review.decide(
                    about.translation, about.row_key, about.fingerprint, "comment", words
                ),
                tr("The comment was not kept. Begin it again to go on with what you typed."),
            )
        else:
            change = review.do(
                lambda: review.review.comment(about.translation, about.row_key, words),
                tr("The remark was not kept. Begin it again to go on with what you typed."),
            )
        if change is None:
            # Set now, since the review may have been closed meanwhile for a copy of it.
            self._dropped = about, words
