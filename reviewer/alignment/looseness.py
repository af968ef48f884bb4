"""How freely a text was translated, measured on the text itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment import parameters
from reviewer.alignment.band import Band
from reviewer.alignment.likeness import Likeness, Likenesses
from reviewer.alignment.search import Step
from reviewer.alignment.vectors import Floats, Ints

_FROM_TO = {"meaning": (0.34, 0.50), "sense": (0.13, 0.20), "tokens": (0.64, 0.87)}
"""The spread (standard deviation over mean) of each likeness over pairs of single sentences, in
nearly all articles of flores-dev at most, and in yearbooks and novels (textberg-dev,
novels-dev)."""

_DOUBT = {"meaning": 25.0, "sense": 25.0, "tokens": 60.0}
"""Pairs that the spread of faithful articles counts for against the text's own."""

_MOST = 1.25


@dataclass(frozen=True, slots=True)
class Freedom:
    """How free a translation is (0: as faithful as that of an article, 1: as free as a novel's),
    and how little of what a machine's translation tells of it is to be trusted (0 to 1)."""

    free: float
    distrust: float = 0.0

    @classmethod
    def untested(cls, free: float) -> Freedom:
        """Where nothing tells how good the machine's translation is."""
        freer = max(min(free, 1.0) - parameters.FREE, 0.0) / (1 - parameters.FREE)
        return cls(free, parameters.UNTESTED * freer)


def freedom(
    path: Sequence[Step], likes: Likenesses, band: Band, *, word_by_word: bool = False
) -> Freedom:
    """How free the translation is, and how far the machine's translation of it is to be doubted.

    A person's freedom makes both uneven, what the machine has in common with the source and what
    an encoder finds; wrong, lost and strange words of the machine the first alone. That is asked
    of the pairs that the encoder holds for each other's best: the machine's failures are not among
    those that the machine does. Where it is in doubt, the encoder tells how free the text is.
    """
    free = looseness(path, likes, band, word_by_word=word_by_word)
    named = dict(likes.named(translated=True))
    places = _single(path, band)
    if "meaning" not in named or not len(places):
        return Freedom(free)
    if "sense" not in named or word_by_word:
        return Freedom.untested(free)
    firm = places[_each_others_best(named["sense"], places)]
    meaning, sense = (
        _between(name, named[name].of_pairs(firm, band)) for name in ("meaning", "sense")
    )
    doubt = distrust(meaning - sense)
    return Freedom((1 - doubt) * free + doubt * min(sense, _MOST), doubt)


def distrust(freer: float) -> float:
    """How little a machine's translation is to be trusted by which a text seems so much freer than
    by an encoder."""
    low, high = parameters.WEAK
    return min(max((freer - low) / (high - low), 0.0), 1.0)


def words_tell(path: Sequence[Step], likes: Likenesses, band: Band) -> bool:
    """Whether vectors of sentences read word by word tell enough to be asked: that most sentences
    beside each other on the path are each other's best by them. Where few words of a free text
    are known they are not, and the vectors harm more than they help."""
    places = _single(path, band)
    if likes.sense is None or not len(places):
        return True
    share = float(_each_others_best(likes.sense, places).mean())
    pairs, doubt = len(places), parameters.WORDS_DOUBT
    return (share * pairs + parameters.WORDS_USUAL * doubt) / (
        pairs + doubt
    ) >= parameters.WORDS_TELL


def looseness(
    path: Sequence[Step], likes: Likenesses, band: Band, *, word_by_word: bool = False
) -> float:
    """0 for a translation as faithful as that of an article, 1 for one as free as a novel's.

    `path` should come from a search in which it costs much to be left alone, so that what is
    unlike each other is there too. A faithful translation is about equally like its source from
    sentence to sentence; in a free one some sentences are very like and others hardly. (How
    like they are on the mean says more about the engine.) An encoder's likeness tells nothing of it
    where it read the sentences `word_by_word`: it is uneven in faithful translations too.
    """
    places = _single(path, band)
    if not len(places):
        return 0.0
    found = []
    for name, like in likes.named(translated=True):
        if name == "meaning" or (name == "sense" and not word_by_word):
            # A sentence whose counterpart is left out stands beside a stranger in such a path.
            firm = _each_others_best(like, places)
            found.append(_between(name, like.of_pairs(places[firm], band)))
    if not found:
        found.append(_between("tokens", likes.tokens.of_pairs(places, band)))
    return float(np.clip(np.mean(found), 0.0, _MOST))


def _single(path: Sequence[Step], band: Band) -> Ints:
    """The beads of one sentence each that are in the band, as rows of a table."""
    single = [
        (rows[0], columns[0])
        for rows, columns, _ in path
        if len(rows) == 1
        and len(columns) == 1
        and band.low[rows[0]] <= columns[0]
        and columns[0] < band.high[rows[0]]
    ]
    return np.array(single, dtype=np.int64).reshape(-1, 2)


def _each_others_best(like: Likeness, places: Ints) -> NDArray[np.bool_]:
    rows, columns = places.T
    result: NDArray[np.bool_] = (like.rivals[0].place[rows] == columns) & (
        like.rivals[1].place[columns] == rows
    )
    return result


def _between(name: str, values: Floats) -> float:
    """Where the spread of the values stands between that of articles and that of novels."""
    low, high = _FROM_TO[name]
    spread = float(values.std() / max(values.mean(), 1e-6)) if len(values) else low
    usual = low * 0.9
    doubt = _DOUBT[name]
    spread = (spread * len(values) + usual * doubt) / (len(values) + doubt)
    return max((spread - low) / (high - low), 0.0)
