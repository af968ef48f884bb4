"""All that two texts show about which sentence belongs to which, measured once for the search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment import band as bands
from reviewer.alignment import tokens
from reviewer.alignment.band import Band, Firm, Sentences
from reviewer.alignment.cancelling import GoOn, always
from reviewer.alignment.dense import Dense
from reviewer.alignment.lengths import length_ratio
from reviewer.alignment.own_words import OwnWords
from reviewer.alignment.shapes import REACH
from reviewer.alignment.surface import Surface, by_its_habit, surface_of
from reviewer.alignment.token_rows import TokenRows, token_rows
from reviewer.alignment.vectors import (
    Floats,
    Rows,
    by_rarity,
    gram_sizes,
    neighbour_products,
    ngrams,
    normalised,
)
from reviewer.domain import joined
from reviewer.text.words import latin


@dataclass(frozen=True, slots=True)
class Texts:
    """What `align` was given; see there."""

    source: Sequence[str]
    target: Sequence[str]
    source_language: str
    target_language: str
    back: Sequence[str | None] | None = None
    forward: Sequence[str | None] | None = None
    source_headings: frozenset[int] = frozenset()
    target_headings: frozenset[int] = frozenset()
    source_paragraphs: Sequence[int] | None = None
    target_paragraphs: Sequence[int] | None = None
    confirmed: frozenset[tuple[str, str]] = frozenset()
    vectors: tuple[Floats, Floats] | None = None
    word_by_word: bool = False
    tokens: tuple[TokenRows, TokenRows] | None = None

    def mirrored(self) -> Texts:
        """The same with the two sides exchanged."""
        return Texts(
            self.target,
            self.source,
            self.target_language,
            self.source_language,
            self.forward,
            self.back,
            self.target_headings,
            self.source_headings,
            self.target_paragraphs,
            self.source_paragraphs,
            frozenset((target, source) for source, target in self.confirmed),
            self.vectors and (self.vectors[1], self.vectors[0]),
            self.word_by_word,
            self.tokens and (self.tokens[1], self.tokens[0]),
        )


@dataclass(frozen=True, slots=True)
class Channel:
    """One kind of likeness: inner products across, by cell of the band, and within each side.

    `prefix` sums the products up to each cell of the band, all in one line.
    `left_sizes[a, i]` is the squared size of the sum of the `a` rows that end before node `i`,
    `left_inverse` one over its root (0 where there is nothing).
    """

    left: Sentences
    right: Sentences
    prefix: NDArray[np.float64]
    left_sizes: Floats
    right_sizes: Floats
    left_inverse: Floats
    right_inverse: Floats

    @classmethod
    def over(cls, left: Sentences, right: Sentences, band: Band, go_on: GoOn = always) -> Channel:
        return cls._of(
            left,
            right,
            bands.products(left, right, band, go_on),
            _sizes(_near(left)),
            _sizes(_near(right)),
        )

    @classmethod
    def together(cls, left: Sentences, right: Sentences, parts: Sequence[Channel]) -> Channel:
        """The channel of all the features of the parts, which share none, in these rows."""
        return cls._of(
            left,
            right,
            np.sum([part.cells for part in parts], axis=0),
            np.sum([part.left_sizes for part in parts], axis=0),
            np.sum([part.right_sizes for part in parts], axis=0),
        )

    @classmethod
    def _of(
        cls,
        left: Sentences,
        right: Sentences,
        cells: Floats,
        left_sizes: Floats,
        right_sizes: Floats,
    ) -> Channel:
        prefix = np.zeros(len(cells) + 1)
        np.cumsum(cells, dtype=np.float64, out=prefix[1:])
        inverse = _inverse(left_sizes), _inverse(right_sizes)
        return cls(left, right, prefix, left_sizes, right_sizes, *inverse)

    @property
    def cells(self) -> Floats:
        """The products, by cell of the band."""
        result: Floats = np.diff(self.prefix).astype(np.float32)
        return result


def _near(side: Sentences) -> Floats:
    return side.near(REACH) if isinstance(side, Dense) else neighbour_products(side, REACH)


_SMALL = 1e-3  # squared sizes up to this are those of sentences without any feature


def _inverse(sizes: Floats) -> Floats:
    there = sizes > _SMALL
    result: Floats = np.where(there, 1 / np.sqrt(np.where(there, sizes, 1)), 0)
    return result.astype(np.float32)


def _sizes(near: Floats) -> Floats:
    """`result[a, i]`: the squared size of the sum of the `a` rows that end before node `i`."""
    count = len(near)
    result = np.zeros((REACH + 1, count + 1), dtype=np.float32)
    for length in range(1, min(REACH, count) + 1):
        for end in range(length):
            result[length, length:] += near[length - 1 - end : count - end, 0]
            for lag in range(1, length - end):
                result[length, length:] += 2 * near[length - 1 - end : count - end, lag]
    return result


@dataclass(frozen=True, slots=True)
class Evidence:
    """The channels over one band, and the surface of both sides.

    `search` is the part of the band that the search looks into. `translations` holds the
    channels through a machine translation (none, one or two); `covered` says of which sentences
    of either side there is a usable one, or an original to compare one with. `senses` is the
    channel of a sentence encoder's vectors, where there is one; `couples` the cosines, by cell of
    the band, of two neighbours read as one text (the second in the cell's row, or column) with one
    sentence of the other side, where they were read. `repeated` are the sentences
    that stand in their text again and again, which tell nothing of where they belong.
    `strangers` says that the two texts seem to have nothing to do with each other.
    """

    band: Band
    search: Band
    translations: tuple[Channel, ...]
    cognates: Channel
    names: Channel
    figures: Channel
    concepts: Channel
    tokens: Channel
    source: Surface
    target: Surface
    ratio: float
    covered: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    confirmed: tuple[tuple[range, range], ...] = ()
    senses: Channel | None = None
    couples: tuple[Floats, Floats] | None = None
    repeated: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    strangers: bool = False


_Seen = dict[tuple[tuple[str, ...], tuple[int, ...]], Rows]


def gather(texts: Texts, go_on: GoOn = always) -> Evidence:
    """Measure everything for the band that the texts' own firm pairs suggest."""
    pairs: list[tuple[Rows, Rows]] = []
    seen: _Seen = {}
    if texts.back is not None:
        go_on()
        pairs.append(_grams(texts.source, [text or "" for text in texts.back], seen))
    if texts.forward is not None:
        pairs.append(_grams([text or "" for text in texts.forward], texts.target, seen))
    cognates = _grams([latin(t) for t in texts.source], [latin(t) for t in texts.target], seen)
    seen.clear()
    left_rows, right_rows = _token_rows(texts, go_on)
    both = by_rarity(left_rows.all(), right_rows.all())
    senses = texts.vectors and (
        Dense.of(texts.vectors[0], texts.source),
        Dense.of(texts.vectors[1], texts.target),
    )
    firm, strangers = _firm(texts, [*(pairs or [cognates]), both], None if pairs else senses)
    band, search = _bands(texts, firm, strangers=strangers)
    kinds = [
        Channel.over(*by_rarity(*rows), band, go_on)
        for rows in (
            (left_rows.names, right_rows.names),
            (left_rows.figures, right_rows.figures),
            (left_rows.known, right_rows.known),
        )
    ]
    left = tokens.in_usual_marks(texts.source, texts.source_language)
    right = tokens.in_usual_marks(texts.target, texts.target_language)
    source = surface_of(left, texts.source_headings, texts.source_paragraphs)
    target = surface_of(right, texts.target_headings, texts.target_paragraphs)
    return Evidence(
        band=band,
        search=search,
        translations=tuple(Channel.over(left, right, band, go_on) for left, right in pairs),
        cognates=Channel.over(*cognates, band, go_on),
        names=kinds[0],
        figures=kinds[1],
        concepts=kinds[2],
        tokens=Channel.together(*both, kinds),
        source=by_its_habit(source, target),
        target=by_its_habit(target, source),
        ratio=length_ratio(texts.source, texts.target),
        covered=_covered(texts),
        confirmed=_confirmed(texts),
        senses=senses and Channel.over(*senses, band, go_on),
        repeated=(_repeated(texts.source), _repeated(texts.target)),
        strangers=strangers,
    )


_OFTEN = 6  # a text that stands in so many sentences or fewer is no refrain


def _repeated(texts: Sequence[str]) -> frozenset[int]:
    times = Counter(texts)
    return frozenset(number for number, text in enumerate(texts) if times[text] > _OFTEN)


def _grams(left: Sequence[str], right: Sequence[str], seen: _Seen) -> tuple[Rows, Rows]:
    """The n-grams of both sides; those in `seen` (a text in Latin letters comes twice) are
    taken from there."""
    texts = [tuple(normalised(text) for text in side) for side in (left, right)]
    sizes = gram_sizes([*texts[0], *texts[1]])
    sides = []
    for side in texts:
        if (side, sizes) not in seen:
            seen[side, sizes] = ngrams(side, sizes)
        sides.append(seen[side, sizes])
    return by_rarity(sides[0], sides[1])


def with_own_words(
    evidence: Evidence, texts: Texts, words: OwnWords, go_on: GoOn = always
) -> Evidence:
    """The evidence with the words that were found to translate each other among the known ones."""
    left, right = _token_rows(texts, go_on, words)
    concepts = Channel.over(*by_rarity(left.known, right.known), evidence.band, go_on)
    kinds = (evidence.names, evidence.figures, concepts)
    both = by_rarity(left.all(), right.all())
    return replace(evidence, concepts=concepts, tokens=Channel.together(*both, kinds))


def _token_rows(
    texts: Texts, go_on: GoOn, words: OwnWords | None = None
) -> tuple[TokenRows, TokenRows]:
    """The rows of both sides, with these words among the known ones."""
    if texts.tokens and words is None:
        return texts.tokens
    left, right = (
        token_rows(side, language, cased=tokens.has_case(side), go_on=go_on, own=own, known=known)
        for side, language, own, known in zip(
            (texts.source, texts.target),
            (texts.source_language, texts.target_language),
            (words.source, words.target) if words else (None, None),
            texts.tokens or (None, None),
            strict=True,
        )
    )
    return left, right


def _firm(
    texts: Texts, pairs: list[tuple[Rows, Rows]], senses: tuple[Dense, Dense] | None
) -> tuple[Firm, bool]:
    """The firm pairs, and whether they are what texts have in common that have nothing to do with
    each other: an encoder has hardly a firm pair of these."""
    rows, columns = len(texts.source), len(texts.target)
    if not rows or not columns:
        return Firm([], 0), False
    firm = bands.find_anchors(pairs)
    strangers = firm.by_chance(rows, columns)
    if senses is None:
        return firm, strangers
    clear = bands.find_anchors_dense(*senses)
    return clear, strangers and len(clear.chain) < bands.FEWEST_ANCHORS * min(rows, columns)


def _bands(texts: Texts, firm: Firm, *, strangers: bool) -> tuple[Band, Band]:
    """The cells that are measured, and those that are searched."""
    rows, columns = len(texts.source), len(texts.target)
    whole = bands.whole(rows, columns)
    if rows * columns <= bands.SEARCHED_WHOLE or bands.too_few(firm.chain, rows, columns):
        return whole, whole
    band = bands.around(firm.chain, rows, columns, wider=not strangers)
    return (whole if rows * columns <= bands.MEASURED_WHOLE else band), band


def _covered(texts: Texts) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    source = np.zeros(len(texts.source), dtype=bool)
    target = np.zeros(len(texts.target), dtype=bool)
    if texts.back is not None:
        source[:] = True
        target |= np.array([bool(text) for text in texts.back], dtype=bool)
    if texts.forward is not None:
        target[:] = True
        source |= np.array([bool(text) for text in texts.forward], dtype=bool)
    return source, target


def _confirmed(texts: Texts) -> tuple[tuple[range, range], ...]:
    """The runs of sentences on either side whose texts were confirmed as a pair."""
    if not texts.confirmed:
        return ()
    wanted = {target for _, target in texts.confirmed}
    places: dict[str, list[range]] = {}
    for run, text in _runs(texts.target):
        if text in wanted:
            places.setdefault(text, []).append(run)
    partners: dict[str, list[str]] = {}
    for source_text, target_text in sorted(texts.confirmed):
        partners.setdefault(source_text, []).append(target_text)
    return tuple(
        (run, place)
        for run, text in _runs(texts.source)
        for partner in partners.get(text, ())
        for place in places.get(partner, ())
    )


def _runs(texts: Sequence[str]) -> Iterator[tuple[range, str]]:
    for begin in range(len(texts)):
        for end in range(begin + 1, min(begin + REACH, len(texts)) + 1):
            yield range(begin, end), joined(texts[begin:end])
