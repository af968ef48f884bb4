"""The two narrow columns: the row's number with its mark, and the link between the sides."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.review import Row
from reviewer.ui.look import severity_marks, theme
from reviewer.ui.look.decision_marks import Decided, paint_decision, paint_reviewed
from reviewer.ui.state.page_room import ROOMY
from reviewer.ui.table.cell_model import Index
from reviewer.ui.table.cells import decided, open_findings, worst
from reviewer.ui.table.painting_errors import painted, saved
from reviewer.ui.table.row_delegate import paint_ground
from reviewer.ui.table.table_model import TableModel

NUMBER_WIDTH = 70
LINK_WIDTH = 26


class NumberDelegate(QStyledItemDelegate):
    """The number of the row, the mark of its gravest open finding or of what was decided, whether
    it has a remark, and whether it is reviewed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.font = QFont()
        self.pad_y = ROOMY.pad_y

    @painted
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, box, state = theme.colours(), option.rect, option.state
        paint_ground(painter, state, box, colours)
        model = cast("TableModel", index.model())
        row = model.row_at(index.row())
        if state & QStyle.StateFlag.State_Selected:
            edge = QRect(box.left(), box.top(), 3, box.height() - 1)
            painter.fillRect(_mirrored(option, edge), QColor(colours.accent))
        if row is None:
            return
        if row.key in model.shown.bookmarks:
            _paint_ribbon(painter, box, colours.accent)
        with saved(painter):
            painter.setFont(self.font)
            line = painter.fontMetrics().height()
            if number := model.number_of(row.key):
                painter.setPen(QColor(colours.quiet))
                room = QRect(box.left(), box.top() + self.pad_y, box.width() - 20, line)
                # The painter turns the alignment round by itself.
                painter.drawText(
                    _mirrored(option, room),
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                    str(number),
                )
            side = round(severity_marks.SIZE)
            top = box.top() + self.pad_y + (line - side) // 2
            place = QRectF(_mirrored(option, QRect(box.left() + 9, top, side, side)))
            waiting = open_findings(row)
            if gravest := worst(waiting):
                severity_marks.paint(painter, place, gravest)
            elif done := _decided(model, row):
                paint_decision(painter, place, done)
            if row.reviewed:
                tick = QRect(box.right() - side - 4, top, side, side)
                paint_reviewed(painter, QRectF(_mirrored(option, tick)))
            if row.comment or any(item.comment for item in row.findings):
                bubble = comment_place(place, option.rect, option.direction)
                _paint_bubble(painter, bubble, colours.quiet)


def comment_place(
    mark: QRectF, cell: QRect, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> QRectF:
    """Where the sign of a comment stands: below the mark of the row, which it does not cover, and
    where the row is too low for that, beside it."""
    room = cell.bottom() - mark.bottom() - 1
    if room < mark.height() - 3:
        step = mark.width() + 2
        return mark.translated(step if direction == Qt.LayoutDirection.LeftToRight else -step, 0)
    return mark.translated(0, min(mark.height() + 3, room))


def _mirrored(option: QStyleOptionViewItem, place: QRect) -> QRect:
    """The place in a cell of a window that runs from left to right, turned round where the
    window does."""
    return QStyle.visualRect(option.direction, option.rect, place)


class LinkDelegate(QStyledItemDelegate):
    """How sure the link of the two sides is, by shade and width, and an arrow where it moved."""

    @painted
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, ground = theme.colours(), option.rect
        paint_ground(painter, option.state, ground, colours)
        model = cast("TableModel", index.model())
        row = model.row_at(index.row())
        if row is None or row.relation is None:
            return
        box = QRectF(ground)
        with saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if row.relation in ("aligned", "moved"):
                _paint_confidence(painter, box, row, colours)
            if row.moved_to is not None:
                _paint_arrow(painter, box, down=_goes_down(model, row))
            elif model.arrivals(row.key):
                _paint_arrival(painter, box)


def _paint_ribbon(painter: QPainter, box: QRect, colour: str) -> None:
    """The sign of a bookmark: a ribbon that hangs from the upper edge."""
    left, top = box.left() + 25.0, float(box.top())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    ends = [(0, 0), (7, 0), (7, 13), (3.5, 9.5), (0, 13)]
    painter.drawPolygon(QPolygonF([QPointF(left + x, top + y) for x, y in ends]))
    painter.restore()


def _decided(model: TableModel, row: Row) -> Decided | None:
    """What was decided of a row in which nothing is open; the gravest of several."""
    of_these = decided(row)
    return "fixed" if of_these != "accepted" and model.shown.fixed.get(row.key) else of_these


def _goes_down(model: TableModel, row: Row) -> bool:
    here, there = model.number_of(row.key) or 0, model.number_of(row.moved_to or "") or 0
    return there > here


def _paint_confidence(painter: QPainter, box: QRectF, row: Row, colours: theme.Colours) -> None:
    strip = QRectF(box.center().x() - 1.5, box.top() + 6, 3, box.height() - 13)
    if row.fixed:
        shade = QColor(colours.accent)
    else:
        shade = _between(colours.unsure, colours.sure, row.confidence)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    if row.confidence < 0.5 and not row.fixed:
        # A doubtful link is broken, not only paler.
        step = strip.height() / max(3, round(strip.height() / 8))
        top = strip.top()
        while top < strip.bottom() - 1:
            painter.drawRoundedRect(QRectF(strip.left(), top, 3, step * 0.55), 1, 1)
            top += step
    else:
        painter.drawRoundedRect(strip, 1.5, 1.5)


def _paint_arrow(painter: QPainter, box: QRectF, *, down: bool) -> None:
    colours = theme.colours()
    middle, half = box.center(), 6.0
    sign = 1.0 if down else -1.0
    ground = QRectF(middle.x() - 10, middle.y() - 10, 20, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.base))
    painter.drawEllipse(ground)
    pen = QPen(QColor(colours.accent), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tip = middle + QPointF(0, half * sign)
    painter.drawLine(middle - QPointF(0, half * sign), tip)
    painter.drawPolyline(
        QPolygonF([tip + QPointF(-4, -4 * sign), tip, tip + QPointF(4, -4 * sign)])
    )


def _paint_arrival(painter: QPainter, box: QRectF) -> None:
    """A tick on the lower edge: a moved passage stands here in the translation."""
    painter.setPen(QPen(QColor(theme.colours().accent), 1.8))
    bottom = box.bottom() - 2
    painter.drawLine(QPointF(box.left() + 5, bottom), QPointF(box.right() - 5, bottom))


def _paint_bubble(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    body = box.adjusted(0.5, 1, -0.5, -3)
    painter.drawRoundedRect(body, 2.5, 2.5)
    foot = QPointF(body.left() + 3, body.bottom())
    painter.drawPolyline(QPolygonF([foot, foot + QPointF(0, 2.6), foot + QPointF(3, 0)]))
    painter.restore()


def _between(low: str, high: str, share: float) -> QColor:
    one, other = QColor(low), QColor(high)
    share = min(max((share - 0.4) / 0.6, 0.0), 1.0)
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )
