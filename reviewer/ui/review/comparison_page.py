"""A page that compares all translations. Enter or a double click goes into one."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.look.empty_state import EmptyState
from reviewer.ui.look.say_aloud import name_choice
from reviewer.ui.look.widgets import Elided, Text, beginning
from reviewer.ui.review.comparison_model import FIRST, NUMBER, ComparisonModel
from reviewer.ui.review.filter_bar import FilterBar
from reviewer.ui.review.overview_model import OverviewModel
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.table.row_delegate import PAD_X, RowDelegate
from reviewer.ui.table.table_view import ReviewTable
from reviewer.wording import is_right_to_left, tr

_LEAST_WIDTH = 185


class ComparisonPage(QWidget):
    """`entered` says that the user wants to go into the current cell, `left` that Escape leads
    back to the translation that was shown."""

    entered = Signal()
    left = Signal()

    def __init__(
        self,
        review: OpenReview,
        model: ComparisonModel,
        name: str,
        nothing: str,
        least_width: int = _LEAST_WIDTH,
    ) -> None:
        """`nothing` is said where there is no line."""
        super().__init__()
        self._open_review = review
        self._outdated = True
        self._nothing = nothing
        self.model = model
        model.setParent(self)
        review.closed.connect(self.outdated)
        review.opened.connect(self._show_filter)
        review.filter_of_all_changed.connect(self._show_filter)
        self.table = ReviewTable(RowDelegate())
        self.table.setAccessibleName(name)
        self.table.text_delegate.ruled = True
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.show_model(model, {}, least_width)
        self.table.enter_pressed.connect(self.entered)
        self.table.doubleClicked.connect(self._double_clicked)
        self.table.selectionModel().currentChanged.connect(self._cell_changed)
        self._empty = EmptyState(self.table)
        self._was: tuple[object, int] | None = None
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._after_reset)
        model.noted.connect(self._show_note)
        self.note = Text("", wrap=False).quiet()
        self.order = QComboBox()
        name_choice(self.order, tr("Order of the lines"))
        self.order.activated.connect(self._put_in_order)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._way = Elided().quiet()
        self._way.setAlignment(beginning(not is_right_to_left()))
        self._head = head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(12)
        head.addWidget(self.note)
        head.addWidget(self._way, 1)
        head.addWidget(self.order)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self.filter_bar: FilterBar | None = None
        way = tr("Enter goes into a translation, Esc back.")
        if isinstance(model, OverviewModel):
            self.filter_bar = FilterBar(review.keys)
            self.filter_bar.set_hint(way)
            self.filter_bar.changed.connect(review.set_filter_of_all)
            self._empty.pressed.connect(lambda: review.set_filter_of_all(Filter()))
            inside.addWidget(self.filter_bar)
            self._way.hide()
        else:
            self._way.set_full(way)
        inside.addLayout(head)
        inside.addWidget(self.table)

    def outdated(self) -> None:
        """The review has changed, or is closed: look again before this is shown. Nothing that was
        read is asked for until then: its rows may be gone."""
        self._outdated = True
        if self.isVisible() and self._open_review.is_open():
            self.refresh()
        else:
            self.model.forget()

    def _show_filter(self) -> None:
        if self.filter_bar is None or not isinstance(self.model, OverviewModel):
            return
        self.model.filter = self._open_review.filter_of_all
        self.filter_bar.show_filter(self.model.filter)
        self.outdated()

    def show_at(self, source_id: str, translation: int) -> None:
        """Show a source sentence, in the column of a translation; a filter that hides it goes."""
        if self.filter_bar and self.model.line_of(source_id) is None:
            self._open_review.set_filter_of_all(Filter())
            self.refresh()
        self.show_near(source_id, translation)

    def show_near(self, source_id: str, translation: int) -> None:
        """Show a source sentence, or the next one that the filter leaves."""
        here = self.table.currentIndex()
        stays = here.isValid() and self.model.source_id(here.row()) == source_id
        number = here.row() if stays else self.model.line_near(source_id)
        column = self.model.column_of(translation)
        self.table.setCurrentIndex(self.model.index(number, column))
        self._cell_changed(self.table.currentIndex())
        self.table.go_to(number, centre=True)

    def set_text_font(self, font: QFont, pad_y: int) -> None:
        """The font of the texts, with `pad_y` pixels above and below those of a row."""
        self.table.set_text_font(font, pad_y)
        if self.model.review is not None:
            self.table.set_narrow(self._narrow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the review, if it has changed since it was read."""
        if not self._outdated or not self._open_review.is_open():
            return
        self._outdated = False
        self.model.load(self._open_review)
        self.table.set_narrow(self._narrow())
        self._cell_changed(self.table.currentIndex())
        orders = list(self.model.orders())
        if orders != [self.order.itemText(n) for n in range(self.order.count())]:
            self.order.clear()
            self.order.addItems(orders)
            self.model.put_in_order(0)
        self.order.setVisible(bool(orders))
        self.table.horizontalHeader().setSectionsClickable(bool(orders))
        self._offer_filters()
        self._show_note()

    def _offer_filters(self) -> None:
        if self.filter_bar is None or not isinstance(self.model, OverviewModel):
            return
        review = self._open_review.review
        indexes = [review.index(info.id) for info in review.translations]
        self.filter_bar.offer_checks(
            frozenset().union(*(index.checks() for index in indexes)),
            frozenset().union(*(index.kinds() for index in indexes)),
        )
        self.filter_bar.show_count(self.model.lines(), self.model.all_lines())

    def _show_note(self) -> None:
        self.note.setText(self.model.note())
        self.note.setVisible(bool(self.model.note()))
        # A layout keeps its margins where nothing in it is shown.
        above = 6 if self.filter_bar is None or self.model.note() else 0
        self._head.setContentsMargins(12, above, 12, above)

    def _sort_by(self, column: int) -> None:
        order = self.model.order_of(column)
        if order is not None and order < self.order.count():
            self.order.setCurrentIndex(order)
            self._put_in_order(order)

    def _put_in_order(self, order: int) -> None:
        """Another order is looked at from its beginning."""
        column = self.table.currentIndex().column()
        self.model.put_in_order(order)
        self.table.setCurrentIndex(self.model.index(0, max(column, FIRST)))
        self.table.scrollToTop()

    def _narrow(self) -> dict[int, int]:
        """The columns that keep a width, wide enough for their headings."""
        headings = self.table.horizontalHeader()
        widths = {
            column: max(width, headings.sectionSizeHint(column))
            for column, width in self.model.narrow().items()
        }
        number = str(self.model.largest_number())
        advance = self.table.text_delegate.metrics().horizontalAdvance(number)
        return {**widths, NUMBER: max(widths[NUMBER], ceil(advance) + 2 * PAD_X)}

    def _remember(self) -> None:
        current = self.table.currentIndex()
        if current.isValid():
            self._was = self.model.identity(current.row()), current.column()

    def _after_reset(self) -> None:
        lines = self.model.rowCount()
        self._show_note()
        if lines or self.filter_bar is None or self.filter_bar.filter().everything():
            self._empty.say("" if lines else self._nothing)
        else:
            show_all = self._open_review.keys.beside(tr("Show all rows"), "clear_filters")
            self._empty.say(tr("No row is like that."), "", show_all)
        if self._was is None:
            return
        known, column = self._was
        number = next((n for n in range(lines) if self.model.identity(n) == known), None)
        if number is not None and column < self.model.columnCount():
            self.table.setCurrentIndex(self.model.index(number, column))

    def _cell_changed(self, index: QModelIndex) -> None:
        if self.isVisible():
            self._open_review.overview_cell = self.model.place(index.row(), index.column())

    def _double_clicked(self, index: QModelIndex) -> None:
        self._cell_changed(index)
        self.entered.emit()
