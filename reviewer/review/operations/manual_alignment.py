"""Alignment by hand: which beads take the place of which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from reviewer.domain import Relation, Segment, Span
from reviewer.messages import message
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import SideName
from reviewer.review.operations.split_row_text import position_in
from reviewer.store.records import BeadVersion, SegmentVersion

SentenceGroup = tuple[tuple[str, ...], tuple[str, ...]]
"""Source and target segments of a bead to be."""


@dataclass(frozen=True)
class Rearranged:
    """The rows `removed` make way for `groups`, after `segments` have been written.

    The first group is where the reviewer goes on. A person puts the groups as they are, but
    those in `loose` (by number) are what was left over, and may find a partner. `apart` says
    that the two groups must not come together again, `halves` that a row was cut in two, of
    which the one that is left over may as well be the other.
    """

    removed: tuple[str, ...]
    groups: tuple[SentenceGroup, ...]
    segments: tuple[SegmentVersion, ...] = ()
    loose: frozenset[int] = frozenset()
    apart: bool = False
    halves: bool = False


def linked(state: TranslationState, keys: Sequence[str]) -> Rearranged:
    """All sentences of some rows in one. A furniture row becomes part of the text by it."""
    if len(set(keys)) < 2:
        raise NotPossible(message("Select two or more rows to link them."))
    groups = [_group(state, key) for key in keys]
    source = state.source.in_order({name for group in groups for name in group[0]})
    target = state.text.in_order({name for group in groups for name in group[1]})
    removed = tuple(key for key in dict.fromkeys(keys) if key in state.beads)
    return Rearranged(removed, ((source, target),), _rescued(state, source + target))


def unlinked(state: TranslationState, key: str) -> Rearranged:
    """The two sides of a row in rows of their own."""
    bead = _bead(state, key)
    live = state.text.live(bead.target)
    if not bead.source or not live:
        raise NotPossible(message("The row has only one side; there is nothing to take apart."))
    dead = tuple(name for name in bead.target if name not in live)
    return Rearranged((key,), ((bead.source, dead), ((), live)), apart=True)


def merged_with_next(state: TranslationState, key: str, side: SideName | None) -> Rearranged:
    """A row with the one after it: both sides, or one side of the next row drawn into it."""
    following = _neighbour(state, key, up=False)
    if side is None:
        return linked(state, [key, following])
    here, there = _group(state, key), _group(state, following)
    taken = there[0] if side == "source" else state.text.live(there[1])
    if not taken:
        raise NotPossible(message("The next row has nothing on this side."))
    return _handed_over(state, key, following, taken, side, here, there)


def split(state: TranslationState, key: str, side: SideName, cursor: int) -> Rearranged:
    """A row in two at `cursor` in the text of one side.

    The other side is parted between two of its sentences, in the same proportion; when it
    is a single one it stays with the first part.
    """
    bead = _bead(state, key)
    text = state.source if side == "source" else state.text
    names = text.live(bead.source if side == "source" else bead.target)
    left, right, segments = _cut(text, names, cursor)
    share = cursor / len(text.text(names))
    live = state.text.live(bead.target)
    # A sentence that was emptied marks its place still.
    dead = _without(bead.target, live)
    if side == "source":
        first, second = _parted(state.text, live, share)
        groups: tuple[SentenceGroup, ...] = ((left, dead + first), (right, second))
    else:
        first, second = _parted(state.source, bead.source, share)
        groups = ((first, dead + left), (second, right))
    return Rearranged((key,), groups, segments, _one_sided(state, groups), halves=True)


def moved(state: TranslationState, key: str, side: SideName, *, up: bool) -> Rearranged:
    """The first sentence of one side to the row above, or the last one to the row below."""
    here = _group(state, _bead(state, key).key)
    names = here[0] if side == "source" else state.text.live(here[1])
    if not names:
        raise NotPossible(message("The row has nothing on this side to move."))
    other = _neighbour(state, key, up=up)
    taken = (names[0],) if up else (names[-1],)
    return _handed_over(state, other, key, taken, side, _group(state, other), here)


def beads(state: TranslationState, rearranged: Rearranged) -> tuple[BeadVersion, ...]:
    """The versions that carry a rearrangement out in `state`, which has its segments."""
    document = state.record.id
    made: list[BeadVersion] = []
    for number, (source, target) in enumerate(rearranged.groups):
        if source or target:
            beside = {bead.key: bead for bead in made}
            relation = relation_of(state, source, target, rearranged.removed, beside)
            key, fixed = (source or target)[0], number not in rearranged.loose
            made.append(BeadVersion(document, key, source, target, relation, 1.0, fixed))
    kept = {bead.key for bead in made}
    gone = [
        replace(state.beads[key], findings=(), present=False)
        for key in rearranged.removed
        if key not in kept
    ]
    return (*made, *gone)


def relation_of(
    state: TranslationState,
    source: tuple[str, ...],
    target: tuple[str, ...],
    removed: tuple[str, ...],
    instead: Mapping[str, BeadVersion] = MappingProxyType({}),
) -> Relation:
    """What a bead of these segments is, beside the rows other than `removed`.

    `instead` has beads that stand otherwise than in `state`, by key; not this one.
    """
    live = state.text.live(target)
    if not source:
        return "added"
    if not live:
        return "missing"
    positions = [state.text.position(name) for name in live]
    before = _in_order_beyond(state, source[0], -1, removed, instead)
    after = _in_order_beyond(state, source[-1], 1, removed, instead)
    crosses = any(max(_places(state, bead)) > min(positions) for bead in before) or any(
        min(_places(state, bead)) < max(positions) for bead in after
    )
    return "moved" if crosses else "aligned"


def _in_order_beyond(
    state: TranslationState,
    name: str,
    step: int,
    removed: tuple[str, ...],
    instead: Mapping[str, BeadVersion],
) -> Iterator[BeadVersion]:
    """The rows in order whose source stands wholly before, or behind, a sentence, and that speak
    for all others: those beyond stand wholly on the far side of one of these, and do not cross it.

    Often one; several where rows have sentences between those of another row.
    """
    ordered, start = state.source.ordered(), state.source.position(name)
    other = {n: bead for bead in instead.values() if bead.present for n in bead.source}
    last = -1 if step < 0 else len(ordered)
    seen: set[str] = set()
    place = start + step
    while (last - place) * step > 0:
        found = ordered[place].id
        place += step
        bead = other.get(found) or state.bead_of(found)
        if bead is None or bead.relation != "aligned" or bead.key in seen:
            continue
        seen.add(bead.key)
        if instead[bead.key] is not bead if bead.key in instead else bead.key in removed:
            continue
        places = [state.source.position(name) for name in bead.source]
        near, far = (max(places), min(places)) if step < 0 else (min(places), max(places))
        if (near - start) * step > 0 and state.text.live(bead.target):
            last = max(last, far) if step < 0 else min(last, far)
            yield bead


def _places(state: TranslationState, bead: BeadVersion) -> list[int]:
    return [state.text.position(name) for name in state.text.live(bead.target)]


def _handed_over(
    state: TranslationState,
    to: str,
    giver: str,
    taken: tuple[str, ...],
    side: SideName,
    receiving: SentenceGroup,
    giving: SentenceGroup,
) -> Rearranged:
    if side == "source":
        groups = (
            (state.source.in_order(receiving[0] + taken), receiving[1]),
            (_without(giving[0], taken), giving[1]),
        )
    else:
        groups = (
            (receiving[0], state.text.in_order(receiving[1] + taken)),
            (giving[0], _without(giving[1], taken)),
        )
    return Rearranged((to, giver), groups, loose=_one_sided(state, groups) - {0})


def _cut(
    side: DocumentSentences, names: Sequence[str], cursor: int
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[SegmentVersion, ...]]:
    """The sentences before and after a place in their joined text; one may be cut in two."""
    offset = 0
    for number, name in enumerate(names):
        text = side.segment(name).text
        inside = cursor - offset
        if inside <= len(text):
            left, right = text[: max(inside, 0)].strip(), text[max(inside, 0) :].strip()
            if left and right:
                halves = _halves(side, name, inside)
                before, after = tuple(names[:number]), tuple(names[number + 1 :])
                second = halves[1].segment.id
                return (*before, name), (second, *after), halves
            split_at = number + 1 if left else number
            if 0 < split_at < len(names):
                return tuple(names[:split_at]), tuple(names[split_at:]), ()
            break
        offset += len(text) + 1
    raise NotPossible(message("Put the cursor between two words of the text to split it there."))


def _halves(
    side: DocumentSentences, name: str, cursor: int
) -> tuple[SegmentVersion, SegmentVersion]:
    version = side.version(name)
    segment, original = version.segment, side.original(name)
    place = position_in(segment.text, original, cursor)
    if segment.text[cursor - 1].isspace() or segment.text[cursor].isspace():
        # What parts the halves now must part them in the document too.
        place = min(_spaces(original), key=lambda space: abs(space - place), default=len(original))
    begin, end = segment.span.start, segment.span.end
    left, right = original[:place].rstrip(), original[place:].lstrip()
    first = replace(
        segment, text=segment.text[:cursor].rstrip(), span=Span(begin, begin + len(left))
    )
    second = Segment(
        side.new_id(),
        segment.text[cursor:].lstrip(),
        segment.block,
        Span(end - len(right), end),
        segment.kind,
        segment.role,
    )
    return (
        replace(version, segment=first),
        SegmentVersion(version.document, second, side.rank_after(name)),
    )


def _spaces(text: str) -> list[int]:
    return [place for place, letter in enumerate(text) if letter.isspace()]


def _parted(
    side: DocumentSentences, names: tuple[str, ...], share: float
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if len(names) < 2:
        return names, ()
    lengths = [len(side.segment(name).text) + 1 for name in names]
    number = min(
        range(1, len(names)), key=lambda cut: abs(sum(lengths[:cut]) / sum(lengths) - share)
    )
    return names[:number], names[number:]


def _rescued(state: TranslationState, names: Sequence[str]) -> tuple[SegmentVersion, ...]:
    """Furniture that a person put beside a sentence is text after all."""
    versions = [
        (state.source if name in state.source else state.text).version(name) for name in names
    ]
    return tuple(
        replace(version, segment=replace(version.segment, kind="body"))
        for version in versions
        if version.segment.kind == "furniture"
    )


def _group(state: TranslationState, key: str) -> SentenceGroup:
    bead = state.beads.get(key)
    if bead:
        return bead.source, bead.target
    row = state.row(key)
    return row.source_ids, row.target_ids


def _bead(state: TranslationState, key: str) -> BeadVersion:
    bead = state.beads.get(key)
    if bead is None:
        raise NotPossible(
            message("Page furniture is not aligned. Link it with a row to make it text.")
        )
    return bead


def _neighbour(state: TranslationState, key: str, *, up: bool) -> str:
    keys = [one for one in state.order().keys if one in state.beads]
    number = keys.index(_bead(state, key).key) + (-1 if up else 1)
    if not 0 <= number < len(keys):
        raise NotPossible(
            message("There is no row above.") if up else message("There is no row below.")
        )
    return keys[number]


def _one_sided(state: TranslationState, groups: tuple[SentenceGroup, ...]) -> frozenset[int]:
    def has_text(names: tuple[str, ...]) -> bool:
        return any(name not in state.text or state.text.live([name]) for name in names)

    return frozenset(
        number
        for number, (source, target) in enumerate(groups)
        if not source or not has_text(target)
    )


def _without(names: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in taken)
