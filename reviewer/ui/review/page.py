"""The page of the open review: shows what `OpenReview` holds, and tells it what the user does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.ui.look.action_keys import keys_in_words
from reviewer.ui.review.announcer import Announcer
from reviewer.ui.review.commenting import Commenting
from reviewer.ui.review.idle_letters import IdleLetters
from reviewer.ui.review.layout import PageActions, ReviewLayout
from reviewer.ui.review.own_findings import OwnFindings
from reviewer.ui.review.ruler_marks import RulerMarks
from reviewer.ui.review.terms_of_row import TermsOfRow
from reviewer.ui.review.typed_word import TypedWord
from reviewer.ui.state.alignment_evidence import lacks_evidence, would_align_better
from reviewer.ui.state.comment_origins import comment_origins
from reviewer.ui.state.end_of_translation import end_of_translation
from reviewer.ui.state.finding_draft import FindingDraft
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.progress_words import decided_words
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.state.row_words import grey_words, link_words
from reviewer.ui.table.drag_to_link import DragToLink
from reviewer.ui.table.figure_marking import FigureMarking
from reviewer.ui.table.row_editing import RowEditing
from reviewer.ui.table.table_mouse import TableMouse
from reviewer.wording import term, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.review import ReviewChange, Row


@dataclass(frozen=True)
class _Shown:
    """What the panel shows: a row as it stood, and how much had happened to it."""

    row: Row | None
    revision: int


class ReviewPage(ReviewLayout):
    """`enter_pressed` asks for the editor in the current row or for what is under it,
    `term_wanted` says that the chosen words are a term."""

    enter_pressed = Signal()
    split_wanted = Signal(object, str, int)
    term_wanted = Signal()

    def __init__(
        self, review: OpenReview, actions: PageActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(review, actions, parent)
        self._shown: _Shown | None = None
        self._next_finding = actions.next_finding
        self.editing = RowEditing(self.table, self.model, review)
        self.delegate.editing = self.editing
        self.table.heights.least_height = self.editing.needed_height
        review.editor = self.editing
        self.commenting = Commenting(review, self.panel.comment_box, self)
        self.own_findings = OwnFindings(review, self.panel.own_finding_box, self)
        self.own_findings.described.connect(self._light_chosen)
        self.panel.comment_box.ended.connect(self.table.setFocus)
        self.panel.own_finding_box.ended.connect(self.table.setFocus)
        self.mouse = TableMouse(
            self.table, self.model, review, actions.row_menu, actions.row_menu_end
        )
        self.drag = DragToLink(self.table, self.model, review)
        self.figure_marking = FigureMarking(self.table, self.model, review)
        self.announcer = Announcer(review, self.table)
        self.terms = TermsOfRow(review, self.panel.terms, self)
        self.marks = RulerMarks(self.ruler, review.shown)
        self.typed_word = TypedWord(review, self.table.actions)
        self.table.letters_rest = self.typed_word.typing
        self.idle_letters = IdleLetters(review, self.table, self._quiet_words)
        self._listen()

    def event(self, event: QEvent) -> bool:
        """Before a key becomes a command: a letter of a word is none."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.typed_word.takes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the page that compares from which this translation was entered."""
        comparison, translation = self.review.came_from or (0, 0)
        if event.key() == Qt.Key.Key_Escape and self.review.view() == translation:
            self.review.came_from = None
            self.review.pick(comparison)
        else:
            super().keyPressEvent(event)

    def repaint_colours(self) -> None:
        """The colours have changed."""
        self.table.refresh()
        for comparison in self.comparisons.values():
            comparison.table.refresh()
            if comparison.filter_bar:
                comparison.filter_bar.draw_marks()
        self.filter_bar.draw_marks()
        if self.review.is_open():
            self._show_counts()
            self._show_current(again=True)

    def _listen(self) -> None:
        review = self.review
        review.opened.connect(self._opened)
        review.read.connect(self._read)
        for something in (review.opened, review.read, review.kept):
            something.connect(self._show_copy)
        review.changed.connect(self._changed)
        review.rows_replaced.connect(self._replace_rows)
        review.rows_updated.connect(self._update_rows)
        review.view_changed.connect(self._show_view)
        review.filter_changed.connect(lambda: self.filter_bar.show_filter(review.shown.filter))
        review.search_changed.connect(self._mark_search)
        review.row_wanted.connect(self._go_to)
        for something in (review.current_changed, review.rows_replaced, review.search_changed):
            something.connect(self.table.heights.wait)
        review.current_changed.connect(self._show_current)
        review.evidence_changed.connect(self._show_evidence)
        self.ruler.line_wanted.connect(self._go_to_line)
        review.sentence_wanted.connect(self._show_sentence)
        review.end_changed.connect(self._show_end)
        self.bar.picked.connect(review.pick)
        self.filter_bar.set_aside.clicked.connect(review.show_set_aside)
        self.filter_bar.changed.connect(review.set_filter)
        # When the command has ended: what is chosen in the menu would be told at its end only.
        review.filters_wanted.connect(self._show_filter_menu, Qt.ConnectionType.QueuedConnection)
        self.table.place_changed.connect(self._look)
        self.table.enter_pressed.connect(self.enter_pressed)
        for comparison in self.comparisons.values():
            comparison.entered.connect(self.enter_pressed)
            comparison.left.connect(lambda: review.pick(review.translation))
        self.panel.finding_chosen.connect(review.set_finding)
        self.panel.figures.pointed.connect(self.figure_marking.light)
        self.figure_marking.found.connect(self.panel.figures.show_figures_of)
        self.editing.split_wanted.connect(self.split_wanted)
        self.editing.term_wanted.connect(self.term_wanted)
        self.mouse.split_wanted.connect(self.split_wanted)
        self.empty.pressed.connect(lambda: review.set_filter(Filter()))

    # -- what the user does
    def _look(self) -> None:
        if self.review.is_open():
            self.review.look_at(self.table.current_line(), self.table.selected_lines())

    def _show_filter_menu(self) -> None:
        comparison = self.comparisons.get(self.review.view())
        bar = comparison.filter_bar if comparison else self.filter_bar
        if bar:
            bar.more.showMenu()

    def _go_to_line(self, number: int) -> None:
        self.editing.stop()
        self.table.go_to(number, centre=True)
        self.table.setFocus()

    def _show_sentence(self, source_id: str) -> None:
        comparison = self.comparisons.get(self.review.view())
        if comparison:
            comparison.show_at(source_id, self.review.translation)

    # -- what happened
    def _opened(self) -> None:
        self.find_bar.hide()
        self.filter_bar.show_filter(self.review.shown.filter)
        self.filter_bar.offer_checks(frozenset())
        for comparison in self.comparisons.values():
            comparison.outdated()
        self._mark_search()
        self._show_tabs()
        self._shown = None
        self.table.heights.measure(on=self.review.is_read())

    def _read(self) -> None:
        """All of the review is at hand now; the rows stand as they stood."""
        for comparison in self.comparisons.values():
            comparison.outdated()
        self._show_counts()
        self._show_evidence()
        if self.review.shown.fixed:
            self.marks.show_all()
        self.table.heights.measure(on=True)

    def _changed(self, _change: ReviewChange) -> None:
        for comparison in self.comparisons.values():
            comparison.outdated()
        if {info.id for info in self.review.look.translations} != self.bar.ids():
            self._show_tabs()
        self._show_counts()
        self._show_evidence()
        self.filter_bar.show_warnings(self.review.warnings())

    def _show_tabs(self) -> None:
        self.bar.show_translations(self.review.look.translations, self.review.view())
        self._show_counts()

    def _show_counts(self) -> None:
        for info in self.review.look.translations:
            self.bar.show_counts(
                info.id, self.review.counts(info.id), decided_words(self.review, info.id)
            )

    def _show_evidence(self) -> None:
        """Offer what makes the links between the sentences surer, and what was lost."""
        review = self.review
        lost = review.review.lost_edits(review.translation) if review.is_read() else ()
        self.lost_bar.show_words(
            tr_plural(
                "One correction of yours has no place in the version that was loaded.",
                "{n} corrections of yours have no place in the version that was loaded.",
                len(lost),
            )
            if lost
            else ""
        )
        self.filter_bar.offer_evidence(lacks_evidence(self.review))
        self.filter_bar.align_again.setVisible(would_align_better(self.review))

    def _show_copy(self) -> None:
        """Say that what is seen is a copy that is kept nowhere yet."""
        words = tr(
            "{path} cannot be written, so you see a copy of it. At your first change you are "
            "asked where to keep the copy.",
            path=self.review.path().name,
        )
        self.copy_bar.show_words(words if self.review.is_copy() else "")

    def _show_view(self) -> None:
        """One translation or all of them: show them, and give them the keyboard."""
        review = self.review
        comparison = self.comparisons.get(review.view())
        if comparison:
            comparison.refresh()
        self.show_page(review.view())
        self.bar.show_current(review.view())
        if comparison:
            source = review.shown.source_near(review.line_number())
            comparison.show_near(source, review.translation)
        (comparison.table if comparison else self.table).setFocus()
        self.announcer.tell(self.bar.words_of(review.view()))

    def _replace_rows(self, how: str) -> None:
        review = self.review
        names, right_to_left = review.names(), review.right_to_left()
        self.panel.set_sides(names, right_to_left, review.look.source.language, review.language())
        index = review.shown.index
        self.filter_bar.offer_checks(index.checks(), index.kinds())
        self._show_evidence()
        self.filter_bar.show_warnings(review.warnings())
        scrolled = self.table.verticalScrollBar().value()
        top = self.table.rowViewportPosition(max(self.table.current_line(), 0))
        in_sight = 0 <= top < self.table.viewport().height()
        with self.table.one_place():
            self.show_changes(self._changes)
            self.model.set_sides(names, right_to_left)
            self.model.reset()
            self.marks.show_all()
            self._say_empty()
            if how == "stay" and in_sight:
                self.table.go_to_at(review.line_number(), top)
            else:
                self.table.go_to(review.line_number(), centre=how == "centre")
            if how == "fold":
                self.table.verticalScrollBar().setValue(scrolled)
        self._look()

    def _update_rows(self, lines: list[int]) -> None:
        self.model.update_lines(lines)
        self.marks.change(lines)
        for line in lines:
            if row := self.model.row_at(line):
                self.editing.show_findings(row)

    def _go_to(self, key: str, how: str) -> None:
        number = self.review.shown.line_of(key)
        if number is not None:
            hidden = how == "centre_if_hidden" and not self.table.shows(number)
            self.table.go_to(number, centre=how == "centre" or hidden)
            focused = QApplication.focusWidget()
            if focused and self.filter_bar.isAncestorOf(focused):
                self.table.setFocus()  # The letters that decide are the table's.

    def _light_chosen(self, draft: FindingDraft | None) -> None:
        """Show which words the finding is on while it is described."""
        self.model.chosen = draft
        self.table.viewport().update()

    def _mark_search(self) -> None:
        self.model.set_search(self.review.search)
        for comparison in self.comparisons.values():
            comparison.outdated()
        for table in self.tables():
            table.viewport().update()

    def _show_current(self, *, again: bool = False) -> None:
        """Show the current row and its finding in the panel, the row only if it is another."""
        review = self.review
        if not review.is_open():
            return
        self.ruler.show_current(review.line_number())
        row = review.current_row()
        shown = _Shown(row, review.revision)
        if shown == self._shown and not again:
            self.panel.set_current(review.finding())
            return
        self._shown = shown
        number = review.shown.number_of(row.key) if row else None
        reviewed = "  ·  " + term("reviewed") if row and row.reviewed else ""
        self.panel.show_row(
            row,
            tr("Row {number}", number=str(number)) + reviewed if number else "",
            self._place_words(row) if row else "",
            review.finding(),
            review.look.history(review.translation, row.key) if row else (),
            review.shown.fixed.get(row.key, ()) if row else (),
            self._quiet_words(row) if row else self._fold_words(),
            comment_origins(review, row) if row else {},
            review.look.came_back(review.translation, row.key) if row else frozenset(),
        )

    def _fold_words(self) -> str:
        """What there is to say of lines that are folded; "" of none."""
        if self.review.current_line() is None:
            return ""
        return tr(
            "These lines belong to the page and not to the article. Enter shows or folds them."
        )

    def _quiet_words(self, row: Row) -> str:
        """What there is to say of a row without findings, or of one where all are fixed."""
        if row.relation is None:
            return grey_words(self.review.shown, row)
        words = tr("Nothing was found in this row.")
        if self.review.shown.fixed.get(row.key):
            words = tr("What was found in this row is fixed.")
        key = keys_in_words(self._next_finding)
        if key and self.review.counts(self.review.translation).open:
            words += " " + tr("{key} goes to the next finding.", key=key)
        return "" if row.findings else words

    def _place_words(self, row: Row) -> str:
        """Where the row went, and what the file says of it."""
        said = [self._sentence_words(row), link_words(self.review.shown, row)]
        if note := self.review.look.file_note(self.review.translation, row.key):
            said.append(tr("In the file: {note}", note=note))
        return "\n".join(each for each in said if each)

    def _sentence_words(self, row: Row) -> str:
        """The number of the row's first sentence in the source, where the row has another."""
        first = row.source_ids[0] if row.relation is not None and row.source_ids else ""
        number = self.review.sentence_number(first)
        if number is None or number == self.review.shown.number_of(row.key):
            return ""
        return tr("Sentence {number} of the source", number=number)

    def _show_end(self) -> None:
        """Nothing is left in this translation: offer what comes next, or take the offer back."""
        self.end_bar.offer(end_of_translation(self.review) if self.review.at_end else None)

    def _say_empty(self) -> None:
        shown = self.review.shown
        lines = len(shown.lines())
        self.filter_bar.show_count(lines, len(shown.index))
        show_all = self.review.keys.beside(tr("Show all rows"), "clear_filters")
        if lines:
            self.empty.say("")
        elif shown.filter.shown == "open":
            self.empty.say(
                tr("Nothing is left open here."),
                tr("Every finding is decided."),
                show_all,
            )
        else:
            self.empty.say(tr("No row is like that."), "", show_all)
