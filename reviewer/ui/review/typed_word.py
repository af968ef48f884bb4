"""Letters typed in a row without an editor: what they did as commands is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.typing_pace import FEWEST_LETTERS, TypingPace
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.review import UndoStep

_MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


@dataclass(frozen=True)
class _Before:
    """How things stood when the first letter came."""

    translation: int
    row_key: str
    finding: str
    step: UndoStep | None
    bookmarks: frozenset[str]


class TypedWord:
    """A letter acts at once. When others follow at the pace of typing, they are no commands, and
    what the first ones did is taken back."""

    def __init__(self, review: OpenReview) -> None:
        self._review = review
        self._pace = TypingPace()
        self._before: _Before | None = None
        self.time_of = QKeyEvent.timestamp
        """Milliseconds at which a key was pressed; 0 for a key that no keyboard sent."""

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key, before it becomes a command, is a letter of a word."""
        review, letter, at = self._review, event.text(), self.time_of(event)
        if event.isAutoRepeat() or not review.is_open():
            return False
        if event.modifiers() not in _MODIFIERS or not letter.isalpha():
            if letter or event.modifiers() not in _MODIFIERS:
                self._pace.rest()
            return False
        if self._pace.begins(at):
            self._before = self._now() if review.is_read() else None
        was_word = self._pace.is_word()
        is_word = self._pace.hear(letter, at)
        if is_word and not was_word:
            self._take_back()
        return is_word

    def typing(self) -> bool:
        """Whether the latest key was a letter of a word."""
        return self._pace.is_word()

    def _now(self) -> _Before:
        review = self._review
        row = review.current_row()
        return _Before(
            review.translation,
            row.key if row else "",
            review.finding(),
            review.review.undo_step,
            review.shown.bookmarks,
        )

    def _take_back(self) -> None:
        review, before = self._review, self._before
        self._before = None
        if before is None:
            return
        with review.one_change():
            for _ in range(FEWEST_LETTERS):
                if review.review.undo_step == before.step:
                    break
                review.do(review.review.undo, tr("That was not possible."))
            if review.view() != before.translation and before.row_key:
                review.pick(before.translation)
            if before.row_key:
                review.go_to(review.review.row_now(before.translation, before.row_key))
                review.set_finding(before.finding)
            for key in review.shown.bookmarks ^ before.bookmarks:
                review.switch_bookmark(key)
        review.say(
            tr(
                "That looked like typing, so nothing was decided. Enter begins to change the "
                "sentence; single letters are commands."
            )
        )
