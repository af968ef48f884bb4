"""The commands that write files: the corrected translation, and the list of findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reviewer.domain import ReviewerError, message
from reviewer.formats import atomic
from reviewer.reports.author import this_person
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings
from reviewer.wording import in_words, language_name, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.domain import Message
    from reviewer.review import Review, TranslationInfo
    from reviewer.ui.dialogs.export_dialog import ExportChoice


class ExportCommands:
    """`before` is done first: what was edited is to be complete."""

    def __init__(
        self, review: OpenReview, ask: Ask, settings: Settings, before: Callable[[], None]
    ) -> None:
        self._review = review
        self._ask = ask
        self._settings = settings
        self._before = before

    def export_text(self) -> None:
        """Ask where to, and write the current translation with its corrections."""
        from reviewer import formats

        self._before()
        review, translation = self._review.review, self._review.translation
        language = self._review.language()
        document = review.document(translation)
        old = Path(document.path)
        others = [
            f"{tr(title)} (*{suffix})"
            for title, suffix in formats.made_forms()
            if suffix != old.suffix
        ]
        path = self._ask_where(
            tr("Export the corrected translation"),
            f"{old.stem}.reviewed{old.suffix}",
            [tr("As it came (*{suffix})", suffix=old.suffix), *others],
        )
        if path is None:
            return

        hung: dict[str, tuple[Message, ...]] = {}

        def write() -> None:
            from reviewer.reports.corrected import write_corrected
            from reviewer.reports.left_out import what_hung

            edits = review.corrected_edits(translation)
            write_corrected(document, edits, path, language=language)
            hung.update(what_hung(document, review.left_out(translation)))

        if self._write(write, path) and hung:
            what = " ".join(in_words(each) for each in {m: 0 for of in hung.values() for m in of})
            self._review.say(
                tr_plural(
                    "Written: {path}. One deleted sentence carried more than words: {what}",
                    "Written: {path}. {n} deleted sentences carried more than words: {what}",
                    len(hung),
                    path=path,
                    what=what,
                )
            )

    def export_all(self) -> None:
        """Ask for a folder, which is made if it is not there, and write every translation into it,
        each in the format in which it came."""
        self._before()
        review = self._review.review
        folder = self._ask.new_folder(tr("Export all translations"), f"{review.path.stem}-reviewed")
        if folder is None:
            return
        names = export_names(review.translations)
        if not self._may_replace_in(folder, list(names.values())):
            return
        written = [
            name
            for translation, name in names.items()
            if self._write(partial(_write_one, review, translation, folder / name), folder / name)
        ]
        self._say_written(len(written), len(names), folder)

    def export_as(self) -> None:
        """Ask what to export and where to, and write it."""
        from reviewer.ui.dialogs.export_dialog import ExportDialog, keep_choice, kept_choice

        self._before()
        review = self._review.review
        translations = review.translations
        numbers = [info.id for info in translations]
        dialog = ExportDialog(
            [f"{language_name(info.language)} · {Path(info.path).name}" for info in translations],
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
        chosen = [
            info for info in translations if choice.every or info.id == self._review.translation
        ]
        [name] = choice.kind.names(review, chosen)
        path = self._ask_where(
            tr("Export"), name, [f"{in_words(choice.kind.title)} (*{Path(name).suffix})"]
        )
        if path is not None:
            self._write(partial(self._make, choice, [info.id for info in chosen], path), path)

    def apply_table(self) -> None:
        """Ask for a table that came back, show what it would change, and do it in one step."""
        from reviewer.reports.table_reading import SUFFIXES, read_plans
        from reviewer.ui.dialogs.table_dialog import TableDialog

        self._before()
        globs = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        path = self._ask.file(tr("Apply a table"), f"{tr('Tables')} ({globs})")
        if path is None:
            return
        review = self._review
        try:
            plans = read_plans(review.review, path)
        except ReviewerError as error:
            self._ask.tell(error, tr("Nothing was applied."))
            return
        numbers = {
            (plan.translation, row.key): number
            for plan in plans
            for number, row in enumerate(
                (row for row in review.review.rows(plan.translation) if row.relation), 1
            )
        }
        dialog = TableDialog(
            path.name,
            plans,
            lambda translation, key: numbers[translation, key],
            self._ask.window,
        )
        agreed = dialog.exec()
        dialog.deleteLater()
        if not agreed:
            return
        for plan in plans:
            detail = message("{file}", file=path.name)
            review.do(
                partial(review.review.take_in, plan.translation, plan.answers(), detail=detail),
                tr("Nothing was applied."),
            )
        conflicts = sum(len(plan.conflicts) for plan in plans)
        review.say(
            tr("Applied: {file}; {conflicts} in conflict", file=path.name, conflicts=conflicts)
        )

    def _export_each(self, choice: ExportChoice) -> None:
        review = self._review.review
        folder = self._ask.new_folder(
            tr("Export all translations"), f"{review.path.stem}-{choice.kind.mark}"
        )
        if folder is None:
            return
        names = choice.kind.names(review, review.translations)
        if not self._may_replace_in(folder, names):
            return
        written = [
            self._write(partial(self._make, choice, [info.id], folder / name), folder / name)
            for info, name in zip(review.translations, names, strict=True)
        ]
        self._say_written(sum(written), len(names), folder)

    def _make(self, choice: ExportChoice, ids: Sequence[int], path: Path) -> None:
        from reviewer.formats import atomic
        from reviewer.reports.kinds import Options

        at = datetime.now(UTC).isoformat()
        options = Options(choice.author or this_person(), at, choice.findings)
        path.parent.mkdir(parents=True, exist_ok=True)
        with _waiting():
            content = choice.kind.make(self._review.review, ids, options)
            if choice.kind.drawn:
                from reviewer.ui.background.pdf import pdf_of

                content = pdf_of(content, path.stem)
            atomic.write_bytes(path, content)

    def _say_written(self, written: int, names: int, folder: Path) -> None:
        self._review.say(
            tr(
                "Written: {written} of {names} translations into {folder}",
                written=written,
                names=names,
                folder=folder,
            )
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
        path = self._ask_where(
            tr("Export the findings"),
            f"{review.path.stem}-findings.csv",
            [tr("Table (*.csv)"), tr("JSON (*.json)")],
        )
        if path is None:
            return

        def write() -> None:
            from reviewer.reports.findings import write_findings

            write_findings(review, path)

        self._write(write, path)

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

    def _write(self, write: Callable[[], None], path: Path) -> bool:
        try:
            atomic.refuse_same(path, [self._review.review.path])
            write()
        except (ReviewerError, OSError) as error:
            self._ask.tell(error, tr("{path} was not written.", path=path.name))
            return False
        self._settings.folder = path.parent
        self._review.say(tr("Written: {path}", path=path))
        return True


@contextmanager
def _waiting() -> Iterator[None]:
    """The cursor says that something takes its time."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


def export_names(translations: Sequence[TranslationInfo]) -> dict[int, str]:
    """A file name for each translation, by its number: no two the same on any system."""
    names: dict[int, str] = {}
    for info in translations:
        old = PureWindowsPath(info.path)
        name = f"{old.stem}.reviewed{old.suffix}"
        taken = {other.casefold() for other in names.values()}
        number = 1
        while name.casefold() in taken:
            again = info.language if number == 1 else f"{info.language}-{number}"
            name, number = f"{old.stem}.{again}.reviewed{old.suffix}", number + 1
        names[info.id] = name
    return names


def _write_one(review: Review, translation: int, path: Path) -> None:
    """Write one translation, into a folder that is made if need be."""
    from reviewer.reports.corrected import write_corrected

    path.parent.mkdir(parents=True, exist_ok=True)
    write_corrected(review.document(translation), review.corrected_edits(translation), path)


def _suffix_of(chosen: str) -> str:
    """The suffix that a file dialog's filter names."""
    found = re.search(r"\*(\.\w+)\)", chosen)
    return found[1] if found else ""
