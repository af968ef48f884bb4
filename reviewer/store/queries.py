"""What can be read from a project file."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from reviewer.domain import BackTranslation, Block, Document, Finding
from reviewer.store import rows
from reviewer.store.errors import making_sense, told_plainly
from reviewer.store.guard import Guard
from reviewer.store.records import (
    BeadVersion,
    DecisionVersion,
    DocumentRecord,
    Operation,
    Patch,
    SegmentVersion,
)

Inputs = ParamSpec("Inputs")
Result = TypeVar("Result")
Reader = TypeVar("Reader", bound="Queries")


def sensible(
    method: Callable[Concatenate[Reader, Inputs], Result],
) -> Callable[Concatenate[Reader, Inputs], Result]:
    """A reading that raises DamagedReview when what it reads makes no sense."""

    @wraps(method)
    def read(self: Reader, /, *values: Inputs.args, **named: Inputs.kwargs) -> Result:
        with making_sense(self.path):
            return method(self, *values, **named)

    return read


class Queries:
    """The reading half of `ProjectFile`. Every method raises StoreError on a damaged file.

    Versions are read in the order of their table's key, which costs no sorting.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, guard: Guard) -> None:
        self.path = path
        self._connection = connection
        self._guard = guard
        self._one_at_a_time = threading.RLock()

    @sensible
    def documents(self) -> list[DocumentRecord]:
        """The documents that hold, the source first, then the translations in their order."""
        found = self._rows(
            "SELECT max(id), translation, path, language, evidence FROM documents "
            "GROUP BY translation ORDER BY translation"
        )
        return [DocumentRecord(*row) for row in found]

    @sensible
    def record(self, document: int) -> DocumentRecord:
        """A document, also one that holds no more, without its bytes."""
        [row] = self._rows(
            "SELECT id, translation, path, language, evidence FROM documents WHERE id = ?",
            (document,),
        )
        return DocumentRecord(*row)

    @sensible
    def document(self, number: int) -> Document:
        """A document with its blocks and its original bytes."""
        [(path, name, blocks, original, encoding, language)] = self._rows(
            "SELECT path, format, blocks, original, encoding, language FROM documents WHERE id = ?",
            (number,),
        )
        return Document(path, name, rows.blocks(blocks), original, encoding, language)

    @sensible
    def blocks(self, document: int) -> tuple[Block, ...]:
        """The blocks of a document, without its bytes."""
        [(blocks,)] = self._rows("SELECT blocks FROM documents WHERE id = ?", (document,))
        return rows.blocks(blocks)

    @sensible
    def segments(self, document: int) -> dict[str, SegmentVersion]:
        """The segments that hold now, by id."""
        found = self._rows(
            f"SELECT {rows.SEGMENT_COLUMNS} FROM segments WHERE document = ? "
            "ORDER BY id, operation",
            (document,),
        )
        latest = {row[1]: row for row in found}
        versions = (rows.segment_version(row) for row in latest.values())
        return {version.segment.id: version for version in versions if version.present}

    @sensible
    def beads(self, document: int) -> dict[str, BeadVersion]:
        """The beads of a translation that hold now, by key, with their findings; those that are
        gone are among them where they have findings still (`present` is False)."""
        found = self._rows(
            f"SELECT {rows.BEAD_COLUMNS} FROM beads WHERE document = ? ORDER BY key, operation",
            (document,),
        )
        latest = {row[1]: row for row in found}
        findings: dict[tuple[str, int], list[Finding]] = defaultdict(list)
        for row in self._rows(
            f"SELECT {rows.FINDING_COLUMNS} FROM findings WHERE document = ? "
            "ORDER BY key, operation, position",
            (document,),
        ):
            findings[row[1], row[2]].append(rows.finding(row))
        versions = (
            rows.bead_version(row, findings.get((row[1], row[2]), ())) for row in latest.values()
        )
        return {version.key: version for version in versions if version.present or version.findings}

    @sensible
    def decisions(self, translation: int) -> dict[str, DecisionVersion]:
        """What was decided last of each finding, by fingerprint."""
        found = self._rows(
            f"SELECT {rows.DECISION_COLUMNS} FROM decisions WHERE translation = ? "
            "ORDER BY fingerprint, operation",
            (translation,),
        )
        return {row[1]: rows.decision_version(row) for row in found}

    @sensible
    def last_operation(self) -> int:
        """The number of the last operation."""
        [(number,)] = self._rows("SELECT coalesce(max(id), 0) FROM operations")
        return int(number)

    @sensible
    def operations(self) -> list[Operation]:
        """Everything that was done, in order."""
        found = self._rows(f"SELECT {rows.OPERATION_COLUMNS} FROM operations ORDER BY id")
        return [rows.operation(row) for row in found]

    @sensible
    def operations_named(self, numbers: Iterable[int]) -> list[Operation]:
        """These operations, in order."""
        found = self._rows(
            f"SELECT {rows.OPERATION_COLUMNS} FROM operations "
            "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(sorted(numbers)),),
        )
        return [rows.operation(row) for row in found]

    @sensible
    def operations_on(
        self, translation: int, document: int, row_key: str, fingerprints: Sequence[str]
    ) -> list[Operation]:
        """What was done to a row of a translation or decided of its findings, in order."""
        marks = ",".join("?" * len(fingerprints))
        found = self._rows(
            f"SELECT {rows.OPERATION_COLUMNS} FROM operations "
            "WHERE id IN ("
            "SELECT id FROM operations WHERE translation = ? AND row_key = ? "
            "UNION ALL SELECT operation FROM beads WHERE document = ? AND key = ? "
            "UNION ALL SELECT operation FROM decisions WHERE translation = ? "
            f"AND fingerprint IN ({marks})) ORDER BY id",
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
        where, values = "WHERE document = ?", list[int | str]([document])
        if names is not None:
            where += " AND id IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(sorted(names)))
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
        where = f"WHERE document IN ({','.join('?' * len(documents))})"
        values: list[int | str] = [*documents]
        if keys is not None:
            where += " AND key IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(sorted(keys)))
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
        marks = ",".join("?" * len(documents))
        found = self._rows(
            f"SELECT document, MIN(operation) FROM beads WHERE document IN ({marks}) "
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
        where, values = "WHERE translation = ?", list[int | str]([translation])
        if fingerprints is not None:
            where += " AND fingerprint IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(sorted(fingerprints)))
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

    @sensible
    def back_translations(self, language: str) -> dict[str, BackTranslation]:
        """All that is known of sentences in `language`, by sentence; the latest one wins."""
        found = self._rows(
            "SELECT text, translated, package, version, reliable FROM back_translations "
            "WHERE language = ? ORDER BY package, version",
            (language,),
        )
        return {
            text: BackTranslation(translated, package, version, bool(reliable))
            for text, translated, package, version, reliable in found
        }

    @sensible
    def setting(self, key: str) -> Any:
        """The value kept under `key`, or None."""
        for (value,) in self._rows("SELECT value FROM settings WHERE key = ?", (key,)):
            return json.loads(value)
        return None

    @sensible
    def ignore_rules(self, source_language: str, target_language: str) -> list[dict[str, str]]:
        """The rules kept for a language pair, each the parts of one rule."""
        found = self._rows(
            "SELECT rule FROM ignore_rules WHERE source_language = ? AND target_language = ?",
            (source_language, target_language),
        )
        return [_rule(json.loads(rule)) for (rule,) in found]

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
        marks = ",".join("?" * len(operations))
        touched = self._rows(
            f"SELECT DISTINCT {key[0]}, {key[1]} FROM {table} WHERE operation IN ({marks})",
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

    def _rows(self, sql: str, values: Iterable[Any] = ()) -> list[Sequence[Any]]:
        with self._guarded():
            return self._connection.execute(sql, tuple(values)).fetchall()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        with self._one_at_a_time, told_plainly(self.path):
            self._guard.begin()
            yield


def _rule(parts: Any) -> dict[str, str]:
    if not isinstance(parts, dict) or not all(isinstance(one, str) for one in parts.values()):
        raise ValueError("a rule")
    return parts
