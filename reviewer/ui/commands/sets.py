"""The commands for many documents: sets, and the way from one document to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reviewer.domain import ReviewerError
from reviewer.reports.author import this_person
from reviewer.reports.file_names import fitting
from reviewer.ui.background import set_jobs
from reviewer.ui.commands.ports import CommandsWithPorts, Ports
from reviewer.ui.commands.reviews import ReviewCommands
from reviewer.ui.state.file_kinds import REVIEW_SUFFIX
from reviewer.ui.state.open_set import OpenSet
from reviewer.wording import counted, in_words, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.sets import DocumentTotals, Exported, Group, Made, Packed, ReviewSet

_MOST_TOLD = 12


class SetCommands(CommandsWithPorts):
    """The reviews themselves are made, opened and closed by `reviews`, in the same place for one
    job at a time. `show_home` shows the list of documents where a set is open,
    `first_finding` goes to the first open finding of a review."""

    def __init__(
        self,
        ports: Ports,
        of: OpenSet,
        reviews: ReviewCommands,
        show_home: Callable[[], None],
        first_finding: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(ports, parent)
        self._set = of
        self._reviews = reviews
        self._show_home = show_home
        self._first_finding = first_finding
        self._then: Callable[[], None] | None = None
        review = ports.review
        review.opened.connect(self._opened)
        review.next_document = self.next_words
        reviews.is_of_set = lambda path: of.number_of(path) >= 0
        review.document_wanted.connect(self.next_open)

    # -- asking
    def is_idle(self) -> bool:
        return self._reviews.is_idle()

    def is_open(self) -> bool:
        return self._set.is_open()

    def can_close(self) -> bool:
        return self._set.is_open() or self._review.is_open()

    def next_words(self) -> str:
        """What the next document with an open finding is called, "" without one."""
        number = self._set.following() if self._set.is_open() else None
        if number is None:
            return ""
        one = self._set.documents[number]
        return f"{one.name}, {counted('open', one.sum.open)}"

    def place_words(self) -> str:
        """Which document of which set is open, "" without one."""
        of = self._set
        if not of.is_open() or of.here < 0 or not self._review.is_open():
            return ""
        waiting = sum(one.sum.open for n, one in enumerate(of.documents) if n != of.here)
        return tr(
            "{name}  ·  document {number} of {many}  ·  {waiting} open in the others",
            name=of.documents[of.here].name,
            number=of.here + 1,
            many=len(of.documents),
            waiting=waiting,
        )

    # -- making and opening
    def new_review(self) -> None:
        """Back to the first page, without the set."""
        if self._reviews.is_idle():
            self._set.close()
            self._reviews.new_review()

    def close(self) -> None:
        """Put the review away: back to the list of its set, and from there to the first page."""
        if not self._review.is_open():
            self._set.close()
        self._reviews.close_review()

    def new_set(self, folders: Sequence[Path] = ()) -> None:
        """Ask for folders, show what belongs together in them, and make the reviews."""
        from reviewer.ui.dialogs.set_dialog import SetDialog

        if not self._reviews.is_idle():
            return
        dialog = SetDialog(folders, self._settings.folder, self._ask.window)
        agreed, groups = dialog.exec(), dialog.groups
        path = dialog.path if dialog.folders else None
        # Its job must not end in a dialog that is gone.
        dialog.reading.end()
        dialog.reading.settle()
        dialog.deleteLater()
        if agreed and path and groups:
            self._make(path, groups)

    def _make(self, path: Path, groups: Sequence[Group]) -> None:
        self._set.close()
        self._reviews.close_review()
        work = set_jobs.making(path, groups, self._services.helpers(path), self._services.memory)
        self._reviews.work_on(
            work,
            tr("Comparing the texts"),
            self._made,
            failed=lambda error: self._failed(error, tr("The set was not made.")),
            cancelled=lambda: self._stopped(path),
        )

    def _stopped(self, path: Path) -> None:
        """What was made before the stop is there."""
        if path.exists():
            self._review.say(tr("Stopped. The documents that are done are in the list."))
            self.open(path)
        else:
            self._show_home()

    def _made(self, made: Made) -> None:
        problems = [f"{path.name}: {in_words(why)}" for path, why in made.failed]
        problems += [in_words(note) for note in made.notes]
        if made.set is None:
            self._failed(ReviewerError("\n".join(problems)), tr("The set was not made."))
            return
        self._settings.folder = made.set.folder
        self.open(made.set.path)
        if problems:
            words = tr_plural(
                "{n} document has no review.", "{n} documents have no review.", len(made.failed)
            )
            self._ask.tell(ReviewerError(_shortened(problems)), words)

    def open(self, path: Path) -> None:
        """Show the list of documents of a set."""
        if not self._reviews.is_idle():
            return
        self._reviews.put_away()
        self._set.close()
        self._reviews.work_on(
            set_jobs.reading(path),
            tr("Opening {path}", path=path.name),
            self._came,
            failed=lambda error: self._failed(
                error, tr("{path} cannot be opened.", path=path.name)
            ),
            cancelled=self._show_home,
        )

    def _came(self, found: tuple[ReviewSet, Sequence[DocumentTotals]]) -> None:
        self._set.open(*found)
        self._settings.add_recent(self._set.set.path)
        self._show_home()

    def _failed(self, error: BaseException, what: str) -> None:
        self._show_home()
        self._ask.tell(error, what)

    # -- from one document to another
    def show_list(self) -> None:
        """Close the document and show the list."""
        if self._set.is_open():
            self._reviews.close_review()

    def open_document(self, number: int, then: Callable[[], None] | None = None) -> None:
        """Open a document by its number; `then` is called when its rows are shown."""
        self._then = None
        if 0 <= number < len(self._set.documents) and self._reviews.is_idle():
            self._reviews.put_away()
            self._set.count_again()
            self._then = then
            self._reviews.open_path(self._set.documents[number].review)

    def next_document(self) -> None:
        self._step(1)

    def previous_document(self) -> None:
        self._step(-1)

    def next_open(self) -> None:
        """On to the next document in which a finding is open."""
        if not self._set.is_open():
            return
        number = self._set.following()
        if number is None:
            self._review.say(tr("No finding is open in the other documents."))
        else:
            self.open_document(number, self._first_finding)

    def _step(self, step: int) -> None:
        if self._set.is_open():
            many = len(self._set.documents)
            self.open_document((max(self._set.here, 0 if step < 0 else -1) + step) % many)

    def _opened(self) -> None:
        """A review is there: a document of the set, or one that leaves the set behind."""
        number = self._set.number_of(self._review.path()) if self._set.is_open() else -1
        if number < 0:
            self._set.close()
        else:
            self._set.look_at(number)
            if self._then:
                # Its rows are shown next.
                QTimer.singleShot(0, self, partial(self._go_on, self._then))
        self._then = None

    def _go_on(self, then: Callable[[], None]) -> None:
        if self._review.is_open():
            then()

    # -- exports
    def export_all(self) -> None:
        """Ask what to export, and write it for all documents into one folder."""
        from reviewer.reports.kinds import Options
        from reviewer.ui.dialogs.export_dialog import ExportDialog, keep_choice, kept_choice

        if not self._set.is_open() or not self._reviews.is_idle():
            return
        self.show_list()
        of = self._set.set
        dialog = ExportDialog(
            [tr("All documents")], 0, kept_choice(self._settings), self._ask.window
        )
        agreed, choice = dialog.exec(), dialog.choice()
        dialog.deleteLater()
        if not agreed:
            return
        keep_choice(self._settings, choice)
        folder = self._ask.new_folder(
            tr("Export all documents"), fitting(of.path.stem, f"-{choice.kind.mark}")
        )
        if folder is None or not self._may_write_into(folder):
            return
        options = Options(
            choice.author or this_person(), datetime.now(UTC).isoformat(), choice.findings
        )
        self._reviews.work_on(
            set_jobs.exporting(of, folder, choice.kind, options),
            tr("Exporting"),
            lambda done: self._exported(done, folder),
            failed=lambda error: self._failed(error, tr("Not everything was written.")),
            cancelled=self._show_home,
        )

    # -- one file to mail
    def pack(self) -> None:
        """Ask where to, and write the open review, or the set where none is open, as one file."""
        is_set = not self._review.is_open()
        name = (self._set.set.path if is_set else self._review.path()).stem
        reviews = tr("Reviews (*{review_suffix})", review_suffix=REVIEW_SUFFIX)
        form = tr("Zip (*.zip)") if is_set else reviews
        suffix = ".zip" if is_set else REVIEW_SUFFIX
        path, _ = self._ask.new_file(
            tr("Save a copy to mail"), fitting(name, f".mail{suffix}"), [form]
        )
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(suffix)
        slim = self._ask.choose(
            tr("Leave the back-translations out?"),
            tr(
                "The file is smaller without them. Whoever has the package for these languages can "
                "have them made again; decisions, comments and their history stay in any case."
            ),
            [tr("Leave them out"), tr("Keep them")],
        )
        if slim < 0:
            return
        if is_set:
            self._pack_set(path, without_caches=slim == 0)
        else:
            self._pack_review(path, without_caches=slim == 0)

    def _pack_review(self, path: Path, *, without_caches: bool) -> None:
        from reviewer.formats import atomic

        what = tr("{path} was not written.", path=path.name)
        try:
            review = self._review.review
            atomic.refuse_same(path, [review.path, self._review.path()])
            # The dialog has asked whether it may be replaced.
            review.copy_to(path, replace=True, for_mail=True, without_caches=without_caches)
        except (ReviewerError, OSError) as error:
            self._ask.tell(error, what)
            return
        self._review.say(tr("Written: {path}", path=path))

    def _pack_set(self, path: Path, *, without_caches: bool) -> None:
        def packed(done: Packed) -> None:
            self._show_home()
            self._review.say(tr("Written: {path}", path=path))
            if done.failed:
                told = [f"{name}: {in_words(why)}" for name, why in done.failed]
                self._ask.tell(ReviewerError(_shortened(told)), tr("Not everything was written."))

        self._reviews.work_on(
            set_jobs.packing(self._set.set, path, without_caches=without_caches),
            tr("Writing {path}", path=path.name),
            packed,
            failed=lambda error: self._failed(error, tr("Nothing was written.")),
            cancelled=self._show_home,
        )

    def _may_write_into(self, folder: Path) -> bool:
        try:
            empty = not folder.exists() or not any(folder.iterdir())
        except OSError as error:
            self._ask.tell(error, tr("Nothing was written."))
            return False
        return empty or self._ask.agreed(
            tr("There are files in {folder} already.", folder=folder.name),
            tr("Files of the same name are replaced."),
            tr("Export"),
            destroys=True,
        )

    def _exported(self, done: Exported, folder: Path) -> None:
        self._show_home()
        said = tr_plural(
            "Written: {n} file into {folder}",
            "Written: {n} files into {folder}",
            len(done.written),
            folder=folder,
        )
        if done.open:
            said += " · " + tr_plural(
                "{n} finding is open.", "{n} findings are open.", sum(done.open.values())
            )
        if done.hung:
            messages = dict.fromkeys(m for hung in done.hung.values() for m in hung.messages)
            said += " · " + tr_plural(
                "One deleted sentence carried more than words: {what}",
                "{n} deleted sentences carried more than words: {what}",
                sum(hung.sentences for hung in done.hung.values()),
                what=" ".join(map(in_words, messages)),
            )
        for joined in done.joined.values():
            said += " · " + " ".join(map(in_words, joined))
        self._review.say(said)
        if done.failed:
            told = [f"{name}: {in_words(why)}" for name, why in done.failed]
            self._ask.tell(ReviewerError(_shortened(told)), tr("Not everything was written."))


def _shortened(lines: Sequence[str]) -> str:
    more = len(lines) - _MOST_TOLD
    return "\n".join([*lines[:_MOST_TOLD], *([f"… + {more}"] if more > 0 else [])])
