"""Paints every cell of a review table. Text is laid out once and painted from the cache."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.ui.look import severity_marks, text_highlights, theme
from reviewer.ui.look.decision_marks import paint_decision
from reviewer.ui.look.invisible_signs import with_signs
from reviewer.ui.look.utf16_offsets import from_qt, to_qt
from reviewer.ui.state.page_room import ROOMY
from reviewer.ui.table.cell_model import CellModel, Index, cell_model
from reviewer.ui.table.cells import Cell
from reviewer.ui.table.painting_errors import painted, saved
from reviewer.ui.table.text_layouts import TextLayouts, height, lay_out

PAD_X = 12
_BEHIND_LEAD = 7
"""Pixels between the number of a list and its text."""

_MARK, _BEFORE_SIGN = 9, 4
"""Pixels: the side of a mark, and its distance from a centred sign."""

_SELECTED = QStyle.StateFlag.State_Selected


class RowDelegate(QStyledItemDelegate):
    """Text cells; `TableModel`'s number and link columns are painted by their own delegates.

    `ruled` draws a hairline between the columns; with `all_signs` a sign stands for each
    invisible character.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layouts = TextLayouts()
        self.font = QFont()
        self.ruled = False
        self.all_signs = False
        self.pad_y = ROOMY.pad_y

    def set_font(self, font: QFont) -> None:
        """The font of the texts."""
        self.font = font
        self.layouts.clear()

    def metrics(self) -> QFontMetricsF:
        """What the usual text measures."""
        return QFontMetricsF(self.font)

    def layout(self, model: CellModel, number: int, column: int, width: int) -> QTextLayout:
        """The laid-out text of a cell whose column is `width` pixels wide."""
        key = (model.stamp(number), column, width)
        kept = self.layouts.find(key)
        if kept is not None:
            return kept
        cell = model.cell(number, column)
        room = self._room(cell, width)
        made = lay_out(
            self._words(cell, room),
            room,
            self.font_of(cell),
            cell.right_to_left,
            _ranges(cell),
            centred=cell.centred,
        )
        self.layouts.keep(key, made)
        return made

    def row_height(
        self, model: CellModel, number: int, widths: dict[int, int], *, keep: bool
    ) -> int:
        """The height that a line needs with its text columns `widths` pixels wide.

        `keep` says that the line is about to be painted, so that its layouts are kept.
        """
        tallest = 0
        for column in model.text_columns:
            if keep:
                laid = self.layout(model, number, column, widths[column])
            else:
                cell = model.cell(number, column)
                room = self._room(cell, widths[column])
                laid = lay_out(
                    self._words(cell, room),
                    room,
                    self.font_of(cell),
                    right_to_left=False,
                )
            tallest = max(tallest, height(laid))
        return tallest + 2 * self.pad_y

    @painted
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = cell_model(index.model())
        cell = model.cell(index.row(), index.column())
        colours = theme.colours()
        box = option.rect
        paint_ground(painter, option.state, box, colours)
        if self.ruled and index.column():
            painter.drawLine(box.topLeft(), box.bottomLeft())
        with saved(painter):
            painter.setClipRect(box)
            if cell.empty and not cell.plain_empty:
                hatch = colours.current_hatch if option.state & _SELECTED else colours.hatch
                stripes = QBrush(QColor(hatch), Qt.BrushStyle.BDiagPattern)
                painter.fillRect(box.adjusted(1, 1, -1, -2), stripes)
            if cell.changed:
                edge = box.right() - 2 if cell.right_to_left else box.left()
                painter.fillRect(
                    QRect(edge, box.top(), 3, box.height() - 1), QColor(colours.accent)
                )
            layout = self.layout(model, index.row(), index.column(), box.width())
            left = _mark_left(cell, box, layout)
            place = QRectF(left, box.top() + self.pad_y + 3, _MARK, _MARK)
            if cell.mark:
                severity_marks.paint(painter, place, cell.mark)
            elif cell.decided:
                paint_decision(painter, place, cell.decided)
            painter.setPen(QColor(colours.quiet if cell.quiet or not cell.words else colours.text))
            top = box.top() + self.pad_y
            layout.draw(painter, QPointF(self.left(cell, box), top), _over(cell))
            if cell.lead:
                painter.setPen(QColor(colours.quiet))
                lead = lay_out(cell.lead, self.indent(cell), self.font, cell.right_to_left)
                far = box.right() + 1 - PAD_X - self.indent(cell)
                lead.draw(painter, QPointF(far if cell.right_to_left else box.left() + PAD_X, top))

    def indent(self, cell: Cell) -> int:
        """How far the text stands in from the edge, for what leads it."""
        if not cell.lead:
            return 0
        return math.ceil(self.metrics().horizontalAdvance(cell.lead)) + _BEHIND_LEAD

    def _room(self, cell: Cell, width: int) -> int:
        return width - 2 * PAD_X - self.indent(cell)

    def left(self, cell: Cell, box: QRect) -> int:
        """Where the text of a cell lies in `box`, in pixels."""
        return box.left() + PAD_X + (0 if cell.right_to_left else self.indent(cell))

    def offset_at(self, index: Index, box: QRect, point: QPointF) -> int:
        """The UTF-16 offset of the text of a cell under `point` (both in viewport pixels)."""
        found = self._line_at(index, box, point)
        if found is None:
            return 0
        line, x = found
        return self._present(index, line.xToCursor(x))

    def character_at(self, index: Index, box: QRect, point: QPointF) -> int | None:
        """The UTF-16 offset of the character under `point`; None beside the text."""
        found = self._line_at(index, box, point)
        if found is None or not found[0].naturalTextRect().contains(
            QPointF(found[1], point.y() - box.top() - self.pad_y)
        ):
            return None
        line, x = found
        return self._present(index, line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))

    def _line_at(self, index: Index, box: QRect, point: QPointF) -> tuple[QTextLine, float] | None:
        """The line of a cell's text at the height of `point`, and how far in it the point is."""
        model = cell_model(index.model())
        layout = self.layout(model, index.row(), index.column(), box.width())
        left = self.left(model.cell(index.row(), index.column()), box)
        inner = point - QPointF(left, box.top() + self.pad_y)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if inner.y() < line.y() + line.height() or number == layout.lineCount() - 1:
                return line, inner.x()
        return None

    def _present(self, index: Index, at: int) -> int:
        """The UTF-16 offset in a cell's text of one in what it shows."""
        cell = cell_model(index.model()).cell(index.row(), index.column())
        changes = cell.changes
        if changes is None:
            return at
        return to_qt(cell.text, changes.present(from_qt(changes.text, at)))

    def _words(self, cell: Cell, width: int) -> str:
        if cell.one_line:
            return self.metrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, width)
        meant = () if cell.changes else [mark.span for mark in cell.highlights if not mark.faint]
        return with_signs(cell.words, all_kinds=self.all_signs, meant=meant) or cell.empty

    def font_of(self, cell: Cell) -> QFont:
        """The font of a cell: headings are bold; what the program says is slanted, and what a
        machine has drafted."""
        slanted = cell.draft or not cell.words
        if not cell.bold and not slanted:
            return self.font
        font = QFont(self.font)
        font.setBold(cell.bold and bool(cell.words))
        font.setItalic(slanted)
        return font


def _mark_left(cell: Cell, box: QRect, layout: QTextLayout) -> float:
    """Where the mark of a cell begins: in its margin, or close before a sign."""
    if cell.centred and layout.lineCount():
        words = layout.lineAt(0).naturalTextRect()
        return box.left() + PAD_X + words.left() - _MARK - _BEFORE_SIGN
    return box.right() - _MARK - 0.5 if cell.right_to_left else box.left() + 1.5


def _over(cell: Cell) -> list[QTextLayout.FormatRange]:
    """What a search has found in a cell and the marks of its figures: painted over its layout,
    which stays from letter to letter."""
    over = (cell.matches, cell.agreeing, cell.lit)
    if not any(over):
        return []
    shown = cell.changes.shown if cell.changes else lambda spans: spans
    return text_highlights.ranges_over(cell.words, *map(shown, over))


def _ranges(cell: Cell) -> list[QTextLayout.FormatRange]:
    """The marks of a cell as Qt's; where changes are shown, those of findings go with the text."""
    changes = cell.changes
    if changes is None:
        return text_highlights.ranges(cell.text, cell.highlights)
    return [
        *text_highlights.change_ranges(changes.text, changes.deleted, changes.inserted),
        *text_highlights.ranges(
            changes.text,
            [
                replace(mark, span=one)
                for mark in cell.highlights
                for one in changes.shown((mark.span,))
            ],
        ),
    ]


def paint_ground(
    painter: QPainter, state: QStyle.StateFlag, box: QRect, colours: theme.Colours
) -> None:
    """The ground of a cell, current or plain, and a hairline below."""
    if state & _SELECTED:
        painter.fillRect(box, QColor(colours.current))
    painter.setPen(QPen(QColor(colours.rule), 1))
    bottom = box.bottom() + 0.5
    painter.drawLine(QPointF(box.left(), bottom), QPointF(box.left() + box.width(), bottom))
