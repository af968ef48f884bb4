"""The bar that switches between the translations, each with its count of open findings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PureWindowsPath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from reviewer.domain import SEVERITIES, Severity
from reviewer.review import Counts, TranslationInfo
from reviewer.ui.look import severity_marks, theme
from reviewer.ui.look.widgets import as_plain
from reviewer.ui.state.comparisons import COMPARISONS, FIGURES, MATRIX, OVERVIEW
from reviewer.wording import harmless, language_title, listed, term, tr


class TranslationBar(QTabBar):
    """`picked` brings the id of a translation, or one of COMPARISONS."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setDocumentMode(True)
        self.setAccessibleName(tr("Translations"))
        self.set_dense(False)
        self._quiet = False
        self._marks: dict[int, tuple[Severity | None, theme.Colours]] = {}
        """What the icon of each tab shows, in which colours: drawing it takes its time."""
        self.currentChanged.connect(self._tell)

    def set_dense(self, on: bool) -> None:
        """Whether height is saved."""
        above, below = (4, 3) if on else (9, 7)
        self.setStyleSheet(
            "QTabBar::tab { background: transparent; border: none;"
            f" padding: {above}px 14px {below}px 14px;"
            " border-bottom: 2px solid transparent; color: palette(placeholder-text); }"
            "QTabBar::tab:hover { background: palette(midlight); }"
            "QTabBar::tab:selected { border-bottom: 2px solid palette(highlight);"
            " color: palette(window-text); }"
        )

    def show_translations(self, infos: Sequence[TranslationInfo], current: int) -> None:
        """One tab for each translation, and one for all of them if there are several."""
        self._quiet = True
        self._marks.clear()
        while self.count():
            self.removeTab(0)
        languages = [info.language for info in infos]
        for info in infos:
            name = language_title(info.language)
            if languages.count(info.language) > 1:
                name = f"{name} · {harmless(PureWindowsPath(info.path).name)}"
            tab = self.addTab(name)
            self.setTabData(tab, (info.id, name, info))
        if len(infos) > 1:
            for view, words in (
                (OVERVIEW, tr("All side by side")),
                (MATRIX, tr("Matrix")),
                (FIGURES, tr("Figures")),
            ):
                self.setTabData(self.addTab(words), (view, words, None))
        self._quiet = False
        self.show_current(current)

    def show_counts(self, translation: int, counts: Counts, decided: str) -> None:
        """Write the number of open findings on a tab; `decided` says how all of them stand."""
        for tab in range(self.count()):
            number, name, info = self.tabData(tab)
            if number != translation:
                continue
            self.setTabText(tab, f"{name}   {counts.open}" if counts.open else f"{name}   ✓")
            grave = next((level for level, many in _in_order(counts) if many), None)
            if self._marks.get(tab) != (mark := (grave, theme.colours())):
                self._marks[tab] = mark
                self.setTabIcon(tab, severity_marks.icon(grave or "info", decided=grave is None))
            words = f"{decided or tr('No findings')}\n"
            words += tr(
                "{reviewed} of {sentences} sentences reviewed",
                reviewed=counts.reviewed,
                sentences=counts.sentences,
            )
            words += f"\n{harmless(info.path)}"
            if info.evidence != "none":
                words += "\n" + tr("Compared with the help of {evidence}", evidence=info.evidence)
            # A screen reader says the tip as it is: no markup where none is needed.
            tip = harmless(words)
            self.setTabToolTip(tab, as_plain(tip) if "<" in tip else tip)
            said = [name, term(grave) if grave else "", decided or tr("No findings")]
            self.setAccessibleTabName(tab, listed(part for part in said if part))

    def show_current(self, translation: int) -> None:
        """Mark the tab of a translation (or one of COMPARISONS) without telling anybody."""
        self._quiet = True
        for tab in range(self.count()):
            if self.tabData(tab)[0] == translation:
                self.setCurrentIndex(tab)
        self._quiet = False

    def words_of(self, view: int) -> str:
        """What is said of the tab of a translation, or of one of COMPARISONS."""
        for tab in range(self.count()):
            if self.tabData(tab)[0] == view:
                return self.accessibleTabName(tab) or self.tabText(tab)
        return ""

    def ids(self) -> set[int]:
        """The ids of the translations that have a tab."""
        return {self.tabData(tab)[0] for tab in range(self.count())} - {*COMPARISONS}

    def _tell(self, tab: int) -> None:
        if not self._quiet and tab >= 0:
            self.picked.emit(self.tabData(tab)[0])


def _in_order(counts: Counts) -> list[tuple[Severity, int]]:
    return [(level, counts.by_severity.get(level, 0)) for level in SEVERITIES]
