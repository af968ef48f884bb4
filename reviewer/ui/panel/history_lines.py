"""What was done to the current row, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.review import HistoryEntry
from reviewer.ui.look.widgets import Text
from reviewer.wording import tr
from reviewer.wording.moments import short_moment

_SHOWN = 12


class HistoryLines(QWidget):
    """The latest steps; hidden while there are none. The lines are made once and say another step
    for another row."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(3)
        self._lines: list[_HistoryLine] = []

    def show_entries(self, history: Sequence[HistoryEntry]) -> None:
        """Show the history of another row, given the earliest first."""
        latest = list(reversed(history))[:_SHOWN]
        while len(self._lines) < len(latest):
            line = _HistoryLine()
            self._inside.addWidget(line)
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            if number < len(latest):
                line.say(latest[number])
            line.setVisible(number < len(latest))
        self.setVisible(bool(latest))


class _HistoryLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        self._who = Text("", wrap=False).quiet()
        self._words = Text("")
        inside.addWidget(self._who, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._words, 1)

    def say(self, entry: HistoryEntry) -> None:
        self._words.setText(
            tr("{what} (undone)", what=entry.words) if entry.undone else entry.words
        )
        self._words.set_quiet(entry.undone)
        self._who.setText("  ".join(one for one in (short_moment(entry.at), entry.author) if one))
