"""A list of languages to choose from by typing any part of a name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from reviewer.ui.look.alphabet import in_alphabet
from reviewer.wording import language_title, tr


class LanguagePicker(QComboBox):
    """Shows one language; `chosen` tells its code when the user has picked another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = QLineEdit()
        self.setLineEdit(self._typed)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(tr("Language"))
        self._typed.setPlaceholderText(tr("Detecting…"))
        self.activated.connect(self._tell)
        self._typed.editingFinished.connect(self._settle)
        self._code = ""

    def code(self) -> str:
        """The language shown, "" while there is none."""
        return self._code

    def show_code(self, code: str) -> None:
        """Show a language without telling anybody."""
        self._fill()
        self._code = code
        index = self.findData(code)
        if index < 0 and code:
            self.addItem(language_title(code), code)
            index = self.count() - 1
        self.setCurrentIndex(index)
        if not code:
            self.setEditText("")
            self._typed.setPlaceholderText(tr("Choose a language"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._typed.setCursorPosition(0)

    def _fill(self) -> None:
        if self.count():
            return
        from reviewer.text.languages import all_languages

        named = in_alphabet((language_title(code), code) for code in all_languages())
        for name, code in named:
            self.addItem(name, code)
        completer = QCompleter([name for name, _ in named], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._settle)
        self.setCompleter(completer)

    def _tell(self) -> None:
        code = self.currentData() or ""
        if code != self._code:
            self._code = code
            self.chosen.emit(code)

    def _settle(self) -> None:
        """What was typed becomes the language of that name or code, or is taken back."""
        typed = self.currentText().strip().casefold()
        for index in range(self.count()):
            if typed in (self.itemText(index).casefold(), self.itemData(index)):
                self.setCurrentIndex(index)
                self._tell()
                return
        self.show_code(self._code)
