"""The commands that correct the alignment by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Fold
from reviewer.ui.state.row_words import rows_in_words
from reviewer.wording import error_in_words, in_words, tr

if TYPE_CHECKING:
    from reviewer.review import ReviewChange, Row, SideName


class AlignmentCommands:
    """Acts on the current or the selected rows."""

    def __init__(self, review: OpenReview) -> None:
        self._review = review
        self._jumped_from = ""

    def can_link(self) -> bool:
        return len(self._review.selected_keys()) > 1

    def can_unlink(self) -> bool:
        row = self._content()
        return row is not None and bool(row.source_ids and row.target_ids)

    def can_merge(self) -> bool:
        return self._content() is not None

    def can_split_source(self) -> bool:
        row = self._content()
        return row is not None and len(row.source) > 1

    def can_split_target(self) -> bool:
        row = self._content()
        return row is not None and len(row.target) > 1

    def can_move(self) -> bool:
        row = self._content()
        return row is not None and bool(row.target_ids)

    def can_jump(self) -> bool:
        row = self._review.current_row()
        return row is not None and self._review.shown.counterpart(row) is not None

    def can_tell_apart(self) -> bool:
        return self._review.current_line() is not None and not self._review.overview

    def tell_apart(self) -> None:
        """Turn text into page furniture, or furniture (a whole paragraph or fold) into text."""
        review, line = self._review, self._review.current_line()
        if line is None:
            return
        if isinstance(line, Fold):
            index = review.shown.index
            first = index.place_of[line.key]
            keys = list(index.keys[first : first + line.count])
        elif line.kind == "furniture":
            block = review.review.rows_of_block(review.translation, line.key)
            known = ((key, review.shown.index.brief(key)) for key in block)
            keys = [key for key, brief in known if brief and brief.kind == "furniture"]
        else:
            keys = list(review.selected_keys()) or [line.key]
            self._change(
                lambda: review.review.set_aside(review.translation, keys),
                tr("The rows were not set aside."),
            )
            return
        self._change(
            lambda: review.review.take_as_text(review.translation, keys),
            tr("The page furniture was not taken as text."),
        )

    def link(self) -> None:
        keys = self._review.selected_keys()
        review = self._review
        self._change(
            lambda: review.review.link(review.translation, keys), tr("The rows were not linked.")
        )

    def link_two(self, one: str, other: str) -> None:
        """Link two rows, by their keys: a sentence was dragged to its counterpart."""
        review = self._review
        self._change(
            lambda: review.review.link(review.translation, [one, other]),
            tr("The rows were not linked."),
        )

    def unlink(self) -> None:
        self._on_row(
            lambda key: self._review.review.unlink(self._review.translation, key),
            tr("The row was not unlinked."),
        )

    def merge_with_next(self) -> None:
        self._on_row(
            lambda key: self._review.review.merge_with_next(self._review.translation, key),
            tr("The rows were not merged."),
        )

    def split_source(self) -> None:
        if row := self._review.current_row():
            self._choose_place(row, "source")

    def split_target(self) -> None:
        row = self._review.current_row()
        if row is None:
            return
        offset = self._review.editor.cursor_offset()
        if offset is not None and self._review.editor.row_key() == row.key:
            self.split_at(row, "target", offset)
        else:
            self._choose_place(row, "target")

    def split_at(self, row: Row, side: SideName, offset: int) -> None:
        """Split a row in two at a Python offset of one of its sides. Where that is not possible
        it is said in the status bar, and another place can be chosen."""
        from reviewer.review import NotPossible

        review = self._review

        def split() -> ReviewChange | None:
            try:
                return review.review.split(review.translation, row.key, side, offset)
            except NotPossible as error:
                review.say(error_in_words(error))
                return None

        with review.one_change():
            change = review.do(split, tr("The row was not split."))
            if change and change.rows:
                review.editor.stop("keep")
                review.go_to(change.rows[0])
                self._tell(change)

    def move_up(self) -> None:
        self._move(up=True)

    def move_down(self) -> None:
        self._move(up=False)

    def jump(self) -> None:
        row = self._review.current_row()
        if row is None:
            return
        # Several passages may have moved to one place: back to the one that we came from.
        shown = self._review.shown
        back = self._jumped_from in shown.arrivals(row.key)
        key = self._jumped_from if back else shown.counterpart(row)
        if key is not None:
            self._jumped_from = "" if back else row.key
            self._review.go_to(key, "centre")

    def _content(self) -> Row | None:
        row = self._review.current_row()
        return row if row and row.relation is not None else None

    def _choose_place(self, row: Row, side: SideName) -> None:
        self._review.editor.choose_place(row, side)
        self._review.say(tr("Put the cursor where the second part begins, then press Enter."))

    def _move(self, *, up: bool) -> None:
        review = self._review
        self._on_row(
            lambda key: review.review.move(review.translation, key, "target", up=up),
            tr("The translation was not moved."),
        )

    def _on_row(self, operation: Callable[[str], ReviewChange], what: str) -> None:
        if row := self._review.current_row():
            key = row.key
            self._change(lambda: operation(key), what)

    def _change(self, operation: Callable[[], ReviewChange], what: str) -> None:
        """Each change names the row to be current next."""
        self._review.editor.stop()
        change = self._review.do(operation, what)
        if change and change.rows:
            self._review.go_to(change.rows[0])
            self._tell(change)

    def _tell(self, change: ReviewChange) -> None:
        """Say what was done, and which rows the program has matched anew beside it."""
        numbers = [self._review.shown.number_of(key) for key in change.matched]
        if known := [number for number in numbers if number]:
            rows = rows_in_words(known)
            self._review.say(
                tr(
                    "{label}: matched anew beside it: {rows}. Undo takes all back.",
                    label=change.label,
                    rows=rows,
                )
            )
        else:
            self._review.say(in_words(change.label))
