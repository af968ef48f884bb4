"""The rows of a translation as the checks keep them that look at more than one row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.domain import Finding, Pair
from reviewer.review.model.translation import TranslationState

if TYPE_CHECKING:
    from reviewer.checks import Checks
    from reviewer.checks.rows import Key
    from reviewer.checks.run import WholeTranslation

Others = Callable[[tuple[str, ...]], Mapping[str, str]]
"""What the other translations have for some source segments, by language."""

_AROUND = 100
"""Rows on either side of a touched one that are looked at until all have been counted."""

_MARGIN = 50
"""Rows that must be left on either side of a touched one, for those looked at last to do again."""

_STEP = 50
"""Rows between two calls of `go_on`."""


@dataclass(frozen=True, slots=True)
class CountedRows:
    """What the checks keep of some rows of a translation, and the order that these stood in."""

    whole: WholeTranslation
    places: Mapping[str, int]


class KeptRows:
    """What the checks keep, and of which rows.

    They stand as in the draft that was checked last, which becomes the translation, unless it is
    given up. `stale` are the rows that may stand otherwise by now, `owed` those that were checked
    by what only some of the rows say: they are checked again once all are known.
    """

    def __init__(self, counted: CountedRows, *, partial: bool = False) -> None:
        self.stale: set[str] = set()
        self.owed: set[str] = set()
        self.partial = partial
        self._whole = counted.whole
        self._whole.rows.place = self._place
        self._places: Mapping[str, int] | None = counted.places
        self._state: TranslationState | None = None

    def bring_up_to(
        self, state: TranslationState, keys: Collection[str], others: Others
    ) -> set[str]:
        """Let these rows stand as in `state`. The rows with other findings than before, as far
        as they are there."""
        pairs = {
            key: state.pair(key, others(state.beads[key].source))
            for key in keys
            if key in state.beads
        }
        new = {key for key in keys if not self._has(key, pairs.get(key), state)}
        for key in new:
            self._whole.remove(key)
        self._state, self._places = state, None
        for key in new & pairs.keys():
            self._whole.add(key, pairs[key])
        return {str(key) for key in self._whole.changed() if key in state.beads}

    def found(self, key: str) -> tuple[Finding, ...]:
        """The findings of a row."""
        return self._whole.found(key)

    def reach(self, state: TranslationState, touched: Collection[str]) -> bool:
        """Whether these rows are among those that are kept, and not near an end that is none of
        the text's."""
        if not self.partial:
            return True
        known = self._whole.rows.pairs
        keys = [key for key in state.order().keys if key in state.beads]
        places = [place for place, key in enumerate(keys) if key in touched]
        return all(
            keys[number] in known
            for place in places
            for number in (max(place - _MARGIN, 0), place, min(place + _MARGIN, len(keys) - 1))
        )

    def _has(self, key: str, pair: Pair | None, state: TranslationState) -> bool:
        """Whether a row is kept as it is in `state`."""
        known = self._whole.rows.pairs.get(key)
        if known is None or pair is None:
            return known is pair
        return known == pair and self._place(key) == place_in(state, key)

    def _place(self, key: Key) -> tuple[int, int]:
        if self._places is not None:
            return self._places[str(key)], 0
        assert self._state
        return place_in(self._state, str(key))


def place_in(state: TranslationState, key: str) -> tuple[int, int]:
    """Where a row stands: as its translation does, or before all of it as its source does."""
    bead = state.beads[key]
    if bead.target:
        return state.text.position(bead.target[0]), 0
    return -1, state.source.position(bead.source[0])


def near(state: TranslationState, keys: Collection[str]) -> set[str]:
    """The rows around some rows."""
    order = state.order().keys
    places = [place for place, key in enumerate(order) if key in keys]
    return {
        order[place]
        for middle in places
        for place in range(max(middle - _AROUND, 0), min(middle + _AROUND + 1, len(order)))
        if order[place] in state.beads
    }


def counted(
    checks: Checks,
    state: TranslationState,
    keys: Collection[str],
    others: Others,
    go_on: Callable[[float], None] = lambda _share: None,
) -> CountedRows:
    """What the checks keep of some rows, or all; `go_on` is told the share done (0 to 1), and
    what it raises ends it."""
    places = {
        key: number for number, key in enumerate(sorted(keys, key=lambda one: place_in(state, one)))
    }
    whole = checks.whole(lambda key: (places[str(key)], 0))
    for key, number in places.items():
        if number % _STEP == 0:
            go_on(number / len(places))
        whole.add(key, state.pair(key, others(state.beads[key].source)))
    whole.changed(lambda _share: go_on(1.0))
    return CountedRows(whole, places)
