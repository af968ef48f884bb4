"""All checks together, on one bead or on a whole translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reviewer.checks.base import Check, CheckInfo, DocumentCheck
from reviewer.checks.doubtful_pairs import weighed
from reviewer.checks.registry import DOCUMENT_CHECKS, REGISTRY, check_info
from reviewer.checks.rows import Key, PlaceOf, Rows, in_turn
from reviewer.domain import Finding, Pair, Span

_STEP = 50
"""Rows between two pauses."""


class Checks:
    """The checks of a review: all that there are, those of a profile filled with what it says.

    `own` are checks to stand in the place of those of the same id. `weighed` says which of the
    findings count for a language, and how much.
    """

    def __init__(
        self,
        own: Sequence[Check | DocumentCheck] = (),
        weighed: Callable[[Iterable[Finding], str], tuple[Finding, ...]] | None = None,
    ) -> None:
        of_pair = {check.id: check for check in own if isinstance(check, Check)}
        of_document = {check.id: check for check in own if isinstance(check, DocumentCheck)}
        self._of_pair = [of_pair.get(check.id, check) for check in REGISTRY]
        self._of_relation: dict[str, list[Check]] = {}
        self._of_document = [of_document.get(check.id, check) for check in DOCUMENT_CHECKS]
        self._weighed = weighed

    def of_pair(self, pair: Pair) -> list[Finding]:
        """The findings of all checks on one bead, in the order of the registry.

        Spans count in `pair.source` and `pair.target`. Where the pair itself is in doubt, what a
        wrong pairing would explain is no more than minor.
        """
        checks = self._of_relation.get(pair.relation)
        if checks is None:
            checks = [check for check in self._of_pair if pair.relation in check.relations]
            self._of_relation[pair.relation] = checks
        found: list[Finding] = []
        for check in checks:
            found += check.find(pair)
        return list(self._counting(weighed(found, pair), pair.target_language))

    def of_document(
        self,
        pairs: Sequence[Pair],
        go_on: Callable[[float], None] = lambda _share: None,
        part: tuple[int, int] = (0, 1),
    ) -> dict[int, list[Finding]]:
        """The findings that only a whole translation shows, by index into `pairs`.

        `pairs` are the translation's beads in the order of the translation. `go_on` is told the
        share done (0 to 1), and what it raises ends it. `part` is the number of a part of the
        checks, and of how many, to be run; what they find comes in their order, one part behind
        the other.
        """
        whole = WholeTranslation(_shared_out(self._of_document, *part), in_turn, self._counting)
        for number, pair in enumerate(pairs):
            if number % _STEP == 0:
                go_on(number / len(pairs) / 2)
            whole.add(number, pair)
        numbers = sorted(int(key) for key in whole.changed(lambda share: go_on((1 + share) / 2)))
        return {number: list(found) for number in numbers if (found := whole.found(number))}

    def of_id(self, check: str) -> CheckInfo:
        """The check of an id as it is run here. Raises KeyError for an id that no check has."""
        mine = (one for one in (*self._of_pair, *self._of_document) if one.id == check)
        return next(mine, None) or check_info(check)

    def whole(self, place: PlaceOf) -> WholeTranslation:
        """What only a whole translation shows, kept as its rows change."""
        return WholeTranslation(self._of_document, place, self._counting)

    def _counting(self, findings: Sequence[Finding], language: str) -> Sequence[Finding]:
        return self._weighed(findings, language) if self._weighed else findings


_LONGEST = ("names", "name-spelling", "meaning")
"""The checks of a whole translation behind which the parts end, the first for two parts: those
before and with the names take as long as those behind (docs/measurements/analysis.md)."""


def _shared_out(checks: list[DocumentCheck], number: int, parts: int) -> list[DocumentCheck]:
    """A part of the checks, which are next to each other."""
    ends = _LONGEST[: parts - 1]
    cuts = [place for place, check in enumerate(checks, 1) if check.id in ends]
    return checks[slice(*([0, *cuts, len(checks), *[len(checks)] * parts][number : number + 2]))]


class WholeTranslation:
    """The rows of a translation, as the checks keep them that look at more than one row."""

    def __init__(
        self,
        checks: Sequence[DocumentCheck],
        place: PlaceOf,
        counting: Callable[[Sequence[Finding], str], Sequence[Finding]],
    ) -> None:
        """`place` says where a row stands in the order of the translation (see `Rows`),
        `counting` which findings count for a language."""
        self.rows = Rows(place)
        self._kept = [check.whole(self.rows) for check in checks]
        self._counting = counting
        self._told: dict[Key, tuple[Finding, ...]] = {}

    def add(self, key: Key, pair: Pair) -> None:
        """Take in a row."""
        self.rows.pairs[key] = pair
        for kept in self._kept:
            kept.add(key, pair)

    def remove(self, key: Key) -> None:
        """Take out a row, where there is one of this name."""
        pair = self.rows.pairs.get(key)
        if pair is not None:
            for kept in self._kept:
                kept.remove(key, pair)
            del self.rows.pairs[key]

    def changed(self, go_on: Callable[[float], None] = lambda _share: None) -> set[Key]:
        """The rows that have other findings than when this was last asked. `go_on` is told the
        share done (0 to 1), and what it raises ends it."""
        looked_at = set[Key]()
        for number, kept in enumerate(self._kept):
            go_on(number / len(self._kept) / 2)
            looked_at.update(kept.changed())
        changed = set()
        for number, key in enumerate(looked_at):
            if number % _STEP == 0:
                go_on((1 + number / len(looked_at)) / 2)
            found = self._found(key)
            if found != self._told.get(key, ()):
                changed.add(key)
            self._told.pop(key, None)
            if found:
                self._told[key] = found
        return changed

    def found(self, key: Key) -> tuple[Finding, ...]:
        """The findings of a row, as they were when `changed` was last asked."""
        return self._told.get(key, ())

    def _found(self, key: Key) -> tuple[Finding, ...]:
        pair = self.rows.pairs.get(key)
        if pair is None:
            return ()
        found = [one for kept in self._kept for one in kept.found(key)]
        return tuple(self._counting(found, pair.target_language))


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
