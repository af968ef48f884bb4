"""What a reviewer can say about the rows of a review: decisions, remarks, own findings, status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reviewer.domain import DecisionAction, Finding, Severity, Span
from reviewer.messages import Message, message, plural
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.fingerprints import row_fingerprint
from reviewer.review.model.views import (
    ReviewChange,
    ReviewedFinding,
)
from reviewer.review.operations.decide import decide, status_versions
from reviewer.review.operations.own_finding import (
    changed_finding,
    own_finding,
    with_finding,
    without_finding,
)
from reviewer.review.reading import ReviewReader
from reviewer.store.records import DecisionVersion, Operation, Patch

if TYPE_CHECKING:
    pass

_LABELS: Mapping[DecisionAction, Message] = {
    "accept": message("Accept"),
    "dismiss": message("Dismiss"),
    "reopen": message("Reopen"),
    "comment": message("Comment"),
}


class ReviewDecisions(ReviewReader):
    """The part of `Review` that says something about the texts and leaves them as they are.

    Every method raises as `Review` says.
    """

    def decide(
        self,
        translation_id: int,
        row_key: str,
        fingerprint: str,
        action: DecisionAction,
        comment: str = "",
        *,
        only_here: bool = False,
    ) -> ReviewChange:
        """Accept, dismiss, reopen or comment a finding; a comment alone keeps the state.

        What is dismissed is so in other reviews too, unless `only_here`.

        An empty comment leaves the one that is there, unless the action is `comment`.
        """
        found = [
            one
            for one in self.row(translation_id, row_key).findings
            if one.fingerprint == fingerprint
        ]
        if not found:
            raise KeyError(fingerprint)
        if action == "dismiss":
            self._runner.across.keep_here([fingerprint], on=only_here)
        return self._decide(translation_id, row_key, found, action, comment)

    def forget_remembered(self, fingerprints: Iterable[str]) -> None:
        """Raise these findings again in other reviews. Raises StoreError."""
        self._runner.across.forget_remembered(fingerprints)

    def decide_all(
        self,
        translation_id: int,
        action: DecisionAction,
        *,
        check: str | None = None,
        fingerprints: Iterable[str] | None = None,
        comment: str = "",
    ) -> ReviewChange:
        """Decide all open findings, or those of one check, or those named, in one step."""
        named = None if fingerprints is None else set(fingerprints)
        index = self.index(translation_id)
        places = index.waiting if named is None else index.with_findings
        found = [
            (row.key, one)
            for place in places
            for row in (self.row(translation_id, index.keys[place]),)
            for one in row.findings
            if (one.fingerprint in named if named is not None else one.state == "open")
            and check in (None, one.finding.check)
        ]
        first = found[0][0] if found else ""
        return self._decide(translation_id, first, [one for _, one in found], action, comment)

    def comment(self, translation_id: int, row_key: str, text: str) -> ReviewChange:
        """Set the remark on a row as a whole."""
        row = self.row(translation_id, row_key)
        if row.relation is None:
            raise NotPossible(message("Page furniture takes no remarks."))
        if row.comment == text:
            return ReviewChange("decision", translation_id, ())
        name = row_fingerprint(row.source, row.target)
        version = DecisionVersion(translation_id, name, "comment", "open", text)
        operation = Operation("decision", message("Comment"), translation_id, row_key, text)
        return self._runner.perform(operation, Patch(decisions=(version,)))

    def add_finding(
        self,
        translation_id: int,
        row_key: str,
        category: str,
        severity: Severity,
        *,
        source_spans: Sequence[Span] = (),
        target_spans: Sequence[Span] = (),
        words: str = "",
    ) -> ReviewChange:
        """Note what the reviewer has found at some words of a row, or in the row as a whole."""
        state = self._state(translation_id)
        finding = own_finding(
            state, row_key, category, severity, (source_spans, target_spans), words
        )
        patch = with_finding(state, row_key, finding)
        return self._found(message("Own finding"), translation_id, row_key, finding, patch)

    def change_finding(
        self,
        translation_id: int,
        row_key: str,
        fingerprint: str,
        category: str,
        severity: Severity,
        words: str,
    ) -> ReviewChange:
        """Give an own finding another category, severity or text."""
        state = self._state(translation_id)
        finding = changed_finding(state, row_key, fingerprint, category, severity, words)
        known = {one.fingerprint: one for one in state.row(row_key).findings}
        patch = with_finding(state, row_key, finding, known[fingerprint].comment)
        return self._found(message("Change a finding"), translation_id, row_key, finding, patch)

    def remove_finding(self, translation_id: int, row_key: str, fingerprint: str) -> ReviewChange:
        """Take an own finding away."""
        state = self._state(translation_id)
        [found] = [one for one in state.row(row_key).findings if one.fingerprint == fingerprint]
        patch = without_finding(state, row_key, fingerprint)
        label = message("Remove a finding")
        return self._found(label, translation_id, row_key, found.finding, patch)

    def mark_reviewed(
        self, translation_id: int, row_keys: Sequence[str], *, on: bool = True
    ) -> ReviewChange:
        """Say of rows that they are reviewed as they stand now, or take it back, in one step.

        A row whose text changes afterwards is not reviewed any more. Furniture has no status.
        """
        rows = [self.row(translation_id, key) for key in row_keys]
        versions = status_versions(translation_id, rows, on=on)
        if not versions:
            return ReviewChange("decision", translation_id, ())
        label = message("Reviewed") if on else message("Not reviewed")
        operation = Operation("decision", label, translation_id, row_keys[0])
        return self._runner.perform(operation, Patch(decisions=versions))

    def _decide(
        self,
        translation_id: int,
        row_key: str,
        findings: Sequence[ReviewedFinding],
        action: DecisionAction,
        comment: str,
    ) -> ReviewChange:
        versions = decide(translation_id, findings, action, comment)
        if not versions:
            return ReviewChange("decision", translation_id, ())
        alone = len(findings) == 1
        said = (
            findings[0].finding.message
            if alone
            else plural("{n} finding", "{n} findings", len(versions))
        )
        operation = Operation("decision", _LABELS[action], translation_id, row_key, comment or said)
        change = self._runner.perform(operation, Patch(decisions=versions))
        if action == "dismiss":
            self._runner.across.describe(findings)
        return change

    def _found(
        self, label: Message, translation_id: int, row_key: str, finding: Finding, patch: Patch
    ) -> ReviewChange:
        operation = Operation("decision", label, translation_id, row_key, finding.message)
        return self._runner.perform(operation, patch)
