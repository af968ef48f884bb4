"""How freely a text was translated, measured on the text itself."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

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
    single = [
        (rows[0], columns[0])
        for rows, columns, _ in path
        if len(rows) == 1
        and len(columns) == 1
        and band.low[rows[0]] <= columns[0]
        and columns[0] < band.high[rows[0]]
    ]
    if not single:
        return 0.0
    places = np.array(single, dtype=np.int64)
    found = []
    for name, like in likes.named(translated=True):
        if name == "meaning" or (name == "sense" and not word_by_word):
            # A sentence whose counterpart is left out stands beside a stranger in such a path.
            firm = _each_others_best(like, places)
            found.append(_between(name, like.of_pairs(places[firm], band)))
    if not found:
        found.append(_between("tokens", likes.tokens.of_pairs(places, band)))
    return float(np.clip(np.mean(found), 0.0, _MOST))


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
