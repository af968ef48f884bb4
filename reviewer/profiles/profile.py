"""A profile: what a client, or a reviser, wants of every review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from reviewer.checks.mixed_address import MixedAddress
from reviewer.checks.mixed_grouping import MixedGrouping
from reviewer.checks.mixed_quotes import MixedQuotes
from reviewer.checks.own_rules import OwnRule, OwnRules
from reviewer.checks.run import ALL_CHECKS, Checks
from reviewer.checks.style import StyleKey
from reviewer.checks.terminology import Terminology
from reviewer.domain import Finding, ReviewerError, Severity
from reviewer.terminology import Glossary
from reviewer.text.languages import base

Weight = Severity | Literal["off"]
ALL_LANGUAGES = "*"


class ProfileError(ReviewerError):
    """A profile that cannot be read, or asks for what there is not."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Settings in layers: what a later one says stands, lists grow.

    `weights` has for each language of a translation ("*" for all) what the findings of a check
    count: "off", or the gravest severity that they may have. `approved` are names and words that
    are right as they are. `style` has for each language how the client wants it written, as
    `checks.style.written` gives it. `mqm` are the points of a severity in the
    score per 1,000 words.
    """

    name: str = ""
    weights: Mapping[str, Mapping[str, Weight]] = field(default_factory=dict)
    glossaries: tuple[Glossary, ...] = ()
    rules: tuple[OwnRule, ...] = ()
    approved: frozenset[str] = frozenset()
    mqm: Mapping[Severity, float] = field(default_factory=dict)
    style: Mapping[str, Mapping[StyleKey, str]] = field(default_factory=dict)

    def weight(self, check: str, language: str) -> Weight | None:
        """What the findings of a check count in a language; None for what the check says."""
        return _said(self.weights, check, language)

    def wanted(self, key: StyleKey, language: str) -> str:
        """How the client wants this in a language; "" where that is left to the translator."""
        return _said(self.style, key, language) or ""

    def over(self, lower: Profile) -> Profile:
        """This profile laid over another."""
        named = {rule.name for rule in self.rules}
        return Profile(
            self.name or lower.name,
            _laid_over(lower.weights, self.weights),
            (*lower.glossaries, *self.glossaries),
            (*(rule for rule in lower.rules if rule.name not in named), *self.rules),
            lower.approved | self.approved,
            {**lower.mqm, **self.mqm},
            _laid_over(lower.style, self.style),
        )

    def checks(self) -> Checks:
        """All checks, with the terms and rules of this profile, weighed by it."""
        plain = self == Profile()
        return (
            ALL_CHECKS
            if plain
            else Checks(
                (
                    Terminology(self.glossaries),
                    OwnRules(self.rules),
                    *(check(self.wanted) for check in (MixedQuotes, MixedGrouping, MixedAddress)),
                ),
                self.weighed,
            )
        )

    def weighed(self, findings: Iterable[Finding], language: str) -> tuple[Finding, ...]:
        """The findings that count for this client, as grave as they may be."""
        return tuple(one for found in findings if (one := self._weighed(found, language)))

    def _weighed(self, finding: Finding, language: str) -> Finding | None:
        if finding.subject and finding.subject in self.approved:
            return None
        weight = self.weight(finding.check, language)
        if weight is None:
            return finding
        if weight == "off":
            return None
        return replace(finding, severity=lighter(finding.severity, weight))


Key = TypeVar("Key", bound=str)
Value = TypeVar("Value", bound=str)


def _said(table: Mapping[str, Mapping[Key, Value]], key: Key, language: str) -> Value | None:
    """What a table by languages says for one of them: what is said for a variant, for the
    language, for all."""
    for tag in (language.lower(), base(language), ALL_LANGUAGES):
        if key in table.get(tag, {}):
            return table[tag][key]
    return None


def _laid_over(
    lower: Mapping[str, Mapping[Key, Value]], upper: Mapping[str, Mapping[Key, Value]]
) -> dict[str, dict[Key, Value]]:
    return {tag: {**lower.get(tag, {}), **upper.get(tag, {})} for tag in (*lower, *upper)}


def lighter(one: Severity, other: Severity) -> Severity:
    """The less grave of two severities."""
    order: tuple[Severity, ...] = ("critical", "major", "minor", "info")
    return max(one, other, key=order.index)
