"""Findings of the reviewer's own: from the chosen words over the panel to the review."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.ui.panel.own_finding_box import OwnFindingBox
from reviewer.ui.state.finding_draft import FindingDraft
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class OwnFindings(QObject):
    """Opens the box when something was found, and hands what is kept to the review. `described`
    brings the draft that the box is about, None when it has closed."""

    described = Signal(object)

    def __init__(self, review: OpenReview, box: OwnFindingBox, parent: QObject) -> None:
        super().__init__(parent)
        self._review, self._box = review, box
        self._where = (0, "")
        review.finding_wanted.connect(self._ask)
        review.current_changed.connect(self._look)
        review.closing.connect(box.drop)
        box.kept.connect(self._keep)
        box.left.connect(lambda: self.described.emit(None))

    def _ask(self, draft: FindingDraft) -> None:
        row = self._review.shown.row(draft.row_key)
        if row is None:
            return
        self._where = self._review.translation, draft.row_key
        quoted = [
            tr("“{words}”", words=span.of(text))
            for spans, text in ((draft.source_spans, row.source), (draft.target_spans, row.target))
            for span in spans
        ]
        self.described.emit(draft)
        self._box.ask(draft, "  ↔  ".join(quoted) or tr("The row as a whole"))

    def _look(self) -> None:
        """A finding belongs to the row that it was begun on."""
        row = self._review.current_row()
        if self._box.is_open() and self._where != (
            self._review.translation,
            row.key if row else "",
        ):
            self._box.drop()

    def _keep(self, draft: FindingDraft) -> None:
        review, (translation, key) = self._review, self._where
        if draft.fingerprint:
            review.do(
                lambda: review.review.change_finding(
                    translation,
                    key,
                    draft.fingerprint,
                    draft.category,
                    draft.severity,
                    draft.words,
                ),
                tr("The finding was not changed."),
            )
            return
        before = {one.fingerprint for one in review.review.row(translation, key).findings}
        change = review.do(
            lambda: review.review.add_finding(
                translation,
                key,
                draft.category,
                draft.severity,
                source_spans=draft.source_spans,
                target_spans=draft.target_spans,
                words=draft.words,
            ),
            tr("The finding was not kept."),
        )
        if change:
            for one in review.review.row(translation, key).findings:
                if one.fingerprint not in before:
                    review.set_finding(one.fingerprint)
