"""Dragging a sentence that stands alone to its counterpart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reviewer.review import Row
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.table.table_model import SOURCE, TARGET, TableModel
from reviewer.ui.table.table_view import ReviewTable
from reviewer.wording import tr


class DragToLink(QObject):
    """Only a missing or an added sentence is dragged: anywhere else a drag selects rows.

    `link_wanted` brings the keys of the row that was dragged and of the one it was let go over.
    """

    link_wanted = Signal(str, str)

    def __init__(self, table: ReviewTable, model: TableModel, review: OpenReview) -> None:
        super().__init__(table)
        self._table, self._model, self._review = table, model, review
        self._from: Row | None = None
        self._at = QPoint()
        self._dragging = False
        table.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        point = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._begin(point, event)
        elif event.type() == QEvent.Type.MouseMove and self._from:
            return self._move(point)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._from:
            return self._let_go(point)
        return False

    def _begin(self, point: QPoint, event: QMouseEvent) -> None:
        index = self._table.indexAt(point)
        row = self._model.row_at(index.row()) if index.isValid() else None
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        alone = row is not None and row.relation in ("missing", "added")
        on_text = index.column() in (SOURCE, TARGET)
        self._from = row if plain and alone and on_text else None
        self._at, self._dragging = point, False

    def _move(self, point: QPoint) -> bool:
        far = (point - self._at).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            other = self._counterpart(point)
            number = self._review.shown.number_of(other.key) if other else None
            self._review.say(
                tr("Let go to link it with row {number}.", number=number)
                if number
                else tr("Drag it to the row that it belongs to.")
            )
        return self._dragging

    def _let_go(self, point: QPoint) -> bool:
        row, dragged = self._from, self._dragging
        self._from, self._dragging = None, False
        self._table.viewport().unsetCursor()
        if not dragged or row is None:
            return False
        self._review.say("")
        if other := self._counterpart(point, row):
            self.link_wanted.emit(row.key, other.key)
        return True

    def _counterpart(self, point: QPoint, row: Row | None = None) -> Row | None:
        """The compared row under the pointer, unless it is the one that is dragged."""
        mine = row or self._from
        other = self._model.row_at(self._table.indexAt(point).row())
        if other is None or other.relation is None or mine is None or other.key == mine.key:
            return None
        return other
