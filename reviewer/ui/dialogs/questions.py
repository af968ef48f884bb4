"""Questions that are answered by going on or not."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.state import ending


def agreed(
    parent: QWidget,
    question: str,
    more: str,
    go_on: str,
    *,
    refusal: QMessageBox.StandardButton = QMessageBox.StandardButton.Cancel,
    destroys: bool = False,
) -> bool:
    """Whether the button with the words `go_on` was pressed; Return presses it, unless it
    `destroys` something that no undo brings back. `more` stands below the question. Refused where
    nobody answers any more."""
    if ending.is_told():
        return False
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(question)
    box.setInformativeText(more)
    role = QMessageBox.ButtonRole
    going = box.addButton(go_on, role.DestructiveRole if destroys else role.AcceptRole)
    refusing = box.addButton(refusal)
    box.setDefaultButton(refusing if destroys else going)
    alike(box)
    box.exec()
    return box.clickedButton() is going
