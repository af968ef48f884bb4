"""One list of the names and terms of the document, and how the translation renders each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reviewer.checks.names_and_terms import Rendering, names_and_terms
from reviewer.domain import ReviewerError
from reviewer.processes import Cancelled
from reviewer.text.names import marks_names
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.jobs import Progress
from reviewer.ui.dialogs.rows_of_line import next_of, numbers_in_words
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.line_table import choose_line, fill_lines, line_table, list_buttons
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import in_own_direction, language_name, tr, tr_plural

_SIZE = (720, 480)


class NamesAndTermsDialog(QDialog):
    """`place` is the key of the row that the user wants to see. `jobs` runs the search; `add`
    puts a word and its rendering into a glossary and says whether the review is to be checked by
    it: so does `added`."""

    def __init__(
        self,
        review: OpenReview,
        jobs: JobSlot,
        add: Callable[[tuple[str, str], QWidget], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.place: str | None = None
        self.added = False
        self._review, self._add = review, add
        self._found: list[Rendering] = []
        self.setWindowTitle(tr("Names and terms: {name}", name=review.names()[1]))
        resize_on_screen(self, *_SIZE)
        headings = [
            tr("Kind"),
            tr("In the source"),
            tr("In the translation"),
            tr("How often"),
            tr("In the rows"),
        ]
        self.table = line_table(tr("Names and terms"), headings)
        self.table.itemSelectionChanged.connect(self._update)
        self.said = Text("").quiet()
        self._show = QPushButton(tr("&Show the row (Enter)"))
        self._show.clicked.connect(self.show_row)
        self._into = QPushButton(tr("&Add to the glossary… (Ins)"))
        self._into.clicked.connect(self.add_to_glossary)
        buttons = list_buttons(self._into, self._show)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        for widget in (self.table, self.said, buttons):
            inside.addWidget(widget)
        self.table.resizeColumnsToContents()
        self._update()
        self._begin(jobs)
        self.table.setFocus()

    def listed(self) -> list[Rendering]:
        """What is listed."""
        return list(self._found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_row()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_to_glossary()
        else:
            super().keyPressEvent(event)

    def add_to_glossary(self) -> None:
        """Make a term of the chosen line. The review is checked by it when the list is closed."""
        chosen = self._chosen()
        if chosen and self._add((chosen.source, chosen.written), self):
            self.added = True
            self.said.setText(tr("“{term}” is in the glossary now.", term=chosen.source))

    def show_row(self) -> None:
        """Go to the next row that renders it so, after the current one."""
        chosen = self._chosen()
        if chosen is None:
            return
        self.place = next_of(self._review, chosen.rows)
        self.accept()

    def _begin(self, jobs: JobSlot) -> None:
        opened = self._review.review
        rows = opened.pairs(self._review.translation)[self._review.translation]
        try:
            glossaries = opened.profile.glossaries
        except ReviewerError:  # said where the profile is used
            glossaries = ()
        words = tr("Looking for names and terms")

        def work(progress: Progress, cancelled: Callable[[], bool]) -> list[Rendering]:
            def seen(number: int) -> None:
                if cancelled():
                    raise Cancelled
                if not number % 100:
                    progress(words, number / len(rows))

            return names_and_terms(rows, glossaries, seen)

        self.said.setText(words)
        job = jobs.begin(work, self._fill)
        if job is None:
            self.said.setText(tr("Words are being looked up already. Try again in a moment."))
        else:
            job.progressed.connect(self._tell)

    def _tell(self, words: str, share: float) -> None:
        self.said.setText(f"{words}  {share:.0%}")

    def _fill(self, found: list[Rendering]) -> None:
        if not isValid(self):  # a job ends when it can, perhaps after the dialog
            return
        self._found = found
        kinds = {"name": tr("Name"), "term": tr("Glossary")}
        lines = [
            (
                kinds[one.kind],
                in_own_direction(one.source),
                in_own_direction(one.written) or "–",
                str(one.count),
                numbers_in_words(self._review, one.rows),
            )
            for one in found
        ]
        fill_lines(self.table, lines)
        self.said.setText(self._summary())
        if found:
            choose_line(self.table, 0)
        self._update()

    def _summary(self) -> str:
        number = len({(one.kind, one.source) for one in self._found})
        parts = [tr_plural("{n} name or term", "{n} names and terms", number) + "."]
        if any(not one.written for one in self._found):
            parts.append(tr("– stands where the translation has no word like it."))
        language = self._review.review.source.language
        if not marks_names(language):
            parts.append(
                tr(
                    "Names cannot be told from other words in {language}.",
                    language=language_name(language),
                )
            )
        return " ".join(parts)

    def _chosen(self) -> Rendering | None:
        line = self.table.currentRow()
        return self._found[line] if 0 <= line < len(self._found) else None

    def _update(self) -> None:
        for button in (self._show, self._into):
            button.setEnabled(self._chosen() is not None)
