"""What the commands ask of the user, and how they tell of errors: the dialogs, over one window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWhatsThis,
    QWidget,
)

from reviewer.ui.dialogs import error_messages
from reviewer.ui.dialogs.file_filters import as_filters
from reviewer.ui.dialogs.questions import agreed
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.keyboard_back import KeyboardBack
from reviewer.ui.look.widgets import as_plain
from reviewer.ui.state import ending
from reviewer.ui.state.settings import Settings
from reviewer.wording import tr

_FRAME_BUTTONS = 180


class Ask:
    """Asks over a window; file dialogs begin in the folder of last time."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        self.window = window
        self._settings = settings
        KeyboardBack(window)

    def agreed(
        self,
        question: str,
        more: str,
        go_on: str,
        *,
        refusal: QMessageBox.StandardButton = QMessageBox.StandardButton.Cancel,
        destroys: bool = False,
    ) -> bool:
        """See `questions.agreed`."""
        return agreed(self.window, question, more, go_on, refusal=refusal, destroys=destroys)

    def line(self, title: str, question: str, text: str = "") -> str | None:
        """One line of words; None when the user changed their mind."""
        words, chosen = QInputDialog.getText(
            self.window, title, question, QLineEdit.EchoMode.Normal, text
        )
        return words if chosen else None

    def number(self, title: str, question: str, number: int, last: int) -> int | None:
        """A number from 1 to `last`, `number` at first; None when they changed their mind."""
        wanted, chosen = QInputDialog.getInt(self.window, title, question, number, 1, last)
        return wanted if chosen else None

    def open_or_replace(self, path: Path) -> str:
        """What to do where a review is already: "open", "replace" or ""."""
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("There is already a review at {path}.", path=path.name))
        box.setInformativeText(tr("Open it, or begin anew and lose what was decided in it?"))
        opening = box.addButton(tr("Open it"), QMessageBox.ButtonRole.AcceptRole)
        replacing = box.addButton(tr("Begin anew"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(opening)
        alike(box)
        box.exec()
        if box.clickedButton() is opening:
            return "open"
        return "replace" if box.clickedButton() is replacing else ""

    def choose(self, words: str, more: str, choices: Sequence[str], *, grave: bool = True) -> int:
        """Which of the choices was taken, the first on Return; -1 for none. It is `grave` where
        something went wrong."""
        if ending.is_told():
            return -1
        box = QMessageBox(self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning if grave else QMessageBox.Icon.Question)
        box.setText(words)
        box.setInformativeText(more)
        buttons = [box.addButton(one, QMessageBox.ButtonRole.AcceptRole) for one in choices]
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(buttons[0])
        alike(box)
        box.exec()
        return next((n for n, one in enumerate(buttons) if one is box.clickedButton()), -1)

    def one_of(self, title: str, question: str, names: Sequence[str], here: int = 0) -> int:
        """Which of a list of names was chosen, the one at `here` at first; -1 for none."""
        box = QInputDialog(self.window)
        box.setWindowTitle(title)
        box.setLabelText(question)
        box.setComboBoxItems(list(names))
        box.setTextValue(names[here])
        # The title stands beside the buttons of the frame. The dialog takes its width from what is
        # in it, whatever it is told itself.
        wide = box.fontMetrics().horizontalAdvance(title) + _FRAME_BUTTONS
        box.findChildren(QComboBox)[0].setMinimumWidth(wide)
        chosen = box.exec()
        name = box.textValue()
        box.deleteLater()
        return list(names).index(name) if chosen else -1

    def from_menu(self, lines: Sequence[str]) -> int:
        """Which line of a menu at the text cursor was chosen, by its digit; -1 for none."""
        menu = QMenu(self.window)
        for line in lines:
            menu.addAction(line)
        focused = QApplication.focusWidget()
        place = QCursor.pos()
        if isinstance(focused, QPlainTextEdit):
            place = focused.viewport().mapToGlobal(focused.cursorRect().bottomLeft())
        chosen = menu.exec(place)
        number = menu.actions().index(chosen) if chosen else -1
        menu.deleteLater()
        return number

    def file(self, title: str, filters: str) -> Path | None:
        """A file to read; `filters` as Qt writes them."""
        folder = str(self._settings.folder)
        name, _ = QFileDialog.getOpenFileName(self.window, title, folder, as_filters(filters))
        return Path(name) if name else None

    def new_file(self, title: str, start: str, forms: Sequence[str]) -> tuple[Path | None, str]:
        """A file to write, `start` at first, and which of the forms was chosen."""
        folder = self._settings.folder
        shown = {as_filters(form): form for form in forms}
        name, chosen = QFileDialog.getSaveFileName(
            self.window, title, str(folder / start), ";;".join(shown)
        )
        return (Path(name) if name else None), shown.get(chosen, chosen)

    def new_folder(self, title: str, start: str) -> Path | None:
        """A folder by its name, `start` at first; it need not be there yet."""
        folder = str(self._settings.folder / start)
        # A dialog for folders would let only those be chosen that are there.
        name, _ = QFileDialog.getSaveFileName(
            self.window,
            title,
            folder,
            as_filters(tr("Folder (*)")),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(name) if name else None

    def explain(self, words: str) -> None:
        """Show words over the window until a key or a click; nothing has to be answered."""
        middle = self.window.mapToGlobal(self.window.rect().center())
        QWhatsThis.showText(middle, as_plain(words), self.window)

    def tell(self, error: BaseException, what: str) -> None:
        """See `error_messages.show`."""
        error_messages.show(self.window, error, what)
