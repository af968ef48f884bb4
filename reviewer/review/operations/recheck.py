"""Check again what an operation touched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reviewer.domain import Finding, Pair
from reviewer.review.model.translation import TranslationState
from reviewer.review.operations.check_all import CheckedRows

if TYPE_CHECKING:
    from reviewer.checks import Checks

PairCheck = Callable[[Pair], Sequence[Finding]]
Findings = tuple[Finding, ...]

_AROUND = 100
"""Rows on either side that are compared with a touched one: an article whole, of a book a part.

Checks that compare all rows take a second for ten thousand, and an edit has a tenth of one.
"""

_MARGIN = 50
"""Rows that must be left on either side of a touched one, for those compared last to do again."""


class Rechecker:
    """Runs the checks on the rows of a draft.

    Some findings depend on other rows (a sentence that is there twice): they are compared
    with those before, since they may come and go in rows that nobody touched.
    """

    def __init__(self, checks: Callable[[], Checks], check: PairCheck | None = None) -> None:
        """With a `check` of its own, only that one runs; otherwise all of `checks`, which are
        asked for when something is to be checked: a review is open before they are."""
        self._check = check
        self._checks_wanted = checks
        self._made: Checks | None = None
        self._last: tuple[int, tuple[str, ...], Mapping[str, Findings]] | None = None
        self._prepared: CheckedRows = {}

    def forget(self) -> None:
        """The translations, or the checks, have changed by other means than the rechecked
        drafts."""
        self._last = None
        self._made = None

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
        others: Callable[[tuple[str, ...]], Mapping[str, str]],
    ) -> dict[str, Findings]:
        """The findings of rows `keys` of the draft `after`, and of all others that changed.

        `others` gives what the other translations have for some source segments. Where all of
        the rows say what they said when they were `prepared`, nothing is checked.
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
        old, new = self._across(before, after, keys)
        changed = {
            key
            for key in old.keys() | new.keys()
            if key in after.beads and old.get(key) != new.get(key)
        }
        return {
            key: self._of(after.pair(key, others(after.beads[key].source)), new.get(key, ()))
            for key in (*keys, *sorted(changed.difference(keys)))
        }

    def _of(self, pair: Pair, across: Findings) -> Findings:
        if self._check:
            return (*self._check(pair), *across)
        from reviewer.checks import combined

        return combined(self._checks().of_pair(pair), across)

    def _checks(self) -> Checks:
        if self._made is None:
            self._made = self._checks_wanted()
        return self._made

    def _across(
        self, before: TranslationState, after: TranslationState, keys: Collection[str]
    ) -> tuple[Mapping[str, Findings], Mapping[str, Findings]]:
        """What comparing rows finds near `keys`, before and after, by row."""
        if self._check:
            return {}, {}
        number = before.record.translation
        touched = {*keys, *(before.beads.keys() - after.beads.keys())}
        last = self._last
        if last and last[0] == number and _is_inside(touched, last[1], before):
            _, then, old = last
            near = {*then, *keys}
            now = tuple(key for key in after.order().keys if key in near and key in after.beads)
        else:
            now = _near(after, keys)
            near = {*now, *touched}
            then = tuple(key for key in before.order().keys if key in near and key in before.beads)
            old = _compared(before, then, self._checks())
        new = _compared(after, now, self._checks())
        self._last = number, now, new
        return old, new


def _is_inside(touched: Collection[str], keys: Sequence[str], state: TranslationState) -> bool:
    """Whether touched rows stand among `keys`, not near an end that is none of the text's."""
    places = [place for place, key in enumerate(keys) if key in touched]
    if not places or not {key for key in touched if key in state.beads}.issubset(keys):
        return False
    order = state.order().keys
    first = next(key for key in order if key in state.beads)
    last = next(key for key in reversed(order) if key in state.beads)
    begins, ends = keys[0] == first, keys[-1] == last
    return (begins or places[0] >= _MARGIN) and (ends or places[-1] < len(keys) - _MARGIN)


def _near(state: TranslationState, keys: Collection[str]) -> tuple[str, ...]:
    """The rows around some rows, in order; only those that are aligned, missing or added."""
    order = state.order().keys
    places = [place for place, key in enumerate(order) if key in keys]
    near = {
        place
        for middle in places
        for place in range(max(middle - _AROUND, 0), min(middle + _AROUND + 1, len(order)))
    }
    return tuple(order[place] for place in sorted(near) if order[place] in state.beads)


def _compared(
    state: TranslationState, keys: tuple[str, ...], checks: Checks
) -> Mapping[str, Findings]:
    found = checks.of_document([state.pair(key) for key in keys])
    return {keys[number]: tuple(findings) for number, findings in found.items()}
