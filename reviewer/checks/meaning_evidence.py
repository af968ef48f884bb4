"""What a back-translation tells of a pair: measures, and how they are weighed.

The weights are those of a logistic regression over faithful pairs and pairs with a clause
left out or put in (tests/benchmarks/fit_meaning.py makes them; data/meaning.json holds them).
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect, bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from statistics import fmean

from reviewer.checks.unanswered_words import (
    Run,
    Word,
    answered,
    content,
    heaviest_run,
    unanswered_weight,
)
from reviewer.domain import Span
from reviewer.text.lengths import substance
from reviewer.text.words import latin, words

MEASURES = (
    "other",
    "rest_other",
    "share",
    "length_back",
    "length_target",
    "log_count",
    "log_lost",
    "net",
    "piece_lost",
    "piece_share",
    "begins_piece",
    "ends_piece",
    "noise",
)
"""The measures in the order of the weights. `length_target` is counted from what is usual in
the document, `noise` is what is usual there: see `Usual`."""

PIECE = re.compile(r"[,;:()\[\]\"“”„«»—–،؛，、；：（）]|\s-\s|[.!?。！？](?=\s|$)")
_NAME_LETTERS = 4
"""A word of the translation itself answers a source word only from this length on."""
_PRIOR = 6
"""So many usual pairs are taken as seen before a document's own are."""
_DIGITS = 2
"""Digits of what is usual."""
_STEADY = 0.15
"""Logarithm of the lengths' ratio up to which a back-translation is as long as its source."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """One direction: where the words stand that have no answer, and what was measured.

    `lost` is the run of them that says most; None when all have an answer. `answered` is
    the share of the weight that has one, `count` the number of weighty words.
    """

    lost: Span | None
    answered: float
    count: int
    measures: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A pair and its back-translation: what the source lost and what the translation added."""

    source: Unanswered
    back: Unanswered
    length_back: float
    length_target: float


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a document: languages differ in length, engines in their own words."""

    length_target: float = 0.0
    noise: float = 0.2


@lru_cache(maxsize=12_000)
def evidence(
    source: str, target: str, back: str, source_language: str, target_language: str
) -> Evidence:
    """Compare a pair's source with its back-translation (in the source's language)."""
    forms = (latin(span.of(target)) for span in words(target, target_language))
    also = [form for form in dict.fromkeys(forms) if len(form) >= _NAME_LETTERS]
    theirs, ours = content(back, source_language), content(source, source_language)
    left, right = answered(ours, theirs, also), answered(theirs, ours)
    return Evidence(
        source=_side(source, left, right),
        back=_side(back, right, left),
        length_back=math.log((substance(back) + 5) / (substance(source) + 5)),
        length_target=math.log((substance(target) + 5) / (substance(source) + 5)),
    )


class Measures:
    """What is measured in the pairs of a document, one of which may come or go.

    Only pairs whose back-translation is about as long as the source are taken: where much is
    left out, what is usual must not move with it.
    """

    def __init__(self) -> None:
        self._lengths: list[float] = []
        self._noises: list[float] = []

    def add(self, pair: Evidence) -> None:
        """Take in a pair."""
        if abs(pair.length_back) <= _STEADY:
            insort(self._lengths, pair.length_target)
            insort(self._noises, _noise(pair))

    def remove(self, pair: Evidence) -> None:
        """Take out a pair that was taken in."""
        if abs(pair.length_back) <= _STEADY:
            del self._lengths[bisect_left(self._lengths, pair.length_target)]
            del self._noises[bisect_left(self._noises, _noise(pair))]

    def usual(self) -> Usual:
        """The medians of a document, drawn to the general ones where it has few pairs, and
        rounded: a pair more or less hardly moves them in a long one."""
        plain = Usual()
        if not self._lengths:
            return plain
        trust = len(self._lengths) / (len(self._lengths) + _PRIOR)

        def drawn(values: Sequence[float], general: float) -> float:
            return round(general + trust * (_middle(values) - general), _DIGITS)

        return Usual(drawn(self._lengths, plain.length_target), drawn(self._noises, plain.noise))


def _noise(pair: Evidence) -> float:
    return 1 - fmean((pair.source.answered, pair.back.answered))


def _middle(values: Sequence[float]) -> float:
    """The median of sorted values."""
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def omission_score(pair: Evidence, document: Usual) -> float:
    """Log-odds that something of the source is left out; -inf when nothing can be."""
    return _score(pair.source, pair, document, 1)


def addition_score(pair: Evidence, document: Usual) -> float:
    """Log-odds that the translation says something that the source does not."""
    return _score(pair.back, pair, document, -1)


def measures(side: Unanswered, pair: Evidence, document: Usual, sign: int) -> list[float]:
    """The values of MEASURES; `sign` is 1 for the source and -1 for the back-translation."""
    other, rest, share, count, lost, net, piece, piece_share, begins, ends = side.measures
    return [
        other,
        rest,
        share,
        sign * pair.length_back,
        sign * (pair.length_target - document.length_target),
        count,
        lost,
        net,
        piece,
        piece_share,
        begins,
        ends,
        document.noise,
    ]


@dataclass(frozen=True, slots=True)
class Weights:
    """The regression, and the log-odds from which a finding is made and is a major one."""

    weights: tuple[float, ...]
    constant: float
    finding: float
    major: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Those in data/meaning.json."""
    stored = json.loads(files("reviewer.checks").joinpath("data/meaning.json").read_text("utf-8"))
    return Weights(
        tuple(stored["weights"][name] for name in MEASURES),
        stored["constant"],
        stored["finding"],
        stored["major"],
    )


def _score(side: Unanswered, pair: Evidence, document: Usual, sign: int) -> float:
    if side.lost is None:
        return -math.inf
    model = weights()
    values = measures(side, pair, document, sign)
    return model.constant + sum(w * v for w, v in zip(model.weights, values, strict=True))


def _side(text: str, side: Sequence[Word], other: Sequence[Word]) -> Unanswered:
    total = sum(word.weight for word in side)
    open_weight = unanswered_weight(side)
    run = heaviest_run(side, other)
    return Unanswered(
        Span(side[run.begin].span.start, side[run.end - 1].span.end) if run else None,
        1 - open_weight / total if total else 1.0,
        sum(1 for word in side if word.weight),
        _measures(text, side, other, run, total) if run else (),
    )


def _measures(
    text: str, side: Sequence[Word], other: Sequence[Word], run: Run, total: float
) -> tuple[float, ...]:
    cuts = [match.start() for match in PIECE.finditer(text)]
    pieces = [bisect(cuts, word.span.start) for word in side]
    lost, whole = 0.0, 1.0
    for piece in set(pieces[run.begin : run.end]):
        members = [word for word, place in zip(side, pieces, strict=True) if place == piece]
        weight = unanswered_weight(members)
        if weight > lost:
            lost, whole = weight, sum(word.weight for word in members)
    begins = run.begin == 0 or pieces[run.begin - 1] != pieces[run.begin]
    ends = run.end == len(side) or pieces[run.end] != pieces[run.end - 1]
    return (
        run.other,
        unanswered_weight(other) - run.other,
        run.lost / total,
        math.log1p(sum(1 for word in side[run.begin : run.end] if word.answer is None)),
        math.log1p(run.lost),
        (run.lost - run.kept) / (run.lost + run.other + 0.5),
        lost,
        lost / whole,
        float(begins),
        float(ends),
    )
