"""The two dialogs of the Help menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer import __version__
from reviewer.ui.look.widgets import Text, without_icons

_COLUMNS = 3

_MORE_KEYS = (
    ("Next row, previous row", "Down or J, Up or K"),
    ("Edit the current row", "Enter"),
    ("While editing: keep and stay", "Enter"),
    ("While editing: keep, then the next finding", "Ctrl+Return"),
    ("While editing: as it was before", "Esc"),
)


def show_about(parent: QWidget) -> None:
    """What the program is, its version, and its licence."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("About Reviewer")
    box.setText(f"Reviewer {__version__}")
    box.setInformativeText(
        "Is anything missing in the translation, is anything added, do the figures agree?\n\n"
        "Works on this computer alone. Under the MIT licence."
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    without_icons(box)
    box.exec()


def show_shortcuts(parent: QWidget, commands: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    """Every key. `commands` has for each menu what its commands are called and their keys."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Keyboard shortcuts")
    columns = QHBoxLayout()
    columns.setSpacing(36)
    sections = [(title.replace("&", ""), list(lines)) for title, lines in commands.items()]
    sections.insert(2, ("In the table", list(_MORE_KEYS)))
    share = sum(len(lines) + 2 for _, lines in sections) / _COLUMNS
    column, filled = QVBoxLayout(), 0
    for title, lines in sections:
        if not lines:
            continue
        if filled + (len(lines) + 2) / 2 > share and columns.count() < _COLUMNS - 1:
            column.addStretch(1)
            columns.addLayout(column)
            column, filled = QVBoxLayout(), 0
        column.addLayout(_section(title, lines))
        filled += len(lines) + 2
    column.addStretch(1)
    columns.addLayout(column)
    body = QWidget()
    body.setLayout(columns)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setWidget(body)
    close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    without_icons(close)
    close.rejected.connect(dialog.reject)
    whole = QVBoxLayout(dialog)
    whole.addWidget(scroll)
    whole.addWidget(close)
    wanted = body.sizeHint()
    dialog.resize(wanted.width() + 60, min(wanted.height() + 80, parent.height() - 40))
    dialog.exec()
    dialog.deleteLater()


def _section(title: str, lines: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(4)
    grid.addWidget(Text(title, wrap=False).sized(1.1, bold=True), 0, 0, 1, 2)
    for number, (words, keys) in enumerate(lines, 1):
        grid.addWidget(Text(words, wrap=False), number, 0)
        grid.addWidget(Text(keys, wrap=False).quiet(), number, 1)
    grid.setColumnStretch(0, 1)
    grid.setRowMinimumHeight(len(lines) + 1, 12)
    return grid
