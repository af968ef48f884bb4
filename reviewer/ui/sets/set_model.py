"""The documents of a set as lines of a table, with their totals first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from reviewer.domain import SEVERITIES
from reviewer.sets import DocumentTotals, Sum, total
from reviewer.sets.totals import languages
from reviewer.ui.look import severity_marks
from reviewer.ui.look.widgets import as_plain
from reviewer.wording import counted, harmless, in_words, language_title, tr, tr_plural

_Index = QModelIndex | QPersistentModelIndex
_NAME = 0
SORTED = Qt.ItemDataRole.UserRole
"""What a column is sorted by."""


class SetModel(QAbstractTableModel):
    """A line for all documents, then one each: its name, its open findings by language, all of
    them, and how much of it was reviewed."""

    def __init__(self) -> None:
        super().__init__()
        self._documents: Sequence[DocumentTotals] = ()
        self._languages: Sequence[str] = ()
        self._whole = Sum()
        self._bold = QFont()
        self._bold.setBold(True)

    def show_documents(self, documents: Sequence[DocumentTotals]) -> None:
        """Show these."""
        self.beginResetModel()
        self._documents = documents
        self._languages = languages(documents)
        self._whole = total(documents)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or not self._documents else len(self._documents) + 1

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3 + len(self._languages)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = [language_title(one) for one in self._languages]
        return [tr("Document"), *names, tr("Open findings"), tr("Reviewed")][section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.document(index.row())
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, column)
        if role == Qt.ItemDataRole.DecorationRole and column == self._open_column():
            return _mark(one.sum if one else self._whole)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_plain(_told(one) if one else "")
        if role == Qt.ItemDataRole.FontRole and one is None:
            return self._bold
        if role == SORTED:
            return self._order(one, column)
        return None

    def document(self, line: int) -> DocumentTotals | None:
        """The document of a line; None for the line of all."""
        return self._documents[line - 1] if 0 < line <= len(self._documents) else None

    def line_of(self, document: int) -> int:
        """The line of a document, by its number."""
        return document + 1

    def _open_column(self) -> int:
        return 1 + len(self._languages)

    def _text(self, one: DocumentTotals | None, column: int) -> str:
        if column == _NAME:
            whole = tr_plural("All {n} document", "All {n} documents", len(self._documents))
            return harmless(one.name) if one else whole
        if one and one.known is None:
            return in_words(one.problem) or tr("Not closed; open it to see") if column == 1 else ""
        found = one.sum if one else self._whole
        if column < self._open_column():
            language = self._languages[column - 1]
            if one:
                return _many(one.open_in(language))
            return _many(sum(each.open_in(language) or 0 for each in self._documents))
        if column == self._open_column():
            return _many(found.open)
        if not found.sentences:
            return ""
        return tr("{reviewed} of {sentences}", reviewed=found.reviewed, sentences=found.sentences)

    def _order(self, one: DocumentTotals | None, column: int) -> Any:
        if one is None:
            return None
        if column == _NAME:
            return self._documents.index(one)
        if column < self._open_column():
            return one.open_in(self._languages[column - 1]) or 0
        if column == self._open_column():
            return [one.sum.open, *one.sum.by_severity]
        return one.sum.reviewed / max(one.sum.sentences, 1)


def _many(n: int | None) -> str:
    return "" if n is None else str(n) if n else "✓"


def _mark(found: Sum) -> Any:
    grave = next((level for level in SEVERITIES if found.of(level)), None)
    return severity_marks.icon(grave) if grave else severity_marks.icon("info", decided=True)


def _told(one: DocumentTotals) -> str:
    lines = [harmless(str(one.review))]
    for info, counts in one.translations:
        found = [
            counted(level, counts.by_severity[level])
            for level in SEVERITIES
            if counts.by_severity.get(level)
        ]
        lines.append(f"{language_title(info.language)}: {', '.join(found) or tr('no findings')}")
    return "\n".join([*lines, in_words(one.problem)]).strip()
