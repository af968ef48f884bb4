"""What can be written into a project file."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from reviewer.domain import BackTranslation, Document
from reviewer.store import digests, rows
from reviewer.store.queries import Queries
from reviewer.store.records import Operation, Patch, now


class Writes(Queries):
    """The writing half of `ProjectFile`: rows with their checksums."""

    _acknowledged = 0
    """The number of the operation that was written last."""

    author = ""
    """Who does what is written from now on."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """What is written inside is written together or not at all. May be nested."""

    def write_document(
        self, translation: int, document: Document, language: str, evidence: str
    ) -> int:
        """Add a document, which becomes the one that holds for its translation."""
        return self._write_row(
            "documents",
            digests.DOCUMENT_COLUMNS,
            (
                translation,
                document.path,
                document.format,
                document.encoding,
                language,
                evidence,
                rows.blocks_json(document.blocks),
                document.original,
                now(),
            ),
        )

    def write_evidence(self, document: int, evidence: str) -> None:
        """Set what the alignment and the checks of a translation's document rest on."""
        with self.transaction():
            self._write("UPDATE documents SET evidence = ? WHERE id = ?", (evidence, document))
            [row] = self._rows(
                f"SELECT {digests.DOCUMENT_COLUMNS} FROM documents WHERE id = ?", (document,)
            )
            self._write(
                "UPDATE documents SET digest = ? WHERE id = ?", (digests.of_row(row), document)
            )

    def write_operation(self, operation: Operation) -> int:
        """Add an operation with the time and the author of now; returns its number."""
        values = digests.operation_row(operation, now(), self.author)
        number = self._write(
            rows.insert("operations", f"{digests.OPERATION_COLUMNS}, digest"),
            (*values, digests.of_operation(values)),
        )
        self._acknowledged = number
        return number

    def write_patch(self, patch: Patch, operation: int) -> None:
        """Add the new versions of what `operation` changed."""
        with self.transaction():
            written = 0
            for table, columns, values in (
                (
                    "segments",
                    rows.SEGMENT_COLUMNS,
                    [rows.segment_row(version, operation) for version in patch.segments],
                ),
                (
                    "beads",
                    rows.BEAD_COLUMNS,
                    [rows.bead_row(version, operation) for version in patch.beads],
                ),
                (
                    "findings",
                    rows.FINDING_COLUMNS,
                    [row for bead in patch.beads for row in rows.finding_rows(bead, operation)],
                ),
                (
                    "decisions",
                    rows.DECISION_COLUMNS,
                    [rows.decision_row(version, operation) for version in patch.decisions],
                ),
            ):
                self._connection.executemany(rows.insert(table, columns), values)
                written += digests.of_rows(values)
            self._connection.execute(
                f"UPDATE operations SET digest = (digest + ?) % {digests.MOST} WHERE id = ?",
                (written % digests.MOST, operation),
            )

    def write_back_translations(
        self, language: str, translations: Mapping[str, BackTranslation]
    ) -> None:
        """Remember what became of sentences in `language`."""
        found = [
            (text, back.package, back.version, language, back.text, int(back.reliable))
            for text, back in translations.items()
        ]
        with self.transaction():
            self._connection.executemany(
                rows.insert(
                    "back_translations",
                    f"{digests.BACK_TRANSLATION_COLUMNS}, digest",
                    "INSERT OR REPLACE",
                ),
                [(*row, digests.of_row(row)) for row in found],
            )

    def write_setting(self, key: str, value: object, *, durable: bool = True) -> None:
        """Keep a JSON value under `key`.

        One that is not durable outlives the program's death, but perhaps not a power cut;
        it does not wait for the disk.
        """
        with self._guarded():
            if not durable:
                self._connection.execute("PRAGMA synchronous = NORMAL")
            try:
                self._write_row(
                    "settings",
                    digests.SETTING_COLUMNS,
                    (key, rows.to_json(value)),
                    "INSERT OR REPLACE",
                )
            finally:
                if not durable:
                    self._connection.execute("PRAGMA synchronous = FULL")

    def write_ignore_rule(
        self, source_language: str, target_language: str, rule: Mapping[str, str]
    ) -> None:
        """Keep a rule for a language pair."""
        self._write_row(
            "ignore_rules",
            digests.RULE_COLUMNS,
            (source_language, target_language, rows.to_json(rule)),
            "INSERT OR IGNORE",
        )

    def remove_ignore_rule(
        self, source_language: str, target_language: str, rule: Mapping[str, str]
    ) -> None:
        """Forget a rule of a language pair."""
        self._write(
            "DELETE FROM ignore_rules "
            "WHERE source_language = ? AND target_language = ? AND rule = ?",
            (source_language, target_language, rows.to_json(rule)),
        )

    def _write(self, sql: str, values: Sequence[Any]) -> int:
        with self.transaction():
            return self._connection.execute(sql, values).lastrowid or 0

    def _write_row(
        self, table: str, columns: str, values: Sequence[Any], verb: str = "INSERT"
    ) -> int:
        """Write one row with its checksum."""
        return self._write(
            rows.insert(table, f"{columns}, digest", verb), (*values, digests.of_row(values))
        )
