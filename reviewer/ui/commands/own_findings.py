"""The commands on what the reviewer finds beside the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.look.check_facts import said_beside_title
from reviewer.ui.state.finding_draft import FindingDraft
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.review import ReviewedFinding, SideName


class OwnFindingCommands:
    """Words are chosen in the row, what is wrong with them in the panel."""

    def __init__(self, review: OpenReview, ask: Ask) -> None:
        self._review = review
        self._ask = ask

    def scorecard(self) -> None:
        """Show how good the translation is."""
        from reviewer.ui.dialogs.scorecard import Scorecard

        dialog = Scorecard(self._review, self._ask.window)
        dialog.exec()
        dialog.deleteLater()

    def can_mark_target(self) -> bool:
        row = self._review.current_row()
        return row is not None and row.relation is not None and bool(row.target)

    def can_mark_source(self) -> bool:
        row = self._review.current_row()
        return row is not None and bool(row.source)

    def is_own(self) -> bool:
        return self._own() is not None

    def mark_target(self) -> None:
        """Choose words of the translation."""
        self._choose("target")

    def mark_source(self) -> None:
        """Choose words of the source: to copy them, or to say something of them."""
        self._choose("source")

    def change(self) -> None:
        """Give the current own finding another category, severity or text."""
        row, item = self._review.current_row(), self._own()
        if row is None or item is None:
            return
        finding = item.finding
        self._review.want_finding(
            FindingDraft(
                row.key,
                finding.source_spans,
                finding.target_spans,
                finding.kind,
                finding.severity,
                str(finding.message) if said_beside_title(finding) else "",
                item.fingerprint,
            )
        )

    def remove(self) -> None:
        """Take the current own finding away."""
        review, row, item = self._review, self._review.current_row(), self._own()
        if row is None or item is None:
            return
        change = review.do(
            lambda: review.review.remove_finding(review.translation, row.key, item.fingerprint),
            tr("The finding is still there."),
        )
        if change:
            review.say(tr("The finding is taken away. Undo brings it back."))

    def _choose(self, side: SideName) -> None:
        if row := self._review.current_row():
            self._review.editor.choose_words(row, side)
            self._review.say(
                tr(
                    "Choose words with Shift and the arrows. Enter: a finding. C: a comment. "
                    "T: a term. Tab: words of the other side too. Ctrl+C copies."
                )
            )

    def _own(self) -> ReviewedFinding | None:
        item = self._review.current_finding()
        return item if item and item.finding.check == "own" else None
