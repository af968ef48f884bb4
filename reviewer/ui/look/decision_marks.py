"""The signs of what was decided: each has a shape of its own, so that colour is never needed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reviewer.ui.look import theme

Decided = Literal["accepted", "dismissed", "fixed"]


def paint_decision(painter: QPainter, box: QRectF, decided: Decided) -> None:
    """Draw into `box`: a flag for an error that stays in the report, a cross for none, a tick on
    a line for one that was put right."""
    colours = theme.colours()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(1, 1, -1, -1)
    match decided:
        case "accepted":
            ink = QColor(colours.text)
            painter.setPen(_pen(ink))
            pole = QPointF(1.5, 0)
            painter.drawLine(inner.topLeft() + pole, inner.bottomLeft() + pole)
            painter.setBrush(ink)
            painter.drawPolygon(
                QPolygonF(
                    [
                        inner.topLeft() + QPointF(1.5, 0.5),
                        inner.topRight() + QPointF(0, inner.height() * 0.3),
                        inner.topLeft() + QPointF(1.5, inner.height() * 0.6),
                    ]
                )
            )
        case "dismissed":
            painter.setPen(_pen(QColor(colours.quiet)))
            part = inner.adjusted(1, 1, -1, -1)
            painter.drawLine(part.topLeft(), part.bottomRight())
            painter.drawLine(part.topRight(), part.bottomLeft())
        case "fixed":
            painter.setPen(_pen(QColor(colours.decided)))
            _tick(painter, inner.adjusted(0, 0, 0, -2.5))
            painter.drawLine(inner.bottomLeft(), inner.bottomRight())
    painter.restore()


def paint_reviewed(painter: QPainter, box: QRectF) -> None:
    """Draw a tick in a filled circle: this sentence is reviewed."""
    colours = theme.colours()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.decided))
    painter.drawEllipse(box)
    painter.setPen(QPen(QColor(colours.base), 1.4))
    side = box.width() * 0.27
    _tick(painter, box.adjusted(side, side, -side, -side))
    painter.restore()


def _pen(ink: QColor) -> QPen:
    pen = QPen(ink, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _tick(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(box.left(), box.center().y()),
                QPointF(box.left() + box.width() * 0.4, box.bottom()),
                QPointF(box.right(), box.top()),
            ]
        )
    )
