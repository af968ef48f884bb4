"""Check again what an operation touched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reviewer.domain import Finding, Pair
from reviewer.review.model.translation import TranslationState
from reviewer.review.operations.check_all import CheckedRows
from reviewer.review.operations.kept_rows import CountedRows, KeptRows, Others, counted, near

if TYPE_CHECKING:
    from reviewer.checks import Checks

PairCheck = Callable[[Pair], Sequence[Finding]]
Findings = tuple[Finding, ...]

_AT_ONCE = 300
"""Rows that are counted when they are first needed; of more the window counts beside the user."""


class Rechecker:
    """Runs the checks on the rows of a draft.

    Some findings depend on other rows (a sentence that is there twice, a habit of the whole
    translation): they may come and go in rows that nobody touched. What those checks know of a
    translation is kept, so that a changed row costs no more in a long text than in a short one.
    """

    def __init__(self, checks: Callable[[], Checks], check: PairCheck | None = None) -> None:
        """With a `check` of its own, only that one runs; otherwise all of `checks`, which are
        asked for when something is to be checked: a review is open before they are."""
        self._check = check
        self._checks_wanted = checks
        self._made: Checks | None = None
        self._kept: dict[int, KeptRows] = {}
        self._since: dict[int, set[str]] = {}
        self._prepared: CheckedRows = {}
        self.in_background = False

    def forget(self) -> None:
        """The translations, or the checks, have changed by other means than the rechecked
        drafts."""
        self._kept = {}
        self._since = {}
        self._made = None

    def look_again(self, state: TranslationState, keys: Collection[str]) -> None:
        """These rows have changed without being checked."""
        number = state.record.translation
        if number in self._kept:
            self._kept[number].stale.update(keys)
        if number in self._since:
            self._since[number].update(keys)

    def wants_counting(self, state: TranslationState) -> bool:
        """Whether the rows of a long translation have not been counted yet (see `in_background`):
        until they are, an edit is compared with the rows around it only."""
        kept = self._kept.get(state.record.translation)
        return (
            self.in_background
            and not self._check
            and len(state.beads) > _AT_ONCE
            and (kept is None or kept.partial)
        )

    def counting(
        self, state: TranslationState, others: Others
    ) -> Callable[[Callable[[float], None]], CountedRows]:
        """What counts all rows, on any thread: `state` and `others` must not change meanwhile.
        What it gives is for `take`."""
        self._since[state.record.translation] = set()
        checks = self._checks()
        return lambda go_on: counted(checks, state, state.beads.keys(), others, go_on)

    def take(self, translation: int, rows: CountedRows) -> None:
        """Go by rows that have been counted, unless something has changed that they rest on."""
        since = self._since.pop(translation, None)
        if since is None:
            return
        before = self._kept.get(translation)
        kept = self._kept[translation] = KeptRows(rows)
        kept.stale = since
        kept.owed = before.owed if before else set()

    @contextmanager
    def prepared(self, rows: CheckedRows) -> Iterator[None]:
        """Take what was found in rows elsewhere (see `check_all`), as long as this lasts."""
        self._prepared = rows
        try:
            yield
        finally:
            self._prepared = {}

    def findings(
        self,
        before: TranslationState,
        after: TranslationState,
        keys: Collection[str],
        touched: Collection[str],
        others: Others,
    ) -> dict[str, Findings]:
        """The findings of rows `keys` of the draft `after`, and of all others that changed.

        `touched` are all rows that are others in the draft than `before`, also those that are
        gone or say nothing.

        Where all of the rows say what they said when they were `prepared`, nothing is checked.
        """
        prepared = self._prepared.get(before.record.translation, {})
        if (
            keys
            and prepared.keys() >= set(keys)
            and all(
                prepared[key].pair == after.pair(key, others(after.beads[key].source))
                for key in keys
            )
        ):
            return {key: prepared[key].findings for key in keys}
        if self._check:
            return {
                key: tuple(self._check(after.pair(key, others(after.beads[key].source))))
                for key in keys
            }
        return self._found(before, after, keys, touched, others)

    def _found(
        self,
        before: TranslationState,
        after: TranslationState,
        keys: Collection[str],
        touched: Collection[str],
        others: Others,
    ) -> dict[str, Findings]:
        from reviewer.checks import combined

        checks = self._checks()
        kept = self._kept_rows(before, touched, others)
        kept.bring_up_to(before, kept.stale, others)
        owed = set() if kept.partial else {key for key in kept.owed if key in after.beads}
        touched = owed.union(touched)
        changed = kept.bring_up_to(after, touched, others)
        kept.bring_up_to(after, changed, others)
        kept.stale = touched
        kept.owed = kept.owed | touched if kept.partial else set()
        self._since.get(before.record.translation, set()).update(touched)
        return {
            key: combined(
                checks.of_pair(after.pair(key, others(after.beads[key].source))), kept.found(key)
            )
            for key in (*keys, *sorted((changed | owed).difference(keys)))
        }

    def _kept_rows(
        self, state: TranslationState, keys: Collection[str], others: Others
    ) -> KeptRows:
        number = state.record.translation
        kept = self._kept.get(number)
        if kept is None or not kept.reach(state, keys):
            owed = kept.owed if kept else set()
            partial = self.in_background and len(state.beads) > _AT_ONCE
            rows = near(state, keys) if partial else state.beads.keys()
            made = counted(self._checks(), state, rows, others)
            kept = self._kept[number] = KeptRows(made, partial=partial)
            kept.owed = owed
        return kept

    def _checks(self) -> Checks:
        if self._made is None:
            self._made = self._checks_wanted()
        return self._made
