"""One chosen file of a new review: its name, its language, and a way to take it out again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reviewer.domain import Document
from reviewer.ui.look.widgets import Elided
from reviewer.ui.start.language_picker import LanguagePicker
from reviewer.wording import tr


class FileRow(QWidget):
    """A file that is being read or was read; `document` is None until then."""

    removed = Signal()
    changed = Signal()
    source_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.document: Document | None = None
        self.picker = LanguagePicker()
        self.picker.setEnabled(False)
        self.picker.chosen.connect(lambda _code: self.changed.emit())
        self._name = Elided(path.name)
        self._note = Elided(str(path.parent)).quiet()
        self._to_source = _button("↑", tr("Make this file the source"))
        self._to_source.setAccessibleName(tr("Make {path} the source", path=path.name))
        self._to_source.clicked.connect(self.source_wanted)
        room = self._to_source.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # so that the languages stand below each other
        self._to_source.setSizePolicy(room)
        self._to_source.hide()
        remove = _button("✕", tr("Take this file out"))
        remove.setAccessibleName(tr("Take {path} out", path=path.name))
        remove.clicked.connect(self.removed)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._note)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(10)
        layout.addLayout(names, 1)
        self._columns = _button(tr("Columns…"), tr("Choose which columns of the table are read"))
        self._columns.clicked.connect(self.columns_wanted)
        self._columns.hide()
        layout.addWidget(self._columns)
        layout.addWidget(self.picker)
        layout.addWidget(self._to_source)
        layout.addWidget(remove)

    def offer_columns(self) -> None:
        """The file is a table: let its columns be chosen."""
        self._columns.show()

    def offer_as_source(self, on: bool) -> None:
        """Whether the file could be the source in place of the one that is."""
        self._to_source.setVisible(on)

    def language(self) -> str:
        """The code of the language chosen or detected, "" while it is not known."""
        return self.picker.code()

    def set_read(self, document: Document, language: str, confidence: float) -> None:
        """The file was read and seems to be in `language`."""
        self.document = document
        self.picker.setEnabled(True)
        self.picker.show_code(language)
        unsure = tr("  ·  language guessed, please check") if confidence < 0.6 else ""
        self._note.set_full(f"{self.path.parent}{unsure}")
        self.changed.emit()


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAutoRaise(True)
    button.setToolTip(tip)
    return button
