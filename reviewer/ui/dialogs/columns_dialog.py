"""Which columns of a table are the source, its translations, or a text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.formats.tables.columns import Columns, letter
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.widgets import Text
from reviewer.wording import in_own_direction, tr

_SIZE = (760, 460)
_WIDTH = 170
_NOTHING, _TEXT, _TRANSLATION = range(3)


class ColumnsDialog(QDialog):
    """`rows` are the first of the table, `columns` what is taken now. Where `alone`, one column is
    the source and others its translations; else all that are chosen are one text."""

    def __init__(
        self,
        name: str,
        rows: Sequence[Sequence[str]],
        columns: Columns | None,
        parent: QWidget | None = None,
        *,
        alone: bool,
    ) -> None:
        super().__init__(parent)
        self._alone = alone
        self.setWindowTitle(tr("Columns of {name}", name=name))
        resize_on_screen(self, *_SIZE)
        width = max((len(row) for row in rows), default=0)
        self.table = QTableWidget(len(rows) + 1, width)
        self.table.setAccessibleName(tr("Columns"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setHorizontalHeaderLabels([letter(number) for number in range(width)])
        self.table.horizontalHeader().setDefaultSectionSize(_WIDTH)
        self.choices = [self._choice(number, columns) for number in range(width)]
        for line, row in enumerate(rows, 1):
            for number, cell in enumerate(row):
                self.table.setItem(line, number, QTableWidgetItem(in_own_direction(cell)))
        self._say = Text("").quiet()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        alike(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._say)
        inside.addWidget(buttons)
        self._changed()

    def columns(self) -> Columns | None:
        """What is chosen; None where it makes no text, or more than one source."""
        texts = self._chosen(_TEXT)
        targets = self._chosen(_TRANSLATION)
        if not texts or (targets and len(texts) > 1):
            return None
        return Columns(texts, targets)

    def _chosen(self, what: int) -> tuple[int, ...]:
        return tuple(n for n, one in enumerate(self.choices) if one.currentIndex() == what)

    def _choice(self, number: int, columns: Columns | None) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(tr("Column {letter}", letter=letter(number)))
        choice.addItem(tr("Not read"))
        choice.addItem(tr("Source") if self._alone else tr("Text"))
        if self._alone:
            choice.addItem(tr("Translation"))
        if columns and number in columns.first:
            choice.setCurrentIndex(_TEXT)
        elif columns and self._alone and number in columns.targets:
            choice.setCurrentIndex(_TRANSLATION)
        choice.currentIndexChanged.connect(self._changed)
        self.table.setCellWidget(0, number, choice)
        return choice

    def _changed(self) -> None:
        self._ok.setEnabled(self.columns() is not None)
        self._say.setText(
            tr("One column is the source, others are its translations.")
            if self._alone
            else tr("The columns whose cells are the text.")
        )
