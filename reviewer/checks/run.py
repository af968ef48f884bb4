"""All checks together, on one bead or on a whole translation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.checks.added import Added
from reviewer.checks.base import CheckInfo
from reviewer.checks.doubt import weighed
from reviewer.checks.figures import Numbers
from reviewer.checks.registry import DOCUMENT_CHECKS, REGISTRY
from reviewer.checks.repeated_sentences import RepeatedSentences
from reviewer.domain import Finding, Pair

if TYPE_CHECKING:
    from reviewer.checks.numbers import IgnoreRule


def check_pair(pair: Pair, *, ignore: Sequence[IgnoreRule] = ()) -> list[Finding]:
    """The findings of all checks on one bead, in the order of the registry.

    Spans count in `pair.source` and `pair.target`. `ignore` holds the reviewer's rules for
    the number check. Where the pair itself is in doubt, what a wrong pairing would explain is
    no more than minor.
    """
    found: list[Finding] = []
    for check in REGISTRY:
        if pair.relation in check.relations:
            chosen = Numbers(ignore) if ignore and check.id == Numbers.id else check
            found += chosen.find(pair)
    return weighed(found, pair)


def check_document(pairs: Sequence[Pair]) -> dict[int, list[Finding]]:
    """The findings that only a whole translation shows, by index into `pairs`.

    `pairs` are the translation's beads in the order of the translation.
    """
    found: dict[int, list[Finding]] = {}
    for check in DOCUMENT_CHECKS:
        for index, findings in check.find_all(pairs).items():
            found.setdefault(index, []).extend(findings)
    return found


def combined(own: Sequence[Finding], across: Sequence[Finding]) -> tuple[Finding, ...]:
    """All findings of a bead: `own` as `check_pair` has them, then `across` as `check_document`
    has them. One mistake is one finding: a sentence that is there because it is there twice
    is not told as an addition too."""
    twice = {
        span
        for finding in across
        if finding.check == RepeatedSentences.id
        for span in finding.target_spans
    }
    told = [f for f in own if f.check != Added.id or not twice.issuperset(f.target_spans)]
    return (*told, *across)


def check_info(check: str) -> CheckInfo:
    """The facts about the check of this id (title, severity, ITS and MQM category).

    Raises KeyError for an id that no check has.
    """
    return {each.id: each for each in (*REGISTRY, *DOCUMENT_CHECKS)}[check]
