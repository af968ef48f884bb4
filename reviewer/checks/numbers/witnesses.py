"""Words that are no quantities and yet may answer for one: both, a single, eight-year-old.

They are looked for only when a quantity has found no counterpart, and never ask for one.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from reviewer.checks.numbers.units import converts, same_dimension
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import WORD_PATTERN, Lexicon, lexicon

_WORD = re.compile(WORD_PATTERN)
_ROMAN = {1: "I", 5: "V", 10: "X", 50: "L", 100: "C"}
_NAMES_JOINED = re.compile(
    r"[^\W\d_]*[A-ZÀ-Þ][\w.-]+,? (?:and|und|et|y|e|en|och|dan|og|&) (?:[A-ZÀ-Þ]|the [A-ZÀ-Þ])"
)
_MONTH_LETTERS = 5
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
    if item.unit and _single_unit(item, words, lex):
        return True
    value = item.value
    if not isinstance(value, int) or value < 0:
        return False
    letter = _ROMAN.get(value)
    if letter and re.search(rf"(?<![\w'.-]){letter}(?![\w'])", text):
        return True
    if value <= 6 and _named(value, blanked, words, lex):
        return True
    if value == 2 and _NAMES_JOINED.search(text):
        return True
    stems = _stems(lex.language).get(value, ())
    return any(
        word.startswith(stem) and len(word) > len(stem) + 2 for word in words for stem in stems
    )


def _verbatim(item: Item, own_text: str, text: str) -> bool:
    """The figure with its neighbour word stands untranslated in the other text ("Six Flags")."""
    if not item.spelled:
        return False
    written = own_text[item.start : item.end]
    if len(written) < 3 or not written.isascii():
        return False
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
    dual = lex.facts.get("dual")
    for index, word in enumerate(words):
        forms = {word, word.split("'")[0], " ".join(words[index : index + 2])}
        forms |= {word[len(c) :] for c in clitics if word.startswith(c)}
        if any(lex.apart.get(form, {}).get("article") == value for form in forms):
            return True
        if value == 2 and dual and re.fullmatch(dual, word):
            return True
    return False


def _month_named(item: Item, words: list[str], lex: Lexicon) -> bool:
    """The month inside a longer or misspelt word (Oktobertagung, жовтневий, Novemeber)."""
    assert item.day is not None
    month = item.day[1]
    if month is None or item.day[0] or item.day[2]:
        return False
    beginnings = _month_beginnings(lex.language).get(month, ())
    return any(word.startswith(begin) for word in words for begin in beginnings)


@lru_cache(maxsize=64)
def _month_beginnings(language: str) -> dict[int, tuple[str, ...]]:
    found: dict[int, set[str]] = {}
    for form, senses in lexicon(language).words.items():
        if "month" in senses and "month_short" not in senses and len(form) > 3:
            found.setdefault(int(senses["month"]), set()).add(form[:_MONTH_LETTERS])
    return {month: tuple(forms) for month, forms in found.items()}


@lru_cache(maxsize=64)
def _stems(language: str) -> dict[int, tuple[str, ...]]:
    """The beginnings of compounds with a number (zweistündig, восьмирічний)."""
    lex = lexicon(language)
    if not lex.spaced or lex.facts.get("no_compounds"):
        return {}
    found: dict[int, set[str]] = {}
    for form, senses in lex.words.items():
        for sense in ("cardinal", "stem", "prefix"):
            value = senses.get(sense)
            if isinstance(value, int) and len(form) >= (2 if sense == "prefix" else 3):
                found.setdefault(value, set()).add(form)
    return {value: tuple(forms) for value, forms in found.items()}


def _single_unit(item: Item, words: list[str], lex: Lexicon) -> bool:
    """ "a mile" against "1.6 km": one unit, without a number, converted."""
    for word in words:
        entry = lex.lookup(word)
        unit = entry.senses.get("unit") if entry else None
        if unit and same_dimension(unit, item.unit):
            for count in (1, Fraction(1, 2)):
                if converts(count, unit, item.value, item.unit, Fraction(4, 100)):
                    return True
            if unit == item.unit and item.value == 1:
                return True
    return False


def unit_stands_alone(unit: str, text: str, lex: Lexicon, items: list[Item]) -> bool:
    """Whether the unit is named in `text` where no number belongs to it."""
    measured = [(i.start, i.end + 12) for i in items if i.unit == unit]
    words = lex.token if not lex.spaced else _WORD
    for match in words.finditer(plain(text)):
        entry = lex.lookup(match.group())
        named = entry is not None and entry.senses.get("unit", "") in (unit, _PER_HOUR.get(unit))
        if named and not any(start <= match.start() < end for start, end in measured):
            return True
    return False
