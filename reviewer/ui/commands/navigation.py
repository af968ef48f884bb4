"""The commands that go from place to place, and those that go back in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from reviewer.ui.state.comparisons import COMPARISONS, FIGURES, OVERVIEW
from reviewer.ui.state.next_finding import next_finding
from reviewer.ui.state.next_translation import translation_to_go_on_with
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Filter
from reviewer.wording import in_words, tr

if TYPE_CHECKING:
    from reviewer.review import ReviewChange, SideName, UndoStep


class NavigationCommands:
    """Findings, translations, the overview, and the last change."""

    def __init__(self, review: OpenReview) -> None:
        self._review = review

    def has_row(self) -> bool:
        return self._review.current_row() is not None

    def is_open(self) -> bool:
        return self._review.is_open()

    def one_is_shown(self) -> bool:
        """Whether one translation is shown, and not the overview."""
        return self._review.is_open() and not self._review.overview

    def can_filter(self) -> bool:
        """Whether sentences are shown, of one translation or of all: figures are put in order."""
        return self._review.is_open() and not self.shows(FIGURES)

    def has_several(self) -> bool:
        return self._review.is_open() and len(self._review.look.translations) > 1

    def is_filtered(self) -> bool:
        return self.can_filter() and not self._filter().everything()

    def _filter(self) -> Filter:
        review = self._review
        return review.filter_of_all if review.overview else review.shown.filter

    def can_undo(self) -> bool:
        return self._can_retrace("undo_step")

    def can_redo(self) -> bool:
        return self._can_retrace("redo_step")

    def _can_retrace(self, step: str) -> bool:
        """While a review is being read nobody knows; whoever asks for it waits."""
        review = self._review
        return review.is_open() and (
            not review.is_read() or getattr(review.review, step) is not None
        )

    def can_edit(self) -> bool:
        review = self._review
        line = review.current_line()
        if not review.is_open() or review.overview:
            return review.is_open()
        return line is not None

    def next_finding(self, *, stay_if_waiting: bool = False) -> None:
        """Go to the next finding; pressed again at the end, to the next translation's first, or
        to the next document.

        `stay_if_waiting` stays where another finding of the row has become the current one.
        """
        item = self._review.current_finding()
        if stay_if_waiting and item and item.state == "open":
            return
        following = translation_to_go_on_with(self._review) if self._review.at_end else None
        if self._review.at_end and following is None and self._review.next_document():
            self._review.document_wanted.emit()
            return
        if following is not None:
            with self._review.one_change():
                self._review.pick(following)
                self._review.go_to(self._review.shown.first_key())
            self._review.say(tr("On with {name}.", name=self._review.names()[1]))
        self._walk(1)

    def first_finding(self) -> None:
        """Go to the first open finding of the review: in this translation, or in the next one."""
        review = self._review
        following = translation_to_go_on_with(review)
        with review.one_change():
            if not review.counts(review.translation).open and following is not None:
                review.pick(following)
            review.go_to(review.shown.first_key())
            item = review.current_finding()
            if item is None or item.state != "open":
                self._walk(1)

    def previous_finding(self) -> None:
        self._walk(-1)

    def undo(self) -> None:
        """Go to where the last change was made, then take it back."""
        self._review.editor.stop()
        review = self._review.review
        self._retrace(review.undo_step, review.undo, tr("Undone"))

    def redo(self) -> None:
        """Go to where a change was taken back, then make it again."""
        review = self._review.review
        self._retrace(review.redo_step, review.redo, tr("Done again"))

    def copy_source(self) -> None:
        """Put the source of the selected rows on the clipboard."""
        self._copy("source")

    def copy_translation(self) -> None:
        """Put the translation of the selected rows on the clipboard."""
        self._copy("target")

    def next_translation(self) -> None:
        self._switch(1)

    def previous_translation(self) -> None:
        self._switch(-1)

    def switch_overview(self) -> None:
        """All translations side by side, or back to one."""
        self.switch_to(OVERVIEW)

    def switch_to(self, comparison: int) -> None:
        """A page that compares all translations, or from there back to one of them."""
        review = self._review
        review.pick(review.translation if review.view() == comparison else comparison)

    def shows(self, comparison: int) -> bool:
        return self._review.is_open() and self._review.view() == comparison

    def want_filters(self) -> None:
        """Let the mix of filters be chosen."""
        self._review.filters_wanted.emit()

    def clear_filters(self) -> None:
        if self._review.overview:
            self._review.set_filter_of_all(Filter())
            return
        key = self._review.last_key()
        self._review.set_filter(Filter())
        self._review.go_to(key, "centre_if_hidden")

    def _switch(self, step: int) -> None:
        review = self._review
        known = [info.id for info in review.look.translations]
        views = [*known, *COMPARISONS] if len(known) > 1 else known
        review.pick(views[(views.index(review.view()) + step) % len(views)])

    def _walk(self, step: int) -> None:
        review = self._review
        review.editor.stop()
        if review.overview:
            review.pick(review.translation)
        row = review.current_row()
        place = next_finding(
            review.shown.index,
            review.shown.filter,
            row.key if row else "",
            review.finding(),
            step,
        )
        if place is None:
            if review.counts(review.translation).open:
                key = review.keys.of("clear_filters")
                said = tr("No finding like that is open.")
                review.say(f"{said} " + tr("{key} shows all rows.", key=key) if key else said)
            else:
                review.say(tr("No finding is open in this translation."))
                review.set_at_end(True)
            return
        review.go_to(place.row_key, "centre_if_hidden")
        review.set_finding(place.fingerprint)
        if place.wrapped:
            review.say(
                tr("Past the end: on from the beginning.") if step > 0 else tr("On from the end.")
            )

    def _retrace(
        self, step: UndoStep | None, operation: Callable[[], ReviewChange | None], said: str
    ) -> None:
        review = self._review
        if step is None:
            review.say(tr("There is nothing to go back to."))
            return
        if step.everywhere:
            change = review.do(operation, tr("That was not possible."))
            if change:
                review.say(f"{said}: {in_words(change.label)}")
            return
        if step.translation_id != review.translation or review.overview:
            review.pick(step.translation_id)
        row, line = review.current_row(), review.line_number()
        with review.one_change():
            change = review.do(operation, tr("That was not possible."))
            key = review.review.row_now(step.translation_id, step.row_key)
            rows = change.rows if change and change.rows else (key,)
            here = row is not None and row.key in rows
            nearest = row.key if row and here else self._nearest(rows, line)
            review.go_to(nearest, "centre_if_hidden")
        if change and change.rows:
            review.say(f"{said}: {in_words(change.label)}")

    def _nearest(self, keys: Sequence[str], line: int) -> str:
        """Of rows that a step changed together, the one that is the shortest way to go."""
        lines = {
            key: there for key in keys if (there := self._review.shown.line_of(key)) is not None
        }
        return min(lines, key=lambda key: abs(lines[key] - line), default=keys[0])

    def _copy(self, side: SideName) -> None:
        shown = self._review.shown
        rows = [row for key in self._review.selected_keys() if (row := shown.row(key))]
        texts = [row.source if side == "source" else row.target for row in rows]
        QGuiApplication.clipboard().setText("\n".join(texts))
