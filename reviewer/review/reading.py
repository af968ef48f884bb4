"""What a review shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from reviewer import formats
from reviewer.domain import Document, Edit, LeftOut, Span
from reviewer.messages import Message
from reviewer.review.export_edits import Home, corrected_edits, sentence_places
from reviewer.review.history.came_back import came_back
from reviewer.review.history.row_history import row_history
from reviewer.review.history.timeline import timeline
from reviewer.review.model.fingerprints import row_fingerprint, status_name
from reviewer.review.model.ignore_rules import IgnoreRule
from reviewer.review.model.lost_edits import LostEdit, from_setting, setting_key, still_lost
from reviewer.review.model.overview import overview, overview_cells
from reviewer.review.model.own_findings import NOTE, mqm_category
from reviewer.review.model.row_index import RowIndex
from reviewer.review.model.score import Score, Scoring, score
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import (
    CommentOrigin,
    Counts,
    HistoryEntry,
    OverviewCell,
    OverviewRow,
    ReadingPlace,
    Row,
    SettledFinding,
    SourceInfo,
    TimelineStep,
    TranslationInfo,
    UndoStep,
)
from reviewer.review.operations.runner import OperationRunner
from reviewer.store.memory import Remembered
from reviewer.store.records import Operation
from reviewer.text.set_aside import Reading, warnings


class ReviewReader:
    """The half of `Review` that changes nothing."""

    def __init__(self, runner: OperationRunner) -> None:
        """Not for callers: use `create` or `open`."""
        self._runner = runner
        self._warned: dict[int, tuple[tuple[int, int, int], tuple[Message, ...]]] = {}

    @property
    def path(self) -> Path:
        """The review's own file."""
        return self._runner.project.path

    @property
    def source(self) -> SourceInfo:
        """The source text."""
        record = self._runner.source_record
        return SourceInfo(record.path, record.language)

    @property
    def translations(self) -> tuple[TranslationInfo, ...]:
        """The translations in the order in which they were added."""
        records = [state.record for state in self._runner.translations.values()]
        return tuple(
            TranslationInfo(one.translation, one.path, one.language, one.evidence)
            for one in records
        )

    def rows(self, translation_id: int) -> tuple[Row, ...]:
        """The rows of a translation beside its source.

        Source order; added sentences stand after the row of the sentence that they follow
        in the translation; furniture of either side is a row with one side; a moved row
        stands at its source's place and knows where it went.
        """
        return self._state(translation_id).rows()

    def row(self, translation_id: int, row_key: str) -> Row:
        """One row as it stands now."""
        return self._state(translation_id).row(row_key)

    def row_now(self, translation_id: int, row_key: str) -> str:
        """The key of the row that has the first sentence of row `row_key`, which may be gone."""
        return self._state(translation_id).key_of(row_key) or row_key

    def row_of_source(self, translation_id: int, sentence: str) -> str:
        """The key of the row that has a sentence of the source; "" without one."""
        return self._state(translation_id).key_of(sentence) or sentence

    def index(self, translation_id: int) -> RowIndex:
        """What has to be known of every row at once. It follows what happens to the rows; when
        rows come, go or change places there is another one."""
        return self._state(translation_id).index()

    def rows_of(self, translation_id: int) -> RowsOf:
        """The rows of a translation, one at a time."""
        return RowsOf(self._runner, translation_id)

    def overview(self) -> tuple[OverviewRow, ...]:
        """The lines of what compares all translations: each source sentence."""
        return overview(self._runner.source)

    def overview_cells(self, source_id: str) -> tuple[OverviewCell, ...]:
        """What each translation, in their order, has for a source sentence."""
        return overview_cells(source_id, self._runner.translations.values())

    def counts(self, translation_id: int) -> Counts:
        """How many findings there are, and how many sentences are reviewed."""
        return self.index(translation_id).counts()

    def history(self, translation_id: int, row_key: str) -> tuple[HistoryEntry, ...]:
        """What was done to a row and decided of its findings, in order."""
        state = self._state(translation_id)
        row = state.row(row_key)
        names = [one.fingerprint for one in row.findings]
        names.append(row_fingerprint(row.source, row.target))
        names.append(status_name(row.key, row.source, row.target))
        project, document = self._runner.project, state.record.id
        return row_history(
            project.operations_on(translation_id, document, row_key, names),
            project.all_beads([document], [row_key]),
        )

    def came_back(self, translation_id: int, row_key: str) -> frozenset[str]:
        """Open findings of a row whose like was dismissed before its text changed."""
        return came_back(self._runner.project, self._state(translation_id), row_key)

    def remembered(self) -> tuple[Remembered, ...]:
        """What is dismissed in all reviews of this user, the latest first."""
        return self._runner.across.remembered()

    def is_remembered(self) -> bool:
        """Whether other reviews of this user know what was dismissed last."""
        return self._runner.across.is_kept

    def timeline(self) -> tuple[TimelineStep, ...]:
        """All that was done by hand, in order."""
        return timeline(self._runner.project.operations(), self._runner.history)

    def comment_origin(self, translation_id: int, fingerprint: str, comment: str) -> CommentOrigin:
        """Who wrote the comment of a finding, and when; `fingerprint` "" is a row's remark."""
        return CommentOrigin(
            *self._runner.project.comment_origin(translation_id, fingerprint, comment)
        )

    def settled(self, translation_id: int) -> tuple[SettledFinding, ...]:
        """Findings that an earlier text or alignment had and the present one has not, in the
        order of the rows."""
        return self._runner.settled[translation_id].in_order()

    def settled_by_row(self, translation_id: int) -> Mapping[str, Sequence[SettledFinding]]:
        """The same by row; "" has those whose sentences are in no row any more."""
        return self._runner.settled[translation_id].by_row()

    def settled_count(self, translation_id: int) -> int:
        """How many findings are settled."""
        return self._runner.settled[translation_id].many()

    @property
    def scoring(self) -> Scoring:
        """How this review is scored."""
        return Scoring.read(self.setting("scoring"))

    def score(self, translation_id: int) -> Score:
        """How good a translation is: by what was accepted, and what the reviewer has found."""
        from reviewer.text.words import words

        rows = [row for row in self.rows(translation_id) if row.relation is not None]
        length = sum(len(words(row.source, self.source.language)) for row in rows)
        errors = [
            (mqm_category(one.finding), one.finding.severity)
            for row in rows
            for one in row.findings
            if one.state == "accepted" and one.finding.kind != NOTE
        ]
        return score(errors, length, self.scoring)

    def warnings(self, translation_id: int) -> tuple[Message, ...]:
        """What has to be known of how the source and this translation were read; looked for anew
        when furniture comes or goes."""
        state = self._state(translation_id)
        index = state.index()
        counted = (state.record.id, len(index), len(index.furniture))
        known = self._warned.get(translation_id)
        if known is None or known[0] != counted:
            source = Reading(self.source.path, state.source.blocks, state.source.ordered())
            own = Reading(state.record.path, state.text.blocks, state.text.ordered())
            unread = map(formats.not_read, (self.source_document(), self.document(translation_id)))
            said = dict.fromkeys(filter(None, unread))
            known = counted, (*said, *warnings(source), *warnings(own, source))
            self._warned[translation_id] = known
        return known[1]

    def prepare(self) -> None:
        """Find out now what a window asks first: this takes a while for a long text, and may be
        done on any thread before the review is handed to its own."""
        for number, state in self._runner.translations.items():
            state.index()
            self.settled_by_row(number)
            self.warnings(number)
        texts = [state.text for state in self._runner.translations.values()]
        for side in (self._runner.source, *texts):
            side.signs()
            side.let_go_of_blocks()

    def source_document(self) -> Document:
        """The source as it was read, with its original bytes."""
        return self._runner.project.document(self._runner.source_record.id)

    def document(self, translation_id: int) -> Document:
        """The translation as it was read, with its original bytes."""
        return self._runner.project.document(self._state(translation_id).record.id)

    def corrected_edits(self, translation_id: int) -> list[Edit]:
        """What `formats.write` must change in `document(translation_id)`."""
        state = self._state(translation_id)
        return corrected_edits(state.text.blocks, state.text.ordered(), _homes(state))

    def sentence_places(self, translation_id: int) -> dict[str, tuple[int, Span]]:
        """Where each sentence of a translation stands after its `corrected_edits`: its block, and
        its span in what that says then."""
        state = self._state(translation_id)
        return sentence_places(state.text.blocks, state.text.ordered(), _homes(state))

    def file_note(self, translation_id: int, row_key: str) -> str:
        """What the file says of the unit that a row is: its state, its notes, its times."""
        state = self._state(translation_id)
        row = state.row(row_key)
        for side, names in ((state.text, row.target_ids), (state.source, row.source_ids)):
            for name in names:
                if note := side.note(name):
                    return note
        return ""

    def edited_at(self, translation_id: int) -> dict[int, str]:
        """When each block that was edited was edited last (ISO 8601, UTC), by its number."""
        state = self._state(translation_id)
        times = {operation.id: operation.at for operation in self._runner.project.operations()}
        found: dict[int, str] = {}
        for number, version in self._runner.project.all_segments(state.record.id):
            segment = version.segment
            if segment.text != segment.span.of(state.text.blocks[segment.block].text):
                found[segment.block] = max(found.get(segment.block, ""), times[number])
        return found

    def lost_edits(self, translation_id: int) -> tuple[LostEdit, ...]:
        """Corrections that no version that was loaded since has had a place for, as long as
        their row does not say them."""
        state = self._state(translation_id)
        value = self._runner.project.setting(setting_key(state.record.translation))

        def target_of(key: str) -> str | None:
            return state.row(key).target if key in state.beads else None

        return still_lost(from_setting(value), target_of)

    def left_out(self, translation_id: int) -> dict[str, list[LeftOut]]:
        """The sentences that the reviewer has emptied, by the keys of their rows."""
        state = self._state(translation_id)
        found: dict[str, list[LeftOut]] = {}
        for segment in state.text.ordered():
            span = segment.span
            if not segment.text.strip() and span.start < span.end:
                key = state.key_of(segment.id) or segment.id
                found.setdefault(key, []).append(LeftOut(segment.block, span))
        return found

    @property
    def undo_step(self) -> UndoStep | None:
        """What `undo` would take back, and where: go there first."""
        return _step(self._runner.history.undoable)

    @property
    def redo_step(self) -> UndoStep | None:
        """What `redo` would do again, and where."""
        return _step(self._runner.history.redoable)

    def place(self) -> ReadingPlace | None:
        """Where the reviewer was last; the row is one that exists."""
        kept = place_from(self._runner.project.setting("place"))
        if kept is None or kept.translation_id not in self._runner.translations:
            return None
        state = self._state(kept.translation_id)
        key = state.key_of(kept.row_key) or kept.row_key
        index = state.index()
        if key not in index.place_of:
            key = index.keys[0] if index.keys else ""
        return replace(kept, row_key=key)

    @property
    def notices(self) -> tuple[Message, ...]:
        """What was found when the file was opened that its user should know, in words."""
        return self._runner.project.notices

    def setting(self, key: str, default: Any = None) -> Any:
        """A JSON value of this review's own, or `default`."""
        value = self._runner.project.setting(f"setting.{key}")
        return default if value is None else value

    def ignore_rules(self, translation_id: int) -> tuple[IgnoreRule, ...]:
        """What is not to be shown in the translations of this language pair."""
        return self._state(translation_id).rules

    def untranslated(self, translation_id: int) -> tuple[str, ...]:
        """Target sentences in a row that have no back-translation."""
        state = self._state(translation_id)
        texts = (segment.text for segment in state.text.ordered() if state.key_of(segment.id))
        return tuple(dict.fromkeys(t for t in texts if t and t not in state.back))

    def drafts(self, translation_id: int) -> tuple[str, ...]:
        """The keys of the rows that a machine has drafted and nobody has touched."""
        state, index = self._state(translation_id), self.index(translation_id)
        if not state.drafts:
            return ()
        keys = (index.keys[place] for place in index.edited)
        return tuple(key for key in keys if self.row(translation_id, key).is_draft)

    def _state(self, translation_id: int) -> TranslationState:
        return self._runner.translations[translation_id]


class RowsOf:
    """The rows of one translation as they stand whenever one is asked for.

    KeyError for a key that no row has.
    """

    def __init__(self, runner: OperationRunner, translation_id: int) -> None:
        self._runner = runner
        self._number = translation_id

    def row(self, key: str) -> Row:
        """One row."""
        return self._state().row(key)

    def prepare(self, keys: Sequence[str]) -> None:
        """These rows are asked for next; they are at hand."""

    def readable(self, key: str) -> Sequence[str]:
        """All texts that can be read of a row: both sides, back-translation, comments."""
        return self._state().readable(key)

    def saying(self, text: str) -> Sequence[str]:
        """The rows, page furniture left out, with exactly this text on a side."""
        return self._state().saying(text)

    def _state(self) -> TranslationState:
        return self._runner.translations[self._number]


def _homes(state: TranslationState) -> dict[str, Home]:
    """The block of the source that each sentence of a translation belongs to."""
    source = state.source
    return {
        name: Home(number, source.blocks[number])
        for bead in state.beads.values()
        if bead.source
        for number in [source.segment(bead.source[0]).block]
        for name in bead.target
    }


def place_from(value: Any) -> ReadingPlace | None:
    """The place as it was kept, None for anything else."""
    match value:
        case {"translation": int(number), "row": str(row), "view": dict(view)}:
            return ReadingPlace(number, row, view)
    return None


def _step(operation: Operation | None) -> UndoStep | None:
    if operation is None:
        return None
    everywhere = operation.kind == "check"
    return UndoStep(
        operation.label, operation.translation, operation.row_key, operation.id, everywhere
    )
