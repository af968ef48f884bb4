"""What can be seen of a closed review before all of it has been read and checked.

It knows the rows by the index that was kept when the review was closed, and reads the few that
are looked at. Nothing can be done with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from reviewer.domain import ReviewerError
from reviewer.messages import Message
from reviewer.review.history.row_history import row_history
from reviewer.review.model import index_text
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.fingerprints import fingerprints, row_fingerprint, status_name
from reviewer.review.model.ignore_rules import IgnoreRule
from reviewer.review.model.index_text import KeptIndex, index_key
from reviewer.review.model.row_index import RowIndex
from reviewer.review.model.row_order import RowOrder
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import (
    CommentOrigin,
    Counts,
    HistoryEntry,
    ReadingPlace,
    Row,
    SettledFinding,
    SourceInfo,
    TranslationInfo,
    UndoStep,
)
from reviewer.review.reading import place_from
from reviewer.review.summary import NothingKept, info_of, sensible, summary_of
from reviewer.store.at_rest import AtRest
from reviewer.store.errors import StoreError
from reviewer.store.records import DocumentRecord

_BEFORE, _BEHIND = 24, 40
"""Rows that are read along with one: what is on screen takes one reading or two."""


_SAMPLE = 60
"""Rows that a window looks at to guess how high the others are."""


class Glance:
    """The part of `Review` that shows it, before it has been read. Methods are for one thread.

    A row that cannot be read is a KeyError: the reading of the whole review, which follows, tells
    why.
    """

    notices: Sequence[Message] = ()
    undo_step: UndoStep | None = None
    redo_step: UndoStep | None = None

    def __init__(self, at_rest: AtRest) -> None:
        """Raises NothingKept, or StoreError for a damaged file."""
        self._at_rest = at_rest
        self._kept: dict[int, KeptIndex] = {}
        self._rows: dict[int, _Rows] = {}
        with sensible():
            summary = summary_of(at_rest)
            self._source, self._records = summary.source, summary.records
            self._stamp, self._rules, self._counts = summary.stamp, summary.rules, summary.counts
            self._place = place_from(at_rest.setting("place"))
            number = self._place.translation_id if self._place else next(iter(self._records))
            if number in self._records:
                self.index(number)

    @property
    def path(self) -> Path:
        """The review's own file."""
        return self._at_rest.path

    @property
    def source(self) -> SourceInfo:
        """The source text."""
        return SourceInfo(self._source.path, self._source.language)

    @property
    def translations(self) -> tuple[TranslationInfo, ...]:
        """The translations in the order in which they were added."""
        return tuple(info_of(one) for one in self._records.values())

    def close(self) -> None:
        """Let go of the file."""
        self._at_rest.close()

    def prepare(self) -> None:
        """Read now what a window asks for first; may be done on another thread."""
        place = self.place()
        number = place.translation_id if place else next(iter(self._records))
        rows = self.rows_of(number)
        keys = self.index(number).keys
        rows.prepare(keys[:: max(len(keys) // _SAMPLE, 1)][:_SAMPLE])
        with suppress(KeyError):
            rows.row(place.row_key if place else keys[0])

    def index(self, translation_id: int) -> RowIndex:
        """What was known of every row. Raises NothingKept."""
        return self._kept_of(translation_id).index

    def rows_of(self, translation_id: int) -> _Rows:
        """The rows of a translation, a few at a time."""
        if translation_id not in self._rows:
            self._rows[translation_id] = _Rows(
                self._at_rest,
                self._source,
                self._records[translation_id],
                self._kept_of(translation_id),
                self._rules[translation_id],
            )
        return self._rows[translation_id]

    def row_of_source(self, translation_id: int, sentence: str) -> str:
        """The key of the row that has a sentence of the source, as far as its key tells."""
        return sentence if sentence in self.index(translation_id).place_of else ""

    def row_now(self, _translation_id: int, row_key: str) -> str:
        """See `Review.row_now`: nothing has happened to the rows."""
        return row_key

    def counts(self, translation_id: int) -> Counts:
        """How many findings there are, and how many sentences are reviewed."""
        return self._counts[translation_id][0]

    def settled_by_row(self, _translation_id: int) -> Mapping[str, Sequence[SettledFinding]]:
        """What is settled is told by the history, which is not read yet."""
        return {}

    def settled_count(self, translation_id: int) -> int:
        """How many findings are settled."""
        return int(self._counts[translation_id][1])

    def warnings(self, translation_id: int) -> tuple[Message, ...]:
        """What has to be known of how the texts were read."""
        return tuple(self._kept_of(translation_id).warnings)

    def untranslated(self, translation_id: int) -> tuple[str, ...]:
        """Not empty when a sentence has no back-translation."""
        return ("",) if self._kept_of(translation_id).untranslated else ()

    def setting(self, key: str, default: Any = None) -> Any:
        """A JSON value of this review's own, or `default`."""
        value = self._at_rest.setting(f"setting.{key}")
        return default if value is None else value

    def place(self) -> ReadingPlace | None:
        """Where the reviewer was last; the row is one that exists."""
        if self._place is None or self._place.translation_id not in self._records:
            return None
        index = self.index(self._place.translation_id)
        first = index.keys[0] if index.keys else ""
        key = self._place.row_key
        return replace(self._place, row_key=key if key in index.place_of else first)

    def history(self, translation_id: int, row_key: str) -> tuple[HistoryEntry, ...]:
        """What was done to a row and decided of its findings, in order."""
        row = self.rows_of(translation_id).row(row_key)
        names = [one.fingerprint for one in row.findings]
        names.append(row_fingerprint(row.source, row.target))
        names.append(status_name(row.key, row.source, row.target))
        document = self._records[translation_id].id
        try:
            return row_history(
                self._at_rest.operations_on(translation_id, document, row_key, names),
                self._at_rest.all_beads([document], [row_key]),
            )
        except StoreError:
            return ()

    def comment_origin(self, translation_id: int, fingerprint: str, comment: str) -> CommentOrigin:
        """See `Review.comment_origin`."""
        return CommentOrigin(*self._at_rest.comment_origin(translation_id, fingerprint, comment))

    def file_note(self, _translation_id: int, _row_key: str) -> str:
        """What the file says of a unit is read with the rest."""
        return ""

    def came_back(self, _translation_id: int, _row_key: str) -> frozenset[str]:
        """What came back is known when all has been read."""
        return frozenset()

    def _kept_of(self, translation_id: int) -> KeptIndex:
        if translation_id not in self._kept:
            with sensible():
                kept = index_text.read(self._at_rest.kept(index_key(translation_id)))
            if kept.stamp != self._stamp:
                raise NothingKept
            self._kept[translation_id] = kept
        return self._kept[translation_id]


class _Rows:
    """The rows of one translation; a few around the one that is asked for are read at once."""

    def __init__(
        self,
        at_rest: AtRest,
        source: DocumentRecord,
        record: DocumentRecord,
        kept: KeptIndex,
        rules: Sequence[Mapping[str, str]],
    ) -> None:
        self._at_rest = at_rest
        self._source, self._record = source, record
        self._kept = kept
        self._rules = [IgnoreRule(**parts) for parts in rules]
        moved = {
            key: row.moved_to
            for key, row in zip(kept.index.keys, kept.index.known, strict=True)
            if row.moved_to is not None
        }
        self._order = RowOrder(kept.index.keys, moved)
        self._read: dict[str, Row] = {}

    def row(self, key: str) -> Row:
        """One row."""
        if key not in self._read:
            place = self._kept.index.place_of[key]
            around = self._kept.index.keys[max(place - _BEFORE, 0) : place + _BEHIND]
            self._read |= self._rows_named([one for one in around if one not in self._read])
        return self._read[key]

    def prepare(self, keys: Sequence[str]) -> None:
        """Read these rows together."""
        with suppress(KeyError):
            self._read |= self._rows_named([key for key in keys if key not in self._read])

    def readable(self, key: str) -> Sequence[str]:
        """Both sides of a row."""
        row = self.row(key)
        return row.source, row.target

    def saying(self, _text: str) -> Sequence[str]:
        """Where a text stands again is known when all rows have been read."""
        return ()

    def _rows_named(self, keys: Sequence[str]) -> dict[str, Row]:
        try:
            with sensible():
                state = self._state(keys)
                return {key: state.row(key) for key in keys}
        except ReviewerError as error:
            raise KeyError(keys[0]) from error

    def _state(self, keys: Sequence[str]) -> TranslationState:
        """The translation with these rows alone."""
        at_rest, record = self._at_rest, self._record
        beads = at_rest.beads_named(record.id, keys)
        alone = [key for key in keys if key not in beads]
        source = DocumentSentences(
            self._source.id,
            self._source.language,
            tuple,
            at_rest.segments_named(
                self._source.id,
                {*alone, *(name for bead in beads.values() for name in bead.source)},
            ),
            self._kept.source,
        )
        target = DocumentSentences(
            record.id,
            record.language,
            tuple,
            at_rest.segments_named(
                record.id, {*alone, *(name for bead in beads.values() for name in bead.target)}
            ),
            self._kept.target,
        )
        names = set()
        for bead in beads.values():
            texts = source.text(bead.source), target.text(bead.target)
            names |= {*fingerprints(*texts, bead.findings), row_fingerprint(*texts)}
            names.add(status_name(bead.key, *texts))
        said = [target.segment(name).text for bead in beads.values() for name in bead.target]
        return TranslationState(
            record,
            source,
            target,
            beads,
            at_rest.decisions_named(record.translation, names),
            at_rest.back_translations_of(record.language, said),
            self._rules,
            order=self._order,
        )
