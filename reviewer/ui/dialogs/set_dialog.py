"""Many documents at once: which files of folders belong together, before anything is made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.background import set_jobs
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.dialogs.file_filters import as_filters
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.line_table import line_table
from reviewer.ui.look.widgets import Elided, Text
from reviewer.wording import error_in_words, harmless, language_name, listed, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.sets import Group, Pairs

_SIZE = (820, 600)
_MOST_TOLD = 6


class SetDialog(QDialog):
    """`pairs` are what is shown, `path` where the set will be kept."""

    def __init__(self, folders: Sequence[Path], start: Path, parent: QWidget | None = None) -> None:
        """`folders`: the sources first, then their translations. File dialogs begin in `start`."""
        super().__init__(parent)
        self.setWindowTitle(tr("Many documents"))
        resize_on_screen(self, *_SIZE)
        self.folders = list(folders)
        self.pairs: Pairs | None = None
        self._start = start
        self._path: Path | None = None
        self.reading = JobSlot(self)
        self._sources = Elided()
        self._translations = Elided()
        self._kept = Elided().quiet()
        self._say = Text()
        self._alone = Text().quiet()
        headings = [tr("Source"), tr("Translations")]
        self.table = line_table(tr("Documents and their translations"), headings)
        self.table.setColumnWidth(0, _SIZE[0] // 2 - 30)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go_on = self._buttons.addButton(
            tr("&Make the reviews"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        alike(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._read()

    @property
    def groups(self) -> list[Group]:
        """The files that belong together."""
        return self.pairs.together if self.pairs else []

    @property
    def path(self) -> Path:
        """Where the set is to be kept."""
        from reviewer.sets.making import usual_path

        return self._path or usual_path(self.folders[0])

    def add_translations(self, folder: Path) -> None:
        """Take in a folder of translations."""
        if folder not in self.folders:
            self.folders.append(folder)
        self._read()

    def done(self, result: int) -> None:
        """Closed: nobody waits for the reading any more."""
        self.reading.end()
        super().done(result)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        for title, line, words, act in (
            (tr("Sources"), self._sources, tr("&Choose…"), self._choose_sources),
            (tr("Translations"), self._translations, tr("&Add a folder…"), self._choose_more),
        ):
            row = QHBoxLayout()
            name = Text(title, wrap=False)
            name.setMinimumWidth(110)
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(name)
            row.addWidget(line, 1)
            row.addWidget(button)
            inside.addLayout(row)
        inside.addWidget(
            Text(
                tr(
                    "Files belong together that have the same name but for the language code, such "
                    "as news.en.docx and news.de.docx, or en/news.docx and de/news.docx. A "
                    "bilingual file is a document by itself."
                )
            ).quiet()
        )
        inside.addWidget(self._say)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._alone)
        place = QHBoxLayout()
        elsewhere = QPushButton(tr("Keep it &elsewhere…"))
        elsewhere.setAutoDefault(False)
        elsewhere.clicked.connect(self._choose_place)
        place.addWidget(self._kept, 1)
        place.addWidget(elsewhere)
        inside.addLayout(place)
        inside.addWidget(self._buttons)

    def _choose_sources(self) -> None:
        if folder := self._folder(tr("Choose the folder of the sources")):
            self.folders = [folder]
            self._read()

    def _choose_more(self) -> None:
        if folder := self._folder(tr("Choose a folder of translations")):
            self.add_translations(folder)

    def _folder(self, title: str) -> Path | None:
        start = self.folders[-1].parent if self.folders else self._start
        name = QFileDialog.getExistingDirectory(self, title, str(start))
        return Path(name) if name else None

    def _choose_place(self) -> None:
        from reviewer.sets.making import set_path

        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Keep the set as"),
            str(self.path),
            as_filters(tr("Sets of reviews (*{suffix})", suffix=".reviewset")),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._path = set_path(Path(name))
            self._show()

    def _read(self) -> None:
        self.reading.end()
        # The slot is free when the end of the reading before was told.
        self.reading.settle()
        self.pairs = None
        self._show()
        if self.folders:
            self._say.setText(tr("Looking for files that belong together"))
            self.reading.begin(
                set_jobs.pairing(self.folders[0], self.folders[1:]),
                self._came,
                failed=lambda error: self._say.setText(error_in_words(error)),
            )

    def _came(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self._show()

    def _show(self) -> None:
        names = [str(folder) for folder in self.folders]
        self._sources.set_full("".join(names[:1]))
        self._translations.set_full("  ·  ".join(names[1:]) or tr("In the same folder"))
        self._kept.set_full(
            tr("The set is kept in {place}", place=self.path) if self.folders else ""
        )
        groups = self.groups
        many = sum(len(one.translations) for one in groups)
        self._say.setText(_found_words(len(groups), many) if self.pairs else "")
        self._fill(groups)
        self._alone.setText(_alone_words(self.pairs.alone) if self.pairs else "")
        self._go_on.setEnabled(bool(groups))
        self._go_on.setDefault(bool(groups))
        if groups:
            self._go_on.setFocus()

    def _fill(self, groups: Sequence[Group]) -> None:
        self.table.setRowCount(len(groups))
        for number, one in enumerate(groups):
            alike = len({path.name for path in one.translations}) < len(one.translations)
            names = [
                _in_language(f"{path.parent.name}/{path.name}" if alike else path.name, language)
                for path, language in zip(one.translations, one.languages[1:], strict=True)
            ]
            texts = (
                _in_language(one.source.name, one.languages[0]),
                "  ·  ".join(names) or tr("In the same file"),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                paths = one.translations if column else (one.source,)
                item.setToolTip("\n".join(map(str, paths)))
                self.table.setItem(number, column, item)


def _in_language(name: str, language: str) -> str:
    name = harmless(name)
    return f"{name} ({language_name(language)})" if language else name


def _found_words(documents: int, translations: int) -> str:
    if not documents:
        return tr(
            "No two files belong together. Add the folder of the translations, or name the files "
            "alike."
        )
    return tr_plural("{n} document", "{n} documents", documents) + (
        ", " + tr_plural("{n} translation", "{n} translations", translations)
        if translations
        else ""
    )


def _alone_words(alone: Sequence[Path]) -> str:
    if not alone:
        return ""
    names = listed(path.name for path in alone[:_MOST_TOLD])
    return tr_plural(
        "Nothing belongs to {n} file, which is left out: {names}",
        "Nothing belongs to {n} files, which are left out: {names}",
        len(alone),
        names=f"{names}, …" if len(alone) > _MOST_TOLD else names,
    )
