"""Records made from the rows of the tables, and rows from records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any, get_args

from reviewer.domain import Block, Finding, Fix, Role, Segment, Span
from reviewer.store.messages import message_json, read_message
from reviewer.store.records import BeadVersion, DecisionVersion, Operation, SegmentVersion

SEGMENT_COLUMNS = "document, id, operation, rank, block, start, end, text, kind, role, present"
BEAD_COLUMNS = "document, key, operation, source, target, relation, confidence, fixed, present"
FINDING_COLUMNS = (
    "document, key, operation, position, check_id, kind, severity, message, source_spans, "
    "target_spans, rule, confidence, subject, fix"
)
OPERATION_COLUMNS = (
    "kind, label, translation, row_key, detail, continues, undoes, redoes, id, at, author"
)
DECISION_COLUMNS = "translation, fingerprint, operation, action, state, comment"
_MOST = 1 << 31
_ROLES = get_args(Role)
_KINDS: tuple[tuple[type, ...], ...] = tuple(
    (list, tuple) if field.name == "codes" else (type(getattr(Block(""), field.name)),)
    for field in fields(Block)
)
"""What JSON has for each field of a block, in their order."""
_CODES = [field.name for field in fields(Block)].index("codes")


def to_json(value: object) -> str:
    """Compact JSON that keeps every script readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def insert(table: str, columns: str, verb: str = "INSERT") -> str:
    """The SQL that inserts one row of `columns` into `table`."""
    marks = ",".join("?" * len(columns.split(",")))
    return f"{verb} INTO {table} ({columns}) VALUES ({marks})"


def segment_row(version: SegmentVersion, operation: int) -> tuple[Any, ...]:
    """In the order of SEGMENT_COLUMNS, each value as SQLite gives it back."""
    segment = version.segment
    return (
        version.document,
        segment.id,
        operation,
        float(version.rank),
        segment.block,
        segment.span.start,
        segment.span.end,
        segment.text,
        segment.kind,
        segment.role,
        int(version.present),
    )


def segment_version(row: Sequence[Any]) -> SegmentVersion:
    """From SEGMENT_COLUMNS."""
    document, name, _, rank, block, start, end, text, kind, role, present = row
    return SegmentVersion(
        document, Segment(name, text, block, Span(start, end), kind, role), rank, bool(present)
    )


def bead_row(version: BeadVersion, operation: int) -> tuple[Any, ...]:
    """In the order of BEAD_COLUMNS."""
    return (
        version.document,
        version.key,
        operation,
        " ".join(version.source),
        " ".join(version.target),
        version.relation,
        float(version.confidence),
        int(version.fixed),
        int(version.present),
    )


def bead_version(row: Sequence[Any], findings: Iterable[Finding]) -> BeadVersion:
    """From BEAD_COLUMNS."""
    document, key, _, source, target, relation, confidence, fixed, present = row
    return BeadVersion(
        document,
        key,
        tuple(source.split()),
        tuple(target.split()),
        relation,
        confidence,
        bool(fixed),
        tuple(findings),
        bool(present),
    )


def finding_rows(version: BeadVersion, operation: int) -> list[tuple[Any, ...]]:
    """In the order of FINDING_COLUMNS."""
    return [
        (
            version.document,
            version.key,
            operation,
            position,
            finding.check,
            finding.kind,
            finding.severity,
            message_json(finding.message),
            _spans_json(finding.source_spans),
            _spans_json(finding.target_spans),
            finding.rule,
            float(finding.confidence),
            finding.subject,
            finding.fix
            and to_json([finding.fix.span.start, finding.fix.span.end, finding.fix.text]),
        )
        for position, finding in enumerate(version.findings)
    ]


def finding(row: Sequence[Any]) -> Finding:
    """From FINDING_COLUMNS."""
    check, kind, severity, message, source, target, rule, confidence, subject, fix = row[4:]
    return Finding(
        check,
        kind,
        severity,
        read_message(message),
        _spans(source),
        _spans(target),
        rule,
        confidence,
        subject,
        _fix(fix),
    )


def decision_row(version: DecisionVersion, operation: int) -> tuple[Any, ...]:
    """In the order of DECISION_COLUMNS."""
    return (
        version.translation,
        version.fingerprint,
        operation,
        version.action,
        version.state,
        version.comment,
    )


def decision_version(row: Sequence[Any]) -> DecisionVersion:
    """From DECISION_COLUMNS."""
    translation, fingerprint, _, action, state, comment = row
    return DecisionVersion(translation, fingerprint, action, state, comment)


def operation(row: Sequence[Any]) -> Operation:
    """From OPERATION_COLUMNS."""
    kind, label, translation, row_key, detail, *rest = row
    return Operation(kind, read_message(label), translation, row_key, read_message(detail), *rest)


def blocks_json(blocks: Iterable[Block]) -> str:
    """The blocks of a document as JSON: one after the other, for the window waits while a piece
    is written."""
    written = (
        to_json(
            [b.text, b.role, b.place, b.level, b.chrome, b.reason, b.unit, b.codes, b.note, b.mark]
        )
        for b in blocks
    )
    return f"[{','.join(written)}]"


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks from their JSON. Raises ValueError or TypeError for anything else."""
    return tuple(_block(values) for values in _each(text))


def _each(text: str) -> Iterator[Any]:
    """The members of a JSON list without spaces between them, read one after the other."""
    read, at = json.JSONDecoder().raw_decode, 0
    if text == "[]":
        return
    if text[:1] != "[":
        raise ValueError("no list")
    while True:
        value, at = read(text, at + 1)
        yield value
        if text[at : at + 1] != ",":
            break
    if text[at : at + 2] != "]":
        raise ValueError("a list that does not end")


def _block(values: list[Any]) -> Block:
    """A block from its fields in their order; files of older versions have fewer of them."""
    if not _are_of_a_block(tuple(map(type, values))):
        raise ValueError("the fields of a block")
    if len(values) > _CODES:
        codes = values[_CODES]
        if codes and not all(isinstance(code, str) for code in codes):
            raise ValueError("the codes of a block")
        values[_CODES] = tuple(codes)
    block = Block(*values)
    if block.role not in _ROLES or not 0 <= block.level < _MOST:
        raise ValueError("a block")
    return block


@lru_cache(maxsize=64)
def _are_of_a_block(kinds: tuple[type, ...]) -> bool:
    """Whether values of these types may be the fields of a block."""
    return 0 < len(kinds) <= len(_KINDS) and all(
        issubclass(kind, wanted) for kind, wanted in zip(kinds, _KINDS, strict=False)
    )


def _spans_json(spans: Iterable[Span]) -> str:
    return to_json([[span.start, span.end] for span in spans])


def _spans(text: str) -> tuple[Span, ...]:
    return tuple(_span(*pair) for pair in json.loads(text))


def _span(start: int, end: int) -> Span:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end < _MOST):
        raise ValueError("a span")
    return Span(start, end)


def _fix(text: str | None) -> Fix | None:
    if text is None:
        return None
    start, end, replacement = json.loads(text)
    if not isinstance(replacement, str):
        raise ValueError("a fix")
    return Fix(_span(start, end), replacement)
