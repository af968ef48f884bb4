"""Rows made from beads, sentences and decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from reviewer.domain import BackTranslation, joined
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.fingerprints import (
    fingerprints,
    row_fingerprint,
    status_name,
)
from reviewer.review.model.ignore_rules import IgnoreRule, RowTexts, ignored
from reviewer.review.model.views import ReviewedFinding, Row
from reviewer.store.records import (
    BeadVersion,
    DecisionVersion,
)


def bead_row(
    bead: BeadVersion,
    source_side: DocumentSentences,
    target_side: DocumentSentences,
    *,
    heading: bool,
    moved_to: str | None,
    decisions: Mapping[str, DecisionVersion],
    rules: Sequence[IgnoreRule],
    back: Mapping[str, BackTranslation],
    drafts: Set[str],
) -> Row:
    """The row of a bead. `moved_to` is the row after which its translation stands, if that is
    elsewhere; `back` has back-translations by sentence, `drafts` what a machine has written."""
    source, target = source_side.text(bead.source), target_side.text(bead.target)
    texts = [target_side.segment(name).text for name in bead.target]
    originals = [target_side.original(name) for name in bead.target]
    remark = decisions.get(row_fingerprint(source, target)) if decisions else None
    status = decisions.get(status_name(bead.key, source, target)) if decisions else None
    row = RowTexts(source, target, source_side.language, target_side.language)
    reviewed = status is not None and status.state == "accepted"
    return Row(
        key=bead.key,
        source_ids=bead.source,
        target_ids=target_side.live(bead.target),
        source=source,
        target=target,
        kind="heading" if heading else "body",
        relation=bead.relation,
        confidence=bead.confidence,
        fixed=bead.fixed,
        findings=_reviewed(bead, row, decisions, rules),
        back_translation=back_translation(back, target_side, bead),
        edited=texts != originals,
        moved_to=moved_to,
        comment=remark.comment if remark else "",
        original_target=joined([text for text in originals if text]),
        reviewed=reviewed,
        source_mark=source_side.mark(bead.source),
        target_mark=target_side.mark(target_side.live(bead.target)),
        is_draft=target in drafts and not any(originals) and not reviewed,
    )


def single_row(name: str, source_side: DocumentSentences, target_side: DocumentSentences) -> Row:
    """The row of a sentence that stands in no bead: page furniture."""
    of_source = name in source_side
    side = source_side if of_source else target_side
    segment = side.segment(name)
    original = side.original(name)
    return Row(
        key=name,
        source_ids=(name,) if of_source else (),
        target_ids=() if of_source else target_side.live([name]),
        source=segment.text if of_source else "",
        target="" if of_source else segment.text,
        kind=segment.kind,
        relation=None,
        confidence=1.0,
        fixed=False,
        findings=(),
        back_translation=None,
        edited=segment.text != original,
        original_target="" if of_source else original,
    )


def _reviewed(
    bead: BeadVersion,
    row: RowTexts,
    decisions: Mapping[str, DecisionVersion],
    rules: Sequence[IgnoreRule],
) -> tuple[ReviewedFinding, ...]:
    if not bead.findings:
        return ()
    found = []
    for finding, name in zip(
        bead.findings, fingerprints(row.source, row.target, bead.findings), strict=True
    ):
        if not any(ignored(rule, finding, row) for rule in rules):
            decision = decisions.get(name)
            state = decision.state if decision else "open"
            comment = decision.comment if decision else ""
            found.append(ReviewedFinding(finding, name, state, comment))
    return tuple(found)


def back_translation(
    back: Mapping[str, BackTranslation], target_side: DocumentSentences, bead: BeadVersion
) -> BackTranslation | None:
    """The back-translation of a bead, if each of its sentences has one in `back`."""
    if not back:
        return None
    names = target_side.live(bead.target)
    parts = [back.get(target_side.segment(name).text) for name in names]
    known = [part for part in parts if part]
    if not known or len(known) < len(parts):
        return None
    return replace(
        known[0],
        text=joined([part.text for part in known]),
        reliable=all(part.reliable for part in known),
    )
