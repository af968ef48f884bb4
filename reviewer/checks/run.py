"""All checks together, on one bead or on a whole translation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.checks.doubt import weighed
from reviewer.checks.registry import DOCUMENT_CHECKS, REGISTRY, check_info
from reviewer.domain import Finding, Pair, Span


def check_pair(pair: Pair) -> list[Finding]:
    """The findings of all checks on one bead, in the order of the registry.

    Spans count in `pair.source` and `pair.target`. Where the pair itself is in doubt, what a
    wrong pairing would explain is no more than minor.
    """
    found: list[Finding] = []
    for check in REGISTRY:
        if pair.relation in check.relations:
            found += check.find(pair)
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
    explained: dict[str, set[Span]] = {}
    for finding in across:
        for check in check_info(finding.check).explains:
            explained.setdefault(check, set()).update(finding.target_spans)
    told = [f for f in own if not _is_explained(f, explained)]
    return (*told, *across)


def _is_explained(finding: Finding, explained: Mapping[str, set[Span]]) -> bool:
    spans = explained.get(finding.check)
    return spans is not None and spans.issuperset(finding.target_spans)
