"""How the figures of the current row were read, and by which rule they agree; shown on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reviewer.domain import in_figures
from reviewer.review import Row
from reviewer.ui.look.widgets import Text, clear_layout
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.checks.numbers.explain import Link, Told

_ISOLATED = "\u2068{}\u2069"
"""A figure keeps its own direction between others."""


class FiguresCard(QWidget):
    """A button that unfolds the figures; hidden while the row has none in either text.

    What is unfolded stays so from row to row.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self._languages = ("", "")
        self.button = QToolButton()
        self.button.setText(tr("How the figures were read"))
        self.button.setToolTip(
            tr("What each figure was read as on both sides, and the rule by which they agree")
        )
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
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

    def _fill(self) -> None:
        on = self.button.isChecked()
        self.button.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        clear_layout(self._lines)
        row = self._row
        if not on or row is None or self.isHidden():
            return
        # Imported here: it loads the number words, which the window's start does not need.
        from reviewer.checks.numbers.explain import explain

        source, target = self._languages
        for link in explain(row.source, row.target, source_language=source, target_language=target):
            line = Text(told(link)).quiet()
            self._lines.addWidget(line)
            line.show()


def told(link: Link) -> str:
    """One line: the figure and its counterpart as written and as read, and how they agree."""
    sign = {"same": "=", "different": "≠"}.get(link.rule, "≈")
    if link.source is None or link.target is None:
        sign = "—"
    both = [_read(side) for side in (link.source, link.target)]
    return tr("{figures}: {rule}", figures=f" {sign} ".join(filter(None, both)), rule=rule(link))


def _read(side: Told | None) -> str:
    """A figure as it is written, with its readings where they are not the same signs."""
    if side is None:
        return ""
    values = " / ".join(in_figures(value) for value in side.values)
    written = _ISOLATED.format(side.written)
    return written if values == side.written else f"{written} ({values})"


def rule(link: Link) -> str:
    """How the two agree, in words."""
    words = {
        "clock": tr("the same time of day"),
        "date": tr("the same date"),
        "code": tr("the same digits"),
        "equivalent": tr("the same share or factor"),
        "clock number": tr("a time of day and its hour"),
        "written day": tr("a day and month in figures"),
        "reading": tr("the same under one of its readings"),
        "converted": tr("converted to another unit"),
        "share": tr("a percentage told as a share"),
        "partial date": tr("the same as far as both are told"),
        "rounded": tr("rounded"),
        "different": tr("different"),
        "alone": tr("without counterpart"),
        "asks for none": tr("may be no quantity, and asks for no counterpart"),
    }
    return words.get(link.rule, tr("the same value"))
