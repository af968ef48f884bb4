"""Reviews are made and opened here, and what takes long is done beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reviewer.domain import Document, Pair, ReviewerError
from reviewer.ui.background import analysis_jobs, sample
from reviewer.ui.background.jobs import Job
from reviewer.ui.background.translators import Translators
from reviewer.ui.dialogs import error_messages
from reviewer.ui.look.widgets import without_icons
from reviewer.ui.start.new_review import REVIEW_SUFFIX

if TYPE_CHECKING:
    from reviewer.review import Review
    from reviewer.ui.main_window import MainWindow
    from reviewer.ui.review.page import ReviewPage

_ROWS_TO_WARM_UP = 40


class ReviewCommands(QObject):
    """The commands that begin with files. One job runs at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self._warming: Job | None = None
        self.translators = Translators()
        self._memory: Any = None

    # -- commands
    def open_review(self) -> None:
        """Ask for a review file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            "Open a review",
            str(self._window.settings.folder),
            f"Reviews (*{REVIEW_SUFFIX})",
        )
        if name:
            self.open_path(Path(name))

    def open_sample(self) -> None:
        """Make a review of the sample in a folder of its own, and open it; made once."""
        path = sample.review_path()
        if path.exists():
            self.open_path(path)
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            source, translations = sample.documents()
        except (ReviewerError, OSError) as error:
            error_messages.show(self._window, error, "The sample cannot be opened.")
            return
        self._make(source, translations, path)

    # -- for the window
    def start(self, source: Document, translations: Sequence[Document], path: Path) -> None:
        """Make a review of these documents, kept at `path`."""
        if path.exists():
            question = QMessageBox(self._window)
            question.setIcon(QMessageBox.Icon.Question)
            question.setText(f"There is already a review at {path.name}.")
            question.setInformativeText("Open it, or begin anew and lose what was decided in it?")
            go_on = question.addButton("Open it", QMessageBox.ButtonRole.AcceptRole)
            anew = question.addButton("Begin anew", QMessageBox.ButtonRole.DestructiveRole)
            question.addButton(QMessageBox.StandardButton.Cancel)
            question.setDefaultButton(go_on)
            without_icons(question)
            question.exec()
            if question.clickedButton() is go_on:
                self.open_path(path)
            if question.clickedButton() is not anew:
                return
        self._make(source, translations, path)

    def open_path(self, path: Path) -> None:
        """Open the review at `path`."""
        from reviewer.review import Review

        try:
            review = Review.open(path, memory=self._remembered())
        except ReviewerError as error:
            error_messages.show(self._window, error, f"{path.name} cannot be opened.")
            return
        self._show(review)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Files were let go over the window: a review is opened, texts begin a new one."""
        if self._window.working_page.line.busy():
            return
        reviews = [path for path in paths if path.suffix == REVIEW_SUFFIX]
        packages = [path for path in paths if path.suffix == ".argosmodel"]
        if reviews:
            self.open_path(reviews[0])
        elif packages:
            self._window.packages()
        elif self._window.page is None and paths:
            self._window.start_page.new_review.add_files(list(paths))

    def packages_changed(self) -> None:
        """Packages were installed or removed."""
        self.translators.refresh()
        self._window.update_commands()

    def stop(self) -> None:
        """Cancel what is being done and wait for its end."""
        for job in (self._job, self._warming):
            if job:
                job.cancel()
                job.wait()

    def close(self) -> None:
        """The window closes."""
        self.stop()
        self.translators.close()
        if self._memory:
            self._memory.close()

    # -- making and showing
    def _make(self, source: Document, translations: Sequence[Document], path: Path) -> None:
        if self._job:
            return
        self._window.close_review()
        job = self._job = Job(
            analysis_jobs.analysis_of(source, translations, self.helpers(path)), self
        )
        job.done.connect(partial(self._made, path))
        job.failed.connect(self._not_made)
        job.cancelled.connect(self._window.show_start)
        for ended in (job.done, job.failed):
            ended.connect(lambda _what: self._let_go(job))
        job.cancelled.connect(lambda: self._let_go(job))
        self._window.working_page.line.follow(job, "Reading the documents")
        self._window.show_working()
        job.start()

    def _made(self, path: Path, analysis: Any) -> None:
        from reviewer.review import Review

        try:
            review = Review.create(path, analysis, memory=self._remembered(), replace=True)
        except ReviewerError as error:
            self._not_made(error)
            return
        self._window.settings.folder = path.parent
        self._show(review)
        self.say_problems()

    def _not_made(self, error: BaseException) -> None:
        self._window.show_start()
        error_messages.show(self._window, error, "The review was not begun.")

    def _show(self, review: Review) -> None:
        from reviewer.ui.review.page import ReviewPage

        self._window.close_review()
        self._window.settings.add_recent(review.path)
        page = ReviewPage(review, self._window.actions_by_name)
        self._window.show_page(page)
        self._warm_up(page)

    def _warm_up(self, page: ReviewPage) -> None:
        if self._warming:
            return
        languages = page.session.review.source.language, page.session.language()
        pairs = [
            Pair(row.source, row.target, *languages, row.relation)
            for row in page.model.rows()[:_ROWS_TO_WARM_UP]
            if row.source and row.target and row.relation
        ]
        job = self._warming = Job(analysis_jobs.first_checks(pairs), self)
        # What goes wrong here goes wrong again when the row is checked, and is told then.
        for ended in (job.done, job.failed):
            ended.connect(lambda _what: self._warm())
        job.cancelled.connect(self._warm)
        job.start()

    def _warm(self) -> None:
        if self._warming:
            self._warming.deleteLater()
        self._warming = None

    def helpers(self, path: Path) -> analysis_jobs.Helpers:
        """What the analysis for the review at `path` leans on."""
        memory = self._remembered()
        return analysis_jobs.Helpers(
            self.translators.at(path), memory.confirmed_pairs if memory else None
        )

    def _remembered(self) -> Any:
        """What is remembered across reviews; a review can be opened without."""
        if self._memory is None:
            from reviewer.store.memory import Memory

            try:
                self._memory = Memory.of_this_user()
            except (ReviewerError, OSError) as error:
                self._window.say(f"Decisions of other reviews are not known now: {error}")
        return self._memory

    def _let_go(self, job: Job) -> None:
        if self._job is job:
            self._job = None
        job.deleteLater()
        self._window.update_commands()

    def say_problems(self) -> None:
        """Say what went wrong with packages, each problem once."""
        for problem in self.translators.problems():
            error_messages.show(
                self._window, ReviewerError(problem), "A package could not be used."
            )
