"""Rows that a reviewer calls page furniture, or text after all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reviewer.domain import SegmentKind
from reviewer.messages import message
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.translation import TranslationState
from reviewer.review.operations.manual_alignment import relation_of
from reviewer.store.records import BeadVersion, SegmentVersion

MakeBeads = Callable[[TranslationState], tuple[BeadVersion, ...]]
_TITLES = frozenset({"title", "heading"})


def set_aside(state: TranslationState, keys: Sequence[str]) -> tuple[SegmentVersion, ...]:
    """The sentences of these rows as page furniture. Raises NotPossible where all are."""
    found = _versions(state, keys, to_furniture=True)
    if not found:
        raise NotPossible(message("These rows are page furniture already."))
    return found


def taken_as_text(state: TranslationState, keys: Sequence[str]) -> tuple[SegmentVersion, ...]:
    """The furniture of these rows as text. Raises NotPossible where there is none."""
    found = _versions(state, keys, to_furniture=False)
    if not found:
        raise NotPossible(message("These rows are text already."))
    return found


def of_one_block(state: TranslationState, key: str) -> tuple[str, ...]:
    """The keys of the rows that stand in the same paragraph of the file as row `key`."""
    row = state.row(key)
    names = row.source_ids or row.target_ids
    side = state.source if row.source_ids else state.text
    block = side.segment(names[0]).block
    keys = {
        state.key_of(segment.id) or segment.id
        for segment in side.ordered()
        if segment.block == block
    }
    return tuple(one for one in state.order().keys if one in keys)


def following(segments: Iterable[SegmentVersion]) -> MakeBeads:
    """How the rows of a translation follow when sentences turn into furniture or into text."""
    changed = tuple(segments)

    def make(draft: TranslationState) -> tuple[BeadVersion, ...]:
        names = {v.segment.id for v in changed if v.document in _documents(draft)}
        return (*_without(draft, names), *alone(draft, changed))

    return make


def called(version: SegmentVersion, *, furniture: bool) -> SegmentVersion:
    """The sentence as page furniture, or as the text that its role says it is."""
    text: SegmentKind = "heading" if version.segment.role in _TITLES else "body"
    kind: SegmentKind = "furniture" if furniture else text
    return replace(version, segment=replace(version.segment, kind=kind))


def carried(
    before: DocumentSentences, first: Iterable[SegmentVersion], after: DocumentSentences
) -> tuple[SegmentVersion, ...]:
    """The sentences of a newer version of a document that a reviewer has called something else.

    `first` are the versions of the sentences of `before` as the program read them. A sentence
    is the same where it reads as before; one that stands there twice and is called two things
    is nobody's decision.
    """
    read: dict[str, bool] = {}
    for version in first:
        read.setdefault(version.segment.id, version.segment.kind == "furniture")
    said: dict[str, set[bool]] = {}
    by_hand = set()
    for segment in before.ordered():
        text, furniture = before.original(segment.id), segment.kind == "furniture"
        said.setdefault(text, set()).add(furniture)
        if read.get(segment.id, furniture) != furniture:
            by_hand.add(text)
    found = []
    for segment in after.ordered():
        if segment.text not in by_hand or len(said[segment.text]) > 1:
            continue
        [furniture] = said[segment.text]
        if (segment.kind == "furniture") != furniture:
            found.append(called(after.version(segment.id), furniture=furniture))
    return tuple(found)


def _documents(state: TranslationState) -> tuple[int, int]:
    return state.source.document, state.record.id


def _versions(
    state: TranslationState, keys: Sequence[str], *, to_furniture: bool
) -> tuple[SegmentVersion, ...]:
    found = []
    for key in keys:
        row = state.row(key)
        for side, names in ((state.source, row.source_ids), (state.text, row.target_ids)):
            for name in names:
                version = side.version(name)
                if (version.segment.kind == "furniture") == to_furniture:
                    continue
                found.append(called(version, furniture=to_furniture))
    return tuple(found)


def _without(draft: TranslationState, names: set[str]) -> list[BeadVersion]:
    """The rows that lose sentences, and what is left of them."""
    made: dict[str, BeadVersion] = {}
    for key in {key for name in names if (key := draft.key_of(name)) is not None}:
        bead = draft.beads[key]
        source, target = (
            tuple(n for n in part if side.segment(n).kind != "furniture")
            for side, part in ((draft.source, bead.source), (draft.text, bead.target))
        )
        if (source, target) == (bead.source, bead.target):
            continue
        made.setdefault(key, replace(bead, findings=(), present=False))
        if source or target:
            relation = relation_of(draft, source, target, (key,))
            left = (source or target)[0]
            made[left] = BeadVersion(bead.document, left, source, target, relation, 1.0, True)
    return list(made.values())


def alone(draft: TranslationState, changed: Sequence[SegmentVersion]) -> list[BeadVersion]:
    """A row for each of some sentences that is text now and stands in none."""
    made = []
    for version in changed:
        name = version.segment.id
        if version.segment.kind == "furniture" or draft.key_of(name) is not None:
            continue
        if version.document == draft.source.document:
            bead = BeadVersion(draft.record.id, name, (name,), (), "missing", 1.0, False)
        elif version.document == draft.record.id:
            bead = BeadVersion(draft.record.id, name, (), (name,), "added", 1.0, False)
        else:
            continue
        made.append(bead)
    return made
