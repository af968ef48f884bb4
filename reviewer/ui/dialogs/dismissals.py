"""Everything that is not raised any more, seen and taken back in one place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain import ReviewerError
from reviewer.profiles.reading import Layer
from reviewer.ui.dialogs.dismissed_entries import (
    DismissedEntry,
    DismissedFinding,
    IgnoredKind,
    KeptFromProfile,
    LearntWord,
    all_dismissed,
)
from reviewer.ui.dialogs.profile.profile_dialog import ProfileEntry
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.line_table import choose_line, fill_lines, line_table, list_buttons
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import error_in_words, tr
from reviewer.wording.moments import short_moment

_SIZE = (860, 480)


class DismissalsDialog(QDialog):
    """`place` is the translation and row that the user wants to see, `entry` what they want to
    change in the profile. `layers` are the files of the review's profile, the uppermost first;
    `forget` makes a language (its code) forget words that were learnt."""

    def __init__(
        self,
        review: OpenReview,
        forget: Callable[[str, Collection[str]], object],
        parent: QWidget | None = None,
        layers: Sequence[Layer] = (),
    ) -> None:
        super().__init__(parent)
        self.place: tuple[int, str] | None = None
        self.entry: ProfileEntry | None = None
        self._review, self._forget, self._layers = review, forget, layers
        self._lines: list[DismissedEntry] = []
        self.setWindowTitle(tr("Dismissed and ignored"))
        resize_on_screen(self, *_SIZE)
        headings = [tr("Where"), tr("What"), tr("Comment"), tr("When")]
        self.table = line_table(tr("Dismissed findings"), headings, several=True, elastic=1)
        self.table.itemSelectionChanged.connect(self._update)
        self._said = Text("").quiet()
        self._back = QPushButton(tr("&Take back (Del)"))
        self._show = QPushButton(tr("&Show the row (Enter)"))
        self._change = QPushButton(tr("Change in the &profile (Enter)"))
        self._back.clicked.connect(self.take_back)
        self._show.clicked.connect(self._show_row)
        self._change.clicked.connect(self._change_profile)
        buttons = list_buttons(self._back, self._show, self._change)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        for widget in (self.table, self._said, buttons):
            inside.addWidget(widget)
        self._fill()
        self.table.setFocus()

    def lines(self) -> list[tuple[str, str]]:
        """Where and what, line by line."""
        return [(line.where, line.what) for line in self._lines]

    def choose_kinds(self) -> None:
        """Begin at the first that is no single finding."""
        for number, line in enumerate(self._lines):
            if not isinstance(line.thing, DismissedFinding):
                choose_line(self.table, number)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_row()
            self._change_profile()
        elif event.key() == Qt.Key.Key_Delete:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def take_back(self) -> None:
        """Raise what is selected again, here or in other reviews; a profile is changed in its own
        dialog."""
        here = max(self.table.currentRow(), 0)
        said = ""
        for line in self._selected():
            try:
                self._take_back(line.thing)
            except (ReviewerError, OSError) as error:  # a file of words cannot be written
                said = error_in_words(error)
        self._fill(here)
        if said:
            self._said.setText(said)

    def _take_back(self, thing: object) -> None:
        review = self._review.review
        if isinstance(thing, DismissedFinding):
            self._review.do(
                lambda: (
                    review.decide(thing.translation, thing.row_key, thing.fingerprint, "reopen")
                    if thing.row_key
                    else review.forget_remembered([thing.fingerprint])
                ),
                tr("The finding is still dismissed."),
            )
        elif isinstance(thing, IgnoredKind):
            self._review.do(
                lambda: review.remove_ignore_rule(thing.translation, thing.rule),
                tr("The kind is still ignored."),
            )
        elif isinstance(thing, LearntWord):
            self._forget(thing.language, [thing.word])

    def _fill(self, here: int = 0) -> None:
        self._lines = all_dismissed(self._review.review, self._layers)
        lines = [
            (line.where, line.what, line.comment, short_moment(line.at) if line.at else "")
            for line in self._lines
        ]
        fill_lines(self.table, lines)
        if self._lines:
            choose_line(self.table, min(here, len(self._lines) - 1))
        self._update()

    def _selected(self) -> list[DismissedEntry]:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self._lines[row] for row in rows if row < len(self._lines)]

    def _only(self) -> object:
        chosen = self._selected()
        return chosen[0].thing if len(chosen) == 1 else None

    def _update(self) -> None:
        only = self._only()
        self._back.setEnabled(
            any(
                isinstance(one.thing, DismissedFinding | IgnoredKind | LearntWord)
                for one in self._selected()
            )
        )
        self._show.setEnabled(isinstance(only, DismissedFinding) and bool(only.row_key))
        self._change.setEnabled(isinstance(only, ProfileEntry))
        self._said.setText(self._explained(only))

    def _explained(self, only: object) -> str:
        if not self._lines:
            return tr("Nothing is dismissed or ignored.")
        if isinstance(only, ProfileEntry):
            return tr(
                "This stands in the file {file}. What is changed there counts in this review "
                "when it is saved, and in others when they are checked by the profile again.",
                file=only.path,
            )
        if isinstance(only, KeptFromProfile):
            return tr(
                "This stands in the copy of the profile “{name}” in this review, and in no file "
                "of yours. Choose a profile again to check without it.",
                name=only.profile,
            )
        if isinstance(only, LearntWord):
            return tr("The spelling knows this word in every review until it is taken back here.")
        return tr(
            "What is taken back here is open again. What stands in no row of this review is "
            "raised again in other reviews."
        )

    def _show_row(self) -> None:
        only = self._only()
        if isinstance(only, DismissedFinding) and only.row_key:
            self.place = only.translation, only.row_key
            self.accept()

    def _change_profile(self) -> None:
        only = self._only()
        if isinstance(only, ProfileEntry):
            self.entry = only
            self.accept()
