"""Carries out operations on an open review: writes them, updates the memory, tells listeners."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reviewer.domain import BackTranslation, Pair
from reviewer.messages import Message, message
from reviewer.review.history.settled_record import SettledRecord
from reviewer.review.history.undo_stack import UndoStack
from reviewer.review.model.coherence import (
    require_beads,
    require_documents,
    require_sentences,
)
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.ignore_rules import IgnoreRule
from reviewer.review.model.kept_profile import KeptProfile
from reviewer.review.model.own_findings import (
    OWN,
    carried,
    carried_decisions,
    own_of,
    standing_or_resting,
)
from reviewer.review.model.translation import Effect, TranslationState
from reviewer.review.model.unseen_findings import unseen
from reviewer.review.model.views import ChangeKind, ReviewChange
from reviewer.review.operations.across_reviews import AcrossReviews
from reviewer.review.operations.carried_decisions import decisions_that_follow
from reviewer.review.operations.check_all import CheckedRows
from reviewer.review.operations.draft_missing import draft_key, kept_drafts
from reviewer.review.operations.import_analysis import free_key
from reviewer.review.operations.kept_rows import CountedRows
from reviewer.review.operations.page_furniture import alone
from reviewer.review.operations.recheck import PairCheck, Rechecker
from reviewer.store.errors import making_sense
from reviewer.store.records import (
    BeadVersion,
    DocumentRecord,
    Operation,
    Patch,
    SegmentVersion,
)

if TYPE_CHECKING:
    from reviewer.profiles import Profile
    from reviewer.store.memory import Memory
    from reviewer.store.project import ProjectFile

Listener = Callable[[ReviewChange], None]

MakeBeads = Callable[[TranslationState], tuple[BeadVersion, ...]]


class OperationRunner:
    """Writes each operation, then takes it in, then announces it, in this order."""

    def __init__(
        self, project: ProjectFile, memory: Memory | None, check: PairCheck | None
    ) -> None:
        self.project = project
        self.across = AcrossReviews(project, memory)
        self.listeners: list[Listener] = []
        self._rechecker = Rechecker(lambda: self.profile().checks(), check)
        self.load()

    def load(self) -> None:
        """Read everything anew from the file. Raises StoreError, also when it makes no sense."""
        with making_sense(self.project.path):
            self._load()

    def _load(self) -> None:
        documents = self.project.documents()
        require_documents(documents)
        self.source_record, *records = documents
        self.source = self._side(self.source_record)
        self.translations = {record.translation: self._translation(record) for record in records}
        self.history = UndoStack(self.project.operations())
        self._kept_profile = KeptProfile(self.project)
        self._rechecker.forget()
        self.settled = {
            number: SettledRecord(self.project, state, lambda: self.history.taken_back)
            for number, state in self.translations.items()
        }

    def profile(self) -> Profile:
        """What the client wants: the copy that the review keeps."""
        return self._kept_profile.profile()

    def use_profile(self, profile: Profile) -> None:
        """Keep a profile with the review, and check by it from now on."""
        self._kept_profile.keep(profile)
        self._rechecker.forget()

    def pairs(self, numbers: Collection[int]) -> dict[int, list[tuple[str, Pair]]]:
        """All rows of these translations as the checks see them, with their keys."""
        return {
            number: [
                (key, state.pair(key, self._others(state, state.beads[key].source)))
                for key in state.order().keys
                if key in state.beads and _says(state, state.beads[key])
            ]
            for number, state in self.translations.items()
            if number in numbers
        }

    def count_in_background(self) -> None:
        """Leave it to others to count the rows of long translations: see `wants_counting`."""
        self._rechecker.in_background = True

    def wants_counting(self, number: int) -> bool:
        """Whether an edit is compared with the rows around it only, until all have been counted."""
        return self._rechecker.wants_counting(self.translations[number])

    def counting(self, number: int) -> Callable[[Callable[[float], None]], CountedRows]:
        """What counts the rows of a translation as they stand now, on any thread."""
        source = self.source.copy()
        states = {key: one.draft(source, Patch()) for key, one in self.translations.items()}
        here, all_of_them = states[number], tuple(states.values())
        return self._rechecker.counting(here, lambda names: others_of(here, all_of_them, names))

    def take_counted(self, number: int, rows: CountedRows) -> None:
        """Go by rows that have been counted."""
        self._rechecker.take(number, rows)

    def check_again(self, label: Message, found: CheckedRows | None = None) -> ReviewChange:
        """Check all translations anew, as one step that can be taken back. `found` is what was
        found in their rows already."""
        with self._rechecker.prepared(found or {}):
            patch = Patch.of(self._checked_again(state) for state in self.translations.values())
        return self.perform(Operation("check", label, next(iter(self.translations)), ""), patch)

    def _checked_again(self, state: TranslationState) -> Patch:
        number = state.record.translation
        patch = self.checked(number, (), lambda draft: tuple(draft.beads.values()))
        news = tuple(bead for bead in patch.beads if bead != state.beads.get(bead.key))
        return replace(patch, beads=news)

    def perform(self, operation: Operation, patch: Patch) -> ReviewChange:
        """Write an operation; it is in the file before anything else knows of it."""
        try:
            number = self.project.commit(operation, patch)
        except BaseException:
            self._rechecker.forget()
            raise
        self.history.add(replace(operation, id=number))
        return self._take_in(operation, patch)

    def look_again(self, patch: Patch) -> None:
        """What a patch concerns is written without its checks: it is read again before the next
        row is checked. To be said before and after, since it may move rows."""
        for state in self.translations.values():
            self._rechecker.look_again(state, _rows_of(state, patch))

    def checked(
        self,
        translation: int,
        segments: tuple[SegmentVersion, ...],
        make_beads: MakeBeads,
        make_other_beads: MakeBeads | None = None,
    ) -> Patch:
        """What to write when `segments` change and beads are made anew on top of them.

        The beads are checked; decisions follow findings that say the same as before. When
        the source's own segments change, the other translations' beads are brought in line
        by `make_other_beads`, or as it follows where sentences were cut in two.
        """
        source = self.source
        if any(version.document == source.document for version in segments):
            source = source.copy()
            source.apply(v for v in segments if v.document == source.document)
        patch = self._checked(self.translations[translation], source, segments, make_beads)
        if source is not self.source:
            follow = make_other_beads or _following(self.source, segments)
            for number, state in self.translations.items():
                if number != translation:
                    more = self._checked(state, source, segments, follow)
                    patch = Patch.of((patch, replace(more, segments=())))
        return patch

    def learn(
        self, state: TranslationState, translations: Mapping[str, BackTranslation]
    ) -> ReviewChange:
        """Take in back-translations of a translation's sentences; check their rows again."""
        evidence = _evidence(state.record, translations.values())
        with self.project.transaction():
            self.project.write_back_translations(state.text.language, translations)
            if evidence != state.record.evidence:
                self.project.write_evidence(state.record.id, evidence)
        state.record = replace(state.record, evidence=evidence)
        state.back.update(translations)
        keys = dict.fromkeys(
            key
            for segment in state.text.ordered()
            if segment.text in translations and (key := state.key_of(segment.id))
        )
        state.forget_rows()
        number = state.record.translation
        patch = self.checked(number, (), lambda draft: tuple(draft.beads[key] for key in keys))
        news = Patch(beads=tuple(bead for bead in patch.beads if bead != state.beads.get(bead.key)))
        operation = Operation("back_translation", message("Back-translation"), number, "")
        self.history.add(replace(operation, id=self.project.commit(operation, news)))
        self._applied(state, news)
        return self.announce(ReviewChange("back_translation", number, tuple(keys)))

    def announce(self, change: ReviewChange) -> ReviewChange:
        """Tell everyone who listens."""
        for listener in tuple(self.listeners):
            listener(change)
        return change

    def announce_all(self, translation: int, *, structure: bool = True) -> ReviewChange:
        """Say of all rows of a translation that they look different, or are others."""
        keys = self.translations[translation].order().keys
        kind: ChangeKind = "translation" if structure else "rules"
        return self.announce(ReviewChange(kind, translation, keys, structure))

    def rules(self, language: str) -> tuple[IgnoreRule, ...]:
        """The rules to ignore for the source's language and this one."""
        kept = self.project.ignore_rules(self.source_record.language, language)
        return tuple(IgnoreRule(**parts) for parts in kept)

    def _checked(
        self,
        state: TranslationState,
        source: DocumentSentences,
        segments: tuple[SegmentVersion, ...],
        make_beads: MakeBeads,
    ) -> Patch:
        draft = state.draft(source, Patch(segments))
        beads = {bead.key: bead for bead in make_beads(draft)}
        draft.apply(Patch(beads=tuple(beads.values())))
        keys = [bead.key for bead in beads.values() if bead.present and _says(draft, bead)]
        found = self._rechecker.findings(
            state, draft, keys, beads.keys(), lambda names: self._others(state, names)
        )
        for key in beads.keys() - found.keys():
            beads[key] = replace(beads[key], findings=())
        for key, findings in found.items():
            findings = (*findings, *unseen(state, draft, key, findings))
            beads[key] = replace(beads.get(key, draft.beads[key]), findings=findings)
        for key, kept in carried(state, draft, beads).items():
            bead = beads.get(key) or replace(state.resting[key], findings=())
            beads[key] = replace(bead, findings=(*bead.findings, *kept))
        changed = tuple(beads.values())
        decisions = {one.fingerprint: one for one in decisions_that_follow(state, draft, changed)}
        own = {one.fingerprint: one for one in carried_decisions(state, draft, changed)}
        return Patch(segments, changed, tuple((decisions | own).values()))

    def checked_since(self, step: Operation, patch: Patch) -> Patch:
        """What undo or redo writes, with what back-translations that came since have shown."""
        source: DocumentSentences | None = None
        found: dict[tuple[int, str], BeadVersion] = {}
        for number, state in self.translations.items():
            mine = tuple(bead for bead in patch.beads if bead.document == state.record.id)
            if mine and self.history.learned_since(step, number):
                if source is None:
                    # Copying all sentences of a long text is work that a key would wait for.
                    source = self.source.copy()
                    source.apply(v for v in patch.segments if v.document == source.document)
                again = self._checked(state, source, patch.segments, _as_they_are(mine))
                made = {bead.key: bead for bead in mine}
                # What the reviewer had found then stood in the texts of then.
                found |= {
                    (bead.document, bead.key): _with_own(bead, made.get(bead.key))
                    for bead in again.beads
                }
        beads = {(bead.document, bead.key): bead for bead in patch.beads} | found
        return replace(patch, beads=tuple(beads.values()))

    def _others(self, state: TranslationState, names: tuple[str, ...]) -> Mapping[str, str]:
        return others_of(state, self.translations.values(), names)

    def _take_in(self, operation: Operation, patch: Patch) -> ReviewChange:
        self.source.apply(v for v in patch.segments if v.document == self.source.document)
        mine = ReviewChange(operation.kind, operation.translation, (), label=operation.label)
        others = []
        for number, state in self.translations.items():
            effect = self._applied(state, patch)
            change = replace(
                mine, translation_id=number, rows=effect.rows, structure=effect.structure
            )
            if number == operation.translation:
                mine = replace(change, rows=_first(operation.row_key, effect.rows))
            elif effect.rows or effect.structure:
                others.append(change)
        self.across.remember(patch.decisions)
        for change in (mine, *others):
            self.announce(change)
        return mine

    def _applied(self, state: TranslationState, patch: Patch) -> Effect:
        before = [
            old
            for bead in patch.beads
            if bead.document == state.record.id and (old := state.beads.get(bead.key))
        ]
        effect = state.apply(patch)
        self.settled[state.record.translation].take_in(before, patch)
        return effect

    def _side(self, record: DocumentRecord) -> DocumentSentences:
        side = DocumentSentences(
            record.id,
            record.language,
            partial(self.project.blocks, record.id),
            self.project.segments(record.id),
        )
        require_sentences(side)
        return side

    def _translation(self, record: DocumentRecord) -> TranslationState:
        side, beads = self._side(record), standing_or_resting(self.project.beads(record.id))
        require_beads(self.source, side, {key: one for key, one in beads.items() if one.present})
        return TranslationState(
            record,
            self.source,
            side,
            beads,
            self.project.decisions(record.translation),
            self.project.back_translations(record.language),
            self.rules(record.language),
            free=bool(self.project.setting(free_key(record.id))),
            drafts=kept_drafts(self.project.setting(draft_key(record.translation))),
        )


def others_of(
    state: TranslationState, states: Iterable[TranslationState], names: tuple[str, ...]
) -> Mapping[str, str]:
    """What the other translations have for some source segments, by language."""
    found = {}
    for other in states:
        bead = other.beads.get(names[0]) if names and other is not state else None
        if bead and bead.source == names and (text := other.text.text(bead.target)):
            found[other.text.language] = text
    return found


def _rows_of(state: TranslationState, patch: Patch) -> set[str]:
    """The rows of a translation that a patch concerns, as they stand now."""
    documents = {state.record.id, state.source.document}
    names = (one.segment.id for one in patch.segments if one.document in documents)
    return {
        *(bead.key for bead in patch.beads if bead.document == state.record.id),
        *(key for name in names if (key := state.key_of(name))),
    }


def _evidence(record: DocumentRecord, backs: Iterable[BackTranslation]) -> str:
    """What a translation rests on once it has these, in the words of an analysis."""
    if record.evidence not in ("", "none"):
        return record.evidence
    made = (f"argos {back.package} {back.version}" for back in backs if back.reliable)
    return next(made, record.evidence)


def _first(key: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((key, *keys))) if key in keys else keys


def _following(old: DocumentSentences, segments: Sequence[SegmentVersion]) -> MakeBeads:
    """How a translation's beads follow when source segments are cut in two, or when page furniture
    was linked in another translation and is text by it: then they are missing here."""
    changed = [version for version in segments if version.document == old.document]
    first, *rest = (version.segment.id for version in changed)

    def make(draft: TranslationState) -> tuple[BeadVersion, ...]:
        key = draft.key_of(first)
        if key is None:
            return tuple(alone(draft, changed))
        bead = draft.beads[key]
        new = [name for name in rest if name not in old]
        return (replace(bead, source=draft.source.in_order({*bead.source, *new})),)

    return make


def _with_own(bead: BeadVersion, then: BeadVersion | None) -> BeadVersion:
    """A bead as it was checked, with the reviewer's own findings of `then`."""
    if then is None:
        return bead
    checked = (one for one in bead.findings if one.check != OWN)
    return replace(bead, findings=(*checked, *own_of(then.findings)))


def _as_they_are(beads: tuple[BeadVersion, ...]) -> MakeBeads:
    return lambda _: beads


def _says(state: TranslationState, bead: BeadVersion) -> bool:
    return bool(state.source.text(bead.source) or state.text.text(bead.target))
