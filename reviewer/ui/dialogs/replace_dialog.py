"""Find and replace in a translation: what would change is shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.excerpts import begin_of_words, end_of_words
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.replacing import PatternError, Replacement, Wanted, replacements
from reviewer.ui.state.search import Search
from reviewer.wording import changed_lines, error_in_words, language_title, tr, tr_plural

_SIZE = (680, 460)
_AROUND = 30
_LISTED = 300
_AT_ONCE = 1_500
"""So many sentences are looked through in a few milliseconds, at each letter."""
_PAUSE_MS = 120
_KEY = Qt.ItemDataRole.UserRole


class ReplaceDialog(QDialog):
    """`chosen` are the replacements that were agreed to by translation, once it was accepted.

    Of very many only the first are listed; all are counted, and done.
    """

    def __init__(self, review: OpenReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._found: Sequence[tuple[int, Replacement]] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._numbers: dict[int, dict[str, int]] = {}
        self._names = {
            info.id: language_title(info.language) for info in review.review.translations
        }
        self.setWindowTitle(tr("Replace"))
        resize_on_screen(self, *_SIZE)
        self.words, self.by = QLineEdit(review.last_search), QLineEdit()
        self.where = QComboBox()
        self.where.addItem(review.names()[1], [review.translation])
        if len(known := review.review.translations) > 1:
            self.where.addItem(tr("All translations"), [info.id for info in known])
        self.same_case = QCheckBox(tr("&Same capitals"))
        self.whole_words = QCheckBox(tr("&Whole words"))
        self.regular = QCheckBox(tr("Regular &expression"))
        self.words.selectAll()
        if isinstance(search := review.last_search, Search):
            self.same_case.setChecked(search.same_case)
            self.whole_words.setChecked(search.whole_words)
            self.regular.setChecked(search.regular)
        self._preview = QListWidget()
        self._preview.setAccessibleName(tr("What would change"))
        self._preview.setWordWrap(True)
        self._said = Text("").quiet()
        self._replace = QPushButton(tr("&Replace"))
        self._replace.setDefault(True)
        self._lay_out()
        for field in (self.words, self.by):
            field.textChanged.connect(self._search_soon)
        for box in (self.same_case, self.whole_words, self.regular):
            box.toggled.connect(self._search)
        self.where.currentIndexChanged.connect(self._search)
        self._preview.itemChanged.connect(self._count)
        self._replace.clicked.connect(self.accept)
        self._search()

    def done(self, result: int) -> None:
        """What was typed last is looked for before anything is agreed to."""
        if self._pause.isActive():
            self._search()
        super().done(result)

    def _search_soon(self, *_what: object) -> None:
        """At once in a short text; a long one is looked through when the typing pauses."""
        rows = sum(
            self._review.review.counts(number).sentences for number in self.where.currentData()
        )
        if rows > _AT_ONCE:
            self._pause.start()
            # Return right after the last letter must be heard: it is looked for then.
            self._replace.setEnabled(bool(self.words.text()))
        else:
            self._search()

    def wanted(self) -> Wanted:
        """What was typed."""
        return Wanted(
            self.words.text(),
            self.by.text(),
            self.same_case.isChecked(),
            self.whole_words.isChecked(),
            self.regular.isChecked(),
        )

    def chosen(self) -> dict[int, list[Replacement]]:
        """The replacements whose boxes are ticked, by translation."""
        chosen: dict[int, list[Replacement]] = {}
        for number, (translation, one) in enumerate(self._found):
            item = self._preview.item(number)
            if item is None or item.checkState() == Qt.CheckState.Checked:
                chosen.setdefault(translation, []).append(one)
        return chosen

    def said(self) -> str:
        """How many places there are, or what is wrong with what was typed."""
        return self._said.text()

    def preview(self) -> list[str]:
        """The lines of the preview."""
        return [self._preview.item(number).text() for number in range(self._preview.count())]

    def untick(self, number: int) -> None:
        """Leave a line of the preview as it is."""
        self._preview.item(number).setCheckState(Qt.CheckState.Unchecked)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("&Find"), self.words)
        form.addRow(tr("Replace &by"), self.by)
        form.addRow(tr("&In"), self.where)
        boxes = QHBoxLayout()
        for box in (self.same_case, self.whole_words, self.regular):
            boxes.addWidget(box)
        boxes.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        # While nothing can be replaced, Return must not become the key of Cancel.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.addButton(self._replace, QDialogButtonBox.ButtonRole.AcceptRole)
        alike(buttons)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.addLayout(form)
        inside.addLayout(boxes)
        inside.addWidget(self._preview, 1)
        inside.addWidget(self._said)
        inside.addWidget(buttons)

    def _search(self, *_what: object) -> None:
        self._pause.stop()
        problem = ""
        try:
            self._found = [
                (translation, one)
                for translation in self.where.currentData()
                for one in replacements(self._review.review.rows(translation), self.wanted())
            ]
        except PatternError as error:
            self._found, problem = (), error_in_words(error)
        self._preview.blockSignals(True)
        self._preview.clear()
        for translation, one in self._found[:_LISTED]:
            item = QListWidgetItem(self._in_words(translation, one))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._preview.addItem(item)
        self._preview.blockSignals(False)
        self._count()
        if problem:
            self._said.setText(problem)

    def _count(self, *_what: object) -> None:
        chosen = [one for some in self.chosen().values() for one in some]
        places = sum(one.places for one in chosen)
        self._replace.setEnabled(bool(chosen))
        self._replace.setDefault(True)
        where = tr_plural("{n} place", "{n} places", places)
        rows = tr_plural("{n} row", "{n} rows", len(chosen))
        self._said.setText(
            tr("{where} in {rows}. One undo takes all of it back.", where=where, rows=rows)
            if chosen
            else tr("Nothing to replace.")
        )

    def _in_words(self, translation: int, one: Replacement) -> str:
        before, after = _difference(one.before, one.after)
        name = f"{self._names[translation]} " if self.where.currentIndex() else ""
        where = f"{name}{self._number(translation, one.row_key)}:"
        return changed_lines(where, before, after)

    def _number(self, translation: int, key: str) -> int:
        """The number that a row bears in its translation."""
        if translation not in self._numbers:
            rows = self._review.review.rows(translation)
            keys = (row.key for row in rows if row.kind != "furniture")
            self._numbers[translation] = {key: number for number, key in enumerate(keys, 1)}
        return self._numbers[translation][key]


def _difference(before: str, after: str) -> tuple[str, str]:
    """Both texts from a little before the first place to a little after the last."""
    shorter = min(len(before), len(after))
    first = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    last = next(
        (n for n in range(shorter - first) if before[-1 - n] != after[-1 - n]), shorter - first
    )
    begin = begin_of_words(before, first - _AROUND, first)
    cut = []
    for text in (before, after):
        end = end_of_words(text, len(text) - max(last - _AROUND, 0), len(text) - last)
        cut.append(f"{'…' if begin else ''}{text[begin:end]}{'…' if end < len(text) else ''}")
    return cut[0], cut[1]
