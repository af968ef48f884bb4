"""Regular expressions of the user, which cannot freeze the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from reviewer.domain import ReviewerError, Span
from reviewer.messages import message

Result = TypeVar("Result")

_SECONDS = 0.05
_MOST_TIMEOUTS = 3
"""A pattern that took so long in so many texts is given up: the others would not be quicker."""


class PatternError(ReviewerError):
    """What was typed is no regular expression, asks for a group that there is not, or takes too
    long."""


class TimedPattern:
    """Finds and replaces words or a regular expression, for a moment in each text.

    `words` are a regular expression with `regular`, plain text without. A matching that can take
    time that doubles with every letter is ended (`regex` looks at the clock as it goes).
    Raises PatternError.
    """

    def __init__(self, words: str, *, same_case: bool, whole_words: bool, regular: bool) -> None:
        # Imported here: most who load a check have no pattern of their own.
        import regex

        expression = words if regular else regex.escape(words, special_only=True)
        if whole_words:
            expression = rf"(?<!\w)(?:{expression})(?!\w)"
        try:
            self._pattern = regex.compile(expression, 0 if same_case else regex.IGNORECASE)
        except (regex.error, OverflowError, RecursionError) as error:
            raise PatternError(
                message("This is no regular expression: {why}.", why=error)
            ) from error
        self._timeouts = 0

    def spans(self, text: str) -> list[Span]:
        """Where it stands in `text`; nothing empty."""
        return self._timed(
            lambda: [
                Span(*match.span())
                for match in self._pattern.finditer(text, timeout=_SECONDS)
                if match[0]
            ]
        )

    def stands_in(self, text: str) -> bool:
        """Whether it stands anywhere in `text`, even as nothing."""
        return self._timed(lambda: self._pattern.search(text, timeout=_SECONDS) is not None)

    def replaced(self, text: str, by: str, *, regular: bool) -> tuple[str, int]:
        """`text` with `by` in its place, and how many places there were.

        With `regular`, `by` names groups of the pattern (`\\1`).
        """
        import regex

        places = 0

        def put(match: Any) -> str:
            nonlocal places
            if not match[0]:
                return ""
            places += 1
            return match.expand(by) if regular else by

        try:
            after = self._timed(lambda: self._pattern.sub(put, text, timeout=_SECONDS))
        except (regex.error, IndexError) as error:
            raise PatternError(
                message("This is no regular expression: {why}.", why=error)
            ) from error
        return after, places

    def _timed(self, work: Callable[[], Result]) -> Result:
        if self._timeouts < _MOST_TIMEOUTS:
            try:
                return work()
            except TimeoutError:
                self._timeouts += 1
        raise PatternError(message("This expression takes too long. Make it simpler."))
