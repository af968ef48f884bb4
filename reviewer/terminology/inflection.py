"""Whether one word may be a form of another.

By stem, where snowballstemmer knows the language. Languages whose words change inside (Slavic
consonants and fleeting vowels, Arabic plurals) are compared by their consonants. Where neither
is known, two words must begin alike for most of their length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

STEMMERS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish",
    "nl": "dutch", "en": "english", "et": "estonian", "fi": "finnish", "fr": "french",
    "de": "german", "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian",
    "ga": "irish", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nb": "norwegian",
    "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""The names that snowballstemmer has for the languages that it knows."""

_SLAVIC_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "mk", "sr"})
_SLAVIC_LATIN = frozenset({"pl", "cs", "sk", "sl", "hr", "bs", "sh", "hsb", "dsb"})
_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "nn", "no", "is", "fi", "et", "hu"})
"""Languages that write compounds as one word."""

_LONG_FORMS = frozenset({"fi", "et", "hu", "tr"})
"""Languages that put one ending behind the other, more than a stemmer takes off."""

_LETTERS_IN_COMPOUND = 5
"""Letters of a word from which on it is looked for inside longer ones."""

_LIKE_SHARE = 0.7
"""Share of a word's letters that a form of it must begin with, where nothing more is known."""

_LIKE_LETTERS = 4
"""Letters that both must then have in common at least."""

_ENDING_LETTERS = 4
"""Letters that an ending has at most."""

_VOWELS = frozenset("аеёиоуыэюяіїєў" + "aeiouyąęáéíóúýěů")
_SIGNS = frozenset("ьъйј'ʼ’")
_ALTERNATING = str.maketrans(
    dict.fromkeys("гжз", "г")
    | dict.fromkeys("кцчћ", "к")
    | dict.fromkeys("хсшщ", "х")
    | dict.fromkeys("gzžżź", "g")
    | dict.fromkeys("kcčćtť", "k")
    | dict.fromkeys("hsšś", "s")
    | dict.fromkeys("dđď", "d")
    | dict.fromkeys("lł", "l")
    | dict.fromkeys("nńň", "n")
    | dict.fromkeys("rř", "r")
)
"""Consonants that take each other's place before some endings in Slavic languages (рука, руці,
ручка; miasto, mieście)."""

_SLAVIC_ENDINGS = frozenset({"", "м", "в", "х", "г", "н", "m", "w", "v", "s", "g", "n", "mk"})
"""The consonants of case endings: -ом, -ів, -ах, -ого, -ени; -om, -ów, -ach, -ego."""

_ALIKE_VOWELS = {"і": "о", "ї": "е", "ё": "е", "є": "е", "ó": "o", "ů": "o", "ě": "e"}
"""A first vowel that is another in an open syllable (рік, року; stůl, stolu)."""

_ARABIC_PREFIXES = (
    "",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "ال",
    "لل",
    "وال",
    "فال",
    "بال",
    "كال",
    "ولل",
    "وب",
    "ول",
)
"""And, so; by, for, as; the article: written together with the word that follows. Whether a
first letter is one of them cannot be seen, so each is tried."""

_ARABIC_WEAK = re.compile("(?<=.)[اويىةءأإآئؤ]")
_ARABIC_ENDINGS = frozenset({"", "ت", "ن", "ه", "هم", "هن", "كم"})
_ARABIC_ROOT_LETTERS = 3
"""Consonants of a root: fewer tell nothing."""

_HEBREW_PREFIX_LETTERS = frozenset("ושהכלבמ")


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word without capitals, and without the marks that its script may leave out (Arabic
    vowels, the stress in Russian)."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return re.sub("[\u0640\u064b-\u0652\u0670\u0300\u0301]", "", folded)


@cache
def fitting(language: str) -> Callable[[str, str], bool]:
    """Whether the second word may be a form of the first, both `plain`; by ISO 639 code."""
    stem = _stemmer(language)
    loosely = _loosely(language)
    compounds = language in _COMPOUNDING

    @lru_cache(maxsize=8192)
    def fits(word: str, form: str) -> bool:
        # Words from other languages take an s that German and Dutch stemmers leave (Euros).
        if form in (word, f"{word}s") or stem(word) == stem(form) or loosely(word, form):
            return True
        # Many languages say a word twice for many of a thing (Indonesian turbin-turbin).
        said = form.split("-") if "-" in form and "-" not in word else ()
        if said and all(fits(word, one) for one in said):
            return True
        inside = stem(word) if len(stem(word)) >= _LETTERS_IN_COMPOUND else word
        return compounds and len(inside) >= _LETTERS_IN_COMPOUND and inside in form

    return fits


def _loosely(language: str) -> Callable[[str, str], bool]:
    if language in _SLAVIC_CYRILLIC | _SLAVIC_LATIN:
        return _slavic
    if language == "ar":
        return _arabic
    if language == "he":
        return _hebrew
    return _never if language in STEMMERS and language not in _LONG_FORMS else _begin_alike


def _hebrew(word: str, form: str) -> bool:
    """The same but for what is written together with it before (the article, and, in, to)."""
    return any(
        one == other or _begin_alike(one, other)
        for one in _without_prefixes(word)
        for other in _without_prefixes(form)
    )


def _without_prefixes(word: str) -> list[str]:
    found = [word]
    while len(found) <= 3 and len(word) > 3 and word[0] in _HEBREW_PREFIX_LETTERS:
        word = word[1:]
        found.append(word)
    return found


def _never(_word: str, _form: str) -> bool:
    return False


def _slavic(word: str, form: str) -> bool:
    """The same consonants but for an ending, and the same beginning as far as its vowel.

    The word is in its dictionary form: what it has beyond the form's consonants is no ending.
    """
    one, other = _consonants(word), _consonants(form)
    if len(one) < 2 or not _begin_as_one(word, form):
        return False
    return other.startswith(one) and other[len(one) :] in _SLAVIC_ENDINGS


@lru_cache(maxsize=8192)
def _consonants(word: str) -> str:
    once = re.sub(r"(.)\1+", r"\1", word)
    kept = "".join(letter for letter in once if letter not in _VOWELS and letter not in _SIGNS)
    return kept.translate(_ALTERNATING)


def _begin_as_one(word: str, form: str) -> bool:
    """Whether what stands before the first vowel is the same, and the vowel, or one that it takes
    the place of in a closed syllable."""
    first, second = _beginning(word), _beginning(form)
    return first[0] == second[0] and (first[1] == second[1] or first[2] == second[2])


@lru_cache(maxsize=8192)
def _beginning(word: str) -> tuple[str, str, str]:
    """The consonants before the first vowel, the vowel, and what it is in an open syllable."""
    place = next((at for at, letter in enumerate(word) if letter in _VOWELS), len(word))
    vowel = word[place : place + 1]
    rest = [letter for letter in word[place + 1 :] if letter not in _SIGNS]
    closed = not _VOWELS.intersection(rest[:2])
    begins = "".join(letter for letter in word[:place] if letter not in _SIGNS)
    alike = _ALIKE_VOWELS.get(vowel, vowel) if closed or vowel not in "ії" else vowel
    return begins.translate(_ALTERNATING), vowel, alike


def _arabic(word: str, form: str) -> bool:
    """The same root, whatever stands between its consonants."""
    return any(
        other.startswith(one) and other[len(one) :] in _ARABIC_ENDINGS
        for one in _roots(word.removeprefix("ال"))[:1]
        for other in _roots(form)
    )


@lru_cache(maxsize=8192)
def _roots(word: str) -> tuple[str, ...]:
    """What the consonants of the root may be, by the prefix that is taken off."""
    bare = (word[len(prefix) :] for prefix in _ARABIC_PREFIXES if word.startswith(prefix))
    roots = (_ARABIC_WEAK.sub("", rest) for rest in bare)
    return tuple(root for root in roots if len(root) >= _ARABIC_ROOT_LETTERS)


def _begin_alike(word: str, form: str) -> bool:
    same = 0
    for one, other in zip(word, form, strict=False):
        if one != other:
            break
        same += 1
    rest = max(len(word), len(form)) - same
    return same >= max(_LIKE_LETTERS, _LIKE_SHARE * len(word)) and rest <= _ENDING_LETTERS


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    name = STEMMERS.get(language)
    if name is None:
        return str
    import snowballstemmer

    stem = snowballstemmer.stemmer(name).stemWord

    @lru_cache(maxsize=8192)
    def stemmed(word: str) -> str:
        cut = unicodedata.normalize("NFD", stem(word))
        cut = "".join(sign for sign in cut if not unicodedata.combining(sign))
        # Spanish writes voz and voces.
        return cut[:-1] + "c" if language == "es" and cut.endswith("z") else cut

    return stemmed
