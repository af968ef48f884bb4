"""Decisions on findings: what is written for what the reviewer says of them."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.domain import DecisionAction
from reviewer.review.model.fingerprints import status_name
from reviewer.review.model.views import FindingState, ReviewedFinding, Row
from reviewer.store.records import DecisionVersion

_STATES: dict[DecisionAction, FindingState] = {
    "accept": "accepted",
    "dismiss": "dismissed",
    "reopen": "open",
}


def decide(
    translation: int, findings: Iterable[ReviewedFinding], action: DecisionAction, comment: str
) -> tuple[DecisionVersion, ...]:
    """The decisions that change something; a comment alone keeps the state."""
    versions: dict[str, DecisionVersion] = {}
    for one in findings:
        state = _STATES.get(action, one.state)
        remark = comment if comment or action == "comment" else one.comment
        if (state, remark) != (one.state, one.comment):
            versions[one.fingerprint] = DecisionVersion(
                translation, one.fingerprint, action, state, remark
            )
    return tuple(versions.values())


def status_versions(
    translation: int, rows: Iterable[Row], *, on: bool
) -> tuple[DecisionVersion, ...]:
    """What marks rows as reviewed, or as not reviewed, for those that are not so yet."""
    return tuple(
        DecisionVersion(
            translation,
            status_name(row.key, row.source, row.target),
            "accept" if on else "reopen",
            "accepted" if on else "open",
            "",
        )
        for row in rows
        if row.relation is not None and row.reviewed != on
    )
