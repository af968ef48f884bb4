"""The page of reviews as the window has it: made when it is first needed, wired to the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from reviewer.ui.commands.actions import Actions
from reviewer.ui.commands.command_table import CommandTable
from reviewer.ui.commands.groups import CommandGroups
from reviewer.ui.commands.tour import Tour
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings

if TYPE_CHECKING:
    from reviewer.ui.review.page import ReviewPage

_TEXT_POINTS = 11.0


class LazyReviewPage:
    """Holds the page and tells it what the commands for the view have changed.

    `page` is None before the first review is opened: what it is made of takes time to load.
    """

    def __init__(
        self,
        review: OpenReview,
        commands: CommandGroups,
        actions: Actions,
        table: CommandTable,
        tour: Tour,
        settings: Settings,
    ) -> None:
        self.page: ReviewPage | None = None
        self._review = review
        self._by = commands
        self._actions = actions
        self._table = table
        self._tour = tour
        self._settings = settings

    def made(self) -> ReviewPage:
        """The page, made now if it is not there."""
        if self.page is None:
            self.page = self._new()
            self._connect(self.page)
            self.page.figure_marking.ready = self._words_are_loaded
            self.show_texts()
            self.share_room()
            self.show_panel()
            self.page.restore_panel(self._settings.panel)
            self.page.table.restore_column_shares(self._settings.columns)
        return self.page

    def _words_are_loaded(self) -> bool:
        """Whether the first checks have been run, which load what reads figures."""
        return self._review.is_read() and not self._by.reviews.warming_up.busy()

    def text_font(self) -> QFont:
        """The font of article text, as large as the user wants it."""
        font = QFont(QApplication.font())
        font.setPointSizeF(max(_TEXT_POINTS, font.pointSizeF()) + self._settings.zoom)
        return font

    def say_document(self, _change: object = None) -> None:
        """Say which document of the set is shown."""
        if self.page:
            self.page.document_bar.say(self._by.sets.place_words())

    def repaint(self) -> None:
        """The colours have changed."""
        if self.page:
            self.page.repaint_colours()

    def show_texts(self) -> None:
        """Show the texts in their size, with the signs and changes that are wanted."""
        if self.page:
            self.page.show_signs(self._by.view.signs_are_shown())
            self.page.show_changes(self._by.view.changes_are_shown())
            self.page.set_text_font(self.text_font())

    def share_room(self) -> None:
        """Give rows and panel the room that is wanted."""
        if self.page:
            self.page.set_density(self._settings.density)
            self.page.set_panel_place(self._settings.panel_place)

    def show_panel(self) -> None:
        """Show or hide the panel."""
        if self.page:
            self.page.panel.setVisible(self._by.view.panel_is_shown())

    def keep_room(self) -> None:
        """Keep how wide the panel and the columns are."""
        if self.page:
            self._settings.panel = self.page.panel_extents()
            self._settings.columns = self.page.table.column_shares()

    def listen_to_letters(self) -> None:
        """Other letters are commands now."""
        if self.page:
            self.page.listen_to(list(self._actions.by_letter()))

    def _new(self) -> ReviewPage:
        from reviewer.ui.review.layout import PageActions
        from reviewer.ui.review.page import ReviewPage

        actions, table = self._actions, self._table
        return ReviewPage(
            self._review,
            PageActions(
                list(actions.by_letter()),
                actions.of(table.row_menu),
                actions.of(table.row_menu_end),
                [action for action in actions.of(table.finding_buttons) if action],
                [action for action in actions.of(table.row_buttons) if action],
                actions["next_finding"],
            ),
        )

    def _connect(self, page: ReviewPage) -> None:
        by, actions, tour = self._by, self._actions, self._tour
        from reviewer.ui.table.spelling_marks import SpellingMarks

        page.enter_pressed.connect(by.editing.edit)
        page.editing.opened = SpellingMarks(by.spelling.spelling, self._review, page).follow
        page.split_wanted.connect(by.alignment.split_at)
        page.term_wanted.connect(by.glossary.add)
        page.mouse.edit_wanted.connect(by.editing.edit_row)
        page.drag.link_wanted.connect(by.alignment.link_two)
        page.mouse.jump_wanted.connect(by.alignment.jump)
        page.mouse.menu_made.connect(actions.wait_for)
        page.filter_bar.back_translate_wanted.connect(by.translations.back_translate)
        page.filter_bar.align_wanted.connect(by.translations.align_again)
        for rows in page.tables():
            rows.size_wanted.connect(by.view.change_text_size)
        page.document_bar.list_wanted.connect(by.sets.show_list)
        page.document_bar.previous_wanted.connect(by.sets.previous_document)
        page.document_bar.next_wanted.connect(by.sets.next_document)
        page.end_bar.next_wanted.connect(by.navigation.next_finding)
        page.end_bar.unreviewed_wanted.connect(by.reading.next_unreviewed)
        page.end_bar.export_wanted.connect(by.export.export_as)
        page.end_bar.export_all_wanted.connect(by.export.export_all)
        page.lost_bar.pressed.connect(by.translations.show_lost_edits)
        page.copy_bar.pressed.connect(by.copies.keep)
        page.tour_bar.next_wanted.connect(tour.go_on)
        page.tour_bar.closed.connect(tour.end)
        tour.changed.connect(lambda: page.tour_bar.show_step(*tour.step()))
        page.tour_bar.show_step(*tour.step())
        page.end_bar.closed.connect(lambda: self._review.set_at_end(False))
        page.find_bar.changed.connect(by.search.search)
        page.find_bar.shown.connect(by.search.show)
        page.find_bar.step.connect(by.search.step)
        page.find_bar.closed.connect(page.table.setFocus)
        page.find_bar.closed.connect(by.search.done)
        by.search.find_wanted.connect(page.find_bar.open)
        by.search.result.connect(page.find_bar.say)
