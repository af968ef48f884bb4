"""Which leftovers are worth setting against each other: all with all where they are few; of
thousands, those that are each other's likeliest partner, and their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from reviewer.alignment.band import best_of, sharing_rare
from reviewer.alignment.cancelling import GoOn, always
from reviewer.alignment.dense import Dense
from reviewer.alignment.evidence import Channel, Evidence
from reviewer.alignment.leftovers import chosen
from reviewer.alignment.vectors import Ints, Rows

ALL = 1_000_000
"""Pairs up to which all are compared: of texts of 1,000 sentences a side every one."""

_LARGEST = 400  # leftovers a side that are compared at a time, where all are
_ROWS = 64  # leftovers of the source that are compared at a time, where only some are
_BESIDE = 2  # sentences that a moved run may pass over; a bead holds two of a side
_COMPARED = 100_000_000  # pairs of vectors that are compared at most
_AT_ONCE = 256


def meetings(
    rows: Ints, columns: Ints, evidence: Evidence, go_on: GoOn = always
) -> Iterator[tuple[Ints, Ints]]:
    """Parts of the leftovers of either side (their places in the texts, in order) to be compared
    with each other; what they hold together grows with the leftovers and not with their square."""
    if len(rows) * len(columns) <= ALL:
        for first in range(0, len(rows), _LARGEST):
            for left in range(0, len(columns), _LARGEST):
                go_on()
                yield rows[first : first + _LARGEST], columns[left : left + _LARGEST]
        return
    partners = _partners(rows, columns, evidence, go_on)
    near_rows = _with_neighbours((row for row, _ in partners), len(rows))
    for first in range(0, len(near_rows), _ROWS):
        go_on()
        some = near_rows[first : first + _ROWS]
        low, high = np.searchsorted(partners[:, 0], (some[0], some[-1] + 1))
        near_columns = _with_neighbours(partners[low:high, 1].tolist(), len(columns))
        if len(near_columns):
            yield rows[some], columns[near_columns]


def _with_neighbours(places: Iterable[int], count: int) -> Ints:
    """The places below `count`, and those beside them, in order."""
    near = {place + by for place in places for by in range(-_BESIDE, _BESIDE + 1)}
    return np.array(sorted(place for place in near if 0 <= place < count), np.int64)


def _partners(rows: Ints, columns: Ints, evidence: Evidence, go_on: GoOn) -> Ints:
    """The pairs (of places among the leftovers, in order) that are each other's likeliest: by the
    rare features that they share, or by an encoder's vectors."""
    sparse = (*evidence.translations, evidence.cognates, evidence.tokens)
    found = [_by_features(channel, rows, columns) for channel in sparse]
    if evidence.senses is not None:
        found.append(_by_vectors(evidence.senses, rows, columns, go_on))
    pairs: Ints = np.unique(np.concatenate(found), axis=0)
    return pairs


def _by_features(channel: Channel, rows: Ints, columns: Ints) -> Ints:
    left, right = chosen(channel.left, rows), chosen(channel.right, columns)
    assert isinstance(left, Rows)
    assert isinstance(right, Rows)
    keys, scores = sharing_rare(left, right)
    row, column = keys >> 32, keys & 0xFFFFFFFF
    apart = np.abs(row * len(right) - column * len(left))
    mutual = best_of(row, scores, apart) & best_of(column, scores, apart)
    return np.stack([row[mutual], column[mutual]], axis=1)


def _by_vectors(channel: Channel, rows: Ints, columns: Ints, go_on: GoOn) -> Ints:
    """In large texts only some of the rows look for their partner."""
    left, right = channel.left, channel.right
    assert isinstance(left, Dense)
    assert isinstance(right, Dense)
    own, other = (
        side.values[places]
        / np.maximum(np.linalg.norm(side.values[places], axis=1, keepdims=True), 1e-6)
        for side, places in ((left, rows), (right, columns))
    )
    step = -(-len(rows) * len(columns) // _COMPARED)
    looking = np.arange(step // 2, len(rows), step)
    partner = np.full(len(rows), -1, np.int64)
    best = np.zeros(len(columns), np.float32)
    best_row = np.full(len(columns), -1, np.int64)
    for first in range(0, len(looking), _AT_ONCE):
        go_on()
        some = looking[first : first + _AT_ONCE]
        table = own[some] @ other.T
        partner[some] = table.argmax(axis=1)
        nearest = table.argmax(axis=0)
        values = table[nearest, np.arange(len(columns))]
        better = np.flatnonzero(values > best)
        best[better], best_row[better] = values[better], some[nearest[better]]
    mutual = np.flatnonzero(best_row >= 0)
    mutual = mutual[partner[best_row[mutual]] == mutual]
    return np.stack([best_row[mutual], mutual], axis=1)
