"""Words that are no quantities and yet may answer for one: both, a single, eight-year-old.

They are looked for only when a quantity has found no counterpart, and never ask for one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, pairwise

from reviewer.checks.numbers import latin_stems
from reviewer.checks.numbers.compound_stems import (
    amount_ends,
    fraction_words,
    half_stems,
    holding_amounts,
    holding_units,
    month_beginnings,
    number_stems,
    unit_beginnings,
)
from reviewer.checks.numbers.units import converts, is_temperature, same_dimension
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.compounds import beginning
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.lexicon import WORD_PATTERN, Lexicon, Number
from reviewer.text.quantities.nodes import nodes

_WORD = re.compile(WORD_PATTERN)
_ROMAN = {1: "I", 5: "V", 10: "X", 50: "L", 100: "C"}
_NAMES_JOINED = re.compile(
    r"(?<![\w.-])(?:(?![A-ZÀ-Þ])[\w.-])*[A-ZÀ-Þ][\w.-]+,? "
    r"(?:and|und|et|y|e|en|och|dan|og|&) (?:[A-ZÀ-Þ]|the [A-ZÀ-Þ])"
)
_SHORT_STEM = 3
_ADJECTIVES = ("ow", "ov", "ев", "ов", "ев")
"""How Slavic languages go on from a month's stem to its adjective (luty, lutowy)."""
_PER_HOUR = {"mph": "mile", "kmh": "kilometer"}
_SHORTEST_COMPOUND = 8
"""Letters of a word with a number of several words and something else."""
_EIGHT_DAYS = ("week", "day", 8)
"""A week counted with both ends (huit jours, acht Tage)."""
_SHORTEST_MEASURE = 5
"""Letters that a number and its unit in one word have at least."""
_UNIT_BEHIND = 12
"""Characters behind a number in which the word for its unit begins (a duration ends before it)."""


class Words:
    """The words of a text that may stand for quantities of another one.

    Everything that needs the whole text is read once, however many quantities ask.
    """

    def __init__(self, text: str, lex: Lexicon, items: list[Item]) -> None:
        self._text, self._lex, self._items = text, lex, items
        self._asked: dict[tuple[object, ...], bool] = {}

    def _once(self, key: tuple[object, ...], ask: Callable[[], bool]) -> bool:
        """What `ask` says, asked once for a key."""
        known = self._asked.get(key)
        if known is None:
            known = self._asked[key] = ask()
        return known

    def answer(self, item: Item, own_text: str) -> bool:
        """Whether something in the text may stand for `item` of `own_text`."""
        written = own_text[item.start : item.end]
        named = item.day is not None and item.day[0] is None and item.day[2] is None
        if (item.spelled or named) and self._once(
            ("verbatim", written, named), lambda: _verbatim(written, named, self._text)
        ):
            return True
        if item.day is not None:
            return self._once(
                ("month", item.day), lambda: _month_named(item, self._distinct, self._lex)
            )
        if item.minutes is not None:
            return False
        if item.kind != "ordinal" and self._compounds_to(item):
            return True
        counted = item.unit and item.kind != "ordinal"
        if counted and (self._single_unit(item) or self._measures(item)):
            return True
        if item.kind == "fraction" and self._once(
            ("part", item.values), lambda: _in_compound(item, self._distinct, self._lex)
        ):
            return True
        # "1,000" is a thousand to any word, whatever its comma may mean.
        values = item.values[:1] if "ambiguous" in item.tags else item.values
        return any(
            self._counted(value, item) for value in values if isinstance(value, int) and value >= 0
        )

    def unit_stands_alone(self, unit: str) -> bool:
        """Whether the unit is named where no number belongs to it."""
        return self._once(("alone", unit), lambda: self._named_alone(unit))

    @cached_property
    def months(self) -> frozenset[int | None]:
        """The months of the dates that the text tells, None for a date without one."""
        return frozenset(item.day[1] for item in self._items if item.day is not None)

    def has_any(self, fact: str) -> bool:
        """Whether the text has one of the phrases that a fact of its language lists."""
        forms = self._lex.facts.get(fact, ())
        return self._once(("fact", fact), lambda: _holds_any(plain(self._text).lower(), forms))

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes that the text tells, as they are compared."""
        return frozenset(item.text for item in self._items if item.kind == "code")

    @cached_property
    def _blanked(self) -> str:
        return _blanked(self._text, self._items)

    @cached_property
    def _free(self) -> list[str]:
        """The folded words beside the quantities, in order."""
        return [fold(m.group(), self._lex.turkic) for m in _WORD.finditer(plain(self._blanked))]

    @cached_property
    def _distinct(self) -> list[str]:
        """Each of those words once, sorted, so that those with one beginning stand together."""
        return sorted(set(self._free))

    @cached_property
    def _articles(self) -> frozenset[object]:
        return _articles(self._blanked, self._free, self._lex)

    @cached_property
    def _compounded(self) -> frozenset[int | None]:
        """The numbers of several words that longer words begin with (tizenkétemeletes)."""
        parts, glue = self._lex.parts, self._lex.glue
        if not parts:
            return frozenset()
        return frozenset(
            beginning(word, parts, glue)
            for word in self._distinct
            if len(word) > _SHORTEST_COMPOUND and word[:2] in self._lex.beginnings
        )

    @cached_property
    def _dual(self) -> bool:
        return _has_dual(self._distinct, self._lex)

    @cached_property
    def _units(self) -> frozenset[str]:
        """The units that the words beside the quantities name."""
        entries = filter(None, map(self._lex.lookup, self._distinct))
        return frozenset(entry.senses["unit"] for entry in entries if entry.senses.get("unit"))

    @cached_property
    def _counts_of_a_unit(self) -> tuple[Number, ...]:
        """How many a unit without a figure may be: one, or a half where the text says one."""
        half = Fraction(1, 2)
        return (1, half) if any(item.value == half for item in self._items) else (1,)

    @cached_property
    def _measured(self) -> frozenset[tuple[int, str]]:
        return frozenset(_measured(self._distinct, self._lex))

    @cached_property
    def _nodes(self) -> list[Node]:
        return nodes(plain(self._text), self._lex)

    def _counted(self, value: int, item: Item) -> bool:
        """Whether a word, a letter or the beginning of a compound says the value of `item`."""
        code, in_figures = item.kind == "code", _is_counted_in_figures(item, value)
        return self._once(
            ("counted", value, code, in_figures), lambda: self._says(value, code, in_figures)
        )

    def _says(self, value: int, code: bool, in_figures: bool) -> bool:
        letter = _ROMAN.get(value)
        if letter and re.search(rf"(?<![\w'.-]){letter}(?![\w'])", self._text):
            return True
        if value <= 6 and not in_figures:
            if value in self._articles or (value == 2 and self._lex.spaced and self._dual):
                return True
        elif value == 2 and self._dual:
            return True
        if value == 2 and _NAMES_JOINED.search(self._text):
            return True
        if self._lex.facts.get("no_compounds") or (value == 1 and code):
            return False
        stems = number_stems(self._lex.language).get(value, ())
        if any(_begins(word, stem) for stem in stems for word in self._beginning(stem)):
            return True
        return value in self._compounded or latin_stems.says(
            value, self._distinct, compounds=bool(self._lex.facts.get("compound"))
        )

    def _beginning(self, stem: str) -> Iterator[str]:
        """The words that begin with a stem."""
        words = self._distinct
        for index in range(bisect_left(words, stem), len(words)):
            if not words[index].startswith(stem):
                return
            yield words[index]

    def _single_unit(self, item: Item) -> bool:
        """ "a mile" against "1.6 km": one unit, without a number, converted."""
        for unit in self._units:
            if same_dimension(unit, item.unit):
                for count in () if is_temperature(unit) else self._counts_of_a_unit:
                    if converts(count, unit, item.value, item.unit, rough="about" in item.tags):
                        return True
                    half = "perhaps half a kilogram" in item.tags
                    if half and converts(count, unit, item.value, "jin"):
                        return True
                if unit == item.unit and item.value == 1:
                    return True
                if (unit, item.unit, item.value) == _EIGHT_DAYS and item.spelled:
                    return True
        return False

    def _measures(self, item: Item) -> bool:
        """An amount inside one word, converted (dvanáctimetrový, twelve metres, for 40 feet)."""
        return any(
            converts(value, unit, item.value, item.unit, rough=True)
            for value, unit in self._measured
        )

    def _compounds_to(self, item: Item) -> bool:
        """Whether a word puts the amount together: eighteen-month, of 300,000 (osmnáctiměsíční,
        трёхсоттысячный)."""
        if item.unit and not same_dimension("day", item.unit):
            return False
        if not item.unit and item.value < _LEAST_SCALE:
            return False
        return any(
            converts(value, unit, item.value, item.unit)
            if unit and item.unit
            else not unit and not item.unit and value == item.value
            for value, unit in self._amounts
        )

    @cached_property
    def _amounts(self) -> frozenset[tuple[Number, str]]:
        """The spans of time and the thousands that single words put together."""
        return frozenset(_amounts(self._distinct, self._lex))

    def _named_alone(self, unit: str) -> bool:
        measured = sorted(
            (item.start, item.end + _UNIT_BEHIND) for item in self._items if item.unit == unit
        )
        starts = [start for start, _ in measured]
        ends = list(accumulate((end for _, end in measured), max))
        names = (unit, _PER_HOUR.get(unit, unit))
        for node in self._nodes:
            if node.senses.get("unit") in names:
                before = bisect_right(starts, node.start)
                if not before or ends[before - 1] <= node.start:
                    return True
        return False


def _is_counted_in_figures(item: Item, value: int) -> bool:
    """Whether no "both" or "a" may stand for a figure: that of a code, that before a unit."""
    if not item.raw:
        return False
    return item.kind == "code" or (value > 1 and bool(item.unit))


def _amounts(words: list[str], lex: Lexicon) -> Iterator[tuple[Number, str]]:
    holding = holding_amounts(lex.language)
    long = [word for word in words if len(word) > _SHORTEST_COMPOUND and holding.search(word, 2)]
    if not long:
        return
    units, scales = amount_ends(lex.language)
    numbers: list[tuple[Number, tuple[str, ...]]] = [*number_stems(lex.language).items()]
    numbers += half_stems(lex.language).items()
    for word in long:
        for value, stems in numbers:
            size = max((len(s) for s in stems if word.startswith(s)), default=0)
            rest = word[size:]
            for link in range(_LINK + 1 if size else 0):
                behind = rest[link:]
                for unit, begins in units.items():
                    if behind.startswith(tuple(begins)):
                        yield value, unit
                for scale, begins in scales.items():
                    if behind.startswith(tuple(begins)):
                        yield value * scale, ""


_LINK = 2
"""Letters between the number and the rest of a compound (dvou-, dvanácti-)."""
_LEAST_SCALE = 1000


def _has_dual(words: list[str], lex: Lexicon) -> bool:
    """Whether the ending of a word says two (Hebrew שעתיים)."""
    dual = str(lex.facts.get("dual", ""))
    return bool(dual) and any(re.fullmatch(dual, word) for word in words)


def _begins(word: str, stem: str) -> bool:
    """Whether a word is a compound with the stem; an apostrophe behind it is another word's."""
    return word.startswith(stem) and len(word) > len(stem) + 2 and word[len(stem)] != "'"


def _in_compound(item: Item, words: list[str], lex: Lexicon) -> bool:
    """The fraction inside a longer word (Zweidrittelmehrheit, tweederdemeerderheid)."""
    parts = fraction_words(lex.language)
    for value in item.values:
        if isinstance(value, Fraction):
            for form in parts.get(value.denominator, ()):
                if any(form in word and len(word) > len(form) + 3 for word in words):
                    return True
    return False


def _holds_any(text: str, forms: Iterable[str]) -> bool:
    return any(form in text for form in forms)


def _verbatim(written: str, named: bool, text: str) -> bool:
    """The figure with its neighbour word stands untranslated in the other text ("Six Flags")."""
    if len(written) < 3 or (not written.isascii() and not named):
        return False
    if named:
        # A name, not a month: as it is written, and with a capital.
        return (
            written[0].isupper()
            and re.search(rf"(?<!\w){re.escape(written)}(?!\w)", text) is not None
        )
    return re.search(rf"(?<!\w){re.escape(written)}(?!\w)", text, re.IGNORECASE) is not None


def _blanked(text: str, items: list[Item]) -> str:
    """The text with its quantities, articles apart, blanked out."""
    pieces, end = [], 0
    for item in items:
        if "article" not in item.tags and item.start >= end:
            pieces += [text[end : item.start], " " * (item.end - item.start)]
            end = item.end
    pieces.append(text[end:])
    return "".join(pieces)


def _articles(text: str, words: list[str], lex: Lexicon) -> frozenset[object]:
    """The values of words such as both, single, none."""
    if not lex.spaced:
        found = [senses for form, senses in lex.apart.items() if form in text]
    else:
        clitics = lex.facts.get("clitic_before", ())
        forms = {*words, *map(" ".join, pairwise(words)), *(w.split("'")[0] for w in words)}
        forms |= {word[len(c) :] for c in clitics for word in set(words) if word.startswith(c)}
        found = [lex.apart[form] for form in forms if form in lex.apart]
    return frozenset(senses["article"] for senses in found if "article" in senses)


def _month_named(item: Item, words: list[str], lex: Lexicon) -> bool:
    """The month inside a longer or misspelt word (Oktobertagung, lipcowy, Novemeber)."""
    assert item.day is not None
    month = item.day[1]
    if month is None or item.day[0] or item.day[2]:
        return False
    beginnings = month_beginnings(lex.language).get(month, ())
    return any(
        word.startswith(begin)
        and (len(begin) > _SHORT_STEM or word[len(begin) :].startswith(_ADJECTIVES))
        for word in words
        for begin in beginnings
    )


def _measured(words: list[str], lex: Lexicon) -> Iterator[tuple[int, str]]:
    """The amounts that words say with their unit."""
    units = unit_beginnings(lex.language)
    holding = holding_units(lex.language)
    long = [word for word in words if len(word) > _SHORTEST_MEASURE and holding.search(word, 2)]
    for value, stems in number_stems(lex.language).items() if long else ():
        for word in long:
            stem = next((s for s in stems if word.startswith(s) and len(word) > len(s) + 3), "")
            if not stem:
                continue
            for unit, beginnings in units.items():
                if any(begin in word[len(stem) :] for begin in beginnings):
                    yield value, unit
