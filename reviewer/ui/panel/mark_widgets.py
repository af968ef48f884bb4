"""The marks of a finding's severity and of what was decided, as small widgets."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reviewer.domain import Severity
from reviewer.ui.look import severity_marks
from reviewer.ui.look.decision_marks import Decided, paint_decision
from reviewer.wording import term

_SIDE = 16
"""Pixels."""


class SeverityMark(QWidget):
    """The mark of a severity."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Severity, bool] | None = None
        self.setFixedSize(QSize(_SIDE, _SIDE))

    def show_severity(self, severity: Severity, *, decided: bool) -> None:
        """Show another severity."""
        if self._shown != (severity, decided):
            self._shown = severity, decided
            self.setAccessibleName(term(severity))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown:
            severity, decided = self._shown
            severity_marks.paint(QPainter(self), _inside(), severity, decided=decided)


class DecisionMark(QWidget):
    """The sign of what was decided."""

    def __init__(self, decided: Decided | None = None) -> None:
        super().__init__()
        self._decided: Decided | None = None
        self.setFixedSize(QSize(_SIDE, _SIDE))
        if decided:
            self.show_decision(decided)

    def show_decision(self, decided: Decided) -> None:
        """Show another decision."""
        if self._decided != decided:
            self._decided = decided
            self.setAccessibleName(term(decided))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._decided:
            paint_decision(QPainter(self), _inside(), self._decided)


def _inside() -> QRectF:
    offset = (_SIDE - severity_marks.SIZE) / 2
    return QRectF(offset, offset, severity_marks.SIZE, severity_marks.SIZE)
