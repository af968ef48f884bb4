"""All checks together, on one bead or on a whole translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reviewer.checks.base import Check
from reviewer.checks.doubtful_pairs import weighed
from reviewer.checks.registry import DOCUMENT_CHECKS, REGISTRY, check_info
from reviewer.domain import Finding, Pair, Span


class Checks:
    """The checks of a review: all that there are, those of a profile filled with what it says.

    `own` are checks to stand in the place of those of the same id. `weighed` says which of the
    findings count for a language, and how much.
    """

    def __init__(
        self,
        own: Sequence[Check] = (),
        weighed: Callable[[Iterable[Finding], str], tuple[Finding, ...]] | None = None,
    ) -> None:
        mine = {check.id: check for check in own}
        self._checks = tuple(mine.get(check.id, check) for check in REGISTRY)
        self._weighed = weighed

    def of_pair(self, pair: Pair) -> list[Finding]:
        """The findings of all checks on one bead, in the order of the registry.

        Spans count in `pair.source` and `pair.target`. Where the pair itself is in doubt, what a
        wrong pairing would explain is no more than minor.
        """
        found: list[Finding] = []
        for check in self._checks:
            if pair.relation in check.relations:
                found += check.find(pair)
        return list(self._counting(weighed(found, pair), pair.target_language))

    def of_document(self, pairs: Sequence[Pair]) -> dict[int, list[Finding]]:
        """The findings that only a whole translation shows, by index into `pairs`.

        `pairs` are the translation's beads in the order of the translation.
        """
        found: dict[int, list[Finding]] = {}
        for check in DOCUMENT_CHECKS:
            for index, findings in check.find_all(pairs).items():
                counting = self._counting(findings, pairs[index].target_language)
                if counting:
                    found.setdefault(index, []).extend(counting)
        return found

    def _counting(self, findings: Sequence[Finding], language: str) -> Sequence[Finding]:
        return self._weighed(findings, language) if self._weighed else findings


ALL_CHECKS = Checks()
"""All checks, without a profile."""


def check_pair(pair: Pair) -> list[Finding]:
    """See `Checks.of_pair`."""
    return ALL_CHECKS.of_pair(pair)


def check_document(pairs: Sequence[Pair]) -> dict[int, list[Finding]]:
    """See `Checks.of_document`."""
    return ALL_CHECKS.of_document(pairs)


def combined(own: Sequence[Finding], across: Sequence[Finding]) -> tuple[Finding, ...]:
    """All findings of a bead: `own` as `of_pair` has them, then `across` as `of_document`
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
