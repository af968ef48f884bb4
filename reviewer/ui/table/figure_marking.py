"""Joins the figures of the current row: those that agree have a quiet mark, and the one that is
looked at is lit together with its counterpart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from reviewer.review import SideName
from reviewer.ui.look.utf16_offsets import from_qt
from reviewer.ui.look.widgets import as_plain
from reviewer.ui.state.figure_words import told
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_figures import FigureMarks, agreeing, figure_links, link_at
from reviewer.ui.table.table_model import SOURCE, TARGET, TableModel
from reviewer.ui.table.table_view import ReviewTable

if TYPE_CHECKING:
    from reviewer.checks.numbers.explain import Link

_REST_MS = 120
"""How long a row is current before its figures are read: keys that are held down only pass."""


class FigureMarking(QObject):
    """Keeps `TableModel.figures` true to the current row and to the pointer.

    `ready` says whether the languages' words for numbers have been loaded: by a job, since that
    takes longer than a key may. `found` brings the current row once its figures were read and it
    has some.
    """

    found = Signal(object)

    def __init__(self, table: ReviewTable, model: TableModel, review: OpenReview) -> None:
        super().__init__(table)
        self._table, self._model, self._review = table, model, review
        self._links: tuple[Link, ...] = ()
        self.ready: Callable[[], bool] = lambda: True
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._read)
        review.current_changed.connect(self._wait)
        review.rows_updated.connect(self._wait)
        review.closed.connect(self._rest.stop)
        table.viewport().installEventFilter(self)

    def light(self, link: Link | None) -> None:
        """Light a link of the current row and no other; None lights none."""
        if link and self._rest.isActive():
            self._rest.stop()
            self._read()
        if link != self._model.figures.lit:
            self._show(replace(self._model.figures, lit=link))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self.light(self._link_at(event.position().toPoint()))
        elif kind == QEvent.Type.Leave:
            self.light(None)
        elif kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tell(event)
        return False

    def _tell(self, event: QHelpEvent) -> bool:
        """Say how the figure under the pointer was read; False where there is none."""
        link = self._link_at(event.pos())
        if link is None:
            return False
        QToolTip.showText(event.globalPos(), as_plain(told(link)), self._table.viewport())
        return True

    def _wait(self, *_what: object) -> None:
        row = self._review.current_row() if self._review.is_open() else None
        if row is None or not self._model.figures.belong_to(row):
            self._links = ()
            self._show(FigureMarks())
        self._rest.start()

    def _read(self) -> None:
        review = self._review
        row = review.current_row() if review.is_open() else None
        if row is None or row.relation is None or not (row.source and row.target):
            return
        if not self.ready():
            self._rest.start()
            return
        languages = (review.look.source.language, review.language())
        self._links = figure_links(row.source, row.target, *languages)
        lit = self._model.figures.lit if self._model.figures.belong_to(row) else None
        self._show(FigureMarks(row.key, row.source, row.target, agreeing(self._links, row), lit))
        if self._links:
            self.found.emit(row)

    def _show(self, marks: FigureMarks) -> None:
        before = self._model.figures
        if marks == before:
            return
        self._model.figures = marks
        # The two cells of the row and no more: this happens beside each key.
        for key in {one.key for one in (before, marks) if one.agreeing or one.lit}:
            line = self._model.shown.line_of(key)
            if line is not None:
                for column in (SOURCE, TARGET):
                    self._table.update(self._model.index(line, column))

    def _link_at(self, point: QPoint) -> Link | None:
        """The figure of the current row under the pointer, with its counterpart."""
        index = self._table.indexAt(point)
        row = self._model.row_at(index.row()) if self._links and index.isValid() else None
        if row is None or index.column() not in (SOURCE, TARGET):
            return None
        if not self._model.figures.belong_to(row):
            return None
        box = self._table.visualRect(index)
        offset = self._table.text_delegate.character_at(index, box, QPointF(point))
        if offset is None:
            return None
        side: SideName = "source" if index.column() == SOURCE else "target"
        text = row.source if side == "source" else row.target
        return link_at(self._links, side, from_qt(text, offset))
