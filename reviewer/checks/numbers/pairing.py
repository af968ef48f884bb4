"""Which of the unmatched quantities of two sides were meant to be the same."""

from __future__ import annotations

from fractions import Fraction

from reviewer.checks.numbers.agreement import converted, family
from reviewer.text.quantities.items import Item

MAX_COST = 7.0
WINDOW = 20
"""How many places apart in the order of what is left two counterparts may stand."""


def pair(
    source: list[Item], target: list[Item]
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """The likeliest pairs, cheapest first, and what stays alone on each side."""
    candidates = sorted(
        (
            (_cost(a, b) + abs(i - j) * 0.5, i, j)
            for i, a in enumerate(source)
            for j, b in enumerate(target[max(0, i - WINDOW) : i + WINDOW + 1], max(0, i - WINDOW))
        ),
        key=lambda c: c[0],
    )
    left, right = set(range(len(source))), set(range(len(target)))
    pairs: list[tuple[Item, Item]] = []
    for cost, i, j in candidates:
        if cost < MAX_COST and i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((source[i], target[j]))
    pairs.sort(key=lambda p: p[0].start)
    return pairs, [source[i] for i in sorted(left)], [target[j] for j in sorted(right)]


def _cost(a: Item, b: Item) -> float:
    """How unlikely it is that `b` was meant for `a`; 0 is certain."""
    if family(a) != family(b):
        return 6.0 if {family(a), family(b)} <= {"number", "code"} else MAX_COST
    if a.day is not None and b.day is not None:
        return 2.0 - 0.5 * sum(x == y for x, y in zip(a.day, b.day, strict=True))
    if family(a) != "number":
        return 2.0
    if converted(a, b):
        return 0.0
    cost = 0.0
    if (a.kind == "percent") != (b.kind == "percent"):
        cost += 4
    if a.unit and b.unit:
        cost += 0 if a.unit == b.unit else 3
    if (a.unit == "decade") != (b.unit == "decade"):
        cost += 3
    if a.text != b.text and {a.text, b.text} & {"year", "month", "day"}:
        cost += 2
    if a.kind != b.kind and "fraction" in (a.kind, b.kind):
        cost += 1
    cost += 0.5 * (a.spelled != b.spelled)
    return cost + _distance(a, b)


def _distance(a: Item, b: Item) -> float:
    x, y = Fraction(a.value), Fraction(b.value)
    if x == 0 or y == 0 or x == -y:
        return 1.0
    if sorted(str(abs(x))) == sorted(str(abs(y))):
        return 0.2
    factor = abs(x / y) if abs(x) > abs(y) else abs(y / x)
    if factor.denominator == 1 and str(factor.numerator).strip("0") == "1":
        return 0.3
    if factor < 2:
        return 0.5 + float(factor - 1)
    return min(4.0, 1.5 + len(str(int(factor))) * 0.5)
