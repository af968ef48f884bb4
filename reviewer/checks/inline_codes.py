"""Inline codes of bilingual files: each of the source belongs into the translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewer.checks.base import Check, Page
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import Message, message


class InlineCodes(Check):
    """A code (a tag, a placeholder) that stands on one side only."""

    id = "inline_codes"
    title = "Inline codes"
    severity = "major"
    its = "markup"
    mqm = "markup"
    page = Page(
        finds=message("A tag or placeholder of a bilingual file that stands on one side only."),
        languages=message("all"),
        measured=("Codes are compared as they are; there are no false alarms to measure."),
    )
    compares_sides = True

    def find(self, pair: Pair) -> Iterator[Finding]:
        """One finding for the codes that are left out, one for those that are too many."""
        source, target = Counter(pair.source_codes), Counter(pair.target_codes)
        if lost := _names(source - target):
            words = message("The translation lacks the inline codes {codes}.", codes=lost)
            yield self._finding(pair, "missing", words, lost)
        if added := _names(target - source):
            words = message("The source has no inline codes {codes}.", codes=added)
            yield self._finding(pair, "extra", words, added)

    def _finding(self, pair: Pair, kind: str, words: Message, codes: str) -> Finding:
        return Finding(
            self.id,
            kind,
            self.severity,
            words,
            source_spans=(Span(0, len(pair.source)),),
            target_spans=(Span(0, len(pair.target)),),
            rule=f"inline-codes-{kind}",
            subject=codes,
        )


def _names(codes: Counter[str]) -> str:
    return ", ".join(sorted(codes.elements()))
