"""The record of a review: every finding with what was decided, as CSV and as JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer import __version__
from reviewer.formats import atomic

if TYPE_CHECKING:
    from reviewer.review import Review, ReviewedFinding, Row, TranslationInfo

COLUMNS = (
    "Translation",
    "Language",
    "Row",
    "Severity",
    "Check",
    "Kind",
    "What",
    "Decision",
    "Comment",
    "Source",
    "Translation now",
    "Translation before",
    "Back-translation",
)

_STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class _Line:
    """A finding in its row, or (without one) a row that has a remark of its own."""

    info: TranslationInfo
    number: int
    row: Row
    found: ReviewedFinding | None


def findings_csv(review: Review, translation_ids: Sequence[int] | None = None) -> bytes:
    """A table under `COLUMNS` as spreadsheets read it: UTF-8 with its mark, CRLF.

    One line for each finding, and for each remark on a row without one. "Row" counts the
    rows of the window from 1. No cell is a formula: one that would be gets an apostrophe
    before it. All translations, unless `translation_ids` names some.
    """
    content = StringIO(newline="")
    table = csv.writer(content, dialect="excel")
    table.writerow(COLUMNS)
    for line in _lines(review, translation_ids):
        table.writerow([_no_formula(cell) for cell in _cells(line)])
    return content.getvalue().encode("utf-8-sig", "replace")


def findings_json(review: Review, translation_ids: Sequence[int] | None = None) -> str:
    """The same as a JSON text, with spans and what identifies each finding.

    Spans are `[start, end]` in `source_text` and `target_text`, the row as it stands now;
    `source` and `target` are the ids of its segments.
    """
    by_translation: dict[int, list[_Line]] = {}
    for line in _lines(review, translation_ids):
        by_translation.setdefault(line.info.id, []).append(line)
    return json.dumps(
        {
            "reviewer": __version__,
            "source": {"path": review.source.path, "language": review.source.language},
            "translations": [
                _translation(info, by_translation.get(info.id, ()))
                for info in _chosen(review, translation_ids)
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def write_findings(
    review: Review, path: Path, translation_ids: Sequence[int] | None = None
) -> None:
    """Write the record to `path`, as JSON where its name ends so and as CSV otherwise."""
    if path.suffix.lower() == ".json":
        atomic.write_text(path, findings_json(review, translation_ids))
    else:
        atomic.write_bytes(path, findings_csv(review, translation_ids))


def _chosen(review: Review, translation_ids: Sequence[int] | None) -> list[TranslationInfo]:
    return [
        info
        for info in review.translations
        if translation_ids is None or info.id in translation_ids
    ]


def _lines(review: Review, translation_ids: Sequence[int] | None) -> Iterator[_Line]:
    for info in _chosen(review, translation_ids):
        for number, row in enumerate(review.rows(info.id), 1):
            for found in row.findings:
                yield _Line(info, number, row, found)
            if row.comment and not row.findings:
                yield _Line(info, number, row, None)


def _cells(line: _Line) -> tuple[str, ...]:
    row, found = line.row, line.found
    back = row.back_translation
    remarks = [found.comment if found else "", row.comment]
    return (
        Path(line.info.path).name,
        line.info.language,
        str(line.number),
        found.finding.severity if found else "",
        found.finding.check if found else "",
        found.finding.kind if found else "",
        found.finding.message if found else "",
        found.state if found else "",
        "\n".join(remark for remark in remarks if remark),
        row.source,
        row.target,
        row.original_target if row.edited else "",
        back.text if back else "",
    )


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_STARTS_OF_FORMULAS) else cell


def _translation(info: TranslationInfo, lines: Sequence[_Line]) -> dict[str, Any]:
    return {
        "path": info.path,
        "language": info.language,
        "evidence": info.evidence,
        "findings": [_finding(line, line.found) for line in lines if line.found],
        "remarks": _remarks(lines),
    }


def _remarks(lines: Sequence[_Line]) -> list[dict[str, Any]]:
    rows = {line.row.key: line for line in lines if line.row.comment}
    return [
        {"row": line.number, "key": key, "comment": line.row.comment} for key, line in rows.items()
    ]


def _finding(line: _Line, found: ReviewedFinding) -> dict[str, Any]:
    finding, row = found.finding, line.row
    return {
        "row": line.number,
        "key": row.key,
        "relation": row.relation,
        "source": list(row.source_ids),
        "target": list(row.target_ids),
        "check": finding.check,
        "kind": finding.kind,
        "severity": finding.severity,
        "message": finding.message,
        "rule": finding.rule,
        "confidence": round(finding.confidence, 3),
        "fingerprint": found.fingerprint,
        "decision": found.state,
        "comment": found.comment,
        "source_text": row.source,
        "target_text": row.target,
        "target_text_before": row.original_target if row.edited else row.target,
        "back_translation": row.back_translation.text if row.back_translation else None,
        "source_spans": [[span.start, span.end] for span in finding.source_spans],
        "target_spans": [[span.start, span.end] for span in finding.target_spans],
    }
