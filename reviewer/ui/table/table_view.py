"""The table view: thousands of wrapped rows that are there at once (see `row_heights`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reviewer.ui.state.page_room import ROOMY
from reviewer.ui.table.cell_model import CellModel, Index, cell_model
from reviewer.ui.table.column_shares import ColumnShares
from reviewer.ui.table.row_delegate import PAD_X, RowDelegate
from reviewer.ui.table.row_heights import RowHeights

_STEPS: dict[int, int] = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
_MENU = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10)
"""Qt makes a menu of these keys on Windows alone, and many keyboards have no key for it."""
_WHEEL_STEP = 120
"""One notch of a wheel, as Qt counts: eighths of a degree."""


class ReviewTable(QTableView):
    """Shows a model with `text_columns`, `cell` and `stamp` (see `CellModel`).

    `heights` are those of its lines; `letters_rest` says whether letters do nothing now;
    `pressed_at` is where the viewport was clicked last.
    `place_changed` says, once, that another line is current or others are selected;
    `size_wanted` (+1 or -1) that the text is to be larger or smaller; `letter_unused` brings a
    letter that was pressed and gave no command; `menu_wanted` brings a point of the viewport, and
    whether a key asked for the menu: the point then is the middle of the current cell.
    """

    enter_pressed = Signal()
    place_changed = Signal()
    size_wanted = Signal(int)
    letter_unused = Signal(str)
    menu_wanted = Signal(QPoint, bool)

    def __init__(self, delegate: RowDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        delegate.setParent(self)
        self.text_delegate = delegate
        self.heights = RowHeights(self, delegate)
        self.letters_rest: Callable[[], bool] = lambda: False
        self._shares = ColumnShares({}, 0)
        self._sharing = False
        self._depth = 0
        self._place: tuple[int, tuple[int, ...]] = (-1, ())
        self._turned = 0
        self.pressed_at = QPoint()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Where it came and went with the number of lines, all of them were laid out for another
        # width each time.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(12)
        columns = self.horizontalHeader()
        columns.setSectionsClickable(False)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setMinimumSectionSize(20)
        columns.sectionResized.connect(self._column_dragged)
        self._style_header(ROOMY.pad_y)

    def show_model(
        self, model: QAbstractItemModel, narrow: dict[int, int], least_width: int = 160
    ) -> None:
        """Show a model whose columns in `narrow` keep their width, the others sharing the rest."""
        self._shares = ColumnShares(narrow, least_width)
        self.setItemDelegate(self.text_delegate)
        self.setModel(model)
        # It would be painted anew for each row that is chosen, though it shows none.
        columns = self.horizontalHeader()
        columns.setSelectionModel(QItemSelectionModel(model, columns))
        model.modelReset.connect(self.heights.estimate)
        model.dataChanged.connect(self.heights.changed)
        chosen = self.selectionModel()
        chosen.selectionChanged.connect(self._tell_place)
        chosen.currentChanged.connect(self._tell_place)
        self.share_width()
        self.heights.estimate()

    def set_narrow(self, narrow: dict[int, int]) -> None:
        """Which columns keep a width; the others share the rest."""
        self._shares.narrow = narrow
        self.share_width()
        self.heights.estimate()

    def _style_header(self, pad_y: int) -> None:
        self.horizontalHeader().setStyleSheet(
            "QHeaderView { background: palette(window); }"
            "QHeaderView::section { background: palette(window); color: palette(placeholder-text);"
            " border: none; border-bottom: 1px solid palette(midlight);"
            f" padding: {pad_y}px {PAD_X}px; }}"
        )

    def set_text_font(self, font: QFont, pad_y: int = ROOMY.pad_y) -> None:
        """Show the texts in `font`, with `pad_y` pixels above and below those of a row; the
        current line stays in sight."""
        if pad_y != self.text_delegate.pad_y:
            self._style_header(pad_y)
        with self._current_in_sight():
            self.text_delegate.pad_y = pad_y
            self.text_delegate.set_font(font)
            self.heights.estimate()

    def refresh(self) -> None:
        """Lay everything out anew: colours or search have changed, heights have not."""
        self.text_delegate.layouts.clear()
        self.viewport().update()

    def shows(self, number: int) -> bool:
        """Whether all of a line is in sight."""
        top = self.rowViewportPosition(number)
        return top >= 0 and top + self.rowHeight(number) <= self.viewport().height()

    def current_line(self) -> int:
        """The number of the current line, -1 without one."""
        return self.currentIndex().row()

    def selected_lines(self) -> tuple[int, ...]:
        """The numbers of the selected lines, in their order."""
        return tuple(sorted({index.row() for index in self.selectionModel().selectedRows()}))

    @contextmanager
    def one_place(self) -> Iterator[None]:
        """Whatever happens inside is told as one change of the place, at the end."""
        self._depth += 1
        try:
            yield
            self._highlight_current()
        finally:
            self._depth -= 1
            self._tell_place()

    def _highlight_current(self) -> None:
        """With Ctrl a click takes the highlight from a line and makes it current: commands would
        act on a line that does not look chosen."""
        current, chosen = self.currentIndex(), self.selected_lines()
        if not self._chooses_lines() or not current.isValid() or current.row() in chosen:
            return
        flag = QItemSelectionModel.SelectionFlag
        if chosen:
            nearest = min(chosen, key=lambda line: abs(line - current.row()))
            self.selectionModel().setCurrentIndex(current.siblingAtRow(nearest), flag.NoUpdate)
        else:
            self.selectionModel().select(current, flag.Select | flag.Rows)

    def _chooses_lines(self) -> bool:
        return self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows

    def _tell_place(self, *_what: object) -> None:
        if self._depth:
            return
        place = (self.current_line(), self.selected_lines())
        if place != self._place:
            self._place = place
            self.place_changed.emit()

    def go_to(self, number: int, *, centre: bool = False) -> None:
        """Make a line current and bring it into sight."""
        with self.one_place():
            self._go_to(number, centre=centre)

    def _go_to(self, number: int, *, centre: bool) -> None:
        model = self.model()
        if model is None or not 0 <= number < model.rowCount():
            return
        whole, here = self._chooses_lines(), self.currentIndex().column()
        column = here if here > 0 and not whole else self._cells().text_columns[1]
        index = model.index(number, column)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if whole:
            chosen |= QItemSelectionModel.SelectionFlag.Rows
        # Where it is to be seen is said below: Qt would look for another place first.
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(index, chosen)
        self.setAutoScroll(True)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if centre else hint.EnsureVisible)

    def go_to_at(self, number: int, top: int) -> None:
        """Make a line current with its upper edge at a place of the viewport."""
        self.go_to(number)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(number) - top)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Qt's own would also scroll sideways to show all of a cell, and go by heights that are
        only estimated: a line that turns out higher would be cut."""
        sideways = self.horizontalScrollBar().value()
        if index.isValid() and self.heights.unmeasured():
            middle = hint == QAbstractItemView.ScrollHint.PositionAtCenter
            self.heights.make_exact_around(index.row(), centre=middle)
            # The scroll bar may still have the range of the estimates, or of other rows.
            self.updateGeometries()
        super().scrollTo(index, hint)
        if self._shares.least_width(self._columns()) <= self.width():
            self.horizontalScrollBar().setValue(sideways)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """With Ctrl, Qt's keys would move the current row and leave the highlight behind; here
        commands act on the row that is highlighted."""
        if isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Space:
            plain = event.modifiers() & ~Qt.KeyboardModifier.ControlModifier
            event = QKeyEvent(event.type(), event.key(), plain)
        return super().selectionCommand(index, event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End lead to the first and the last line; in a table of cells, but with Ctrl,
        to those of its line. Qt's own choose the number, which is no text."""
        ends = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)
        here = self.currentIndex()
        if action not in ends or not here.isValid():
            return super().moveCursor(action, modifiers)
        cells, far = self._cells(), ends.index(action)
        if self._chooses_lines() or modifiers & Qt.KeyboardModifier.ControlModifier:
            return here.siblingAtRow((0, cells.rowCount() - 1)[far])
        return here.siblingAtColumn(cells.text_columns[-far])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if QAccessible.isActive():
            # Qt tells of the table when this has ended; of interest is where in it one is.
            QTimer.singleShot(0, self, self._speak_place)

    def _speak_place(self) -> None:
        here = self.currentIndex()
        if here.isValid() and self.hasFocus():
            cells = here.model().columnCount() + 1
            told = QAccessibleEvent(self, QAccessible.Event.Focus)
            told.setChild((here.row() + 1) * cells + here.column() + 1)
            QAccessible.updateAccessibility(told)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; this is one that does nothing now."""
        if not self.letters_rest():
            self.letter_unused.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with self.one_place():
            self._press(event)

    def _press(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif plain and event.key() in _STEPS:
            if not self.letters_rest():
                self.go_to(self.current_line() + _STEPS[event.key()])
        elif event.keyCombination() == _MENU:
            self._ask_for_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        else:
            self.menu_wanted.emit(event.pos(), False)

    def _ask_for_menu(self) -> None:
        seen = self.visualRect(self.currentIndex()).intersected(self.viewport().rect())
        if not seen.isEmpty():
            self.menu_wanted.emit(seen.center(), True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed_at = event.position().toPoint()
        with self.one_place():
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        with self.one_place():
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pressed_at = event.position().toPoint()
        super().mouseDoubleClickEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # Told of it all the same: Qt reckons each move from the last one that it was told of.
        if not self.heights.staying:
            super().scrollContentsBy(dx, dy)
            self.heights.wait()

    def verticalScrollbarValueChanged(self, value: int) -> None:
        if not self.heights.staying:  # Qt would paint the line anew that it finds at the pointer
            super().verticalScrollbarValueChanged(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _WHEEL_STEP)
            self._turned -= steps * _WHEEL_STEP
            if steps:
                self.size_wanted.emit(1 if steps > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.heights.in_sight(all_painted=event.region().contains(self.viewport().rect()))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self._current_in_sight(event.oldSize().height()):
            super().resizeEvent(event)
            if event.size().width() != event.oldSize().width():
                self.share_width()
                self.heights.estimate()

    @contextmanager
    def _current_in_sight(self, height: int | None = None) -> Iterator[None]:
        """If the current line is in sight in a viewport of `height` (as it is now when None), it
        still is afterwards, whatever happens to heights and widths inside."""
        line = self.currentIndex().row()
        top = self.rowViewportPosition(line) if line >= 0 else -1
        bottom = top + self.rowHeight(line) if line >= 0 else -1
        was_in_sight = top < (self.viewport().height() if height is None else height) and bottom > 0
        yield
        if was_in_sight:
            number = self.currentIndex().row()
            self.heights.make_exact_around(number)
            # The scroll bar has still the range of the former heights.
            self.updateGeometries()
            self.scrollTo(self.currentIndex())

    def _cells(self) -> CellModel:
        return cell_model(self.model())

    def _columns(self) -> int:
        return model.columnCount() if (model := self.model()) else 0

    def share_width(self) -> None:
        """Share the width that there is between the columns."""
        self._sharing = True
        for column, width in self._shares.widths(self._columns(), self.viewport().width()).items():
            self.setColumnWidth(column, width)
        self._sharing = False

    def column_shares(self) -> list[float]:
        """See `ColumnShares.kept`."""
        return self._shares.kept(self._columns())

    def restore_column_shares(self, kept: Sequence[float]) -> None:
        """Give the columns the shares of last time."""
        with self._current_in_sight():
            self._shares.restore(kept, self._columns())
            self.share_width()
            self.heights.estimate()

    def _column_dragged(self, column: int, _old: int, width: int) -> None:
        if not self._sharing:
            with self._current_in_sight():
                self._shares.drag(column, width, self._columns(), self.viewport().width())
                self.share_width()
                self.heights.estimate()
