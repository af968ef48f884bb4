"""What the reviewer asked not to be told again."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import lru_cache

from reviewer.domain import Finding, Span
from reviewer.messages import message
from reviewer.review.model.errors import NotPossible
from reviewer.text.timed_pattern import PatternError, TimedPattern

_LONGEST = 200
# A group with a repetition or a choice in it that is repeated itself: the time that searching
# for it takes can double with every letter. A rule may come with somebody else's review.
_REPEATED_CHOICE = re.compile(r"[+*}?|][^()]*\)+(?:[+*]|\{\d*,\d*\})")


@dataclass(frozen=True, slots=True)
class IgnoreRule:
    """Findings that have all the parts given here are not shown; "" matches anything.

    `pattern` is a regular expression searched for in the pieces of text that the finding
    marks, `unit` the canonical unit of a quantity marked. Raises NotPossible for a pattern
    that is no regular expression, and for a rule without any part.
    """

    check: str = ""
    kind: str = ""
    rule: str = ""
    pattern: str = ""
    unit: str = ""

    def __post_init__(self) -> None:
        if not any(asdict(self).values()):
            raise NotPossible(message("A rule needs a check, a kind, a rule, a pattern or a unit."))
        if len(self.pattern) > _LONGEST or _REPEATED_CHOICE.search(self.pattern):
            raise NotPossible(
                message(
                    "“{pattern}” could take for ever: a pattern has at most {longest} "
                    "characters and repeats no group that itself repeats or chooses.",
                    pattern=self.pattern[:40],
                    longest=_LONGEST,
                )
            )
        try:
            re.compile(self.pattern)
        except re.error as error:
            raise NotPossible(
                message("“{pattern}” is not a pattern: {error}.", pattern=self.pattern, error=error)
            ) from error


@dataclass(frozen=True, slots=True)
class RowTexts:
    """The two texts of a row and their languages."""

    source: str
    target: str
    source_language: str
    target_language: str


def ignored(rule: IgnoreRule, finding: Finding, row: RowTexts) -> bool:
    """Whether the rule covers the finding."""
    return (
        rule.check in ("", finding.check)
        and rule.kind in ("", finding.kind)
        and rule.rule in ("", finding.rule)
        and (not rule.pattern or _marks_text(rule.pattern, finding, row))
        and (not rule.unit or _marks_unit(rule.unit, finding, row))
    )


def _marks_text(pattern: str, finding: Finding, row: RowTexts) -> bool:
    pieces = [span.of(row.source) for span in finding.source_spans]
    pieces += [span.of(row.target) for span in finding.target_spans]
    try:
        return any(_timed(pattern).stands_in(piece) for piece in pieces)
    except PatternError:
        # It takes too long: a rule that cannot be asked covers nothing.
        return False


@lru_cache(maxsize=64)
def _timed(pattern: str) -> TimedPattern:
    return TimedPattern(pattern, same_case=True, whole_words=False, regular=True)


def _marks_unit(unit: str, finding: Finding, row: RowTexts) -> bool:
    from reviewer.text.quantities import extract_quantities

    return any(
        quantity.unit == unit and any(_meet(quantity.span, span) for span in spans)
        for text, language, spans in (
            (row.source, row.source_language, finding.source_spans),
            (row.target, row.target_language, finding.target_spans),
        )
        if spans
        for quantity in extract_quantities(text, language)
    )


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
