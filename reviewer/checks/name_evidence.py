"""What a row has that may answer to a name of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.checks.heard_names import is_heard, own_sounds
from reviewer.checks.known_places import is_named, known_place
from reviewer.checks.own_names import places
from reviewer.checks.place_names import named_places
from reviewer.domain import Pair
from reviewer.machine_translation.usual_case import has_small_form
from reviewer.text.languages import base
from reviewer.text.names import Name, folded, marks_names, names, with_capitals, words_in, words_of
from reviewer.text.spellings import Spellings
from reviewer.text.words import function_words

_WITNESSES = 2
"""Other translations that must have the name here."""

_FEWEST_LETTERS = 3

_LOOSE = frozenset({"territory US", "territory GB"})
"""Countries whose parts and peoples are named for them (England, British)."""

_HYPHENATED = re.compile(r"[^\W\d_]\w*(?:-\w+)+")
_NO_LATIN = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff]")
_UNSPACED = frozenset({"zh", "ja", "th", "ko"})
_NO_WORDS = Spellings(())


@dataclass(frozen=True, slots=True)
class NameRow:
    """What is known of one pair: its names, and the words that may answer to them."""

    pair: Pair
    names: tuple[Name, ...]
    target_words: Spellings
    back_words: Spellings
    back_names: Spellings
    """The words of the back-translation that are no everyday words and none of the source: what a
    name that is spelt otherwise may be."""
    another_script: bool


def read_row(pair: Pair, common: frozenset[str]) -> NameRow:
    """`common` holds the words of the document that are no names."""
    back = pair.back_translation
    own = names(pair.source, pair.source_language, common)
    if not own:
        return NameRow(pair, (), _NO_WORDS, _NO_WORDS, _NO_WORDS, False)
    returned = back.text if back and back.reliable else ""
    return NameRow(
        pair,
        tuple(own),
        _target_words(pair.target, pair.target_language),
        Spellings(words_of(returned)) if returned else _NO_WORDS,
        Spellings(_unexplained(returned, pair, own)) if returned else _NO_WORDS,
        not _is_latin(pair.target) or not _is_latin(pair.source),
    )


def _unexplained(returned: str, pair: Pair, own: Sequence[Name]) -> Iterator[str]:
    """The words that neither stand in the source outside of its names nor are everyday words: the
    river of “near Tewkesbury the river rose” is none that sounds like Tewkesbury."""
    named = {folded(word) for name in own for word in name.words}
    explained = set(words_of(pair.source)) - named
    # Vietnamese writes foreign names with a hyphen between their syllables (Am-xtéc-đam).
    if "-" in returned:
        yield from (folded(one.replace("-", "")) for one in _HYPHENATED.findall(returned))
    for match in words_in(returned):
        word = folded(match[0])
        if word not in explained and not (match[0].islower() and has_small_form(match[0])):
            yield word


def _target_words(text: str, language: str) -> Spellings:
    """The words; of a language written without spaces also all of them in one."""
    found = words_of(text)
    return Spellings([*found, "".join(found)] if base(language) in _UNSPACED else found)


@lru_cache(maxsize=4096)
def _is_latin(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    others = 0 if text.isascii() else sum(map(str.isalpha, _NO_LATIN.findall(text)))
    return (letters - others) * 2 > letters


def is_answered(name: Name, row: NameRow) -> bool:
    """Whether any word of a name, or the place that it is, is on the other side."""
    for word in map(folded, name.words):
        if len(word) < _FEWEST_LETTERS or row.back_names.have(word, by_sound=True):
            return True
        if row.target_words.have(word) or row.back_words.have(word):
            return True
    pair = row.pair
    place = known_place(name, pair.source_language, pair.target_language)
    if place and not row.back_words.all:
        if is_named(place, name, pair):
            return True
    elif row.another_script:
        # Consonants alone are like those of some word in every second row: with a
        # back-translation, which lacks the name too, that does little harm.
        own = None if row.back_words.all else own_sounds(name, pair.source_language)
        if own and own.all:
            if is_heard_in(name, row):
                return True
        elif any(row.target_words.have(word, by_sound=True) for word in map(folded, name.words)):
            return True
    texts = [(pair.target, pair.target_language)]
    if row.back_words.all and pair.back_translation:
        texts.append((pair.back_translation.text, pair.source_language))
    if len(name.words) > 1 and any(_has_initials(name, text) for text, _ in texts):
        return True
    called = " ".join(name.words)
    meant = places(called, pair.source_language) | {
        one for one in named_places(called, pair.source_language).every if one in _LOOSE
    }
    return bool(meant) and any(
        meant & (places(text, language) | named_places(text, language).every)
        for text, language in texts
    )


def _has_initials(name: Name, text: str) -> bool:
    """Whether a name of several words stands as their first letters (UN, U.S.)."""
    initials = r"\.?".join(re.escape(word[0]) for word in name.words if word[0].isupper())
    return re.search(rf"(?<!\w){initials}(?!\w)", text) is not None


def is_heard_in(name: Name, row: NameRow) -> bool | None:
    """Whether the translation has something like a name that is spelt and not translated; None
    where it cannot be told that it is."""
    pair = row.pair
    own = own_sounds(name, pair.source_language)
    if own is None:
        return None
    return any(row.target_words.have(folded(word)) for word in name.words) or is_heard(
        own, pair.target, pair.target_language, another_script=row.another_script
    )


def has_another_name(
    text: str,
    language: str,
    row: NameRow,
    common: frozenset[str],
    fewest_letters: int = _FEWEST_LETTERS,
) -> bool:
    """Whether `text` has a name that no word of the source explains: a rendering of the one
    that is looked for, perhaps."""
    by_sound = row.another_script or language == row.pair.source_language
    source_words, source_names = _source_words(row.pair.source)
    return any(
        not (
            source_words.have(folded(word))
            or (by_sound and source_names.have(folded(word), by_sound=True))
        )
        for other in names(text, language, common, fewest_letters)
        for word in other.words
        if word.casefold() not in common and word.casefold() not in function_words(language)
    )


@lru_cache(maxsize=64)
def _source_words(text: str) -> tuple[Spellings, Spellings]:
    """The words, and those with a capital."""
    capitals = Spellings(folded(match[0]) for match in with_capitals(text))
    return Spellings(words_of(text)), capitals


def renders_no_name(row: NameRow) -> bool:
    """Whether the translation, in a language that marks names, has none that the source does
    not explain."""
    pair = row.pair
    return (
        marks_names(pair.target_language)
        and not row.another_script
        and not has_another_name(
            pair.target, pair.target_language, row, frozenset(), fewest_letters=1
        )
    )


def have_witnesses(name: Name, pair: Pair) -> bool:
    """Whether the other translations, at least two and all of them, spell the name."""
    spelt = [
        any(
            _target_words(text, language).have(folded(word), by_sound=not _is_latin(text))
            for word in name.words
        )
        for language, text in pair.others.items()
        if text
    ]
    return len(spelt) >= _WITNESSES and all(spelt)
