"""Small widgets used on more than one page. All of them show plain text and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QMenu,
    QSizePolicy,
    QWidget,
)

from reviewer.wording import harmless, in_words, is_right_to_left

_MARK = "\u200f"
"""RIGHT-TO-LEFT MARK (Unicode UAX 9)."""


class Text(QLabel):
    """Plain text that wraps, a message in the user's language. What stands in an article must
    never be read as markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(_as_the_window_runs(harmless(in_words(text))), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._quiet = False
        _begin_with_the_window(self)

    def setText(self, text: str) -> None:
        super().setText(_as_the_window_runs(harmless(in_words(text))))

    def quiet(self) -> Text:
        """In the colour of what is said in passing."""
        self.set_quiet(True)
        return self

    def set_quiet(self, on: bool) -> None:
        """Whether it is in the colour of what is said in passing."""
        if on != self._quiet:
            self._quiet = on
            role = QPalette.ColorRole.PlaceholderText if on else QPalette.ColorRole.NoRole
            self.setForegroundRole(role)

    def set_struck(self, on: bool) -> None:
        """Whether it is quiet with a line through it, as what does not count any more."""
        font = self.font()
        if font.strikeOut() != on:
            font.setStrikeOut(on)
            self.setFont(font)
            self.set_quiet(on)

    def sized(self, factor: float, *, bold: bool = False) -> Text:
        """In `factor` times the usual size."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * factor)
        font.setBold(bold)
        self.setFont(font)
        return self


class Elided(QLabel):
    """One line of plain text, shortened in the middle where it does not fit."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full = self._short = ""
        _begin_with_the_window(self)
        self.set_full(text)

    def set_full(self, text: str, short: str = "") -> None:
        """Show `text`, or `short` where that does not fit; all of it is the tooltip."""
        text = harmless(in_words(text))
        self._full, self._short = text, short
        self.setToolTip(as_plain(text))
        self.setAccessibleName(text)
        # Or the tip would be read, with its markup.
        self.setAccessibleDescription(text)
        self._fit()

    def quiet(self) -> Elided:
        """In the colour of what is said in passing."""
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return self

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        fits = metrics.horizontalAdvance(self._full) <= self.width()
        words = self._full if fits or not self._short else self._short
        self.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, self.width()))


def _begin_with_the_window(label: QLabel) -> None:
    """Qt begins each label where its own text begins, so that a name or a path would stand apart
    from the words around it in a window that runs from right to left."""
    if is_right_to_left():
        label.setAlignment(beginning(True))


def _as_the_window_runs(text: str) -> str:
    """Qt reads a text in the direction of its first letter, be it that of a figure or name from the
    article: in a window that runs from right to left a sentence of that window keeps its own."""
    if not is_right_to_left():
        return text
    runs = [kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")]
    return f"{_MARK}{text}" if runs[:1] == ["L"] and {"R", "AL"} & set(runs) else text


class Card(QFrame):
    """A panel on the page's ground with a hairline around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setStyleSheet(
            "QFrame#card { background: palette(base); border: 1px solid palette(midlight);"
            " border-radius: 8px; }"
        )


def rule(parent: QWidget | None = None) -> QFrame:
    """A horizontal hairline."""
    line = QFrame(parent)
    line.setFixedHeight(1)
    line.setStyleSheet("background: palette(midlight);")
    return line


def as_plain(text: str) -> str:
    """A tooltip that shows `text` as it stands: escaped, since Qt reads what looks like markup
    as markup (and loads the images that it names)."""
    text = harmless(in_words(text))
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def beginning(right_to_left: bool) -> Qt.AlignmentFlag:
    """The side at which text of a direction begins, in the middle of its height.

    Of the text's own direction, whatever that of the window is.
    """
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def add_lines(menu: QMenu, actions: Sequence[QAction | None]) -> None:
    """Add actions to a menu; None adds a separator."""
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)


def clear_layout(layout: QLayout) -> None:
    """Take all widgets out of a layout and let them go."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
