"""What the window says when something does not work."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QMessageBox, QSpacerItem, QWidget

from reviewer.domain import ReviewerError
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.state import ending
from reviewer.ui.state.held_review import ReviewGone
from reviewer.wording import error_in_words, tr

_WIDTH = 460

_log = logging.getLogger("reviewer")


def show(parent: QWidget | None, error: BaseException, what: str) -> None:
    """Tell the user that `what` did not work, and why.

    A ReviewerError speaks for itself. Anything else is ours to mend: the details can be
    opened and copied. Nothing is said of what is saved, which nobody has looked at here.
    """
    if ending.is_told():
        # Nobody would close the box, and what ends the program does not wait.
        why = error_in_words(error) if isinstance(error, ReviewerError) else repr(error)
        _log.error("Nobody was told any more: %s", what, exc_info=error)
        if sys.stderr:
            sys.stderr.write(f"{what} {why}\n")
        return
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Reviewer")
    box.setText(what)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    if isinstance(error, ReviewerError):
        box.setIcon(QMessageBox.Icon.Warning)
        box.setInformativeText(error_in_words(error))
    else:
        _log.error("The window shows an error: %s", what, exc_info=error)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setInformativeText(
            tr(
                "This is an error in Reviewer, not in your texts. If it comes again, close the "
                "review and open it once more; the details below help to mend it."
            )
        )
        box.setDetailedText("".join(traceback.format_exception(error)))
    alike(box)
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        # Qt makes the box as narrow as its title; sentences want more.
        last = layout.rowCount()
        layout.addItem(QSpacerItem(_WIDTH, 0), last, 0, 1, layout.columnCount())
    box.exec()


def install() -> None:
    """Show errors that nobody caught in the window instead of losing them on a terminal."""
    usual = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if issubclass(kind, ReviewGone):
            return
        usual(kind, error, trace)
        show(QApplication.activeWindow(), error, tr("Something went wrong."))

    sys.excepthook = hook
