"""Check again what an operation touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reviewer.domain import Finding, Pair
from reviewer.review.state import TranslationState

Check = Callable[[Pair], Sequence[Finding]]
Findings = tuple[Finding, ...]


class Rechecker:
    """Runs the checks on the rows of a draft.

    Some findings depend on the whole translation (a sentence that is there twice): they
    are compared with those before, since they may come and go in rows that nobody touched.
    """

    def __init__(self, check: Check | None = None) -> None:
        """With a `check` of its own, only that one runs; otherwise all of `reviewer.checks`."""
        self._check = check
        self._across: dict[int, Mapping[str, Findings]] = {}

    def forget(self) -> None:
        """The translations have changed by other means than the rechecked drafts."""
        self._across.clear()

    def findings(
        self,
        before: TranslationState,
        after: TranslationState,
        keys: Iterable[str],
        others: Callable[[tuple[str, ...]], Mapping[str, str]],
    ) -> dict[str, Findings]:
        """The findings of rows `keys` of the draft `after`, and of all others that changed.

        `others` gives what the other translations have for some source segments.
        """
        number = before.record.translation
        if number not in self._across:
            self._across[number] = self._across_rows(before)
        old, new = self._across[number], self._across_rows(after)
        self._across[number] = new
        found = {
            key: (*self._of(after.pair(key, others(after.beads[key].source))), *new.get(key, ()))
            for key in keys
        }
        for key in (old.keys() | new.keys()) - found.keys():
            if key in after.beads and old.get(key) != new.get(key):
                gone = old.get(key, ())
                kept = [one for one in after.beads[key].findings if one not in gone]
                found[key] = (*kept, *new.get(key, ()))
        return found

    def _of(self, pair: Pair) -> Sequence[Finding]:
        if self._check:
            return self._check(pair)
        from reviewer.checks import check_pair

        return check_pair(pair)

    def _across_rows(self, state: TranslationState) -> Mapping[str, Findings]:
        if self._check:
            return {}
        from reviewer.checks import check_document

        keys = [key for key in state.order().keys if key in state.beads]
        found = check_document([state.pair(key) for key in keys])
        return {keys[number]: tuple(findings) for number, findings in found.items()}
