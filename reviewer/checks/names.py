"""Names of the source that nothing in the translation answers to.

A name is looked for by its spelling, through transliteration, among the words of the
translation and of its back-translation, and by what CLDR calls countries, languages and
cities. Where the back-translation has another name that nothing explains, that one is taken
for its rendering. Without a back-translation only a name is missed that the same document
renders in a recognisable way elsewhere, or that other translations have here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.own_names import is_spelt_as_it_is, names_a_place, own_words, places
from reviewer.domain import Finding, Message, Pair, Severity, message
from reviewer.text.languages import base, cldr_words
from reviewer.text.names import Name, are_alike, folded, marks_names, names, words_of
from reviewer.text.words import function_words

_TOLD_BY_ENGINE, _TOLD_BY_DOCUMENT, _TOLD_BY_CAPITALS, _PRONOUN = 0.7, 0.6, 0.4, 0.3

_ELSEWHERE = 2
"""Other rows of the document that must render the name so that it can be recognised, where no
back-translation is at hand."""

_SHARE_ELSEWHERE = 0.75
"""Share of its other rows in which it must be recognised."""

_SPELLS_NAMES = 0.65
"""Share of the names' words that a translation must spell so that the rest can be missed."""

_WITNESSES = 2
"""Other translations that must have the name here."""

_FEWEST_LETTERS = 3

_PRONOUNS = {
    "en": "he she it they him her them his its their hers theirs who whom whose",
    "fr": "il elle ils elles lui leur leurs son sa ses eux",
    "es": "él ella ellos ellas le les lo la los su sus",
    "it": "lui lei loro egli essa essi suo sua suoi",
    "pt": "ele ela eles elas lhe lhes seu sua seus",
    "nl": "hij zij ze hem haar hen hun zijn",
    "ru": "он она оно они его её ее ему ей им их",
    "uk": "він вона воно вони його її йому їй їм їх їхній",
    "pl": "on ona ono oni one jego jej ich jemu im",
}
"""Third-person pronouns of source languages: what a name may have been replaced by."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What is known of one pair: its names, and the words that may answer to them."""

    pair: Pair
    names: tuple[Name, ...]
    source_words: tuple[str, ...]
    target_words: tuple[str, ...]
    back_words: tuple[str, ...]
    another_script: bool


class Names(DocumentCheck):
    """A person, place or organisation of the source that is not in the translation."""

    id = "names"
    title = "Missing name"
    severity = "major"
    its = "omission"
    mqm = "omission"
    page = Page(
        finds=message(
            "A person, place or organisation of the source that is in neither "
            "the translation nor its back-translation, judged by what the "
            "document itself teaches."
        ),
        languages=message("sources that write names with a capital"),
        measured=(
            "With a back-translation 0.1 to 0.7 % of faithful rows are told and "
            "0.71 to 0.83 of what was taken out is found; without one 0 to 0.7 "
            "% and 0.01 to 0.40."
        ),
    )
    compares_sides = True

    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """The findings by index into `pairs`, one for each name."""
        if not pairs or not marks_names(pairs[0].source_language):
            return {}
        common = common_words(pairs)
        rows = {
            index: _row(pair, common)
            for index, pair in enumerate(pairs)
            if pair.relation in ALIGNED and pair.source and pair.target
        }
        document = _Document(list(rows.values()))
        found: dict[int, list[Finding]] = {}
        for index, row in rows.items():
            findings = [
                finding
                for name in row.names
                if (finding := _finding(self.id, name, row, document, common))
            ]
            if findings:
                found[index] = findings
        return found


class _Document:
    """In how many rows each word of the names is recognised, and in how many it stands."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._stands: dict[str, int] = {}
        self._recognised: dict[str, int] = {}
        self._returned: set[str] = set()
        for row in rows:
            for word in {folded(word) for name in row.names for word in name.words}:
                self._stands[word] = self._stands.get(word, 0) + 1
                if _is_spelt(word, row.target_words, by_sound=row.another_script):
                    self._recognised[word] = self._recognised.get(word, 0) + 1
                elif _is_spelt(word, row.back_words, by_sound=True):
                    self._returned.add(word)

    @property
    def spells_names(self) -> bool:
        """Whether the translation spells nearly all names as the source does."""
        seen = sum(self._recognised.values())
        return seen >= _SPELLS_NAMES * max(sum(self._stands.values()), 1)

    def is_translated(self, name: Name) -> bool:
        """Whether the document has the name in other rows too and never spells it: then it is
        translated as a word is ("Earth"), and its absence says nothing."""
        words = [folded(word) for word in name.words]
        return any(self._stands.get(word, 0) > 1 for word in words) and not any(
            word in self._recognised or word in self._returned for word in words
        )

    def is_recognised_elsewhere(self, name: Name) -> bool:
        """Whether every other row that has the name's words, or nearly, renders them so that
        they can be recognised. Asked for a name that its own row does not render."""
        for word in map(folded, name.words):
            others = self._stands.get(word, 0) - 1
            seen = self._recognised.get(word, 0)
            if seen >= _ELSEWHERE and seen >= others * _SHARE_ELSEWHERE:
                return True
        return False


def _finding(
    check: str, name: Name, row: _Row, document: _Document, common: frozenset[str]
) -> Finding | None:
    if _is_answered(name, row) or document.is_translated(name):
        return None
    told = _told(name, row, document, common)
    if told is None:
        return None
    words, confidence = told
    sure = confidence >= _TOLD_BY_ENGINE and len(name.words) > 1
    if not sure and not own_words(name, row.pair):
        return None
    severity: Severity = "minor" if confidence <= _TOLD_BY_CAPITALS else "major"
    written = " ".join(name.words)
    if _has_more_pronouns(row.pair):
        severity, confidence = "info", _PRONOUN
        words = message("“{name}” may have been replaced by a pronoun.", name=written)
    return Finding(
        check,
        "missing",
        severity,
        words,
        source_spans=(name.span,),
        rule="name-missing",
        confidence=confidence,
        subject=written.casefold(),
    )


def _told(
    name: Name, row: _Row, document: _Document, common: frozenset[str]
) -> tuple[Message, float] | None:
    """What is said of a name that nothing answers to, and how sure that is; None: nothing."""
    told = " ".join(name.words)
    pair = row.pair
    if row.back_words:
        back = pair.back_translation
        if back and _has_another_name(back.text, pair.source_language, row, common):
            return None
        return (
            message("“{name}” is in neither the translation nor its back-translation.", name=told),
            _TOLD_BY_ENGINE,
        )
    if document.is_recognised_elsewhere(name):
        return (
            message(
                "“{name}” is not in the translation of this sentence, but elsewhere it is.",
                name=told,
            ),
            _TOLD_BY_DOCUMENT,
        )
    if _have_witnesses(name, pair):
        return (
            message(
                "“{name}” is not in this translation; the other translations have it.", name=told
            ),
            _TOLD_BY_DOCUMENT,
        )
    if not document.spells_names or names_a_place(name, pair):
        return None
    if _renders_no_name(row):
        return (
            message("“{name}” is not in the translation, nor is any other name.", name=told),
            _TOLD_BY_CAPITALS,
        )
    if is_spelt_as_it_is(name, pair):
        return (
            message("“{name}” is not in the translation, which spells other names.", name=told),
            _TOLD_BY_CAPITALS,
        )
    return None


def _row(pair: Pair, common: frozenset[str]) -> _Row:
    back = pair.back_translation
    own = names(pair.source, pair.source_language, common)
    if not own:
        return _Row(pair, (), (), (), (), False)
    return _Row(
        pair,
        tuple(own),
        tuple(words_of(pair.source)),
        _target_words(pair.target, pair.target_language),
        tuple(words_of(back.text)) if back and back.reliable else (),
        not _is_latin(pair.target) or not _is_latin(pair.source),
    )


def _target_words(text: str, language: str) -> tuple[str, ...]:
    """The words; of a language written without spaces also all of them in one."""
    found = words_of(text)
    return (*found, "".join(found)) if base(language) in ("zh", "ja", "th", "ko") else tuple(found)


@lru_cache(maxsize=4096)
def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in letters) * 2 > len(
        letters
    )


def _is_answered(name: Name, row: _Row) -> bool:
    for word in map(folded, name.words):
        if len(word) < _FEWEST_LETTERS or _is_spelt(word, row.back_words, by_sound=True):
            return True
        if _is_spelt(word, row.target_words, by_sound=row.another_script):
            return True
    pair = row.pair
    meant = places(" ".join(name.words), pair.source_language)
    if not meant:
        return False
    said = places(pair.target, pair.target_language)
    if pair.back_translation:
        said |= places(pair.back_translation.text, pair.source_language)
    return bool(meant & said)


def _is_spelt(word: str, words: Sequence[str], *, by_sound: bool) -> bool:
    return word in words or any(are_alike(word, other, by_sound=by_sound) for other in words)


def _has_another_name(
    text: str,
    language: str,
    row: _Row,
    common: frozenset[str],
    fewest_letters: int = _FEWEST_LETTERS,
) -> bool:
    """Whether `text` has a name that no word of the source explains: a rendering of the one
    that is looked for, perhaps."""
    by_sound = row.another_script or language == row.pair.source_language
    return any(
        not _is_spelt(folded(word), row.source_words, by_sound=by_sound)
        for other in names(text, language, common, fewest_letters)
        for word in other.words
        if word.casefold() not in common and word.casefold() not in function_words(language)
    )


def _renders_no_name(row: _Row) -> bool:
    """Whether the translation, in a language that marks names, has none that the source does
    not explain."""
    pair = row.pair
    return (
        marks_names(pair.target_language)
        and not row.another_script
        and not _has_another_name(
            pair.target, pair.target_language, row, frozenset(), fewest_letters=1
        )
    )


def _have_witnesses(name: Name, pair: Pair) -> bool:
    """Whether the other translations, at least two and all of them, spell the name."""
    spelt = [
        any(
            _is_spelt(folded(word), _target_words(text, language), by_sound=not _is_latin(text))
            for word in name.words
        )
        for language, text in pair.others.items()
        if text
    ]
    return len(spelt) >= _WITNESSES and all(spelt)


def _has_more_pronouns(pair: Pair) -> bool:
    listed = frozenset(_PRONOUNS.get(base(pair.source_language), "").split())
    back = pair.back_translation
    if not listed or not back:
        return False
    ours, theirs = (
        sum(word.casefold() in listed for word in re.findall(r"\w+", text))
        for text in (pair.source, back.text)
    )
    return theirs > ours


def common_words(pairs: Sequence[Pair]) -> frozenset[str]:
    """Words that are no names: what the document writes in small letters, and what CLDR calls
    languages, peoples among them ("American English"), days and months."""
    texts = [pair.source for pair in pairs]
    texts += [pair.back_translation.text for pair in pairs if pair.back_translation]
    return _common_words(tuple(texts), pairs[0].source_language)


@lru_cache(maxsize=4)
def _common_words(texts: tuple[str, ...], language: str) -> frozenset[str]:
    small = {word for text in texts for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
    return frozenset(small) | cldr_words(language)
