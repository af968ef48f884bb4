"""The editor in a row: plain text, one sentence, checked again whenever the typing pauses."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QRegion,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget

from reviewer.domain import Span
from reviewer.review import LONGEST_TEXT
from reviewer.ui.look.text_highlights import Highlight, misspelt_format, severity_format
from reviewer.ui.look.utf16_offsets import from_qt, qt_range
from reviewer.ui.state.page_room import ROOMY
from reviewer.ui.table.row_delegate import PAD_X
from reviewer.ui.table.text_layouts import text_option
from reviewer.wording import tr

# What ends a block or a frame in QTextDocument, what it shows as nothing at all, and what a text
# that begins with it loses on its way to Qt (a byte order mark, and one the wrong way round).
_QTS_OWN = "\n\r\u2029\ufdd0\ufdd1\x00\ufffe\ufeff"
_SHOWN_INSTEAD = "\u2424\u240d\u21b5\u2400\u25a1\u25ab\u25ad\u25af\u25cc\u2426\u2422\u2423"
_BREAKS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+[ \t]*")
_OUTER_BREAKS = re.compile(r"\A[\n\r]+|[\n\r]+\Z")

_WORDS_KEYS = {
    Qt.Key.Key_Return: "finding",
    Qt.Key.Key_Enter: "finding",
    Qt.Key.Key_C: "comment",
    Qt.Key.Key_T: "term",
}

_FRAME = 2
"""The width of the frame in pixels, over which the lines above and below the text may lie."""
_SPARE = 1
"""Pixels below the last line: without them Qt takes the text for one that can be scrolled."""

PAUSE_MS = 60
"""After so long without a key the row is checked again."""


class RowEditor(QPlainTextEdit):
    """Edits one side of a row in place.

    `paused` brings the text whenever the typing stops for a moment. `finished` says how the
    editing ended: "keep", "next" (keep, and on to the next finding), "leave" (the editor
    lost the keyboard) or "revert". `learnt` brings a word that is to be known from now on. A
    read-only one is for choosing a place in the text, or with `for_words` some words:
    `words_chosen` says what they are for, "finding" (Enter), "comment" (C) or "term" (T), or
    "other" (Tab) that some of the other side are to be chosen too.
    """

    paused = Signal(str)
    finished = Signal(str)
    grown = Signal()
    place_chosen = Signal(int)
    learnt = Signal(str)
    words_chosen = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        text: str,
        font: QFont,
        *,
        right_to_left: bool,
        read_only: bool,
        pad_y: int = ROOMY.pad_y,
        indent: int = 0,
        for_words: bool = False,
    ) -> None:
        super().__init__(parent)
        self._first = self._told = text
        self._ended = False
        self._for_words = for_words
        self.setFont(font)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(not for_words)
        self.setAccessibleName(tr("Place in the sentence") if read_only else tr("Translation"))
        self.setStyleSheet(
            "QPlainTextEdit { background: palette(base); "
            f"border: {_FRAME}px solid palette(highlight); }}"
        )
        self.document().setDocumentMargin(0)
        self._pad_y = pad_y
        left, right = (0, indent) if right_to_left else (indent, 0)
        sides = PAD_X - _FRAME
        below = pad_y - _FRAME - _SPARE
        self.setViewportMargins(sides + left, pad_y - _FRAME, sides + right, below)
        self._right_to_left = right_to_left
        self.document().setDefaultTextOption(text_option(right_to_left, text))
        # White space at the end of a line counts as too wide, and text that runs from the right
        # would be scrolled to it.
        sideways = self.horizontalScrollBar()
        sideways.rangeChanged.connect(lambda *_: sideways.setRange(0, 0))
        self._misspelt: Mapping[Span, Sequence[str]] = {}
        self._found_marks: list[QTextEdit.ExtraSelection] = []
        self._stand_ins = stand_ins(text)
        self.setPlainText(text.translate(self._stand_ins))
        self._untouched = self.document().toRawText()
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
        """What stands in the editor: exactly what it was given as long as nothing is typed."""
        raw = self.document().toRawText()
        return self._first if raw == self._untouched else as_given(raw, self._stand_ins)

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
        self._found_marks = [
            self._mark(text, mark.span, severity_format(mark.severity, faint=mark.faint))
            for mark in highlights
        ]
        self._show_marks()

    def show_misspelt(self, text: str, misspelt: Mapping[Span, Sequence[str]]) -> None:
        """Mark the words of `text` that no dictionary knows, each with what may have been meant."""
        if text == self.text() and misspelt != self._misspelt:
            self._misspelt = misspelt
            self._show_marks()

    def _show_marks(self) -> None:
        form = misspelt_format()
        text = self.text()
        words = [self._mark(text, span, form) for span in self._misspelt if span.end <= len(text)]
        self.setExtraSelections([*self._found_marks, *words])

    def _mark(self, text: str, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = self._at(text, span), form
        return made

    def _at(self, text: str, span: Span) -> QTextCursor:
        """A cursor over a piece of `text`, which stands in the editor."""
        start, length = qt_range(text, span)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def insert_words(self, words: str) -> None:
        """Put words in the place of what is selected, with a space to a word beside them."""
        cursor = self.textCursor()
        text = self.text()
        start = from_qt(text, cursor.selectionStart())
        end = from_qt(text, cursor.selectionEnd())
        before = " " if text[:start] and text[start - 1].isalnum() else ""
        after = " " if text[end : end + 1].isalnum() else ""
        cursor.insertText(f"{before}{words}{after}")
        self.setTextCursor(cursor)

    def type_over(self, text: str) -> None:
        """Put a text in the place of all, as if somebody typed it."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text.translate(self._stand_ins))
        self.setTextCursor(cursor)

    def selected(self) -> Span | None:
        """What is selected of `text()`, without the white space that the keys for whole words take
        along; None for nothing."""
        text, cursor = self.text(), self.textCursor()
        start = from_qt(text, cursor.selectionStart())
        end = from_qt(text, cursor.selectionEnd())
        if words := text[start:end].strip():
            start = text.index(words, start)
            end = start + len(words)
        return Span(start, end) if start < end else None

    def select(self, span: Span) -> None:
        """Select a piece of `text()`."""
        self.setTextCursor(self._at(self.text(), span))

    def needed_height(self) -> int:
        """The height in pixels at which all of the text is visible: that of a row with this text.
        Lines in other scripts are higher or lower than the font says."""
        document, block, height = self.document(), self.document().firstBlock(), 0.0
        while block.isValid():
            height += document.documentLayout().blockBoundingRect(block).height()
            block = block.next()
        return math.ceil(height) + 2 * self._pad_y

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # In tight rows the text lies over the frame.
        whole = self.rect().translated(-self.viewport().pos())
        inner = whole.adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        painter = QPainter(self.viewport())
        painter.setClipRegion(QRegion(whole).subtracted(QRegion(inner)))
        painter.fillRect(whole, self.palette().highlight())
        painter.end()

    def end(self, how: str) -> None:
        """End the editing; later endings (the focus goes with the widget) are not heard."""
        if self._ended:
            return
        self._ended = True
        self._pause.stop()
        self.finished.emit(how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        wanted = _WORDS_KEYS.get(Qt.Key(event.key())) if self._for_words and not control else None
        if event.key() == Qt.Key.Key_Escape:
            self.end("revert")
        elif wanted:
            self.words_chosen.emit(wanted)
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
            and (
                event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
                or self._is_for_words(event)
            )
        ):
            event.accept()
            return True
        if (
            self._for_words
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            # Qt would give the keyboard to the next widget.
            self.words_chosen.emit("other")
            return True
        return super().event(event)

    def _is_for_words(self, event: QKeyEvent) -> bool:
        """Letters and copying are no commands of the row while words are chosen."""
        if self._for_words and event.matches(QKeySequence.StandardKey.Copy):
            return True
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return self._for_words and not control and event.text().isprintable()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, and above it what may have been meant by a misspelt word."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        at = from_qt(self.text(), cursor.position())
        menu = self.createStandardContextMenu()
        span = next((one for one in self._misspelt if one.start <= at <= one.end), None)
        if span is not None:
            self._offer(menu, span, span.of(self.text()))
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(below if by_key else event.globalPos())

    def _offer(self, menu: QMenu, span: Span, word: str) -> None:
        """What can be done about a misspelt word, as the first lines of a menu."""
        first = menu.actions()[0]
        lines = [
            (words, partial(self._at(self.text(), span).insertText, words))
            for words in self._misspelt[span]
        ]
        lines.append((tr("Learn “{word}”", word=word), partial(self.learnt.emit, word)))
        for words, do in lines:
            action = QAction(words.replace("&", "&&"), menu)
            action.triggered.connect(lambda _on=False, do=do: do())
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        menu.setActiveAction(menu.actions()[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self.end("leave")

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted text stays one sentence: a line break becomes a space, all else is kept."""
        if not source.hasText():
            return
        text = source.text()
        if len(text) > LONGEST_TEXT:
            self.refused.emit(
                tr(
                    "The pasted text has {text} characters; a sentence has {longest_text} at "
                    "most. Nothing was pasted.",
                    text=len(text),
                    longest_text=LONGEST_TEXT,
                )
            )
            return
        self.insertPlainText(_BREAKS.sub(" ", _OUTER_BREAKS.sub("", text)))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is selected as it is; Qt's own would turn no-break spaces into spaces."""
        data = QMimeData()
        data.setText(as_given(self.textCursor().selectedText(), self._stand_ins))
        return data

    def _typed(self) -> None:
        option = text_option(self._right_to_left, self.toPlainText())
        if option.textDirection() != self.document().defaultTextOption().textDirection():
            self.document().setDefaultTextOption(option)
        self._pause.start()
        self.grown.emit()

    def _tell(self) -> None:
        text = self.text()
        if text != self._told:
            self._told = text
            self.paused.emit(text)


def stand_ins(text: str) -> dict[int, str]:
    """For each character that Qt's documents have a use of their own for: what to show."""
    special = [char for char in _QTS_OWN if char in text]
    free = (char for char in _SHOWN_INSTEAD if char not in text)
    return {ord(char): next(free) for char in special}


def as_given(raw: str, shown: Mapping[int, str]) -> str:
    """A text out of Qt's document, in which `shown` stood for some characters."""
    back = {ord(instead): chr(given) for given, instead in shown.items()}
    return raw.replace("\u2029", " ").translate(back)
