"""Everything that is dismissed, here and for all reviews; seen and taken back in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.look.check_facts import check_title, finding_title
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.line_table import choose_line, line_table
from reviewer.ui.look.widgets import Text, as_plain, without_icons
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import in_words, language_name, tr
from reviewer.wording.moments import short_moment

_SIZE = (760, 480)


@dataclass(frozen=True)
class _Line:
    """`row_key` is "" for what is remembered and stands in no row of this review."""

    where: str
    what: str
    comment: str
    at: str
    fingerprint: str
    translation: int = 0
    row_key: str = ""


class DismissalsDialog(QDialog):
    """`place` is the translation and row that the user wants to see."""

    def __init__(self, review: OpenReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place: tuple[int, str] | None = None
        self._review = review
        self._lines: list[_Line] = []
        self.setWindowTitle(tr("Dismissed findings"))
        resize_on_screen(self, *_SIZE)
        headings = [tr("Where"), tr("What"), tr("Comment"), tr("When")]
        self.table = line_table(tr("Dismissed findings"), headings, several=True)
        self.table.itemSelectionChanged.connect(self._update)
        self._said = Text("").quiet()
        self._back = QPushButton(tr("&Take back (Del)"))
        self._show = QPushButton(tr("&Show the row (Enter)"))
        self._back.clicked.connect(self.take_back)
        self._show.clicked.connect(self._show_row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        for button in (self._back, self._show):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        without_icons(buttons)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        for widget in (self.table, self._said, buttons):
            inside.addWidget(widget)
        self._fill()
        self.table.setFocus()

    def lines(self) -> list[tuple[str, str]]:
        """Where and what, line by line."""
        return [(line.where, line.what) for line in self._lines]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_row()
        elif event.key() == Qt.Key.Key_Delete:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def take_back(self) -> None:
        """Raise the selected findings again, here or in other reviews."""
        review = self._review.review
        for line in self._selected():
            if line.row_key:
                take_back: Callable[[], object] = partial(
                    review.decide, line.translation, line.row_key, line.fingerprint, "reopen"
                )
            else:
                take_back = partial(review.forget_remembered, [line.fingerprint])
            self._review.do(
                cast("Callable[[], None]", take_back), tr("The finding is still dismissed.")
            )
        self._fill()

    def _read(self) -> list[_Line]:
        review = self._review.review
        remembered = {one.fingerprint: one for one in review.remembered()}
        lines = []
        for info in review.translations:
            index = review.index(info.id)
            for place in index.with_findings:
                if not any(one.state == "dismissed" for one in index.known[place].findings):
                    continue
                row = review.row(info.id, index.keys[place])
                for item in row.findings:
                    if item.state != "dismissed":
                        continue
                    kept = remembered.pop(item.fingerprint, None)
                    name = language_name(info.language)
                    number = index.number(place) or 0
                    where = (
                        tr("{language}, row {number}; all reviews", language=name, number=number)
                        if kept
                        else tr("{language}, row {number}; only here", language=name, number=number)
                    )
                    what = f"{finding_title(item.finding)}: {in_words(item.finding.message)}"
                    lines.append(
                        _Line(
                            where,
                            what,
                            item.comment,
                            kept.at if kept else "",
                            item.fingerprint,
                            info.id,
                            row.key,
                        )
                    )
        for one in remembered.values():
            check, _, words = one.words.partition(": ")
            what = f"{check_title(check)}: {words}" if words else tr("from an earlier version")
            lines.append(_Line(tr("all reviews"), what, one.comment, one.at, one.fingerprint))
        return lines

    def _fill(self) -> None:
        self._lines = self._read()
        self.table.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            for column, text in enumerate(
                (line.where, line.what, line.comment, short_moment(line.at) if line.at else "")
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(as_plain(text))
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        if self._lines:
            choose_line(self.table, 0)
        self._update()

    def _selected(self) -> list[_Line]:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self._lines[row] for row in rows if row < len(self._lines)]

    def _update(self) -> None:
        chosen = self._selected()
        self._back.setEnabled(bool(chosen))
        self._show.setEnabled(len(chosen) == 1 and bool(chosen[0].row_key))
        self._said.setText(
            tr(
                "What is taken back here is open again. What stands in no row of this review is "
                "raised again in other reviews."
            )
            if self._lines
            else tr("Nothing is dismissed.")
        )

    def _show_row(self) -> None:
        chosen = self._selected()
        if len(chosen) == 1 and chosen[0].row_key:
            self.place = chosen[0].translation, chosen[0].row_key
            self.accept()
