"""The window: puts the parts together, and shows one page at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFont
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QWidget

from reviewer.ui.background.job_slot import end_all
from reviewer.ui.background.jobs import Job
from reviewer.ui.background.progress_line import ProgressLine, WorkingPage
from reviewer.ui.background.services import Services
from reviewer.ui.commands.actions import Actions
from reviewer.ui.commands.alignment import AlignmentCommands
from reviewer.ui.commands.apply_table import TableCommands
from reviewer.ui.commands.bookmarks import BookmarkCommands
from reviewer.ui.commands.command_table import CommandTable, command_table
from reviewer.ui.commands.comments import CommentCommands
from reviewer.ui.commands.drafting import DraftCommands
from reviewer.ui.commands.editing import EditingCommands
from reviewer.ui.commands.export import ExportCommands
from reviewer.ui.commands.findings import FindingCommands
from reviewer.ui.commands.go_to import GoToCommands
from reviewer.ui.commands.groups import CommandGroups, WindowCommands
from reviewer.ui.commands.history import HistoryCommands
from reviewer.ui.commands.inserting import InsertingCommands
from reviewer.ui.commands.lost_file import LostFile
from reviewer.ui.commands.navigation import NavigationCommands
from reviewer.ui.commands.own_findings import OwnFindingCommands
from reviewer.ui.commands.ports import Ports
from reviewer.ui.commands.profile import ProfileCommands
from reviewer.ui.commands.reading import ReadingCommands
from reviewer.ui.commands.replacing import ReplaceCommands
from reviewer.ui.commands.reviews import Pages, ReviewCommands
from reviewer.ui.commands.search import SearchCommands
from reviewer.ui.commands.sets import SetCommands
from reviewer.ui.commands.tour import Tour
from reviewer.ui.commands.translations import TranslationCommands
from reviewer.ui.commands.view import ViewCommands
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.look.action_keys import native_keys
from reviewer.ui.look.drop_zone import dropped_files
from reviewer.ui.look.on_screen import room_on_screen
from reviewer.ui.look.status_room import StatusRoom
from reviewer.ui.start.start_page import StartPage
from reviewer.ui.state.file_kinds import PACKAGE_SUFFIX, SET_SUFFIX, is_kept
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.open_set import OpenSet
from reviewer.ui.state.progress_words import progress_words
from reviewer.ui.state.reading_place import ReadingPlaceKeeper
from reviewer.ui.state.room import DENSITIES, PANEL_PLACES
from reviewer.ui.state.settings import SCHEMES, Settings
from reviewer.ui.window_help import WindowHelp

if TYPE_CHECKING:
    from reviewer.review import Glance, Review
    from reviewer.ui.review.page import ReviewPage
    from reviewer.ui.sets.set_page import SetPage

_TEXT_POINTS = 11.0
_MESSAGE_MS = 6000
_READING_MS = 80
"""For each character: what is long takes longer to read."""


class MainWindow(QMainWindow):
    """Shows the start page, the work in progress or the page of the open review.

    `language_chosen` says that the window is to be made anew in another language. `review` is
    what is open, `commands` are the groups that carry the commands out, `actions`
    the commands as Qt gives them. The page of reviews is made when the first one is opened.
    """

    language_chosen = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.review = OpenReview(self)
        self.documents = OpenSet(self)
        self.ask = Ask(self, settings)
        self.services = Services(self.say)
        self.place = ReadingPlaceKeeper(self.review, self)
        self.help = WindowHelp(self, self.ask, settings, self.say, self.language_chosen.emit)
        self.commands = self._groups()
        self.table: CommandTable = command_table(self.review, self.commands)
        self.actions_by_name = Actions(
            self.table, self.review, self, settings.keys, self.fall_silent
        )
        self.help.know(self.table, self.actions_by_name, self._listen_to_letters)
        self.tour.know(self.actions_by_name)
        self.review.keys.know(lambda name: native_keys(self.actions_by_name[name]))
        self.page: ReviewPage | None = None
        self.set_page: SetPage | None = None
        self._closing = False
        self.start_page = StartPage(settings.folder)
        self.working_page = WorkingPage(self.commands.reviews.making)
        self.progress = ProgressLine(self.commands.translations.jobs)
        self._state = QLabel()
        self._state.setContentsMargins(8, 0, 8, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self.working_page)
        self.setCentralWidget(self._stack)
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        self.exporting = ProgressLine(self.commands.export.jobs)
        self.statusBar().addPermanentWidget(self.exporting)
        self.statusBar().addPermanentWidget(self.progress)
        self.statusBar().addPermanentWidget(self._state)
        StatusRoom(self.statusBar(), self._state)
        self.actions_by_name.fill(self.menuBar(), self.table)
        for names in (
            [f"scheme_{scheme}" for scheme in SCHEMES],
            [f"density_{density}" for density in DENSITIES],
            [f"panel_{place}" for place in PANEL_PLACES],
        ):
            self.actions_by_name.only_one_of(names, self)
        self._connect()
        if not self.restoreGeometry(settings.state("window")):
            self.resize(QSize(1280, 800))
        self._fit_screen()
        self.show_start()

    def _fit_screen(self) -> None:
        """Kept on another screen or at another scale, the window may be larger than this one."""
        size = self.size().boundedTo(room_on_screen(self))
        if size != self.size():
            self.resize(size)
            self.move(self.screen().availableGeometry().topLeft())

    # -- pages
    def show_home(self) -> None:
        """Show the documents of the open set, or the start page."""
        if not self.documents.is_open():
            self.show_start()
            return
        self.documents.count_again()
        if self.set_page is None:
            self.set_page = self._new_set_page()
        self.set_page.refresh()
        self._show(self.set_page, f"{self.documents.set.path.stem} — Reviewer")

    def open_file(self, path: Path) -> None:
        """Open a review or a set."""
        if path.suffix == SET_SUFFIX:
            self.commands.sets.open(path)
        else:
            self.commands.reviews.open_path(path)

    def show_start(self) -> None:
        """Show the start page."""
        self.start_page.show_recent(self.settings.recent)
        self._show(self.start_page, "Reviewer")

    def _begin(self) -> None:
        self.start_page.new_review.take_keyboard()

    def show_working(self, job: Job, title: str) -> None:
        """Show the page of a review that is being made or read."""
        self.working_page.follow(job, title)
        self._show(self.working_page, "Reviewer")

    def show_page(self, review: Review | Glance) -> None:
        """Show the page of reviews; `review` is opened next."""
        self._show(self._made_page(), f"{review.path.stem} — Reviewer")

    def get_ready(self) -> None:
        """Make ready for the first review, while the first page is looked at."""
        self.commands.reviews.get_ready(self._made_page)

    def _made_page(self) -> ReviewPage:
        if self.page is None:
            self.page = self._new_page()
        return self.page

    def show_packages(self) -> None:
        """Show the translation packages."""
        from reviewer.ui.dialogs.packages_dialog import PackagesDialog

        PackagesDialog(self.settings, self).exec()
        self.services.translators.refresh()

    def say(self, words: str) -> None:
        """Say something in the status bar for a while."""
        self.statusBar().showMessage(words, max(_MESSAGE_MS, len(words) * _READING_MS))

    def fall_silent(self) -> None:
        """Take back what the status bar says: it was true of what was done before."""
        self.statusBar().clearMessage()

    def text_font(self) -> QFont:
        """The font of article text, as large as the user wants it."""
        font = QFont(QApplication.font())
        font.setPointSizeF(max(_TEXT_POINTS, font.pointSizeF()) + self.settings.zoom)
        return font

    # -- Qt's events
    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep_state("window", self.saveGeometry())
        self.start_page.stop()
        end_all([*self.start_page.slots(), *self.commands.slots()])
        self.commands.reviews.close_review()
        self.services.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files were let go over the window: a review is opened, texts begin a new one."""
        event.acceptProposedAction()
        paths = dropped_files(event)
        reviews = [path for path in paths if is_kept(path)]
        if not self.commands.reviews.is_idle():
            return
        if reviews:
            self.open_file(reviews[0])
        elif any(path.suffix == PACKAGE_SUFFIX for path in paths):
            self.show_packages()
        elif not self.review.is_open() and paths:
            self.start_page.new_review.add_files(paths)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            # The palette is still on its way to the children.
            QTimer.singleShot(0, self, self._repaint)

    # -- how it hangs together
    def _groups(self) -> CommandGroups:
        review, ask, settings = self.review, self.ask, self.settings
        ports = Ports(review, ask, self.services, settings)
        translations = TranslationCommands(ports, self)
        editing = EditingCommands(review, self)

        def complete_edits() -> None:
            review.editor.stop()
            editing.absorb_missing()

        def before_close() -> None:
            self._keep_panel()
            self._closing = True
            complete_edits()
            self._closing = False
            editing.forget()
            translations.jobs.end()
            self.place.keep()

        pages = Pages(
            self.show_home, self._begin, self.show_working, self.show_page, self.open_file
        )
        reviews = ReviewCommands(ports, pages, before_close, self)
        self._lost_file = LostFile(ports, reviews)
        navigation = NavigationCommands(review)
        self.tour = Tour(review, settings, reviews.open_sample, self)
        return CommandGroups(
            WindowCommands(
                self.close,
                self.show_packages,
                self.help.choose_language,
                self._is_idle,
                self.help.show_handbook,
                self.tour.begin,
                self.help.show_palette,
                self.help.show_keys,
                self.help.change_keys,
                self.help.write_key_card,
                self.help.show_log,
                self.help.show_releases,
                self.help.show_about,
            ),
            reviews,
            translations,
            ExportCommands(ports, complete_edits, self),
            TableCommands(review, ask, complete_edits),
            editing,
            FindingCommands(review, ask),
            CommentCommands(review, ask),
            OwnFindingCommands(review, ask),
            HistoryCommands(review, ask),
            BookmarkCommands(review),
            InsertingCommands(review, ask),
            DraftCommands(review, self.services, translations),
            ReadingCommands(review),
            AlignmentCommands(review),
            navigation,
            GoToCommands(review, ask),
            SearchCommands(review, self),
            ReplaceCommands(review, ask),
            ViewCommands(review, settings, self),
            ProfileCommands(review, ask, settings, translations),
            SetCommands(
                ports,
                self.documents,
                reviews,
                self.show_home,
                navigation.first_finding,
                self,
            ),
        )

    def _connect(self) -> None:
        by, review = self.commands, self.review
        review.said.connect(self.say)
        review.closed.connect(self.fall_silent)
        review.sign(self.settings.author)
        review.author_changed.connect(self._keep_author)
        review.comment_wanted.connect(by.view.show_panel)
        review.finding_wanted.connect(by.view.show_panel)
        review.problem.connect(self._lost_file.tell)
        review.current_changed.connect(self.update_commands)
        review.changed.connect(by.translations.sentence_changed)
        review.editing_ended.connect(self._editing_ended)
        review.read.connect(lambda: QTimer.singleShot(0, self, by.profile.offer_newer))
        by.translations.job_began.connect(self.progress.follow)
        by.export.job_began.connect(self.exporting.follow)
        by.translations.jobs.changed.connect(self.update_commands)
        by.translations.back_translations_came.connect(by.editing.absorb_missing)
        by.translations.packages_wanted.connect(self.show_packages)
        by.reviews.making.changed.connect(self.update_commands)
        by.view.text_size_changed.connect(self._show_text_size)
        by.view.panel_changed.connect(self._show_panel)
        by.view.signs_changed.connect(self._show_text_size)
        by.view.room_changed.connect(self._share_room)
        by.reviews.made.connect(self.start_page.new_review.clear)
        self.start_page.start_wanted.connect(by.reviews.start)
        self.start_page.review_wanted.connect(self.open_file)
        self.start_page.folders_wanted.connect(by.sets.new_set)
        self.documents.changed.connect(self._show_document)
        review.changed.connect(lambda _change: self._show_document())
        self.start_page.dialog_wanted.connect(by.reviews.open_review)
        self.start_page.sample_wanted.connect(by.reviews.open_sample)
        self.start_page.backup_wanted.connect(by.reviews.restore_backup)
        self.start_page.problem.connect(self.ask.tell)

    def _new_page(self) -> ReviewPage:
        from reviewer.ui.review.layout import PageActions
        from reviewer.ui.review.page import ReviewPage

        by, actions, table = self.commands, self.actions_by_name, self.table
        page = ReviewPage(
            self.review,
            PageActions(
                list(actions.by_letter()),
                actions.of(table.row_menu),
                actions.of(table.row_menu_end),
                [action for action in actions.of(table.finding_buttons) if action],
                actions["next_finding"],
            ),
        )
        page.enter_pressed.connect(by.editing.edit)
        page.split_wanted.connect(by.alignment.split_at)
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
        page.end_bar.export_wanted.connect(by.export.export_text)
        page.end_bar.export_all_wanted.connect(by.export.export_all)
        page.lost_bar.list_wanted.connect(by.translations.show_lost_edits)
        page.tour_bar.next_wanted.connect(self.tour.go_on)
        page.tour_bar.closed.connect(self.tour.end)
        self.tour.changed.connect(lambda: page.tour_bar.show_step(*self.tour.step()))
        page.tour_bar.show_step(*self.tour.step())
        page.end_bar.closed.connect(lambda: self.review.set_at_end(False))
        page.find_bar.changed.connect(by.search.search)
        page.find_bar.step.connect(by.search.step)
        page.find_bar.closed.connect(page.table.setFocus)
        page.find_bar.closed.connect(by.search.done)
        by.search.find_wanted.connect(page.find_bar.open)
        by.search.result.connect(page.find_bar.say)
        page.show_signs(by.view.signs_are_shown())
        page.show_changes(by.view.changes_are_shown())
        page.set_text_font(self.text_font())
        page.set_density(self.settings.density)
        page.set_panel_place(self.settings.panel_place)
        page.panel.setVisible(by.view.panel_is_shown())
        page.restore_panel(self.settings.panel)
        page.table.restore_column_shares(self.settings.columns)
        self._stack.addWidget(page)
        return page

    def _new_set_page(self) -> SetPage:
        from reviewer.ui.sets.set_page import SetPage

        page = SetPage(self.documents, self.review.keys)
        by = self.commands.sets
        page.document_wanted.connect(by.open_document)
        page.next_wanted.connect(by.next_open)
        page.export_wanted.connect(by.export_all)
        self._stack.addWidget(page)
        return page

    def _show_document(self) -> None:
        """Say which document of the set is shown."""
        if self.page:
            self.page.document_bar.say(self.commands.sets.place_words())

    def _editing_ended(self, how: str) -> None:
        """What follows from an edit, in this order."""
        by = self.commands
        self.fall_silent()
        with self.review.one_change():
            by.editing.editing_ended(how)
            if how == "next":
                by.navigation.next_finding()
        if not self._closing:
            by.translations.refresh_back_translations()

    def _show(self, page: QWidget, title: str) -> None:
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(title)
        self.update_commands()

    def update_commands(self) -> None:
        """Enable what can be done now, and say how far the review is."""
        self.actions_by_name.refresh()
        self._state.setText(progress_words(self.review))

    def _repaint(self) -> None:
        if self.page:
            self.page.repaint_colours()

    def _show_text_size(self) -> None:
        if self.page:
            self.page.show_signs(self.commands.view.signs_are_shown())
            self.page.show_changes(self.commands.view.changes_are_shown())
            self.page.set_text_font(self.text_font())

    def _share_room(self) -> None:
        if self.page:
            self.page.set_density(self.settings.density)
            self.page.set_panel_place(self.settings.panel_place)

    def _show_panel(self) -> None:
        if self.page:
            self.page.panel.setVisible(self.commands.view.panel_is_shown())

    def _keep_panel(self) -> None:
        if self.page:
            self.settings.panel = self.page.panel_extents()
            self.settings.columns = self.page.table.column_shares()

    def _keep_author(self, author: str) -> None:
        self.settings.author = author

    def _listen_to_letters(self) -> None:
        if self.page:
            self.page.listen_to(list(self.actions_by_name.by_letter()))

    def _is_idle(self) -> bool:
        by = self.commands
        return not (by.reviews.making.busy() or by.translations.jobs.busy())
