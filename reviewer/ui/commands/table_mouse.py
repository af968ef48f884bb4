"""What the mouse does in the table of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reviewer.domain import Span
from reviewer.review import Row, SideName
from reviewer.ui.look.utf16_offsets import from_qt
from reviewer.ui.state.row_filter import Fold
from reviewer.ui.table.table_model import LINK, SOURCE, TARGET

if TYPE_CHECKING:
    from reviewer.ui.review.page import ReviewPage

_MENU = (
    "edit",
    "copy_source",
    "copy_translation",
    None,
    "accept",
    "dismiss",
    "comment",
    "apply_fix",
    None,
    "link",
    "unlink",
    "merge_with_next",
    "move_up",
    "move_down",
    "jump",
)


class TableMouse:
    """Clicks, double clicks and the context menu of the page's table."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._table = page.table
        self._table.clicked.connect(self._clicked)
        self._table.doubleClicked.connect(self._double_clicked)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._menu)

    def _clicked(self, index: QModelIndex) -> None:
        line = self._page.model.line(index.row())
        if isinstance(line, Fold):
            self._page.toggle_fold(line)
        elif index.column() == LINK and self._page.counterpart(line) is not None:
            self._page.linking.jump()
        elif index.column() in (SOURCE, TARGET):
            self._choose_finding(line, index)

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self._page.model.row_at(index.row())
        if row and row.kind != "furniture" and index.column() == TARGET:
            cursor = self._qt_offset(index, self._table.pressed_at) if row.target else None
            self._page.start_editing(row, cursor=cursor)

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
                self._page.set_finding(item.fingerprint)
                return

    def _menu(self, point: QPoint) -> None:
        index = self._table.indexAt(point)
        row = self._page.model.row_at(index.row()) if index.isValid() else None
        if row is None:
            return
        menu = QMenu(self._table)
        self._page.actions_of_window.wait_for(menu)
        for name in _MENU:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self._page.actions_of_window[name])
        if action := self._split_action(row, index, point, menu):
            menu.insertAction(self._page.actions_of_window["move_up"], action)
        menu.exec(self._table.viewport().mapToGlobal(point))
        menu.deleteLater()

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
        action = QAction(f"Split here:  …{words}…".replace("&", "&&"), menu)
        action.triggered.connect(lambda: self._page.linking.split_at(row, side, offset))
        return action

    def _qt_offset(self, index: QModelIndex, point: QPoint) -> int:
        box = self._table.visualRect(index)
        return self._table.text_delegate.offset_at(index, box, QPointF(point))
