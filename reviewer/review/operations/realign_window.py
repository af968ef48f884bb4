"""The rows beside one that a person has changed, and how they would be aligned again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reviewer.domain import Bead
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.fingerprints import fingerprints, row_fingerprint
from reviewer.review.model.translation import TranslationState
from reviewer.store.records import BeadVersion

_SLICE, _BETWEEN = 20, 5
"""Sentences to either side that are handed over, more than are aligned along; and how many next
to each other may have no counterpart."""


def is_held(state: TranslationState, bead: BeadVersion, *, edited: bool = True) -> bool:
    """Whether a row shows a person's work: fixed, edited, decided or remarked on.

    Without `edited`, a changed text does not count.
    """
    side = state.text
    changed = any(side.segment(name).text != side.original(name) for name in bead.target)
    if bead.fixed or side.live(bead.target) != bead.target or (edited and changed):
        return True
    if not state.decisions:
        return False
    source, target = state.source.text(bead.source), side.text(bead.target)
    names = [row_fingerprint(source, target), *fingerprints(source, target, bead.findings)]
    known = (state.decisions.get(name) for name in names)
    return any(one and (one.state != "open" or one.comment) for one in known)


def aligned_again(
    state: TranslationState,
    beads: Sequence[BeadVersion],
    touched: Sequence[BeadVersion],
    *,
    reach: int | None = None,
    pieces: Mapping[str, Sequence[tuple[str, str | None]]] | None = None,
) -> list[tuple[tuple[BeadVersion, ...], tuple[BeadVersion, ...]]]:
    """What of some beads changes when those beside the touched ones are aligned again.

    Each change is what goes and what comes; `fixed` beads stay. `pieces` has target sentences
    that are looked at in parts, by id: the parts' texts with their back-translations. Beads
    that come have a sentence in parts as often as its parts are in it. `reach` is that of
    `reviewer.alignment.realign`.
    """
    from reviewer.alignment import realign
    from reviewer.alignment.neighbourhood import AFFECTED, regrouped
    from reviewer.machine_translation.encoders import VectorsOnDemand

    numbers = _Numbers.of(state, beads, pieces or {})
    before = [numbers.bead(state, bead) for bead in beads]
    changed = [numbers.bead(state, bead) for bead in touched]
    source, target = state.source, state.text
    sources = [source.segment(name).text for name in numbers.rows]

    def encoder(rows: Sequence[int], columns: Sequence[int]) -> VectorsOnDemand:
        return VectorsOnDemand(
            ([sources[n] for n in rows], source.language),
            ([numbers.texts[n] for n in columns], target.language),
        )

    after = realign(
        before,
        sources,
        numbers.texts,
        changed_source=frozenset(n for bead in changed for n in bead.source),
        changed_target=frozenset(n for bead in changed for n in bead.target),
        source_language=source.language,
        target_language=target.language,
        back_translation=numbers.backs if any(numbers.backs) else None,
        source_headings=_headings(source, numbers.rows),
        target_headings=_headings(target, numbers.whole),
        source_paragraphs=[source.segment(name).block for name in numbers.rows],
        target_paragraphs=[target.segment(name).block for name in numbers.whole],
        vectors=lambda rows, columns: encoder(rows, columns)(),
        read_together=encoder((), ()).read,
        word_by_word=encoder((), ()).word_by_word,
        free=state.free,
        reach=AFFECTED if reach is None else reach,
    )
    version_of = dict(zip(before, beads, strict=True))
    return [
        (
            tuple(version_of[bead] for bead in gone),
            tuple(numbers.version(state, bead) for bead in came),
        )
        for gone, came in regrouped(before, after)
        if gone != came
    ]


@dataclass(frozen=True)
class _Numbers:
    """Sentences by number, as the alignment wants them: the source's `rows`, and the target's
    texts with their back-translations; `whole` names for each the sentence that it is part of."""

    rows: Sequence[str]
    whole: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    backs: list[str | None] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        state: TranslationState,
        beads: Iterable[BeadVersion],
        pieces: Mapping[str, Sequence[tuple[str, str | None]]],
    ) -> _Numbers:
        """Of the sentences of some beads; `pieces` are those that are looked at in parts."""
        beads = list(beads)
        made = cls(state.source.in_order({name for bead in beads for name in bead.source}))
        live = {name for bead in beads for name in state.text.live(bead.target)}
        for name in state.text.in_order(live):
            text = state.text.segment(name).text
            for part, back in pieces.get(name) or ((text, back_translation(state, text)),):
                made.whole.append(name)
                made.texts.append(part)
                made.backs.append(back)
        return made

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """The number of a source sentence."""
        return {name: number for number, name in enumerate(self.rows)}

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the parts of a target sentence."""
        found: dict[str, list[int]] = {}
        for number, name in enumerate(self.whole):
            found.setdefault(name, []).append(number)
        return found

    def bead(self, state: TranslationState, bead: BeadVersion) -> Bead:
        """A bead of names by numbers."""
        return Bead(
            tuple(self.row_of[name] for name in bead.source),
            tuple(n for name in state.text.live(bead.target) for n in self.places[name]),
            bead.relation,
            bead.confidence,
            bead.fixed,
        )

    def version(self, state: TranslationState, bead: Bead) -> BeadVersion:
        """A bead of numbers by names."""
        source = tuple(self.rows[n] for n in bead.source)
        target = tuple(self.whole[n] for n in bead.target)
        key = (source or target)[0]
        document = state.record.id
        return BeadVersion(document, key, source, target, bead.relation, bead.confidence, False)


def beads_around(
    state: TranslationState,
    beads: Iterable[BeadVersion],
    standing: Callable[[str], BeadVersion | None],
) -> list[BeadVersion]:
    """The beads with sentences near those of some beads, and those themselves.

    `standing` gives the bead that a segment stands in, None for furniture.
    """
    near = _standing_near(state, beads, standing, _SLICE)
    # What one side leaves alone is found from the rows that it stands between.
    return _standing_near(state, near, standing, _BETWEEN)


def _standing_near(
    state: TranslationState,
    beads: Iterable[BeadVersion],
    standing: Callable[[str], BeadVersion | None],
    within: int,
) -> list[BeadVersion]:
    beads = list(beads)
    found: dict[str, BeadVersion] = {}
    for side, names in (
        (state.source, [name for bead in beads for name in bead.source]),
        (state.text, [name for bead in beads for name in bead.target]),
    ):
        ordered = side.ordered()
        places = {
            place
            for name in names
            for place in range(side.position(name) - within, side.position(name) + within + 1)
        }
        for place in sorted(places):
            bead = standing(ordered[place].id) if 0 <= place < len(ordered) else None
            if bead and (bead.source or state.text.live(bead.target)):
                found[bead.key] = bead
    return list(found.values())


def back_translation(state: TranslationState, text: str) -> str | None:
    """What may be relied on of what became of a text in the source's language."""
    back = state.back.get(text)
    return back.text if back and back.reliable else None


def _headings(side: DocumentSentences, names: Sequence[str]) -> frozenset[int]:
    return frozenset(n for n, name in enumerate(names) if side.segment(name).kind == "heading")


def is_run(state: TranslationState, side: DocumentSentences, names: Sequence[str]) -> bool:
    """Whether nothing that is aligned otherwise stands between some sentences of one side."""
    places = [side.position(name) for name in names]
    between = side.ordered()[min(places, default=0) : max(places, default=-1) + 1]
    return not any(
        segment.id not in names and segment.text and state.key_of(segment.id) for segment in between
    )
