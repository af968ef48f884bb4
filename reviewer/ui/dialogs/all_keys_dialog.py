"""All the keys, in as many columns as the screen has room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.messages import message
from reviewer.ui.look.action_keys import any_of
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.fit_screen import resize_on_screen, room_on_screen
from reviewer.ui.look.key_names import key_names
from reviewer.ui.look.widgets import Text
from reviewer.wording import in_words, tr

_MOST_COLUMNS = 3
_AROUND = QSize(60, 80)
"""Pixels that the dialog needs beside and below the keys: margins, the scroll bar, the button."""

Section = tuple[str, list[tuple[str, str]]]
"""What a menu is called; its commands and their keys."""

_BETWEEN = 8
"""Pixels between two sections."""

_MORE_KEYS = (
    (message("Next row"), ("Down", "J")),
    (message("Previous row"), ("Up", "K")),
    (message("First row"), ("Home",)),
    (message("Last row"), ("End",)),
    (message("Edit the current row"), ("Return",)),
    (message("While editing: keep and stay"), ("Return",)),
    (message("While editing: keep, then the next finding"), ("Ctrl+Return",)),
    (message("While editing: as it was before"), ("Esc",)),
)


class AllKeysDialog(QDialog):
    """Every key. `commands` has for each menu what its commands are called and their keys."""

    def __init__(
        self, commands: Mapping[str, Sequence[tuple[str, str]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        room = room_on_screen(self)
        if parent:
            room = room.boundedTo(parent.window().size())
        self.keys = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        sections = _sections(commands)
        for columns in range(_MOST_COLUMNS, 0, -1):
            body = _in_columns(sections, columns)
            wanted = body.sizeHint() + _AROUND
            if wanted.width() <= room.width():
                break
        scroll.setWidget(body)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        alike(close)
        close.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll)
        whole.addWidget(close)
        size = wanted.boundedTo(room)
        resize_on_screen(self, size.width(), size.height())


def _sections(commands: Mapping[str, Sequence[tuple[str, str]]]) -> list[Section]:
    sections = [(title.replace("&", ""), list(lines)) for title, lines in commands.items()]
    in_the_table = [(in_words(what), any_of(key_names(keys))) for what, keys in _MORE_KEYS]
    sections.insert(2, (tr("In the table"), in_the_table))
    return [(title, lines) for title, lines in sections if lines]


def _in_columns(sections: Sequence[Section], columns: int) -> QWidget:
    """The sections in columns of about the same height."""
    body = QWidget()
    beside = QHBoxLayout(body)
    beside.setSpacing(28)
    share = sum(len(lines) + 2 for _, lines in sections) / columns
    columns_of: list[list[Section]] = [[]]
    filled = 0
    for section in sections:
        wanted = len(section[1]) + 2
        if filled + wanted / 2 > share and len(columns_of) < columns:
            columns_of.append([])
            filled = 0
        columns_of[-1].append(section)
        filled += wanted
    for own in columns_of:
        beside.addLayout(_column(own))
    return body


def _column(sections: Sequence[Section]) -> QGridLayout:
    """Sections one below the other; all their keys begin at one line."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(2)
    row = 0
    for title, lines in sections:
        if row:
            grid.setRowMinimumHeight(row, _BETWEEN)
            row += 1
        grid.addWidget(Text(title, wrap=False).sized(1.1, bold=True), row, 0, 1, 2)
        for number, (words, keys) in enumerate(lines, row + 1):
            grid.addWidget(Text(words, wrap=False), number, 0)
            grid.addWidget(Text(keys, wrap=False).quiet(), number, 1)
        row += len(lines) + 1
    grid.setColumnStretch(0, 1)
    grid.setRowStretch(row, 1)
    return grid
