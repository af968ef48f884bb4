"""Which rows of a table nobody may change, as its columns for locks and states say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.formats.tables.headers import named, says_locked, says_yes


@dataclass(frozen=True, slots=True)
class Lock:
    """A column that says which rows are locked, for a language or for all ("").

    `kind` is what its header says: "lock", "translatable" or "state".
    """

    index: int
    kind: str
    language: str

    def holds(self, cell: str) -> bool:
        """Whether `cell` of this column locks its row. What is no clear word locks nothing: a text
        that is set aside is compared with nothing."""
        if self.kind == "state":
            return says_locked(cell)
        return says_yes(cell) is (self.kind == "lock")


def locks(header: Sequence[str], chosen: Sequence[int]) -> tuple[Lock, ...]:
    """The columns for locks and states as `header` names them, but for those that are `chosen` as
    texts."""
    names = [(n, *named(cell)) for n, cell in enumerate(header) if n not in chosen]
    return tuple(
        Lock(n, kind, language)
        for n, kind, language in names
        if kind in ("lock", "translatable", "state")
    )
