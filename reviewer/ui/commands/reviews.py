"""The commands that make, open and close reviews."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer.domain import Document, Pair, ReviewerError
from reviewer.ui.background import analysis_jobs, sample
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.jobs import Job
from reviewer.ui.background.services import Services
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.file_kinds import REVIEW_SUFFIX
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings

if TYPE_CHECKING:
    from reviewer.analysis import Analysis
    from reviewer.review import Review

_ROWS_TO_WARM_UP = 40


@dataclass(frozen=True)
class Pages:
    """What the window shows: its first page, the work in progress, the open review."""

    show_start: Callable[[], None]
    show_working: Callable[[Job], None]
    show_review: Callable[[Review], None]


class ReviewCommands(QObject):
    """One review is made at a time.

    `before_close` is done while the review that closes is still open.
    """

    def __init__(
        self,
        review: OpenReview,
        ask: Ask,
        services: Services,
        settings: Settings,
        pages: Pages,
        before_close: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._ask = ask
        self._services = services
        self._settings = settings
        self._pages = pages
        self._before_close = before_close
        self.making = JobSlot(self)
        self.warming_up = JobSlot(self)

    def is_idle(self) -> bool:
        """Whether no review is being made."""
        return not self.making.busy()

    def new_review(self) -> None:
        """Back to the first page, where a review is put together."""
        if self.is_idle():
            self.close_review()

    def open_review(self) -> None:
        """Ask for a review file and open it."""
        path = self._ask.file("Open a review", f"Reviews (*{REVIEW_SUFFIX})")
        if path:
            self.open_path(path)

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
            self._ask.tell(error, "The sample cannot be opened.")
            return
        self._make(source, translations, path)

    def start(self, source: Document, translations: Sequence[Document], path: Path) -> None:
        """Make a review of these documents, kept at `path`."""
        if path.exists():
            answer = self._ask.open_or_replace(path)
            if answer == "open":
                self.open_path(path)
            if answer != "replace":
                return
        self._make(source, translations, path)

    def open_path(self, path: Path) -> None:
        """Open the review at `path`."""
        from reviewer.review import Review

        if self._is_open_here(path):
            self._pages.show_review(self._review.review)
            self._review.say(f"{path.name} is open here already.")
            return
        try:
            review = Review.open(path, memory=self._services.memory())
        except ReviewerError as error:
            self._ask.tell(error, f"{path.name} cannot be opened.")
            return
        self.show(review)

    def show(self, review: Review) -> None:
        """Show a review instead of the one that is open."""
        self._close()
        self._settings.add_recent(review.path)
        self._pages.show_review(review)
        self._review.open(review)
        self._warm_up()

    def close_review(self) -> None:
        """Put the review away and show the first page."""
        self._close()
        self._pages.show_start()

    def _is_open_here(self, path: Path) -> bool:
        if not self._review.is_open():
            return False
        try:
            return path.samefile(self._review.review.path)
        except OSError:
            return False

    def _close(self) -> None:
        if self._review.is_open():
            self._before_close()
            self._review.close()

    def _make(self, source: Document, translations: Sequence[Document], path: Path) -> None:
        if not self.is_idle():
            return
        self.close_review()
        job = self.making.begin(
            analysis_jobs.analysis_of(source, translations, self._services.helpers(path)),
            partial(self._made, path),
            failed=self._not_made,
            cancelled=self._pages.show_start,
        )
        if job:
            self._pages.show_working(job)

    def _made(self, path: Path, analysis: Analysis) -> None:
        from reviewer.review import Review

        try:
            review = Review.create(path, analysis, memory=self._services.memory(), replace=True)
        except ReviewerError as error:
            self._not_made(error)
            return
        self._settings.folder = path.parent
        self.show(review)
        for problem in self._services.translators.problems():
            self._ask.tell(ReviewerError(problem), "A package could not be used.")

    def _not_made(self, error: BaseException) -> None:
        self._pages.show_start()
        self._ask.tell(error, "The review was not begun.")

    def _warm_up(self) -> None:
        languages = self._review.review.source.language, self._review.language()
        pairs = [
            Pair(row.source, row.target, *languages, row.relation)
            for row in self._review.shown.rows()[:_ROWS_TO_WARM_UP]
            if row.source and row.target and row.relation
        ]
        # What goes wrong here goes wrong again when the row is checked, and is told then.
        self.warming_up.begin(analysis_jobs.first_checks(pairs), lambda _nothing: None)
