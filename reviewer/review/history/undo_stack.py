"""What can be undone and redone."""

from __future__ import annotations

from collections.abc import Iterable, Set

from reviewer.messages import message
from reviewer.store.records import Operation

NO_STEP = frozenset({"analysis", "back_translation"})
"""Operations that nobody did by hand: undo passes over them."""

LOADS = frozenset({"translation"})
"""Operations that bring another version of a translation, or one more. What was done before waits
until they are undone; behind one more translation nothing is undone."""

ADD = message("Add a translation")
KEEP = message("Keep")
_NOT_UNDONE = (ADD, KEEP)


def undone_steps(operations: Iterable[Operation]) -> set[int]:
    """The steps, by their first operation, that were undone and not done again."""
    undone: set[int] = set()
    for operation in operations:
        if operation.undoes is not None:
            undone.add(operation.undoes)
        elif operation.redoes is not None:
            undone.discard(operation.redoes)
    return undone


class UndoStack:
    """Two stacks of steps, each known by its first operation.

    Each version of a translation that was loaded has a stack of its own above those before it.
    """

    def __init__(self, operations: Iterable[Operation] = ()) -> None:
        """The history as `operations`, in order, left it. IndexError when they make no sense."""
        self._done: list[Operation] = []
        self._behind: list[list[Operation]] = []
        self._undone: list[Operation] = []
        self._learned: dict[int, int] = {}
        self._taken_back: set[int] = set()
        for operation in operations:
            self.add(operation)

    def add(self, operation: Operation) -> None:
        """Take note of an operation that was written; its `id` is known."""
        if operation.kind == "back_translation":
            self._learned[operation.translation] = operation.id
        if operation.undoes is not None:
            self._taken_back.add(operation.undoes)
        elif operation.redoes is not None:
            self._taken_back.discard(operation.redoes)
        if operation.kind in LOADS:
            self._add_load(operation)
        elif operation.undoes is not None:
            self._undone.append(self._done.pop())
        elif operation.redoes is not None:
            self._done.append(self._undone.pop())
        elif operation.kind not in NO_STEP:
            self._undone.clear()
            if operation.continues is None:
                self._done.append(operation)

    def _add_load(self, operation: Operation) -> None:
        if operation.continues is not None:
            return
        if operation.undoes is not None:
            # What was undone after the load can be done again once the load is.
            self._undone.append(self._done[0])
            self._done = self._behind.pop()
        elif operation.redoes is not None:
            self._behind.append(self._done)
            self._done = [self._undone.pop()]
        elif operation.label in _NOT_UNDONE:
            self._behind.clear()
            self._done, self._undone = [], []
        else:
            self._behind.append(self._done)
            self._done, self._undone = [operation], []

    @property
    def undoable(self) -> Operation | None:
        """The first operation of the step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Operation | None:
        """The first operation of the step that redo would do again."""
        return self._undone[-1] if self._undone else None

    @property
    def taken_back(self) -> Set[int]:
        """The steps, by their first operation, that were undone and not done again."""
        return self._taken_back

    def done_steps(self) -> list[int]:
        """The steps that undo would take back, by their first operation, the latest last."""
        return [operation.id for done in (*self._behind, self._done) for operation in done]

    def undone_steps(self) -> list[int]:
        """The steps that redo would do again, that which would be next last."""
        return [operation.id for operation in self._undone]

    def learned_since(self, step: Operation, translation: int) -> bool:
        """Whether back-translations of a translation have come since a step began."""
        return self._learned.get(translation, 0) > step.id

    def continued(self, kind: str, translation: int, row_key: str) -> int | None:
        """The step that more of the same in the same row belongs to, by its first operation."""
        last = self.undoable
        if last is None or self._undone:
            return None
        same = (last.kind, last.translation, last.row_key) == (kind, translation, row_key)
        return last.id if same else None
