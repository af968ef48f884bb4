"""Of which country an amount of money is, where several have money of one name."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.currency_codes import currency_codes
from reviewer.text.quantities.items import Item, is_currency
from reviewer.text.quantities.lexicon import WORD_PATTERN, Lexicon, lexicon

_WORD = re.compile(WORD_PATTERN)
_END = re.compile(r"[.,;:!?()،。，；：！？](?!\d)")
_LETTERS = re.compile(r"(?<![A-Za-z])([A-Z]{1,3}) ?\$|\$([A-Z]{1,2})(?![A-Za-z])")
_OF_LETTERS = {
    "US": "USD", "U": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "CAN": "CAD",
    "CAD": "CAD", "AUD": "AUD", "USD": "USD", "HK": "HKD", "HKD": "HKD", "NZ": "NZD", "S": "SGD",
    "SG": "SGD", "MX": "MXN", "NT": "TWD",
}  # fmt: skip
"""What newspapers and CLDR write before or behind the dollar sign."""
_BEFORE, _BEHIND = 4, 40
"""Characters before an amount with such letters, and behind it with the words for a country."""
_ENDING = 6
"""Letters that may follow the stem of such a word."""


def other_country(a: Item, b: Item, source: TextFigures, target: TextFigures) -> list[Finding]:
    """An amount of one country's money told as the same of another's (US and Hong Kong dollars).

    Money that a text gives no country may be of any.
    """
    if not (_is_money(a) or _is_money(b)) or not all(_may_be_money(item) for item in (a, b)):
        return []
    first = _code(a, source)
    second = _code(b, target) if first else ""
    if not second or first == second or {first, second} == _CFA:
        return []
    words = message(
        "{source} → {target}: the unit changes from {source_unit} to {target_unit}",
        source=source.text[a.start : a.end],
        target=target.text[b.start : b.end],
        source_unit=wording.named(first),
        target_unit=wording.named(second),
    )
    return [finding("unit", "major", "unit", words, a, b, 0.8)]


_CFA = {"XAF", "XOF"}
"""Francs of one name and worth."""


def _is_money(item: Item) -> bool:
    return is_currency(item.unit) or item.unit == "pound"


def _may_be_money(item: Item) -> bool:
    """Whether an amount is money, or has a unit that is not known (crowns)."""
    return not item.unit or _is_money(item)


def _code(item: Item, side: TextFigures) -> str:
    """The currency (ISO 4217) whose country stands in or right behind an amount, if any.

    A word for the money of one country alone is no other's.
    """
    code = _country(item, side)
    alone = item.unit.isupper() and "|" not in item.unit
    return "" if alone and code != item.unit else code


def _country(item: Item, side: TextFigures) -> str:
    begin = max(0, item.start - _BEFORE)
    letters = _LETTERS.search(side.text, begin, item.end + _BEFORE)
    if letters is not None:
        return _OF_LETTERS.get(letters.group(1) or letters.group(2), "")
    text = plain(side.text)
    behind = _END.split(text[item.end : item.end + _BEHIND])[0]
    if not side.lexicon.spaced:
        return _whole_name(f"{text[item.start : item.end]}{behind}", side.lexicon)
    return _named(text[item.start : item.end], behind, side.lexicon)


def _whole_name(text: str, lex: Lexicon) -> str:
    """The currency that a text without spaces names first."""
    text = fold(text.replace(" ", ""), lex.turkic)
    names = lex.facts.get("money_of", {})
    found = [(text.find(name), -len(name), code) for name, code in names.items() if name in text]
    return str(min(found)[2]) if found and min(found)[0] <= _LONGEST_NUMBER else ""


_LONGEST_NUMBER = 14
"""Characters of a number in front of its currency."""


def _named(inside: str, behind: str, lex: Lexicon) -> str:
    """The country that the words of an amount name, or those that go on right behind it."""
    written = _WORD.findall(f"{inside}{behind}")
    words = [fold(word, lex.turkic) for word in written]
    free = len(_WORD.findall(inside))
    for place, word in enumerate(words):
        if currency_codes().get(written[place]) in (written[place], "dollar"):
            return str(written[place])
        code = _beginning(words[place:], lex.language)
        if code:
            return code
        if place >= free and not _goes_on(word, lex):
            return ""
    return ""


def _goes_on(word: str, lex: Lexicon) -> bool:
    """Whether a word behind an amount still belongs to it: its scale or its currency."""
    known = lex.lookup(word)
    return known is not None and not known.senses.keys().isdisjoint(("unit", "scale", "short"))


def _beginning(words: list[str], language: str) -> str:
    """The currency of the country that stands first in the words, by its longest name."""
    best = ("", "")
    for stems, code in _stems(language).get(words[0][:1], ()):
        together = len(stems) <= len(words) and all(
            word.startswith(stem) and len(word) <= len(stem) + _ENDING
            for word, stem in zip(words, stems, strict=False)
        )
        if together and len("".join(stems)) > len(best[0]):
            best = "".join(stems), code
    return best[1]


@lru_cache(maxsize=64)
def _stems(language: str) -> dict[str, list[tuple[list[str], str]]]:
    """The stems of the words for each country, by their first letter."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for name, code in lexicon(language).facts.get("money_of", {}).items():
        found.setdefault(name[0], []).append((name.split(" "), code))
    return found
