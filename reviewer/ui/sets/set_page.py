"""The page of a set: a list of its documents with totals, and the way into each."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.look.widgets import Elided, Text
from reviewer.ui.sets.set_model import SORTED, SetModel
from reviewer.ui.state.command_keys import CommandKeys
from reviewer.ui.state.open_set import OpenSet
from reviewer.wording import tr

_NAME_SHARE = 0.4
_LEAST = QSize(90, 30)


class SetPage(QWidget):
    """`document_wanted` brings the number of a document; the other signals are the buttons."""

    document_wanted = Signal(int)
    next_wanted = Signal()
    export_wanted = Signal()
    find_wanted = Signal()

    def __init__(self, of: OpenSet, keys: CommandKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set, self._keys = of, keys
        self._title = Text("", wrap=False).sized(1.3, bold=True)
        self._place = Elided().quiet()
        self.model = SetModel()
        self._sorted = _Sorted()
        self._sorted.setSourceModel(self.model)
        self.table = _Table()
        self.table.setModel(self._sorted)
        self.table.entered_line.connect(self._enter)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a document"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(260)
        self.filter.textChanged.connect(self._sorted.setFilterFixedString)
        self._next = QPushButton()
        self._next.clicked.connect(self.next_wanted)
        find = QPushButton()
        find.setText(keys.beside(tr("Find in all documents…"), "find_in_set"))
        find.clicked.connect(self.find_wanted)
        export = QPushButton(tr("Export all documents…"))
        export.clicked.connect(self.export_wanted)
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._place)
        head.addLayout(names, 1)
        for widget in (self.filter, find, self._next, export):
            head.addWidget(widget)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(20, 16, 20, 12)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addWidget(self.table, 1)
        of.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the documents as they stand now; the one that was looked at last is current."""
        if not self._set.is_open():
            return
        self._title.setText(self._set.set.path.stem)
        self._place.set_full(str(self._set.set.folder))
        self.model.show_documents(self._set.documents)
        following = self._set.following()
        self._next.setText(self._keys.beside(tr("Next open finding"), "next_finding"))
        self._next.setVisible(following is not None)
        self.table.share_width()
        here = self.model.index(self.model.line_of(max(self._set.here, 0)), 0)
        self.table.setCurrentIndex(self._sorted.mapFromSource(here))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()

    def _enter(self, index: QModelIndex) -> None:
        line = self._sorted.mapToSource(index).row()
        if self.model.document(line):
            self.document_wanted.emit(line - 1)


class _Table(QTableView):
    """`entered_line` says that somebody wants to go into a line: by Enter or a double click."""

    entered_line = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Documents"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LEAST.height())
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.doubleClicked.connect(self.entered_line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """The name gets most of the width, the numbers what they need."""
        width = max(self.viewport().width(), 1)
        self.setColumnWidth(0, round(width * _NAME_SHARE))
        others = max(self.model().columnCount() - 1, 1)
        for column in range(1, others + 1):
            room = round(width * (1 - _NAME_SHARE) / others)
            self.setColumnWidth(column, max(room, _LEAST.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_line.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Sorted(QSortFilterProxyModel):
    """The line of all stays on top, whatever is sorted or sought."""

    def __init__(self) -> None:
        super().__init__()
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def lessThan(
        self,
        left: QModelIndex | QPersistentModelIndex,
        right: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        first, second = (self.sourceModel().data(one, SORTED) for one in (left, right))
        if first is None or second is None:
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return (first is None) is ascending
        return bool(first < second)

    def filterAcceptsRow(self, line: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return line == 0 or super().filterAcceptsRow(line, parent)
