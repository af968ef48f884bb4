"""What to show of a translation: all rows, those with findings, of one check, of one severity."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from reviewer.domain import SEVERITIES, Message
from reviewer.review import Row
from reviewer.ui.look import severity_marks
from reviewer.ui.look.check_facts import check_title
from reviewer.ui.look.widgets import Text, as_plain
from reviewer.ui.state.row_filter import Filter, Shown

_SHOWN: tuple[tuple[Shown, str], ...] = (
    ("all", "All rows"),
    ("findings", "Rows with findings"),
    ("open", "Open findings"),
    ("decided", "Decided findings"),
    ("unreviewed", "Sentences not reviewed yet"),
    ("reviewed", "Reviewed sentences"),
    ("edited", "Rows changed by you"),
    ("commented", "Rows with comments"),
    ("moved", "Moved rows"),
)


class FilterBar(QWidget):
    """`changed` brings the filter that was chosen; `back_translate_wanted` and
    `align_wanted` that the offers were taken."""

    changed = Signal(object)
    back_translate_wanted = Signal()
    align_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = QComboBox()
        self._shown.setAccessibleName("Rows shown")
        for value, words in _SHOWN:
            self._shown.addItem(words, value)
        self._check = QComboBox()
        self._check.setAccessibleName("Check")
        self._check.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._severity = QComboBox()
        self._severity.setAccessibleName("Severity")
        self._severity.addItem("Any severity", None)
        self.draw_marks()
        self._count = Text("", wrap=False).quiet()
        self._clear = QToolButton()
        self._clear.setText("Show all rows")
        self._clear.setAutoRaise(True)
        self._clear.clicked.connect(lambda: self.changed.emit(Filter()))
        self.evidence = QToolButton()
        self.evidence.setText("No back-translation")
        self.evidence.setAutoRaise(True)
        self.evidence.setToolTip(
            as_plain(
                "This translation was aligned and checked without being translated back. "
                "A package for its language makes both surer; it works without network."
            )
        )
        self.set_aside = QToolButton()
        self.set_aside.setAutoRaise(True)
        self.set_aside.hide()
        self.align_again = QToolButton()
        self.align_again.setText("Align again")
        self.align_again.setToolTip(
            as_plain(
                "These sentences were matched before they were translated back. With the "
                "back-translations they are matched more surely; what you decided stays."
            )
        )
        self.align_again.hide()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(10, 5, 10, 6)
        inside.setSpacing(8)
        for widget in (self._shown, self._check, self._severity, self._clear, self._count):
            inside.addWidget(widget)
        inside.addStretch(1)
        inside.addWidget(self.set_aside)
        inside.addWidget(self.evidence)
        inside.addWidget(self.align_again)
        for box in (self._shown, self._check, self._severity):
            box.currentIndexChanged.connect(self._tell)
        self.evidence.clicked.connect(self.back_translate_wanted)
        self.align_again.clicked.connect(self.align_wanted)
        self.offer_checks(())
        self.show_filter(Filter())

    def filter(self) -> Filter:
        """What is chosen."""
        return Filter(
            self._shown.currentData(),
            self._check.currentData() or "",
            self._severity.currentData(),
        )

    def show_filter(self, wanted: Filter) -> None:
        """Show which filter is chosen."""
        for box in (self._shown, self._check, self._severity):
            box.blockSignals(True)
        self._shown.setCurrentIndex(max(self._shown.findData(wanted.shown), 0))
        self._check.setCurrentIndex(max(self._check.findData(wanted.check), 0))
        self._severity.setCurrentIndex(max(self._severity.findData(wanted.severity), 0))
        for box in (self._shown, self._check, self._severity):
            box.blockSignals(False)
        self._clear.setVisible(not wanted.everything())

    def offer_checks(self, rows: Sequence[Row]) -> None:
        """Offer the checks that found something in these rows; the choice stays."""
        found = {item.finding.check for row in rows for item in row.findings}
        chosen = self._check.currentData() or ""
        found |= {chosen} - {""}
        self._check.blockSignals(True)
        self._check.clear()
        self._check.addItem("Every check", "")
        for title, check in sorted((check_title(check), check) for check in found):
            self._check.addItem(title, check)
        self._check.setCurrentIndex(max(self._check.findData(chosen), 0))
        self._check.blockSignals(False)

    def show_warnings(self, warnings: Sequence[Message]) -> None:
        """Say in a few words that much was set aside; all of it is the tooltip."""
        self.set_aside.setVisible(bool(warnings))
        if warnings:
            holes = warnings[0].holes
            counted = "out" in holes and "all" in holes
            self.set_aside.setText(
                f"{holes['out']} of {holes['all']} paragraphs set aside"
                if counted
                else "Much text set aside"
            )
            self.set_aside.setToolTip(as_plain("\n".join((*warnings, "Click to see it."))))

    def show_count(self, shown: int, total: int) -> None:
        """Say how many rows are left."""
        self._count.setText("" if self.filter().everything() else f"{shown} of {total} rows")

    def draw_marks(self) -> None:
        """Draw the severities' marks in the colours of now."""
        chosen = self._severity.currentIndex()
        self._severity.blockSignals(True)
        while self._severity.count() > 1:
            self._severity.removeItem(1)
        for severity in SEVERITIES[:-1]:
            words = (
                severity.capitalize()
                if severity == "critical"
                else f"{severity.capitalize()} or worse"
            )
            self._severity.addItem(severity_marks.icon(severity), words, severity)
        self._severity.setCurrentIndex(max(chosen, 0))
        self._severity.blockSignals(False)

    def _tell(self) -> None:
        self.changed.emit(self.filter())
