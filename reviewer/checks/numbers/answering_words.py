"""Words that are no quantities and yet may answer for one: both, a single, eight-year-old.

They are looked for only when a quantity has found no counterpart, and never ask for one.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from reviewer.checks.numbers import latin_stems
from reviewer.checks.numbers.units import converts, is_temperature, same_dimension
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import WORD_PATTERN, Lexicon, lexicon
from reviewer.text.quantities.nodes import nodes

_WORD = re.compile(WORD_PATTERN)
_ROMAN = {1: "I", 5: "V", 10: "X", 50: "L", 100: "C"}
_NAMES_JOINED = re.compile(
    r"(?<![\w.-])(?:(?![A-ZÀ-Þ])[\w.-])*[A-ZÀ-Þ][\w.-]+,? "
    r"(?:and|und|et|y|e|en|och|dan|og|&) (?:[A-ZÀ-Þ]|the [A-ZÀ-Þ])"
)
_MONTH_LETTERS = 5
_SHORT_STEM = 3
_VOWELS = frozenset("aeiouyаеиоуыяюіє")
_ADJECTIVES = ("ow", "ov", "ев", "ов", "ев")
"""How Slavic languages go on from a month's stem to its adjective (luty, lutowy)."""
_PER_HOUR = {"mph": "mile", "kmh": "kilometer"}


def answers(item: Item, own_text: str, text: str, lex: Lexicon, items: list[Item]) -> bool:
    """Whether something in `text`, which holds `items`, may stand for `item` of `own_text`."""
    if _verbatim(item, own_text, text):
        return True
    blanked = _blanked(text, items)
    words = _free_words(blanked, lex.turkic)
    if item.day is not None:
        return _month_named(item, words, lex)
    if item.minutes is not None:
        return False
    if item.unit and (_single_unit(item, words, lex) or _measures(item, words, lex)):
        return True
    if item.kind == "fraction" and _in_compound(item, words, lex):
        return True
    # "1,000" is a thousand to any word, whatever its comma may mean.
    values = item.values[:1] if "ambiguous" in item.tags else item.values
    return any(
        _counted(value, item, text, blanked, words, lex)
        for value in values
        if isinstance(value, int) and value >= 0
    )


def _counted(
    value: int, item: Item, text: str, blanked: str, words: list[str], lex: Lexicon
) -> bool:
    """Whether a word, a letter or the beginning of a compound says the value of `item`."""
    letter = _ROMAN.get(value)
    if letter and re.search(rf"(?<![\w'.-]){letter}(?![\w'])", text):
        return True
    if value <= 6 and not _is_counted_in_figures(item, value):
        if _named(value, blanked, words, lex):
            return True
    elif value == 2 and _has_dual(words, lex):
        return True
    if value == 2 and _NAMES_JOINED.search(text):
        return True
    if lex.facts.get("no_compounds") or (value == 1 and item.kind == "code"):
        return False
    stems = _stems(lex.language).get(value, ())
    if any(_begins(word, stem) for word in words for stem in stems):
        return True
    return latin_stems.says(value, words)


def _is_counted_in_figures(item: Item, value: int) -> bool:
    """Whether no "both" or "a" may stand for a figure: that of a code, that before a unit."""
    if not item.raw:
        return False
    return item.kind == "code" or (value > 1 and bool(item.unit))


def _has_dual(words: list[str], lex: Lexicon) -> bool:
    """Whether the ending of a word says two (Hebrew שעתיים)."""
    dual = str(lex.facts.get("dual", ""))
    return bool(dual) and any(re.fullmatch(dual, word) for word in words)


def _begins(word: str, stem: str) -> bool:
    """Whether a word is a compound with the stem; an apostrophe behind it is another word's."""
    return word.startswith(stem) and len(word) > len(stem) + 2 and word[len(stem)] != "'"


def _in_compound(item: Item, words: list[str], lex: Lexicon) -> bool:
    """The fraction inside a longer word (Zweidrittelmehrheit, tweederdemeerderheid)."""
    parts = _fractions(lex.language)
    for value in item.values:
        if isinstance(value, Fraction):
            for form in parts.get(value.denominator, ()):
                if any(form in word and len(word) > len(form) + 3 for word in words):
                    return True
    return False


@lru_cache(maxsize=64)
def _fractions(language: str) -> dict[int, tuple[str, ...]]:
    """The words for a part, by denominator, that are long enough to be told inside a word."""
    found: dict[int, set[str]] = {}
    for form, senses in lexicon(language).words.items():
        part = senses.get("fraction") or senses.get("ordinal")
        if isinstance(part, Fraction) and len(form) >= 5 and part.numerator == 1:
            found.setdefault(part.denominator, set()).add(form)
        elif isinstance(part, int) and len(form) >= 5 and 3 <= part <= 10:
            found.setdefault(part, set()).add(form)
    return {value: tuple(forms) for value, forms in found.items()}


def _verbatim(item: Item, own_text: str, text: str) -> bool:
    """The figure with its neighbour word stands untranslated in the other text ("Six Flags")."""
    named = item.day is not None and item.day[0] is None and item.day[2] is None
    if not item.spelled and not named:
        return False
    written = own_text[item.start : item.end]
    if len(written) < 3 or (not written.isascii() and not named):
        return False
    if named:
        # A name, not a month: as it is written, and with a capital.
        return (
            written[0].isupper()
            and re.search(rf"(?<!\w){re.escape(written)}(?!\w)", text) is not None
        )
    return re.search(rf"(?<!\w){re.escape(written)}(?!\w)", text, re.IGNORECASE) is not None


@lru_cache(maxsize=8)
def _free_words(blanked: str, turkic: bool) -> list[str]:
    """The folded words of a text whose quantities are blanked out."""
    return [fold(match.group(), turkic) for match in _WORD.finditer(plain(blanked))]


def _blanked(text: str, items: list[Item]) -> str:
    """The text with its quantities, articles apart, blanked out."""
    pieces, end = [], 0
    for item in items:
        if "article" not in item.tags and item.start >= end:
            pieces += [text[end : item.start], " " * (item.end - item.start)]
            end = item.end
    pieces.append(text[end:])
    return "".join(pieces)


def _named(value: int, text: str, words: list[str], lex: Lexicon) -> bool:
    """Words such as both, single, none."""
    if not lex.spaced:
        return any(
            form in text for form, senses in lex.apart.items() if senses.get("article") == value
        )
    clitics = lex.facts.get("clitic_before", ())
    if value == 2 and _has_dual(words, lex):
        return True
    for index, word in enumerate(words):
        forms = {word, word.split("'")[0], " ".join(words[index : index + 2])}
        forms |= {word[len(c) :] for c in clitics if word.startswith(c)}
        if any(lex.apart.get(form, {}).get("article") == value for form in forms):
            return True
    return False


def _month_named(item: Item, words: list[str], lex: Lexicon) -> bool:
    """The month inside a longer or misspelt word (Oktobertagung, lipcowy, Novemeber)."""
    assert item.day is not None
    month = item.day[1]
    if month is None or item.day[0] or item.day[2]:
        return False
    beginnings = _month_beginnings(lex.language).get(month, ())
    return any(
        word.startswith(begin)
        and (len(begin) > _SHORT_STEM or word[len(begin) :].startswith(_ADJECTIVES))
        for word in words
        for begin in beginnings
    )


@lru_cache(maxsize=64)
def _month_beginnings(language: str) -> dict[int, tuple[str, ...]]:
    """The stems of the months: their forms without an ending, at most some letters of them."""
    found: dict[int, set[str]] = {}
    for form, senses in lexicon(language).words.items():
        if "month" in senses and "month_short" not in senses and len(form) > 3:
            stem = form[:-1] if form[-1] in _VOWELS else form
            found.setdefault(int(senses["month"]), set()).add(stem[:_MONTH_LETTERS])
    return {month: tuple(forms) for month, forms in found.items()}


@lru_cache(maxsize=64)
def _stems(language: str) -> dict[int, tuple[str, ...]]:
    """The beginnings of compounds with a number (zweistündig, восьмирічний)."""
    lex = lexicon(language)
    if not lex.spaced or lex.facts.get("no_compounds"):
        return {}
    found: dict[int, set[str]] = {}
    for form, senses in lex.words.items():
        for sense in ("cardinal", "stem", "prefix", "ordinal", "scale"):
            value = senses.get(sense)
            if not isinstance(value, int):
                continue
            least = 2 if sense == "prefix" else 3 if value <= _OFTEN_JOINED else 4
            if len(form) >= least:
                found.setdefault(value, set()).add(form)
    return {value: tuple(forms) for value, forms in found.items()}


_EIGHT_DAYS = ("week", "day", 8)
"""A week counted with both ends (huit jours, acht Tage)."""
_OFTEN_JOINED = 20
"""Up to here three letters are enough: a hundred (сто) begins many other words (столиця)."""


def _single_unit(item: Item, words: list[str], lex: Lexicon) -> bool:
    """ "a mile" against "1.6 km": one unit, without a number, converted."""
    for word in words:
        entry = lex.lookup(word)
        unit = entry.senses.get("unit") if entry else None
        if unit and same_dimension(unit, item.unit):
            for count in () if is_temperature(unit) else (1, Fraction(1, 2)):
                if converts(count, unit, item.value, item.unit, rough="about" in item.tags):
                    return True
            if unit == item.unit and item.value == 1:
                return True
            if (unit, item.unit, item.value) == _EIGHT_DAYS and item.spelled:
                return True
    return False


def _measures(item: Item, words: list[str], lex: Lexicon) -> bool:
    """An amount inside one word, converted (dvanáctimetrový, twelve metres, for 40 feet)."""
    units = _unit_beginnings(lex.language)
    holding = _holding_units(lex.language)
    long = [word for word in words if len(word) > _SHORTEST_MEASURE and holding.search(word, 2)]
    for value, stems in _stems(lex.language).items() if long else ():
        for word in long:
            stem = next((s for s in stems if word.startswith(s) and len(word) > len(s) + 3), "")
            if not stem:
                continue
            for unit, beginnings in units.items():
                named = any(begin in word[len(stem) :] for begin in beginnings)
                if named and converts(value, unit, item.value, item.unit, rough=True):
                    return True
    return False


_SHORTEST_MEASURE = 5
"""Letters that a number and its unit in one word have at least."""


@lru_cache(maxsize=64)
def _holding_units(language: str) -> re.Pattern[str]:
    """What a word with a unit inside holds."""
    begins = sorted({b for begins in _unit_beginnings(language).values() for b in begins})
    return re.compile("|".join(map(re.escape, begins)) or "(?!)")


@lru_cache(maxsize=64)
def _unit_beginnings(language: str) -> dict[str, frozenset[str]]:
    """The first letters of the lengths, weights and other units that adjectives are made of."""
    found: dict[str, set[str]] = {}
    for form, senses in lexicon(language).words.items():
        if senses.get("unit") in _ADJECTIVE_UNITS and len(form) >= _UNIT_LETTERS:
            found.setdefault(senses["unit"], set()).add(form[:_UNIT_LETTERS])
    return {unit: frozenset(forms) for unit, forms in found.items()}


_UNIT_LETTERS = 4
_ADJECTIVE_UNITS = frozenset({"meter", "kilometer", "centimeter", "kilogram", "liter", "tonne"})


def unit_stands_alone(unit: str, text: str, lex: Lexicon, items: list[Item]) -> bool:
    """Whether the unit is named in `text` where no number belongs to it."""
    measured = [(i.start, i.end + _UNIT_BEHIND) for i in items if i.unit == unit]
    names = (unit, _PER_HOUR.get(unit, unit))
    for node in nodes(plain(text), lex):
        alone = not any(start <= node.start < end for start, end in measured)
        if alone and node.senses.get("unit") in names:
            return True
    return False


_UNIT_BEHIND = 12
"""Characters behind a number in which the word for its unit begins (a duration ends before it)."""
