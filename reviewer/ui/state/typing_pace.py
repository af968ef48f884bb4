"""Tells a word that somebody types from single letters that are commands."""

from __future__ import annotations

LONGEST_GAP_MS = 300
"""Two letters further apart are two commands. At forty words a minute, a usual pace, letters are
about 300 ms apart; who looks at a finding before deciding needs longer."""

FEWEST_LETTERS = 3
"""Different letters that make a word. Two in a row may be meant: accept, then reviewed."""


class TypingPace:
    """Hears letters with the times, in milliseconds, at which their keys were pressed.

    A key without a time (0) comes from a program and not from a keyboard: it is never typing.
    """

    def __init__(self) -> None:
        self._letters: set[str] = set()
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
        self._letters.add(letter.casefold())
        self._word = self._word or len(self._letters) >= FEWEST_LETTERS
        return self._word

    def is_word(self) -> bool:
        """Whether the latest letters were a word."""
        return self._word

    def rest(self) -> None:
        """Another key, a click or another place: what comes next is a beginning."""
        self._letters.clear()
        self._word = False
        self._last = 0
