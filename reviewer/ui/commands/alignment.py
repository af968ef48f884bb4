"""The commands that correct the alignment by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer.review import ReviewChange, Row, SideName
from reviewer.ui.table.table_model import rows_in_words

if TYPE_CHECKING:
    from reviewer.ui.review.page import ReviewPage


class AlignmentCommands:
    """Acts on the page's current or selected rows. The methods are commands, by name."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._session = page.session
        self._jumped_from = ""

    def enabled(self) -> dict[str, bool]:
        """Which of the commands can be given now."""
        row = self._page.current_row()
        content = row is not None and row.relation is not None
        both = content and bool(row.source_ids and row.target_ids)
        return {
            "link": len(self._page.selected_keys()) > 1,
            "unlink": both,
            "merge_with_next": content,
            "split_source": content and len(row.source) > 1,
            "split_target": content and len(row.target) > 1,
            "move_up": content and bool(row.target_ids),
            "move_down": content and bool(row.target_ids),
            "jump": row is not None and self._page.counterpart(row) is not None,
        }

    def link(self) -> None:
        keys = self._page.selected_keys()
        self._change(
            lambda: self._session.review.link(self._session.translation, keys),
            "The rows were not linked.",
        )

    def unlink(self) -> None:
        self._on_row(self._session.review.unlink, "The row was not unlinked.")

    def merge_with_next(self) -> None:
        self._on_row(self._session.review.merge_with_next, "The rows were not merged.")

    def split_source(self) -> None:
        if row := self._page.current_row():
            self._page.editing.choose_place(row, "source")
            self._page.say("Put the cursor where the second part begins, then press Enter.")

    def split_target(self) -> None:
        row = self._page.current_row()
        if row is None:
            return
        offset = self._page.editing.cursor_offset()
        if offset is not None and self._page.editing.row_key() == row.key:
            self.split_at(row, "target", offset)
            return
        self._page.editing.choose_place(row, "target")
        self._page.say("Put the cursor where the second part begins, then press Enter.")

    def split_at(self, row: Row, side: SideName, offset: int) -> None:
        """Split a row in two at a Python offset of one of its sides."""
        self._change(
            lambda: self._session.review.split(self._session.translation, row.key, side, offset),
            "The row was not split.",
        )

    def move_up(self) -> None:
        self._move(up=True)

    def move_down(self) -> None:
        self._move(up=False)

    def jump(self) -> None:
        row = self._page.current_row()
        if row is None:
            return
        # Several passages may have moved to one place: back to the one that we came from.
        back = self._jumped_from in self._page.model.arrivals(row.key)
        key = self._jumped_from if back else self._page.counterpart(row)
        if key is not None:
            self._jumped_from = "" if back else row.key
            self._page.go_to_key(key, centre=True)

    def _move(self, *, up: bool) -> None:
        if row := self._page.current_row():
            self._change(
                lambda: self._session.review.move(
                    self._session.translation, row.key, "target", up=up
                ),
                "The translation was not moved.",
            )

    def _on_row(self, operation: Callable[[int, str], ReviewChange], what: str) -> None:
        if row := self._page.current_row():
            self._change(lambda: operation(self._session.translation, row.key), what)

    def _change(self, operation: Callable[[], ReviewChange], what: str) -> None:
        """Each change names the row to be current next."""
        self._page.editing.stop()
        change = self._session.do(operation, what)
        if change and change.rows:
            self._page.go_to_key(change.rows[0])
            self._tell(change)

    def _tell(self, change: ReviewChange) -> None:
        """Say what was done, and which rows the program has matched anew beside it."""
        numbers = [self._page.model.number_of(key) for key in change.matched]
        if known := [number for number in numbers if number]:
            rows = rows_in_words(known)
            self._page.say(f"{change.label}: matched anew beside it: {rows}. Undo takes all back.")
        else:
            self._page.say(change.label)
