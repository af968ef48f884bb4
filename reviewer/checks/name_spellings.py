"""A name that one translation spells in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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

_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name is spelt: the row, the word of the source and the one of the translation."""

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
            "At most 0.2 % of faithful rows are told; of one-letter changes 0 "
            "to 0.78 are found, least where names take endings."
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
        for name, places in _places(pairs).items():
            if len({place.row for place in places}) >= _FEWEST_ROWS:
                for place, usual in _slips(name, places):
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


def _places(pairs: Sequence[Pair]) -> dict[str, list[_Place]]:
    """The words of names, folded, with the word of each row that is most like it."""
    common = common_words(pairs)
    found: dict[str, list[_Place]] = {}
    for index, pair in enumerate(pairs):
        if pair.relation not in ALIGNED or not pair.target:
            continue
        own = names(pair.source, pair.source_language, common)
        if not own:
            continue
        targets = [(span, folded(span.of(pair.target))) for span in word_spans(pair.target)]
        sources = word_spans(pair.source)
        for name in own:
            for span in sources:
                if span.start < name.span.start or name.span.end < span.end:
                    continue
                word = folded(span.of(pair.source))
                if len(word) < _FEWEST_LETTERS:
                    continue
                best = _most_alike(word, targets)
                if best:
                    place = _Place(index, span, best, best.of(pair.target))
                    found.setdefault(word, []).append(place)
    return found


def _most_alike(word: str, targets: Sequence[tuple[Span, str]]) -> Span | None:
    from rapidfuzz import fuzz

    alike = [(fuzz.ratio(word, other), span) for span, other in targets if are_alike(word, other)]
    return max(alike, key=lambda one: (one[0], -one[1].start))[1] if alike else None


def _slips(name: str, places: Sequence[_Place]) -> Iterator[tuple[_Place, str]]:
    """The places whose spelling is a slip, each with the usual spelling nearest to it."""
    from rapidfuzz.distance import Levenshtein

    counts = Counter(place.written for place in places)
    usual = counts.most_common(1)[0][0]
    as_in_source = folded(usual) == name
    same = {
        written
        for written in counts
        if folded(written) == folded(usual)
        or _is_inflected(written, usual, as_in_source=as_in_source)
    }
    often = sum(counts[written] for written in same)
    for place in places:
        if (
            not place.written[0].isupper()
            or place.written in same
            or counts[place.written] * _USUAL > often
        ):
            continue
        changes, nearest = min(
            (Levenshtein.distance(place.written, other), other) for other in sorted(same)
        )
        if changes <= _MOST_CHANGES:
            yield place, nearest


def _is_inflected(written: str, usual: str, *, as_in_source: bool) -> bool:
    """Whether only the ending differs."""
    if as_in_source:
        return written.startswith(usual)
    shorter = min(len(written), len(usual))
    kept = max(shorter - _ENDING, 3)
    return written[:kept] == usual[:kept]
