"""The editor in a row: plain text, one sentence, checked again whenever the typing pauses."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from reviewer.ui.look.text_highlights import Highlight, severity_format
from reviewer.ui.look.utf16_offsets import from_qt, qt_range
from reviewer.ui.table.row_delegate import PAD_X, PAD_Y
from reviewer.ui.table.text_layouts import text_option

PAUSE_MS = 60
"""After so long without a key the row is checked again."""


class RowEditor(QPlainTextEdit):
    """Edits one side of a row in place.

    `paused` brings the text whenever the typing stops for a moment. `finished` says how the
    editing ended: "keep", "next" (keep, and on to the next finding), "leave" (the editor
    lost the keyboard) or "revert". A read-only one is for choosing a place in the text.
    """

    paused = Signal(str)
    finished = Signal(str)
    grown = Signal()
    place_chosen = Signal(int)

    def __init__(
        self, parent: QWidget, text: str, font: QFont, *, right_to_left: bool, read_only: bool
    ) -> None:
        super().__init__(parent)
        self._first = self._told = text
        self._ended = False
        self.setFont(font)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Place in the sentence" if read_only else "Translation")
        self.setStyleSheet(
            "QPlainTextEdit { background: palette(base); border: 2px solid palette(highlight); }"
        )
        self.document().setDocumentMargin(0)
        self.setViewportMargins(PAD_X - 2, PAD_Y - 2, PAD_X - 2, PAD_Y - 2)
        self.document().setDefaultTextOption(text_option(right_to_left))
        self.setPlainText(text)
        if read_only:
            self.setReadOnly(True)
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByKeyboard
                | Qt.TextInteractionFlag.TextSelectableByMouse
            )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._typed)

    def text(self) -> str:
        """What stands in the editor."""
        return self.toPlainText().replace("\n", " ")

    def was_typed_in(self) -> bool:
        """Whether the text is, or was meanwhile, another than at first."""
        return self.text() != self._first or self._told != self._first

    def cursor_offset(self) -> int:
        """The Python offset of the cursor in `text()`."""
        return from_qt(self.text(), self.textCursor().position())

    def put_cursor(self, qt_offset: int) -> None:
        """Place the cursor, given in UTF-16 units."""
        cursor = self.textCursor()
        cursor.setPosition(min(max(qt_offset, 0), len(self.text().encode("utf-16-le")) // 2))
        self.setTextCursor(cursor)

    def show_highlights(self, text: str, highlights: Sequence[Highlight]) -> None:
        """Mark the findings of `text`, unless other text has been typed meanwhile."""
        if text != self.text():
            return
        selections = []
        for mark in highlights:
            start, length = qt_range(text, mark.span)
            selection = QTextEdit.ExtraSelection()
            cursor = self.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = severity_format(mark.severity, faint=mark.faint)
            selections.append(selection)
        self.setExtraSelections(selections)

    def needed_height(self) -> int:
        """The height in pixels at which all of the text is visible."""
        lines = self.document().documentLayout().documentSize().height()
        return math.ceil(lines * self.fontMetrics().lineSpacing()) + 2 * PAD_Y + 4

    def end(self, how: str) -> None:
        """End the editing; later endings (the focus goes with the widget) are not heard."""
        if self._ended:
            return
        self._ended = True
        self._pause.stop()
        self.finished.emit(how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.end("revert")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.isReadOnly():
                self.place_chosen.emit(self.cursor_offset())
            else:
                self.end("next" if control else "keep")
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self.end("leave")

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted text stays one sentence: line breaks become spaces."""
        if source.hasText():
            self.insertPlainText(" ".join(source.text().split()))

    def _typed(self) -> None:
        self._pause.start()
        self.grown.emit()

    def _tell(self) -> None:
        text = self.text()
        if text != self._told:
            self._told = text
            self.paused.emit(text)
