"""The card in which a review is put together: a source, its translations, their languages."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain import Document, ReviewerError
from reviewer.ui.background import analysis_jobs
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.dialogs.file_filters import as_filters
from reviewer.ui.dialogs.questions import agreed
from reviewer.ui.look.drop_zone import DropZone
from reviewer.ui.look.widgets import Card, Elided, Text
from reviewer.ui.start.file_row import FileRow
from reviewer.ui.state.file_kinds import REVIEW_SUFFIX, is_kept, text_filters
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.formats.tables.columns import Columns

Read = Callable[[Path], list[tuple[Document, str, float]]]
"""How a file is read: (document, language, how sure that is) for each side that it holds."""


class NewReview(Card):
    """Files are read, and their languages detected, as soon as they are chosen. `folders_wanted`
    brings folders with many documents, perhaps none yet; `now_ready` says that Enter starts now."""

    now_ready = Signal()
    start_wanted = Signal(object, list, object)
    review_dropped = Signal(object)
    folders_wanted = Signal(list)
    problem = Signal(object, str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._source: FileRow | None = None
        self._translations: list[FileRow] = []
        self._path: Path | None = None
        self._columns: dict[Path, Columns] = {}
        self.reading = JobSlot(self)
        self._unread: list[tuple[FileRow, Read]] = []
        self._read_now: FileRow | None = None
        self._source_zone = DropZone(tr("Choose the source article, or drop it here"))
        self._source_zone.clicked.connect(self._choose_source)
        self._source_zone.dropped.connect(self.add_files)
        self._translation_zone = DropZone("")
        self._translation_zone.clicked.connect(self._choose_translations)
        self._translation_zone.dropped.connect(self._add_translations)
        self._source_place = QVBoxLayout()
        self._translation_place = QVBoxLayout()
        self._translation_place.setSpacing(0)
        self._kept = Elided("").quiet()
        self._elsewhere = QPushButton(tr("Keep it elsewhere…"))
        self._elsewhere.clicked.connect(self._choose_place)
        self._start = QPushButton(tr("Start the review"))
        self._start.setDefault(True)
        self._start.setStyleSheet(
            "QPushButton { border: 2px solid transparent; border-radius: 5px; padding: 6px 16px;"
            " font-weight: 600;"
            " background: palette(highlight); color: palette(highlighted-text); }"
            "QPushButton:hover, QPushButton:focus { border-color: palette(window-text); }"
            "QPushButton:disabled { background: palette(midlight); color: palette(dark); }"
        )
        self._start.clicked.connect(self.begin)
        self._say = Text().quiet()
        self._lay_out()
        self._refresh()

    def add_files(self, paths: list[Path]) -> None:
        """Take files in: the first is the source if there is none yet, the rest translations."""
        for path in paths:
            if is_kept(path):
                self.review_dropped.emit(path)
                return
        if folders := [path for path in paths if path.is_dir()]:
            self.folders_wanted.emit(folders)
            return
        rest = list(paths)
        if self._source is None and rest:
            self._set_source(rest.pop(0))
        self._add_translations(rest)

    def rows(self) -> list[FileRow]:
        """The files chosen, the source first."""
        return [*([self._source] if self._source else []), *self._translations]

    def languages(self) -> list[str]:
        """The languages of `rows()`, "" where it is not known yet."""
        return [row.language() for row in self.rows()]

    def ready(self) -> bool:
        """Whether the review can start."""
        return not self.wanting()

    def wanting(self) -> str:
        """What still has to be done before the review can start, "" when it can."""
        if self._source is None:
            return (
                tr("Choose a source.")
                if self._translations
                else tr("Choose a source and at least one translation.")
            )
        if not self._translations:
            return tr("Choose at least one translation.")
        rows = [self._source, *self._translations]
        if any(row.document is None for row in rows):
            now = self._read_now
            if now and now in rows and now.document is None:
                return tr("Reading {path}", path=now.path.name)
            return tr("Reading the files…")
        if any(not row.language() for row in rows):
            return tr("Choose the language of every file.")
        source = self._source.language()
        same = [row.path.name for row in self._translations if row.language() == source]
        return tr("{same} is in the language of the source.", same=same[0]) if same else ""

    def take_keyboard(self) -> None:
        """Put the keyboard where the next file is chosen, or where the review is started."""
        ways = (self._source_zone, self._source is None), (self._translation_zone, not self.ready())
        place = next((zone for zone, wanted in ways if wanted), self._start)
        place.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self) -> None:
        """Start the review, if it can start."""
        if self.wanting() or self._source is None:
            return
        source, *translations = (
            replace(row.document, language=row.language())
            for row in [self._source, *self._translations]
            if row.document
        )
        self.start_wanted.emit(source, translations, self._place())

    def clear(self) -> None:
        """Begin anew."""
        for row in self.rows():
            row.hide()
            row.deleteLater()
        self._source, self._translations, self._path = None, [], None
        self._columns.clear()
        self._refresh()

    def stop(self) -> None:
        """Read no more files than the one that is being read."""
        self._unread.clear()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(20, 16, 20, 18)
        inside.setSpacing(8)
        inside.addWidget(Text(tr("New review")).sized(1.2, bold=True))
        inside.addSpacing(4)
        inside.addWidget(Text(tr("Source"), wrap=False).quiet())
        inside.addLayout(self._source_place)
        inside.addWidget(self._source_zone)
        inside.addSpacing(8)
        inside.addWidget(Text(tr("Translations"), wrap=False).quiet())
        inside.addLayout(self._translation_place)
        inside.addWidget(self._translation_zone)
        many = QPushButton(tr("Many documents? Choose folders…"))
        many.setToolTip(tr("Folders may be dropped here, too: the sources first."))
        many.clicked.connect(lambda: self.folders_wanted.emit([]))
        inside.addWidget(many, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addSpacing(10)
        place = QHBoxLayout()
        place.addWidget(self._kept, 1)
        place.addWidget(self._elsewhere)
        inside.addLayout(place)
        foot = QHBoxLayout()
        foot.addWidget(self._say, 1)
        foot.addWidget(self._start)
        inside.addLayout(foot)

    def _choose_source(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Choose the source article"), str(self.folder), as_filters(text_filters())
        )
        if name:
            self._set_source(Path(name))

    def _choose_translations(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Choose the translations"), str(self.folder), as_filters(text_filters())
        )
        self._add_translations([Path(name) for name in names])

    def _choose_place(self) -> None:
        start = self._place() or self.folder / f"Untitled{REVIEW_SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Keep the review as"),
            str(start),
            as_filters(tr("Reviews (*{review_suffix})", review_suffix=REVIEW_SUFFIX)),
        )
        if name:
            path = Path(name)
            self._path = path if path.suffix == REVIEW_SUFFIX else path.with_suffix(REVIEW_SUFFIX)
            self._refresh()

    def _set_source(self, path: Path) -> None:
        if self._source:
            self._leave(self._source)
        self._source = self._row(path, analysis_jobs.read_sides)
        self._listen_to(self._source)
        self._source_place.addWidget(self._source)
        self._refresh()

    def _listen_to(self, row: FileRow) -> None:
        row.changed.connect(self._refresh)
        row.removed.connect(lambda: self._drop(row))
        row.source_wanted.connect(lambda: self._make_source(row))

    def _make_source(self, row: FileRow) -> None:
        """Let a translation and the source change places."""
        old, at = self._source, self._translations.index(row)
        self._source = row
        self._translations[at : at + 1] = [old] if old else []
        self._source_place.addWidget(row)
        if old:
            self._translation_place.insertWidget(at, old)
        self._refresh()
        self.take_keyboard()

    def _drop_source(self) -> None:
        if self._source:
            self._leave(self._source)
        self._source = None
        self._refresh()

    def _leave(self, row: FileRow) -> None:
        """Take a row away; a file that is being read, or is still to be, is not waited for."""
        self._unread = [(other, read) for other, read in self._unread if other is not row]
        row.deleteLater()
        if row is self._read_now:
            self.reading.cancel()

    def _add_translations(self, paths: list[Path]) -> None:
        if folders := [path for path in paths if path.is_dir()]:
            self.folders_wanted.emit(folders)
            return
        known = {row.path for row in self._translations}
        for path in paths:
            if path in known:
                continue
            self._show_translation(self._row(path, analysis_jobs.read_one))
        self._refresh()

    def _show_translation(self, row: FileRow) -> FileRow:
        self._listen_to(row)
        self._translations.append(row)
        self._translation_place.addWidget(row)
        return row

    def _drop(self, row: FileRow) -> None:
        if row is self._source:
            self._drop_source()
            return
        self._translations.remove(row)
        self._leave(row)
        self._refresh()

    def _row(self, path: Path, read: Read) -> FileRow:
        from reviewer import formats

        self.folder = path.parent
        if self._may_convert(path):
            read = analysis_jobs.read_converted
        row = FileRow(path)
        if formats.has_columns(path):
            row.offer_columns()
            row.columns_wanted.connect(lambda: self._choose_columns(row))
        self._unread.append((row, read))
        self._read_next()
        return row

    def _choose_columns(self, row: FileRow) -> None:
        """Let the columns of a table be chosen, and read it again with these."""
        from reviewer import formats
        from reviewer.formats.tables.columns import guessed
        from reviewer.ui.dialogs.columns_dialog import ColumnsDialog

        try:
            rows = formats.table_start(row.path)
        except ReviewerError as error:
            self.problem.emit(error, tr("{path} cannot be reviewed.", path=row.path.name))
            return
        others = [each for each in self._translations if each.path == row.path and each is not row]
        alone = row is self._source and len(others) == len(self._translations)
        known = self._columns.get(row.path) or guessed(rows)
        dialog = ColumnsDialog(row.path.name, rows, known, self.window(), alone=alone)
        agreed_on = dialog.columns() if dialog.exec() else None
        dialog.deleteLater()
        if agreed_on is None:
            return
        self._columns[row.path] = agreed_on
        for other in others if row is self._source else ():
            self._drop(other)
        row.document = None
        self._unread.append((row, partial(analysis_jobs.read_columns, columns=agreed_on)))
        self._refresh()
        self._read_next()

    def _may_convert(self, path: Path) -> bool:
        """Whether LibreOffice can convert the file, and the user lets it."""
        from reviewer.formats.conversion import can_convert

        return can_convert(path) and agreed(
            self.window(),
            tr("{name} is of a kind that Reviewer does not read.", name=path.name),
            tr(
                "LibreOffice is installed and can convert it. Nothing goes online, and the file "
                "stays as it is."
            ),
            tr("Convert"),
        )

    def _read_next(self) -> None:
        """Read one file at a time: the language model is loaded once that way."""
        if self.reading.busy() or not self._unread:
            return
        row, read = self._unread.pop(0)
        path = row.path
        self._read_now = row
        self.reading.begin(
            lambda _progress, _cancelled: read(path),
            lambda sides: self._set_read(row, sides),
            failed=lambda error: self._set_failed(row, error),
            cancelled=self._read_next,
        )

    def _set_read(self, row: FileRow, sides: list[tuple[Document, str, float]]) -> None:
        self._read_next()
        if row in self.rows():
            alone = not self._translations
            row.set_read(*sides[0])
            for side in sides[1:] if alone else ():
                # The file holds its translations as well.
                self._show_translation(FileRow(row.path)).set_read(*side)

    def _set_failed(self, row: FileRow, error: BaseException) -> None:
        self._read_next()
        if row in self.rows():
            self._drop(row)
        self.problem.emit(error, tr("{path} cannot be reviewed.", path=row.path.name))

    def _place(self) -> Path | None:
        if self._path:
            return self._path
        if self._source is None:
            return None
        beside = self._source.path.with_suffix(REVIEW_SUFFIX)
        return beside if os.access(beside.parent, os.W_OK) else Path.home() / beside.name

    def _refresh(self) -> None:
        self._source_zone.setVisible(self._source is None)
        for row in self._translations:
            # A file with both texts says itself which is the source.
            row.offer_as_source(self._source is None or row.path != self._source.path)
        if self._source:
            self._source.offer_as_source(False)
        self._translation_zone.setText(
            tr("Choose more translations, or drop them here")
            if self._translations
            else tr("Choose its translations, or drop them here")
        )
        place = self._place()
        self._kept.set_full(tr("The review is kept in {place}", place=place) if place else "")
        self._elsewhere.setVisible(place is not None)
        wanting = self.wanting()
        self._say.setText(wanting)
        became_ready = not wanting and not self._start.isEnabled()
        self._start.setEnabled(not wanting)
        at = self.window().focusWidget()
        if self._translations and wanting and at is not self and not self.isAncestorOf(at or self):
            # Until it can be started Enter must not go on with another review.
            self.setFocus()
        if became_ready and not isinstance(at, (QComboBox, QLineEdit)):
            # Enter starts it: nothing else is left to do.
            self._start.setFocus()
            self.now_ready.emit()
