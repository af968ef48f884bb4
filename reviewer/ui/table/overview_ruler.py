"""The ruler beside the scroll bar: where in the whole text something was found or done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer.ui.look import theme
from reviewer.ui.state.overview_marks import KINDS, Mark, MarkKind, marks_in_words, nearest
from reviewer.wording import tr

_WIDTH = 16
_LEAST = 3.0
_REACH = 4.0
"""Pixels beside a mark in which a click still means it."""


class OverviewRuler(QWidget):
    """Severities differ by length and place, not only by colour: the graver, the longer.

    Drawn once after a change of the marks or of its size, and kept as a picture: the current
    line is drawn over it. `line_wanted` brings the number of the line that was clicked.
    """

    line_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: Sequence[Mark] = ()
        self._lines = 0
        self._current = -1
        self._picture: QPixmap | None = None
        self.drawn = 0
        """How often the picture was made."""
        self.setFixedWidth(_WIDTH)
        self.setToolTip(tr("Findings, decisions and edits in the whole text. A click goes there."))
        self.show_marks((), 0)

    def show_marks(self, marks: Sequence[Mark], lines: int) -> None:
        """Show these marks of so many lines."""
        if (marks, lines) == (self._marks, self._lines):
            return
        self._marks, self._lines = marks, lines
        self.setAccessibleName(tr("Overview of the rows"))
        self.setAccessibleDescription(marks_in_words(marks))
        self.redraw()

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
        meant = nearest(self._marks, place, _REACH * self._lines / max(self.height(), 1))
        line = meant.line if meant else round(place)
        self.line_wanted.emit(min(max(line, 0), self._lines - 1))

    def _box(self, line: int) -> QRectF:
        step = self.height() / max(self._lines, 1)
        height = max(min(step, 6.0), _LEAST)
        return QRectF(0, (line + 0.5) * step - height / 2, _WIDTH, height)

    def _draw(self) -> QPixmap:
        self.drawn += 1
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        colours = theme.colours()
        picture.fill(QColor(colours.window))
        painter = QPainter(picture)
        painter.setPen(Qt.PenStyle.NoPen)
        # The gravest last, so that it is the one seen.
        for mark in sorted(self._marks, key=lambda mark: -KINDS.index(mark.kind)):
            left, width = _EXTENT[mark.kind]
            box = self._box(mark.line)
            painter.fillRect(QRectF(left, box.top(), width, box.height()), _ink(mark.kind, colours))
        painter.end()
        return picture


_EXTENT: dict[MarkKind, tuple[int, int]] = {
    "critical": (4, 12),
    "major": (4, 9),
    "minor": (4, 6),
    "info": (4, 4),
    "decided": (4, 3),
    "edited": (0, 3),
}


def _ink(kind: MarkKind, colours: theme.Colours) -> QColor:
    if kind == "decided":
        return QColor(colours.quiet)
    if kind == "edited":
        return QColor(colours.accent)
    return QColor(colours.ink[kind])
