"""Letters typed in a row without an editor: what they did as commands is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.typing_pace import TypingPace
from reviewer.wording import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.review import UndoStep

_ROW_KEYS = "jk"
"""Letters that the rows have beside those of the commands."""

_DECIDE = ("accept", "dismiss", "dismiss_only_here", "apply_fix")
_DECIDING = frozenset((*_DECIDE, *(f"{name}_and_go_on" for name in _DECIDE)))

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
    what the first ones did is taken back. `actions` are the commands that hear letters."""

    def __init__(self, review: OpenReview, actions: Callable[[], Sequence[QAction]]) -> None:
        self._review = review
        self._actions = actions
        self._pace = TypingPace(self._is_command, self._deciding_letters)
        self._before: _Before | None = None
        self.time_of = QKeyEvent.timestamp
        """Milliseconds at which a key was pressed; 0 for a key that no keyboard sent."""

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key, before it becomes a command, is a letter of a word."""
        review, letter, at = self._review, event.text(), self.time_of(event)
        if event.isAutoRepeat() or not review.is_open():
            return False
        plain, was_word = event.modifiers() in _MODIFIERS, self._pace.is_word()
        if plain and letter.isalpha():
            if self._pace.begins(at):
                self._before = self._now() if review.is_read() else None
            is_word = self._pace.hear(letter, at)
        elif plain and letter and letter.isprintable() and not self._is_sign(letter):
            is_word = self._pace.hear_sign(at)
        else:
            if letter or not plain:
                self._pace.rest()
            return False
        if is_word and not was_word:
            self._take_back()
        return is_word

    def typing(self) -> bool:
        """Whether the latest key was a letter of a word."""
        return self._pace.is_word()

    def _letters_of(self, action: QAction) -> set[str]:
        texts = (
            key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts()
        )
        return {text.removeprefix("Shift+").casefold() for text in texts}

    def _is_command(self, letter: str) -> bool:
        """Whether a letter does anything; those of other alphabets may stand on a command's key."""
        known = _ROW_KEYS, *map(self._letters_of, self._actions())
        return not letter.isascii() or any(letter in each for each in known)

    def _is_sign(self, sign: str) -> bool:
        """Whether a sign that is no letter is a command."""
        return any(sign in self._letters_of(action) for action in self._actions())

    def _deciding_letters(self) -> set[str]:
        found = (a for a in self._actions() if a.objectName() in _DECIDING)
        return set().union(*map(self._letters_of, found))

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
            for _ in range(self._pace.heard()):
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
