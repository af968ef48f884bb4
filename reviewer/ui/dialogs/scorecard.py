"""How good the translation is: its errors by category and severity, their points, the pass mark."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain import SEVERITIES
from reviewer.reports.score_words import verdict
from reviewer.review import Scoring, category_title
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.line_table import fill_lines, line_table
from reviewer.ui.look.widgets import Text
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import in_words, term, tr, tr_plural

_SIZE = (560, 460)
_MOST = 1000.0


class Scorecard(QDialog):
    """Weights and pass mark are kept with the review as they are changed."""

    def __init__(self, review: OpenReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.setWindowTitle(tr("Scorecard: {language}", language=review.names()[1]))
        resize_on_screen(self, *_SIZE)
        self._said = Text("").sized(1.15, bold=True)
        self._waiting = Text("")
        self._more = Text(
            tr(
                "Accepted findings and your own count, each with the points of its severity, for "
                "1,000 words of the source."
            )
        ).quiet()
        headings = [tr("Category"), *map(term, SEVERITIES)]
        self._table = line_table(tr("Errors"), headings, elastic=0)
        scoring = review.review.scoring
        self.points = {one: _box(scoring.weights[one]) for one in SEVERITIES}
        self.mark = _box(scoring.pass_mark)
        grid = QGridLayout()
        for column, severity in enumerate(SEVERITIES):
            grid.addWidget(Text(tr("Points, {severity}", severity=term(severity))), 0, column)
            self.points[severity].setAccessibleName(
                tr("Points, {severity}", severity=term(severity))
            )
            grid.addWidget(self.points[severity], 1, column)
        grid.addWidget(Text(tr("Passes up to")), 0, len(SEVERITIES))
        self.mark.setAccessibleName(tr("Passes up to"))
        grid.addWidget(self.mark, 1, len(SEVERITIES))
        for box in (*self.points.values(), self.mark):
            box.valueChanged.connect(self._keep)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        alike(buttons)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        for widget in (self._said, self._waiting, self._more):
            inside.addWidget(widget)
        inside.addWidget(self._table, 1)
        inside.addLayout(grid)
        inside.addWidget(buttons)
        self._show()

    def said(self) -> str:
        """The score in words."""
        return self._said.text()

    def errors(self) -> list[list[str]]:
        """The lines of the table."""
        return [
            [
                item.text() if (item := self._table.item(row, column)) else ""
                for column in range(self._table.columnCount())
            ]
            for row in range(self._table.rowCount())
        ]

    def _keep(self, *_value: object) -> None:
        scoring = Scoring(
            {severity: box.value() for severity, box in self.points.items()}, self.mark.value()
        )
        review = self._review
        review.do(
            lambda: review.review.set_setting("scoring", scoring.data()),
            tr("The weights were not kept."),
        )
        self._show()

    def _show(self) -> None:
        made = self._review.review.score(self._review.translation)
        waiting = self._review.counts(self._review.translation).open
        self._waiting.setText(
            tr_plural(
                "{n} finding is still open and counts for nothing.",
                "{n} findings are still open and count for nothing.",
                waiting,
            )
        )
        # The verdict tells how many are open where they may still decide it.
        self._waiting.setVisible(waiting > 0 and not made.passed)
        self._said.setText(
            tr(
                "{points} points for 1,000 words, {quality} of 100: {verdict}",
                points=Decimal(f"{made.per_1000:.1f}"),
                quality=Decimal(f"{made.quality:.1f}"),
                verdict=verdict(self._review.review, self._review.translation),
            )
        )
        categories = sorted({category for category, _ in made.errors})
        fill_lines(
            self._table,
            [
                [
                    in_words(category_title(category)),
                    *(str(made.errors.get((category, one), "")) for one in SEVERITIES),
                ]
                for category in categories
            ],
        )


def _box(value: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0, _MOST)
    box.setDecimals(1)
    box.setValue(value)
    return box
