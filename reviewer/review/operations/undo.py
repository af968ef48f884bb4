"""Taking a step back, and doing it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from reviewer.review.model.views import ReviewChange
from reviewer.review.operations.runner import OperationRunner
from reviewer.store.records import (
    BeadVersion,
    Operation,
    Patch,
    SegmentVersion,
)

Version = TypeVar("Version", SegmentVersion, BeadVersion)


def travel(runner: OperationRunner, *, back: bool) -> ReviewChange | None:
    """Undo or redo a step; None when there is none."""
    first = runner.history.undoable if back else runner.history.redoable
    if first is None:
        return None
    if first.kind == "translation":
        return _load_earlier(runner, first, back=back)
    step = runner.project.step(first.id)
    read = runner.project.standing_before if back else runner.project.written_by
    patch = runner.checked_since(first, _of_now(runner, read(step)))
    runner.look_again(patch)
    change = runner.perform(_travelling(first, back=back), patch)
    runner.look_again(patch)
    return change


def _travelling(first: Operation, *, back: bool) -> Operation:
    return Operation(
        first.kind,
        first.label,
        first.translation,
        first.row_key,
        first.detail,
        undoes=first.id if back else None,
        redoes=None if back else first.id,
    )


def _load_earlier(runner: OperationRunner, first: Operation, *, back: bool) -> ReviewChange:
    """Bring back the version of a translation that step `first` took the place of, or that it
    had brought."""
    number = first.translation
    old = runner.project.document_before(number, first.id if back else _undone_by(runner, first))
    record = runner.project.record(old)
    try:
        with runner.project.transaction():
            written = runner.project.write_operation(_travelling(first, back=back))
            again = runner.project.write_document(
                number, runner.project.document(old), record.language, record.evidence
            )
            segments = runner.project.segments(old).values()
            beads = runner.project.beads(old).values()
            patch = Patch(
                tuple(replace(version, document=again) for version in segments),
                tuple(replace(version, document=again) for version in beads),
            )
            runner.project.write_patch(patch, written)
    finally:
        runner.load()
    keys = runner.translations[number].order().keys
    return runner.announce(ReviewChange("translation", number, keys, True, first.label))


def _of_now(runner: OperationRunner, patch: Patch) -> Patch:
    """The patch with the documents that hold now: a step that was done before another version
    was loaded and taken back speaks of an earlier copy of the same document."""
    now = {
        earlier: state.record.id
        for number, state in runner.translations.items()
        for earlier in runner.project.documents_of(number)
    }

    def of_now(version: Version) -> Version:
        return replace(version, document=now.get(version.document, version.document))

    return Patch(
        tuple(map(of_now, patch.segments)), tuple(map(of_now, patch.beads)), patch.decisions
    )


def _undone_by(runner: OperationRunner, first: Operation) -> int:
    """The last operation that took a step back."""
    return max(one.id for one in runner.project.operations() if one.undoes == first.id)
