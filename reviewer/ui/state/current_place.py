"""Where the reviewer is in the open review: the row, the finding, and what is selected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer.ui.state.held_review import HeldReview
from reviewer.ui.state.row_filter import Fold
from reviewer.ui.state.shown_rows import ShownRows

if TYPE_CHECKING:
    from reviewer.review import ReviewedFinding, Row


class CurrentPlace(HeldReview):
    """`shown` are the rows that are shown, of which one line is current; `overview` says that a
    page that compares is shown instead, where commands have no row to act on.

    `current_changed` comes once for all that changed together (`one_change`).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = ShownRows()
        self.overview = False
        self._depth = 0
        self._owed = False
        self._nowhere()

    def _nowhere(self) -> None:
        self._line, self._key, self._last_key = -1, "", ""
        self._finding, self._by_hand = "", False
        self._selected: tuple[str, ...] = ()
        self.came_from: tuple[int, int] | None = None
        """The page that compares from which a translation was entered, and that translation."""

    def line_number(self) -> int:
        """The number of the current line; -1 without one."""
        return self._line

    def last_key(self) -> str:
        """The key of the current line; where no line is shown, of the one that was current last."""
        return self.shown.key_at(self._line) or self._last_key

    def current_line(self) -> Row | Fold | None:
        """What stands in the current line, shown or behind the overview."""
        return self.shown.line(self._line)

    def current_row(self) -> Row | None:
        """The row that commands act on."""
        return None if self.overview else self.shown.row_at(self._line)

    def current_finding(self) -> ReviewedFinding | None:
        """The finding that commands act on."""
        row = self.current_row()
        findings = row.findings if row else ()
        return next((item for item in findings if item.fingerprint == self._finding), None)

    def finding(self) -> str:
        """The fingerprint of the finding that commands act on, "" without one."""
        return self._finding

    def set_finding(self, fingerprint: str) -> None:
        """Make another finding of the current row the current one."""
        with self.one_change():
            self._owed = self._owed or fingerprint != self._finding
            self._finding, self._by_hand = fingerprint, True

    def selected_keys(self) -> Sequence[str]:
        """The keys of the selected rows that can be linked, in their order."""
        return () if self.overview else self._selected

    def look_at(self, number: int, selected: Sequence[int]) -> None:
        """Another line is current, or others are selected."""
        with self.one_change():
            self._set_line(number)
            rows = (self.shown.row_at(line) for line in sorted(selected))
            keys = tuple(row.key for row in rows if row and row.relation is not None)
            self._owed = self._owed or keys != self._selected
            self._selected = keys

    @contextmanager
    def one_change(self) -> Iterator[None]:
        """Whatever changes inside is announced together, once, at the end."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if self._owed and not self._depth:
                self._owed = False
                self.current_changed.emit()

    def _set_line(self, number: int) -> None:
        key = self.shown.key_at(number)
        place = (number, key) if key else (-1, "")
        if place == (self._line, self._key):
            return
        if place[1] != self._key:
            self._finding, self._by_hand = "", False
        self._line, self._key = place
        self._last_key = key or self._last_key
        self._choose_finding()
        self._owed = True

    def _choose_finding(self) -> None:
        """Stay with the current finding, or take the first that waits, or the first. One that was
        taken so gives way to what is found before it later, or that would be passed over."""
        brief = self.shown.index.brief(self.shown.key_at(self._line))
        findings = brief.findings if brief else ()
        here = next((item for item in findings if item.fingerprint == self._finding), None)
        if here and (self._by_hand or here.state != "open"):
            return
        wanted = [item for item in findings if self.shown.filter.wants_finding(item)] or findings
        first = next((item for item in wanted if item.state == "open"), None)
        chosen = first or next(iter(wanted), None)
        self._finding, self._by_hand = chosen.fingerprint if chosen else "", False
