"""A word and its rendering on their way into a glossary."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.widgets import Text
from reviewer.wording import language_title, tr

_WIDTH = 460


class TermDialog(QDialog):
    """`places` are what the glossaries are called, the one at `here` chosen at first. Of more than
    one language in `targets` the user chooses, the first at first."""

    def __init__(
        self,
        source: str,
        targets: Sequence[str],
        words: tuple[str, str],
        places: Sequence[str],
        here: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add to the glossary"))
        self.setMinimumWidth(_WIDTH)
        self._source_language = source
        self.source, self.target = QLineEdit(words[0]), QLineEdit(words[1])
        self.language = QComboBox()
        for one in dict.fromkeys(targets):
            self.language.addItem(language_title(one), one)
        self._rendering = QLabel()
        self._rendering.setBuddy(self.target)
        self.where = QComboBox()
        self.where.addItems(list(places))
        self.where.setCurrentIndex(here)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = buttons.addButton(tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        alike(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        if self.language.count() > 1:
            form.addRow(tr("Translation"), self.language)
        form.addRow(language_title(source), self.source)
        form.addRow(self._rendering, self.target)
        form.addRow(tr("Glossary"), self.where)
        inside = QVBoxLayout(self)
        inside.addLayout(form)
        inside.addWidget(
            Text(
                tr(
                    "As a dictionary has them: other forms are found too. A word that has another "
                    "rendering there gets this one beside it."
                )
            ).quiet()
        )
        inside.addWidget(buttons)
        self.language.currentTextChanged.connect(self._rendering.setText)
        self._rendering.setText(self.language.currentText())
        for field in (self.source, self.target):
            field.textChanged.connect(self._update)
        self._update()
        next((one for one in (self.source, self.target) if not one.text()), self.target).setFocus()

    def languages(self) -> tuple[str, str]:
        """The languages of the words."""
        return self._source_language, self.language.currentData()

    def words(self) -> tuple[str, str]:
        """What is to be added."""
        return self.source.text().strip(), self.target.text().strip()

    def _update(self) -> None:
        self.add.setEnabled(all(self.words()))
