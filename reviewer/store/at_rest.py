"""A closed review that is only looked at, before it has been checked and opened."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reviewer.domain import BackTranslation, Finding
from reviewer.store import digests, header, rows, seal, validation
from reviewer.store.errors import StoreError
from reviewer.store.guard import Guard, check_schema
from reviewer.store.lock import read_note
from reviewer.store.migrations import STEPS, Step
from reviewer.store.open_file import OpenFile
from reviewer.store.queries import Queries
from reviewer.store.records import BeadVersion, DecisionVersion, SegmentVersion
from reviewer.store.row_reader import one_of, sensible

Look = Callable[["AtRest"], None]


class AtRest(Queries):
    """Reads a few rows at a time, and looks at what these rows hold before it gives them away.

    The file is held meanwhile, and nothing is written into it. Every method raises StoreError when
    what it reads makes no sense.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, closed: Callable[[], None]
    ) -> None:
        """`closed` is called once the connection is closed."""
        super().__init__(path, connection, Guard(connection))
        self._closed = closed

    def close(self) -> None:
        """Let go of the file. A second call does nothing."""
        with self._one_at_a_time:
            self._connection.close()
            closed, self._closed = self._closed, lambda: None
            closed()

    @sensible
    def kept(self, key: str) -> Any:
        """The value of a setting, if it is as it was written; None otherwise."""
        for row in self._rows("SELECT digest, key, value FROM settings WHERE key = ?", (key,)):
            if isinstance(row[2], str) and row[0] == digests.of_row(row[1:]):
                return json.loads(row[2])
        return None

    @sensible
    def beads_named(self, document: int, keys: Iterable[str]) -> dict[str, BeadVersion]:
        """These beads of a translation as they hold now, with their findings."""
        latest = self._latest_of("beads", rows.BEAD_COLUMNS, ("document", document), "key", keys)
        findings: defaultdict[tuple[str, int], list[Finding]] = defaultdict(list)
        for row in self._named(
            "findings", rows.FINDING_COLUMNS, ("document", document), "key", latest, ", position"
        ):
            findings[row[1], row[2]].append(rows.finding(row))
        versions = (
            rows.bead_version(row, findings.get((row[1], row[2]), ())) for row in latest.values()
        )
        return {version.key: version for version in versions if version.present}

    @sensible
    def segments_named(self, document: int, names: Iterable[str]) -> dict[str, SegmentVersion]:
        """These segments as they hold now."""
        latest = self._latest_of(
            "segments", rows.SEGMENT_COLUMNS, ("document", document), "id", names
        )
        versions = map(rows.segment_version, latest.values())
        return {version.segment.id: version for version in versions if version.present}

    @sensible
    def decisions_named(
        self, translation: int, fingerprints: Iterable[str]
    ) -> dict[str, DecisionVersion]:
        """What was decided last of these findings."""
        latest = self._latest_of(
            "decisions",
            rows.DECISION_COLUMNS,
            ("translation", translation),
            "fingerprint",
            fingerprints,
        )
        return {name: rows.decision_version(row) for name, row in latest.items()}

    @sensible
    def back_translations_of(
        self, language: str, texts: Iterable[str]
    ) -> dict[str, BackTranslation]:
        """What is known of these sentences; the latest one wins."""
        found = self._named(
            "back_translations",
            "text, package, version, translated, reliable",
            ("language", language),
            "text",
            texts,
            order="package, version",
        )
        return {row[0]: BackTranslation(row[3], row[1], row[2], bool(row[4])) for row in found}

    def _latest_of(
        self, table: str, columns: str, of: tuple[str, int], key: str, names: Iterable[str]
    ) -> dict[str, Sequence[Any]]:
        return {str(row[1]): row for row in self._named(table, columns, of, key, names)}

    def _named(
        self,
        table: str,
        columns: str,
        of: tuple[str, int | str],
        key: str,
        names: Iterable[str],
        more: str = "",
        order: str = "",
    ) -> list[Sequence[Any]]:
        named, value = one_of(key, names)
        where = f"FROM {table} WHERE {of[0]} = ? AND {named}"
        values = (of[1], value)
        [(wrong,)] = self._rows(
            f"SELECT count(*) {where} AND NOT ({validation.condition(table)})", values
        )
        if wrong:
            raise ValueError(f"rows of {table} make no sense")
        return self._rows(
            f"SELECT {columns} {where} ORDER BY {order or f'{key}, operation'}{more}", values
        )


def look_into(path: Path, look: Look) -> None:
    """Hand the review at `path` to `look`, as `let_look` does, and leave it closed as it is.

    Nothing is handed over where the review was not closed properly or is of an older version.
    Raises StoreError: there is no review, or it is open somewhere, or of a newer version.
    """
    file = OpenFile(path)
    try:
        header.check(file.read(header.LENGTH, 0), path, len(STEPS))
        let_look(path, file, STEPS, look)
    finally:
        file.close()


def let_look(path: Path, file: OpenFile, steps: Sequence[Step], look: Look) -> None:
    """Hand a review that was closed properly, by this version of the program, to `look`, which
    closes it when it has seen enough.

    Whatever speaks against that is told by the opening, which follows.
    """
    real = Path(os.path.realpath(path))
    beside = [real.with_name(real.name + suffix) for suffix in ("-wal", "-journal", "-shm")]
    with suppress(sqlite3.Error, OSError, ValueError, StoreError):
        if not seal.is_closed(file) or read_note(real) or any(map(os.path.lexists, beside)):
            return
        connection = sqlite3.connect(
            f"{real.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        at_rest = AtRest(path, connection, file.lock_again)
        seen = False
        try:
            [version] = connection.execute("PRAGMA user_version").fetchone()
            if version == len(steps):
                check_schema(connection, path, steps)
                look(at_rest)
                seen = True
        finally:
            if not seen:
                at_rest.close()
