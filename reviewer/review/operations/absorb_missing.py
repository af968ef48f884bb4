"""An edited row takes in the missing sentences beside it that it says now."""

from __future__ import annotations

from dataclasses import replace

from reviewer.review.model.translation import TranslationState
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
    if bead is None or bead.fixed or not state.text.live(bead.target):
        return ()
    if is_held(state, bead, edited=False):
        return ()
    window = beads_around(state, [bead], state.bead_of)
    missing = {
        other.key: other
        for other in window
        if other.relation == "missing" and not is_held(state, other)
    }
    landmarks = [bead] if bead.source else _beside_in_translation(state, bead)
    if not any(
        is_run(state, state.source, landmark.source + other.source)
        for landmark in landmarks
        for other in missing.values()
    ):
        return ()
    pieces = {name: _pieces(state, name) for name in bead.target}
    free = [replace(other, fixed=other.key != key and is_held(state, other)) for other in window]
    [touched] = [other for other in free if other.key == key]
    parts = [part for name in bead.target for part in pieces[name]]
    apart = len(parts) > len(bead.target) and all(back for _, back in parts)
    wanted = _SAYS_IT if apart else _SURELY_SAYS_IT
    for old, new in aligned_again(state, free, [touched], pieces=pieces):
        taken = [other for other in old if other.key != key]
        if len(taken) == len(old) or not taken or any(o.key not in missing for o in taken):
            continue
        if any(not (b.source and b.target) or b.confidence < wanted for b in new):
            continue
        source = state.source.in_order({name for b in new for name in b.source})
        made = replace(
            bead,
            key=source[0],
            source=source,
            relation=bead.relation if bead.source else new[0].relation,
            confidence=min(b.confidence for b in new),
        )
        if is_run(state, state.source, source):
            gone = [replace(o, findings=(), present=False) for o in old if o.key != made.key]
            return (made, *gone)
    return ()


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
