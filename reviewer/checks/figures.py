"""The number check in the form in which all checks are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reviewer.checks.base import Check
from reviewer.domain import Finding, Pair

if TYPE_CHECKING:
    from reviewer.checks.numbers import IgnoreRule


class Numbers(Check):
    """Quantities that differ. `ignore` holds what the reviewer does not want to hear of."""

    id = "numbers"
    title = "Numbers"
    severity = "critical"
    its = "numbers"
    mqm = "number"

    def __init__(self, ignore: Sequence[IgnoreRule] = ()) -> None:
        self._ignore = tuple(ignore)

    def find(self, pair: Pair) -> Iterable[Finding]:
        """See `reviewer.checks.numbers.check_numbers`."""
        from reviewer.checks.numbers import check_numbers

        return check_numbers(
            pair.source,
            pair.target,
            source_language=pair.source_language,
            target_language=pair.target_language,
            others=pair.others,
            ignore=self._ignore,
        )
