"""The record of a review: every finding with what was decided, as a table and as JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer import __version__
from reviewer.formats import atomic
from reviewer.reports.message_parts import message_parts
from reviewer.reports.text_sheets import TextSheet, workbook
from reviewer.wording import in_english

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review, ReviewedFinding, Row, SettledFinding, TranslationInfo

FORMAT_VERSION = 1
"""Of the JSON; docs/schema/findings.schema.json describes it. A field more does not change it."""

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

_WIDTHS = (24, 10, 6, 10, 16, 14, 50, 11, 30, 60, 60, 60, 60)
"""Of the columns of a workbook, in characters."""

_STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class _Line:
    """A finding in its row, or (without one) a row that has a remark of its own.

    A settled finding whose sentences are in no row any more has a line without a row.
    """

    info: TranslationInfo
    number: int | None
    row: Row | None
    found: ReviewedFinding | SettledFinding | None
    settled: SettledFinding | None = None

    @property
    def texts(self) -> tuple[str, str, str]:
        """The source, the translation now, and the translation before."""
        row, settled = self.row, self.settled
        if settled:
            return settled.source, settled.target_now, settled.target_before
        return (row.source, row.target, row.original_target) if row else ("", "", "")


def findings_csv(review: Review, translation_ids: Sequence[int] | None = None) -> bytes:
    """A table under `COLUMNS` as spreadsheets read it: UTF-8 with its mark, CRLF.

    One line for each finding, and for each remark on a row without one. A finding that the
    text has no more is there too, with how it was settled as the decision ("corrected") and
    with the translation that it stood in as the one before. "Row" counts the rows of the
    window from 1. No cell is a formula: one that would be gets an apostrophe before it. All
    translations, unless `translation_ids` names some.
    """
    content = StringIO(newline="")
    table = csv.writer(content, dialect="excel")
    table.writerow(COLUMNS)
    for line in _lines(review, translation_ids):
        table.writerow([_no_formula(cell) for cell in _cells(line)])
    return content.getvalue().encode("utf-8-sig", "replace")


def findings_xlsx(review: Review, translation_ids: Sequence[int] | None = None) -> bytes:
    """The same lines as a workbook of one sheet: what every spreadsheet opens as columns, while
    the comma of a CSV is no divider for one whose decimals have a comma."""
    lines = map(_cells, _lines(review, translation_ids))
    return workbook([TextSheet("Reviewer", COLUMNS, _WIDTHS, lines)])


def findings_json(review: Review, translation_ids: Sequence[int] | None = None) -> str:
    """The same as a JSON text, with spans and what identifies each finding.

    Spans are `[start, end]` in `source_text` and `target_text`, the row as it stands now;
    `source` and `target` are the ids of its segments. A finding with `settled` ("corrected",
    "realigned", "replaced", "withdrawn"; null for one that stands) is not in the row any
    more: its spans count in `source_text` and `target_text_before`, the texts that it was
    found in, and `decision` is what had been decided of it. `row` is null and the ids are
    empty where these sentences are in no row now.
    """
    by_translation: dict[int, list[_Line]] = {}
    for line in _lines(review, translation_ids):
        by_translation.setdefault(line.info.id, []).append(line)
    return json.dumps(
        {
            "format": "reviewer-findings",
            "version": FORMAT_VERSION,
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


def as_csv(review: Review, translation_ids: Sequence[int], _options: Options) -> bytes:
    """See `findings_csv`."""
    return findings_csv(review, translation_ids)


def as_xlsx(review: Review, translation_ids: Sequence[int], _options: Options) -> bytes:
    """See `findings_xlsx`."""
    return findings_xlsx(review, translation_ids)


def as_json(review: Review, translation_ids: Sequence[int], _options: Options) -> bytes:
    """See `findings_json`."""
    return findings_json(review, translation_ids).encode("utf-8", "replace")


def write_findings(
    review: Review, path: Path, translation_ids: Sequence[int] | None = None
) -> None:
    """Write the record to `path`, as JSON or a workbook where its name ends so, and as CSV
    otherwise."""
    atomic.write_bytes(path, findings_as(review, path.suffix, translation_ids))


def findings_as(review: Review, suffix: str, translation_ids: Sequence[int] | None = None) -> bytes:
    """The record as a file with this suffix holds it."""
    if suffix.lower() == ".json":
        return findings_json(review, translation_ids).encode("utf-8", "replace")
    if suffix.lower() == ".xlsx":
        return findings_xlsx(review, translation_ids)
    return findings_csv(review, translation_ids)


def _chosen(review: Review, translation_ids: Sequence[int] | None) -> list[TranslationInfo]:
    return [
        info
        for info in review.translations
        if translation_ids is None or info.id in translation_ids
    ]


def _lines(review: Review, translation_ids: Sequence[int] | None) -> Iterator[_Line]:
    for info in _chosen(review, translation_ids):
        settled: dict[str, list[SettledFinding]] = {}
        for one in review.settled(info.id):
            settled.setdefault(one.row_key, []).append(one)
        number = 0
        for row in review.rows(info.id):
            # Page furniture bears no number in the window.
            number += row.relation is not None
            gone = settled.pop(row.key, [])
            yield from (_Line(info, number, row, found) for found in row.findings)
            yield from (_Line(info, number, row, one, one) for one in gone)
            if row.comment and not row.findings and not gone:
                yield _Line(info, number, row, None)
        for one in chain.from_iterable(settled.values()):
            yield _Line(info, None, None, one, one)


def _cells(line: _Line) -> tuple[str, ...]:
    row, found, settled = line.row, line.found, line.settled
    back = row.back_translation if row else None
    remarks = [found.comment if found else "", row.comment if row else ""]
    decision = settled.how if settled else found.state if found else ""
    source, now, before = line.texts
    return (
        Path(line.info.path).name,
        line.info.language,
        str(line.number or ""),
        found.finding.severity if found else "",
        found.finding.check if found else "",
        found.finding.kind if found else "",
        in_english(found.finding.message) if found else "",
        decision,
        "\n".join(remark for remark in remarks if remark),
        source,
        now,
        before if settled or (row and row.edited) else "",
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
    rows = {line.row.key: (line.number, line.row) for line in lines if line.row}
    return [
        {"row": number, "key": key, "comment": row.comment}
        for key, (number, row) in rows.items()
        if row.comment
    ]


def _finding(line: _Line, found: ReviewedFinding | SettledFinding) -> dict[str, Any]:
    finding, row = found.finding, line.row
    back = row.back_translation if row else None
    source, now, before = line.texts
    return {
        "row": line.number,
        "key": row.key if row else "",
        "relation": row.relation if row else None,
        "source": list(row.source_ids) if row else [],
        "target": list(row.target_ids) if row else [],
        "check": finding.check,
        "kind": finding.kind,
        "severity": finding.severity,
        "message": in_english(finding.message),
        "rule": finding.rule,
        **message_parts(finding.message),
        "confidence": round(finding.confidence, 3),
        "fingerprint": found.fingerprint,
        "decision": found.state,
        "settled": line.settled.how if line.settled else None,
        "settled_at": line.settled.at if line.settled else None,
        "comment": found.comment,
        "source_text": source,
        "target_text": now,
        "target_text_before": before if line.settled or (row and row.edited) else now,
        "back_translation": back.text if back else None,
        "source_spans": [[span.start, span.end] for span in finding.source_spans],
        "target_spans": [[span.start, span.end] for span in finding.target_spans],
    }
