"""Names of the source that nothing in the translation answers to.

A name is looked for by its spelling, through transliteration, among the words of the
translation and of its back-translation, and by what CLDR calls countries, languages and
cities. Where the back-translation has another name that nothing explains, that one is taken
for its rendering. Without a back-translation only a name is missed that the same document
renders in a recognisable way elsewhere, or that other translations have here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.common_words import CommonWords
from reviewer.checks.other_names import OtherNames
from reviewer.checks.own_names import is_spelt_as_it_is, names_a_place, own_words, places
from reviewer.checks.pronouns import has_more_pronouns
from reviewer.checks.rows import Key, Rows, Whole
from reviewer.domain import Finding, Pair, Severity
from reviewer.messages import Message, message
from reviewer.text.languages import base
from reviewer.text.names import Name, folded, marks_names, names, words_of
from reviewer.text.spellings import Spellings
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


_UNSPACED = frozenset({"zh", "ja", "th", "ko"})
_NO_WORDS = Spellings(())


@dataclass(frozen=True, slots=True)
class _Row:
    """What is known of one pair: its names, and the words that may answer to them."""

    pair: Pair
    names: tuple[Name, ...]
    source_words: Spellings
    target_words: Spellings
    back_words: Spellings
    another_script: bool


class Names(DocumentCheck):
    """A person, place or organisation of the source that is not in the translation."""

    id = "names"
    title = "Missing name"
    severity = "major"
    its = "omission"
    mqm = "omission"
    reads_back_translation = True
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

    def whole(self, rows: Rows) -> _Document:
        """The names of a translation, and how many of them are recognised."""
        return _Document(rows)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a row says of its names: their words, which of them the translation spells, and which
    only the back-translation does; and the words of those names that nothing answers to."""

    stands: frozenset[str]
    recognised: frozenset[str]
    returned: frozenset[str]
    open: frozenset[str]


_NOTHING = _Facts(frozenset(), frozenset(), frozenset(), frozenset())


class _Document(Whole):
    """In how many rows each word of the names is recognised, and in how many it stands."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._common = CommonWords()
        self._stands: Counter[str] = Counter()
        self._recognised: Counter[str] = Counter()
        self._returned: Counter[str] = Counter()
        self._facts: dict[Key, _Facts] = {}
        self._open: dict[str, set[Key]] = {}
        self._new: set[Key] = set()
        self._was: dict[str, tuple[bool, bool, bool]] = {}
        self._spelt_names = False
        self._all = self._all_recognised = 0

    def add(self, key: Key, pair: Pair) -> None:
        """Take in a row; its names are looked for when all rows are in."""
        if marks_names(pair.source_language):
            self._common.add(key, pair)
            self._new.add(key)

    def remove(self, key: Key, pair: Pair) -> None:
        """Take out a row."""
        if marks_names(pair.source_language):
            self._common.remove(key, pair)
            self._new.add(key)
            self._count(key, _NOTHING)

    def changed(self) -> set[Key]:
        """The rows that came or went, and those with an open name of which the other rows say
        something else than before."""
        new, self._new = self._new | self._common.changed(), set()
        for key in new:
            pair = self.rows.pairs.get(key)
            self._count(key, self._facts_of(key, pair) if pair else _NOTHING)
        was, self._was = self._was, {}
        before, self._spelt_names = self._spelt_names, self.spells_names
        if before != self._spelt_names:
            return new.union(*self._open.values())
        words = (word for word, status in was.items() if status != self._status(word))
        return new.union(*(self._open.get(word, ()) for word in words))

    def found(self, key: Key) -> list[Finding]:
        """One finding for each name of a row that is missed."""
        pair = self.rows.pairs.get(key)
        if pair is None or not self._facts.get(key, _NOTHING).open:
            return []
        common = self._common.of_row(key, pair)
        row = _row(pair, common)
        found = [one for name in row.names if (one := _finding(name, row, self, common))]
        return [one for one in found if not _is_told_as_another(one, pair)] if found else []

    @property
    def spells_names(self) -> bool:
        """Whether the translation spells nearly all names as the source does."""
        return self._all_recognised >= _SPELLS_NAMES * max(self._all, 1)

    def is_translated(self, name: Name) -> bool:
        """Whether the document has the name in other rows too and never spells it: then it is
        translated as a word is ("Earth"), and its absence says nothing."""
        known = [self._status(folded(word)) for word in name.words]
        return any(repeated for repeated, _, _ in known) and not any(seen for _, seen, _ in known)

    def is_recognised_elsewhere(self, name: Name) -> bool:
        """Whether every other row that has the name's words, or nearly, renders them so that
        they can be recognised. Asked for a name that its own row does not render."""
        return any(self._status(folded(word))[2] for word in name.words)

    def _status(self, word: str) -> tuple[bool, bool, bool]:
        """Whether a word stands in more rows than one, is spelt in any, and is in nearly all."""
        stands, seen = self._stands[word], self._recognised[word]
        return (
            stands > 1,
            bool(seen or self._returned[word]),
            seen >= max(_ELSEWHERE, (stands - 1) * _SHARE_ELSEWHERE),
        )

    def _facts_of(self, key: Key, pair: Pair) -> _Facts:
        if pair.relation not in ALIGNED or not pair.source or not pair.target:
            return _NOTHING
        row = _row(pair, self._common.of_row(key, pair))
        stands = frozenset(folded(word) for name in row.names for word in name.words)
        recognised = frozenset(
            word for word in stands
            if row.target_words.have(word, by_sound=row.another_script)
        )  # fmt: skip
        returned = frozenset(
            word for word in stands - recognised if row.back_words.have(word, by_sound=True)
        )
        open_names = (name for name in row.names if not _is_answered(name, row))
        return _Facts(
            stands,
            recognised,
            returned,
            frozenset(folded(word) for name in open_names for word in name.words),
        )

    def _count(self, key: Key, facts: _Facts) -> None:
        """Let a row say this of its names, and nothing of what it said before."""
        before = self._facts.pop(key, _NOTHING)
        if facts != _NOTHING:
            self._facts[key] = facts
        if facts == before:
            return
        for word in before.stands | facts.stands:
            self._was.setdefault(word, self._status(word))
        for count, old, new in (
            (self._stands, before.stands, facts.stands),
            (self._recognised, before.recognised, facts.recognised),
            (self._returned, before.returned, facts.returned),
        ):
            count.subtract(old)
            count.update(new)
        self._all += len(facts.stands) - len(before.stands)
        self._all_recognised += len(facts.recognised) - len(before.recognised)
        for word in before.open:
            self._open[word].discard(key)
        for word in facts.open:
            self._open.setdefault(word, set()).add(key)


def _is_told_as_another(finding: Finding, pair: Pair) -> bool:
    """Whether another check says what stands in the place of a name that is missed."""
    (name,) = finding.source_spans
    others = (span for other in OtherNames().find(pair) for span in other.source_spans)
    return any(name.start <= span.start < name.end for span in others)


def _finding(name: Name, row: _Row, document: _Document, common: frozenset[str]) -> Finding | None:
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
    if has_more_pronouns(row.pair):
        severity, confidence = "info", _PRONOUN
        words = message("“{name}” may have been replaced by a pronoun.", name=written)
    return Finding(
        Names.id,
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
    if row.back_words.all:
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
        return _Row(pair, (), _NO_WORDS, _NO_WORDS, _NO_WORDS, False)
    return _Row(
        pair,
        tuple(own),
        Spellings(words_of(pair.source)),
        _target_words(pair.target, pair.target_language),
        Spellings(words_of(back.text)) if back and back.reliable else _NO_WORDS,
        not _is_latin(pair.target) or not _is_latin(pair.source),
    )


def _target_words(text: str, language: str) -> Spellings:
    """The words; of a language written without spaces also all of them in one."""
    found = words_of(text)
    return Spellings([*found, "".join(found)] if base(language) in _UNSPACED else found)


@lru_cache(maxsize=4096)
def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in letters) * 2 > len(
        letters
    )


def _is_answered(name: Name, row: _Row) -> bool:
    for word in map(folded, name.words):
        if len(word) < _FEWEST_LETTERS or row.back_words.have(word, by_sound=True):
            return True
        if row.target_words.have(word, by_sound=row.another_script):
            return True
    pair = row.pair
    meant = places(" ".join(name.words), pair.source_language)
    if not meant:
        return False
    said = places(pair.target, pair.target_language)
    if pair.back_translation:
        said |= places(pair.back_translation.text, pair.source_language)
    return bool(meant & said)


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
        not row.source_words.have(folded(word), by_sound=by_sound)
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
            _target_words(text, language).have(folded(word), by_sound=not _is_latin(text))
            for word in name.words
        )
        for language, text in pair.others.items()
        if text
    ]
    return len(spelt) >= _WITNESSES and all(spelt)
