"""The page of an open review: what is current, going about, and what follows a change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from reviewer.review import Review, ReviewChange, ReviewedFinding, Row
from reviewer.ui.commands.actions import Actions
from reviewer.ui.commands.after_edit import AfterEdit
from reviewer.ui.commands.alignment import AlignmentCommands
from reviewer.ui.commands.findings import FindingCommands
from reviewer.ui.commands.navigation import NavigationCommands
from reviewer.ui.commands.search import SearchCommands
from reviewer.ui.commands.table_mouse import TableMouse
from reviewer.ui.commands.translations import aligned_without
from reviewer.ui.review.layout import ReviewLayout
from reviewer.ui.review.translation_bar import OVERVIEW
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Filter, Fold
from reviewer.ui.table.row_editing import RowEditing

_KEEP_PLACE_MS = 400


class ReviewPage(ReviewLayout):
    """Shows a review. `said` brings words for the status bar; `moved` says that the current
    row, its finding or a state is another."""

    said = Signal(str)
    moved = Signal()

    def __init__(self, review: Review, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(OpenReview(review), actions, parent)
        self.session.setParent(self)
        self._finding = ""
        self._stale = False
        self._keep_place = QTimer(self)
        self._keep_place.setSingleShot(True)
        self._keep_place.setInterval(_KEEP_PLACE_MS)
        self._keep_place.timeout.connect(self.keep_place)
        self.editing = RowEditing(self.table, self.model, self.session)
        self.delegate.editing = self.editing
        self.table.least_height = self.editing.needed_height
        self.deciding = FindingCommands(self)
        self.going = NavigationCommands(self)
        self.linking = AlignmentCommands(self)
        self.matching = AfterEdit(self)
        self.searching = SearchCommands(self)
        self._pointing = TableMouse(self)
        self._connect()
        self._restore()

    # -- what is current
    def current_row(self) -> Row | None:
        """The row that commands act on."""
        return None if self.overview_shown() else self.model.row_at(self.table.current_line())

    def current_finding(self) -> ReviewedFinding | None:
        """The finding that commands act on."""
        row = self.current_row()
        findings = row.findings if row else ()
        return next((item for item in findings if item.fingerprint == self._finding), None)

    def rows_in_sight(self) -> list[Row]:
        """The rows on screen."""
        rows = (self.model.row_at(number) for number in self.table.in_sight())
        return [row for row in rows if row]

    def selected_keys(self) -> list[str]:
        """The keys of the selected rows that can be linked, in their order."""
        numbers = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        rows = (self.model.row_at(number) for number in numbers)
        return [row.key for row in rows if row and row.relation is not None]

    def counterpart(self, row: Row) -> str | None:
        """The row to jump to: where a moved one went, or what has moved behind this one."""
        if row.moved_to is not None:
            return row.moved_to or self._first_key()
        return next(iter(self.model.arrivals(row.key)), None)

    def finding(self) -> str:
        """The fingerprint of the finding that commands act on, "" without one."""
        return self._finding

    def set_finding(self, fingerprint: str) -> None:
        """Make another finding of the current row the current one."""
        self._finding = fingerprint
        self.moved.emit()
        self.panel.set_current(fingerprint)

    # -- going about
    def go_to_key(self, key: str, *, centre: bool = False) -> None:
        """Make a row current, taking the filter away if it hides the row."""
        number = self.model.line_of(key)
        if number is None and key in {row.key for row in self.model.rows()}:
            self.filter_bar.clear()
            number = self.model.line_of(key)
        if number is not None:
            self.table.go_to(number, centre=centre)

    def edit(self) -> None:
        """Open the editor on the current row; open or close a fold."""
        if self.overview_shown():
            self.overview.open_current()
            return
        row, number = self.current_row(), self.table.current_line()
        if row is not None and row.kind != "furniture":
            self.start_editing(row)
        elif number >= 0 and isinstance(fold := self.model.line(number), Fold):
            self.toggle_fold(fold)

    def start_editing(self, row: Row, *, cursor: int | None = None) -> None:
        """Open the editor on a row, the cursor at a UTF-16 offset."""
        self.editing.stop()
        self.matching.before_editing(row)
        key = self.session.review.row_now(self.session.translation, row.key)
        number = self.model.line_of(key)
        if number is not None and (now := self.model.row_at(number)):
            self.editing.start(now, cursor=cursor)

    def toggle_fold(self, fold: Fold) -> None:
        """Open or close a run of furniture, staying where we are."""
        number, offset = self.table.current_line(), self.table.verticalScrollBar().value()
        self.model.toggle_fold(fold)
        self.table.go_to(number)
        self.table.verticalScrollBar().setValue(offset)

    def furniture(self, on: bool) -> None:
        """Open or close all runs of furniture."""
        row = self.current_row()
        self.model.unfold_all(on)
        self.go_to_key(row.key if row else self._first_key())

    def pick(self, translation: int | None) -> None:
        """Show a translation, or OVERVIEW."""
        if translation is None:
            return
        self.editing.stop()
        self.show_overview_page(translation == OVERVIEW)
        self.bar.show_current(translation)
        if translation == OVERVIEW:
            self.overview.show_at(self._source_here(), self.session.translation)
        elif translation != self.session.translation:
            source = self._source_here()
            self.session.switch(translation)
            self._load(self._row_of_source(source))
        self._focus()
        self.moved.emit()

    def clear_filters(self) -> None:
        """Show all rows."""
        self.filter_bar.clear()

    # -- for the window
    def enabled(self) -> dict[str, bool]:
        """Which of the page's own commands can be given now."""
        row, number = self.current_row(), self.table.current_line()
        review = self.session.review
        one = not self.overview_shown()
        return {
            "edit": not one or (number >= 0 and (row is None or row.kind != "furniture")),
            "align_again": one and self.session.info().evidence != "none",
            "undo": review.undo_step is not None,
            "redo": review.redo_step is not None,
            "copy_source": row is not None,
            "copy_translation": row is not None,
            "switch_overview": len(review.translations) > 1,
            "clear_filters": one and not self.model.filter.everything(),
        } | dict.fromkeys(("find", "find_next", "find_previous", "furniture", "panel"), one)

    def repaint_colours(self) -> None:
        """The colours have changed."""
        self.table.refresh()
        self.overview.table.refresh()
        self.filter_bar.draw_marks()
        self._show_all_counts()
        self._show_row()

    def show_evidence(self) -> None:
        """Offer what makes the links between the sentences surer."""
        review, translation = self.session.review, self.session.translation
        self.filter_bar.evidence.setVisible(self.session.info().evidence == "none")
        late = bool(review.setting(aligned_without(translation)))
        self.filter_bar.align_again.setVisible(late and not review.untranslated(translation))

    def say(self, words: str) -> None:
        """Say something in the status bar."""
        self.said.emit(words)

    def progress_words(self) -> str:
        """What is left to decide in what is shown and where the reviewer is, in words."""
        known = [info.id for info in self.session.review.translations]
        shown = known if self.overview_shown() else [self.session.translation]
        counts = [self.session.counts(translation) for translation in shown]
        waiting = sum(one.open for one in counts)
        total = waiting + sum(one.accepted + one.dismissed for one in counts)
        found = f"{waiting} open of {total}" if total else "No findings"
        if self.overview_shown():
            return f"{found}  ·  {len(known)} translations"
        row = self.current_row()
        number = self.model.number_of(row.key) if row else None
        return f"{found}  ·  row {number} of {self.model.numbered()}" if number else found

    def keep_place(self) -> None:
        """Remember in the review where the reviewer is."""
        if row := self.current_row():
            self.session.do(
                lambda: self.session.review.set_place(self.session.translation, row.key),
                "The place in the review was not kept.",
            )

    def close_review(self) -> None:
        """Put everything away; the page is of no use afterwards."""
        self.editing.stop()
        self.matching.match()
        self._keep_place.stop()
        self.keep_place()
        self.session.close()

    # -- what happened
    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.bar.picked.connect(self.pick)
        self.filter_bar.changed.connect(self._set_filter)
        chosen = self.table.selectionModel()
        chosen.currentRowChanged.connect(self._row_changed)
        chosen.selectionChanged.connect(self.moved)
        self.table.enter_pressed.connect(self.edit)
        self.overview.row_wanted.connect(self._open_from_overview)
        self.panel.finding_chosen.connect(self.set_finding)
        self.editing.ended.connect(self._editing_ended)
        self.editing.split_wanted.connect(self.linking.split_at)
        self.empty.pressed.connect(self.filter_bar.clear)
        offers = self.filter_bar
        offers.evidence.clicked.connect(self.actions_of_window["back_translate"].trigger)
        offers.align_again.clicked.connect(self.actions_of_window["align_again"].trigger)

    def _restore(self) -> None:
        place = self.session.review.place()
        self.bar.show_translations(self.session.review.translations, self.session.translation)
        self._show_all_counts()
        self._load(place.row_key if place else "")

    def _load(self, key: str) -> None:
        """Show the rows of the current translation, at a row."""
        review = self.session.review
        rows = review.rows(self.session.translation)
        names, mirrored = self.session.names(), self.session.right_to_left()
        self.panel.set_sides(names, mirrored, review.source.language)
        self.filter_bar.offer_checks(rows)
        self.show_evidence()
        self.model.show_rows(rows, names, mirrored)
        self._say_empty()
        known = key in {row.key for row in rows}
        self.go_to_key(key if known else self._first_key(), centre=known)
        self._row_changed()

    def _load_again(self) -> None:
        """Show the rows anew; the current one stays where it is on screen."""
        self._stale = False
        number = self.table.current_line()
        row, top = self.current_row(), self.table.rowViewportPosition(max(number, 0))
        key = self.session.review.row_now(self.session.translation, row.key) if row else ""
        self._load(key)
        number = self.model.line_of(key)
        if number is not None and 0 <= top < self.table.viewport().height():
            self.table.go_to_at(number, top)

    def _changed(self, change: ReviewChange) -> None:
        self.overview.outdated()
        if {info.id for info in self.session.review.translations} != self.bar.ids():
            self.bar.show_translations(self.session.review.translations, self.session.translation)
        self._show_all_counts()
        self.show_evidence()
        if change.translation_id == self.session.translation:
            if change.structure and not self.editing.active():
                self._load_again()
            else:
                self._stale = self._stale or change.structure
                self._update(change.rows)
        self.moved.emit()

    def _update(self, keys: Sequence[str]) -> None:
        rows = []
        for key in keys:
            try:
                rows.append(self.session.review.row(self.session.translation, key))
            except KeyError:
                # The row went with a change of structure; `_stale` has all rows asked again.
                continue
        self.model.update_rows(rows)
        for row in rows:
            self.editing.show_findings(row)
        current = self.current_row()
        if current and current.key in keys:
            self._choose_finding()
            self._show_row()

    def _editing_ended(self, how: str) -> None:
        if self._stale:
            self._load_again()
        self.matching.editing_ended(how)
        if how == "next":
            self.going.next_finding()

    def _row_changed(self) -> None:
        row = self.current_row()
        if row:
            self._keep_place.start()
        self._finding = ""
        self._choose_finding()
        self._show_row()
        self.moved.emit()

    def _choose_finding(self) -> None:
        """Stay with the current finding, or take the first that waits, or the first."""
        row = self.current_row()
        findings = list(row.findings) if row else []
        if self._finding in {item.fingerprint for item in findings}:
            return
        wanted = [item for item in findings if self.model.filter.wants_finding(item)] or findings
        first = next((item for item in wanted if item.state == "open"), None)
        chosen = first or next(iter(wanted), None)
        self._finding = chosen.fingerprint if chosen else ""

    def _show_row(self) -> None:
        row = self.current_row()
        number = self.model.number_of(row.key) if row else None
        history = self.session.review.history(self.session.translation, row.key) if row else ()
        self.moved.emit()
        self.panel.show_row(
            row,
            f"Row {number}" if number else "",
            self.model.link_words(row) if row else "",
            self._finding,
            history,
        )

    def _set_filter(self, wanted: Filter) -> None:
        row = self.current_row()
        self.model.set_filter(wanted)
        self._say_empty()
        number = self.model.line_of(row.key) if row else None
        self.table.go_to(number if number is not None else 0)
        self._row_changed()

    def _say_empty(self) -> None:
        shown = self.model.rowCount()
        self.filter_bar.show_count(shown, len(self.model.rows()))
        if shown:
            self.empty.say("")
        elif self.model.filter.shown == "open":
            self.empty.say(
                "Nothing is left open here.", "Every finding is decided.", "Show all rows"
            )
        else:
            self.empty.say("No row is like that.", "", "Show all rows")

    def _open_from_overview(self, translation: int, key: str) -> None:
        self.pick(translation)
        self.go_to_key(key, centre=True)

    def _source_here(self) -> str:
        """The source sentence of the current row, or the last before it; "" without one."""
        for number in range(self.table.current_line(), -1, -1):
            row = self.model.row_at(number)
            if row and row.relation is not None and row.source_ids:
                return row.source_ids[0]
        return ""

    def _row_of_source(self, source: str) -> str:
        """The row of the current translation that has a source sentence."""
        rows = self.session.review.rows(self.session.translation)
        return next((row.key for row in rows if source in row.source_ids), "")

    def _first_key(self) -> str:
        rows = self.model.rows()
        return next((row.key for row in rows if row.kind != "furniture"), "")

    def _show_all_counts(self) -> None:
        for info in self.session.review.translations:
            self.bar.show_counts(info.id, self.session.counts(info.id))

    def _focus(self) -> None:
        (self.overview.table if self.overview_shown() else self.table).setFocus()
