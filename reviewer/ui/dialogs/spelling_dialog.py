"""One list of the words of a translation that no dictionary knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain import ReviewerError
from reviewer.spelling.unknown_words import Sentence, UnknownWord, asked_words, unknown_words
from reviewer.ui.background.spelling import Spelling
from reviewer.ui.dialogs.rows_of_line import next_of, numbers_in_words
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.line_table import choose_line, fill_lines, line_table, list_buttons
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import error_in_words, tr, tr_plural

_SIZE = (620, 480)


class SpellingDialog(QDialog):
    """`place` is the key of the row that the user wants to see, and the word there."""

    def __init__(
        self, review: OpenReview, spelling: Spelling, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.place: tuple[str, str] | None = None
        self._review, self._spelling = review, spelling
        self._words: list[UnknownWord] = []
        self.setWindowTitle(tr("Spelling: {name}", name=review.names()[1]))
        resize_on_screen(self, *_SIZE)
        headings = [tr("Word"), tr("How often"), tr("In the rows")]
        self.table = line_table(tr("Unknown words"), headings, several=True)
        self.table.itemSelectionChanged.connect(self._update)
        self.said = Text("").quiet()
        self._learn = QPushButton(tr("&Learn (Ins)"))
        self._show = QPushButton(tr("&Show the row (Enter)"))
        self._learn.clicked.connect(self.learn)
        self._show.clicked.connect(self.show_row)
        buttons = list_buttons(self._learn, self._show)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        for widget in (self.table, self.said, buttons):
            inside.addWidget(widget)
        self._sentences = [
            Sentence(row.key, row.source, row.target)
            for row in review.review.rows(review.translation)
            if row.relation is not None and row.target
        ]
        self._language = review.language()
        self._update()
        self._begin()
        self.table.setFocus()

    def words(self) -> list[UnknownWord]:
        """What is listed."""
        return list(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_row()
        elif event.key() == Qt.Key.Key_Insert:
            self.learn()
        else:
            super().keyPressEvent(event)

    def learn(self) -> None:
        """The chosen words are known from now on, in every review."""
        chosen = self._chosen()
        try:
            self._spelling.learn(self._language, [one.word for one in chosen])
        except (ReviewerError, OSError) as error:
            self.said.setText(error_in_words(error))
            return
        here = max(self.table.currentRow(), 0)
        self._fill([one for one in self._words if one not in chosen], here)

    def show_row(self) -> None:
        """Go to the next row with the chosen word after the current one."""
        chosen = self._chosen()
        if len(chosen) != 1:
            return
        self.place = next_of(self._review, chosen[0].rows), chosen[0].word
        self.accept()

    def _begin(self) -> None:
        sentences, language = self._sentences, self._language
        of_source = self._review.review.source.language
        self.said.setText(tr("Looking words up"))
        begun = self._spelling.look_up(
            language,
            lambda: asked_words(sentences, language),
            lambda unknown: unknown_words(sentences, unknown, language, of_source),
            self._found,
            lambda error: self.said.setText(error_in_words(error)),
            lambda said, share: self.said.setText(f"{said}  {share:.0%}"),
        )
        if not begun:
            self.said.setText(tr("Words are being looked up already. Try again in a moment."))

    def _found(self, listed: list[UnknownWord]) -> None:
        self._fill(listed, 0)

    def _fill(self, listed: list[UnknownWord], here: int) -> None:
        self._words = listed
        lines = [
            (one.word, str(one.count), numbers_in_words(self._review, one.rows)) for one in listed
        ]
        fill_lines(self.table, lines)
        self.said.setText(
            tr_plural("{n} unknown word", "{n} unknown words", len(listed))
            + ". "
            + tr("Words of the source and its names are left out.")
            if listed
            else tr("Every word is known, or comes from the source.")
        )
        if listed:
            choose_line(self.table, min(here, len(listed) - 1))
        self._update()

    def _chosen(self) -> list[UnknownWord]:
        lines = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self._words[line] for line in lines if line < len(self._words)]

    def _update(self) -> None:
        chosen = self._chosen()
        self._learn.setEnabled(bool(chosen))
        self._show.setEnabled(len(chosen) == 1)
