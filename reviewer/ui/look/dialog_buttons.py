"""The buttons at the foot of a dialog, the same in all of them."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget


def alike(box: QDialogButtonBox | QMessageBox) -> None:
    """Take the icons off the buttons, since some platforms draw old ones that say nothing more, and
    have Tab come to the buttons in the order in which the desktop places them.

    Qt goes by the order in which they were made, and forgets another one as the box is put into
    its dialog: it is set once the dialog is there.
    """
    for button in box.buttons():
        button.setIcon(QIcon())
    if isinstance(box, QDialogButtonBox):
        QTimer.singleShot(0, box, partial(_tab_as_they_stand, box))


def _tab_as_they_stand(box: QDialogButtonBox) -> None:
    layout = box.layout()
    items = [layout.itemAt(number) for number in range(layout.count())] if layout else []
    buttons = [widget for item in items if item and (widget := item.widget())]
    for one, following in pairwise(buttons):
        QWidget.setTabOrder(one, following)
