"""A profile: what a client, or a reviser, wants of every review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from reviewer.checks.own_rules import OwnRule, OwnRules
from reviewer.checks.run import ALL_CHECKS, Checks
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
    are right as they are. `mqm` are the points of a severity in the score per 1,000 words.
    """

    name: str = ""
    weights: Mapping[str, Mapping[str, Weight]] = field(default_factory=dict)
    glossaries: tuple[Glossary, ...] = ()
    rules: tuple[OwnRule, ...] = ()
    approved: frozenset[str] = frozenset()
    mqm: Mapping[Severity, float] = field(default_factory=dict)

    def weight(self, check: str, language: str) -> Weight | None:
        """What the findings of a check count in a language; None for what the check says."""
        for tag in (language.lower(), base(language), ALL_LANGUAGES):
            if check in self.weights.get(tag, {}):
                return self.weights[tag][check]
        return None

    def over(self, lower: Profile) -> Profile:
        """This profile laid over another."""
        weights = {
            tag: {**lower.weights.get(tag, {}), **self.weights.get(tag, {})}
            for tag in (*lower.weights, *self.weights)
        }
        named = {rule.name for rule in self.rules}
        return Profile(
            self.name or lower.name,
            weights,
            (*lower.glossaries, *self.glossaries),
            (*(rule for rule in lower.rules if rule.name not in named), *self.rules),
            lower.approved | self.approved,
            {**lower.mqm, **self.mqm},
        )

    def checks(self) -> Checks:
        """All checks, with the terms and rules of this profile, weighed by it."""
        plain = self == Profile()
        return (
            ALL_CHECKS
            if plain
            else Checks((Terminology(self.glossaries), OwnRules(self.rules)), self.weighed)
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


def lighter(one: Severity, other: Severity) -> Severity:
    """The less grave of two severities."""
    order: tuple[Severity, ...] = ("critical", "major", "minor", "info")
    return max(one, other, key=order.index)
