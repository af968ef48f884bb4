"""The history of a row, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from reviewer.domain import Finding
from reviewer.messages import Message, message
from reviewer.review.history.same_finding import FindingContent, counterparts
from reviewer.review.history.undo_stack import NO_STEP, undone_steps
from reviewer.review.model.views import HistoryEntry
from reviewer.store.records import BeadVersion, Operation

Versions = Sequence[tuple[int, BeadVersion]]


def row_history(operations: Sequence[Operation], versions: Versions) -> tuple[HistoryEntry, ...]:
    """Entries for `operations` in order; what was undone, and not done again, says so.

    `versions` are those of the row, with the operations that wrote them, in order. Typing
    that went on in one step is told once, by what came of it.
    """
    undone = undone_steps(operations)
    steps: dict[int, Operation] = {}
    for operation in operations:
        if operation.undoes is None and operation.redoes is None and operation.kind not in NO_STEP:
            steps[operation.continues or operation.id] = operation
    return tuple(
        HistoryEntry(
            last.at, _words(last, _settled(first, last, versions)), first in undone, last.author
        )
        for first, last in steps.items()
    )


def _settled(first: int, last: Operation, versions: Versions) -> list[Message]:
    """What an edit put right in the row, by the findings' messages."""
    if last.kind != "edit":
        return []
    before = [version for number, version in versions if number < first]
    after = [version for number, version in versions if first <= number <= last.id]
    if not before or not after:
        return []
    kept = counterparts(_said(before[-1].findings), _said(after[-1].findings))
    gone = (one for number, one in enumerate(before[-1].findings) if number not in kept)
    return [one.message for one in gone]


def _said(findings: Iterable[Finding]) -> list[FindingContent]:
    """Without the texts at hand, rule and message tell findings apart that have no subject.

    Of the message only what stands in its holes counts: the words may change.
    """
    return [
        FindingContent(
            one.check,
            one.kind,
            one.subject,
            () if one.subject else (one.rule, one.message.facts()),
        )
        for one in findings
    ]


def _words(operation: Operation, settled: Sequence[Message]) -> Message:
    words = operation.label
    if operation.detail:
        words = message("{operation}: {detail}", operation=words, detail=operation.detail)
    if not settled:
        return words
    several = reduce(
        lambda first, rest: message("{first}; {rest}", first=first, rest=rest), settled
    )
    return words.noted(message("settled: {findings}", findings=several))
