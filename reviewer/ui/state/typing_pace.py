"""Tells words that somebody types from single letters that are commands."""

from __future__ import annotations

from collections.abc import Callable, Collection

LONGEST_GAP_MS = 300
"""Two letters further apart are two commands. At forty words a minute, a usual pace, letters are
about 300 ms apart; who looks at a finding before deciding needs longer."""

FEWEST_LETTERS = 3
"""Different letters that make a word. Two in a row may be meant: accept, then reviewed."""


class TypingPace:
    """Hears letters and signs with the times, in milliseconds, at which their keys were pressed.

    A key without a time (0) comes from a program and not from a keyboard: it is never typing.
    `is_command` says whether a letter does anything, `decides` which letters decide a finding:
    there is no sense in another decision before anybody can have looked at the first.
    """

    def __init__(
        self,
        is_command: Callable[[str], bool] = lambda _letter: True,
        decides: Callable[[], Collection[str]] = frozenset,
    ) -> None:
        self._is_command = is_command
        self._decides = decides
        self._heard: list[str] = []
        self._last = 0
        self._word = False

    def begins(self, at: int) -> bool:
        """Whether a letter pressed at this time would be the first after a rest."""
        return not at or not 0 <= at - self._last <= LONGEST_GAP_MS

    def hear(self, letter: str, at: int) -> bool:
        """Whether this letter belongs to a word: all that follow without a rest do, too."""
        if self.begins(at):
            self.rest()
        self._last = at
        self._heard.append(letter.casefold())
        self._word = self._word or self._is_typing()
        return self._word

    def hear_sign(self, at: int) -> bool:
        """Whether a space, a digit or the like, pressed at this time, ends a word or goes on with
        one: no command follows a letter that fast."""
        if self.begins(at) or not self._heard:
            self.rest()
            return False
        self._last = at
        self._word = True
        return True

    def is_word(self) -> bool:
        """Whether the latest keys were those of a word."""
        return self._word

    def heard(self) -> int:
        """How many letters there were since the latest rest."""
        return len(self._heard)

    def rest(self) -> None:
        """Another key, a click or another place: what comes next is a beginning."""
        self._heard.clear()
        self._word = False
        self._last = 0

    def _is_typing(self) -> bool:
        different = set(self._heard)
        if len(self._heard) > 1 and not all(map(self._is_command, different)):
            return True
        return len(different) >= FEWEST_LETTERS or len(different & set(self._decides())) > 1
