"""A name that one translation spells in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.character_spellings import CharacterSpellings
from reviewer.checks.common_words import CommonWords
from reviewer.checks.habits import differing
from reviewer.checks.rows import Key, Rows, Whole
from reviewer.checks.usual_spelling import FEWEST_LETTERS, PUT_BEFORE, UsualSpelling
from reviewer.domain import Finding, Fix, Pair, Span
from reviewer.machine_translation.usual_case import has_small_form
from reviewer.messages import message
from reviewer.text.languages import base
from reviewer.text.names import (
    POSSESSIVE,
    are_alike,
    folded,
    marks_names,
    names,
    with_capitals,
    word_spans,
    words_of,
)
from reviewer.text.scripts import has_spaces
from reviewer.text.sounds import distance, sounds, weight
from reviewer.text.spellings import Spellings
from reviewer.text.words import function_words

_FEWEST_ROWS = 3
"""Rows that must have the name: of two spellings in two rows neither is the usual one."""

_OTHER_SCRIPTS = "\u0370"
"""The first letter of the scripts in which a name is written by its sounds."""

_FAR, _LEAST_TO_HEAR = 0.3, 1.6
"""How far such a word may sound from the name, and what there must be to hear."""

_APOSTROPHE_ENDING = re.compile(r"(?<=\w{3})['’][^\W\d_A-Z]+$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name is spelt in a row: the word of the source and the one of the translation that
    is most like it (an empty span and "" where none is)."""

    source: Span
    target: Span
    written: str


class NameSpellings(DocumentCheck):
    """A spelling that differs by a letter from the one in the other rows.

    Endings are left to inflection, unless the usual spelling is the source's own.
    """

    id = "name-spelling"
    title = "Spelling of a name"
    severity = "minor"
    its = "inconsistency"
    mqm = "inconsistency"
    page = Page(
        finds=message(
            "A name that is spelt in another way than in the other rows of the translation."
        ),
        languages=message("all"),
        measured=(
            "At most 0.5 % of faithful rows are told, all of them true; of one-letter "
            "changes 0.47 to 0.92 are found, least where names take endings."
        ),
    )
    compares_sides = True

    def whole(self, rows: Rows) -> _Names:
        """The names and how they are spelt in each row."""
        return _Names(rows)


class _Names(Whole):
    """How a translation spells each word of the names of its source."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._common = CommonWords()
        self._new: set[Key] = set()
        self._spellings: dict[str, _Spellings | _InCharacters] = {}
        self._of_row: dict[Key, tuple[str, ...]] = {}
        self._touched: dict[str, set[Key]] = {}

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
            self._put(key, {})

    def changed(self) -> set[Key]:
        """The rows that came or went, and those in which another word is a slip now."""
        new, self._new = self._new | self._common.changed(), set()
        for key in new:
            pair = self.rows.pairs.get(key)
            common = self._common.of_row(key, pair) if pair else frozenset[str]()
            self._put(key, places_of_names(pair, common, at_beginnings=True) if pair else {})
        touched, self._touched = self._touched, {}
        changed = set(new)
        for name, keys in touched.items():
            changed |= self._spellings[name].told_anew(keys, self.rows)
        return changed

    def found(self, key: Key) -> list[Finding]:
        """A finding for each slip, with the usual spelling as the fix."""
        slips = (
            slip for name in self._of_row.get(key, ()) for slip in self._spellings[name].slips(key)
        )
        return [_finding(place, usual) for place, usual in sorted(slips, key=_where)]

    def _put(self, key: Key, places: Mapping[str, Sequence[Place]]) -> None:
        """Let a row have these names, and none that it had before."""
        for name in self._of_row.pop(key, ()):
            self._spellings[name].remove(key)
            self._touched.setdefault(name, set()).add(key)
        for name, of_name in places.items():
            if name not in self._spellings:
                spaced = has_spaces(self.rows.pairs[key].target_language)
                self._spellings[name] = (
                    _Spellings(name) if spaced else _InCharacters(name, self.rows)
                )
            self._spellings[name].add(key, of_name)
            self._touched.setdefault(name, set()).add(key)
        if places:
            self._of_row[key] = tuple(places)


Slip = tuple["Place", str]
"""Where a name is misspelt, and the usual spelling nearest to it."""


class _Spellings:
    """The places of one word of a name, and what is a slip there."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._places: dict[Key, Sequence[Place]] = {}
        self._counts: Counter[str] = Counter()
        self._usual: UsualSpelling | None = None
        self._likely: dict[Key, list[Place]] = {}
        self._slips: dict[Key, list[Slip]] = {}

    def add(self, key: Key, places: Sequence[Place]) -> None:
        """Take in the places of a row."""
        self._places[key] = places
        self._counts.update(place.written for place in places if place.written)

    def remove(self, key: Key) -> None:
        """Take out the places of a row."""
        self._counts -= Counter(place.written for place in self._places.pop(key) if place.written)

    def slips(self, key: Key) -> Sequence[Slip]:
        """What is a slip in a row."""
        return self._slips.get(key, ())

    def told_anew(self, keys: Iterable[Key], rows: Rows) -> set[Key]:
        """Look at these rows again, and at all if the name is usually spelt otherwise than
        before. The rows in which another word is a slip now."""
        enough = len(self._places) >= _FEWEST_ROWS
        usual = None
        if enough:
            language = base(rows.pairs[next(iter(self._places))].target_language)
            usual = UsualSpelling.of(self._name, self._counts, language)
        before, self._usual = self._usual, usual
        if usual is None:
            self._likely = {}
        else:
            same = before is not None and before.spells_like(usual)
            for key in keys if same else self._places:
                self._likely.pop(key, None)
                if key in self._places and (likely := self._unlike(key, usual, rows.pairs[key])):
                    self._likely[key] = likely
        told, self._slips = self._slips, {}
        for key, places in self._likely.items():
            slips = [
                (one, form) for one in places if (form := usual and usual.nearest(one.written))
            ]
            if slips:
                self._slips[key] = slips
        return differing(told, self._slips)

    def _unlike(self, key: Key, usual: UsualSpelling, pair: Pair) -> list[Place]:
        """The words of a row that may be a slip of a name."""
        places = self._places[key]
        before = PUT_BEFORE.get(base(pair.target_language), "")
        found = []
        for span in _bare_words(pair.target):
            spans = [span]
            if span.of(pair.target)[:1] in before:
                spans.append(Span(span.start + 1, span.end))
            words = [(one, one.of(pair.target)) for one in spans if one.start < one.end]
            # Arabic للبرازيل is "to" and البرازيل.
            joined = span.of(pair.target)
            if joined[:1] in before and any(joined[1:] == form[1:] for form in usual.forms):
                continue
            if not any(usual.has(written) for _, written in words):
                found += [
                    Place(places[-1].source, one, written)
                    for one, written in words
                    if usual.is_near(written) and not _stands_in(written, pair.source)
                ][:1]
        return found


class _InCharacters:
    """The same in a language without spaces between words, where a name is a run of characters."""

    def __init__(self, name: str, rows: Rows) -> None:
        self._name = name
        self._rows = rows
        self._runs = CharacterSpellings[Key]()
        self._places: dict[Key, Place] = {}
        self._slips: dict[Key, list[Slip]] = {}

    def add(self, key: Key, places: Sequence[Place]) -> None:
        """Take in a row."""
        self._places[key] = places[0]
        self._runs.put(key, self._rows.pairs[key].target)

    def remove(self, key: Key) -> None:
        """Take out a row."""
        del self._places[key]
        self._runs.put(key, None)

    def slips(self, key: Key) -> Sequence[Slip]:
        """What is a slip in a row."""
        return self._slips.get(key, ())

    def told_anew(self, _keys: Iterable[Key], _rows: Rows) -> set[Key]:
        """Look at all rows again: the rows in which another run is a slip now."""
        told, self._slips = self._slips, {}
        usual = self._runs.usual(self._name) if len(self._places) >= _FEWEST_ROWS else ""
        for key, span in self._runs.slips(usual) if usual else ():
            place = Place(self._places[key].source, span, span.of(self._rows.pairs[key].target))
            self._slips[key] = [(place, usual)]
        return differing(told, self._slips)


def _where(slip: Slip) -> tuple[Span, Span, str]:
    return slip[0].target, slip[0].source, slip[1]


def _finding(place: Place, usual: str) -> Finding:
    return Finding(
        NameSpellings.id,
        "name",
        "minor",
        message(
            "“{written}” is spelt “{usual}” in the other rows.",
            written=place.written,
            usual=usual,
        ),
        source_spans=(place.source,),
        target_spans=(place.target,),
        rule="name-spelling",
        confidence=0.8,
        subject=f"{place.written}→{usual}",
        fix=Fix(place.target, usual),
    )


def places_of_names(
    pair: Pair, common: frozenset[str], *, at_beginnings: bool
) -> dict[str, list[Place]]:
    """The words of the names of a pair, folded, with the word of its translation that is most
    like each. `common` words are no names."""
    found: dict[str, list[Place]] = {}
    if pair.relation not in ALIGNED or not pair.target:
        return found
    sources = _spans_of_names(pair, common, at_beginnings=at_beginnings)
    if not sources:
        return found
    targets = [(span, folded(span.of(pair.target))) for span in _bare_words(pair.target)]
    spellings = Spellings(word for _, word in targets)
    other_script = pair.target[:1] >= _OTHER_SCRIPTS and has_spaces(pair.target_language)
    for span in sources:
        word = folded(span.of(pair.source))
        if len(word) < FEWEST_LETTERS:
            continue
        best = _most_alike(word, targets) if spellings.have(word) else None
        if best is None and other_script:
            best = _most_alike_in_sound(word, targets)
        written = best.of(pair.target) if best else ""
        found.setdefault(word, []).append(Place(span, best or Span(0, 0), written))
    return found


def _spans_of_names(pair: Pair, common: frozenset[str], *, at_beginnings: bool) -> list[Span]:
    """The words of names, and `at_beginnings` of sentences those that are hardly anything else."""
    own = names(pair.source, pair.source_language, common)
    known = function_words(pair.source_language)
    return [
        Span(*match.span())
        for match in with_capitals(pair.source)
        if any(name.span.start <= match.start() and match.end() <= name.span.end for name in own)
        or (
            at_beginnings
            and not (word := POSSESSIVE.sub("", match[0])).isupper()
            and len(word) >= FEWEST_LETTERS
            and word.casefold() not in common
            and word.casefold() not in known
            and not has_small_form(word)
        )
    ]


def _bare_words(text: str) -> list[Span]:
    """The words, without what stands behind an apostrophe in small letters (Berlin'de)."""
    spans = word_spans(text)
    if "'" not in text and "’" not in text:
        return spans
    return [
        Span(span.start, span.start + len(_APOSTROPHE_ENDING.sub("", span.of(text))))
        for span in spans
    ]


def _most_alike(word: str, targets: Sequence[tuple[Span, str]]) -> Span | None:
    """The first of the words that are most like it, among those that are alike at all."""
    from rapidfuzz import fuzz
    from rapidfuzz.process import extract

    # From the most alike on, of those that are as much so the first before: few are looked at.
    nearest = extract(word, [other for _, other in targets], scorer=fuzz.ratio, limit=None)
    alike = (targets[place][0] for other, _, place in nearest if are_alike(word, other))
    return next(alike, None)


def _most_alike_in_sound(word: str, targets: Sequence[tuple[Span, str]]) -> Span | None:
    """The word in another script that sounds most like it, if it does at all: Arabic leaves out
    vowels (كوربن, Corbin)."""
    said = sounds(word)
    if weight(said) < _LEAST_TO_HEAR:
        return None
    far, _, best = min(
        (
            (distance(said, (sounds(other),), within=_FAR), number, span)
            for number, (span, other) in enumerate(targets)
        ),
        default=(1.0, 0, None),
    )
    return best if far <= _FAR else None


def _stands_in(written: str, source: str) -> bool:
    """Whether the source has the very word: another name then."""
    return folded(written) in words_of(source)
