"""What to show of a translation: all rows, those with findings, of one check, of one severity."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from reviewer.domain import SEVERITIES
from reviewer.messages import Message, message
from reviewer.ui.look import severity_marks
from reviewer.ui.look.alphabet import in_alphabet
from reviewer.ui.look.check_facts import check_title, kind_title
from reviewer.ui.look.say_aloud import name_choice, set_tip
from reviewer.ui.look.widgets import Elided
from reviewer.ui.review.filter_menu import FilterMenu
from reviewer.ui.state.command_keys import CommandKeys
from reviewer.ui.state.row_filter import Filter, Shown
from reviewer.wording import in_words, term, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.review import FindingState

_OF = "/"
"""Parts a check from one of its kinds in what is chosen."""

_SHOWN: tuple[tuple[Shown, Message], ...] = (
    ("all", message("All rows")),
    ("findings", message("Rows with findings")),
    ("open", message("Open findings")),
    ("decided", message("Decided findings")),
    ("unreviewed", message("Sentences not reviewed yet")),
    ("reviewed", message("Reviewed sentences")),
    ("edited", message("Rows changed by you")),
    ("commented", message("Rows with comments")),
    ("moved", message("Moved rows")),
)


class FilterBar(QWidget):
    """`changed` brings the filter that was chosen; `back_translate_wanted` and
    `align_wanted` that the offers were taken."""

    changed = Signal(object)
    back_translate_wanted = Signal()
    align_wanted = Signal()

    def __init__(self, keys: CommandKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._shown = QComboBox()
        name_choice(self._shown, tr("Rows shown"))
        for value, words in _SHOWN:
            self._shown.addItem(in_words(words), value)
        self._check = QComboBox()
        name_choice(self._check, tr("Check"))
        self._check.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._severity = QComboBox()
        name_choice(self._severity, tr("Severity"))
        self._severity.addItem(tr("Any severity"), None)
        self.draw_marks()
        self.more = FilterMenu()
        self._hint = ""
        # The columns must not get another width with each filter: all rows would be measured anew.
        self._count = Elided().quiet()
        self._clear = QToolButton()
        self._clear.setText(tr("Show all rows"))
        self._clear.setAutoRaise(True)
        self._clear.clicked.connect(lambda: self.changed.emit(Filter()))
        self.evidence = QToolButton()
        self.evidence.setText(tr("No back-translation…"))
        set_tip(
            self.evidence,
            tr(
                "This translation was aligned and checked without being translated back. "
                "A package for its language makes both surer; it works without network."
            ),
        )
        self._lacks_evidence = False
        self.set_aside = QToolButton()
        self.set_aside.setAutoRaise(True)
        self.set_aside.hide()
        self.align_again = QToolButton()
        self.align_again.setText(tr("Align again"))
        set_tip(
            self.align_again,
            tr(
                "These sentences were matched before they were translated back. With the "
                "back-translations they are matched more surely; what you decided stays."
            ),
        )
        self.align_again.hide()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(10, 5, 10, 6)
        inside.setSpacing(6)
        for widget in (
            self._shown,
            self._check,
            self._severity,
            self.more,
            self._clear,
        ):
            inside.addWidget(widget)
        inside.addWidget(self._count, 1)
        inside.addWidget(self.set_aside)
        inside.addWidget(self.evidence)
        inside.addWidget(self.align_again)
        for box in (self._shown, self._check, self._severity):
            box.currentIndexChanged.connect(self._tell)
        self.more.changed.connect(self._tell)
        self.evidence.clicked.connect(self.back_translate_wanted)
        self.align_again.clicked.connect(self.align_wanted)
        self.offer_checks(frozenset())
        self.show_filter(Filter())

    def set_dense(self, on: bool) -> None:
        """Whether height is saved."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(10, 1 if on else 5, 10, 2 if on else 6)

    def filter(self) -> Filter:
        """What is chosen."""
        check, _, kind = (self._check.currentData() or "").partition(_OF)
        return Filter(
            self._shown.currentData(),
            check,
            self._severity.currentData(),
            cast("frozenset[FindingState]", self.more.states()),
            cast("frozenset[Shown]", self.more.also()),
            self.more.words.text(),
            kind,
        )

    def show_filter(self, wanted: Filter) -> None:
        """Show which filter is chosen."""
        for box in (self._shown, self._check, self._severity):
            box.blockSignals(True)
        self._shown.setCurrentIndex(max(self._shown.findData(wanted.shown), 0))
        named = f"{wanted.check}{_OF}{wanted.kind}" if wanted.kind else wanted.check
        self._check.setCurrentIndex(max(self._check.findData(named), 0))
        self._severity.setCurrentIndex(max(self._severity.findData(wanted.severity), 0))
        for box in (self._shown, self._check, self._severity):
            box.blockSignals(False)
        self.more.show_filter(wanted)
        self._clear.setVisible(not wanted.everything())
        set_tip(self._clear, self._keys.beside(tr("Take every filter away"), "clear_filters"))
        self._share_room()

    def offer_checks(self, found: Set[str], kinds: Set[tuple[str, str]] = frozenset()) -> None:
        """Offer these checks, which found something, and below one that found several kinds each
        of these; the choice stays."""
        chosen = self._check.currentData() or ""
        check, _, kind = chosen.partition(_OF)
        found = found | ({check} - {""})
        kinds = kinds | ({(check, kind)} if kind else set())
        self._check.blockSignals(True)
        self._check.clear()
        self._check.addItem(tr("Every check"), "")
        for title, check in in_alphabet((check_title(check), check) for check in found):
            self._check.addItem(title, check)
            of_it = {of: kind_title(check, of) for checked, of in kinds if checked == check}
            if len(of_it) > 1 or chosen.startswith(f"{check}{_OF}"):
                for words, of in in_alphabet((words, of) for of, words in of_it.items()):
                    if words:
                        named = tr("{check}: {kind}", check=title, kind=words)
                        self._check.addItem(named, f"{check}{_OF}{of}")
        self._check.setCurrentIndex(max(self._check.findData(chosen), 0))
        self._check.blockSignals(False)

    def show_warnings(self, warnings: Sequence[Message]) -> None:
        """Say in a few words that much was set aside; all of it is the tooltip."""
        self.set_aside.setVisible(bool(warnings))
        if warnings:
            holes = warnings[0].holes
            counted = "out" in holes and "all" in holes
            self.set_aside.setText(
                tr(
                    "{out} of {all} paragraphs set aside",
                    out=holes["out"],
                    all=holes["all"],
                )
                if counted
                else tr("Much text set aside")
            )
            set_tip(self.set_aside, "\n".join((*map(in_words, warnings), tr("Click to see it."))))

    def show_count(self, shown: int, total: int) -> None:
        """Say how many rows are left."""
        if self.filter().everything():
            self._count.set_full(self._hint)
        else:
            words = tr("{shown} of {total} rows", shown=shown, total=total)
            self._count.set_full(words, tr_plural("{n} row", "{n} rows", shown))

    def set_hint(self, words: str) -> None:
        """What stands in the place of the count where all rows are shown."""
        self._hint = words

    def offer_evidence(self, on: bool) -> None:
        """Whether there is no back-translation, and one could be made."""
        self._lacks_evidence = on
        self._share_room()

    def _share_room(self) -> None:
        """How many rows are left is of more use than what could be done for all of them."""
        self.evidence.setVisible(self._lacks_evidence and self.filter().everything())

    def draw_marks(self) -> None:
        """Draw the severities' marks in the colours of now."""
        chosen = self._severity.currentIndex()
        self._severity.blockSignals(True)
        while self._severity.count() > 1:
            self._severity.removeItem(1)
        for severity in SEVERITIES[:-1]:
            words = term(severity).capitalize()
            if severity != "critical":
                words = tr("{severity} or worse", severity=words)
            self._severity.addItem(severity_marks.icon(severity), words, severity)
        self._severity.setCurrentIndex(max(chosen, 0))
        self._severity.blockSignals(False)

    def _tell(self) -> None:
        self.changed.emit(self.filter())
