"""Finds the marks for the ruler, in turns beside the user where a text has many."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from reviewer.ui.state.overview_marks import Mark, each_mark, marks_of
from reviewer.ui.state.shown_rows import ShownRows
from reviewer.ui.table.overview_ruler import OverviewRuler

_FIRST_TURN, _TURN = 0.001, 0.004
"""Seconds at a time; the rows are painted after the first, and a key is answered between two."""

_AT_ONCE = 32
"""Marks between two looks at the clock."""


class RulerMarks(QObject):
    """Keeps the ruler true to the lines that are shown. While the marks of new lines are being
    found it shows those of the former ones."""

    def __init__(self, ruler: OverviewRuler, shown: ShownRows) -> None:
        super().__init__(ruler)
        self._ruler, self._shown = ruler, shown
        self._coming: Iterator[Mark] | None = None
        self._found: list[Mark] = []
        self._turns = QTimer(self)
        self._turns.setSingleShot(True)
        self._turns.timeout.connect(self._go_on)

    def show_all(self) -> None:
        """All lines are others."""
        self._coming, self._found = each_mark(self._shown), []
        self._find_for(_FIRST_TURN)

    def change(self, lines: list[int]) -> None:
        """These lines look different."""
        if self._coming is not None:
            self.show_all()
        else:
            self._ruler.change_marks({line: marks_of(self._shown, line) for line in lines})

    def _go_on(self) -> None:
        self._find_for(_TURN)

    def _find_for(self, seconds: float) -> None:
        if self._coming is None:
            return
        end = time.perf_counter() + seconds
        for mark in self._coming:
            self._found.append(mark)
            if not len(self._found) % _AT_ONCE and time.perf_counter() > end:
                self._turns.start(0)
                return
        self._coming = None
        self._ruler.show_marks(self._found, len(self._shown.lines()))
