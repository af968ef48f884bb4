"""Two texts' quantities compared, and what that says as findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from reviewer.checks.numbers.agreeing import agreeing
from reviewer.checks.numbers.as_many import drop_as_many
from reviewer.checks.numbers.changes import other_changes
from reviewer.checks.numbers.compound_amounts import compound_amounts
from reviewer.checks.numbers.consumption import told_otherwise
from reviewer.checks.numbers.counted_adjectives import other_adjectives
from reviewer.checks.numbers.counted_places import place_or_amount
from reviewer.checks.numbers.counterparts import matched
from reviewer.checks.numbers.derived import derived
from reviewer.checks.numbers.directions import directions
from reviewer.checks.numbers.exchanged_dates import exchanged_dates
from reviewer.checks.numbers.frequency import other_frequency
from reviewer.checks.numbers.heads import other_heads
from reviewer.checks.numbers.jubilees import other_jubilee
from reviewer.checks.numbers.leftovers import leftovers
from reviewer.checks.numbers.lookalikes import (
    lone_spans,
    magnitudes,
    months,
    other_spans,
    periods,
    vague_pairs,
    weekdays,
)
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.month_adjectives import other_month_adjective
from reviewer.checks.numbers.nights import drop_nights
from reviewer.checks.numbers.opposites import opposites
from reviewer.checks.numbers.order import exchanged, turned_dates
from reviewer.checks.numbers.parts_of_periods import other_part
from reviewer.checks.numbers.parts_of_years import drop_parts_of_years
from reviewer.checks.numbers.period_lengths import drop_told_by_period
from reviewer.checks.numbers.rates import other_rates
from reviewer.checks.numbers.recaps import drop_recaps
from reviewer.checks.numbers.references import drop_references
from reviewer.checks.numbers.scores import other_scores, turned
from reviewer.checks.numbers.seasons import drop_seasons
from reviewer.checks.numbers.sides import TextFigures
from reviewer.checks.numbers.solutions import told_by_volume
from reviewer.checks.numbers.spans_behind import other_span_behind
from reviewer.checks.numbers.told_twice import drop_in_turn, drop_second_calendar
from reviewer.checks.numbers.unmatched import drop_answered
from reviewer.checks.numbers.weekday_places import other_weekday_place
from reviewer.domain import Finding
from reviewer.messages import message

Step = Callable[[Matching, TextFigures, TextFigures], list[Finding]]
"""What looks for one kind of difference; it may take out of the matching what it has told of."""


class Stage(NamedTuple):
    """Steps in their order, which find something only where there are such quantities, if told."""

    begins: Callable[[Matching], object] | None
    steps: tuple[Step, ...]


def _of_each(look: Callable[[Match, TextFigures, TextFigures], list[Finding]]) -> Step:
    """The step that looks at each pair of quantities that agree."""

    def step(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
        return [f for found in matching.matches for f in look(found, source, target)]

    return step


def _quietly(drop: Callable[[Matching, TextFigures, TextFigures], None]) -> Step:
    """The step that takes out what is explained and says nothing of it."""

    def step(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
        drop(matching, source, target)
        return []

    return step


def _left_on_both(matching: Matching) -> bool:
    return bool(matching.source and matching.target)


def _left(matching: Matching) -> bool:
    return bool(matching.source or matching.target)


WORDS: tuple[Step, ...] = (weekdays, other_weekday_place, periods, other_adjectives, other_jubilee)
"""What is found without any quantity."""

STAGES = (
    Stage(
        lambda matching: matching.matches,
        (
            _of_each(agreeing),
            _of_each(directions),
            _of_each(other_part),
            _of_each(place_or_amount),
            other_changes,
            opposites,
            other_rates,
            other_heads,
        ),
    ),
    Stage(
        None,
        (other_frequency, other_span_behind, turned, other_scores, other_month_adjective),
    ),
    Stage(lambda matching: len(matching.matches) > 1, (turned_dates, exchanged_dates, exchanged)),
    Stage(_left, (compound_amounts,)),
    Stage(
        _left_on_both,
        (
            _quietly(drop_references),
            _quietly(drop_seasons),
            told_otherwise,
            told_by_volume,
            magnitudes,
            vague_pairs,
            months,
        ),
    ),
    Stage(
        _left,
        (
            _quietly(drop_parts_of_years),
            _quietly(drop_second_calendar),
            _quietly(drop_in_turn),
            _quietly(drop_as_many),
            _quietly(drop_recaps),
            _quietly(drop_nights),
            _quietly(drop_told_by_period),
            derived,
        ),
    ),
    Stage(None, (lone_spans,)),
    Stage(_left, (other_spans, _quietly(drop_answered))),
)
"""What is looked for in the quantities. What agrees comes first, then how it is told, then what was
left over, out of which each step takes what it explains; `leftovers` tells of the rest."""


def compare(source: TextFigures, target: TextFigures, others: Mapping[str, str]) -> list[Finding]:
    """Every finding of the pair, in the order of the steps.

    `others` holds what other translations of the source say.
    """
    nothing = Matching()
    findings = [f for step in WORDS for f in step(nothing, source, target)]
    if not source.items and not target.items:
        lone = lone_spans, other_month_adjective
        return findings + [f for step in lone for f in step(nothing, source, target)]
    matching = matched(source, target)
    for stage in STAGES:
        if stage.begins is None or stage.begins(matching):
            for step in stage.steps:
                findings += step(matching, source, target)
    if _left(matching):
        findings += leftovers(matching, source, target, others)
    if source.lexicon.complete and target.lexicon.complete:
        return findings
    return [_unsure(f, target) if f.kind in _ALONE else f for f in findings]


def _unsure(finding: Finding, target: TextFigures) -> Finding:
    """A figure that is alone where a word that is not known may say the number."""
    note = (
        message("number words of the source are not known")
        if target.lexicon.complete
        else message("number words of the translation are not known")
    )
    return replace(
        finding,
        message=finding.message.noted(note),
        confidence=finding.confidence * _WORDS_UNKNOWN,
    )


_ALONE = ("missing", "extra")
_WORDS_UNKNOWN = 0.7
"""What is left of the confidence where a language's number words are not known."""
