"""What the mouse does in the table of rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reviewer.domain import Span
from reviewer.review import Row, SideName
from reviewer.ui.look.utf16_offsets import from_qt
from reviewer.ui.look.widgets import add_lines
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Fold
from reviewer.ui.table.table_model import LINK, SOURCE, TARGET, TableModel
from reviewer.ui.table.table_view import ReviewTable
from reviewer.wording import tr


class TableMouse(QObject):
    """Clicks, double clicks and the context menu of a table of rows.

    `jump_wanted` follows a click on the link of a moved row; `edit_wanted` brings a row and the
    UTF-16 offset of the cursor, or None; `split_wanted` a row, its side and a Python offset;
    `menu_made` the context menu before it opens.
    """

    jump_wanted = Signal()
    edit_wanted = Signal(object, object)
    split_wanted = Signal(object, str, int)
    menu_made = Signal(QMenu)

    def __init__(
        self,
        table: ReviewTable,
        model: TableModel,
        review: OpenReview,
        menu: Sequence[QAction | None],
        menu_end: Sequence[QAction | None],
    ) -> None:
        """`menu` and `menu_end` are for the context menu, before and after what depends on the
        place of the click; None separates."""
        super().__init__(table)
        self._table, self._model, self._review = table, model, review
        self._actions, self._last_actions = menu, menu_end
        table.clicked.connect(self._clicked)
        table.doubleClicked.connect(self._double_clicked)
        table.menu_wanted.connect(self._menu)

    def _clicked(self, index: QModelIndex) -> None:
        line = self._model.line(index.row())
        if line is None:
            return
        if isinstance(line, Fold):
            self._review.toggle_fold(line)
        elif index.column() == LINK and self._review.shown.counterpart(line) is not None:
            self.jump_wanted.emit()
        elif index.column() in (SOURCE, TARGET):
            self._choose_finding(line, index)

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row and row.kind != "furniture" and index.column() == TARGET:
            cursor = self._qt_offset(index, self._table.pressed_at) if row.target else None
            self.edit_wanted.emit(row, cursor)

    def _choose_finding(self, row: Row, index: QModelIndex) -> None:
        """A click on a marked piece of text makes its finding the current one."""
        text = row.source if index.column() == SOURCE else row.target
        offset = from_qt(text, self._qt_offset(index, self._table.pressed_at))
        for item in row.findings:
            spans = (
                item.finding.source_spans if index.column() == SOURCE else item.finding.target_spans
            )
            if any(
                span.start <= offset < span.end and span != Span(0, len(text)) for span in spans
            ):
                self._review.set_finding(item.fingerprint)
                return

    def _menu(self, point: QPoint, by_key: bool) -> None:
        if menu := self.menu_at(point, by_key=by_key):
            menu.exec(self._table.viewport().mapToGlobal(point))
            menu.deleteLater()

    def menu_at(self, point: QPoint, *, by_key: bool) -> QMenu | None:
        """The context menu of the row at `point` of the viewport; None where there is no row."""
        index = self._table.indexAt(point)
        row = self._model.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        menu = QMenu(self._table)
        self.menu_made.emit(menu)
        add_lines(menu, self._actions)
        # A key points at a cell and not at a place in its text.
        action = None if by_key else self._split_action(row, index, point, menu)
        if action is not None:
            menu.addAction(action)
        add_lines(menu, self._last_actions)
        return menu

    def _split_action(
        self, row: Row, index: QModelIndex, point: QPoint, menu: QMenu
    ) -> QAction | None:
        if row.relation is None or index.column() not in (SOURCE, TARGET):
            return None
        side: SideName = "source" if index.column() == SOURCE else "target"
        text = row.source if side == "source" else row.target
        offset = from_qt(text, self._qt_offset(index, point))
        if not 0 < offset < len(text):
            return None
        words = text[max(offset - 12, 0) : offset] + " | " + text[offset : offset + 12]
        action = QAction(tr("Split here:  …{words}…", words=words).replace("&", "&&"), menu)
        action.triggered.connect(lambda: self.split_wanted.emit(row, side, offset))
        return action

    def _qt_offset(self, index: QModelIndex, point: QPoint) -> int:
        box = self._table.visualRect(index)
        return self._table.text_delegate.offset_at(index, box, QPointF(point))
