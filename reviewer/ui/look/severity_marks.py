"""The mark of a severity: a shape of its own, so that colour is never the only sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from reviewer.domain import Severity
from reviewer.ui.look import theme

SIZE = 11.0
"""The side of a mark in device-independent pixels."""


def paint(painter: QPainter, box: QRectF, severity: Severity, *, decided: bool = False) -> None:
    """Draw the mark into `box`: a diamond, a triangle, a ring or a dot; hollow once decided."""
    ink = QColor(theme.colours().ink[severity])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush) if decided else QBrush(ink))
    inner = box.adjusted(1, 1, -1, -1)
    match severity:
        case "critical":
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(inner.center().x(), inner.top()),
                        QPointF(inner.right(), inner.center().y()),
                        QPointF(inner.center().x(), inner.bottom()),
                        QPointF(inner.left(), inner.center().y()),
                    ]
                )
            )
        case "major":
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(inner.center().x(), inner.top()),
                        inner.bottomRight(),
                        inner.bottomLeft(),
                    ]
                )
            )
        case "minor":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.2 if decided else 2.2))
            painter.drawEllipse(inner.adjusted(0.8, 0.8, -0.8, -0.8))
        case "info":
            painter.drawEllipse(inner.adjusted(2, 2, -2, -2))
    painter.restore()


def icon(severity: Severity, *, decided: bool = False) -> QIcon:
    """The mark as an icon for lists, buttons and menus, sharp on every screen."""
    made = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(QSize(16, 16) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        offset = (16 - SIZE) / 2
        paint(painter, QRectF(offset, offset, SIZE, SIZE), severity, decided=decided)
        painter.end()
        made.addPixmap(pixmap)
    return made
