"""What the number check read of a pair, and which quantity it took for which other's counterpart.

For a reader who asks why there is a finding, or why there is none: numbers that agree only
loosely (rounded, converted, by meaning) are named with the rule that let them pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reviewer.checks.numbers import pairing
from reviewer.checks.numbers.agreement import converted
from reviewer.checks.numbers.counterparts import matched
from reviewer.checks.numbers.rounding import is_rounding
from reviewer.checks.numbers.sides import TextFigures, side
from reviewer.domain import Span
from reviewer.text.quantities.approximation import approximates
from reviewer.text.quantities.extracted import QuantityKind
from reviewer.text.quantities.items import Item, exact


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity as it was read: where, and every value that the writing may have."""

    span: Span
    written: str
    kind: QuantityKind
    values: tuple[Decimal | Fraction, ...]
    unit: str
    vague: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A quantity and its counterpart, None where it has none.

    `rule` says how they agree: "same" and the names of the rules of `matching`, "rounded";
    or "different", "alone", "asks for none" (what may be no quantity at all).
    """

    source: Told | None
    target: Told | None
    rule: str


def explain(source: str, target: str, *, source_language: str, target_language: str) -> list[Link]:
    """Every quantity of both texts with its counterpart, in the order of the source."""
    first, second = side(source, source_language), side(target, target_language)
    matching = matched(first, second)
    links = [Link(_told(m.source, first), _told(m.target, second), m.how) for m in matching.matches]
    pairs, missing, extra = pairing.pair(
        [i for i in matching.source if not i.vague], [i for i in matching.target if not i.vague]
    )
    for a, b in pairs:
        links.append(Link(_told(a, first), _told(b, second), _rule(a, b, first, second)))
    vague = [i for i in matching.source if i.vague]
    links += [Link(_told(i, first), None, _alone(i)) for i in missing + vague]
    vague = [i for i in matching.target if i.vague]
    links += [Link(None, _told(i, second), _alone(i)) for i in extra + vague]
    return sorted(links, key=_place)


def _rule(a: Item, b: Item, source: TextFigures, target: TextFigures) -> str:
    if converted(a, b):
        return "converted"
    marked = approximates(source.text, a, source.lexicon) or approximates(
        target.text, b, target.lexicon
    )
    return "rounded" if is_rounding(a.value, b.value, marked=marked) else "different"


def _alone(item: Item) -> str:
    return "asks for none" if item.vague else "alone"


def _told(item: Item, own: TextFigures) -> Told:
    return Told(
        Span(item.start, item.end),
        own.text[item.start : item.end],
        item.kind,
        tuple(dict.fromkeys(map(exact, item.values))),
        item.unit,
        item.vague,
    )


def _place(link: Link) -> tuple[int, int]:
    told = link.source or link.target
    assert told is not None
    return (0 if link.source else 1, told.span.start)
