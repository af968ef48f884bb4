"""Find words in the rows: marks all places and walks through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.table.cells import found

if TYPE_CHECKING:
    from reviewer.ui.review.page import ReviewPage


class SearchCommands:
    """Drives the find bar of the page."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        page.find_bar.changed.connect(self._search)
        page.find_bar.step.connect(self.step)
        page.find_bar.closed.connect(self._close)

    def find(self) -> None:
        """Open the find bar."""
        self._page.find_bar.open()

    def find_next(self) -> None:
        self._again(1)

    def find_previous(self) -> None:
        self._again(-1)

    def step(self, step: int) -> None:
        """On to the next line with what is searched for, or back."""
        lines = self._lines()
        if not lines:
            return
        here = self._page.table.current_line()
        if step > 0:
            chosen = next((line for line in lines if line > here), lines[0])
        else:
            chosen = next((line for line in reversed(lines) if line < here), lines[-1])
        self._page.table.go_to(chosen, centre=not self._page.table.shows(chosen))
        self._say(lines, chosen)

    def _again(self, step: int) -> None:
        if self._page.model.search:
            self.step(step)
        else:
            self.find()

    def _search(self, words: str) -> None:
        self._page.model.set_search(words)
        self._page.table.refresh()
        lines = self._lines()
        if not words:
            self._page.find_bar.say("")
            return
        here = self._page.table.current_line()
        if lines:
            chosen = next((line for line in lines if line >= here), lines[0])
            self._page.table.go_to(chosen, centre=not self._page.table.shows(chosen))
            self._say(lines, chosen)
        else:
            self._page.find_bar.say("Found nowhere")

    def _close(self) -> None:
        self._page.model.set_search("")
        self._page.table.refresh()
        self._page.table.setFocus()

    def _lines(self) -> list[int]:
        model = self._page.model
        words = model.search
        if not words:
            return []
        return [
            number
            for number in range(model.rowCount())
            if (row := model.row_at(number))
            and (found(row.source, words) or found(row.target, words))
        ]

    def _say(self, lines: list[int], chosen: int) -> None:
        self._page.find_bar.say(f"Row {lines.index(chosen) + 1} of {len(lines)}")
