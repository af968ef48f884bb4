"""Queries of the past of a project file: every version, and the operation that wrote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from reviewer.domain import Finding
from reviewer.store import rows
from reviewer.store.records import (
    BeadVersion,
    DecisionVersion,
    Operation,
    Patch,
    SegmentVersion,
)
from reviewer.store.row_reader import RowReader, one_of, sensible


class HistoryQueries(RowReader):
    """What was done, and what stood before it. Every method raises StoreError on a damaged file."""

    @sensible
    def operations(self) -> list[Operation]:
        """Everything that was done, in order."""
        found = self._rows(f"SELECT {rows.OPERATION_COLUMNS} FROM operations ORDER BY id")
        return [rows.operation(row) for row in found]

    @sensible
    def operations_named(self, numbers: Iterable[int]) -> list[Operation]:
        """These operations, in order."""
        where, value = one_of("id", numbers)
        found = self._rows(
            f"SELECT {rows.OPERATION_COLUMNS} FROM operations WHERE {where} ORDER BY id", (value,)
        )
        return [rows.operation(row) for row in found]

    @sensible
    def operations_on(
        self, translation: int, document: int, row_key: str, fingerprints: Sequence[str]
    ) -> list[Operation]:
        """What was done to a row of a translation or decided of its findings, in order."""
        found = self._rows(
            f"SELECT {rows.OPERATION_COLUMNS} FROM operations "
            "WHERE id IN ("
            "SELECT id FROM operations WHERE translation = ? AND row_key = ? "
            "UNION ALL SELECT operation FROM beads WHERE document = ? AND key = ? "
            "UNION ALL SELECT operation FROM decisions WHERE translation = ? "
            f"AND fingerprint IN ({_marks(fingerprints)})) ORDER BY id",
            (
                *(translation, row_key),
                *(document, row_key),
                *(translation, *fingerprints),
            ),
        )
        return [rows.operation(row) for row in found]

    @sensible
    def documents_of(self, translation: int) -> list[int]:
        """All documents that a translation (0 is the source) ever had, in order."""
        found = self._rows(
            "SELECT id FROM documents WHERE translation = ? ORDER BY id", (translation,)
        )
        return [number for (number,) in found]

    @sensible
    def all_segments(
        self, document: int, names: Iterable[str] | None = None
    ) -> list[tuple[int, SegmentVersion]]:
        """Every version of every segment, or of those named, with the operation that wrote it,
        in order."""
        where, values = _belonging("document", [document], "id", names)
        found = self._rows(
            f"SELECT {rows.SEGMENT_COLUMNS} FROM segments {where} ORDER BY operation", values
        )
        return [(row[2], rows.segment_version(row)) for row in found]

    @sensible
    def all_beads(
        self,
        documents: Sequence[int],
        keys: Iterable[str] | None = None,
        *,
        changed: bool = False,
    ) -> list[tuple[int, BeadVersion]]:
        """Every version of every bead, or of those named, with the operation that wrote it, in
        order.

        With `changed`, only of those that are not as the first operation on these documents
        left them.
        """
        where, values = _belonging("document", documents, "key", keys)
        if changed:
            first = f"SELECT MIN(operation) FROM beads {where}"
            later = f"SELECT key FROM beads {where} AND operation > ({first})"
            where, values = f"{where} AND key IN ({later})", values * 3
        findings: dict[Sequence[Any], list[Finding]] = defaultdict(list)
        for row in self._rows(
            f"SELECT {rows.FINDING_COLUMNS} FROM findings {where} "
            "ORDER BY document, key, operation, position",
            values,
        ):
            findings[tuple(row[:3])].append(rows.finding(row))
        found = self._rows(
            f"SELECT {rows.BEAD_COLUMNS} FROM beads {where} ORDER BY operation, key", values
        )
        return [(row[2], rows.bead_version(row, findings.get(tuple(row[:3]), ()))) for row in found]

    @sensible
    def first_operations(self, documents: Sequence[int]) -> dict[int, int]:
        """For each of some translations' documents the operation that brought its beads."""
        found = self._rows(
            f"SELECT document, MIN(operation) FROM beads WHERE document IN ({_marks(documents)}) "
            "GROUP BY document",
            documents,
        )
        return {int(document): int(operation) for document, operation in found}

    @sensible
    def document_before(self, translation: int, operation: int) -> int:
        """The document of a translation that held before an operation brought another one."""
        return max(
            document
            for document, first in self.first_operations(self.documents_of(translation)).items()
            if first < operation
        )

    @sensible
    def all_decisions(
        self, translation: int, fingerprints: Iterable[str] | None = None
    ) -> list[tuple[int, DecisionVersion]]:
        """Everything that was ever decided, or of the findings named, with the operation that
        wrote it, in order."""
        where, values = _belonging("translation", [translation], "fingerprint", fingerprints)
        found = self._rows(
            f"SELECT {rows.DECISION_COLUMNS} FROM decisions {where} ORDER BY operation", values
        )
        return [(row[2], rows.decision_version(row)) for row in found]

    @sensible
    def comment_origin(self, translation: int, fingerprint: str, comment: str) -> tuple[str, str]:
        """When a comment was written, and by whom; ("", "") when it never was.

        One that was carried along as its sentence changed is as old as its first writing.
        """
        for where, more in (("AND fingerprint = ?", (fingerprint,)), ("", ())):
            for at, author in self._rows(
                "SELECT at, author FROM decisions JOIN operations ON operations.id = operation "
                "WHERE decisions.translation = ? AND comment = ? AND operations.kind = 'decision' "
                f"AND undoes IS NULL AND redoes IS NULL {where} ORDER BY operation LIMIT 1",
                (translation, comment, *more),
            ):
                return at, author
        return "", ""

    @sensible
    def step(self, first: int) -> list[int]:
        """The operations of the step that begins with operation `first`, in order."""
        found = self._rows(
            "SELECT id FROM operations WHERE id = ? OR continues = ? ORDER BY id", (first, first)
        )
        return [number for (number,) in found]

    @sensible
    def written_by(self, operations: Sequence[int]) -> Patch:
        """What the operations of one step left behind."""
        return self._versions(operations, before=max(operations) + 1)

    @sensible
    def standing_before(self, operations: Sequence[int]) -> Patch:
        """What stood, before the operations of one step, where they wrote something."""
        return self._versions(operations, before=min(operations))

    def _versions(self, operations: Sequence[int], before: int) -> Patch:
        return Patch(
            tuple(self._segment_versions(operations, before)),
            tuple(self._bead_versions(operations, before)),
            tuple(self._decision_versions(operations, before)),
        )

    def _segment_versions(self, operations: Sequence[int], before: int) -> Iterator[SegmentVersion]:
        for row, existed in self._latest(
            "segments", rows.SEGMENT_COLUMNS, ("document", "id"), operations, before
        ):
            version = rows.segment_version(row)
            yield version if existed else replace(version, present=False)

    def _bead_versions(self, operations: Sequence[int], before: int) -> Iterator[BeadVersion]:
        for row, existed in self._latest(
            "beads", rows.BEAD_COLUMNS, ("document", "key"), operations, before
        ):
            findings = self._rows(
                f"SELECT {rows.FINDING_COLUMNS} FROM findings "
                "WHERE document = ? AND key = ? AND operation = ? ORDER BY position",
                row[:3],
            )
            version = rows.bead_version(row, map(rows.finding, findings))
            yield version if existed else replace(version, present=False, findings=())

    def _decision_versions(
        self, operations: Sequence[int], before: int
    ) -> Iterator[DecisionVersion]:
        for row, existed in self._latest(
            "decisions", rows.DECISION_COLUMNS, ("translation", "fingerprint"), operations, before
        ):
            version = rows.decision_version(row)
            yield (
                version
                if existed
                else DecisionVersion(version.translation, version.fingerprint, "reopen", "open", "")
            )

    def _latest(
        self,
        table: str,
        columns: str,
        key: tuple[str, str],
        operations: Sequence[int],
        before: int,
    ) -> Iterator[tuple[Sequence[Any], bool]]:
        """For each key that `operations` wrote: its last row of an operation below `before`.

        Without one, its first row ever and False.
        """
        touched = self._rows(
            f"SELECT DISTINCT {key[0]}, {key[1]} FROM {table} "
            f"WHERE operation IN ({_marks(operations)})",
            operations,
        )
        for values in touched:
            where = f"FROM {table} WHERE {key[0]} = ? AND {key[1]} = ?"
            earlier = self._rows(
                f"SELECT {columns} {where} AND operation < ? ORDER BY operation DESC LIMIT 1",
                (*values, before),
            )
            first = earlier or self._rows(
                f"SELECT {columns} {where} ORDER BY operation LIMIT 1", values
            )
            yield first[0], bool(earlier)


def _belonging(
    owner: str, owners: Sequence[int], column: str, names: Iterable[str] | None
) -> tuple[str, list[int | str]]:
    """What chooses the rows that belong to one of `owners`, all or those that are named."""
    where, values = f"WHERE {owner} IN ({_marks(owners)})", list[int | str](owners)
    if names is not None:
        condition, value = one_of(column, names)
        where, values = f"{where} AND {condition}", [*values, value]
    return where, values


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
