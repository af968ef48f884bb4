"""The back-translation of the current row, with the words that differ from the source marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from reviewer.domain import Span
from reviewer.review import ReviewedFinding, Row
from reviewer.ui.look import theme
from reviewer.ui.look.text_highlights import change_formats
from reviewer.ui.look.utf16_offsets import qt_range
from reviewer.ui.look.widgets import Text
from reviewer.ui.table.text_layouts import text_option
from reviewer.wording import term, tr

if TYPE_CHECKING:
    from reviewer.text.edit_pieces import Piece


class BackTranslationCard(QWidget):
    """Hidden while the row has no back-translation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = Passage(tr("Source"))
        self._back = Passage(tr("Back-translation"))
        self._note = Text().quiet()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(Text(tr("Back-translation"), wrap=False).sized(1.0, bold=True))
        inside.addWidget(self._back)
        self._label = Text(tr("Source")).quiet()
        inside.addWidget(self._label)
        inside.addWidget(self._source)
        inside.addWidget(self._note)

    def mark(self, row: Row | None, item: ReviewedFinding | None, language: str) -> None:
        """Mark the words that carry a finding of the row, or that differ."""
        if row is None or row.back_translation is None:
            return
        # Imported here: it loads the word lists, which the window's start does not need.
        from reviewer.ui.state.back_translation_marks import marks_beside

        gone, come = marks_beside(row, item, language)
        self._back.mark_spans(come)
        self._source.mark_spans(gone)

    def show_row(self, row: Row | None, right_to_left: bool) -> None:
        """Show the row's back-translation beside its source."""
        back = row.back_translation if row else None
        self.setVisible(back is not None)
        if row is None or back is None:
            return
        self._back.show_text(back.text, [], right_to_left)
        self._source.show_text(row.source, [], right_to_left)
        for widget in (self._source, self._label):
            widget.setVisible(bool(row.source))
        made = tr("Made by {package} {version}", package=back.package, version=back.version).strip()
        if back.text.strip() == row.target.strip():
            note = tr(
                "{made}. It gave the sentence back as it stands, which tells nothing.", made=made
            )
        elif back.reliable:
            note = tr(
                "{made}. A machine's reading of the translation: a hint, not a judgement.",
                made=made,
            )
        else:
            note = tr(
                "{made}. Not usable here: the machine lost its way. No finding rests on it.",
                made=made,
            )
        self._note.setText(note)

    def set_text_font(self, font: QFont) -> None:
        """The font of the passages."""
        self._source.setFont(font)
        self._back.setFont(font)


class Passage(QPlainTextEdit):
    """A few lines of plain text that can be selected, as high as they need."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QPlainTextEdit { background: transparent; }")
        self.document().setDocumentMargin(0)

    def show_text(self, text: str, marked: list[Span], right_to_left: bool) -> None:
        self._run(text, right_to_left)
        self.setPlainText(text)
        self.mark_spans(marked)

    def mark_spans(self, marked: Sequence[Span]) -> None:
        """Mark pieces of the text that is shown, and no others."""
        text = self.toPlainText()
        colours = theme.colours()
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(QColor(colours.accent))
        form.setBackground(QColor(colours.current))
        self._mark(text, [(span, form) for span in marked])

    def show_pieces(self, pieces: Sequence[Piece], right_to_left: bool) -> None:
        """Show what was deleted, with a line through it, and what was inserted, underlined."""
        text = "".join(piece.text for piece in pieces)
        self._run(text, right_to_left)
        self.setPlainText(text)
        deleted, inserted = change_formats()
        marks, end = [], 0
        for piece in pieces:
            span = Span(end, end + len(piece.text))
            end = span.end
            if piece.kind != "kept":
                marks.append((span, deleted if piece.kind == "deleted" else inserted))
        self._mark(text, marks)
        said = [f"{term(piece.kind)}: {piece.text}" for piece in pieces if piece.kind != "kept"]
        self.setAccessibleDescription("; ".join(said))

    def _run(self, text: str, right_to_left: bool) -> None:
        self.document().setDefaultTextOption(text_option(right_to_left, text))
        # In a window of the other direction Qt moves the text by what it takes for a scroll bar.
        direction = Qt.LayoutDirection
        self.setLayoutDirection(direction.RightToLeft if right_to_left else direction.LeftToRight)

    def _mark(self, text: str, marks: Sequence[tuple[Span, QTextCharFormat]]) -> None:
        selections = []
        for span, form in marks:
            start, length = qt_range(text, span)
            selection = QTextEdit.ExtraSelection()
            cursor = self.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = form
            selections.append(selection)
        self.setExtraSelections(selections)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = self.document().documentLayout().documentSize().height()
        self.setFixedHeight(round(max(lines, 1) * self.fontMetrics().lineSpacing()) + 4)
