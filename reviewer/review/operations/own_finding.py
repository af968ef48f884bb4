"""Findings that a reviewer adds, changes and takes away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from reviewer.domain import Finding, Severity, Span
from reviewer.messages import message
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.fingerprints import fingerprints
from reviewer.review.model.own_findings import OWN, category_title, within
from reviewer.review.model.translation import TranslationState
from reviewer.store.records import BeadVersion, DecisionVersion, Patch


def own_finding(
    state: TranslationState,
    key: str,
    category: str,
    severity: Severity,
    spans: tuple[Sequence[Span], Sequence[Span]],
    words: str,
) -> Finding:
    """A finding of the reviewer's on pieces of a row's source and translation, or with none on the
    row as a whole. Raises NotPossible for page furniture."""
    bead = state.beads.get(key)
    if bead is None:
        raise NotPossible(message("Page furniture takes no findings."))
    texts = state.source.text(bead.source), state.text.text(bead.target)
    source, target = map(tuple, spans)
    said = message("{words}", words=words.strip()) if words.strip() else category_title(category)
    found = Finding(OWN, category, severity, said, source, target, subject=uuid4().hex[:12])
    return within(found, texts)


def with_finding(state: TranslationState, key: str, finding: Finding, comment: str = "") -> Patch:
    """What adds a finding to a row, or changes the one with its subject; it counts as accepted."""
    bead = state.beads[key]
    findings = list(bead.findings)
    place = next((n for n, one in enumerate(findings) if _is_same(one, finding)), len(findings))
    findings[place : place + 1] = [finding]
    made = replace(bead, findings=tuple(findings))
    decision = DecisionVersion(
        state.record.translation, _name(state, made, place), "accept", "accepted", comment
    )
    return Patch(beads=(made,), decisions=(decision,))


def without_finding(state: TranslationState, key: str, fingerprint: str) -> Patch:
    """What takes an own finding away. Raises NotPossible for one of a check."""
    bead = state.beads[key]
    place = _place(state, bead, fingerprint)
    if bead.findings[place].check != OWN:
        raise NotPossible(message("Only your own findings can be taken away; dismiss this one."))
    return Patch(beads=(replace(bead, findings=_without(bead.findings, place)),))


def changed_finding(
    state: TranslationState,
    key: str,
    fingerprint: str,
    category: str,
    severity: Severity,
    words: str,
) -> Finding:
    """An own finding with another category, severity or text. Raises NotPossible for a check's."""
    bead = state.beads[key]
    finding = bead.findings[_place(state, bead, fingerprint)]
    if finding.check != OWN:
        raise NotPossible(message("Only your own findings can be changed."))
    said = message("{words}", words=words.strip()) if words.strip() else category_title(category)
    return replace(finding, kind=category, severity=severity, message=said)


def _place(state: TranslationState, bead: BeadVersion, fingerprint: str) -> int:
    texts = state.source.text(bead.source), state.text.text(bead.target)
    names = fingerprints(*texts, bead.findings)
    if fingerprint not in names:
        raise KeyError(fingerprint)
    return names.index(fingerprint)


def _name(state: TranslationState, bead: BeadVersion, place: int) -> str:
    texts = state.source.text(bead.source), state.text.text(bead.target)
    return fingerprints(*texts, bead.findings)[place]


def _is_same(one: Finding, other: Finding) -> bool:
    return one.check == OWN and one.subject == other.subject


def _without(findings: tuple[Finding, ...], place: int) -> tuple[Finding, ...]:
    return findings[:place] + findings[place + 1 :]
