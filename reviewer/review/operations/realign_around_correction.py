"""A correction by hand, and what follows from it in the rows beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.domain import Relation
from reviewer.review.model.translation import TranslationState
from reviewer.review.operations import manual_alignment
from reviewer.review.operations.realign_window import (
    aligned_again,
    beads_around,
    is_held,
    is_run,
)
from reviewer.store.records import BeadVersion

_REACH = 6
"""Rows to either side of a correction that may change with it."""

_DOUBTFUL = 0.65
"""Links less sure than this are in doubt, for the checks too (docs/decisions/doubtful-pairs.md)."""

_LIKELY, _SURE, _VERY_SURE = 0.6, 0.85, 0.95
"""How sure new links must be: where all that they replace was in doubt or has lost its partner
by the correction; where not all; and where the correction only stands beside it, or a person
has taken apart what the program believed in (docs/measurements/realigning.md)."""


def realign_around(
    state: TranslationState, rearranged: manual_alignment.Rearranged
) -> tuple[BeadVersion, ...]:
    """The versions that carry a rearrangement out in `state`, which has its segments, and
    those of the rows beside it that find other partners by it.

    The first is where the reviewer goes on. Rows that a person fixed, edited, decided on or
    remarked on stay as they are.
    """
    made = manual_alignment.beads(state, rearranged)
    near = _Neighbourhood(state, made)
    present = [bead for bead in made if bead.present]
    if rearranged.apart:
        _find_partners_apart(near, present)
    else:
        if rearranged.halves:
            _keep_the_likelier_half(near, present)
        _align_beside(near, [bead.key for bead in near.versions() if bead.present])
    return near.versions()


def newly_matched(state: TranslationState, beads: Iterable[BeadVersion]) -> tuple[str, ...]:
    """The rows among `beads` with a pair that `state` has not and no person has made."""
    return tuple(
        bead.key
        for bead in beads
        if bead.present
        and not bead.fixed
        and bead.document == state.record.id
        and bead.source
        and bead.target
        and not _is_same(state.beads.get(bead.key), bead)
    )


class _Neighbourhood:
    """The beads around those made by hand, as they would stand."""

    def __init__(self, state: TranslationState, made: Sequence[BeadVersion]) -> None:
        self.state = state
        self._first = _names(made[0])[0]
        self._now = {bead.key: bead for bead in made}
        self._of = {name: bead.key for bead in made for name in _names(bead)}

    def versions(self) -> tuple[BeadVersion, ...]:
        """What is to be written, first where the first sentence stands that was made by hand."""
        first = self._now[self._of[self._first]]
        return (first, *(bead for bead in self._now.values() if bead is not first))

    def bead(self, key: str) -> BeadVersion:
        return self._now[key]

    def put(self, gone: Iterable[BeadVersion], new: Iterable[BeadVersion]) -> None:
        """Let beads take the place of others."""
        came = list(new)
        self._now |= _instead(gone, came)
        self._of |= {name: bead.key for bead in came for name in _names(bead)}

    def in_order(self, changes: Sequence[_Correction]) -> bool:
        """Whether the new beads that are said to be in order would be, beside all that stands.

        They were found together with changes that are not wanted; what stands in the place of
        those may be on the other side of them.
        """
        now = dict(self._now)
        for change in changes:
            now |= _instead(change.old, change.new)
        return all(
            bead.relation != "aligned" or self._relation(bead, now) == "aligned"
            for change in changes
            for bead in change.new
        )

    def place_again(self, bead: BeadVersion) -> None:
        """Say anew whether a bead is in order."""
        self.put((), [replace(bead, relation=self._relation(bead, self._now))])

    def _relation(self, bead: BeadVersion, now: Mapping[str, BeadVersion]) -> Relation:
        others = {key: other for key, other in now.items() if key != bead.key}
        return manual_alignment.relation_of(
            self.state, bead.source, bead.target, (bead.key,), others
        )

    def groups(
        self, keys: Iterable[str], free: Iterable[str] = (), wall: Iterable[str] = ()
    ) -> list[_Correction]:
        """How the beads around some would stand if they were aligned again.

        Those in `free` may change although a person made them; those in `wall` count as
        being in order although they are not.
        """
        window = self.window(keys)
        free, wall = set(free), set(wall)
        beads = [
            replace(
                bead,
                fixed=bead.key not in free and self._held(bead),
                relation="aligned" if bead.key in wall else bead.relation,
            )
            for bead in window
        ]
        touched = [bead for bead in beads if bead.key in set(keys)]
        found = aligned_again(self.state, beads, touched, reach=_REACH)
        known = {(bead.source, bead.target): bead for bead in window}
        changes = [
            (tuple(known[bead.source, bead.target] for bead in old), new) for old, new in found
        ]
        return [_Correction(old, self._with_emptied(old, new)) for old, new in changes]

    def _with_emptied(
        self, old: Sequence[BeadVersion], new: Sequence[BeadVersion]
    ) -> tuple[BeadVersion, ...]:
        """The new beads with the sentences that were emptied, which mark their places still."""
        text, came = self.state.text, list(new)
        for bead in old:
            live = text.live(bead.target)
            if dead := [name for name in bead.target if name not in live]:
                heirs = (n for n, one in enumerate(came) if {*one.source} & {*bead.source})
                number = next(heirs, 0)
                heir = came[number]
                target = text.in_order({*heir.target, *dead})
                came[number] = replace(heir, key=(heir.source or target)[0], target=target)
        return tuple(came)

    def _standing(self, name: str) -> BeadVersion | None:
        key = self._of.get(name)
        return self.state.bead_of(name) if key is None else self._now[key]

    def _held(self, bead: BeadVersion) -> bool:
        # What has moved was found by looking at the whole text.
        far = bead.relation == "moved" and not _is_weak(bead)
        return far or is_held(self.state, bead)

    def window(self, keys: Iterable[str]) -> list[BeadVersion]:
        """The beads that have sentences near those of some beads."""
        return beads_around(self.state, [self._now[key] for key in keys], self._standing)


@dataclass(frozen=True)
class _Correction:
    """Beads that would make way for others."""

    old: tuple[BeadVersion, ...]
    new: tuple[BeadVersion, ...]

    def is_better(
        self,
        state: TranslationState,
        loose: Callable[[BeadVersion], bool],
        at_least: float = 0.0,
    ) -> bool:
        """Whether it is for the better: likely, in order, and no sentence loses its partner.

        `loose` are beads that a correction left without their partner or out of order.
        """
        if not all(_contiguous(state, bead) for bead in self.new):
            return False
        if _matched(self.new) < _matched(self.old):
            return False
        doubtful = [bead for bead in self.old if loose(bead) or _is_weak(bead)]
        wanted = max(at_least, _LIKELY if len(doubtful) == len(self.old) else _SURE)
        if not any(map(loose, self.old)):
            wanted = _VERY_SURE
        return bool(doubtful) and all(
            bead.confidence >= wanted for bead in self.new if bead.source and bead.target
        )


def _align_beside(near: _Neighbourhood, keys: Sequence[str]) -> None:
    """Align the rows around those made by hand; one out of order may show that they are."""
    made = [near.bead(key) for key in keys]
    crossing = [bead for bead in made if bead.fixed and bead.relation == "moved"]
    if crossing and _accept(near, keys, wall=[bead.key for bead in crossing]):
        for bead in crossing:
            near.place_again(bead)
    else:
        _accept(near, keys)


def _accept(near: _Neighbourhood, keys: Sequence[str], wall: Sequence[str] = ()) -> bool:
    made = [near.bead(key) for key in keys]
    seeking = {bead.key for bead in made if not bead.fixed}
    walls = [bead for bead in made if bead.key in wall]

    def loose(bead: BeadVersion) -> bool:
        return bead.key in seeking or any(_crosses(near.state, bead, one) for one in walls)

    better = [
        change
        for change in near.groups(keys, free=seeking, wall=wall)
        if change.is_better(near.state, loose)
    ]
    together = near.in_order(better)
    taken = [change for change in better if together or near.in_order([change])]
    for change in taken:
        near.put(change.old, change.new)
    return bool(taken)


def _find_partners_apart(near: _Neighbourhood, made: Sequence[BeadVersion]) -> None:
    """A partner for each of two sides that a person has taken apart, but never each other."""
    for side in made:
        for change in near.groups([side.key], free=[side.key]):
            whole = any(set(_names(side)) < set(_names(bead)) for bead in change.new)
            better = change.is_better(near.state, side.__eq__, _VERY_SURE)
            if whole and better and near.in_order([change]):
                near.put(change.old, change.new)


def _keep_the_likelier_half(near: _Neighbourhood, made: Sequence[BeadVersion]) -> None:
    """Of a sentence cut in two the half that its counterpart translates keeps it."""
    if len(made) != 2 or {bead.fixed for bead in made} != {True, False}:
        return
    keeper, seeker = sorted(made, key=lambda bead: not bead.fixed)
    state = near.state
    cut, whole = ("source", "target") if seeker.source else ("target", "source")
    mine, its, common = getattr(keeper, cut), getattr(seeker, cut), getattr(keeper, whole)
    if state.text.live(keeper.target) != keeper.target:
        return
    halves = [keeper.key, seeker.key]
    for change in near.groups(halves, free=halves):
        for bead in change.new:
            taken = set(getattr(bead, cut))
            if (
                taken.issuperset(its)
                and taken.isdisjoint(mine)
                and set(getattr(bead, whole)) == set(common)
                and bead.confidence >= _LIKELY
            ):
                source, target = (its, common) if cut == "source" else (common, its)
                alone = (mine, ()) if cut == "source" else ((), mine)
                first = replace(keeper, key=(source or target)[0], source=source, target=target)
                other = replace(
                    seeker,
                    key=mine[0],
                    source=alone[0],
                    target=alone[1],
                    relation="missing" if cut == "source" else "added",
                )
                near.put((keeper, seeker), (first, other))
                return


def _instead(gone: Iterable[BeadVersion], new: Iterable[BeadVersion]) -> dict[str, BeadVersion]:
    """What is written when beads take the place of others, by key."""
    came = {bead.key: bead for bead in new}
    left = {bead.key: replace(bead, findings=(), present=False) for bead in gone}
    return left | came


def _names(bead: BeadVersion) -> tuple[str, ...]:
    return bead.source + bead.target if bead.present else ()


def _is_same(old: BeadVersion | None, new: BeadVersion) -> bool:
    return old is not None and (old.source, old.target) == (new.source, new.target)


def _is_weak(bead: BeadVersion) -> bool:
    return not (bead.source and bead.target) or bead.confidence < _DOUBTFUL


def _matched(beads: Iterable[BeadVersion]) -> int:
    return sum(len(bead.source) + len(bead.target) for bead in beads if bead.source and bead.target)


def _crosses(state: TranslationState, bead: BeadVersion, wall: BeadVersion) -> bool:
    if bead.relation != "aligned" or bead.key == wall.key:
        return False
    before = state.source.position(bead.source[0]) < state.source.position(wall.source[0])
    return before != (state.text.position(bead.target[0]) < state.text.position(wall.target[0]))


def _contiguous(state: TranslationState, bead: BeadVersion) -> bool:
    return is_run(state, state.source, bead.source) and is_run(state, state.text, bead.target)
