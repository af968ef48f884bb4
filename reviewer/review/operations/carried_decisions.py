"""Decisions that follow a finding when its row has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.domain import DecisionAction
from reviewer.review.model.fingerprints import fingerprints, row_fingerprint
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import FindingState
from reviewer.store.records import BeadVersion, DecisionVersion

_ACTIONS: Mapping[FindingState, DecisionAction] = {
    "open": "comment",
    "accepted": "accept",
    "dismissed": "dismiss",
}


def decisions_that_follow(
    before: TranslationState, after: TranslationState, beads: Sequence[BeadVersion]
) -> list[DecisionVersion]:
    """Decisions on findings that say the same of the same figures after a row has changed."""
    translation = before.record.translation
    decisions = []
    for bead in beads:
        if not bead.present or bead.key not in before.beads:
            continue
        old = before.row(bead.key)
        source, target = after.source.text(bead.source), after.text.text(bead.target)
        if (source, target) == (old.source, old.target):
            continue
        if old.comment:
            name = row_fingerprint(source, target)
            decisions.append(DecisionVersion(translation, name, "comment", "open", old.comment))
        said = {
            (one.finding.check, one.finding.kind, one.finding.subject): one
            for one in old.findings
            if one.finding.subject and (one.state != "open" or one.comment)
        }
        for finding, name in zip(
            bead.findings, fingerprints(source, target, bead.findings), strict=True
        ):
            one = said.get((finding.check, finding.kind, finding.subject))
            if one and name not in before.decisions:
                action = _ACTIONS[one.state]
                decisions.append(DecisionVersion(translation, name, action, one.state, one.comment))
    return decisions
