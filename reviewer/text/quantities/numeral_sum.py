"""The value of a numeral, added up and multiplied node by node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from reviewer.text.quantities import digits
from reviewer.text.quantities.items import Node
from reviewer.text.quantities.lexicon import Lexicon, Number, Senses
from reviewer.text.quantities.neighbours import (
    abbreviates,
    adjacent,
    continues,
    fits,
    goes_on,
    ordinal_follows,
    scale_follows,
    scaled,
    tens_after_ordinal,
)

_POWERS = (100, 1000, 10**6, 10**9)
_MOST = 10**66
"""A million vigintillions. What scale words multiply to more is a word said again and again, and
no number: the next one begins anew."""


@dataclass(slots=True)
class Numeral:
    """What `read_numeral` found: its readings and the node after it."""

    values: tuple[Number, ...]
    next: int
    ordinal: bool = False
    spelled: bool = False
    loose: bool = False
    scale: int = 1
    bare: bool = False
    counted: bool = False
    single: bool = False


def evaluated(
    text: str, nodes: Sequence[Node], index: int, lexicon: Lexicon, reading: Number
) -> Numeral:
    """The numeral that begins at a node, its digits (if it begins with any) read as `reading`."""
    total = _Sum(text, nodes, lexicon, index, reading)
    while total.place < len(nodes) and total.take() is _Step.ON:
        pass
    return total.numeral()


class _Step(Enum):
    """What a node does to the numeral: goes on with it, is its last, or stands behind it."""

    ON = 1
    LAST = 2
    BEHIND = 3


@dataclass(slots=True, eq=False, repr=False)
class _Sum:
    """The value of a numeral while it is read, node by node.

    `total` is what large scale words have closed, `current` the group that is being read
    (None before its first word), `low` the last word added to it, `smallest` the least large
    scale so far. `place` is the node looked at, `begun` the one where `current` began.
    """

    text: str
    nodes: Sequence[Node]
    lexicon: Lexicon
    first: int
    reading: Number
    total: Number = 0
    current: Number | None = None
    low: Number = 0
    smallest: int = 0
    scale: int = 1
    ordinal: bool = False
    bare: bool = False
    counted: bool = False
    alternative: Number | None = None
    linked: bool = False
    multiplied: int = 0
    place: int = 0
    begun: int = 0

    def __post_init__(self) -> None:
        self.place = self.begun = self.first

    def take(self) -> _Step:
        """Take in the node at `place`, and step behind it unless it is no part of this."""
        fresh, place = self.current is None, self.place
        if place > self.first and not self._goes_on():
            return _Step.BEHIND
        node = self.nodes[self.place]
        step = self._take(node, node.senses)
        if step is _Step.ON:
            if fresh and self.current is not None:
                self.begun = place
            self.linked = False
        if step is not _Step.BEHIND:
            self.place += 1
        return step

    def _goes_on(self) -> bool:
        """Whether the next node is near enough; steps over a word for "and" that joins."""
        if not goes_on(self.text, self.nodes, self.place - 1):
            return self._joins_figure(self.place)
        floor = self.nodes[self.place].senses.get("and")
        if floor is None or self.place + 1 >= len(self.nodes):
            return True
        after = self.nodes[self.place + 1]
        near = adjacent(self.text, self.nodes[self.place], after)
        if near and floor == 0 and after.kind == "n" and self._is_scaled(self.place + 1):
            self.place += 1
            return True
        if not near or not continues(self.current, self.smallest, after, floor):
            return False
        self.place += 1
        self.linked = True
        return True

    def _joins_figure(self, place: int) -> bool:
        """Whether a word for "and" is written on to a figure (3 ملايين و400 ألف)."""
        gap = self.text[self.nodes[place - 1].end : self.nodes[place].start]
        if gap.strip() not in self.lexicon.conjunctions or gap[-1:].isspace():
            return False
        return self.nodes[place].kind == "n" and self._is_scaled(place)

    def _is_scaled(self, place: int) -> bool:
        """Whether the figure at a place fills what the last scale word left empty."""
        pairs = self.lexicon.facts.get("grouping") == 2
        return (
            self.current is None
            and bool(self.smallest)
            and scaled(self.text, self.nodes, place, self.smallest, in_pairs=pairs)
        )

    def _take(self, node: Node, senses: Senses) -> _Step:
        if node.kind == "n":
            return self._figure(node)
        later = self.place > self.first
        if later and not self.lexicon.spaced and senses.get("cardinal") == 0:
            return _Step.ON
        if "cardinal" in senses and not ("scale" in senses and self.current is not None):
            return self._cardinal(node, senses)
        if "tail" in senses and isinstance(self.current, int):
            tail = senses["tail"]
            if fits(self.current, tail):
                self.current, self.low = self.current + tail, tail
                return _Step.ON
        if "ordinal" in senses and (not later or self._takes_ordinals()):
            return self._ordinal(senses)
        if not later and ("dual" in senses or "collective" in senses):
            self.current = senses.get("dual") or senses["collective"]
            return _Step.LAST
        if "scale" in senses or abbreviates(self.text, self.nodes, self.first, self.place):
            return self._scale(node, senses)
        return _Step.BEHIND

    def _figure(self, node: Node) -> _Step:
        """Digits: the first ones, or those after a scale word (3 million 500 thousand)."""
        if self.place == self.first:
            self.current = self.reading
            return _Step.ON
        values, _ = digits.read(node.raw, self.lexicon.decimal)
        if not values or not self._is_scaled(self.place):
            return _Step.BEHIND
        self.current = values[0]
        return _Step.ON

    def _cardinal(self, node: Node, senses: Senses) -> _Step:
        value = senses["cardinal"]
        later = self.place > self.first
        self.counted = later
        scaled = later and scale_follows(self.text, self.nodes, self.place)
        if later and not self.linked and "unit" in senses and not scaled:
            return _Step.BEHIND
        current = self.current
        in_words = self.nodes[self.first].kind == "w"
        if self.lexicon.scale_first and self._multiplies_before(value, scaled):
            return _Step.ON
        if current is None:
            return self._first_of_group(value, scaled, in_words)
        if not isinstance(current, int):
            return _Step.BEHIND
        if in_words and fits(current, value):
            self.current, self.low = current + value, value
        elif (node.joined or self.linked) and self._units_before_tens(value):
            self.current, self.low = current + value, 0
        else:
            return _Step.BEHIND
        return _Step.ON

    def _multiplies_before(self, value: int, scaled: bool) -> bool:
        """Take a number as that of the scale word before it (elfu tano, elfu kumi na mbili)."""
        before = self.nodes[self.place - 1].senses
        if self.linked:
            if not self.multiplied or scaled or not 0 < value < 10:
                return False
            added, self.multiplied = value * self.multiplied, 0
        else:
            factor = before.get("scale") if self.place > self.first else None
            if factor is None:
                return False
            added = (value - 1) * int(factor)
            self.multiplied = int(factor) if value % 10 == 0 else 0
        if self.current is None:
            self.total += added
        else:
            self.current += added
        return True

    def _first_of_group(self, value: int, scaled: bool, in_words: bool) -> _Step:
        if self.smallest and value >= self.smallest:
            return _Step.BEHIND
        if value >= 1000 and not self.lexicon.spaced:
            return self._unspaced_thousands(value)
        if value >= 1000:
            self.total += value
            self.smallest = 1000 if value < 10**6 else 10**6
            self.low = 0
            return _Step.ON
        lone = not in_words and self.lexicon.spaced and not self.linked
        if lone and not scaled:
            return _Step.BEHIND
        self.current = self.low = value
        return _Step.ON

    def _unspaced_thousands(self, value: int) -> _Step:
        """Thousands in one word (오천), or ten thousands, which close the group (칠만 오천)."""
        if value < 10_000:
            self.current = self.low = value
        else:
            self.total, self.smallest, self.low = self.total + value, 10_000, 0
        return _Step.ON

    def _units_before_tens(self, value: int) -> bool:
        """Whether tens follow units, as in Arabic (five and twenty)."""
        return 0 < self.low < 10 and value % 10 == 0 and value < 100

    def _takes_ordinals(self) -> bool:
        whole = isinstance(self.current or self.total, int)
        return whole and self.nodes[self.first].kind == "w"

    def _ordinal(self, senses: Senses) -> _Step:
        value = senses["ordinal"]
        before = int(self.current or self.total)
        if self.place > self.first and not self.ordinal:
            if value in _POWERS and "fraction" in senses:
                return _Step.BEHIND  # two hundredths (дві соті)
            if "unit" in senses and not self.linked and self._stands_apart():
                return _Step.BEHIND  # thirty seconds (trenta secondi, ثلاثين ثانية)
            if value in _POWERS and isinstance(self.current, int) and 1 < self.current < value:
                self.current, self.ordinal, self.low = self.current * value, True, 0
                return _Step.LAST
            floor = int(self.lexicon.facts.get("ordinal_floor", 10))
            if before < floor or not fits(before, value):
                return _Step.BEHIND
            if "fraction" in senses and value < 20 and int(self.current or 0) < 20:
                return _Step.BEHIND
        self.current = int(self.current or 0) + value
        self.ordinal, self.low, self.linked = True, 0, False
        if value % 10 == 0 and ordinal_follows(self.text, self.nodes, self.place, value):
            return _Step.ON
        tens = tens_after_ordinal(self.text, self.nodes, self.place, self.lexicon)
        if tens:
            self.current += tens
            self.place += 1
        return _Step.LAST

    def _stands_apart(self) -> bool:
        """Whether a space, and no hyphen, stands before the node looked at (twenty-second)."""
        return self.text[self.nodes[self.place - 1].end : self.nodes[self.place].start].isspace()

    def _scale(self, node: Node, senses: Senses) -> _Step:
        """A word for hundred, thousand, million, or a letter for one of them."""
        factor = int(senses.get("scale") or senses["short"])
        if self.total + (self.current or 0) >= _MOST:
            return _Step.BEHIND
        follows = self.current is not None and self.smallest and factor >= self.smallest
        pairs = self.smallest == 1000 and self.lexicon.facts.get("grouping") == 2
        if follows and self.place > self.first + 1 and self.lexicon.spaced and not pairs:
            self.place, self.current = self.begun, None
            return _Step.BEHIND
        if "scale" not in senses and len(node.raw) == 1 and self.current is not None:
            self.alternative = self.total + self.current
        if factor < 1000 or (factor == 1000 and not self.lexicon.spaced):
            if not self._small_scale(factor):
                return _Step.BEHIND
        else:
            self._large_scale(factor)
        self.low = 0
        return _Step.ON

    def _small_scale(self, factor: int) -> bool:
        """Multiply what stands in front inside the group (two hundred; 二百三十)."""
        before = self.nodes[self.place - 1].senses.get("scale", 0) if self.place else 0
        current = self.current
        if current is None:
            spaced = self.lexicon.spaced and not self.lexicon.scale_first
            if self.total and (spaced or self.smallest <= factor):
                return False
            self.current, self.bare = factor, self.place == self.first
        elif not self.low and not self.lexicon.spaced and before > factor:
            self.current = current + factor
        elif self.low and isinstance(current, int) and self.low < factor and self.low != current:
            self.current = current - self.low + self.low * factor
        else:
            self.current = current * factor
        self.scale *= factor if self.nodes[self.first].kind == "n" else 1
        return True

    def _large_scale(self, factor: int) -> None:
        """Multiply the group and close it (two hundred thousand)."""
        if self.smallest and factor >= self.smallest:
            self.total = (self.total + (self.current or 0)) * factor
        elif self.current is None and self.total and self.lexicon.spaced:
            self.total *= factor
        else:
            if self.current is None:
                self.bare = self.place == self.first
            self.total += (1 if self.current is None else self.current) * factor
        self.current, self.smallest = None, factor
        self.scale *= factor

    def numeral(self) -> Numeral:
        """What was read, in the end."""
        end = self.place - self.linked
        values: tuple[Number, ...] = (tidy(self.total + (self.current or 0)),)
        scale = self.scale
        if self.alternative is not None:
            values = (*values, tidy(self.alternative))
            if self._abbreviates_a_unit(end):
                values, scale = values[::-1], 1
        word = self.nodes[self.first].senses
        if end == self.first + 1 and {"cardinal", "fraction", "vague"} <= word.keys():
            # Unvowelled Arabic writes five and a fifth alike.
            values = (*values, word["fraction"])
        return Numeral(
            values,
            max(end, self.first + 1),
            self.ordinal,
            self.nodes[self.first].kind == "w",
            scale=scale,
            bare=self.bare,
            counted=self.counted,
            single=end - self.first <= 1,
        )

    def _abbreviates_a_unit(self, end: int) -> bool:
        """Whether a letter after the digits is rather a unit (5 m) than a scale (£5m, 5M)."""
        inside = self.nodes[self.first + 1 : end]
        money = self.first > 0 and "currency" in self.nodes[self.first - 1].senses
        unit = any("unit" in node.senses for node in inside)
        return unit and not money and not any(node.raw == "M" for node in inside)


def tidy(value: Number) -> Number:
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value
