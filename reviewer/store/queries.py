"""Queries of the present state of a project file: the versions that hold, and the settings."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from reviewer.domain import BackTranslation, Block, Document, Finding
from reviewer.store import rows
from reviewer.store.history_queries import HistoryQueries
from reviewer.store.records import (
    BeadVersion,
    DecisionVersion,
    DocumentRecord,
    SegmentVersion,
)
from reviewer.store.row_reader import sensible


class Queries(HistoryQueries):
    """The reading half of `ProjectFile`. Every method raises StoreError on a damaged file.

    Versions are read in the order of their table's key, which costs no sorting.
    """

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


def _rule(parts: Any) -> dict[str, str]:
    if not isinstance(parts, dict) or not all(isinstance(one, str) for one in parts.values()):
        raise ValueError("a rule")
    return parts
