"""The window: puts the parts together, and shows one page at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QWidget

from reviewer.ui.background.collector import IdleCollector
from reviewer.ui.background.job_slot import Ending
from reviewer.ui.background.jobs import Job
from reviewer.ui.background.progress_line import ProgressLine, WorkingPage
from reviewer.ui.background.sample import name_of
from reviewer.ui.background.services import Services
from reviewer.ui.background.spelling import Spelling
from reviewer.ui.commands.actions import Actions
from reviewer.ui.commands.command_table import CommandTable, command_table
from reviewer.ui.commands.dropped_files import DroppedFiles
from reviewer.ui.commands.reviews import Pages
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.lazy_review_page import LazyReviewPage
from reviewer.ui.look.action_keys import native_keys
from reviewer.ui.look.drop_zone import dropped_files
from reviewer.ui.look.fit_screen import room_on_screen
from reviewer.ui.look.status_room import StatusRoom
from reviewer.ui.start.start_page import StartPage
from reviewer.ui.state.file_kinds import SET_SUFFIX
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.open_set import OpenSet
from reviewer.ui.state.page_room import DENSITIES, PANEL_PLACES
from reviewer.ui.state.progress_words import progress_words
from reviewer.ui.state.reading_place import ReadingPlaceKeeper
from reviewer.ui.state.settings import SCHEMES, Settings
from reviewer.ui.window_commands import WindowParts, window_commands
from reviewer.ui.window_help import WindowHelp
from reviewer.wording import harmless

if TYPE_CHECKING:
    from reviewer.review import Glance, Review
    from reviewer.ui.review.page import ReviewPage
    from reviewer.ui.sets.set_page import SetPage

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
        self.services = Services()
        self.spelling = Spelling(self)
        self.place = ReadingPlaceKeeper(self.review, self)
        self._collector = IdleCollector(self)
        self.help = WindowHelp(self, self.ask, settings, self.say, self.language_chosen.emit)
        made = window_commands(
            WindowParts(
                self,
                self.review,
                self.documents,
                self.ask,
                settings,
                self.services,
                self.spelling,
                self.help,
                Pages(
                    self.show_home, self._begin, self.show_working, self.show_page, self.open_file
                ),
            ),
            self.show_packages,
            self._is_idle,
            self._before_close,
        )
        self.commands, self.tour, self._lost_file = made.groups, made.tour, made.lost_file
        self.table: CommandTable = command_table(self.review, self.commands)
        self.actions_by_name = Actions(
            self.table, self.review, self, settings.keys, self.fall_silent
        )
        self.reviewing = LazyReviewPage(
            self.review, self.commands, self.actions_by_name, self.table, self.tour, settings
        )
        self.help.know(self.table, self.actions_by_name, self.reviewing.listen_to_letters)
        self.tour.know(self.actions_by_name)
        self.review.keys.know(lambda name: native_keys(self.actions_by_name[name]))
        self.set_page: SetPage | None = None
        self._closing = self._leaving = False
        self.start_page = StartPage(settings.folder)
        self.working_page = WorkingPage(self.commands.reviews.making)
        self.progress = ProgressLine(self.commands.translations.jobs, low=True)
        self._state = QLabel()
        self._state.setContentsMargins(8, 0, 8, 0)
        self.dropped = DroppedFiles(
            self.review,
            self.ask,
            self.commands,
            self.open_file,
            self.start_page.new_review.add_files,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self.working_page)
        self.setCentralWidget(self._stack)
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        self.exporting = ProgressLine(self.commands.export.jobs, low=True)
        self.statusBar().addPermanentWidget(self.exporting)
        self.statusBar().addPermanentWidget(self.progress)
        self.statusBar().addPermanentWidget(self._state)
        StatusRoom(self.statusBar(), self._state)
        self._said = ""
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
        self._collector.begin()

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
        self.start_page.take_keyboard()

    def _begin(self) -> None:
        self.start_page.new_review.take_keyboard()

    def show_working(self, job: Job, title: str) -> None:
        """Show the page of a review that is being made or read."""
        self.working_page.follow(job, title)
        self._show(self.working_page, "Reviewer")

    def show_page(self, review: Review | Glance) -> None:
        """Show the page of reviews; `review` is opened next."""
        known = getattr(review, "copy_of", None) or review.path
        self._show(self._review_page(), f"{name_of(known)} — Reviewer")

    def get_ready(self) -> None:
        """Make ready for the first review, while the first page is looked at."""
        self.commands.reviews.get_ready(self._review_page)

    def _review_page(self) -> ReviewPage:
        page = self.reviewing.made()
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        return page

    @property
    def page(self) -> ReviewPage | None:
        """The page of reviews, None before the first one was opened."""
        return self.reviewing.page

    def show_packages(self) -> None:
        """Show the translation packages."""
        from reviewer.ui.dialogs.packages_dialog import PackagesDialog

        PackagesDialog(self.settings, self).exec()
        self.services.translators.refresh()

    def say(self, words: str) -> None:
        """Say something in the status bar for a while."""
        self._said = words
        self.statusBar().showMessage(words, max(_MESSAGE_MS, len(words) * _READING_MS))

    def fall_silent(self) -> None:
        """Take back what the status bar says: it was true of what was done before."""
        self.statusBar().clearMessage()

    # -- Qt's events
    def event(self, event: QEvent) -> bool:
        """A tip of what is under the pointer waits while the bar says what was done: after a click
        it would take the answer away."""
        if event.type() == QEvent.Type.StatusTip:
            now = self.statusBar().currentMessage()
            if now and now == self._said:
                return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep_state("window", self.saveGeometry())
        self.start_page.stop()
        jobs = Ending([*self.start_page.slots(), *self.commands.slots()])
        # What was done is kept while the jobs come to their end.
        self._leaving = True
        self.commands.reviews.put_away()
        jobs.wait()
        self.services.close()
        self._collector.end()
        self.spelling.rest()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files were let go over the window. Where they came from waits for the end of this."""
        event.acceptProposedAction()
        QTimer.singleShot(0, self, partial(self.dropped.take, dropped_files(event)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody has taken are answered all the same where they have a command."""
        if words := self.actions_by_name.resting_words(QKeySequence(event.keyCombination())):
            self.say(words)
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            # The palette is still on its way to the children.
            QTimer.singleShot(0, self, self.reviewing.repaint)

    # -- how it hangs together
    def _before_close(self) -> None:
        """A review is closed next: what is under way is ended and kept."""
        by = self.commands
        self.reviewing.keep_room()
        self._closing = True
        by.editing.complete()
        self._closing = False
        by.editing.forget()
        if not self._leaving:
            by.translations.jobs.end()
        self.place.keep()

    def _connect(self) -> None:
        by, review, reviewing = self.commands, self.review, self.reviewing
        review.said.connect(self.say)
        review.closed.connect(self.fall_silent)
        review.kept.connect(lambda: self.show_page(review.look))
        review.sign(self.settings.author)
        review.author_changed.connect(self._keep_author)
        review.comment_wanted.connect(by.view.show_panel)
        review.finding_wanted.connect(by.view.show_panel)
        review.problem.connect(self._lost_file.tell)
        review.current_changed.connect(self.update_commands)
        review.filter_of_all_changed.connect(self.update_commands)
        for something in (review.current_changed, review.rows_replaced, review.search_changed):
            something.connect(self._collector.wait)
        review.changed.connect(by.translations.sentence_changed)
        review.editing_ended.connect(self._editing_ended)
        review.read.connect(lambda: QTimer.singleShot(0, self, by.profile.offer_newer))
        by.translations.job_began.connect(self.progress.follow)
        by.export.job_began.connect(self.exporting.follow)
        by.translations.jobs.changed.connect(self.update_commands)
        by.translations.back_translations_came.connect(by.editing.absorb_missing)
        by.translations.packages_wanted.connect(self.show_packages)
        by.reviews.making.changed.connect(self.update_commands)
        by.view.text_size_changed.connect(reviewing.show_texts)
        by.view.panel_changed.connect(reviewing.show_panel)
        by.view.signs_changed.connect(reviewing.show_texts)
        by.view.room_changed.connect(reviewing.share_room)
        by.reviews.made.connect(self.start_page.new_review.clear)
        self.start_page.start_wanted.connect(by.reviews.start)
        self.start_page.review_wanted.connect(self.open_file)
        self.start_page.folders_wanted.connect(by.sets.new_set)
        self.documents.changed.connect(reviewing.say_document)
        review.changed.connect(reviewing.say_document)
        self.start_page.dialog_wanted.connect(by.reviews.open_review)
        self.start_page.sample_wanted.connect(by.reviews.open_sample)
        self.start_page.backup_wanted.connect(by.reviews.restore_backup)
        self.start_page.problem.connect(self.ask.tell)

    def _new_set_page(self) -> SetPage:
        from reviewer.ui.sets.set_page import SetPage

        page = SetPage(self.documents, self.review.keys)
        by = self.commands.sets
        page.document_wanted.connect(by.open_document)
        page.next_wanted.connect(by.next_open)
        page.export_wanted.connect(by.export_all)
        page.find_wanted.connect(self.commands.find_in_set.find)
        self._stack.addWidget(page)
        return page

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
        self.setWindowTitle(harmless(title))
        self.update_commands()

    def update_commands(self) -> None:
        """Enable what can be done now, and say how far the review is."""
        self.actions_by_name.refresh()
        self._state.setText(progress_words(self.review))

    def _keep_author(self, author: str) -> None:
        self.settings.author = author

    def _is_idle(self) -> bool:
        by = self.commands
        return not (by.reviews.making.busy() or by.translations.jobs.busy())
