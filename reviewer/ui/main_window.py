"""The window: its pages, its menus, and what follows when a command is given."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QFont
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget

from reviewer.ui.background.progress_line import ProgressLine, WorkingPage
from reviewer.ui.commands import actions
from reviewer.ui.commands.actions import MENUS, Actions
from reviewer.ui.commands.export import ExportCommands
from reviewer.ui.commands.reviews import ReviewCommands
from reviewer.ui.commands.translations import TranslationCommands
from reviewer.ui.dialogs import error_messages
from reviewer.ui.dialogs.help_dialogs import show_about, show_shortcuts
from reviewer.ui.look import theme
from reviewer.ui.look.drop_zone import dropped_files
from reviewer.ui.start.start_page import StartPage
from reviewer.ui.state.settings import Settings

if TYPE_CHECKING:
    from reviewer.review import ReviewChange
    from reviewer.ui.review.page import ReviewPage

_TEXT_POINTS = 11.0
_LEAST_ZOOM, _MOST_ZOOM = -4, 14
_MESSAGE_MS = 6000
_NOT_WHILE_WORKING = ("new_review", "open_review", "open_sample")
_ONE_AT_A_TIME = ("add_translation", "load_new_version", "back_translate", "align_again")


class MainWindow(QMainWindow):
    """Shows the start page, the work in progress or the open review (`page`).

    The public methods named as commands carry those out; see `actions`.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.page: ReviewPage | None = None
        self.actions_by_name = Actions(self)
        self.start_page = StartPage(settings.folder)
        self.working_page = WorkingPage()
        self.progress = ProgressLine()
        self.opening = ReviewCommands(self)
        self.beside = TranslationCommands(self)
        self._exporting = ExportCommands(self)
        self._state = QLabel()
        self._state.setContentsMargins(8, 0, 8, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self.working_page)
        self.setCentralWidget(self._stack)
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        self.statusBar().addPermanentWidget(self.progress)
        self.statusBar().addPermanentWidget(self._state)
        self._fill_menus()
        self._connect()
        if not self.restoreGeometry(settings.state("window")):
            self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self.show_start()

    # -- pages
    def show_start(self) -> None:
        """Show the start page."""
        self.start_page.show_recent(self.settings.recent)
        self._show(self.start_page, "Reviewer")

    def show_working(self) -> None:
        """Show the page of a review that is being made."""
        self._show(self.working_page, "Reviewer")

    def show_page(self, page: ReviewPage) -> None:
        """Show an open review."""
        self.page = page
        page.set_text_font(self.text_font())
        page.panel.setVisible(self.actions_by_name["panel"].isChecked())
        page.furniture(self.actions_by_name["furniture"].isChecked())
        page.splitter.restoreState(self.settings.state("panel"))
        page.moved.connect(self.update_commands)
        page.said.connect(self.say)
        page.editing.ended.connect(self.beside.refresh_back_translations)
        page.session.changed.connect(self._sentence_changed)
        page.session.problem.connect(partial(error_messages.show, self))
        self._stack.addWidget(page)
        self._show(page, f"{page.session.review.path.stem} — Reviewer")
        # Its commands are enabled now: the panel can offer them.
        page.set_finding(page.finding())
        page.table.setFocus()

    def say(self, words: str) -> None:
        """Say something in the status bar for a while."""
        self.statusBar().showMessage(words, _MESSAGE_MS)

    def text_font(self) -> QFont:
        """The font of article text, as large as the user wants it."""
        font = QFont(QApplication.font())
        font.setPointSizeF(max(_TEXT_POINTS, font.pointSizeF()) + self.settings.zoom)
        return font

    # -- commands
    def new_review(self) -> None:
        if not self.working_page.line.busy():
            self.close_review()

    def close_review(self) -> None:
        if self.page is not None:
            self.settings.keep_state("panel", self.page.splitter.saveState())
            page, self.page = self.page, None
            self.beside.stop()
            page.close_review()
            self._stack.removeWidget(page)
            page.deleteLater()
            self.start_page.new_review.clear()
        self.show_start()

    def quit(self) -> None:
        self.close()

    def larger(self) -> None:
        self._zoom(self.settings.zoom + 1)

    def smaller(self) -> None:
        self._zoom(self.settings.zoom - 1)

    def usual_size(self) -> None:
        self._zoom(0)

    def scheme_system(self) -> None:
        self._choose_scheme("system")

    def scheme_light(self) -> None:
        self._choose_scheme("light")

    def scheme_dark(self) -> None:
        self._choose_scheme("dark")

    def panel(self) -> None:
        on = self.actions_by_name["panel"].isChecked()
        self.settings.keep_flag("panel", on)
        if self.page:
            self.page.panel.setVisible(on)

    def furniture(self) -> None:
        on = self.actions_by_name["furniture"].isChecked()
        self.settings.keep_flag("furniture", on)
        if self.page:
            self.page.furniture(on)

    def shortcuts(self) -> None:
        show_shortcuts(self, self.actions_by_name)

    def about(self) -> None:
        show_about(self)

    def packages(self) -> None:
        from reviewer.ui.dialogs.packages_dialog import PackagesDialog

        PackagesDialog(self.settings, self).exec()
        self.opening.packages_changed()

    # -- Qt's events
    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep_state("window", self.saveGeometry())
        self.beside.stop()
        self.opening.close()
        self.start_page.stop()
        self.close_review()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.opening.take_dropped(dropped_files(event))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            # The palette is still on its way to the children.
            QTimer.singleShot(0, self, self._repaint)

    # -- how it hangs together
    def _fill_menus(self) -> None:
        for title, commands in MENUS.items():
            menu = self.menuBar().addMenu(title)
            menu.setToolTipsVisible(True)
            self.actions_by_name.wait_for(menu)
            for command in commands:
                if command is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self.actions_by_name[command.name])
        schemes = QActionGroup(self)
        for scheme in theme.SCHEMES:
            action = self.actions_by_name[f"scheme_{scheme}"]
            schemes.addAction(action)
            action.setChecked(scheme == self.settings.scheme)
        self.actions_by_name["panel"].setChecked(self.settings.flag("panel", default=True))
        self.actions_by_name["furniture"].setChecked(self.settings.flag("furniture", default=False))

    def _connect(self) -> None:
        for command in actions.commands():
            self.actions_by_name[command.name].triggered.connect(partial(self._give, command.name))
        for line in (self.progress, self.working_page.line):
            line.ended.connect(self.update_commands)
        self.start_page.start_wanted.connect(self.opening.start)
        self.start_page.review_wanted.connect(self.opening.open_path)
        self.start_page.dialog_wanted.connect(self.opening.open_review)
        self.start_page.sample_wanted.connect(self.opening.open_sample)
        self.start_page.problem.connect(partial(error_messages.show, self))

    def _give(self, name: str, _checked: bool = False) -> None:
        """Give a command to whoever carries it out."""
        owner = self.owner_of(name)
        if owner is not None:
            getattr(owner, name)()

    def owner_of(self, name: str) -> object | None:
        """Who has a method of the command's name."""
        page = self.page
        owners = [self, self.opening, self.beside, self._exporting]
        if page:
            owners += [page, page.going, page.deciding, page.linking, page.searching]
        return next((owner for owner in owners if name in vars(type(owner))), None)

    def _show(self, page: object, title: str) -> None:
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(title)
        self.update_commands()

    def update_commands(self) -> None:
        """Enable what can be done now, and say how far the review is."""
        page = self.page
        idle = not self.progress.busy()
        enabled = {
            command.name: page is not None for command in actions.commands() if command.needs_review
        }
        enabled |= dict.fromkeys(_NOT_WHILE_WORKING, not self.working_page.line.busy())
        if page:
            enabled |= page.deciding.enabled() | page.linking.enabled() | page.enabled()
            for name in _ONE_AT_A_TIME:
                enabled[name] &= idle
        self.actions_by_name.enable(enabled)
        self._state.setText(page.progress_words() if page else "")

    def _repaint(self) -> None:
        if self.page:
            self.page.repaint_colours()

    def _sentence_changed(self, change: ReviewChange) -> None:
        if change.kind == "edit" and self.page and not self.page.editing.active():
            QTimer.singleShot(0, self, self.beside.refresh_back_translations)

    def _zoom(self, steps: int) -> None:
        self.settings.zoom = min(max(steps, _LEAST_ZOOM), _MOST_ZOOM)
        if self.page:
            self.page.set_text_font(self.text_font())

    def _choose_scheme(self, scheme: theme.Scheme) -> None:
        self.settings.scheme = scheme
        theme.apply(scheme)
