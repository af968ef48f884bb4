"""What the Help menu shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
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
from reviewer.cli.log import log_folder
from reviewer.domain import message
from reviewer.ui.look import resources
from reviewer.ui.look.widgets import Text, without_icons
from reviewer.wording import in_words, tr

_COLUMNS = 3

_MORE_KEYS = (
    (message("Next row, previous row"), message("Down or J, Up or K")),
    (message("Edit the current row"), message("Enter")),
    (message("While editing: keep and stay"), message("Enter")),
    (message("While editing: keep, then the next finding"), message("Ctrl+Return")),
    (message("While editing: as it was before"), message("Esc")),
)


_ABOUT = message(
    """\
Is anything missing in the translation, is anything added, do the figures agree?

Works on this computer alone. Under the MIT licence.

Uses Qt and Qt for Python under the GNU Lesser General Public License, version 3, and other free \
software. “Licences” shows whose it is and the texts of the licences."""
)


def show_about(parent: QWidget, tell: Callable[[str], object]) -> None:
    """What the program is, its version, its licence and those of what it uses."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr("About Reviewer"))
    box.setText(tr("Reviewer {version}", version=__version__))
    box.setInformativeText(in_words(_ABOUT))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    licences = box.addButton(tr("&Licences"), QMessageBox.ButtonRole.ActionRole)
    without_icons(box)
    box.exec()
    if box.clickedButton() is licences:
        show_in_desktop(licence_page(), tell)


def licence_page() -> Path:
    """The page that is made when the program is packed; from the source, the texts alone."""
    folder = resources.folder() / "licences"
    page = folder / "third-party.html"
    return page if page.is_file() else folder


def show_log_folder(tell: Callable[[str], object]) -> None:
    """Open the folder of the log."""
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    show_in_desktop(folder, tell)


def show_in_desktop(path: Path, tell: Callable[[str], object]) -> None:
    """Have the desktop show a file or folder of this computer; tell where it is if it does not."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        tell(tr("It is here: {path}", path=str(path)))


def show_shortcuts(parent: QWidget, commands: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    """Every key. `commands` has for each menu what its commands are called and their keys."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("Keyboard shortcuts"))
    columns = QHBoxLayout()
    columns.setSpacing(36)
    sections = [(title.replace("&", ""), list(lines)) for title, lines in commands.items()]
    sections.insert(
        2, (tr("In the table"), [(in_words(what), in_words(keys)) for what, keys in _MORE_KEYS])
    )
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
