"""Find words in all documents of a set, and choose the row to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.background import set_jobs
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.look.excerpts import begin_of_words
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.line_table import choose_line, line_table, list_buttons
from reviewer.ui.look.widgets import Text, as_plain
from reviewer.ui.state.search import Needle, Search, found, nowhere_words
from reviewer.wording import in_own_direction, in_words, language_title, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.sets import Hit, ReviewSet, Unread

_SIZE = (900, 600)
_WIDTHS = (150, 90, 50, 290)
MOST_LISTED = 2_000
"""Rows; more are counted, and narrower words show them."""
_BEFORE = 30
"""Letters before the words that a cell shows."""
_SHOWN = 200


class FindInSetDialog(QDialog):
    """`search` is what was looked for last, `place` the row that the user wants to see."""

    def __init__(self, of: ReviewSet, search: str, parent: QWidget | None = None) -> None:
        """`search` stands there to begin with."""
        super().__init__(parent)
        self.setWindowTitle(tr("Find in all documents"))
        resize_on_screen(self, *_SIZE)
        self.search = Search()
        self.place: Hit | None = None
        self.jobs = JobSlot(self)
        self._set = of
        self._hits: list[Hit] = []
        self._more = 0
        self._unread: list[Unread] = []
        self.words = QLineEdit(str(search))
        self.words.setPlaceholderText(tr("Find in texts, back-translations, comments"))
        self.words.setAccessibleName(tr("Find"))
        self.words.setClearButtonEnabled(True)
        self.words.selectAll()
        self.same_case = QCheckBox(tr("&Same capitals"))
        self.whole_words = QCheckBox(tr("&Whole words"))
        self.regular = QCheckBox(tr("Regular &expression"))
        if isinstance(search, Search):
            self.same_case.setChecked(search.same_case)
            self.whole_words.setChecked(search.whole_words)
            self.regular.setChecked(search.regular)
        headings = [
            tr("Document"),
            tr("Language"),
            tr("Row"),
            tr("Source"),
            tr("Translation"),
        ]
        self.table = line_table(tr("Rows that say it"), headings)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.itemSelectionChanged.connect(self._update)
        self.table.cellDoubleClicked.connect(self.show_row)
        self.said = Text("").quiet()
        self._find = QPushButton(tr("&Find"))
        self._find.clicked.connect(self.look_through)
        self._show = QPushButton(tr("&Show the row (Enter)"))
        self._show.clicked.connect(self.show_row)
        self.words.textChanged.connect(self._update)
        self._lay_out()
        self._update()
        self.words.setFocus()

    def hits(self) -> list[Hit]:
        """What is listed."""
        return list(self._hits)

    def look_through(self) -> None:
        """Look through all documents; what is found is listed as it comes."""
        self.jobs.end()
        # The slot is free when the end of the search before was told.
        self.jobs.settle()
        self.search = Search(
            self.words.text(),
            same_case=self.same_case.isChecked(),
            whole_words=self.whole_words.isChecked(),
            regular=self.regular.isChecked(),
        )
        self._hits, self._unread, self._more = [], [], 0
        self.table.setRowCount(0)
        if not self.search:
            self._update()
            return
        job = self.jobs.begin_delivering(
            set_jobs.searching(self._set, Needle(self.search).stands_in),
            self._take,
            lambda _none: self._tell_all(),
            failed=lambda error: self.said.setText(in_words(error.args[0])),
        )
        if job:
            self.said.setText(tr("Searching…"))
            job.progressed.connect(self._tell_share)

    def show_row(self) -> None:
        """Go to the chosen row."""
        if chosen := self._chosen():
            self.place = chosen
            self.accept()

    def done(self, result: int) -> None:
        """Closed: nobody waits for the search any more."""
        self.jobs.end()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.key() == Qt.Key.Key_Down and self.words.hasFocus():
                self.table.setFocus()
            super().keyPressEvent(event)
        elif self.table.hasFocus():
            self.show_row()
        else:
            self.look_through()

    def _lay_out(self) -> None:
        inside, line, how = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        line.addWidget(self.words, 1)
        line.addWidget(self._find)
        self._find.setAutoDefault(False)
        for box in (self.same_case, self.whole_words, self.regular):
            how.addWidget(box)
        how.addStretch(1)
        buttons = list_buttons(self._show)
        buttons.rejected.connect(self.reject)
        inside.addLayout(line)
        inside.addLayout(how)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.said)
        inside.addWidget(buttons)

    def _chosen(self) -> Hit | None:
        row = self.table.currentRow()
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def _update(self) -> None:
        self._find.setEnabled(bool(self.words.text()))
        self._show.setEnabled(self._chosen() is not None)

    def _take(self, one: Hit | Unread) -> None:
        from reviewer.sets import Unread

        if isinstance(one, Unread):
            self._unread.append(one)
        elif len(self._hits) < MOST_LISTED:
            self._list(one)
        else:
            self._more += 1

    def _list(self, hit: Hit) -> None:
        row = len(self._hits)
        self._hits.append(hit)
        self.table.setRowCount(row + 1)
        target = f"{hit.target}  [{hit.beside}]" if hit.beside else hit.target
        texts = (hit.name, language_title(hit.language), str(hit.number), hit.source, target)
        for column, text in enumerate(texts):
            of_a_text = column in (3, 4)
            item = QTableWidgetItem(in_own_direction(self._around(text)) if of_a_text else text)
            item.setToolTip(as_plain(text))
            self.table.setItem(row, column, item)
        if row == 0:
            choose_line(self.table, 0)
            if self.words.hasFocus():
                self.table.setFocus()

    def _around(self, text: str) -> str:
        """As much of a text as a cell has room for, from shortly before the words on."""
        spans = found(text, self.search)
        at = spans[0].start if spans else 0
        start = begin_of_words(text, at - _BEFORE, at)
        return f"…{text[start : start + _SHOWN]}" if start > 0 else text[:_SHOWN]

    def _tell_share(self, words: str, share: float) -> None:
        self.said.setText(f"{words}  {share:.0%}")

    def _tell_all(self) -> None:
        many = len(self._hits) + self._more
        words = tr_plural("{n} row found", "{n} rows found", many)
        if not many:
            words = nowhere_words(self.search)
        elif self._more:
            words += " · " + tr("The first {n} are listed.", n=MOST_LISTED)
        lines = [f"{one.name}: {in_words(one.why)}" for one in self._unread]
        self.said.setText("\n".join([words, *lines[:3], *(["…"] if len(lines) > 3 else [])]))
        self._update()
