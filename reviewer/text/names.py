"""Names in a text whose script marks them by capitals, and how alike two spellings of one are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache

from reviewer.domain import Span
from reviewer.text.languages import base
from reviewer.text.words import LETTERS, function_words, latin

_NOUNS_IN_CAPITALS = frozenset({"de", "lb", "nds", "gsw"})
"""Languages that write every noun as others write names."""

_WORD = re.compile(rf"{LETTERS}(?:['’]{LETTERS})*")
_MAY_HAVE_CAPITAL = re.compile(
    r"[A-Z\u0080-\U0010ffff](?<=[^\W\d_])(?<![^\W\d_].)(?<![^\W\d_]['’].)"
    r"[^\W\d_]*(?:['’][^\W\d_]+)*"
)
"""The words of a text in Latin letters that begin with no small letter of English: most words
are passed by at a glance."""
_ANOTHER_SCRIPT = re.compile(r"[\u0250-\u1dff\u1f00-\u1fff\u2070-\u209f\u20c0-\U0010ffff]")
"""What no such text has, vowel signs among it."""
_BEGINS = re.compile(r"(?:^|\d[.)]?|[.!?:;…\"“”„«»‘(\[—–-])\s*$")
_JOINS = frozenset({" ", "-", "\u00a0", "\u2011"})
_AFTER_ARTICLE = re.compile(r"\b(?:the|an?|every|each|this|that|no)\s$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s(?:No\.|Nr\.|n[.º°]|№)?\s?\d")
"""A word before a number counts things (Section 5); a name hardly stands there."""
FEWEST_LETTERS = 3
_APOSTROPHES = re.compile("['’`ʼʹʺ]")
POSSESSIVE = re.compile(r"['’]s?$")
"""The ending of an English name that owns something."""

_ENDING = re.compile(r"['’][^\W\d_]+$")
"""What Turkish, English and others put behind a name with an apostrophe (AOL's, UW'de)."""

ALIKE = 65.0
"""rapidfuzz ratio of two spellings in Latin letters from which they may be one name."""
PART_ALIKE = 80.0
"""The same of a name inside a longer word (an ending, a prefix written in one)."""
SOUNDS_ALIKE = 75.0
"""The same of the consonants alone, for spellings that went through another script."""
_SAME_BEGINNING = 0.75
"""Share of the letters that inflection leaves alone."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its words in a row, and where it stands."""

    span: Span
    words: tuple[str, ...]


def marks_names(language: str) -> bool:
    """Whether capitals tell names in this language (not in German, whose nouns have them)."""
    return base(language) not in _NOUNS_IN_CAPITALS


@lru_cache(maxsize=16_384)
def names(
    text: str, language: str, common: frozenset[str], fewest_letters: int = FEWEST_LETTERS
) -> tuple[Name, ...]:
    """The names of `text`: runs of capitalised words that do not begin a sentence.

    A word of fewer than `fewest_letters` is none. `common` holds words, casefolded, that the
    document also writes in small letters: a run of such words is a title or an office, not a
    name. Acronyms are left out. What was found in a text is kept: two checks ask, and after an edit
    all rows around it are asked again.
    """
    found: list[Name] = []
    run: list[re.Match[str]] = []
    # A word in small letters between two of them is more than what joins a name.
    for match in with_capitals(text):
        if _is_capitalised(match[0], language, fewest_letters) and not _begins(text, match.start()):
            if run and text[run[-1].end() : match.start()] not in _JOINS:
                found += _name(text, run, common)
                run = []
            run.append(match)
        elif run:
            found += _name(text, run, common)
            run = []
    return (*found, *_name(text, run, common))


@lru_cache(maxsize=1024)
def with_capitals(text: str) -> tuple[re.Match[str], ...]:
    """The words of a text that begin with a capital, few of all. Kept for a moment: several
    checks ask of a row, one right after the other."""
    word = _WORD if _ANOTHER_SCRIPT.search(text) else _MAY_HAVE_CAPITAL
    return tuple([match for match in word.finditer(text) if match[0][0].isupper()])


@lru_cache(maxsize=32_768)
def folded(word: str) -> str:
    """The word as spellings are compared: Latin letters, no case, no possessive ending."""
    if word.isascii() and "'" not in word and "`" not in word:
        return word.casefold()
    return _APOSTROPHES.sub("", latin(POSSESSIVE.sub("", word)))


def word_spans(text: str) -> list[Span]:
    """The words of a text where they stand."""
    return [Span(*match.span()) for match in words_in(text)]


def words_in(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, one after the other."""
    return _WORD.finditer(text)


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared with names."""
    return list(map(folded, _WORD.findall(text)))


def are_alike(name: str, word: str, *, by_sound: bool = False) -> bool:
    """Whether two folded words may be spellings of one name.

    `by_sound` compares the consonants too, for names that were written in another script.
    """
    if name == word:
        return True
    shorter = min(len(name), len(word))
    if shorter < FEWEST_LETTERS:
        return False
    kept = kept_by_inflection(name, word)
    if shorter >= 4 and name[:kept] == word[:kept]:
        return True
    # With a limit rapidfuzz gives up early, and 0; words of so different lengths need not be
    # compared, for at most the shorter one stands in both.
    ratio, partial_ratio = _ratios()
    together = len(name) + len(word)
    if 200 * shorter >= ALIKE * together and ratio(name, word, score_cutoff=ALIKE):
        return True
    if len(word) > len(name) >= 4 and partial_ratio(name, word, score_cutoff=PART_ALIKE):
        return True
    if not by_sound:
        return False
    first, second = consonants(name), consonants(word)
    shorter = min(len(first), len(second))
    if shorter < 2:
        return False
    if ratio(first, second, score_cutoff=SOUNDS_ALIKE):
        return True
    return shorter >= 3 and bool(partial_ratio(first, second, score_cutoff=PART_ALIKE))


def kept_by_inflection(name: str, word: str) -> int:
    """How many letters two words begin with alike, if one is a form of the other."""
    return max(4, int(min(len(name), len(word)) * _SAME_BEGINNING))


@lru_cache(maxsize=1)
def _ratios() -> tuple[Callable[..., float], Callable[..., float]]:
    """rapidfuzz's, imported when first asked for: nearly all texts need them, not every start."""
    from rapidfuzz import fuzz

    return fuzz.ratio, fuzz.partial_ratio


def _is_capitalised(word: str, language: str, fewest_letters: int) -> bool:
    """Of a word that begins with a capital: whether it may be one of a name."""
    bare = word
    if not word.isalpha() and (ending := _ENDING.search(word)) and ending[0].islower():
        bare = word[: ending.start()]
    return (
        len(bare) >= fewest_letters
        and not (bare.isupper() and len(bare) > 1)
        and word.casefold() not in function_words(language)
    )


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at]
    return at == 0 or (before[-1:] != "-" and _BEGINS.search(before) is not None)


def _name(text: str, run: list[re.Match[str]], common: Set[str]) -> list[Name]:
    if not run:
        return []
    words = tuple(match[0] for match in run)
    if len(words) == 1 and _NUMBERED.match(text, run[0].end()):
        return []
    if len(words) == 1 and _AFTER_ARTICLE.search(text, 0, run[0].start()):
        return []
    own = sum(POSSESSIVE.sub("", word).casefold() not in common for word in words)
    if own * 2 < len(words) or not own:
        return []
    return [Name(Span(run[0].start(), run[-1].end()), words)]


@lru_cache(maxsize=32_768)
def consonants(word: str) -> str:
    """The consonants, those that transliterations exchange (b, v and w; c, k and q) as one."""
    plain = re.sub("ph", "f", word)
    plain = re.sub("ch|sh|zh|j|g", "j", plain)
    plain = plain.translate(_ONE_FOR_MANY)
    plain = re.sub("[aeiouyhw']", "", plain)
    return re.sub(r"(.)\1+", r"\1", plain)


_ONE_FOR_MANY = str.maketrans(
    {"c": "k", "q": "k", "w": "v", "b": "v", "p": "v", "z": "s", "d": "t"}
)
