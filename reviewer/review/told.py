"""The history of a row, in words."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.review.history import NO_STEP
from reviewer.review.views import HistoryEntry
from reviewer.store.records import Operation


def told(operations: Iterable[Operation]) -> tuple[HistoryEntry, ...]:
    """Entries for `operations` in order; what was undone, and not done again, says so.

    Typing that went on in one step is told once, by what came of it.
    """
    steps: dict[int, Operation] = {}
    undone: set[int] = set()
    for operation in operations:
        if operation.undoes is not None:
            undone.add(operation.undoes)
        elif operation.redoes is not None:
            undone.discard(operation.redoes)
        elif operation.kind not in NO_STEP:
            steps[operation.continues or operation.id] = operation
    return tuple(
        HistoryEntry(operation.at, _words(operation), number in undone)
        for number, operation in steps.items()
    )


def _words(operation: Operation) -> str:
    return f"{operation.label}: {operation.detail}" if operation.detail else operation.label
