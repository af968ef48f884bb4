"""The widgets of the review page and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.look.empty_state import EmptyState
from reviewer.ui.look.thin_splitter import ThinSplitter
from reviewer.ui.look.widgets import rule
from reviewer.ui.panel.finding_panel import FindingPanel
from reviewer.ui.review.comparison_pages import comparison_pages
from reviewer.ui.review.document_bar import DocumentBar
from reviewer.ui.review.end_bar import EndBar
from reviewer.ui.review.filter_bar import FilterBar
from reviewer.ui.review.find_bar import FindBar
from reviewer.ui.review.tour_bar import TourBar
from reviewer.ui.review.translation_bar import TranslationBar
from reviewer.ui.review.words_bar import WordsBar
from reviewer.ui.state.comparisons import FIGURES, MATRIX, OVERVIEW
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.page_room import (
    ROOMY,
    Density,
    PanelPlace,
    RowRoom,
    is_beside,
    row_room,
)
from reviewer.ui.table.margin_columns import LINK_WIDTH, NUMBER_WIDTH, LinkDelegate, NumberDelegate
from reviewer.ui.table.overview_ruler import OverviewRuler
from reviewer.ui.table.row_editing import EditingDelegate
from reviewer.ui.table.table_model import LINK, NUMBER, TableModel
from reviewer.ui.table.table_view import ReviewTable
from reviewer.wording import tr

_PANEL_WIDTH, _PANEL_HEIGHT = 380, 112

_LEAST_POINTS = 6
"""No text is smaller."""

_MOST_OF_PANEL = 0.4
"""The share of the page that the panel has at most until somebody drags its edge: what was kept
from a larger window must not leave the rows without a place."""


@dataclass(frozen=True)
class PageActions:
    """What the page offers of the commands: those given by a letter alone, those of the context
    menu of a row (None separates), the buttons of a finding and of a row, and the way to the next
    finding."""

    letters: Sequence[QAction]
    row_menu: Sequence[QAction | None]
    row_menu_end: Sequence[QAction | None]
    finding_buttons: Sequence[QAction]
    row_buttons: Sequence[QAction]
    next_finding: QAction


class ReviewLayout(QWidget):
    """A bar of translations over a table and a panel, or over the overview."""

    def __init__(
        self, review: OpenReview, actions: PageActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.review = review
        self._extent = {True: _PANEL_WIDTH, False: _PANEL_HEIGHT}
        self._density: Density = "fitting"
        self._place: PanelPlace = "fitting"
        self._room = ROOMY
        self._changes = False
        self._lent = 0
        self._font = QFont()
        self.model = TableModel(review.shown, self)
        self.document_bar = DocumentBar()
        self.bar = TranslationBar()
        self.filter_bar = FilterBar(review.keys)
        self.find_bar = FindBar()
        self.end_bar = EndBar(review.keys)
        self.lost_bar = WordsBar(tr("Corrections without a place"), tr("Show them…"))
        self.copy_bar = WordsBar(tr("A copy of a file that cannot be written"), tr("Save as…"))
        self.tour_bar = TourBar()
        self.delegate = EditingDelegate()
        self.table = ReviewTable(self.delegate)
        self.table.setAccessibleName(tr("Rows"))
        self.ruler = OverviewRuler()
        self.overview, self.matrix, self.figures = comparison_pages(review)
        self.comparisons = {OVERVIEW: self.overview, MATRIX: self.matrix, FIGURES: self.figures}
        self.panel = FindingPanel(actions.finding_buttons, actions.row_buttons)
        self.empty = EmptyState(self.table)
        self._numbers = NumberDelegate(self.table)
        self.table.show_model(self.model, {NUMBER: NUMBER_WIDTH, LINK: LINK_WIDTH})
        self.table.setItemDelegateForColumn(NUMBER, self._numbers)
        self.table.setItemDelegateForColumn(LINK, LinkDelegate(self.table))
        self.listen_to(actions.letters)
        self.splitter = self._split()
        self.splitter.splitterMoved.connect(self._keep_extent)
        self.panel.room_wanted.connect(self._give_room)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        for comparison in self.comparisons.values():
            self._stack.addWidget(comparison)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.document_bar)
        whole.addWidget(self.bar)
        whole.addWidget(self.tour_bar)
        whole.addWidget(rule())
        whole.addWidget(self._stack, 1)

    def listen_to(self, letters: Sequence[QAction]) -> None:
        """Hear the letters of these commands in the rows and the panel."""
        for action in letters:
            for widget in (self.table, self.panel):
                if action not in widget.actions():
                    widget.addAction(action)

    def panel_extents(self) -> tuple[int, int]:
        """The width of the panel beside the table and its height below it, in pixels."""
        return self._extent[True], self._extent[False]

    def restore_panel(self, extents: Sequence[int]) -> None:
        """Give the panel what `panel_extents` gave last time; anything else is the usual size."""
        if len(extents) == 2 and min(extents) > 0:
            self._extent = dict(zip((True, False), extents, strict=True))

    def show_page(self, view: int) -> None:
        """Show a page that compares all translations, or one of them by its number."""
        self._stack.setCurrentWidget(self.comparisons.get(view, self.splitter))

    def show_changes(self, on: bool) -> None:
        """Whether the reviewer's changes are shown in the rows; seen with the next measuring."""
        self._changes = on
        is_open = self.review.is_open()
        self.model.changes_in = self.review.language() if on and is_open else ""

    def show_signs(self, on: bool) -> None:
        """Whether signs stand for invisible characters; seen with the next `set_text_font`."""
        for table in self.tables():
            table.text_delegate.all_signs = on

    def tables(self) -> list[ReviewTable]:
        """The table of rows and those that compare."""
        return [self.table, *(page.table for page in self.comparisons.values())]

    def set_text_font(self, font: QFont) -> None:
        """The font of the texts; rows with little room have a smaller one."""
        self._font = font
        font = QFont(font)
        font.setPointSizeF(max(font.pointSizeF() - self._room.smaller, _LEAST_POINTS))
        small = QFont(font)
        small.setPointSizeF(max(font.pointSizeF() * 0.85, _LEAST_POINTS))
        self._numbers.font = small
        self._numbers.pad_y = self._room.pad_y
        self.table.set_text_font(font, self._room.pad_y)
        for comparison in self.comparisons.values():
            comparison.set_text_font(font, self._room.pad_y)
        self.panel.set_text_font(font)

    def set_density(self, density: Density) -> None:
        """How dense the rows are."""
        self._density = density
        self._fit_density()

    def set_panel_place(self, place: PanelPlace) -> None:
        """Where the panel stands."""
        self._place = place
        self._fit_panel()

    def room_of_rows(self) -> RowRoom:
        """The room that rows have now."""
        return self._room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_density()
        self._fit_panel(first=event.oldSize().width() < 0)

    def _fit_density(self) -> None:
        room = row_room(self._density, self.height())
        if room != self._room:
            self._room, dense = room, room != ROOMY
            self.bar.set_dense(dense)
            for bar in (self.filter_bar, *(page.filter_bar for page in self.comparisons.values())):
                if bar:
                    bar.set_dense(dense)
            self.tour_bar.set_dense(dense)
            self.set_text_font(self._font)

    def _fit_panel(self, *, first: bool = False) -> None:
        beside = is_beside(self._place, self.width())
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        self.panel.set_wide(not beside)
        if self.splitter.orientation() != wanted or first:
            self.splitter.setOrientation(wanted)
            whole = self.width() if beside else self.height()
            panel = min(self._extent[beside], round(whole * _MOST_OF_PANEL))
            self.splitter.setSizes([whole - panel, panel])

    def _give_room(self, high: int) -> None:
        """A low panel is `high` pixels high while a form in it is filled in, with 0 as high as it
        was; where the edge is dragged meanwhile, it stays there."""
        sizes = self.splitter.sizes()
        if self.splitter.orientation() == Qt.Orientation.Horizontal:
            self._lent = 0
        elif high > sizes[1]:
            self._lent = high - sizes[1]
            self.splitter.setSizes([sizes[0] - self._lent, high])
        elif not high and self._lent:
            self.splitter.setSizes([sizes[0] + self._lent, sizes[1] - self._lent])
            self._lent = 0

    def _keep_extent(self) -> None:
        self._lent = 0
        beside = self.splitter.orientation() == Qt.Orientation.Horizontal
        self._extent[beside] = self.splitter.sizes()[1]

    def _split(self) -> QSplitter:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(self.find_bar)
        column.addWidget(self.lost_bar)
        column.addWidget(self.copy_bar)
        column.addWidget(rule())
        rows = QHBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.ruler)
        column.addLayout(rows, 1)
        # It comes by itself: above the rows it would push them down under the eyes.
        column.addWidget(self.end_bar)
        self.panel.setMinimumSize(240, 84)
        splitter = ThinSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        return splitter
