"""The overview: every translation beside the source. Enter or a double click goes into one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from reviewer.text.languages import is_right_to_left
from reviewer.ui.review.overview_model import OverviewModel
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.table.row_delegate import RowDelegate
from reviewer.ui.table.table_view import ReviewTable
from reviewer.wording import language_name, tr

_LEAST_WIDTH = 185


class OverviewPage(QWidget):
    """`entered` says that the user wants to go into the current cell."""

    entered = Signal()

    def __init__(self, review: OpenReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_review = review
        self._outdated = True
        self.model = OverviewModel(self)
        self.table = ReviewTable(RowDelegate())
        self.table.setAccessibleName(tr("All translations"))
        self.table.text_delegate.ruled = True
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.show_model(self.model, {}, _LEAST_WIDTH)
        self.table.enter_pressed.connect(self.entered)
        self.table.doubleClicked.connect(self._double_clicked)
        self.table.selectionModel().currentChanged.connect(self._cell_changed)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table)

    def outdated(self) -> None:
        """The review has changed: look again before this is shown."""
        self._outdated = True
        if self.isVisible():
            self._refresh()

    def show_at(self, source_id: str, translation: int) -> None:
        """Show the overview at a source sentence, in the column of a translation."""
        self._refresh()
        number = self.model.line_of(source_id) or 0
        known = [info.id for info in self._open_review.review.translations]
        column = known.index(translation) + 1
        self.table.setCurrentIndex(self.model.index(number, column))
        self.table.go_to(number, centre=True)

    def set_text_font(self, font: QFont, *, dense: bool) -> None:
        """The font of the texts, and whether the rows are dense."""
        self.table.set_text_font(font, dense=dense)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if not self._outdated or not self._open_review.is_open():
            return
        self._outdated = False
        review = self._open_review.review
        languages = [review.source.language, *(info.language for info in review.translations)]
        current = self.table.currentIndex()
        self.model.show_rows(
            review.overview(),
            [language_name(language) for language in languages],
            [is_right_to_left(language) for language in languages],
        )
        self.table.share_width()
        if current.isValid():
            self.table.setCurrentIndex(self.model.index(current.row(), current.column()))
        self._cell_changed(self.table.currentIndex())

    def _cell_changed(self, index: QModelIndex) -> None:
        cell = self.model.translation_cell(index.row(), index.column())
        self._open_review.overview_cell = (cell.translation_id, cell.row_key) if cell else None

    def _double_clicked(self, index: QModelIndex) -> None:
        self._cell_changed(index)
        self.entered.emit()
