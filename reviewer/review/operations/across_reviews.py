"""What one review teaches the next: findings that were dismissed, pairs put together by hand."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import ReviewedFinding
from reviewer.store.errors import StoreError
from reviewer.store.records import (
    DecisionVersion,
    Patch,
)
from reviewer.wording import in_english

if TYPE_CHECKING:
    from reviewer.store.memory import Memory, Remembered
    from reviewer.store.project import ProjectFile

_ONLY_HERE = "only_here"


class AcrossReviews:
    """What this user has said in one review and what counts in all, where there is a memory.

    A memory that cannot be written is noted in the log and never ends an operation.
    """

    def __init__(self, project: ProjectFile, memory: Memory | None) -> None:
        self._project = project
        self._memory = memory
        self.is_kept = memory is not None
        """Whether other reviews know what was said last."""

    def dismissed(self, names: Iterable[str]) -> Mapping[str, str]:
        """Which of these findings were dismissed in other reviews, with the comments."""
        return dismissed_in(self._memory, names)

    def forget_link(self, state: TranslationState, row_key: str) -> None:
        """Forget a pair that a person is about to take apart."""
        if self._memory is None:
            return
        row = state.row(row_key)
        languages = state.source.language, state.text.language
        try:
            self._memory.forget_pair(*languages, row.source, row.target)
        except StoreError as error:
            _lost(error)

    def remember_links(self, state: TranslationState, patch: Patch) -> None:
        """Remember the pairs that a person has just put together, for later reviews.

        Those that the program found beside them are no one's word.
        """
        if self._memory is None:
            return
        try:
            for bead in patch.beads:
                if not bead.fixed or bead.document != state.record.id:
                    continue
                source, target = state.source.text(bead.source), state.text.text(bead.target)
                if bead.present and source and target:
                    self._memory.confirm_pair(
                        state.source.language, state.text.language, source, target
                    )
        except StoreError as error:
            _lost(error)

    def describe(self, findings: Iterable[ReviewedFinding]) -> None:
        """Remember in words what was dismissed for all reviews."""
        here = self.only_here()
        words = {
            one.fingerprint: f"{one.finding.check}: {in_english(one.finding.message)}"
            for one in findings
            if one.fingerprint not in here
        }
        if self._memory is None or not words:
            return
        try:
            self._memory.describe_dismissals(words)
        except StoreError as error:
            _lost(error)

    def remembered(self) -> tuple[Remembered, ...]:
        """What is dismissed in all reviews of this user."""
        try:
            return self._memory.all_dismissals() if self._memory else ()
        except StoreError as error:
            _lost(error)
            return ()

    def forget_remembered(self, fingerprints: Iterable[str]) -> None:
        """These findings are raised again in other reviews. Raises StoreError."""
        if self._memory is not None:
            self._memory.forget_dismissals(fingerprints)

    def only_here(self) -> frozenset[str]:
        """The findings that are dismissed in this review alone."""
        kept = self._project.setting(_ONLY_HERE)
        return frozenset(kept if isinstance(kept, list) else ())

    def keep_here(self, fingerprints: Iterable[str], *, on: bool) -> None:
        """Dismiss these findings in this review alone, or in all."""
        before, named = self.only_here(), frozenset(fingerprints)
        after = before | named if on else before - named
        if after != before:
            self._project.write_setting(_ONLY_HERE, sorted(after))

    def remember(self, decisions: Sequence[DecisionVersion]) -> None:
        """Remember what was dismissed for all reviews, and forget what is dismissed no more."""
        if self._memory is None or not decisions:
            return
        dismissed = {v.fingerprint: v.comment for v in decisions if v.state == "dismissed"}
        here = self.only_here() if dismissed else frozenset()
        dismissed = {name: said for name, said in dismissed.items() if name not in here}
        others = [v.fingerprint for v in decisions if v.state != "dismissed"]
        self.is_kept = True
        try:
            # Each is a transaction of its own, and a key waits for it.
            if dismissed:
                self._memory.remember_dismissals(dismissed)
            if others:
                self._memory.forget_dismissals(others)
        except StoreError as error:
            self.is_kept = False
            _lost(error)


def dismissed_in(memory: Memory | None, names: Iterable[str]) -> Mapping[str, str]:
    """Which findings were dismissed in other reviews, with the comments."""
    if memory is None:
        return {}
    try:
        return memory.dismissed(names)
    except StoreError as error:
        _lost(error)
        return {}


def _lost(error: StoreError) -> None:
    logging.getLogger(__name__).warning("Not remembered for other reviews: %s", error)
