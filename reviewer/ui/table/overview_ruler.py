"""The ruler beside the scroll bar: where in the whole text something was found or done."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer.ui.look import theme
from reviewer.ui.state.overview_marks import KINDS, Mark, MarkKind, counts_in_words, nearest
from reviewer.wording import tr

_WIDTH = 16
_LEAST = 3.0
_REACH = 4.0
"""Pixels beside a mark in which a click still means it."""


class OverviewRuler(QWidget):
    """Severities differ by length and place, not only by colour: the graver, the longer.

    Drawn once after a change of its size, and kept as a picture, in which only the marks that
    change are drawn anew: the current line is drawn over it. `line_wanted` brings the number of
    the line that was clicked.
    """

    line_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of_line: dict[int, Sequence[Mark]] = {}
        self._many: Counter[MarkKind] = Counter()
        self._lines = 0
        self._current = -1
        self._picture: QPixmap | None = None
        self.drawn = 0
        """How often something was drawn into the picture."""
        self.setFixedWidth(_WIDTH)
        self.setToolTip(tr("Findings, decisions and edits in the whole text. A click goes there."))
        self.show_marks((), 0)

    def show_marks(self, marks: Sequence[Mark], lines: int) -> None:
        """Show these marks of so many lines."""
        of_line: dict[int, list[Mark]] = {}
        for mark in marks:
            of_line.setdefault(mark.line, []).append(mark)
        if (of_line, lines) == (self._of_line, self._lines):
            return
        self._of_line, self._lines = dict(of_line), lines
        self._many = Counter(mark.kind for mark in marks)
        self._describe()
        self.redraw()

    def change_marks(self, changes: Mapping[int, Sequence[Mark]]) -> None:
        """Some lines have these marks now and no others."""
        changed = []
        for line, marks in changes.items():
            before = self._of_line.pop(line, ())
            if marks:
                self._of_line[line] = marks
            if list(before) != list(marks):
                self._many.subtract(mark.kind for mark in before)
                self._many.update(mark.kind for mark in marks)
                changed.append(line)
        if not changed:
            return
        self._describe()
        if self._picture is not None:
            self._draw_again(self._picture, changed)
        self.update()

    def show_current(self, line: int) -> None:
        """Show where the current line is."""
        if line != self._current:
            self._current = line
            self.update()

    def redraw(self) -> None:
        """Colours or marks have changed."""
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if 0 <= self._current < self._lines:
            painter.setPen(QPen(QColor(theme.colours().accent), 1))
            box = self._box(self._current).adjusted(0, -1.5, 0, 1.5)
            painter.drawRect(QRectF(0.5, box.top(), _WIDTH - 1, box.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._lines:
            return
        place = event.position().y() * self._lines / max(self.height(), 1) - 0.5
        marks = (mark for marks in self._of_line.values() for mark in marks)
        meant = nearest(marks, place, _REACH * self._lines / max(self.height(), 1))
        line = meant.line if meant else round(place)
        self.line_wanted.emit(min(max(line, 0), self._lines - 1))

    def _box(self, line: int) -> QRectF:
        step = self.height() / max(self._lines, 1)
        height = max(min(step, 6.0), _LEAST)
        return QRectF(0, (line + 0.5) * step - height / 2, _WIDTH, height)

    def _describe(self) -> None:
        self.setAccessibleName(tr("Overview of the rows"))
        self.setAccessibleDescription(counts_in_words(self._many))

    def _draw(self) -> QPixmap:
        self.drawn += 1
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(theme.colours().window))
        painter = QPainter(picture)
        self._paint_marks(painter, self._of_line.values())
        painter.end()
        return picture

    def _draw_again(self, picture: QPixmap, lines: Sequence[int]) -> None:
        """Draw the stretches around some lines anew."""
        self.drawn += 1
        ground = QColor(theme.colours().window)
        # As many lines as a mark of the least height covers, and one pixel more.
        around = math.ceil(self._lines * (_LEAST + 4) / max(self.height(), 1)) + 2
        painter = QPainter(picture)
        for line in lines:
            box = self._box(line).toAlignedRect().adjusted(0, -1, 0, 1)
            painter.setClipRect(box)
            painter.fillRect(box, ground)
            near = range(line - around, line + around + 1)
            self._paint_marks(painter, (self._of_line.get(one, ()) for one in near))
        painter.end()

    def _paint_marks(self, painter: QPainter, marks: Iterable[Sequence[Mark]]) -> None:
        colours = theme.colours()
        painter.setPen(Qt.PenStyle.NoPen)
        # Of marks of one kind in one place, to half a pixel, one is drawn.
        step = 2 * self.height() / max(self._lines, 1)
        places: dict[MarkKind, set[int]] = {}
        for of_line in marks:
            for line, kind in of_line:
                places.setdefault(kind, set()).add(round((line + 0.5) * step))
        height = self._box(0).height()
        # The gravest last, so that it is the one seen.
        for kind in reversed(KINDS):
            left, width = _EXTENT[kind]
            ink = _ink(kind, colours)
            for first, last in _runs(sorted(places.get(kind, ())), 2 * height):
                top = first / 2 - height / 2
                painter.fillRect(QRectF(left, top, width, (last - first) / 2 + height), ink)


def _runs(places: Sequence[int], reach: float) -> Iterator[tuple[int, int]]:
    """The first and the last of places in a row that are not farther apart than `reach`."""
    begin = 0
    for number, place in enumerate(places):
        if number + 1 == len(places) or places[number + 1] - place > reach:
            yield places[begin], place
            begin = number + 1


_EXTENT: dict[MarkKind, tuple[int, int]] = {
    "critical": (4, 12),
    "major": (4, 9),
    "minor": (4, 6),
    "info": (4, 4),
    "decided": (4, 3),
    "edited": (0, 3),
    "bookmark": (0, 16),
}


def _ink(kind: MarkKind, colours: theme.Colours) -> QColor:
    if kind == "decided":
        return QColor(colours.quiet)
    if kind == "edited" or kind == "bookmark":
        return QColor(colours.accent)
    return QColor(colours.ink[kind])
