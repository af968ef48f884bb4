"""Sentences as sparse rows of weighted features, and inner products of such rows in a band."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.text.words import VOWEL_SIGNS

BITS = 22
"""Features are hashed to this many bits; at 10,000 sentences a collision is rare and harmless."""

_BUCKETS = 1 << BITS
_NOT_WORD = re.compile(rf"(?:[^\w{VOWEL_SIGNS}]|_)+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f]")
_PRIME = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio (Knuth, TAOCP 3, 6.4)
_ROWS_AT_ONCE = 1024
_ROWS_TOGETHER = 512
_IDS_TOGETHER = 1 << 20
_FEW = 20_000  # ids that are sorted sooner than a table for all buckets is made

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

Vectors = tuple[Floats, Floats]
"""A sentence encoder's: one row of length 1 for each text of the source, and of the target."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Row `i` has the features `ids[starts[i]:starts[i + 1]]` with these `weights`.

    All features are below `width`.
    """

    starts: Ints
    ids: NDArray[np.int32]
    weights: Floats
    width: int = _BUCKETS

    def __len__(self) -> int:
        return len(self.starts) - 1


def normalised(text: str) -> str:
    """`text` casefolded, with one space around every word and no punctuation."""
    return f" {_NOT_WORD.sub(' ', text.casefold()).strip()} "


def gram_sizes(texts: Sequence[str]) -> tuple[int, ...]:
    """How long the n-grams should be: shorter where a word has one or two characters."""
    sample = "".join(texts[:200])
    unspaced = len(_UNSPACED.findall(sample))
    return (1, 2, 3) if unspaced > len(sample) / 4 else (3, 4, 5)


def ngrams(texts: Sequence[str], sizes: Sequence[int]) -> Rows:
    """The character n-grams of each text (already normalised), weighted by the root of count."""
    parts = [
        _ngrams_of(texts[start : start + _ROWS_AT_ONCE], sizes)
        for start in range(0, len(texts), _ROWS_AT_ONCE)
    ]
    return stacked(parts)


def _ngrams_of(texts: Sequence[str], sizes: Sequence[int]) -> Rows:
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = codes.astype(np.uint64)
    row = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    keys = []
    for size in sizes:
        count = len(codes) - size + 1
        if count <= 0:
            continue
        mixed = np.full(count, size, dtype=np.uint64)
        for offset in range(size):
            mixed = (mixed ^ codes[offset : offset + count]) * _PRIME
            mixed ^= mixed >> np.uint64(29)
        whole = row[:count] == row[size - 1 :]
        bucket = (mixed >> np.uint64(64 - BITS)).astype(np.int64)
        keys.append((row[:count].astype(np.int64) << BITS | bucket)[whole])
    found = np.concatenate(keys) if keys else np.zeros(0, dtype=np.int64)
    # Sorting and comparing neighbours is several times as fast here as numpy's `unique`.
    found.sort()
    first = np.flatnonzero(np.diff(found, prepend=-1))
    counts = np.diff(first, append=len(found))
    return _rows_of_keys(found[first], np.sqrt(counts).astype(np.float32), len(texts))


def features(bags: Iterable[Mapping[str, float]]) -> Rows:
    """One row for each bag of named features with their weights."""
    seen: dict[str, int] = {}
    names: list[int] = []
    weights: list[float] = []
    sizes: list[int] = []
    for bag in bags:
        sizes.append(len(bag))
        names.extend(seen.setdefault(name, len(seen)) for name in bag)
        weights.extend(bag.values())
    row = np.repeat(np.arange(len(sizes)), sizes)
    bucket = _hashed(list(seen))[np.array(names, dtype=np.int64)]
    return _rows_in_order(row << BITS | bucket, np.array(weights, dtype=np.float32), len(sizes))


def merged(*parts: Rows) -> Rows:
    """Rows with the features of all the parts' rows together (not yet numbered by rarity)."""
    keys = [
        np.repeat(np.arange(len(part)), np.diff(part.starts)) << BITS | part.ids for part in parts
    ]
    return _rows_in_order(
        np.concatenate(keys), np.concatenate([part.weights for part in parts]), len(parts[0])
    )


def _rows_in_order(keys: Ints, weights: Floats, count: int) -> Rows:
    order = np.argsort(keys, kind="stable")
    return _rows_of_keys(keys[order], weights[order], count)


def _hashed(names: Sequence[str]) -> Ints:
    """The bucket of each name, from its bytes in UTF-8."""
    coded = [name.encode("utf-8", "surrogatepass") for name in names]
    sizes = np.array([len(name) for name in coded], dtype=np.int64)
    begins = np.cumsum(sizes) - sizes
    letters = np.frombuffer(b"".join(coded), dtype=np.uint8).astype(np.uint64)
    values = np.zeros(len(coded), dtype=np.uint64)
    for place in range(int(sizes.max(initial=0))):
        longer = np.flatnonzero(sizes > place)
        mixed = (values[longer] ^ letters[begins[longer] + place]) * _PRIME
        values[longer] = mixed ^ (mixed >> np.uint64(29))
    return (values >> np.uint64(64 - BITS)).astype(np.int64)


def _rows_of_keys(keys: Ints, weights: Floats, count: int) -> Rows:
    starts = np.searchsorted(keys >> BITS, np.arange(count + 1))
    ids = (keys & (_BUCKETS - 1)).astype(np.int32)
    return Rows(starts.astype(np.int64), ids, weights)


def stacked(parts: Sequence[Rows]) -> Rows:
    """The rows of all parts, one behind the other (not yet numbered by rarity)."""
    if not parts:
        return Rows(np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32))
    offsets = np.cumsum([0] + [len(part.ids) for part in parts])
    starts = [part.starts[:-1] + offset for part, offset in zip(parts, offsets, strict=False)]
    return Rows(
        np.concatenate([*starts, offsets[-1:]]).astype(np.int64),
        np.concatenate([part.ids for part in parts]),
        np.concatenate([part.weights for part in parts]),
    )


def by_rarity(left: Rows, right: Rows) -> tuple[Rows, Rows]:
    """Both documents with each feature's weight multiplied by the logarithm of how rare it is
    among all their rows, and with the features numbered without gaps."""
    counts, places = _numbered(left.ids, right.ids)
    rare = np.log((len(left) + len(right) + 1.0) / counts).astype(np.float32)
    width = max(len(counts), 1)
    return (
        Rows(left.starts, places[0], left.weights * rare[places[0]], width),
        Rows(right.starts, places[1], right.weights * rare[places[1]], width),
    )


Numbers = NDArray[np.int32]


def _numbered(left: Numbers, right: Numbers) -> tuple[Ints, tuple[Numbers, Numbers]]:
    """How often each different id occurs, in their order, and the number of each in that order."""
    if len(left) + len(right) < _FEW:
        both = np.concatenate([left, right])
        place = np.unique(both, return_inverse=True)[1].astype(np.int32)
        return np.bincount(place), (place[: len(left)], place[len(left) :])
    # Marks in a table of bytes: the wider tables are touched only where something occurs.
    occurs = np.zeros(_BUCKETS, dtype=np.bool_)
    occurs[left] = occurs[right] = True
    different = np.flatnonzero(occurs)
    number = np.empty(_BUCKETS, dtype=np.int32)
    number[different] = np.arange(len(different), dtype=np.int32)
    # One side after the other: in a long text these are the largest tables that there are.
    places = number[left], number[right]
    return times(places[0], len(different)) + times(places[1], len(different)), places


def times(ids: Numbers, width: int) -> Ints:
    """How often each number below `width` occurs; `bincount` alone would take eight bytes for
    every id of a long text."""
    counts = np.bincount(ids[:_IDS_TOGETHER], minlength=width)
    for first in range(_IDS_TOGETHER, len(ids), _IDS_TOGETHER):
        counts += np.bincount(ids[first : first + _IDS_TOGETHER], minlength=width)
    return counts


class Multiplier:
    """Inner products of ranges of rows, by way of small dense tables of what they share."""

    def __init__(self, width: int) -> None:
        self._column = np.full(width, -1, dtype=np.int32)

    def across(
        self, left: Rows, left_range: tuple[int, int], right: Rows, right_range: tuple[int, int]
    ) -> Floats:
        """The products of all left rows of a range with all right rows of another."""
        left_ids, right_ids = _ids(left, left_range), _ids(right, right_range)
        column = self._column
        column[left_ids] = 0
        column[right_ids] = 1
        shared = left_ids[column[left_ids] == 1]
        column[left_ids] = -1
        column[right_ids] = -1
        columns = self._numbered(shared)
        tables = self._dense(left, left_range, columns), self._dense(right, right_range, columns)
        # The library below numpy was seen to flag a product of finite numbers as invalid, now
        # and then on a busy computer; the result was right.
        with np.errstate(invalid="ignore"):
            product: Floats = tables[0] @ tables[1].T
        column[left_ids] = -1
        return product

    def _numbered(self, ids: NDArray[np.int32]) -> int:
        """Give every different one of the ids a column; how many there are."""
        order = np.arange(len(ids), dtype=np.int32)
        self._column[ids] = order
        different = ids[self._column[ids] == order]
        self._column[different] = np.arange(len(different), dtype=np.int32)
        return len(different)

    def _dense(self, rows: Rows, chosen: tuple[int, int], columns: int) -> Floats:
        first, last = chosen
        column = self._column[_ids(rows, chosen)]
        row = np.repeat(np.arange(last - first), np.diff(rows.starts[first : last + 1]))
        known = column >= 0
        table = np.zeros((last - first, columns), dtype=np.float32)
        # Two names hashed alike in one row: the later weight stands, which is harmless.
        weights = rows.weights[rows.starts[first] : rows.starts[last]]
        table[row[known], column[known]] = weights[known]
        return table


def _ids(rows: Rows, chosen: tuple[int, int]) -> NDArray[np.int32]:
    return rows.ids[rows.starts[chosen[0]] : rows.starts[chosen[1]]]


def neighbour_products(rows: Rows, reach: int) -> Floats:
    """`result[i, lag]` is the inner product of rows `i` and `i - lag` (0 where there is none)."""
    count = len(rows)
    result = np.zeros((count, reach), dtype=np.float32)
    often = times(rows.ids, rows.width) > 1
    for first in range(0, count, _ROWS_TOGETHER):
        begin, last = max(first - reach + 1, 0), min(first + _ROWS_TOGETHER, count)
        sizes = np.diff(rows.starts[begin : last + 1])
        some = slice(rows.starts[begin], rows.starts[last])
        ids, weights = rows.ids[some], rows.weights[some]
        owner = np.repeat(np.arange(last - begin), sizes)
        squares = np.bincount(owner, weights.astype(np.float64) ** 2, last - begin)
        result[first:last, 0] = squares[first - begin :]
        repeated = often[ids]
        products = _near_products(ids[repeated], owner[repeated], weights[repeated], reach)
        own = products.reshape(-1, reach)[first - begin :]
        result[first : first + len(own), 1:] = own[:, 1:]
    return result


def _near_products(
    ids: NDArray[np.int32], owner: Ints, weights: Floats, reach: int
) -> NDArray[np.float64]:
    """The products of each row with those less than `reach` rows before it, laid out by lag."""
    # With equal features side by side in the order of their rows, such rows stand less than
    # `reach` places apart.
    order = _order(ids)
    ids, owner, weights = ids[order], owner[order], weights[order]
    total = np.zeros((int(owner.max(initial=-1)) + 1) * reach)
    for apart in range(1, min(reach, len(ids))):
        lag = owner[apart:] - owner[:-apart]
        near = np.flatnonzero((ids[apart:] == ids[:-apart]) & (lag < reach))
        total += np.bincount(
            owner[apart:][near] * reach + lag[near],
            weights[apart:][near] * weights[:-apart][near],
            len(total),
        )
    return total


def _order(ids: NDArray[np.int32]) -> Ints:
    """What puts the ids (below 2 ** 32) in order and leaves equal ones as they are: by their
    halves, for numpy sorts 16 bits in linear time."""
    order: Ints = np.argsort(ids.astype(np.uint16), kind="stable")
    high = (ids >> 16).astype(np.uint16)
    return order[np.argsort(high[order], kind="stable")] if high.any() else order
