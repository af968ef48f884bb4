"""The result of `reviewer check` as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from reviewer import __version__
from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import SEVERITIES, Bead, Finding, Segment, Span, located
from reviewer.reports.evidence import evidence_names
from reviewer.reports.message_parts import message_parts
from reviewer.text.furniture_reasons import in_words
from reviewer.text.set_aside import share
from reviewer.wording import in_english


def check_json(analysis: Analysis) -> str:
    """The whole analysis as a JSON text; spans are `[segment id, start, end]`."""
    return json.dumps({"reviewer": __version__} | _analysis(analysis), ensure_ascii=False, indent=1)


def many_json(analyses: Sequence[Analysis]) -> str:
    """Several analyses as one JSON text: `totals` by severity, and `documents`, of which each is as
    `check_json` has it."""
    counts = Counter(
        finding.severity
        for analysis in analyses
        for comparison in analysis.translations
        for findings in comparison.findings
        for finding in findings
    )
    return json.dumps(
        {
            "reviewer": __version__,
            "totals": {severity: counts[severity] for severity in SEVERITIES},
            "documents": [_analysis(analysis) for analysis in analyses],
        },
        ensure_ascii=False,
        indent=1,
    )


def _analysis(analysis: Analysis) -> dict[str, Any]:
    return {
        "source": _side(analysis.source),
        "translations": [
            _translation(analysis.source, comparison) for comparison in analysis.translations
        ],
    }


def _side(side: SegmentedDocument) -> dict[str, Any]:
    return {
        "path": side.document.path,
        "language": side.language,
        "set_aside": round(share(side.segments), 3),
        "warnings": list(side.warnings),
        "segments": [_segment(side, index) for index in range(len(side.segments))],
    }


def _segment(side: SegmentedDocument, index: int) -> dict[str, Any]:
    segment = side.segments[index]
    found = {"id": segment.id, "text": segment.text, "kind": segment.kind}
    if segment.kind == "furniture":
        found["reason"] = in_words(side.reasons.get(index, ""))
    return found


def _translation(source: SegmentedDocument, comparison: Comparison) -> dict[str, Any]:
    return _side(comparison.side) | {
        "evidence": evidence_names(comparison),
        "beads": [
            _bead(source, comparison, bead, findings)
            for bead, findings in zip(comparison.beads, comparison.findings, strict=True)
        ],
    }


def _bead(
    source: SegmentedDocument, comparison: Comparison, bead: Bead, findings: tuple[Finding, ...]
) -> dict[str, Any]:
    left = [source.segments[index] for index in bead.source]
    right = [comparison.side.segments[index] for index in bead.target]
    back = [comparison.back_translations.get(index) for index in bead.target]
    return {
        "source": [segment.id for segment in left],
        "target": [segment.id for segment in right],
        "relation": bead.relation,
        "confidence": round(bead.confidence, 3),
        "back_translation": " ".join(part.text for part in back if part) if any(back) else None,
        "findings": [_finding(finding, left, right) for finding in findings],
    }


def _finding(finding: Finding, left: list[Segment], right: list[Segment]) -> dict[str, Any]:
    return {
        "check": finding.check,
        "kind": finding.kind,
        "severity": finding.severity,
        "message": in_english(finding.message),
        **message_parts(finding.message),
        "source_spans": _spans(finding.source_spans, left),
        "target_spans": _spans(finding.target_spans, right),
        "rule": finding.rule,
        "confidence": round(finding.confidence, 3),
        "fix": _fix(finding, right),
    }


def _fix(finding: Finding, right: list[Segment]) -> dict[str, Any] | None:
    if not finding.fix:
        return None
    return {"text": finding.fix.text, "target_spans": _spans((finding.fix.span,), right)}


def _spans(spans: tuple[Span, ...], segments: list[Segment]) -> list[list[object]]:
    texts = [segment.text for segment in segments]
    return [
        [segments[index].id, piece.start, piece.end]
        for span in spans
        for index, piece in located(texts, span)
    ]
