"""Words whose translation is known: countries, languages, days, units and other everyday ones.

From CLDR by way of Babel, and from a small table of common words of our own (`common_words.json`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from importlib import resources

from reviewer.text.languages import base
from reviewer.text.words import LETTERS

_WORD = re.compile(rf"{LETTERS}(?:['’ʼ-]{LETTERS})*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
# The article and the one-letter words that Arabic writes in one with the next word.
_ARABIC_PREFIX = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)|[وفبلك](?=..))")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_KEY = 3  # letters that entries are found by
_LONGEST_UNSPACED = 8
_ENDING = 4  # letters that inflection may add
_MOST_KEPT = 16_384

_CALENDAR = {"days": "day", "months": "month"}

Entry = tuple[tuple[str, ...], str]


@lru_cache(maxsize=16)
def _entries(language: str) -> tuple[dict[tuple[str, str], list[Entry]], dict[str, str]]:
    """Spaced entries by the first letters of their first two stems; unspaced ones as such."""
    spaced: dict[tuple[str, str], list[Entry]] = {}
    unspaced: dict[str, str] = {}
    for phrase, concept in _names(language):
        folded = phrase.casefold()
        if _UNSPACED.search(folded):
            if len(folded) <= _LONGEST_UNSPACED:
                unspaced.setdefault(folded, concept)
            continue
        stems = tuple(_stem(word) for word in _words(folded))
        if sum(map(len, stems)) >= 2:
            second = stems[1] if len(stems) > 1 else ""
            spaced.setdefault((_key(stems[0]), _key(second)), []).append((stems, concept))
    for entries in spaced.values():
        entries.sort(key=lambda entry: (-len(entry[0]), -sum(map(len, entry[0]))))
    return spaced, unspaced


def _key(word: str) -> str:
    """The letters that a word is found by. Two of Hangul are a word as three of others are, and
    what follows is a particle."""
    return word[:2] if _HANGUL.match(word) else word[:_KEY]


def _words(text: str) -> list[str]:
    found = list(map(str.casefold, _WORD.findall(text)))
    return [_ARABIC_PREFIX.sub("", word) for word in found] if _ARABIC.search(text) else found


def _stem(word: str) -> str:
    return word if len(word) <= 4 else word[: max(4, len(word) - 1)]


def _names(language: str) -> Iterator[tuple[str, str]]:
    yield from _own_words(language)
    yield from _of_cldr(language)


def _of_cldr(language: str) -> Iterator[tuple[str, str]]:
    from babel import Locale, UnknownLocaleError
    from babel.localedata import LocaleDataDict, load

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return
    for code, name in locale.territories.items():
        if not code.isdigit():
            yield name, f"territory {code}"
    for code, name in locale.languages.items():
        if "_" not in code:
            yield name, f"language {code}"
    # Babel writes what an alias stands for into data that languages share: in a copy, Swahili
    # names do not become those of other languages.
    calendar = LocaleDataDict({part: deepcopy(load(str(locale))[part]) for part in _CALENDAR})
    for part, kind in _CALENDAR.items():
        for number, name in calendar[part]["stand-alone"]["wide"].items():
            yield name, f"{kind} {number}"
    for code, name in locale.currencies.items():
        yield name, f"currency {code}"
    for zone, names in locale.time_zones.items():
        if "city" in names:
            yield names["city"], f"city {zone}"
        elif language == "en":
            yield zone.rsplit("/", 1)[-1].replace("_", " "), f"city {zone}"


def _own_words(language: str) -> Iterator[tuple[str, str]]:
    """The forms of the table; a form stands for all that only add to or change its ending."""
    for number, forms in enumerate(_common_words().get(language, ())):
        for form in forms:
            yield form, f"word {number}"


@lru_cache(maxsize=1)
def _common_words() -> dict[str, list[list[str]]]:
    file = resources.files("reviewer.alignment").joinpath("common_words.json")
    languages: dict[str, list[list[str]]] = json.loads(file.read_text(encoding="utf-8"))[
        "languages"
    ]
    return {base(language): words for language, words in languages.items()}


@lru_cache(maxsize=4096)
def concepts(text: str, language: str) -> frozenset[str]:
    """The known concepts that a text names; `language` is its language without a region.

    Kept: a source sentence stands beside each of its translations.
    """
    return frozenset(told[0] for _, told in placed_concepts(text, language))


@lru_cache(maxsize=32_768)
def placed_concepts(text: str, language: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The places in a text of what it names, in reading order, with what each may be, the
    likeliest first (Italie: the language by its first letters, and the country). Kept: the
    alignment asks, and then two checks."""
    _, unspaced = _entries(language)
    found: list[tuple[int, tuple[str, ...]]] = []
    words = _words(text)
    begins = _beginners(language)
    places: list[int] = []
    beyond = 0
    for place in [place for place, word in enumerate(words) if begins[word]]:
        if place < beyond:
            continue
        word = words[place]
        following = _key(words[place + 1]) if place + 1 < len(words) else ""
        told: list[str] = []
        for stems, concept in _beginning_with(word, following, language):
            if len(stems) == 1 or _stands_at(words, place, stems):
                told.append(concept)
                beyond = max(beyond, place + len(stems))
        if told:
            places = places or [match.start() for match in _WORD.finditer(text)]
            found.append((places[place], tuple(told)))
    if unspaced and _UNSPACED.search(text):
        found += ((at, (one,)) for at, one in _unspaced_concepts(text.casefold(), unspaced))
        found.sort()
    return tuple(found)


@lru_cache(maxsize=16)
def _first_stems(language: str) -> dict[str, tuple[str, ...]]:
    """The first stems of all spaced entries by their first letters."""
    stems: dict[str, dict[str, None]] = {}
    for (key, _), entries in _entries(language)[0].items():
        stems.setdefault(key, {}).update((entry[0][0], None) for entry in entries)
    return {key: tuple(some) for key, some in stems.items()}


class _Beginners(dict[str, bool]):
    """Whether a word may be the first one of any entry of a language: told once for each word
    that comes, so that all words of a text are looked up quickly."""

    def __init__(self, language: str) -> None:
        self._stems = _first_stems(language)

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = any(
            word.startswith(stem) and len(word) <= len(stem) + _ENDING
            for stem in self._stems.get(_key(word), ())
        )
        self[word] = found
        return found


@lru_cache(maxsize=16)
def _beginners(language: str) -> _Beginners:
    return _Beginners(language)


@lru_cache(maxsize=16_384)
def _beginning_with(word: str, following: str, language: str) -> tuple[Entry, ...]:
    """The entries whose first word this may be, those of several words first; `following` is
    the beginning of the next word."""
    spaced, _ = _entries(language)
    keys = [(_key(word), following), (_key(word), "")] if following else [(_key(word), "")]
    return tuple(
        (stems, concept)
        for key in keys
        for stems, concept in spaced.get(key, ())
        if _stands_at([word], 0, stems[:1])
    )


def _stands_at(words: list[str], place: int, stems: tuple[str, ...]) -> bool:
    return place + len(stems) <= len(words) and all(
        word.startswith(stem) and len(word) <= len(stem) + _ENDING
        for word, stem in zip(words[place:], stems, strict=False)
    )


def _unspaced_concepts(text: str, entries: dict[str, str]) -> Iterator[tuple[int, str]]:
    place = 0
    while place < len(text):
        for length in range(min(_LONGEST_UNSPACED, len(text) - place), 0, -1):
            concept = entries.get(text[place : place + length])
            if concept:
                yield place, concept
                place += length - 1
                break
        place += 1
