"""How high the rows of a table are, of which there may be thousands.

Heights are estimated first, made exact for what is on screen before it is painted, and for the
rest in short turns while nothing else happens; the row at the top stays where it is meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QObject, QSignalBlocker, QTimer
from PySide6.QtWidgets import QTableView

from reviewer.ui.table.cell_model import CellModel, cell_model
from reviewer.ui.table.row_delegate import PAD_X, RowDelegate

_TURN = 0.006
"""Seconds of one turn."""
_REST_MS = 250
"""So long after the last key or wheel nothing out of sight is measured: a turn in the middle of a
key would make it wait, and the scroll bar be painted once more."""
_SAMPLE = 60
"""Rows from which the height of the others is estimated."""


class RowHeights(QObject):
    """The heights of the rows of `view`, whose texts `delegate` lays out.

    `least_height` gives the height that an open editor asks for in a line; `staying` says that the
    scroll bar moves while the lines stay where they are, so that there is nothing to scroll.
    """

    def __init__(self, view: QTableView, delegate: RowDelegate) -> None:
        super().__init__(view)
        self.least_height: Callable[[int], int] = lambda _number: 0
        self.staying = False
        self._view = view
        self._delegate = delegate
        self._exact: set[int] = set()
        self._measures = True
        self._next = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._work_on)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(view.updateGeometries)

    def wait(self) -> None:
        """Something happens: the rest comes later."""
        if self._rest.isActive():
            self._rest.start(_REST_MS)

    def _cells(self) -> CellModel:
        return cell_model(self._view.model())

    def measure(self, *, on: bool) -> None:
        """Whether the heights of lines out of sight are made exact while nothing else happens."""
        self._measures = on
        if on:
            self._rest.start(_REST_MS)

    def remeasure(self, number: int) -> None:
        """Give a line the height that it needs now."""
        self._exact.discard(number)
        self.make_exact([number])

    def unmeasured(self) -> int:
        """How many lines still have an estimated height."""
        return (self._view.model().rowCount() if self._view.model() else 0) - len(self._exact)

    def _widths(self) -> dict[int, int]:
        return {column: self._view.columnWidth(column) for column in self._cells().text_columns}

    def estimate(self) -> None:
        """Give every line the height that a few of them have on average."""
        model = self._view.model()
        if model is None:
            return
        self._exact.clear()
        self._next = 0
        total = model.rowCount()
        if total:
            top = max(self._view.rowAt(0), 0)
            step = max(1, total // _SAMPLE)
            numbers = range(0, total, step)[:_SAMPLE]
            self._cells().prepare(numbers)
            sample = self._guesses(numbers)
            header = self._view.verticalHeader()
            with QSignalBlocker(header):
                header.setDefaultSectionSize(round(sum(sample) / len(sample)))
            self._follow()
            if top:
                self._view.verticalScrollBar().setValue(header.sectionPosition(top))
        self._rest.start(_REST_MS)

    def _guesses(self, numbers: Iterable[int]) -> list[int]:
        """About how high some lines are, by the number of their letters."""
        metrics, cells = self._delegate.metrics(), self._cells()
        spacing = metrics.lineSpacing()
        per_line = {
            column: max((width - 2 * PAD_X) / metrics.averageCharWidth(), 1)
            for column, width in self._widths().items()
        }
        return [
            round(
                max(cells.letters(number, column) // room + 1 for column, room in per_line.items())
                * spacing
            )
            + 2 * self._delegate.pad_y
            for number in numbers
        ]

    def changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """The lines between two cells are others now. The view paints them; what lies below is
        painted as well only where one of them needs another height."""
        self._exact.difference_update(range(first.row(), last.row() + 1))
        self._next = min(self._next, first.row())
        self._rest.start(_REST_MS)
        self.in_sight()

    def in_sight(self, *, all_painted: bool = False) -> range:
        """The lines on screen; their heights are exact afterwards. `all_painted` says that all of
        the view is painted next in any case."""
        model = self._view.model()
        if model is None or not model.rowCount():
            return range(0)
        first = max(self._view.rowAt(0), 0)
        position = self._view.rowViewportPosition(first)
        bottom, last, changed = self._view.viewport().height(), first, False
        # Estimates may be too high: go by what the exact heights will be.
        widths = self._widths()
        while last < model.rowCount() and position < bottom:
            changed = (last not in self._exact and self._set_exact(last, widths)) or changed
            position += self._view.rowHeight(last)
            last += 1
        if changed:
            self._follow(all_painted=all_painted)
        return range(first, last)

    def make_exact(self, numbers: Iterable[int]) -> None:
        """Give lines the height that they need, if they have not got it yet."""
        total = self._view.model().rowCount() if self._view.model() else 0
        widths = self._widths() if total else {}
        wanted = [one for one in numbers if 0 <= one < total and one not in self._exact]
        changed = [self._set_exact(number, widths) for number in wanted]
        if any(changed):
            self._follow()

    def _follow(self, *, all_painted: bool = False) -> None:
        """Heights have changed. Qt would paint all below the first of them once more, after all of
        it has been painted as well."""
        self._soon.start(0)
        if not all_painted:
            self._view.viewport().update()

    def make_exact_around(self, number: int, *, centre: bool = False) -> None:
        """Make exact what may be on screen together with a line, or `centre` says that it is in
        the middle."""
        total = self._view.model().rowCount() if self._view.model() else 0
        height = self._view.viewport().height()
        for step in (1, -1):
            line, room = number, height // 2 if centre else height
            while 0 <= line < total and room > 0:
                self.make_exact([line])
                room -= self._view.rowHeight(line)
                line += step

    def _set_exact(self, number: int, widths: dict[int, int], *, keep: bool = True) -> bool:
        """Give a line the height that it needs, without a word to the view; returns whether it
        had another. `keep` says that the line is painted soon."""
        self._exact.add(number)
        needed = self._delegate.row_height(self._cells(), number, widths, keep=keep)
        needed = max(needed, self.least_height(number))
        if needed == self._view.rowHeight(number):
            return False
        with QSignalBlocker(self._view.verticalHeader()):
            self._view.setRowHeight(number, needed)
        return True

    def _work_on(self) -> None:
        """Make some more heights exact, and come back for the rest."""
        model = self._view.model()
        total = model.rowCount() if model else 0
        if (
            not total
            or not self._view.isVisible()
            or len(self._exact) >= total
            or not self._measures
        ):
            return
        top = max(self._view.rowAt(0), 0)
        offset = self._view.rowViewportPosition(top)
        bottom = self._view.rowAt(self._view.viewport().height() - 1)
        in_sight = range(top, bottom + 1 if bottom >= 0 else total)
        widths, seen = self._widths(), False
        header = self._view.verticalHeader()
        started = time.perf_counter()
        while self._next < total and time.perf_counter() - started < _TURN:
            if self._next not in self._exact:
                self._set_exact(self._next, widths, keep=False)
                seen = seen or self._next in in_sight
            self._next += 1
        at = header.offset()
        self._view.updateGeometries()
        if seen or header.offset() != at:
            self._view.viewport().update()
        self._stay_at(header.sectionPosition(top) - offset)
        if self._next < total:
            self._rest.start(0)

    def _stay_at(self, offset: int) -> None:
        """The same lines are at another distance from the first one now: nothing is painted."""
        bar = self._view.verticalScrollBar()
        self.staying = True
        bar.setValue(offset)
        self.staying = False
        self._view.verticalHeader().setOffset(bar.value())
        self._view.updateEditorGeometries()
