"""The lines in which words stand, searched for in turns and kept as long as they hold."""

from __future__ import annotations

import time
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from reviewer.ui.state.folded_lines import FoldedLines
from reviewer.ui.state.search import Needle
from reviewer.ui.state.shown_rows import ShownRows

_AT_ONCE = 32
"""Lines between two looks at the clock."""


class FoundLines:
    """Searches the lines that are shown, from one of them on and round the end.

    What was found for some words holds until the lines are others, and more letters of a word
    are searched for only where the first ones stand.
    """

    def __init__(self, shown: ShownRows) -> None:
        self._shown = shown
        self._texts = FoldedLines(shown)
        self._words = Needle("")
        self._among: Sequence[int] = ()
        self._first = self._done = self._begin = self._ready = 0
        self._behind: list[int] = []
        self._before: list[int] = []

    def begin(self, words: str, line: int) -> None:
        """Search for these words, from a line on; what is known of them already stays."""
        if words == self._words.search:
            return
        narrower = self.is_complete() and self._words.is_part_of(words)
        among = self._lines() if narrower else range(len(self._shown.lines()))
        self._words = Needle(words)
        self._search(among, max(line, 0))

    def search_for(self, seconds: float) -> bool:
        """Search for so long; returns whether all lines were searched."""
        end = time.perf_counter() + seconds
        total = len(self._among)
        while self._done < total:
            place = self._first + self._done
            if place < total:
                found, upto = self._behind, min(place + _AT_ONCE, total)
            else:
                place -= total
                found, upto = self._before, min(place + _AT_ONCE, self._first)
            found += self._texts.with_words(self._words, self._among[place:upto])
            self._done += upto - place
            if time.perf_counter() > end:
                break
        return self.is_complete()

    def get_ready_for(self, seconds: float) -> bool:
        """Read lines ahead for so long, before there are words; returns whether all are read."""
        end = time.perf_counter() + seconds
        total = len(self._shown.lines())
        while self._ready < total and time.perf_counter() < end:
            upto = min(self._ready + _AT_ONCE, total)
            self._texts.fold(range(self._ready, upto))
            self._ready = upto
        return self._ready >= total

    def is_complete(self) -> bool:
        """Whether all lines were searched."""
        return self._done >= len(self._among)

    def line_from(self, line: int, step: int) -> int:
        """The line to go to from here: the next (`step` 1) or the last before (-1), round the
        end; this one itself may be it with 0. -1 while it is not known, and without any."""
        if self.is_complete():
            lines = self._lines()
            if not lines:
                return -1
            place = bisect_left(lines, line + (step > 0))
            return lines[place - 1] if step < 0 else lines[place % len(lines)]
        # From where the search began up to the last line that was found all is known.
        place = bisect_left(self._behind, line + (step > 0))
        if line < self._begin or place == len(self._behind):
            return -1
        if step < 0:
            return self._behind[place - 1] if place else -1
        return self._behind[place]

    def counted(self, line: int) -> tuple[int, int]:
        """Which of all lines this one is, counted from 1, and how many they are."""
        return bisect_left(self._lines(), line) + 1, len(self._before) + len(self._behind)

    def look_again(self, lines: Iterable[int]) -> None:
        """Something else stands in these lines."""
        self._texts.forget(lines)
        if not self._words:
            return
        if not self.is_complete():
            begin = self._among[self._first] if self._first < len(self._among) else 0
            self._search(range(len(self._shown.lines())), begin)
            return
        everything = self._lines()
        for line in lines:
            place = bisect_left(everything, line)
            there = place < len(everything) and everything[place] == line
            now = bool(self._texts.with_words(self._words, (line,)))
            if now and not there:
                insort(everything, line)
            elif there and not now:
                del everything[place]
        self._before, self._behind = [], everything

    def forget(self) -> None:
        """The lines are others, or nothing is searched for any more."""
        self._texts.clear()
        self._ready = 0
        self._words = Needle("")
        self._search((), 0)

    def _search(self, among: Sequence[int], begin: int) -> None:
        self._among, self._first = among, bisect_left(among, begin)
        self._begin = begin
        self._done, self._before, self._behind = 0, [], []

    def _lines(self) -> list[int]:
        if self._before:
            self._before, self._behind = [], self._before + self._behind
        return self._behind
