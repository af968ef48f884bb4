"""The commands that make, open and close reviews."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from reviewer.domain import Document, Pair, ReviewerError
from reviewer.ui.background import analysis_jobs, collector, review_jobs, sample
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.jobs import Job, Work
from reviewer.ui.commands.backups import chosen_backup, restored
from reviewer.ui.commands.ports import CommandsWithPorts, Ports
from reviewer.ui.state.file_kinds import REVIEW_SUFFIX, SET_SUFFIX
from reviewer.ui.state.row_filter import Filter
from reviewer.wording import error_in_words, tr

if TYPE_CHECKING:
    from reviewer.analysis import Analysis
    from reviewer.review import Glance, Review

_ROWS_TO_WARM_UP = 40
_WONDER_MS = 300
"""After so long it is said what is waited for."""


@dataclass(frozen=True)
class Pages:
    """What the window shows: its first page or the open set, the place there where a review is
    begun, the work in progress, the open review;
    and what opens a file of either kind."""

    show_start: Callable[[], None]
    begin: Callable[[], None]
    show_working: Callable[[Job, str], None]
    show_review: Callable[[Review | Glance], None]
    open: Callable[[Path], None]


class ReviewCommands(CommandsWithPorts):
    """One review is made at a time.

    `before_close` is done while the review that closes is still open; `made` says that a review of
    the user's own texts is there.
    """

    made = Signal()

    def __init__(
        self,
        ports: Ports,
        pages: Pages,
        before_close: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(ports, parent)
        self._pages = pages
        self._before_close = before_close
        self.is_of_set: Callable[[Path], bool] = lambda _path: False
        self.making = JobSlot(self)
        self._opening: Job | None = None
        self._wonder: Callable[[], None] = pages.show_start
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_WONDER_MS)
        self._soon.timeout.connect(lambda: self._wonder())
        self.making.changed.connect(self._job_changed)
        self._review.wait = self._wait_until_read
        self.warming_up = JobSlot(self)
        self.getting_ready = JobSlot(self)

    def is_idle(self) -> bool:
        """Whether no review is being made; one that is only read can be left."""
        return not self.making.busy() or self._is_opening()

    def new_review(self) -> None:
        """Back to the first page, where a review is put together."""
        if self.is_idle():
            self.close_review()
            self._pages.begin()

    def open_review(self) -> None:
        """Ask for a review file and open it."""
        kinds = f"*{REVIEW_SUFFIX} *{SET_SUFFIX}"
        path = self._ask.file(tr("Open a review"), tr("Reviews and sets ({kinds})", kinds=kinds))
        if path:
            self._pages.open(path)

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
            self._ask.tell(error, tr("The sample cannot be opened."))
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

    def open_path(
        self,
        path: Path,
        *,
        accept_losses: bool = False,
        take_over: bool = False,
        as_copy: bool = False,
    ) -> None:
        """Open the review at `path`, read beside the window; see `open_or_copy`."""
        if self._is_open_here(path):
            self._pages.show_review(self._review.look)
            self._review.say(tr("{path} is open here already.", path=path.name))
            return
        if not self._may_open():
            return
        work = review_jobs.opening(
            path,
            self._services.memory,
            accept_losses=accept_losses,
            take_over=take_over,
            as_copy=as_copy,
        )
        job = self.making.begin_delivering(
            work,
            self._glanced,
            self._opened,
            failed=partial(self._not_opened, path),
            cancelled=self._show_what_is_open,
        )
        if job:
            self._opening = job
            self._show_soon(job, tr("Opening {path}", path=path.name))

    def _stop_opening(self) -> None:
        """Leave a review that is still being read."""
        if self._is_opening():
            self.making.end()
            self.making.settle()

    def _may_open(self) -> bool:
        """Whether a review may be opened now; one that is still being read is left."""
        self._stop_opening()
        if self.making.busy():
            self._review.say(tr("A review is being made. Wait for it, or cancel that first."))
            return False
        return True

    def _glanced(self, glance: Glance) -> None:
        """Show what can be seen of the review while the rest is being read."""
        place = glance.place()
        if (
            not self._is_opening()
            or self._review.is_open()
            or (place and Filter.read(place.view.get("filter")).text)
        ):
            # It came too late, or beside a review that stays until the other one is there; or
            # words are to be looked for in all rows.
            glance.close()
            return
        self._wonder = partial(self._review.say, tr("Reading the rest of the review…"))
        self._remember(glance.path)
        self._pages.show_review(glance)
        self._review.glance(glance)

    def _wait_until_read(self) -> None:
        """Something is to be done with a review that is still being read: keys and clicks wait."""
        if not self._is_opening():
            return
        self._review.say(tr("Reading the rest of the review…"))
        loop = QEventLoop()
        for end in (self._review.read, self._review.closed):
            end.connect(loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        for end in (self._review.read, self._review.closed):
            end.disconnect(loop.quit)

    def _is_opening(self) -> bool:
        return self._opening is not None and self.making.is_at(self._opening)

    def _opened(self, review: Review) -> None:
        if self._is_glanced_at():
            self._review.open(review)
            self._pages.show_review(review)
            self._warm_up()
        else:
            self.show(review)
        self._tell_notices(review)

    def _tell_notices(self, review: Review) -> None:
        for notice in review.notices:
            words = tr("{path} was opened.", path=review.path.name)
            self._ask.tell(ReviewerError(notice), words)
        if words := self._services.take_problem():
            self._review.say(words)

    def _job_changed(self) -> None:
        if not self.making.busy():
            self._soon.stop()

    def _show_soon(self, job: Job, words: str) -> None:
        """Show what a job does when it takes so long that somebody would wonder."""

        self._wonder = partial(self._pages.show_working, job, words)
        self._soon.start()

    def _is_glanced_at(self) -> bool:
        return self._review.is_open() and not self._review.is_read()

    def _show_what_is_open(self) -> None:
        if self._is_glanced_at():
            self._review.close()
        if self._review.is_open():
            self._pages.show_review(self._review.look)
        else:
            self._pages.show_start()

    def _not_opened(self, path: Path, error: BaseException) -> None:
        """Say why, and offer the ways out that there are."""
        self._show_what_is_open()
        from reviewer.store import backups
        from reviewer.store.errors import CopyOnly, DamagedReview, LostOperations, OpenElsewhere

        kept = backups.known_of(path) if isinstance(error, DamagedReview) else []
        ways: list[tuple[str, Callable[[], None]]] = []
        if isinstance(error, LostOperations):
            anyway = partial(self.open_path, path, accept_losses=True)
            ways.append((tr("Open what is left"), anyway))
        if isinstance(error, CopyOnly):
            ways.append((tr("Open a copy"), partial(self.open_path, path, as_copy=True)))
        if isinstance(error, OpenElsewhere):
            ways.append((tr("Open it anyway"), partial(self.open_path, path, take_over=True)))
        if kept:
            ways.append((tr("Restore a backup…"), partial(self.restore_backup, path)))
        words = tr("{path} cannot be opened.", path=path.name)
        if not ways:
            self._ask.tell(error, words)
            return
        why = error_in_words(error)
        chosen = self._ask.choose(words, why, [name for name, _ in ways])
        if chosen >= 0:
            ways[chosen][1]()

    def restore_backup(self, path: Path | None = None) -> None:
        """Let the user choose a backup, of one review or of all, and open it in its place."""
        kept = chosen_backup(self._ask, path)
        if kept is None:
            return
        if self._review.is_open() and self._review.path() == kept.origin:
            self.close_review()
        if target := restored(self._ask, kept):
            self.open_path(target)

    def show(self, review: Review) -> None:
        """Show a review instead of the one that is open."""
        self._close()
        self._remember(review.copy_of or review.path)
        self._pages.show_review(review)
        self._review.open(review)
        self._warm_up()

    def _remember(self, path: Path) -> None:
        """List a review among the recent ones; of a set only the set itself is."""
        if not self.is_of_set(path):
            self._settings.add_recent(path)

    def close_review(self) -> None:
        """Put the review away and show the first page."""
        self.put_away()
        self._pages.show_start()

    def put_away(self) -> None:
        """Close the review, or leave it while it is still being read; the page stays."""
        self._stop_opening()
        self._close()

    def work_on(
        self,
        work: Work,
        words: str,
        done: Callable[[Any], object],
        *,
        failed: Callable[[BaseException], object],
        cancelled: Callable[[], object],
    ) -> None:
        """Show a piece of work that nothing else is done beside, and how far it is."""
        if job := self.making.begin(work, done, failed=failed, cancelled=cancelled):
            self._pages.show_working(job, words)

    def _is_open_here(self, path: Path) -> bool:
        if not self._review.is_open():
            return False
        try:
            return path.samefile(self._review.path())
        except OSError:
            return False

    def _close(self) -> None:
        if self._review.is_open():
            self._before_close()
            name = self._review.path().name
            if said := self._review.close():
                self._ask.tell(ReviewerError(said), tr("{path} was closed.", path=name))
            collector.look_at_everything()

    def _make(self, source: Document, translations: Sequence[Document], path: Path) -> None:
        if not self.is_idle():
            return
        self.close_review()
        job = self.making.begin(
            analysis_jobs.analysis_of(source, translations, self._services.helpers(path)),
            partial(self.analysed, path),
            failed=self._not_made,
            cancelled=self._pages.show_start,
        )
        if job:
            self._pages.show_working(job, tr("Comparing the texts"))

    def analysed(self, path: Path, analysis: Analysis) -> None:
        """Make the review of a finished analysis and show it."""
        job = self.making.begin(
            review_jobs.making(path, analysis, self._services.memory),
            partial(self._made, path),
            failed=self._not_made,
            cancelled=self._pages.show_start,
        )
        if job:
            self._pages.show_working(job, tr("Comparing the texts"))

    def _made(self, path: Path, review: Review) -> None:
        if path != sample.review_path():
            # Nobody looks for what they export among the program's own files.
            self._settings.folder = path.parent
            self.made.emit()
        self.show(review)
        self._tell_notices(review)
        for problem in self._services.translators.problems():
            self._ask.tell(ReviewerError(problem), tr("A package could not be used."))

    def _not_made(self, error: BaseException) -> None:
        self._pages.show_start()
        self._ask.tell(error, tr("The review was not begun."))

    def get_ready(self, make_page: Callable[[], object]) -> None:
        """Load what a review needs while the first page is looked at; `make_page` follows."""
        self.getting_ready.begin(
            review_jobs.getting_ready(["en"]), lambda _nothing: self.is_idle() and make_page()
        )

    def _warm_up(self) -> None:
        languages = self._review.review.source.language, self._review.language()
        pairs = [
            Pair(row.source, row.target, *languages, row.relation)
            for row in self._review.shown.rows()[:_ROWS_TO_WARM_UP]
            if row.source and row.target and row.relation
        ]
        # What goes wrong here goes wrong again when the row is checked, and is told then.
        self.warming_up.begin(analysis_jobs.first_checks(pairs), lambda _nothing: None)
