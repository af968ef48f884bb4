"""What the Help menu shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QMessageBox,
    QWidget,
)

from reviewer import __version__
from reviewer.folders import log_folder
from reviewer.messages import message
from reviewer.ui.look import resources
from reviewer.ui.look.dialog_buttons import alike
from reviewer.wording import in_words, tr

RELEASES_PAGE = ""
"""The address where newer versions are published, such as https://…; the owner of the program sets
it before a release (docs/releasing.md). "" while there is none."""

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
    alike(box)
    box.exec()
    if box.clickedButton() is licences:
        show_in_desktop(licence_page(), tell)


def licence_page() -> Path:
    """The page that is made when the program is packed; from the source, the texts alone."""
    folder = resources.folder() / "licences"
    page = folder / "third-party.html"
    return page if page.is_file() else folder


def show_releases(tell: Callable[[str], object], page: str | None = None) -> None:
    """Have the desktop's browser show `page`, where newer versions are published (by default
    `RELEASES_PAGE`). The program itself asks nothing online; without a page it only tells its
    version."""
    address = RELEASES_PAGE if page is None else page
    if not address:
        tell(
            tr(
                "You have version {version}. This copy does not know where newer versions are "
                "published: ask where you got it.",
                version=__version__,
            )
        )
    elif QDesktopServices.openUrl(QUrl(address)):
        tell(
            tr(
                "You have version {version}. Your browser shows the newest one.",
                version=__version__,
            )
        )
    else:
        tell(
            tr(
                "You have version {version}. Newer ones are published here: {address}",
                version=__version__,
                address=address,
            )
        )


def show_log_folder(tell: Callable[[str], object]) -> None:
    """Open the folder of the log."""
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    show_in_desktop(folder, tell)


def show_in_desktop(path: Path, tell: Callable[[str], object]) -> None:
    """Have the desktop show a file or folder of this computer; tell where it is if it does not."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        tell(tr("It is here: {path}", path=str(path)))
