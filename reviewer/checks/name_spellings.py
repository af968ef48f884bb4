"""A name that one translation spells in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.names import common_words
from reviewer.domain import Finding, Fix, Pair, Span, message
from reviewer.text.languages import base
from reviewer.text.names import are_alike, folded, marks_names, names, word_spans

_FEWEST_ROWS = 3
"""Rows that must have the name: of two spellings in two rows neither is the usual one."""

_FEWEST_LETTERS = 5
"""Shorter names differ by a letter from too many words."""

_MOST_CHANGES = 1
"""Letters by which a slip differs from the usual spelling (Levenshtein distance)."""

_ENDING = 2
"""Letters at the end of a word that inflection may change."""

_USUAL = 2
"""Rows that must have the usual spelling for each row that has the other one."""

_LONGEST_ENDING = 6
_APOSTROPHE_ENDING = re.compile(r"(?<=\w{3})['’][^\W\d_A-Z]+$")

_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name is spelt: the row, the word of the source and the one of the translation that
    is most like it (an empty span and "" where none is)."""

    row: int
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
            "At most 0.2 % of faithful rows are told; of one-letter changes 0.38 "
            "to 0.75 are found, least where names take endings."
        ),
    )
    compares_sides = True

    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """The findings by index into `pairs`, with the usual spelling as the fix."""
        if not pairs or not marks_names(pairs[0].source_language):
            return {}
        if base(pairs[0].target_language) in _UNSPACED:
            return {}
        found: dict[int, list[Finding]] = {}
        for name, places in places_of_names(pairs).items():
            if len({place.row for place in places}) >= _FEWEST_ROWS:
                for place, usual in _slips(name, places, pairs):
                    found.setdefault(place.row, []).append(self._finding(place, usual))
        return found

    def _finding(self, place: _Place, usual: str) -> Finding:
        return Finding(
            self.id,
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


def places_of_names(pairs: Sequence[Pair]) -> dict[str, list[_Place]]:
    """The words of names, folded, with the word of each row that is most like it."""
    common = common_words(pairs)
    found: dict[str, list[_Place]] = {}
    for index, pair in enumerate(pairs):
        if pair.relation not in ALIGNED or not pair.target:
            continue
        own = names(pair.source, pair.source_language, common)
        if not own:
            continue
        targets = [(span, folded(span.of(pair.target))) for span in _bare_words(pair.target)]
        sources = word_spans(pair.source)
        for name in own:
            for span in sources:
                if span.start < name.span.start or name.span.end < span.end:
                    continue
                word = folded(span.of(pair.source))
                if len(word) < _FEWEST_LETTERS:
                    continue
                best = _most_alike(word, targets)
                written = best.of(pair.target) if best else ""
                place = _Place(index, span, best or Span(0, 0), written)
                found.setdefault(word, []).append(place)
    return found


def _bare_words(text: str) -> list[Span]:
    """The words, without what stands behind an apostrophe in small letters (Berlin'de)."""
    return [
        Span(span.start, span.start + len(_APOSTROPHE_ENDING.sub("", span.of(text))))
        for span in word_spans(text)
    ]


def _most_alike(word: str, targets: Sequence[tuple[Span, str]]) -> Span | None:
    from rapidfuzz import fuzz

    alike = [(fuzz.ratio(word, other), span) for span, other in targets if are_alike(word, other)]
    return max(alike, key=lambda one: (one[0], -one[1].start))[1] if alike else None


def _slips(
    name: str, places: Sequence[_Place], pairs: Sequence[Pair]
) -> Iterator[tuple[_Place, str]]:
    """The places whose spelling is a slip, each with the usual spelling nearest to it."""
    counts = Counter(place.written for place in places if place.written)
    usual = _Usual.of(name, counts)
    if usual is None:
        return
    named = Counter(place.row for place in places)
    for row, source in {place.row: place.source for place in places}.items():
        pair = pairs[row]
        words = [(span, span.of(pair.target)) for span in _bare_words(pair.target)]
        if sum(usual.has(written) for _, written in words) >= named[row]:
            continue
        for span, written in words:
            nearest = usual.nearest(written)
            if nearest and not _stands_in(written, pair.source):
                yield _Place(row, source, span, written), nearest


@dataclass(frozen=True, slots=True)
class _Usual:
    """How a translation writes a name: its forms, what they begin with, and how often each."""

    forms: frozenset[str]
    stem: str
    often: int
    counts: Mapping[str, int]
    fixed: bool
    """Whether nothing of the stem is an ending: it is the source's own spelling."""

    @classmethod
    def of(cls, name: str, counts: Mapping[str, int]) -> _Usual | None:
        """Those of most places; None where no spelling is the usual one."""
        if not counts:
            return None
        most = max(
            sorted(counts),
            key=lambda one: (sum(counts[form] for form in _forms(one, name, counts)), counts[one]),
        )
        forms = _forms(most, name, counts)
        often = sum(counts[form] for form in forms)
        if often < _USUAL or len(most) < _FEWEST_LETTERS:
            return None
        fixed = folded(most) == name
        return cls(frozenset(forms), _common_beginning(forms), often, counts, fixed)

    def has(self, written: str) -> bool:
        """Whether a word is the name in any form."""
        return written.startswith(self.stem) or written in self.forms

    def nearest(self, written: str) -> str:
        """The form that a word is a slip of: one letter differs, and not in the ending."""
        from rapidfuzz.distance import Levenshtein

        if (
            abs(len(written) - len(self.stem)) > _LONGEST_ENDING
            or len(written) < _FEWEST_LETTERS - 1
            or (written[0].lower() != written[0].upper() and not written[0].isupper())
            or self.counts.get(written, 1) * _USUAL > self.often
        ):
            return ""
        for form in sorted(self.forms, key=lambda one: (-self.counts[one], one)):
            changes = Levenshtein.distance(form, written)
            same = form.casefold() == written.casefold()
            if not same and changes == _MOST_CHANGES and self._is_inside(written, form):
                return form
        return ""

    def _is_inside(self, written: str, form: str) -> bool:
        """Whether the one letter that differs is neither at the end, where inflection changes it
        too, nor put before the word, as Arabic writes "in" and "and"."""
        place = len(_common_beginning([form, written]))
        if len(form) == len(written):
            return self.fixed or place < len(form) - 1
        return 0 < place < len(self.stem) - (not self.fixed)


def _forms(most: str, name: str, counts: Mapping[str, int]) -> set[str]:
    """What may be forms of one spelling: only the ending differs, and not inside it."""
    kept = len(most) if folded(most) == name else max(len(most) - _ENDING, 3)
    return {
        one
        for one in counts
        if one.startswith(most[:kept])
        and (one == most or len(one) != len(most) or one[-1] != most[-1])
    }


def _common_beginning(words: Iterable[str]) -> str:
    ordered = sorted(words)
    first, last = ordered[0], ordered[-1]
    same = (index for index, letter in enumerate(first) if last[index : index + 1] != letter)
    return first[: next(same, len(first))]


def _stands_in(written: str, source: str) -> bool:
    """Whether the source has the very word: another name then."""
    return folded(written) in {folded(span.of(source)) for span in word_spans(source)}
