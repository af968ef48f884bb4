"""The open review as the window sees it: what is open, what is current, and what is shown.

Commands ask it and change it; widgets show it and listen to its signals. It knows no widget.
All of this happens on the GUI thread, which owns the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer.domain import ReviewerError
from reviewer.messages import Message
from reviewer.ui.state.command_keys import CommandKeys
from reviewer.ui.state.comparisons import COMPARISONS, OVERVIEW
from reviewer.ui.state.current_place import CurrentPlace
from reviewer.ui.state.editor_port import Editor, NoEditor
from reviewer.ui.state.finding_draft import FindingDraft
from reviewer.ui.state.review_signals import Arrival
from reviewer.ui.state.row_filter import Filter, Fold
from reviewer.ui.state.row_terms import RowTerms
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.review import (
        Glance,
        Review,
        ReviewChange,
    )

_SENTENCE = 60
"""Characters of a line that is hardly a label."""


def _bookmarks(translation: int) -> str:
    """The setting of a review that has the bookmarks of a translation."""
    return f"bookmarks.{translation}"


class OpenReview(CurrentPlace):
    """At most one review is open. A change announces itself once, when it is complete.

    A review that is being read is open already and shows what can be seen of it (`look`); whoever
    wants to do something with it (`review`) waits until it has been read. `read` says that it was.

    What it says of itself, and when, stands in ReviewSignals.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor: Editor = NoEditor()
        self.keys = CommandKeys()
        self.terms = RowTerms()
        self.comparison = OVERVIEW
        """Which page that compares is shown, or was last."""
        self.filter_of_all = Filter()
        """Which sentences the pages show that compare all translations."""
        self.overview_cell: tuple[int, str] | None = None
        self.search = self.last_search = ""
        self.unfolded = False
        self.author = ""
        """The name that stands beside what is done; "" until it was asked."""
        self.at_end = False
        """Whether the reviewer has just been told that nothing is left in this translation."""
        self.revision = 0
        """Counts what happened to the current row: its history has grown."""
        self._sentences: dict[str, int] | None = None
        self._stop: Callable[[], None] = lambda: None
        self._stale = False

    # -- opening and closing
    def glance(self, glance: Glance) -> None:
        """Show what can be seen of a review that is being read; `open` follows, or `close`."""
        with self.one_change():
            self._glance = glance
            self._begin()

    def open(self, review: Review) -> None:
        """Show a review at the place where the reviewer was; one that was glanced at stays as it
        is on screen."""
        with self.one_change():
            glance, self._glance = self._glance, None
            self._review = review
            review.sign(self.author)
            self._stop = review.subscribe(self._take_in)
            if glance is None:
                self._begin()
                return
            glance.close()
            self._go_on()

    def _begin(self) -> None:
        look = self.look
        place = look.place()
        known = [info.id for info in look.translations]
        self.translation = (
            place.translation_id if place and place.translation_id in known else known[0]
        )
        self.overview, self.overview_cell, self.search = False, None, ""
        view = place.view if place else {}
        self.shown.set_filter(Filter.read(view.get("filter")))
        self.filter_of_all = Filter.read(view.get("filter_of_all"))
        self.shown.unfold_all(self.unfolded)
        self.opened.emit()
        self.view_changed.emit()
        self._load(place.row_key if place else "")

    def _go_on(self) -> None:
        """The review has been read: what it says counts from now on."""
        review, number = self.review, self.translation
        index, before = review.index(number), self.shown.index
        self.shown.fixed = self.fixed(number)
        self.revision += 1
        self._owed = True
        if (index.keys, index.known) == (before.keys, before.known):
            self.shown.go_on(index, review.rows_of(number))
        else:
            self._reload()
        self.read.emit()

    def close(self) -> Message | None:
        """Stop listening and close the file; what its user must know then, see `Review.close`."""
        if not self.is_open():
            return None
        self.closing.emit()
        with self.one_change():
            look = self.look
            self._review = self._glance = self._sentences = None
            self._stop()
            self._stop = lambda: None
            self.shown.fixed = {}
            self.set_at_end(False)
            self._nowhere()
            self._stale = False
            self.shown.close()
            self.closed.emit()
            self._owed = True
        return look.close()

    def sentence_number(self, source_id: str) -> int | None:
        """The number of a source sentence where all translations are compared; None for page
        furniture, and before the review has been read."""
        if self._sentences is None:
            if not self.is_read():
                return None
            lines = (line for line in self.review.overview() if line.kind != "furniture")
            self._sentences = {line.source_id: n for n, line in enumerate(lines, 1)}
        return self._sentences.get(source_id)

    # -- going about
    def go_to(self, key: str, how: Arrival = "near") -> None:
        """Make a row current, taking the filter away if it hides the row."""
        with self.one_change():
            if self.shown.line_of(key) is None and self.shown.row(key):
                self.set_filter(Filter())
            number = self.shown.line_of(key)
            if number is not None:
                self._set_line(number)
                self.row_wanted.emit(key, how)

    def pick(self, translation: int) -> None:
        """Show a translation, or one of COMPARISONS."""
        with self.one_change():
            self.editor.stop()
            self._owed = True
            self.set_at_end(False)
            self.overview = translation in COMPARISONS
            if self.overview:
                self.comparison = translation
            self.overview_cell = None
            other = not self.overview and translation != self.translation
            if not other:
                self.view_changed.emit()
                return
            source = self.shown.source_near(self._line)
            self.translation = translation
            self.view_changed.emit()
            self._load(self.look.row_of_source(translation, source))

    def view(self) -> int:
        """The number of the translation that is shown, or one of COMPARISONS."""
        return self.comparison if self.overview else self.translation

    def set_filter(self, wanted: Filter) -> None:
        """Show only the rows that are wanted."""
        if wanted == self.shown.filter:
            return
        if wanted.text:
            self.have_all()
        with self.one_change():
            key = self.last_key()
            self.shown.set_filter(wanted)
            number = self.shown.line_of(key)
            self._finding = ""
            self._set_line(0 if number is None else number)
            self._choose_finding()
            self._owed = True
            self.filter_changed.emit()
            self.rows_replaced.emit("centre")

    def set_filter_of_all(self, wanted: Filter) -> None:
        """Where all translations are compared, show only the sentences with a row like that in
        one of them at least."""
        if wanted != self.filter_of_all:
            self.filter_of_all = wanted
            self.filter_of_all_changed.emit()

    def switch_bookmark(self, key: str) -> None:
        """Mark a row to be found again, or take the mark away; it is kept with the review."""
        kept = self.shown.bookmarks ^ {key}
        opened, name = self.review, _bookmarks(self.translation)
        with self.one_change():
            self.do(
                lambda: opened.set_setting(name, sorted(kept) or None),
                tr("The bookmark was not kept."),
            )
            self._read_bookmarks()
            self._owed = True
            self._update([key])

    def _read_bookmarks(self) -> None:
        kept = self.look.setting(_bookmarks(self.translation))
        keys = kept if isinstance(kept, list) else ()
        self.shown.bookmarks = frozenset(
            self.look.row_now(self.translation, key) for key in keys if isinstance(key, str)
        )

    def set_search(self, words: str) -> None:
        """Mark these words in the rows; "" marks none, and they stay the `last_search`."""
        if words != self.search:
            self.search = words
            self.last_search = words or self.last_search
            self.search_changed.emit()

    def toggle_fold(self, fold: Fold) -> None:
        """Open or close a run of furniture, staying where we are."""
        with self.one_change():
            self.shown.toggle_fold(fold)
            self._set_line(self._line)
            self.rows_replaced.emit("fold")

    def unfold(self, on: bool) -> None:
        """Open or close all runs of furniture, for this review and the next ones."""
        self.unfolded = on
        with self.one_change():
            row = self.shown.row_at(self._line)
            self.shown.unfold_all(on)
            number = self.shown.line_of(row.key if row else "")
            first = self.shown.line_of(self.shown.first_key())
            self._set_line(number if number is not None else first if first is not None else 0)
            self.rows_replaced.emit("near")

    def show_set_aside(self) -> None:
        """Unfold the page furniture and go to the first of it that is a sentence."""
        with self.one_change():
            self.set_filter(Filter())
            self.unfold(True)
            index = self.shown.index
            aside = [row for place in index.furniture if (row := self.shown.row(index.keys[place]))]
            first = next((r for r in aside if len(r.source or r.target) >= _SENTENCE), None)
            if row := first or next(iter(aside), None):
                self.go_to(row.key, "centre")

    # -- operations
    def do(
        self, operation: Callable[[], ReviewChange | None], what: str, *, by_user: bool = True
    ) -> ReviewChange | None:
        """Carry out an operation; when it cannot be done, say why `what` is so. One that is not
        `by_user` goes into a copy that is kept nowhere as well."""
        with self.one_change():
            if by_user and not self.may_change():
                return None
            try:
                return operation()
            except ReviewerError as error:
                self.problem.emit(error, what)
                return None

    def want_comment(self, fingerprint: str) -> None:
        """Let a comment be written on a finding of the current row, or with "" on the row."""
        self.editor.stop()
        if not self.may_change():
            return
        self.comment_wanted.emit(fingerprint)

    def want_finding(self, draft: FindingDraft) -> None:
        """Let a finding of the reviewer's own be described."""
        self.editor.stop()
        if not self.may_change():
            return
        self.finding_wanted.emit(draft)

    def sign(self, author: str) -> None:
        """Whose name stands beside what is done, here and in later sessions."""
        self.author = author.strip()
        if self._review:
            self._review.sign(self.author)
        self.author_changed.emit(self.author)

    def say(self, words: str) -> None:
        """Say something in the status bar."""
        self.said.emit(words)

    def end_editing(self, how: str) -> None:
        """An editing has ended; rows that changed their places meanwhile are shown now."""
        with self.one_change():
            if self._stale:
                self._reload()
            self._owed = True
        self.editing_ended.emit(how)

    def set_at_end(self, on: bool) -> None:
        """Nothing is left to decide in this translation, or something is again."""
        if on != self.at_end:
            self.at_end = on
            self.end_changed.emit()

    # -- what happened
    def _take_in(self, change: ReviewChange) -> None:
        with self.one_change():
            if change.structure:
                self._sentences = None
            if change.translation_id == self.translation:
                self.shown.fixed = self.fixed(self.translation)
                self.set_at_end(False)
            if change.translation_id == self.translation:
                if change.structure and not self.editor.active():
                    self._reload()
                else:
                    self._stale = self._stale or change.structure
                    self._update(change.rows)
            self._owed = True
            self.changed.emit(change)

    def _load(self, key: str) -> None:
        """Show the rows of the current translation, at a row or at the first."""
        known = self._show_rows(key)
        self.rows_replaced.emit("centre" if known else "near")

    def _reload(self) -> None:
        """Show the rows anew; the current one stays where it is on screen."""
        self._stale = False
        row = self.shown.row_at(self._line)
        key = self.look.row_now(self.translation, row.key) if row else ""
        self._show_rows(key)
        self.rows_replaced.emit("stay")

    def _show_rows(self, key: str) -> bool:
        look = self.look
        self.shown.show(look.index(self.translation), look.rows_of(self.translation))
        self.shown.fixed = self.fixed(self.translation)
        self._read_bookmarks()
        known = self.shown.row(key) is not None
        wanted = key if known else self.shown.first_key()
        if self.shown.line_of(wanted) is None and self.shown.row(wanted):
            self.shown.set_filter(Filter())
            self.filter_changed.emit()
        number = self.shown.line_of(wanted)
        self._set_line(0 if number is None else number)
        self._choose_finding()
        self.revision += 1
        self._owed = True
        return known

    def _update(self, keys: Sequence[str]) -> None:
        rows = []
        for key in keys:
            try:
                rows.append(self.review.row(self.translation, key))
            except KeyError:
                # The row went with a change of structure; `_stale` has all rows asked again.
                continue
        lines = self.shown.update(rows)
        if self.shown.is_told_apart_anew() and not self.editor.active():
            self._reload()
            return
        current = self.shown.row_at(self._line)
        if current and current.key in keys:
            self.revision += 1
            self._choose_finding()
        self.rows_updated.emit(lines)
