"""The commands that write files: the corrected translation, and the list of findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from reviewer.domain import ReviewerError
from reviewer.formats import atomic
from reviewer.reports.author import this_person
from reviewer.reports.file_names import fitting
from reviewer.ui.background.export_jobs import (
    DRAWN_AT_ONCE,
    ROWS_AT_ONCE,
    Told,
    ToWrite,
    Written,
    exporting,
    write_all,
)
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.commands.ports import CommandsWithPorts, Ports
from reviewer.ui.dialogs.file_filters import as_filters
from reviewer.ui.state.end_of_translation import still_in_the_text
from reviewer.ui.state.export_names import export_names
from reviewer.wording import harmless, in_words, language_title, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.reports.kinds import Kind
    from reviewer.review import Review
    from reviewer.ui.dialogs.export_dialog import ExportChoice


_SAID = 8
"""Sentences that are named in a question."""

_FINDINGS_FORM = "export/findings_form"
"""The setting with the suffix of the last file of findings."""


class ExportCommands(CommandsWithPorts):
    """`before` is done first: what was edited is to be complete.

    What is quick is written at once; a long review is written beside the window, from a copy of it
    as it stands, and `job_began` brings that job with words. One such job runs at a time.
    """

    job_began = Signal(object, str)

    def __init__(
        self,
        ports: Ports,
        before: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(ports, parent)
        self.jobs = JobSlot(self)
        self._before = before

    def export_text(self) -> None:
        """Ask where to, and write the current translation with its corrections."""
        from reviewer import formats
        from reviewer.reports.kinds import kind

        self._before()
        translation = self._review.translation
        language = self._review.language()
        document = self._review.review.document(translation)
        old = Path(document.path)
        others = [
            f"{tr(title)} (*{suffix})"
            for title, suffix in formats.made_forms()
            if suffix != old.suffix
        ]
        path = self._ask_where(
            tr("Export the corrected translation"),
            fitting(old.stem, f".reviewed{old.suffix}"),
            [tr("In its own format (*{suffix})", suffix=old.suffix), *others],
        )
        if path is None:
            return
        if formats.format_name(path) == document.format and not self._may_join(
            [translation], kind("text")
        ):
            return

        def make(of: Review, _told: Told, _cancelled: Callable[[], bool]) -> bytes:
            from reviewer.reports.corrected import corrected_as

            return corrected_as(
                of.document(translation), of.corrected_edits(translation), path, language=language
            )

        end = self._said_besides([translation], kind("text"))
        self._write([ToWrite(path, make)], lambda _: tr("Written: {path}", path=path) + end())

    def export_all(self) -> None:
        """Ask for a folder, which is made if it is not there, and write every translation into it,
        each in the format in which it came."""
        from reviewer.reports.kinds import kind

        self._before()
        review = self._review.review
        folder = self._ask.new_folder(
            tr("Export all translations"), fitting(review.path.stem, "-reviewed")
        )
        if folder is None:
            return
        names = export_names(review.translations)
        if not self._may_replace_in(folder, list(names.values())):
            return
        if not self._may_join(list(names), kind("text")):
            return
        files = [
            ToWrite(folder / name, partial(_corrected, translation), new_folder=True)
            for translation, name in names.items()
        ]
        end = self._said_besides(list(names), kind("text"))
        self._write(files, partial(self._written_of, len(names), folder, end))

    def export_as(self) -> None:
        """Ask what to export and where to, and write it."""
        from reviewer.ui.dialogs.export_dialog import ExportDialog, keep_choice, kept_choice

        self._before()
        review = self._review.review
        translations = review.translations
        numbers = [info.id for info in translations]
        dialog = ExportDialog(
            [
                f"{language_title(info.language)} · {harmless(Path(info.path).name)}"
                for info in translations
            ],
            numbers.index(self._review.translation),
            kept_choice(self._settings),
            self._ask.window,
        )
        agreed, choice = dialog.exec(), dialog.choice()
        dialog.deleteLater()
        if not agreed:
            return
        keep_choice(self._settings, choice)
        if choice.every and not choice.kind.whole:
            self._export_each(choice)
            return
        if choice.kind.name == "text":  # which asks for a format, too
            self.export_text()
            return
        chosen = [
            info for info in translations if choice.every or info.id == self._review.translation
        ]
        [name] = choice.kind.names(review, chosen)
        path = self._ask_where(
            tr("Export"), name, [f"{in_words(choice.kind.title)} (*{Path(name).suffix})"]
        )
        ids = [info.id for info in chosen]
        if path is not None and self._may_join(ids, choice.kind):
            end = self._said_besides(ids, choice.kind)
            self._write(
                [ToWrite(path, self._maker(choice, ids, path))],
                lambda _written: tr("Written: {path}", path=path) + end(),
                drawn=choice.kind.drawn,
            )

    def _export_each(self, choice: ExportChoice) -> None:
        review = self._review.review
        folder = self._ask.new_folder(
            tr("Export all translations"), fitting(review.path.stem, f"-{choice.kind.mark}")
        )
        if folder is None:
            return
        names = choice.kind.names(review, review.translations)
        if not self._may_replace_in(folder, names):
            return
        if not self._may_join([info.id for info in review.translations], choice.kind):
            return
        files = [
            ToWrite(folder / name, self._maker(choice, [info.id], folder / name), new_folder=True)
            for info, name in zip(review.translations, names, strict=True)
        ]
        end = self._said_besides([info.id for info in review.translations], choice.kind)
        self._write(files, partial(self._written_of, len(names), folder, end))

    def _maker(
        self, choice: ExportChoice, ids: Sequence[int], path: Path
    ) -> Callable[[Review, Told, Callable[[], bool]], bytes]:
        """What makes a file as it was chosen."""
        at = datetime.now(UTC).isoformat()
        author = choice.author or this_person()

        def make(review: Review, told: Told, cancelled: Callable[[], bool]) -> bytes:
            from reviewer.reports.kinds import Options

            content = choice.kind.make(review, ids, Options(author, at, choice.findings))
            if choice.kind.drawn:
                from reviewer.ui.background.pdf import drawn_beside

                content = drawn_beside(content, path.stem, told, cancelled)
            return content

        return make

    def _written_of(self, names: int, folder: Path, end: Callable[[], str], written: int) -> str:
        return (
            tr(
                "Written: {written} of {names} translations into {folder}",
                written=written,
                names=names,
                folder=folder,
            )
            + end()
        )

    def _said_besides(self, ids: Sequence[int], kind: Kind) -> Callable[[], str]:
        """What to say when these translations are written as they stand now: what became of the
        notes and links of deleted sentences, and what is open."""
        from reviewer.reports.left_out import Hung, hung_in

        hung = hung_in(self._review.review, ids, kind) if kind.corrects else Hung(0, ())

        def said() -> str:
            words = ""
            if hung.sentences:
                words = "  ·  " + tr_plural(
                    "One deleted sentence carried more than words: {what}",
                    "{n} deleted sentences carried more than words: {what}",
                    hung.sentences,
                    what=" ".join(map(in_words, hung.messages)),
                )
            return words + self._still_open(ids, corrects=kind.corrects)

        return said

    def _still_open(self, ids: Sequence[int], *, corrects: bool) -> str:
        """Open findings are never shipped in silence, nor errors that stand in the text still, nor
        what a machine wrote."""
        if not self._review.is_open():
            return ""
        known = {info.id for info in self._review.look.translations}
        counts = [self._review.counts(one) for one in ids if one in known]
        waiting = sum(one.open for one in counts)
        drafts = sum(len(self._review.review.drafts(one)) for one in ids if one in known)
        said = ""
        if waiting:
            said += "  ·  " + tr_plural("{n} finding is open.", "{n} findings are open.", waiting)
        if corrects and (left := still_in_the_text(sum(one.accepted for one in counts))):
            said += "  · " + left
        if drafts:
            said += "  ·  " + tr("Machine drafts that nobody has touched: {n}.", n=drafts)
        return said

    def _may_join(self, ids: Sequence[int], kind: Kind) -> bool:
        """Whether files are wanted in which typed sentences have no place of their own."""
        from reviewer.reports.joined_texts import joined_in

        try:
            said = joined_in(self._review.review, ids, kind)
        except ReviewerError:
            # What cannot be written is told when it is.
            return True
        return not said or self._ask.agreed(
            tr("Not every sentence that you typed has a place in the file."),
            "\n".join([*map(in_words, said[:_SAID]), *["…"][: len(said) - _SAID]]),
            tr("Export"),
        )

    def _may_replace_in(self, folder: Path, names: Sequence[str]) -> bool:
        there = [name for name in names if (folder / name).exists()]
        return not there or self._ask.agreed(
            tr(
                "{there} of {names} files are already in {folder}.",
                there=len(there),
                names=len(names),
                folder=folder.name,
            ),
            tr("Replace them?"),
            tr("Replace"),
            destroys=True,
        )

    def export_findings(self) -> None:
        """Ask where to, and write the findings of all translations with what was decided."""
        review = self._review.review
        forms = {
            ".xlsx": tr("Workbook (*.xlsx)"),
            ".csv": tr("Table (*.csv)"),
            ".json": tr("JSON (*.json)"),
        }
        kept = self._settings.text(_FINDINGS_FORM)
        first = kept if kept in forms else next(iter(forms))
        path = self._ask_where(
            tr("Export the findings"),
            fitting(review.path.stem, f"-findings{first}"),
            [forms.pop(first), *forms.values()],
        )
        if path is None:
            return
        self._settings.keep_text(_FINDINGS_FORM, path.suffix.lower())

        def make(of: Review, _told: Told, _cancelled: Callable[[], bool]) -> bytes:
            from reviewer.reports.findings import findings_as

            return findings_as(of, path.suffix)

        self._write([ToWrite(path, make)], lambda _written: tr("Written: {path}", path=path))

    def _ask_where(self, title: str, start: str, forms: Sequence[str]) -> Path | None:
        """The file to write, in the form that was chosen: by its name, or by the list of forms,
        which leaves the name as it is."""
        asked, chosen = self._ask.new_file(title, start, forms)
        if asked is None:
            return None
        path, suffix = asked, _suffix_of(chosen)
        if not path.suffix:
            path = path.with_name(f"{path.name}{suffix}")
        elif path.suffix == Path(start).suffix and suffix and chosen != forms[0]:
            path = path.with_suffix(suffix)
        # The dialog has asked about the name that it was given, not about this one.
        return path if path == asked or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        if not path.exists():
            return True
        already = tr("There is already a file {path}.", path=path.name)
        return self._ask.agreed(already, tr("Replace it?"), tr("Replace"), destroys=True)

    def _write(
        self, files: Sequence[ToWrite], said: Callable[[int], str], *, drawn: bool = False
    ) -> None:
        """Write files; `said` gives what to say of so many that were written."""
        review = self._review.review
        try:
            for file in files:
                atomic.refuse_same(
                    file.path, [review.path, self._review.path(), Path(review.source.path)]
                )
        except ReviewerError as error:
            self._tell(files[0].path, error)
            return
        rows = sum(len(review.index(info.id)) for info in review.translations)
        done = partial(self._written, said)
        if rows <= (DRAWN_AT_ONCE if drawn else ROWS_AT_ONCE):
            with _waiting():
                written = write_all(review, files)
            done(written)
            return
        words = tr("Exporting")
        job = self.jobs.begin(
            exporting(review.path.stem, review.snapshot(), files),
            done,
            failed=lambda error: self._tell(files[0].path, error),
            cancelled=lambda: self._review.say(tr("The export was stopped.")),
        )
        if job is None:
            self._review.say(tr("An export is being written. Wait for it, or cancel that first."))
        else:
            self.job_began.emit(job, words)

    def _written(self, said: Callable[[int], str], done: Written) -> None:
        for path, error in done.failed:
            self._tell(path, error)
        if done.paths:
            self._settings.folder = done.paths[-1].parent
            self._review.say(said(len(done.paths)))

    def _tell(self, path: Path, error: BaseException) -> None:
        self._ask.tell(error, tr("{path} was not written.", path=path.name))


@contextmanager
def _waiting() -> Iterator[None]:
    """The cursor says that something takes its time."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


def _corrected(
    translation: int, review: Review, _told: Told, _cancelled: Callable[[], bool]
) -> bytes:
    from reviewer import formats

    return formats.edited_bytes(review.document(translation), review.corrected_edits(translation))


def _suffix_of(chosen: str) -> str:
    """The suffix that a file dialog's filter names."""
    found = re.search(r"\*(\.\w+)\)", as_filters(chosen))
    return found[1] if found else ""
