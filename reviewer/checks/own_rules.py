"""Rules that a reviser writes: words to look for on either side, and what to report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Literal, get_args

from reviewer.checks.base import Check, Page
from reviewer.domain import Finding, Fix, Pair, Severity, Span
from reviewer.messages import Message, message
from reviewer.terminology import occurrences
from reviewer.text.languages import base
from reviewer.text.timed_pattern import PatternError, TimedPattern

Report = Literal["target_lacks", "source_lacks", "in_target", "in_source", "both", "counts_differ"]
REPORTS: tuple[Report, ...] = get_args(Report)


@dataclass(frozen=True, slots=True)
class OwnRule:
    """What to look for and when to say something.

    `source` and `target` are words with their endings, several parted by "|", or regular
    expressions with `regular`. `report` says when: where the source has its words and the target
    lacks its own, the reverse, where one side or both have them, where they stand in other
    numbers. `unless` are words on either side that excuse it. `languages` are those of the
    translations that the rule is for, all if empty. `replacement` stands for what the target has.
    `mqm` is the issue type of MQM. `good` and `bad` are a translation that must be quiet and one
    that must be told, with "source => target" where the source counts too.
    """

    name: str
    source: str = ""
    target: str = ""
    report: Report = "in_target"
    unless: str = ""
    severity: Severity = "minor"
    mqm: str = ""
    words: str = ""
    replacement: str | None = None
    regular: bool = False
    languages: tuple[str, ...] = ()
    good: str = ""
    bad: str = ""

    def is_for(self, language: str) -> bool:
        """Whether the rule is for translations in a language."""
        return not self.languages or any(
            one.lower() == language.lower() or one.lower() == base(language)
            for one in self.languages
        )


class OwnRules(Check):
    """What the rules of a profile find. An expression that takes too long is given up."""

    id = "own_rule"
    title = "Own rules"
    severity: ClassVar[Severity] = "critical"
    its = "other"
    mqm = "custom"
    page = Page(
        finds=message("What the client's own rules say. It needs a profile."),
        languages=message("as the rule says"),
        measured=("Each rule is tried on its own good and bad example."),
    )
    relations = frozenset({"aligned", "moved"})

    def __init__(self, rules: Sequence[OwnRule] = ()) -> None:
        self._rules = tuple(rules)

    def find(self, pair: Pair) -> Iterator[Finding]:
        """At most one finding for each rule, on all of its places."""
        for rule in self._rules:
            if rule.is_for(pair.target_language):
                yield from found_by(rule, pair)


def found_by(rule: OwnRule, pair: Pair) -> Iterator[Finding]:
    """What one rule says of a pair: nothing, or one finding."""
    try:
        if rule.unless and (
            _places(rule.unless, pair.source, pair.source_language, rule)
            or _places(rule.unless, pair.target, pair.target_language, rule)
        ):
            return
        source = _places(rule.source, pair.source, pair.source_language, rule)
        target = _places(rule.target, pair.target, pair.target_language, rule)
    except PatternError:
        return
    if not _is_told(rule, len(source), len(target)):
        return
    written = (target or source)[0].of(pair.target if target else pair.source)
    yield Finding(
        OwnRules.id,
        rule.report,
        rule.severity,
        _said(rule, written),
        source_spans=source,
        target_spans=target,
        rule=f"own:{rule.name}",
        subject=written,
        fix=Fix(target[0], rule.replacement) if target and rule.replacement is not None else None,
    )


def _is_told(rule: OwnRule, source: int, target: int) -> bool:
    match rule.report:
        case "target_lacks":
            return bool(source) and not target
        case "source_lacks":
            return bool(target) and not source
        case "in_target":
            return bool(target)
        case "in_source":
            return bool(source)
        case "both":
            return bool(source and target)
        case "counts_differ":
            return source != target


def _places(words: str, text: str, language: str, rule: OwnRule) -> tuple[Span, ...]:
    if not words or not text:
        return ()
    if rule.regular:
        return tuple(expression(words).spans(text))
    found = (
        span
        for word in re.split(r"\s*\|\s*", words.strip())
        if word
        for span in occurrences(word, text, language)
    )
    return tuple(sorted(set(found)))


@lru_cache(maxsize=256)
def expression(words: str) -> TimedPattern:
    """One for all sentences: an expression that takes too long in some is given up for all.
    Raises PatternError."""
    return TimedPattern(words, same_case=True, whole_words=False, regular=True)


def _said(rule: OwnRule, written: str) -> Message:
    if rule.words:
        # The words of a profile are its author's: they are shown as they stand.
        return message("{name}: {words}", name=rule.name, words=rule.words)
    match rule.report:
        case "target_lacks":
            return message(
                "{name}: “{written}” has no counterpart.", name=rule.name, written=written
            )
        case "source_lacks":
            return message(
                "{name}: “{written}” is not in the source.", name=rule.name, written=written
            )
        case "counts_differ":
            return message(
                "{name}: the sides differ in “{written}”.", name=rule.name, written=written
            )
        case _:
            return message("{name}: “{written}”.", name=rule.name, written=written)
