"""The corrections that a newer version of a translation has no place for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.review import LostEdit
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class LostEditsDialog(QDialog):
    """Lists those of the current translation. `wanted_row` is the row to go to, if any."""

    def __init__(self, review: OpenReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.wanted_row = ""
        self.setWindowTitle(tr("Corrections without a place"))
        resize_on_screen(self, 680, 420)
        self.edits = QListWidget()
        self.edits.setAccessibleName(tr("Corrections without a place"))
        self.edits.setWordWrap(True)
        self.edits.setAlternatingRowColors(True)
        self.edits.itemSelectionChanged.connect(self._update)
        self.edits.itemActivated.connect(lambda _item: self._go())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.go = QPushButton(tr("Go to its row"))
        self.copy = QPushButton(tr("Copy"))
        self.put = QPushButton(tr("Put it into its row"))
        self.forget = QPushButton(tr("Take it off the list"))
        for button, act in (
            (self.go, self._go),
            (self.copy, self._copy),
            (self.put, self._put),
            (self.forget, self._forget),
        ):
            button.clicked.connect(act)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        alike(buttons)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.addWidget(
            Text(
                tr(
                    "You had written these in an earlier version of this translation. The version "
                    "that was loaded has other sentences there. They stay in this list until their "
                    "row says them or you take them off."
                )
            )
        )
        inside.addWidget(self.edits, 1)
        inside.addWidget(buttons)
        self._refresh()

    def _refresh(self) -> None:
        self.edits.clear()
        review = self._review
        for edit in review.review.lost_edits(review.translation):
            item = QListWidgetItem(self._words(edit))
            item.setData(Qt.ItemDataRole.UserRole, edit)
            self.edits.addItem(item)
        if self.edits.count():
            self.edits.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(tr("Every correction has its place."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.edits.addItem(nothing)
        self._update()

    def _words(self, edit: LostEdit) -> str:
        number = self._review.shown.number_of(edit.row_key)
        where = tr("Row {number}", number=str(number)) if number else tr("No row any more")
        lines = [f"{where}  ·  {edit.source}" if edit.source else where, edit.text]
        if edit.before:
            lines.append(tr("instead of: {before}", before=edit.before))
        return "\n".join(lines)

    def _chosen(self) -> LostEdit | None:
        items = self.edits.selectedItems()
        return items[0].data(Qt.ItemDataRole.UserRole) if items else None

    def _go(self) -> None:
        edit = self._chosen()
        if edit and self.go.isEnabled():
            self.wanted_row = edit.row_key
            self.accept()

    def _copy(self) -> None:
        if edit := self._chosen():
            QGuiApplication.clipboard().setText(edit.text)

    def _put(self) -> None:
        edit, review = self._chosen(), self._review
        if edit:
            review.do(
                partial(review.review.edit, review.translation, edit.row_key, edit.text),
                tr("The sentence was not changed."),
            )
            self._refresh()

    def _forget(self) -> None:
        if edit := self._chosen():
            self._review.review.forget_lost_edit(self._review.translation, edit)
            self._refresh()

    def _update(self) -> None:
        edit = self._chosen()
        has_row = edit is not None and self._review.shown.number_of(edit.row_key) is not None
        self.go.setEnabled(has_row)
        self.put.setEnabled(has_row)
        self.copy.setEnabled(edit is not None)
        self.forget.setEnabled(edit is not None)
