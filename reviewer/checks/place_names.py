"""The countries and cities that a text names, as far as CLDR knows them, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reviewer.alignment.concepts import placed_concepts
from reviewer.domain import Span
from reviewer.text.languages import base
from reviewer.text.scripts import has_spaces

_KINDS = ("territory", "city")
_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?<=\w{2})['’](?:[^\W\d_A-Z]{1,6})?(?!\w)")
_ELIDED = re.compile(r"(?<!\w)[LlDdNn]['’]")
_CAPITALISED = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?")

_OTHER_NAMES = {
    "en": {
        "TR": "turkey", "NL": "holland", "MM": "burma", "CI": "ivory coast", "SZ": "swaziland",
        "CZ": "czech republic", "MK": "macedonia", "CV": "cape verde", "TL": "east timor",
    },
}  # fmt: skip
"""Names in use that CLDR has not, or only as a variant."""

_LOOSE_NAMES = {
    "en": {"GB": "Britain|England|UK|Wales|Scotland|British", "US": "America|USA?|American"},
}
"""Names that others render in more ways than CLDR lists: they only explain another."""

_LOOSE = frozenset({"territory US", "territory GB"})

STAND_AS_THEY_ARE = frozenset(
    {"en", "es", "fr", "it", "pt", "ca", "nl", "de", "id", "ms", "vi", "sv", "da", "nb", "nn"}
)
"""Languages in which the name of a place takes no ending but an -s."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text names for certain: its first word, and what it may be."""

    span: Span
    meant: frozenset[str]

    @property
    def kinds(self) -> frozenset[str]:
        """Whether it is a country or a city; some are both."""
        return frozenset(one.partition(" ")[0] for one in self.meant)


@dataclass(frozen=True, slots=True)
class Places:
    """What a text names for certain, and all that it may name: the countries of languages and of
    peoples too."""

    certain: tuple[Place, ...]
    every: frozenset[str]


@lru_cache(maxsize=4096)
def named_places(text: str, language: str) -> Places:
    """The places of a text; those for certain have a capital where the script has them."""
    plain = without_endings(text)
    language = base(language)
    told_at: dict[int, list[str]] = {}
    for at, told in (*placed_concepts(plain, language), *_more(plain, language)):
        told_at.setdefault(at, []).extend(_of_the_very_name(plain, at, told, language))
    every = {one for told in told_at.values() for one in told}
    every |= {f"territory {_country(one)}" for one in every}
    certain = [
        Place(span, meant)
        for at, told in told_at.items()
        if (span := _certain(plain, at, told, language))
        and (meant := frozenset(one for one in told if one.startswith(_KINDS)))
        and not meant & _LOOSE
    ]
    for code, names in _LOOSE_NAMES.get(language, {}).items():
        if re.search(rf"\b(?:{names})\b", plain):
            every.add(f"territory {code}")
    return Places(tuple(certain), frozenset(every))


def _of_the_very_name(text: str, at: int, told: Sequence[str], language: str) -> list[str]:
    """What a place may be; where the word is the whole name of a country, no other country that
    begins alike (Nigeria, Niger)."""
    word = _WORD.match(text, at)
    own = _country_codes(language).get(word[0].casefold()) if word else None
    if own is None:
        return list(told)
    return [one for one in told if not one.startswith("territory ") or one in own]


def _certain(text: str, at: int, told: list[str], language: str) -> Span | None:
    """The word of a place, where it can be nothing else: no language or people either."""
    end = _WORD.match(text, at)
    if end is None or text[at].islower():
        return None
    word = end[0].casefold()
    if word not in _countries(language) and not all(one.startswith(_KINDS) for one in told):
        return None
    stands = language in STAND_AS_THEY_ARE
    if stands and not {word, word.removesuffix("s")} & _first_words(language):
        return None
    return Span(at, end.end() if has_spaces(language) else min(end.end(), at + 2))


def without_endings(text: str) -> str:
    """The text with spaces for what an apostrophe parts from a name (Roma'da, Rome's, l'Italie)."""
    for pattern in (_ENDING, _ELIDED) if "'" in text or "’" in text else ():
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def _more(text: str, language: str) -> Iterator[tuple[int, list[str]]]:
    """The places that CLDR's list for a language leaves out."""
    known = _left_out(language)
    for match in _CAPITALISED.finditer(text) if known else ():
        words = match[0].casefold()
        for name, at in ((words, 0), (words.partition(" ")[0], 0), (words.rpartition(" ")[2], -1)):
            if name in known:
                start = match.start() if at == 0 else match.end() - len(name)
                yield start, [known[name]]
                break


@lru_cache(maxsize=16)
def _left_out(language: str) -> dict[str, str]:
    from babel.core import get_global

    found = {
        name: f"territory {code}"
        for code, names in _OTHER_NAMES.get(language, {}).items()
        for name in names.split("|")
    }
    zones = _zones(language)
    if zones is None:
        return found
    for zone in get_global("zone_territories"):
        region, _, city = zone.partition("/")
        own = "city" in zones.get(zone, ())
        if city and "/" not in city and region not in ("Antarctica", "Etc") and not own:
            found.setdefault(city.replace("_", " ").casefold(), f"city {zone}")
    return found


def _zones(language: str) -> Mapping[str, Any] | None:
    """CLDR's time zones in a language in Latin letters: it leaves out the cities that are called
    as in their zone's code. None for other scripts, and for a language that it does not know."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    if get_global("likely_subtags").get(language, "").split("_")[1:2] != ["Latn"]:
        return None
    try:
        zones: Mapping[str, Any] = Locale.parse(language).time_zones
    except (UnknownLocaleError, ValueError):
        return None
    return zones


@lru_cache(maxsize=64)
def _countries(language: str) -> frozenset[str]:
    """CLDR's names of countries in a language, casefolded."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(language).territories.values()
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(name.casefold() for name in names)


@lru_cache(maxsize=64)
def _country_codes(language: str) -> Mapping[str, frozenset[str]]:
    """The countries by CLDR's names of one word, casefolded."""
    from babel import Locale, UnknownLocaleError

    found: dict[str, set[str]] = {}
    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    for code, name in names.items():
        if _WORD.fullmatch(name):
            found.setdefault(name.casefold(), set()).add(f"territory {code}")
    return {name: frozenset(codes) for name, codes in found.items()}


@lru_cache(maxsize=64)
def _first_words(language: str) -> frozenset[str]:
    """The first words of all names of places in a language, casefolded."""
    cities = (
        str(names["city"]).casefold()
        for names in (_zones(language) or {}).values()
        if "city" in names
    )
    every = (*_countries(language), *_left_out(language), *cities)
    return frozenset(word[0] for name in every if (word := _WORD.search(name)))


@lru_cache(maxsize=512)
def _country(concept: str) -> str:
    """The country that CLDR thinks of first for a language; "" for what is no language."""
    from babel.core import get_global

    kind, _, code = concept.partition(" ")
    likely: str = get_global("likely_subtags").get(code, "") if kind == "language" else ""
    return likely.rpartition("_")[2]
