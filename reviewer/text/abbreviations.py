"""Full stops that end no sentence: abbreviations, initials, ordinals, enumerators."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from unicodedata import normalize

from reviewer.text.languages import base
from reviewer.text.scripts import SYLLABIC
from reviewer.text.words import function_words

_KINDS = ("closing", "may", "never", "number")
"""The lists of abbreviations, in the order in which they are asked."""

_PARTS = 4
"""The longest abbreviations have this many parts ("u. v. m.", "до н. е.")."""

_LONG_ENOUGH = 6
"""From so many words on, "... 2014 г." before a capital is the end of a sentence; before
that it is an adverbial at its beginning ("В 2014 г. Иван ...")."""

_ABBREVIATION = re.compile(r"(?:[^\s\d.,;:!?()\[\]\"'\u2018\u2019«»“”„/]+\.[ \u00a0\u202f]?){1,4}$")
_BETWEEN_PARTS = re.compile(r"[.\s\u00a0\u202f]+")
_INITIAL = re.compile(
    r"(?:^|[\s(\[\"«„“‘'’\-.])(?![\u00b2\u00b3\u00b9\u2070-\u209c\u2460-\u24ff\u2776-\u2793\u1d43-\u1d4f])[^\W\d_]\.$"
)
"""A letter; raised and ringed figures, which count as such for regular expressions, are none."""
_LONGEST_FIGURE = 60
_DIGITS_BEFORE = re.compile(r"\d[\d.,\u00a0\u202f ]*\s*$")
_ORDINAL = re.compile(r"(?:^|[\s(])(\d{1,3}|[IVXL]{1,6})\.$")
_PER_UNIT = re.compile(r"[^\W\d_]/[^\W\d_]+\.$")
_ENUMERATOR = re.compile(r"^[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[ivxlIVXL]{1,5})[.)]$")

_WITHOUT_CAPITALS = frozenset({"zh", "ko"})

# "et al. [12]", "Smith u. a. (1999)": a work that is cited.
_CITED = re.compile(
    r"(?:^|[\s(])(?:al|и др|і ін|та ін|vd|kol|mfl|col|cols|dkk)\.\x00[\[(](?:[^\W\d_]+\.?\s)?\d"
    r"|(?:^|[\s(])[^\W\d_]{1,2}\.\x00[\[(](?:1[5-9]|20)\d\d[a-z]?[\]),;:]"
)

_ITEM = re.compile(r"(\d{1,3})[.)]\s+\S")

# Languages that write ordinal numbers with a full stop and nouns with a capital letter, or
# month names with one.
_ORDINAL_BEFORE_CAPITAL = frozenset({"de", "lb", "tr", "et", "az"})


# Here a capital behind an abbreviation is a noun's more often than a sentence's (3 Mrd. Franken).
_NOUNS_WITH_CAPITALS = frozenset({"de", "lb"})
_MEASURE = re.compile(r"\d[\u00a0\u202f ]?[^\W\d_]{1,4}\.$")

_SYMBOL = re.compile(
    r"\d[\u00a0\u202f ]?(?:[mcdk]?m[²³]?|[mk]?g|[mcdh]?l|t|ha|[kMGT](?:Wh?|B)|°[CF])\.$"
)
_OF_TIME = re.compile(r"\d[\u00a0\u202f ]?(?:h|min|s)\.$")
"""Symbols behind a figure; other than abbreviations they take no full stop. Those of time do in
texts of languages that write nouns with a capital ("5 min. Fußweg")."""

_SYLLABLE = re.compile(
    r"\s[^\W\d_A-Z]?(?:[^\W\d_A-Z]|[\u0300-\u036f])*[aeiouy](?:[^\W\d_A-Z]|[\u0300-\u036f])*\.$"
)


def ends_sentence(left: str, right: str, language: str) -> bool | None:
    """Whether the full stop that `left` ends in is also the end of a sentence.

    `left` begins with the sentence, `right` is what follows after white space. None says
    that nothing here speaks for or against it.
    """
    language = base(language)
    if _ENUMERATOR.match(left):
        return False
    if _next_item(left, right):
        return True
    if right[0] in "[(" and _CITED.search(f"{left[-12:]}\x00{right}"):
        return False
    following = _first_word(right)
    capital = right[:1].isupper() or not _cased(right[:1])
    starts = following.casefold() in function_words(language)
    if language in _ORDINAL_BEFORE_CAPITAL:
        # The longest one, "XXXVII.", has a space before it.
        from_here = max(len(left) - 8, 0)
        ordinal = _ORDINAL.search(left[from_here:])
        if ordinal:
            return starts and not _before_ordinal(left[: from_here + ordinal.start()], language)
    if "/" in left and _PER_UNIT.search(left):
        return capital
    if _ends_with_symbol(left, language) and _may_begin(right, following):
        return True
    kind = _kind(left, language)
    if kind == "never":
        return False
    if kind == "number" and (right[:1].isdigit() or re.match(r"[IVXLC]+\b", following)):
        return False
    if kind == "closing":
        return capital
    if kind == "may":
        if not capital or right[:1].isdigit():
            return False
        return starts or (
            language not in _NOUNS_WITH_CAPITALS and _closes_a_measure(left, following, language)
        )
    if _INITIAL.search(left[-3:]):
        return starts and not _name_before(left)
    if capital and starts and _MEASURE.search(left[-8:]):
        return True
    if language in SYLLABIC and _SYLLABLE.search(normalize("NFD", left[-48:])):
        return capital
    return None


def is_listed(language: str) -> bool:
    """Whether abbreviations of this language are known."""
    return any(_lists(base(language)).get(kind) for kind in _KINDS)


def may_be_abbreviation(word: str, language: str) -> bool:
    """Whether a word of letters, before a full stop, is the last part of any abbreviation."""
    words, endings = _last_parts(base(language))
    folded = word.casefold()
    return folded in words or folded.endswith(endings)


@lru_cache(maxsize=64)
def _last_parts(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The last parts of the language's abbreviations, and endings that stand for all words."""
    lists = _lists(language)
    listed = [entry for kind in _KINDS for entry in lists.get(kind, ())]
    endings = tuple(entry[1:] for entry in lists.get("number", ()) if entry.startswith("*"))
    return frozenset(entry.rpartition(".")[2] for entry in listed), endings


def is_attribution(right: str, language: str) -> bool:
    """Whether `right` goes on with who said what was quoted ("... Mary asked.")."""
    language = base(language)
    verbs = _lists(language).get("speech", frozenset())
    if right.startswith(tuple(_lists(language).get("then", ()))):
        return False
    if language in _WITHOUT_CAPITALS:
        clause = re.match(r"[^，。：！？,:.]{0,20}(?=[，。！？,.])", right)
        return clause is not None and any(verb in clause[0] for verb in verbs)
    first = re.findall(r"\w+", right[:80])[:4]
    if not first or first[0].casefold() in function_words(language):
        return False
    return any(word.casefold() in verbs for word in first[1:])


def _next_item(left: str, right: str) -> bool:
    """Whether `left` is one item of a numbered list and `right` begins with the next."""
    this, following = _ITEM.match(left), _ITEM.match(right)
    return this is not None and following is not None and int(following[1]) == int(this[1]) + 1


def _kind(left: str, language: str) -> str:
    """The list that the abbreviation at the end of `left` stands in, "" for none."""
    match = _ABBREVIATION.search(left[-48:])
    if match is None:
        return ""
    parts = [part for part in _BETWEEN_PARTS.split(match[0].casefold()) if part]
    lists = _lists(language)
    for count in range(min(len(parts), _PARTS), 0, -1):
        written = ".".join(parts[-count:])
        for kind in _KINDS:
            if written in lists.get(kind, ()):
                return kind
    return "number" if parts and parts[-1].endswith(_last_parts(language)[1]) else ""


def _closes_a_measure(left: str, following: str, language: str) -> bool:
    without = re.sub(r"(?:[^\W\d_]{1,4}\.\s?)+$", "", left)
    if not _DIGITS_BEFORE.search(without[-_LONGEST_FIGURE:]):
        return False
    if following.casefold() in _lists(language).get("after_time", ()):
        return False
    if following.isupper() and 2 <= len(following) <= 4:
        return False
    return len(left.split()) >= _LONG_ENOUGH


def _ends_with_symbol(left: str, language: str) -> bool:
    """Whether a figure and the symbol of its unit stand before the full stop."""
    if _SYMBOL.search(left[-8:]):
        return True
    return language not in _NOUNS_WITH_CAPITALS and bool(_OF_TIME.search(left[-8:]))


def _may_begin(right: str, following: str) -> bool:
    """Whether what follows a figure's unit reads as a word with a capital, or of a script that
    has none, and not as a number or a short name in capitals ("12 t. XX", "3 m. NW")."""
    number_or_name = following.isupper() and len(following) <= 4
    return right[0].isalpha() and not right[0].islower() and not number_or_name


def _before_ordinal(left: str, language: str) -> bool:
    """Whether the word before asks for an ordinal ("am 3.", "der 8.")."""
    word = re.search(r"[^\W\d_]+$", left.rstrip())
    asking = {"de": "am vom zum beim der die das dem den des im ins ab bis seit und auf"}
    return word is not None and word[0].casefold() in asking.get(language, "").split()


def _name_before(left: str) -> bool:
    """Whether another initial precedes the one at the end."""
    return bool(re.search(r"[^\W\d_]\.\s*[^\W\d_]\.$", left))


def _first_word(text: str) -> str:
    match = re.match(r"[\"'“„«‘(\[—–-]*\s*([^\W_]+)", text)
    return match[1] if match else ""


def _cased(char: str) -> bool:
    return char.lower() != char.upper()


@lru_cache(maxsize=64)
def _lists(language: str) -> dict[str, frozenset[str]]:
    by_kind = _abbreviations().get(language, {})
    return {kind: frozenset(written.split()) for kind, written in by_kind.items()}


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, dict[str, str]]:
    data = files("reviewer.text").joinpath("data/abbreviations.json").read_text("utf-8")
    languages: dict[str, dict[str, str]] = json.loads(data)["languages"]
    return languages
