"""The number check in the form in which all checks are called."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.checks.base import Check
from reviewer.domain import Finding, Pair


class Numbers(Check):
    """Quantities that differ."""

    id = "numbers"
    title = "Numbers"
    severity = "critical"
    its = "numbers"
    mqm = "number"
    compares_sides = True

    def find(self, pair: Pair) -> Iterable[Finding]:
        """See `reviewer.checks.numbers.check_numbers`."""
        from reviewer.checks.numbers import check_numbers

        return check_numbers(
            pair.source,
            pair.target,
            source_language=pair.source_language,
            target_language=pair.target_language,
            others=pair.others,
        )
