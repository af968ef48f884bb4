"""What can be read in the lines, made ready for searching whatever the case, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.ui.state.search import Needle
from reviewer.ui.state.shown_rows import ShownRows

_BETWEEN = "\0"
"""Stands between the texts of a line; nobody can type it."""


class FoldedLines:
    """The texts of each line in one, folded once: a letter more then looks at every line in well
    under a microsecond. A line whose folded text has another length, where `Needle` minds the
    case, is read anew each time.
    """

    def __init__(self, shown: ShownRows) -> None:
        self._shown = shown
        self._folded: dict[int, str | None] = {}

    def with_words(self, needle: Needle, lines: Iterable[int]) -> list[int]:
        """Those of the lines in which the words stand."""
        wanted = needle.folded
        if wanted is None or _BETWEEN in wanted:
            return [line for line in lines if needle.stands_in(self._shown.readable(line))]
        folded = self._folded
        return [
            line
            for line in lines
            if (
                wanted in text
                if (text := folded[line] if line in folded else self._fold(line)) is not None
                else needle.stands_in(self._shown.readable(line))
            )
        ]

    def fold(self, lines: Iterable[int]) -> None:
        """Make these lines ready."""
        for line in lines:
            if line not in self._folded:
                self._fold(line)

    def forget(self, lines: Iterable[int]) -> None:
        """Something else stands in these lines."""
        for line in lines:
            self._folded.pop(line, None)

    def clear(self) -> None:
        """The lines are others, or nothing is searched for any more."""
        self._folded.clear()

    def _fold(self, line: int) -> str | None:
        folded = self._folded[line] = _folded(self._shown.readable(line))
        return folded


def _folded(texts: Sequence[str]) -> str | None:
    text = _BETWEEN.join(texts)
    folded = text.lower()
    # Each text for itself: what one has gained another may have lost.
    if folded.isascii() or all(len(one.lower()) == len(one) for one in texts):
        return folded
    return None
