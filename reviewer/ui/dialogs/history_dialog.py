"""All that was done in the review: who, what, when, where; and the way back to any point."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.review import TimelineStep
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.line_table import choose_line, give_room, line_table, list_buttons
from reviewer.ui.look.widgets import Text, as_plain
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import in_words, language_title, tr
from reviewer.wording.moments import short_moment

_SIZE = (760, 520)
_SHOWN = 200
"""Letters of what was done; all of it is the tooltip."""


class HistoryDialog(QDialog):
    """The latest step first. `point` is the step to go back to (0: before all), None for none;
    `place` the translation and row that the user wants to see."""

    def __init__(self, review: OpenReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point: int | None = None
        self.place: tuple[int, str] | None = None
        self._review = review
        self._steps = list(reversed(review.review.timeline()))
        self.setWindowTitle(tr("History"))
        resize_on_screen(self, *_SIZE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Type to see some of it: a name, a word, a language"))
        self.search.setAccessibleName(tr("Find in the history"))
        self.search.textChanged.connect(self._filter)
        headings = [tr("When"), tr("Who"), tr("Where"), tr("What")]
        self.table = line_table(tr("What was done"), headings)
        self.table.itemSelectionChanged.connect(self._update)
        self._show = QPushButton(tr("&Show the row"))
        self._back = QPushButton(tr("&Go back to here"))
        self._before = QPushButton(tr("Go back to the &beginning"))
        self._show.clicked.connect(self._show_row)
        self._back.clicked.connect(self._go_back)
        self._before.clicked.connect(self._go_to_beginning)
        self._said = Text("").quiet()
        buttons = list_buttons(self._show, self._back, self._before)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        for widget in (self.search, self.table, self._said, buttons):
            inside.addWidget(widget)
        self._fill()
        self.table.setFocus()

    def lines(self) -> list[list[str]]:
        """What is shown, line by line."""
        return [
            [item.text() if (item := self.table.item(row, column)) else "" for column in range(4)]
            for row in range(self.table.rowCount())
            if not self.table.isRowHidden(row)
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self._go_back if control else self._show_row)()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        names = {
            info.id: language_title(info.language) for info in self._review.review.translations
        }
        self.table.setRowCount(len(self._steps))
        for row, step in enumerate(self._steps):
            words = in_words(step.words)
            what = tr("{what} (undone)", what=words) if step.undone else words
            where = self._where(step, names.get(step.translation_id, ""))
            cells = (short_moment(step.at), step.author, where, what)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text[:_SHOWN])
                item.setToolTip(as_plain(text))
                if step.undone:
                    item.setForeground(self.palette().placeholderText())
                self.table.setItem(row, column, item)
        give_room(self.table)
        if self._steps:
            choose_line(self.table, 0)
        self._update()

    def _where(self, step: TimelineStep, language: str) -> str:
        """The translation and the row that a step was about, as far as they are there today."""
        if not language or not step.row_key:
            return language
        index = self._review.review.index(step.translation_id)
        place = index.place_of.get(step.row_key)
        number = None if place is None else index.number(place)
        if number is None:
            return language
        return tr("{language}, row {number}", language=language, number=str(number))

    def _filter(self, typed: str) -> None:
        wanted = typed.casefold()
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(4))
            shown = " ".join(cell.text() for cell in cells if cell).casefold()
            self.table.setRowHidden(row, wanted not in shown)

    def _current(self) -> TimelineStep | None:
        row = self.table.currentRow()
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def _update(self) -> None:
        step = self._current()
        self._back.setEnabled(bool(step and step.reachable))
        self._show.setEnabled(bool(step and step.row_key))
        self._before.setEnabled(any(one.reachable and not one.undone for one in self._steps))
        if not self._steps:
            said = tr("Nothing was done yet.")
        elif step and not step.reachable:
            said = tr("Undo does not go back to there: a translation was added since.")
        else:
            said = tr(
                "Enter shows the row, Ctrl+Enter goes back to just after this step. Going back can "
                "itself be undone and is kept in the history."
            )
        self._said.setText(said)

    def _show_row(self) -> None:
        if (step := self._current()) and step.row_key:
            self.place = step.translation_id, step.row_key
            self.accept()

    def _go_back(self) -> None:
        if (step := self._current()) and step.reachable:
            self.point = step.id
            self.accept()

    def _go_to_beginning(self) -> None:
        self.point = 0
        self.accept()
