"""Lists of the profile: files of glossaries, and words that are right as they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.glossary_files import own_glossary
from reviewer.terminology.writing import WRITTEN, add_term
from reviewer.ui.look.widgets import Text
from reviewer.wording import in_turn, listed, tr


@dataclass(frozen=True, slots=True)
class NewTerm:
    """A word and its rendering, and their languages, that go into a glossary once the profile is
    saved."""

    glossary: Path
    languages: tuple[str, str]
    words: tuple[str, str]


class GlossariesPage(QWidget):
    """The files of glossaries; `choose` asks for one more, `ask_term` for a term and which of
    some files it goes into."""

    def __init__(
        self,
        choose: Callable[[], Path | None],
        ask_term: Callable[[list[Path]], NewTerm | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose, self._ask_term = choose, ask_term
        self._path = Path()
        self.terms: list[NewTerm] = []
        self._waiting = Text("").quiet()
        self.files = QListWidget()
        self.files.setAccessibleName(tr("Glossaries"))
        add = QPushButton(tr("Add a glossary…"))
        add.clicked.connect(self.add)
        term = QPushButton(tr("Add a term…"))
        term.clicked.connect(self.add_term)
        self._remove = QPushButton(tr("Take it out"))
        self._remove.clicked.connect(self._take_out)
        self.files.itemSelectionChanged.connect(self._update)
        buttons = QHBoxLayout()
        buttons.addWidget(add)
        buttons.addWidget(term)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        inside = QVBoxLayout(self)
        inside.addWidget(
            Text(
                tr(
                    "TBX, or a table (CSV, xlsx) whose first row names the language of each "
                    "column: en, de, “de forbidden”, note."
                )
            ).quiet()
        )
        inside.addWidget(self.files, 1)
        inside.addWidget(self._waiting)
        inside.addLayout(buttons)
        self._update()

    def add_term(self) -> None:
        """Ask for a term; it is written with the profile."""
        made = [one for one in self._files() if one.suffix.lower() in WRITTEN]
        term = self._ask_term(made or [own_glossary(self._path)])
        if term:
            self.take_terms([term])

    def take_terms(self, terms: Sequence[NewTerm]) -> None:
        """Add terms, and their glossaries to the files."""
        for term in terms:
            self.terms.append(term)
            self._put(os.path.relpath(term.glossary, self._path.parent))
        self._update()

    def save_terms(self) -> None:
        """Write the terms that were added. Raises as `add_term` of the room of the glossaries
        does."""
        for term in self.terms:
            if term.glossary in self._files():
                add_term(term.glossary, term.languages, term.words)
        self.terms = []

    def _files(self) -> list[Path]:
        items = (self.files.item(number) for number in range(self.files.count()))
        return [self._path.parent / item.text() for item in items]

    def add(self) -> None:
        """Ask for a file and put it on the list."""
        path = self._choose()
        if path:
            self._put(os.path.relpath(path, self._path.parent))

    def show_profile(self, file: ProfileFile) -> None:
        """Show what a file says."""
        self._path, self.terms = file.path, []
        self.files.clear()
        for name in file.texts("glossaries"):
            self._put(name)
        self._update()

    def write_to(self, file: ProfileFile) -> None:
        """Put what is on the list into a file."""
        items = [self.files.item(number) for number in range(self.files.count())]
        file.set_texts("glossaries", [Path(item.text()).as_posix() for item in items])

    def _put(self, name: str) -> None:
        if not self.files.findItems(name, Qt.MatchFlag.MatchExactly):
            self.files.addItem(QListWidgetItem(name))

    def _take_out(self) -> None:
        for item in self.files.selectedItems():
            self.files.takeItem(self.files.row(item))

    def _update(self) -> None:
        self._remove.setEnabled(bool(self.files.selectedItems()))
        words = listed(in_turn(term.words) for term in self.terms)
        self._waiting.setText(tr("New when this is saved: {terms}", terms=words) if words else "")
        self._waiting.setVisible(bool(words))


class ApprovedPage(QWidget):
    """Names and words that no check is to raise, one in each line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(tr("Approved names and words"))
        self.words.setTabChangesFocus(True)
        inside = QVBoxLayout(self)
        inside.addWidget(
            Text(tr("One in each line. No check raises a finding about them.")).quiet()
        )
        inside.addWidget(self.words, 1)

    def show_entry(self, word: str) -> None:
        """Choose the line of a word, ready to be taken out."""
        lines = [line.strip() for line in self.words.toPlainText().splitlines()]
        if word in lines:
            block = self.words.document().findBlockByNumber(lines.index(word))
            cursor = QTextCursor(block)
            cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
            self.words.setTextCursor(cursor)
        self.words.setFocus()

    def show_profile(self, file: ProfileFile) -> None:
        """Show what a file says."""
        self.words.setPlainText("\n".join(file.texts("approved")))

    def write_to(self, file: ProfileFile) -> None:
        """Put what is typed into a file."""
        lines = (line.strip() for line in self.words.toPlainText().splitlines())
        file.set_texts("approved", list(dict.fromkeys(line for line in lines if line)))
