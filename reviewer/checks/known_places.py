"""What CLDR calls the countries, parts of the world and cities that a source names, in the language
of the translation, and whether a trace of that is there.

A place has one name in each language, so that its absence says more than that of a name which may
be spelt in many ways. A trace is enough to say nothing: an adjective, a people, a part of a
compound (Nordestland), the first character of an abbreviated name (东欧), or letters that may be
an abbreviation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewer.checks.heard_names import ARABIC, WRITTEN_WITH_IT, spoken
from reviewer.checks.place_names import named_places
from reviewer.domain import Pair
from reviewer.text.languages import base
from reviewer.text.names import POSSESSIVE, Name
from reviewer.text.sounds import distance, sounds
from reviewer.text.words import LETTERS, latin

_WORD = re.compile(LETTERS)
_MARKS = re.compile("[\u064b-\u0652\u0640-]")
"""Vowel signs of Arabic, and hyphens that part the syllables of a foreign name."""

_SHORT_FORM = re.compile(r"[^\W\d_]{2,5}")
_CHARACTERS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

_MANY_NAMES = frozenset(
    {"US", "GB", "KR", "KP", "NL", "BY", "AQ", "MM", "CI", "CV", "SZ", "TL", "001"}
)
"""Lands that are called in more ways than CLDR lists (한국 beside 대한민국, Weißrussland beside
Belarus, the southern continent), and the world."""

_NAMED_IN_ENGLISH = frozenset({"vi"})
"""Languages in which CLDR leaves names as English has them that many write by their sounds."""

_STEM, _LONGEST_STEM, _ENDING, _IN_COMPOUNDS = 3, 4, 2, 4
"""Letters of a trace at the beginning of a word (Afghan constitution), those that may be an ending,
and fewest letters inside a longer word."""


_NEAR = 0.25
"""How far from each other two spellings of a place may sound."""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the source: what CLDR thinks that it is, and what it is called over there, first
    in the very country of the translation."""

    meant: frozenset[str]
    called: tuple[str, ...]


@lru_cache(maxsize=4096)
def known_place(name: Name, language: str, target_language: str) -> KnownPlace | None:
    """The place that a name is and nothing more, where CLDR knows it in both languages."""
    meant = _codes(base(language)).get(POSSESSIVE.sub("", " ".join(name.words)).casefold())
    if not meant or meant & _MANY_NAMES:
        return None
    called = [name_of(code, base(target_language)) for code in sorted(meant)]
    if base(target_language) in _NAMED_IN_ENGLISH:
        called = ["" if one.casefold() in _codes(base(language)) else one for one in called]
    if not all(called):
        return None
    others = (name_of(code, one) for one in _locales(target_language) for code in sorted(meant))
    return KnownPlace(
        frozenset(f"{_kind(code)} {code}" for code in meant),
        tuple(dict.fromkeys([*filter(None, others), *called])),
    )


def is_named(place: KnownPlace, name: Name, pair: Pair) -> bool:
    """Whether the translation has a trace of the place."""
    if place.meant & named_places(pair.target, pair.target_language).every:
        return True
    if len(name.words) > 1 and _has_a_short_form(pair):
        return True
    return any(_has_trace(one, pair) for one in place.called)


def _has_trace(called: str, pair: Pair) -> bool:
    if _CHARACTERS.search(called):
        # 欧 of 欧洲, 西兰 of 新西兰
        return called[0] in pair.target or any(
            called[at : at + 2] in pair.target for at in range(1, len(called) - 1)
        )
    text, words = _plain(pair.target), [_plain(word) for word in _WORD.findall(called)]
    long = [word for word in words if len(word) > _STEM]
    if not long:
        return words[-1] in _WORD.findall(text) or _sounds_like(words[-1:], pair)
    if any(word[: max(_IN_COMPOUNDS, len(word) - _ENDING)] in text for word in long):
        return True
    stems = tuple(word[: min(_LONGEST_STEM, max(_STEM, len(word) - _ENDING))] for word in long)
    there = _WORD.findall(text)
    if ARABIC.search(pair.target):
        there += [WRITTEN_WITH_IT.sub("", word) for word in there]
    return any(word.startswith(stems) for word in there) or _sounds_like(long, pair)


def _sounds_like(words: list[str], pair: Pair) -> bool:
    """Whether a word of a place's name may be written in another way (أيسلندا, آيسلندا)."""
    there, anywhere = spoken(pair.target, pair.target_language)
    return any(distance(sounds(word), there, anywhere=anywhere) <= _NEAR for word in words)


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return latin(_MARKS.sub("", text))


def _has_a_short_form(pair: Pair) -> bool:
    """Whether the translation has capitals that may stand for several words (ABD, PBB, ООН)."""
    return any(one.isupper() and one not in pair.source for one in _SHORT_FORM.findall(pair.target))


@lru_cache(maxsize=64)
def _locales(tag: str) -> tuple[str, ...]:
    """What CLDR calls the data of a tag's country, and of each script of its language: a place may
    be called otherwise there (新西兰, 紐西蘭), and not every tag says which script is meant."""
    from babel import Locale, UnknownLocaleError
    from babel.localedata import locale_identifiers

    language = base(tag)
    found = [
        one
        for one in sorted(locale_identifiers())
        if re.fullmatch(rf"{language}_[A-Z][a-z]{{3}}", one)
    ]
    try:
        own = [str(Locale.parse(tag.replace("-", "_")))]
    except (UnknownLocaleError, ValueError):
        own = []
    return (*own, *found)


def _kind(code: str) -> str:
    return "city" if "/" in code else "territory"


@lru_cache(maxsize=16)
def _codes(language: str) -> dict[str, frozenset[str]]:
    """CLDR's codes of the places by their names in a language, casefolded."""
    found: dict[str, set[str]] = {}
    for code, name in _territories(language).items():
        found.setdefault(name.casefold(), set()).add(code)
    for zone, name in _cities(language).items():
        found.setdefault(name.casefold(), set()).add(zone)
    return {name: frozenset(codes) for name, codes in found.items()}


def name_of(code: str, language: str) -> str:
    """What CLDR calls a country or the city of a time zone in a language; "" where it does not."""
    return _territories(language).get(code) or _cities(language).get(code, "")


@lru_cache(maxsize=16)
def _territories(language: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        return dict(Locale.parse(language.replace("-", "_")).territories)
    except (UnknownLocaleError, ValueError):
        return {}


@lru_cache(maxsize=16)
def _cities(language: str) -> dict[str, str]:
    """The cities after which time zones are named; English leaves out those that its own zone is
    called after."""
    from babel import Locale, UnknownLocaleError

    try:
        zones = Locale.parse(language.replace("-", "_")).time_zones
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        zone: str(names["city"]) if "city" in names else zone.rpartition("/")[2].replace("_", " ")
        for zone, names in zones.items()
        if "city" in names or language == "en"
    }
