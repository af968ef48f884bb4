"""What a reviewer can do with one review, as operations with undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import BackTranslation, DecisionAction, Document, Finding, Pair, TextEdit
from reviewer.review.views import (
    Change,
    Counts,
    HistoryEntry,
    OverviewRow,
    Place,
    Row,
    SideName,
    SourceInfo,
    Step,
    TranslationInfo,
)

if TYPE_CHECKING:
    from reviewer.analysis import Analysis, Comparison
    from reviewer.review.rules import IgnoreRule
    from reviewer.store.memory import Memory

Check = Callable[[Pair], Sequence[Finding]]
Listener = Callable[[Change], None]


class Review:
    """One review, open. Each operation is in the file before it returns and before it shows.

    Every method that changes something raises a `ReviewerError` when the file cannot be
    written; the review then stands as before. `translation_id` is `TranslationInfo.id`,
    `row_key` is `Row.key`; an unknown one raises KeyError. Methods are for one thread (the
    back-translation cache may be used from any).
    """

    path: Path

    # -- opening and closing
    @classmethod
    def create(
        cls,
        path: Path,
        analysis: Analysis,
        *,
        memory: Memory | None = None,
        check: Check | None = None,
        replace: bool = False,
    ) -> Review:
        raise NotImplementedError

    @classmethod
    def open(
        cls, path: Path, *, memory: Memory | None = None, check: Check | None = None
    ) -> Review:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Review:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- looking
    @property
    def source(self) -> SourceInfo:
        raise NotImplementedError

    @property
    def translations(self) -> tuple[TranslationInfo, ...]:
        raise NotImplementedError

    def rows(self, translation_id: int) -> tuple[Row, ...]:
        raise NotImplementedError

    def row(self, translation_id: int, row_key: str) -> Row:
        raise NotImplementedError

    def overview(self) -> tuple[OverviewRow, ...]:
        raise NotImplementedError

    def counts(self, translation_id: int) -> Counts:
        raise NotImplementedError

    def history(self, translation_id: int, row_key: str) -> tuple[HistoryEntry, ...]:
        raise NotImplementedError

    def source_document(self) -> Document:
        raise NotImplementedError

    def document(self, translation_id: int) -> Document:
        raise NotImplementedError

    def corrected_edits(self, translation_id: int) -> list[TextEdit]:
        raise NotImplementedError

    # -- deciding
    def decide(
        self,
        translation_id: int,
        row_key: str,
        fingerprint: str,
        action: DecisionAction,
        comment: str = "",
    ) -> Change:
        """action: accept | dismiss | reopen | comment (a comment alone keeps the state)."""
        raise NotImplementedError

    def decide_all(
        self,
        translation_id: int,
        action: DecisionAction,
        *,
        check: str | None = None,
        fingerprints: Sequence[str] | None = None,
        comment: str = "",
    ) -> Change:
        """Decide every open finding of a check (or those named) in one undoable step."""
        raise NotImplementedError

    def comment(self, translation_id: int, row_key: str, text: str) -> Change:
        """Set the remark on a row as a whole."""
        raise NotImplementedError

    # -- editing
    def edit(
        self, translation_id: int, row_key: str, text: str, *, continued: bool = False
    ) -> Change:
        """Set the row's whole target text. `continued`: more typing in the same row, one undo step with the edit before."""
        raise NotImplementedError

    def replace(self, translation_id: int, row_key: str, start: int, end: int, text: str) -> Change:
        """Replace a piece of the row's target text (a suggested fix)."""
        raise NotImplementedError

    # -- alignment by hand; each returns a Change whose rows[0] is the row to be current next
    def link(self, translation_id: int, row_keys: Sequence[str]) -> Change:
        raise NotImplementedError

    def unlink(self, translation_id: int, row_key: str) -> Change:
        raise NotImplementedError

    def merge_with_next(
        self, translation_id: int, row_key: str, side: SideName | None = None
    ) -> Change:
        raise NotImplementedError

    def split(self, translation_id: int, row_key: str, side: SideName, cursor: int) -> Change:
        raise NotImplementedError

    def move(self, translation_id: int, row_key: str, side: SideName, *, up: bool) -> Change:
        raise NotImplementedError

    # -- undo
    @property
    def undo_step(self) -> Step | None:
        raise NotImplementedError

    @property
    def redo_step(self) -> Step | None:
        raise NotImplementedError

    def undo(self) -> Change | None:
        raise NotImplementedError

    def redo(self) -> Change | None:
        raise NotImplementedError

    # -- where the reviewer is, settings of this review, rules to ignore
    def place(self) -> Place | None:
        raise NotImplementedError

    def set_place(self, translation_id: int, row_key: str, **view: object) -> None:
        raise NotImplementedError

    def setting(self, key: str, default: object = None) -> object:
        raise NotImplementedError

    def set_setting(self, key: str, value: object) -> None:
        raise NotImplementedError

    def ignore_rules(self, translation_id: int) -> tuple[IgnoreRule, ...]:
        raise NotImplementedError

    def add_ignore_rule(self, translation_id: int, rule: IgnoreRule) -> Change:
        raise NotImplementedError

    def remove_ignore_rule(self, translation_id: int, rule: IgnoreRule) -> Change:
        raise NotImplementedError

    # -- new versions and back-translations
    def reload_translation(self, translation_id: int, comparison: Comparison) -> Change:
        raise NotImplementedError

    def add_translation(self, comparison: Comparison) -> Change:
        raise NotImplementedError

    def cached_back_translation(
        self, text: str, package: str, version: str
    ) -> BackTranslation | None:
        raise NotImplementedError

    def untranslated(self, translation_id: int) -> tuple[str, ...]:
        """Target sentences that have no back-translation yet."""
        raise NotImplementedError

    def add_back_translations(
        self, translation_id: int, translations: Mapping[str, BackTranslation]
    ) -> Change:
        raise NotImplementedError

    # -- announcing
    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(change)` after every change; returns the function that stops it."""
        raise NotImplementedError
