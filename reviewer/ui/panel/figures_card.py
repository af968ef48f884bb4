"""How the figures of the current row were read, and by which rule they agree; shown on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reviewer.review import Row
from reviewer.ui.look import theme
from reviewer.ui.look.fold_mark import with_fold_mark
from reviewer.ui.look.widgets import Text, clear_layout
from reviewer.ui.state.figure_words import told
from reviewer.ui.state.row_figures import figure_links
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.checks.numbers.explain import Link


class FigureLine(Text):
    """What a link says. `pointed` brings it while the pointer or the keyboard is here."""

    pointed = Signal(object)

    def __init__(self, link: Link) -> None:
        super().__init__(told(link))
        self.quiet()
        self._link = link
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self._link)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.pointed.emit(self._link)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self.pointed.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QColor(theme.colours().accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()


class FiguresCard(QWidget):
    """A button that unfolds the figures; hidden while the row has none in its two texts.
    Numbers in words are known only after they were read (`show_figures_of`).

    What is unfolded stays so from row to row. `pointed` brings the link whose line has the pointer
    or the keyboard, None when it has it no more.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._languages = ("", "")
        self.button = QToolButton()
        self.button.setAccessibleName(tr("How the figures were read"))
        self.button.setToolTip(
            tr("What each figure was read as on both sides, and the rule by which they agree")
        )
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.toggled.connect(self._fill)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(self._lines)
        self._fill()

    def show_row(self, row: Row | None, languages: tuple[str, str]) -> None:
        """Show the figures of a row whose source and target are in `languages`."""
        self._row, self._languages = row, languages
        texts = row.source + row.target if row and row.source and row.target else ""
        self.setVisible(any(map(str.isdigit, texts)))
        self._fill()

    def show_figures_of(self, row: Row) -> None:
        """The texts of a row were read, and there are figures in them."""
        shown = self._row
        if shown is None or (shown.source, shown.target) != (row.source, row.target):
            return
        if self.isHidden():
            self.setVisible(True)
            self._fill()

    def _fill(self) -> None:
        on = self.button.isChecked()
        self.button.setText(with_fold_mark(tr("How the figures were read"), unfolded=on))
        clear_layout(self._lines)
        row = self._row
        if not on or row is None or self.isHidden():
            return
        before: QWidget = self.button
        for link in figure_links(row.source, row.target, *self._languages):
            line = FigureLine(link)
            line.pointed.connect(self.pointed)
            self._lines.addWidget(line)
            line.show()
            QWidget.setTabOrder(before, line)
            before = line
