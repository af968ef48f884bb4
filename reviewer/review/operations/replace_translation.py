"""A newer version of a translation, or one more, comes into the review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.domain import Segment, joined
from reviewer.messages import Message
from reviewer.review.history.undo_stack import KEEP
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.fingerprints import fingerprints
from reviewer.review.model.lost_edits import LostEdit, kept, setting_key
from reviewer.review.model.own_findings import OWN, moved_to, own_of, within
from reviewer.review.model.translation import TranslationState
from reviewer.review.operations import manual_alignment, page_furniture
from reviewer.review.operations.edit_text import edit_text
from reviewer.review.operations.import_analysis import write_comparison
from reviewer.review.operations.runner import MakeBeads, OperationRunner
from reviewer.store.records import (
    BeadVersion,
    DecisionVersion,
    Operation,
    Patch,
    SegmentVersion,
)

if TYPE_CHECKING:
    from reviewer.analysis import Comparison

Texts = tuple[str, str]
"""What the source and the translation of a row say."""

_UNSURE = 0.5  # confidence of what is left of a bead when a fixed one has taken its part


def replace_translation(
    runner: OperationRunner, translation: int, comparison: Comparison, label: Message
) -> tuple[LostEdit, ...]:
    """Make `comparison` the one that holds for number `translation`, which may be a new one.

    Of the version before, what still has its place is kept: decisions (their fingerprints
    find them), what was called page furniture or text, links made by hand between sentences
    that read as before, corrections of sentences that read as before, and sentences put in
    where one is still missing. Returns the corrections that have no place any more, which the
    review keeps in a list.
    """
    # Only here, since it brings the sentence splitter with it.
    from reviewer.text.segments import segments

    before = runner.translations.get(translation)
    source = runner.project.document(runner.source_record.id)
    ids = _our_ids(runner.source, segments(source, "s"))
    texts = {segment.id: segment.text for segment in runner.source.ordered()}
    operation = Operation("translation", label, translation, "", comparison.side.document.path)
    try:
        with runner.project.transaction():
            number = runner.project.write_operation(operation)
            write_comparison(
                runner.project,
                number,
                translation,
                ids,
                texts,
                comparison,
                runner.across.dismissed,
            )
            runner.load()
            after = runner.translations[translation]
            carrier = _Carrier(runner, before or after, after, number)
            carrier.call_as_before()
            if not before:
                return ()
            lost = carrier.carry()
            setting = setting_key(translation)
            runner.project.write_setting(setting, kept(runner.project.setting(setting), lost))
            return lost
    finally:
        runner.load()


class _Carrier:
    """Brings the work on one version of a translation into the next."""

    def __init__(
        self,
        runner: OperationRunner,
        before: TranslationState,
        after: TranslationState,
        operation: int,
    ) -> None:
        self._runner = runner
        self._before = before
        self._after = after
        self._operation = operation

    def call_as_before(self) -> None:
        """Leave out of the rows what a reviewer called page furniture, and take in what is text.

        The analysis does not know of it, neither in the source nor in the translation.
        """
        side = self._before.text
        first = [version for _, version in self._runner.project.all_segments(side.document)]
        changed = page_furniture.carried(side, first, self._after.text)
        source = [self._after.source.version(each.id) for each in self._after.source.ordered()]
        moved = [v for v in source if self._stands(v) == (v.segment.kind == "furniture")]
        if changed or moved:
            make = page_furniture.following([*changed, *moved])
            name = (changed or moved)[0].segment.id
            self._write(changed, make, first_key=name)

    def _stands(self, version: SegmentVersion) -> bool:
        """Whether a row of text has the sentence."""
        return self._after.key_of(version.segment.id) is not None

    def carry(self) -> tuple[LostEdit, ...]:
        """Bring over what has its place, and return the corrections that have none."""
        for bead in self._before.beads.values():
            if bead.fixed and bead.target:
                self._link_again(bead)
        corrections = self._corrections()
        for bead in (*self._before.beads.values(), *self._before.resting.values()):
            if own_of(bead.findings):
                self._find_again(bead)
        originals = {segment.text for segment in self._after.text.ordered()}
        for key in self._after.order().keys:
            self._correct_again(key, corrections)
        lost = [
            self._lost(name, old, new)
            for name, old, new in self._corrected()
            if old not in originals
        ]
        for row in self._before.rows():
            put_in = row.relation is not None and row.target and not row.original_target
            if put_in and not self._says(row.key, row.target):
                lost.append(LostEdit(row.key, row.source, "", row.target))
        return tuple(lost)

    def _lost(self, name: str, old: str, new: str) -> LostEdit:
        row = self._before.row(self._before.key_of(name) or name)
        return LostEdit(row.key, row.source, old, new)

    def _says(self, key: str, text: str) -> bool:
        return key in self._after.beads and self._after.row(key).target == text

    def _link_again(self, bead: BeadVersion) -> None:
        side = self._before.text
        wanted = [text for text in map(side.original, side.live(bead.target)) if text]
        target = self._find(wanted)
        if not bead.source or not target:
            return
        standing = self._after.beads.get(bead.source[0])
        if standing and (standing.source, standing.target) == (bead.source, target):
            return
        touched = dict.fromkeys(
            key for name in bead.source + target if (key := self._after.key_of(name))
        )
        taken = {*bead.source, *target}
        rest = [
            (_without(standing.source, taken), _without(standing.target, taken))
            for standing in (self._after.beads[key] for key in touched)
        ]
        rearranged = manual_alignment.Rearranged(tuple(touched), ((bead.source, target), *rest))

        def make(draft: TranslationState) -> tuple[BeadVersion, ...]:
            first, *others = manual_alignment.beads(draft, rearranged)
            return (first, *(replace(one, confidence=_UNSURE, fixed=False) for one in others))

        self._write((), make, first_key=bead.source[0])

    def _find(self, texts: list[str]) -> tuple[str, ...]:
        """The segments of the new version with these texts, if each is there exactly once."""
        places = defaultdict(list)
        for segment in self._after.text.ordered():
            places[segment.text].append(segment.id)
        found = [places[text] for text in texts]
        if not found or any(len(names) != 1 for names in found):
            return ()
        return self._after.text.in_order({name for [name] in found})

    def _corrections(self) -> dict[str, str]:
        """What became of sentences of the old version, by what they said in the document."""
        return {old: new for _, old, new in self._corrected()}

    def _corrected(self) -> list[tuple[str, str, str]]:
        """The sentences of the old version that were corrected: id, before, after."""
        side = self._before.text
        return [
            (segment.id, original, segment.text)
            for segment in side.ordered()
            if (original := side.original(segment.id)) and original != segment.text
        ]

    def _correct_again(self, key: str, corrections: dict[str, str]) -> None:
        row = self._after.row(key)
        old = [self._after.text.segment(name).text for name in row.target_ids]
        texts = [corrections.get(text, text) for text in old]
        if texts != old:
            self._edit(key, joined([text for text in texts if text]))
        elif row.relation == "missing" and row.source and key in self._before.beads:
            earlier = self._before.row(key)
            put_in = earlier.target and not earlier.original_target
            if put_in and earlier.source == row.source:
                self._edit(key, earlier.target)

    def _find_again(self, bead: BeadVersion) -> None:
        """Bring the reviewer's own findings of a row to the row that has its sentences now: its
        source, or its translation where it has none. Those of what is page furniture rest."""
        old = self._before.source.text(bead.source), self._before.text.text(bead.target)
        names = bead.source or self._find([self._before.text.original(n) for n in bead.target])
        there = next((key for name in names if (key := self._after.key_of(name))), None)
        if there is not None:
            standing = self._after.beads[there]
        elif names:
            document, target = self._after.record.id, () if bead.source else names
            standing = BeadVersion(
                document, names[0], bead.source, target, bead.relation, 1.0, True, present=False
            )
            standing = self._after.resting.get(standing.key, standing)
        else:
            return
        after = self._after
        new = after.source.text(standing.source), after.text.text(standing.target)
        moved = (moved_to(within(one, old), old, new) for one in own_of(bead.findings))
        made = replace(standing, findings=(*standing.findings, *moved))
        patch = Patch(beads=(made,), decisions=tuple(self._decided(bead, old, made, new)))
        number = self._after.record.translation
        operation = Operation("translation", KEEP, number, made.key, continues=self._operation)
        self._runner.project.commit(operation, patch)
        self._after.apply(patch)

    def _decided(
        self, bead: BeadVersion, old: Texts, made: BeadVersion, new: Texts
    ) -> Iterator[DecisionVersion]:
        decisions = self._before.decisions
        known = {
            finding.subject: decisions.get(name)
            for finding, name in zip(bead.findings, fingerprints(*old, bead.findings), strict=True)
        }
        for finding, name in zip(made.findings, fingerprints(*new, made.findings), strict=True):
            if finding.check == OWN and (was := known.get(finding.subject)):
                yield DecisionVersion(
                    self._after.record.translation, name, "accept", was.state, was.comment
                )

    def _edit(self, key: str, text: str) -> None:
        changed, make = edit_text(self._after, key, text)
        self._write(changed, make, first_key=key)

    def _write(
        self, changed: tuple[SegmentVersion, ...], make: MakeBeads, *, first_key: str
    ) -> None:
        number = self._after.record.translation
        patch = self._runner.checked(number, changed, make)
        operation = Operation("translation", KEEP, number, first_key, continues=self._operation)
        self._runner.project.commit(operation, patch)
        self._after.apply(patch)


def _our_ids(ours: DocumentSentences, theirs: Iterable[Segment]) -> list[tuple[str, ...]]:
    """For each segment of the source as an analysis cuts it: those of the review that it covers.

    The reviewer may have cut some in two since.
    """
    by_block = defaultdict(list)
    for segment in ours.ordered():
        by_block[segment.block].append(segment)
    taken: set[str] = set()
    found = []
    for wanted in theirs:
        names = tuple(
            segment.id
            for segment in by_block[wanted.block]
            if segment.id not in taken
            and segment.span.start < wanted.span.end
            and wanted.span.start < segment.span.end
        )
        taken.update(names)
        found.append(names)
    return found


def _without(names: tuple[str, ...], taken: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in taken)
