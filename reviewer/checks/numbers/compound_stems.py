"""How compounds of a language begin: the stems of its numbers, months and units.

Each table is made once for a language, from its lexicon.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from reviewer.text.quantities.lexicon import Number, lexicon

_MONTH_LETTERS = 5
_VOWELS = frozenset("aeiouyаеиоуыяюіє")
_OFTEN_JOINED = 20
"""Up to here three letters are enough: a hundred (сто) begins many other words (столиця)."""
_UNIT_LETTERS = 4
_ADJECTIVE_UNITS = frozenset({"meter", "kilometer", "centimeter", "kilogram", "liter", "tonne"})


@lru_cache(maxsize=64)
def fraction_words(language: str) -> dict[int, tuple[str, ...]]:
    """The words for a part, by denominator, that are long enough to be told inside a word."""
    found: dict[int, set[str]] = {}
    for form, senses in lexicon(language).words.items():
        part = senses.get("fraction") or senses.get("ordinal")
        if isinstance(part, Fraction) and len(form) >= 5 and part.numerator == 1:
            found.setdefault(part.denominator, set()).add(form)
        elif isinstance(part, int) and len(form) >= 5 and 3 <= part <= 10:
            found.setdefault(part, set()).add(form)
    return {value: tuple(forms) for value, forms in found.items()}


@lru_cache(maxsize=64)
def month_beginnings(language: str) -> dict[int, tuple[str, ...]]:
    """The stems of the months: their forms without an ending, at most some letters of them."""
    found: dict[int, set[str]] = {}
    for form, senses in lexicon(language).words.items():
        if "month" in senses and "month_short" not in senses and len(form) > 3:
            stem = form[:-1] if form[-1] in _VOWELS else form
            found.setdefault(int(senses["month"]), set()).add(stem[:_MONTH_LETTERS])
    return {month: tuple(forms) for month, forms in found.items()}


@lru_cache(maxsize=64)
def number_stems(language: str) -> dict[int, tuple[str, ...]]:
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


@lru_cache(maxsize=64)
def half_stems(language: str) -> dict[Number, tuple[str, ...]]:
    """The beginnings of compounds with one and a half (anderthalbjährig, полуторамиллионный)."""
    found: set[str] = set()
    for form, senses in lexicon(language).words.items():
        if senses.get("fraction") == _ONE_AND_A_HALF and " " not in form:
            stem = form.rstrip("".join(_VOWELS))
            found.add(stem if len(stem) > _MONTH_LETTERS else form)
    return {_ONE_AND_A_HALF: tuple(found)} if found else {}


@lru_cache(maxsize=64)
def amount_ends(language: str) -> tuple[dict[str, frozenset[str]], dict[int, frozenset[str]]]:
    """How a compound goes on behind its number: units of time, words for thousands and more."""
    lex = lexicon(language)
    units = {unit: frozenset(stems) for unit, stems in lex.facts.get("unit_stems", {}).items()}
    scales: dict[int, set[str]] = {}
    for form, senses in lex.words.items():
        scale = senses.get("scale", 0)
        if scale in _SCALES and len(form) >= _UNIT_LETTERS and " " not in form:
            scales.setdefault(scale, set()).add(form[:_MONTH_LETTERS])
    return units, {scale: frozenset(begins) for scale, begins in scales.items()}


@lru_cache(maxsize=64)
def holding_amounts(language: str) -> re.Pattern[str]:
    """What a word with such an end inside holds."""
    units, scales = amount_ends(language)
    begins = sorted({b for every in (*units.values(), *scales.values()) for b in every})
    return re.compile("|".join(map(re.escape, begins)) or "(?!)")


_ONE_AND_A_HALF = Fraction(3, 2)
_SCALES = (1000, 10**6, 10**9)


@lru_cache(maxsize=64)
def holding_units(language: str) -> re.Pattern[str]:
    """What a word with a unit inside holds."""
    begins = sorted({b for begins in unit_beginnings(language).values() for b in begins})
    return re.compile("|".join(map(re.escape, begins)) or "(?!)")


@lru_cache(maxsize=64)
def unit_beginnings(language: str) -> dict[str, frozenset[str]]:
    """The first letters of the lengths, weights and other units that adjectives are made of."""
    found: dict[str, set[str]] = {}
    for form, senses in lexicon(language).words.items():
        if senses.get("unit") in _ADJECTIVE_UNITS and len(form) >= _UNIT_LETTERS:
            found.setdefault(senses["unit"], set()).add(form[:_UNIT_LETTERS])
    return {unit: frozenset(forms) for unit, forms in found.items()}
