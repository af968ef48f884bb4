"""The dialog in which a client's profile is made, changed and chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.checks.own_rules import OwnRule, found_by
from reviewer.domain import Pair, ReviewerError
from reviewer.profiles import drafts
from reviewer.profiles.drafts import Draft, DraftTerm
from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.profile import ALL_LANGUAGES, Profile
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.dialogs.profile.checks_page import ChecksPage
from reviewer.ui.dialogs.profile.lists_page import ApprovedPage, GlossariesPage, NewTerm
from reviewer.ui.dialogs.profile.page_letters import give_own_letters
from reviewer.ui.dialogs.profile.rules_page import RulesPage
from reviewer.ui.dialogs.profile.style_page import StylePage
from reviewer.ui.dialogs.term_dialog import TermDialog
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.widgets import Elided, Text
from reviewer.ui.state import ending
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """A check by its id, for a language ("*" for all), or an approved word, in the file of a
    profile. `top` is the file of the whole profile, which may be based on `path`."""

    part: Literal["checks", "approved"]
    key: str
    path: Path
    top: Path
    language: str = ALL_LANGUAGES


SUFFIX = ".toml"
_ROWS_TRIED = 2_000
"""Rows on which a rule is tried while it is typed."""


class _Page(Protocol):
    """A page that shows a part of a profile."""

    def show_profile(self, file: ProfileFile) -> None:
        """Show what a file says."""

    def write_to(self, file: ProfileFile) -> None:
        """Put what is chosen into a file."""


class ProfileDialog(QDialog):
    """Changes the file of a profile; `chosen` is the profile that is to be used from now on.

    `path` is the file that is shown first, a new one where there is none.
    """

    def __init__(
        self, review: OpenReview, ask: Ask, path: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._review, self._ask = review, ask
        self.chosen: Profile | None = None
        self._shown = ""
        self._pairs: list[Pair] | None = None
        self.setWindowTitle(tr("Profile of the client"))
        resize_on_screen(self, 780, 560)
        self._place = Elided()
        other, new = QPushButton(tr("Open another…")), QPushButton(tr("New…"))
        other.clicked.connect(self._open_another)
        new.clicked.connect(self._begin_new)
        self._taken_up = Text(
            tr("What was not saved when the program was ended is shown here again.")
        )
        head = QHBoxLayout()
        head.addWidget(self._place, 1)
        head.addWidget(new)
        head.addWidget(other)
        self.checks = ChecksPage()
        self.glossaries = GlossariesPage(self._choose_glossary, self._ask_term)
        shown = review.language() if review.is_open() else ""
        self.rules = RulesPage(self._rows_marked, ask, shown)
        self.writing = StylePage(self._languages(), shown or ALL_LANGUAGES)
        self.approved = ApprovedPage()
        self.tabs = QTabWidget()
        self.tabs.addTab(self.glossaries, tr("&Glossaries"))
        self.tabs.addTab(self.rules, tr("&Rules"))
        self.tabs.addTab(self.checks, tr("&Checks"))
        self.tabs.addTab(self.writing, tr("&Style"))
        self.tabs.addTab(self.approved, tr("&Approved words"))
        titles = [self.tabs.tabText(number) for number in range(self.tabs.count())]
        for page in (self.glossaries, self.rules, self.checks, self.writing, self.approved):
            give_own_letters(page, titles)
        buttons = QDialogButtonBox()
        self.use = QPushButton(tr("Save, and check by it"))
        buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.use.setDefault(True)
        alike(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.addLayout(head)
        inside.addWidget(self._taken_up)
        inside.addWidget(self.tabs, 1)
        inside.addWidget(buttons)
        # Only now are the buttons above children of the dialog.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(button is self.use)
        self.tabs.setFocus()
        self.file = ProfileFile.new(path)
        self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Show the profile in a file; a new one where there is no file."""
        try:
            self.file = ProfileFile(path) if path.exists() else ProfileFile.new(path)
        except ReviewerError as error:
            self._ask.tell(error, tr("The profile was not opened."))
            return
        self._place.set_full(str(path))
        for page in self._pages():
            page.show_profile(self.file)
        self._shown = self._as_it_stands()
        self._go_on_with(drafts.of(path))

    def show_entry(self, entry: ProfileEntry) -> None:
        """Turn to the page with an entry, and to the entry there."""
        if entry.part == "checks":
            self.tabs.setCurrentWidget(self.checks)
            self.checks.show_entry(entry.key, entry.language)
        else:
            self.tabs.setCurrentWidget(self.approved)
            self.approved.show_entry(entry.key)

    def _pages(self) -> tuple[_Page, ...]:
        return self.glossaries, self.rules, self.checks, self.writing, self.approved

    def _languages(self) -> list[str]:
        """The languages of the translations of the open review."""
        if not self._review.is_open():
            return []
        return [one.language for one in self._review.review.translations]

    def _go_on_with(self, draft: Draft | None) -> None:
        """Show what was changed and not saved when the program was ended."""
        self._taken_up.hide()
        if draft is None:
            return
        try:
            self.file = ProfileFile(self.file.path, draft.text)
            for page in self._pages():
                page.show_profile(self.file)
        except ReviewerError:
            return
        self._taken_up.show()
        terms = [NewTerm(Path(one.glossary), one.languages, one.words) for one in draft.terms]
        self.glossaries.take_terms(terms)

    def _keep_draft(self) -> None:
        """Nobody can be asked any more: what was changed is there when the file is shown again."""
        terms = [
            DraftTerm(str(one.glossary), one.languages, one.words) for one in self.glossaries.terms
        ]
        file = ProfileFile(self.file.path, self.file.text())
        try:
            for page in self._pages():
                page.write_to(file)
            drafts.keep(file.path, Draft(file.text(), tuple(terms)))
        except (ReviewerError, OSError) as error:
            self._ask.tell(error, tr("What was changed in the profile is not saved."))

    def _as_it_stands(self) -> str:
        """What would be written now; "" where something is wrong with it."""
        file = ProfileFile(self.file.path, self.file.text())
        try:
            for page in self._pages():
                page.write_to(file)
        except ReviewerError:
            return ""
        return file.text()

    def _may_leave(self) -> bool:
        """Whether nothing is lost when what is shown is left, or the user wants to lose it."""
        if self._as_it_stands() == self._shown and not self.glossaries.terms:
            if not self._taken_up.isHidden():  # it has come into the file meanwhile
                drafts.forget(self.file.path)
            return True
        if ending.is_told():
            self._keep_draft()
            return True
        lost = self._ask.agreed(
            tr("What was changed in the profile is not saved."),
            tr("Leave it and lose the changes?"),
            tr("Lose the changes"),
            destroys=True,
        )
        if lost:
            drafts.forget(self.file.path)
        return lost

    def reject(self) -> None:
        """Leave the profile as its file has it; asked first where something was changed."""
        if self._may_leave():
            super().reject()

    def accept(self) -> None:
        """Write the file and take its profile; stay open where something is wrong with it."""
        try:
            self.glossaries.save_terms()
            for page in self._pages():
                page.write_to(self.file)
            profile = self.file.profile()
            self.file.save()
            drafts.forget(self.file.path)
        except ReviewerError as error:
            self._ask.tell(error, tr("The profile was not saved."))
            return
        self.chosen = profile
        super().accept()

    def done(self, result: int) -> None:
        """The end of the dialog, however it ends."""
        self.rules.stop()
        super().done(result)

    def _open_another(self) -> None:
        if not self._may_leave():
            return
        path = self._ask.file(tr("Open a profile"), tr("Profiles (*{suffix})", suffix=SUFFIX))
        if path:
            self.show_file(path)

    def _begin_new(self) -> None:
        if not self._may_leave():
            return
        path, _ = self._ask.new_file(
            tr("New profile"),
            tr("Client") + SUFFIX,
            [tr("Profiles (*{suffix})", suffix=SUFFIX)],
        )
        if path:
            self.show_file(path.with_suffix(SUFFIX))

    def _choose_glossary(self) -> Path | None:
        return self._ask.file(
            tr("Add a glossary"), tr("Glossaries (*.tbx *.csv *.tsv *.xlsx);;All files (*)")
        )

    def _ask_term(self, glossaries: list[Path]) -> NewTerm | None:
        names = [file.name for file in glossaries]
        review = self._review
        targets = [review.language(), *self._languages()]
        dialog = TermDialog(review.review.source.language, targets, ("", ""), names, 0, self)
        wanted, languages, words = bool(dialog.exec()), dialog.languages(), dialog.words()
        chosen = dialog.where.currentIndex()
        dialog.deleteLater()
        return NewTerm(glossaries[chosen], languages, words) if wanted else None

    def _rows_marked(self, rule: OwnRule) -> int:
        review = self._review
        if not review.is_open():
            return 0
        source, target = review.review.source.language, review.language()
        if not rule.is_for(target):
            return 0
        if self._pairs is None:
            rows = [row for row in review.review.rows(review.translation) if row.relation]
            self._pairs = [
                Pair(row.source, row.target, source, target) for row in rows[:_ROWS_TRIED]
            ]
        return sum(1 for pair in self._pairs if any(found_by(rule, pair)))
