"""The number check in the form in which all checks are called."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.checks.base import Check, Page
from reviewer.checks.numbers.name import ID
from reviewer.domain import Finding, Pair
from reviewer.messages import message


class Numbers(Check):
    """Quantities that differ."""

    id = ID
    title = "Numbers"
    severity = "critical"
    its = "numbers"
    mqm = "number"
    page = Page(
        finds=message(
            "A number, date, time, amount or measure that says something else "
            "than the source, is left out, put in, or has changed its place."
        ),
        languages=message("45 languages with their number words, all others by digits"),
        bad=(
            "It cost 12.5 million crowns.",
            "Es kostete 125 Millionen Kronen.",
        ),
        good=(
            "It cost 12.5 million crowns.",
            "Es kostete 12,5 Millionen Kronen.",
        ),
        measured=("docs/measurements/numbers.md"),
    )
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
            marks=pair.marks,
        )
