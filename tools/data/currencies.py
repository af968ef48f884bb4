"""Words for money without a country (crowns, dirhams), out of CLDR's names of all currencies.

CLDR names every currency with its country ("Israeli new shekels"). Which of a name's words says
the kind of money is learned from currencies that share one (the dinars of eight countries): in
one language it stands last, in another first. A word means every currency that is called so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable

from babel import Locale
from babel.core import get_global

SHARED = tuple(codes.split() for codes in (
    "BHD DZD IQD JOD KWD LYD MKD RSD TND", "ARS CLP COP CUP DOP MXN PHP UYU",
    "AUD CAD HKD NZD SGD USD", "BIF CDF CHF DJF GNF KMF RWF XAF XOF XPF",
    "EGP FKP GBP GIP LBP SDG SHP SSP SYP", "AED MAD", "CZK DKK ISK NOK SEK",
    "IRR OMR QAR SAR YER", "INR LKR MUR NPR PKR SCR", "KES SOS TZS UGX", "KPW KRW", "MDL RON",
    "MWK ZMW", "AZN TMT", "BYN RUB", "KGS UZS",
))  # fmt: skip
"""Currencies that people call alike but for the country, if not in every language's CLDR."""
MANY = 5
"""So many of one kind make another kind's single currency in a word a slip (cs marocký dinár)."""
NEW = ("ILS", "TWD")
"""Currencies whose names have a "new" that is no part of the kind."""
STEM = 3
"""Letters that the forms of a word for money share."""
MOST_WORDS = 3
"""Of a name whose kind no other currency shares; longer ones may end in a country."""
BOTH = (True, False)
"""Whether a name ends with its kind, as most languages have it, or begins with it."""
POSSESSIVE = re.compile(r"(?<=.{3})(?:[sс]?[ıiuüыіиү])$")

Names = dict[str, list[list[str]]]


def current() -> list[str]:
    """The currencies that are legal tender somewhere today (ISO 4217), in order."""
    tenders: dict[str, list[tuple[str, object, object, bool]]] = get_global("territory_currencies")
    every = (each for of_territory in tenders.values() for each in of_territory)
    return sorted({code for code, _, until, tender in every if tender and not until})


def kinds(
    locale: Locale, fold: Callable[[str], str], *, turkic: bool = False
) -> dict[str, frozenset[str]]:
    """The words for money of a language with the codes of the currencies that each may mean.

    `fold` makes one writing of several; `turkic` says that names of money end in a possessive.
    """
    names = {code: own for code in current() if (own := names_of(locale, code, fold))}
    several = [words for own in names.values() for words in own if len(words) > 1]
    if len(several) < len(names) // 2:
        return _unspaced(locale, names)
    last, stems = learned(names)
    new = frozenset[str].intersection(*(_stems(names.get(code, [])) for code in NEW))
    new -= _stems(names.get("USD", []))
    found: dict[str, set[str]] = defaultdict(set)
    for code, of_currency in names.items():
        for words in of_currency:
            own = [w for w in words if w[:STEM] not in new] if code in NEW else words
            shared = [w for w in own if w[:STEM] in stems]
            if not shared and not 0 < len(own) <= MOST_WORDS:
                continue
            word = (shared or own)[-1 if last else 0]
            for form in {word, POSSESSIVE.sub("", word)} if turkic else {word}:
                found[form].add(code)
    return _whole_kinds(found)


def _whole_kinds(found: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """The words with every currency of the kinds that they name; letters alone are left out."""
    whole = {}
    for form, codes in found.items():
        if not _is_word(form):
            continue
        counted = [(len(codes.intersection(kind)), kind) for kind in SHARED]
        slip = max(number for number, _ in counted) >= MANY
        kept = set(codes)
        for number, kind in counted:
            if number == 1 and slip:
                kept.difference_update(kind)
            elif number:
                kept.update(kind)
        whole[form] = frozenset(kept)
    return whole


def names_of(locale: Locale, code: str, fold: Callable[[str], str]) -> list[list[str]]:
    """The words of each name that a currency has, in singular and plural."""
    plurals = locale._data["currency_names_plural"].get(code) or {}
    every = {*plurals.values(), locale.currencies.get(code, "")} - {code, ""}
    cut = {re.sub(r"\(.*?\)|（.*?）", " ", name) for name in every}
    return [words for name in sorted(cut) if (words := fold(name).replace("-", " ").split())]


def _stems(names: list[list[str]]) -> frozenset[str]:
    return frozenset(word[:STEM] for words in names for word in words)


def learned(names: Names) -> tuple[bool, set[str]]:
    """Whether the word that currencies share is the last of their names, and its stems."""
    families = [
        [words for code in family for words in names.get(code, []) if len(words) > 1]
        for family in SHARED
    ]
    ends = {last: [_commonest(every, -1 if last else 0) for every in families] for last in BOTH}
    last = max(BOTH, key=lambda side: sum(number for _, number in ends[side]))
    told = zip(families, ends[last], strict=True)
    return last, {stem for every, (stem, number) in told if number * 3 > len(every) * 2}


def _commonest(every: list[list[str]], place: int) -> tuple[str, int]:
    """The stem that most names have at one end, and how many have it anywhere."""
    stems = Counter(words[place][:STEM] for words in every)
    if not stems:
        return "", 0
    stem = stems.most_common(1)[0][0]
    return stem, sum(any(word.startswith(stem) for word in words) for words in every)


def _unspaced(locale: Locale, names: Names) -> dict[str, frozenset[str]]:
    """What is left of names without spaces when the name of a country is cut off."""
    countries = sorted(locale.territories.values(), key=len, reverse=True)
    found: dict[str, set[str]] = defaultdict(set)
    joined = {code: {"".join(words) for words in own} for code, own in names.items()}
    for code, own in joined.items():
        for name in own:
            country = next((c for c in countries if name.startswith(c) or name.endswith(c)), "")
            kind = name.removeprefix(country).removesuffix(country).removeprefix("新")
            if country and kind:
                found[kind].add(code)
    for kind, codes in found.items():
        if len(kind) > 1:
            codes |= {c for c, own in joined.items() if any(kind in name for name in own)}
    return _whole_kinds(found)


def _is_word(form: str) -> bool:
    """Whether a form is long enough for its script; a letter of an alphabet says less."""
    return len(form) >= (3 if form[0] < "\u0900" else 2) and form.replace("'", "").isprintable()
