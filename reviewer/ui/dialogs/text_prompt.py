"""A few words from the user: a comment, a remark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.ui.look.widgets import Text, without_icons


class TextPrompt(QDialog):
    """Asks for words; `words` has them. Ctrl+Enter keeps them, Esc leaves all as it was."""

    def __init__(self, parent: QWidget, title: str, question: str, words: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(460, 220)
        self._edit = QPlainTextEdit(words)
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(question)
        self._edit.selectAll()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        without_icons(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(10)
        inside.addWidget(Text(question))
        inside.addWidget(self._edit, 1)
        inside.addWidget(buttons)

    def words(self) -> str:
        """What was written."""
        return self._edit.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)


def ask_text(parent: QWidget, title: str, question: str, words: str) -> str | None:
    """The words that the user wrote; None when they changed their mind."""
    dialog = TextPrompt(parent, title, question, words)
    kept = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.words() if kept else None
