"""The commands that go from place to place: findings, translations, the last change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from reviewer.review import ReviewChange, SideName, UndoStep
from reviewer.ui.review.translation_bar import OVERVIEW
from reviewer.ui.state.next_finding import next_finding

if TYPE_CHECKING:
    from reviewer.ui.review.page import ReviewPage


class NavigationCommands:
    """Moves the page about. The public methods are commands, by name."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._session = page.session

    def next_finding(self) -> None:
        """On to the next finding that waits for a decision."""
        self._walk(1)

    def previous_finding(self) -> None:
        """Back to the finding before."""
        self._walk(-1)

    def undo(self) -> None:
        """Go to where the last change was made, then take it back."""
        self._page.editing.stop()
        self._retrace(self._session.review.undo_step, self._session.review.undo, "Undone")

    def redo(self) -> None:
        """Go to where a change was taken back, then make it again."""
        self._retrace(self._session.review.redo_step, self._session.review.redo, "Done again")

    def copy_source(self) -> None:
        """Put the source of the selected rows on the clipboard."""
        self._copy("source")

    def copy_translation(self) -> None:
        """Put the translation of the selected rows on the clipboard."""
        self._copy("target")

    def next_translation(self) -> None:
        """On to the next tab."""
        self._page.pick(self._page.bar.neighbour(1))

    def previous_translation(self) -> None:
        """Back to the tab before."""
        self._page.pick(self._page.bar.neighbour(-1))

    def switch_overview(self) -> None:
        """All translations side by side, or back to one."""
        self._page.pick(self._session.translation if self._page.overview_shown() else OVERVIEW)

    def _walk(self, step: int) -> None:
        self._page.editing.stop()
        if self._page.overview_shown():
            self._page.pick(self._session.translation)
        row = self._page.current_row()
        place = next_finding(
            self._page.model.rows(),
            self._page.model.filter,
            row.key if row else "",
            self._page.finding(),
            step,
        )
        if place is None:
            self._page.say("No finding is open in this translation.")
            return
        number = self._page.model.line_of(place.row_key)
        in_sight = number is not None and self._page.table.shows(number)
        self._page.go_to_key(place.row_key, centre=not in_sight)
        self._page.set_finding(place.fingerprint)
        if place.wrapped:
            self._page.say(
                "Past the end: on from the beginning." if step > 0 else "On from the end."
            )

    def _retrace(
        self, step: UndoStep | None, operation: Callable[[], ReviewChange | None], said: str
    ) -> None:
        if step is None:
            self._page.say("There is nothing to go back to.")
            return
        if step.translation_id != self._session.translation or self._page.overview_shown():
            self._page.pick(step.translation_id)
        review = self._session.review
        self._page.go_to_key(review.row_now(step.translation_id, step.row_key))
        change = self._session.do(operation, "That was not possible.")
        if change and change.rows:
            self._page.go_to_key(change.rows[0])
            self._page.say(f"{said}: {change.label}")

    def _copy(self, side: SideName) -> None:
        keys = set(self._page.selected_keys())
        rows = [row for row in self._page.model.rows() if row.key in keys]
        texts = [row.source if side == "source" else row.target for row in rows]
        QGuiApplication.clipboard().setText("\n".join(texts))
