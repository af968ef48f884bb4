"""An edited row takes in the missing sentences beside it that it says now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reviewer.domain import Relation
from reviewer.review.model.translation import TranslationState
from reviewer.review.operations.manual_alignment import relation_of
from reviewer.review.operations.realign_window import (
    aligned_again,
    back_translation,
    beads_around,
    is_held,
    is_run,
)
from reviewer.store.records import BeadVersion

_SAYS_IT, _SURELY_SAYS_IT = 0.8, 0.9
"""How sure it must be that an edited row says a missing sentence: where that stands apart in it
and was translated back, and otherwise (docs/measurements/realigning.md)."""


def absorb_missing(state: TranslationState, key: str) -> tuple[BeadVersion, ...]:
    """The versions that let an edited row take in missing sentences that its text says now.

    The row comes first; none when nothing is to change. It never gives anything away, no other
    row changes, and none that shows a person's work is taken in.
    """
    bead = state.beads.get(key)
    if bead is None or not _may_take_in(state, bead):
        return ()
    window = beads_around(state, [bead], state.bead_of)
    missing = {
        other.key: other
        for other in window
        if other.relation == "missing" and not is_held(state, other)
    }
    if not _stand_beside(state, bead, missing.values()):
        return ()
    pieces = {name: _pieces(state, name) for name in bead.target}
    free = [replace(other, fixed=other.key != key and is_held(state, other)) for other in window]
    [touched] = [other for other in free if other.key == key]
    for old, new in aligned_again(state, free, [touched], pieces=pieces):
        taken = {other.key for other in old} - {key}
        if not taken or len(taken) == len(old) or not taken <= missing.keys():
            continue
        if _is_sure(new, _wanted(pieces)) and (found := _absorbed(state, bead, old, new)):
            return found
    return ()


def _may_take_in(state: TranslationState, bead: BeadVersion) -> bool:
    if bead.fixed or not state.text.live(bead.target):
        return False
    return not is_held(state, bead, edited=False)


def _stand_beside(
    state: TranslationState, bead: BeadVersion, missing: Iterable[BeadVersion]
) -> bool:
    """Whether one of the missing sentences stands where the row could take it in."""
    landmarks = [bead] if bead.source else _beside_in_translation(state, bead)
    return any(
        is_run(state, state.source, landmark.source + other.source)
        for other in missing
        for landmark in landmarks
    )


def _wanted(pieces: Mapping[str, Sequence[tuple[str, str | None]]]) -> float:
    """How sure it must be, by whether the new sentence stands apart and was translated back."""
    parts = [part for found in pieces.values() for part in found]
    apart = len(parts) > len(pieces) and all(back for _, back in parts)
    return _SAYS_IT if apart else _SURELY_SAYS_IT


def _is_sure(new: Sequence[BeadVersion], wanted: float) -> bool:
    return all(bead.source and bead.target and bead.confidence >= wanted for bead in new)


def _absorbed(
    state: TranslationState,
    bead: BeadVersion,
    old: Sequence[BeadVersion],
    new: Sequence[BeadVersion],
) -> tuple[BeadVersion, ...]:
    """The row with the sources of all the new ones, and the old ones gone; none when its
    source would have a gap."""
    source = state.source.in_order({name for one in new for name in one.source})
    if not is_run(state, state.source, source):
        return ()
    made = replace(
        bead,
        key=source[0],
        source=source,
        relation=bead.relation if bead.source else _relation(state, source, bead, old),
        confidence=min(one.confidence for one in new),
    )
    gone = [replace(one, findings=(), present=False) for one in old if one.key != made.key]
    return (made, *gone)


def _relation(
    state: TranslationState,
    source: tuple[str, ...],
    bead: BeadVersion,
    old: Sequence[BeadVersion],
) -> Relation:
    """Whether what only the translation had is in order, beside the rows that stay as they are."""
    return relation_of(state, source, bead.target, tuple(one.key for one in old))


def _beside_in_translation(state: TranslationState, bead: BeadVersion) -> list[BeadVersion]:
    """The rows whose translations stand before and after that of a row."""
    found = []
    ordered = state.text.ordered()
    for place, step in (
        (state.text.position(bead.target[0]), -1),
        (state.text.position(bead.target[-1]), 1),
    ):
        place += step
        while 0 <= place < len(ordered):
            key = state.key_of(ordered[place].id)
            if key is not None and state.beads[key].source:
                found.append(state.beads[key])
                break
            place += step
    return found


def _pieces(state: TranslationState, name: str) -> list[tuple[str, str | None]]:
    """The sentences that a changed segment has become, with their back-translations."""
    text = state.text.segment(name).text
    back = back_translation(state, text)
    if text == state.text.original(name):
        return [(text, back)]
    # Only here, since it brings the rules of all languages with it.
    from reviewer.text.sentences import split_sentences

    parts = [span.of(text) for span in split_sentences(text, state.text.language)]
    if len(parts) < 2:
        return [(text, back)]
    backs = [span.of(back) for span in split_sentences(back or "", state.source.language) if back]
    if len(backs) != len(parts):
        return [(part, back_translation(state, part)) for part in parts]
    return list(zip(parts, backs, strict=True))
