"""Names of the source that nothing in the translation answers to.

A name is looked for by its spelling, through transliteration, among the words of the
translation and of its back-translation, and by what CLDR calls countries, languages and
cities. Where the back-translation has another name that nothing explains, that one is taken
for its rendering. Without a back-translation only a name is missed that the same document
renders in a recognisable way elsewhere, that other translations have here, that is spelt and
not translated (`heard_names.py`), or that CLDR calls so and so (`known_places.py`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.common_words import CommonWords
from reviewer.checks.known_places import known_place
from reviewer.checks.name_evidence import (
    NameRow,
    has_another_name,
    have_witnesses,
    is_answered,
    is_heard_in,
    read_row,
    renders_no_name,
)
from reviewer.checks.other_names import OtherNames
from reviewer.checks.own_names import names_a_place, own_words
from reviewer.checks.pronouns import has_more_pronouns
from reviewer.checks.rows import Key, Rows, Whole
from reviewer.domain import Finding, Pair, Severity
from reviewer.messages import Message, message
from reviewer.text.names import Name, folded, marks_names

_TOLD_BY_ENGINE, _TOLD_BY_DOCUMENT, _TOLD_BY_CAPITALS, _PRONOUN = 0.7, 0.6, 0.4, 0.3

_ELSEWHERE = 2
"""Other rows of the document that must render the name so that it can be recognised, where no
back-translation is at hand."""

_SHARE_ELSEWHERE = 0.75
"""Share of its other rows in which it must be recognised."""

_SPELLS_NAMES = 0.65
"""Share of the names' words that a translation must spell so that the rest can be missed."""


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
            "With a back-translation 0.1 to 0.7 % of faithful rows are told and 0.50 to 0.64 of "
            "what was taken out is found; without one 0.1 to 0.5 % and 0.43 to 0.58, into Arabic "
            "0.38 and into Chinese 0.21; into English up to 0.6 % are told "
            "(docs/measurements/checks.md)."
        ),
    )
    compares_sides = True

    def whole(self, rows: Rows) -> _Document:
        """The names of a translation, and how many of them are recognised."""
        return _Document(rows)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a row says of its names: their words, which of them the translation spells, and which
    only the back-translation does; the words of those names that nothing answers to; and how many
    names can be listened for, and are heard."""

    stands: frozenset[str]
    recognised: frozenset[str]
    returned: frozenset[str]
    open: frozenset[str]
    listened_for: int = 0
    heard: int = 0


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
        self._told_of_all = (False, False)
        self._all = self._all_recognised = 0
        self._listened_for = self._heard = 0

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
        before, self._told_of_all = self._told_of_all, (self.spells_names, self.hears_names)
        if before != self._told_of_all:
            return new.union(*self._open.values())
        words = (word for word, status in was.items() if status != self._status(word))
        return new.union(*(self._open.get(word, ()) for word in words))

    def found(self, key: Key) -> list[Finding]:
        """One finding for each name of a row that is missed."""
        pair = self.rows.pairs.get(key)
        if pair is None or not self._facts.get(key, _NOTHING).open:
            return []
        common = self._common.of_row(key, pair)
        row = read_row(pair, common)
        found = [one for name in row.names if (one := _finding(name, row, self, common))]
        return [one for one in found if not _is_told_as_another(one, pair)] if found else []

    @property
    def spells_names(self) -> bool:
        """Whether the translation spells nearly all names as the source does."""
        return self._all_recognised >= _SPELLS_NAMES * max(self._all, 1)

    @property
    def hears_names(self) -> bool:
        """Whether nearly all names that can be listened for are heard, but for the one asked of."""
        others = self._listened_for - 1
        return self._heard >= max(1, _SHARE_ELSEWHERE * others)

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
        row = read_row(pair, self._common.of_row(key, pair))
        stands = frozenset(folded(word) for name in row.names for word in name.words)
        recognised = frozenset(
            word for word in stands
            if row.target_words.have(word, by_sound=row.another_script)
        )  # fmt: skip
        returned = frozenset(
            word
            for word in stands - recognised
            if row.back_words.have(word) or row.back_names.have(word, by_sound=True)
        )
        open_names = (name for name in row.names if not is_answered(name, row))
        heard = [is_heard_in(name, row) for name in row.names if not row.back_words.all]
        return _Facts(
            stands,
            recognised,
            returned,
            frozenset(folded(word) for name in open_names for word in name.words),
            sum(one is not None for one in heard),
            sum(one is True for one in heard),
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
        self._listened_for += facts.listened_for - before.listened_for
        self._heard += facts.heard - before.heard
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


def _finding(
    name: Name, row: NameRow, document: _Document, common: frozenset[str]
) -> Finding | None:
    if is_answered(name, row):
        return None
    told = None if row.back_words.all else _told_of_place(name, row.pair)
    if told is None:
        told = _told(name, row, document, common)
        if told is None or document.is_translated(name):
            return None
        sure = told[1] >= _TOLD_BY_ENGINE and len(name.words) > 1
        if not sure and not own_words(name, row.pair):
            return None
    words, confidence = told
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


def _told_of_place(name: Name, pair: Pair) -> tuple[Message, float] | None:
    """What is said of a place that nothing answers to, where CLDR has a word for it."""
    place = known_place(name, pair.source_language, pair.target_language)
    if place is None:
        return None
    words = message(
        "“{name}” is not in the translation, where “{called}” was looked for.",
        name=" ".join(name.words),
        called=place.called[0],
    )
    return words, _TOLD_BY_CAPITALS


def _told(
    name: Name, row: NameRow, document: _Document, common: frozenset[str]
) -> tuple[Message, float] | None:
    """What is said of a name that nothing answers to, and how sure that is; None: nothing."""
    told = " ".join(name.words)
    pair = row.pair
    if row.back_words.all:
        back = pair.back_translation
        if back and has_another_name(back.text, pair.source_language, row, common):
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
    if have_witnesses(name, pair):
        return (
            message(
                "“{name}” is not in this translation; the other translations have it.", name=told
            ),
            _TOLD_BY_DOCUMENT,
        )
    if names_a_place(name, pair):
        return None
    if document.hears_names and is_heard_in(name, row) is False:
        return (
            message("“{name}” is not in the translation, which spells other names.", name=told),
            _TOLD_BY_CAPITALS,
        )
    if document.spells_names and renders_no_name(row):
        return (
            message("“{name}” is not in the translation, nor is any other name.", name=told),
            _TOLD_BY_CAPITALS,
        )
    return None
