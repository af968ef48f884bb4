"""All that was done in a review, step by step: who, what, when, and how to get back there."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.messages import Message, message
from reviewer.review.history.undo_stack import NO_STEP, UndoStack, undone_steps
from reviewer.review.model.views import TimelineStep
from reviewer.store.records import Operation


def timeline(operations: Iterable[Operation], stack: UndoStack) -> tuple[TimelineStep, ...]:
    """The steps in order. Typing that went on in one step is told once, by what came of it."""
    known = list(operations)
    undone = undone_steps(known)
    done, waiting = stack.done_steps(), stack.undone_steps()
    latest: dict[int, Operation] = {}
    for operation in known:
        if operation.undoes is None and operation.redoes is None and operation.kind not in NO_STEP:
            latest[operation.continues or operation.id] = operation
    first = {operation.id: operation for operation in known}
    return tuple(
        TimelineStep(
            step,
            last.at,
            last.author,
            _words(first[step], last),
            last.translation,
            last.row_key,
            undone=step in undone,
            reachable=step in done or step in waiting,
        )
        for step, last in sorted(latest.items())
    )


def _words(first: Operation, last: Operation) -> Message:
    detail = last.detail or first.detail
    if not detail:
        return first.label
    return message("{operation}: {detail}", operation=first.label, detail=detail)
