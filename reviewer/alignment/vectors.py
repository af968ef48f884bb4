"""Sentences as sparse rows of weighted features, and inner products of such rows in a band."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BITS = 22
"""Features are hashed to this many bits; at 10,000 sentences a collision is rare and harmless."""

_BUCKETS = 1 << BITS
_NOT_WORD = re.compile(r"[\W_]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f]")
_PRIME = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio (Knuth, TAOCP 3, 6.4)
_ROWS_AT_ONCE = 1024

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Row `i` has the features `ids[starts[i]:starts[i + 1]]` (sorted) with these `weights`."""

    starts: Ints
    ids: NDArray[np.int32]
    weights: Floats

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
    return _stacked(parts)


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
    unique, counts = np.unique(found, return_counts=True)
    return _rows_of_keys(unique, np.sqrt(counts).astype(np.float32), len(texts))


def features(bags: Sequence[dict[str, float]]) -> Rows:
    """One row for each bag of named features with their weights."""
    keys: list[int] = []
    weights: list[float] = []
    seen: dict[str, int] = {}
    for index, bag in enumerate(bags):
        for name, weight in bag.items():
            bucket = seen.get(name)
            if bucket is None:
                bucket = seen[name] = _hashed(name)
            keys.append(index << BITS | bucket)
            weights.append(weight)
    order = np.argsort(np.array(keys, dtype=np.int64), kind="stable")
    return _rows_of_keys(
        np.array(keys, dtype=np.int64)[order],
        np.array(weights, dtype=np.float32)[order],
        len(bags),
    )


def _hashed(name: str) -> int:
    value = 0
    for byte in name.encode("utf-8", "surrogatepass"):
        value = (value ^ byte) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 29
    return value >> (64 - BITS)


def _rows_of_keys(keys: Ints, weights: Floats, count: int) -> Rows:
    starts = np.searchsorted(keys >> BITS, np.arange(count + 1))
    ids = (keys & (_BUCKETS - 1)).astype(np.int32)
    return Rows(starts.astype(np.int64), ids, weights)


def _stacked(parts: Sequence[Rows]) -> Rows:
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
    among all their rows."""
    known, place = np.unique(np.concatenate([left.ids, right.ids]), return_inverse=True)
    counts = np.bincount(place, minlength=len(known))
    rare = np.log((len(left) + len(right) + 1.0) / np.maximum(counts, 1)).astype(np.float32)
    weights = rare[place]
    return (
        Rows(left.starts, left.ids, left.weights * weights[: len(left.ids)]),
        Rows(right.starts, right.ids, right.weights * weights[len(left.ids) :]),
    )


def dense_product(
    left: Rows, left_range: tuple[int, int], right: Rows, right_range: tuple[int, int]
) -> Floats:
    """The inner products of all left rows of a range with all right rows of another."""
    (first, last), (low, high) = left_range, right_range
    left_ids = left.ids[left.starts[first] : left.starts[last]]
    right_ids = right.ids[right.starts[low] : right.starts[high]]
    shared = np.intersect1d(left_ids, right_ids)
    if len(shared) == 0 or first == last or low == high:
        return np.zeros((last - first, high - low), dtype=np.float32)
    product: Floats = _dense(left, first, last, shared) @ _dense(right, low, high, shared).T
    return product


def _dense(rows: Rows, first: int, last: int, columns: NDArray[np.int32]) -> Floats:
    begin, end = rows.starts[first], rows.starts[last]
    ids = rows.ids[begin:end]
    place = np.minimum(np.searchsorted(columns, ids), len(columns) - 1)
    known = columns[place] == ids
    row = np.repeat(np.arange(last - first), np.diff(rows.starts[first : last + 1]))
    matrix = np.zeros((last - first, len(columns)), dtype=np.float32)
    # Two names hashed alike in one row: the later weight stands, which is harmless.
    matrix[row[known], place[known]] = rows.weights[begin:end][known]
    return matrix


def neighbour_products(rows: Rows, reach: int) -> Floats:
    """`result[i, lag]` is the inner product of rows `i` and `i - lag` (0 where there is none)."""
    count = len(rows)
    result = np.zeros((count, reach), dtype=np.float32)
    block = 64
    for first in range(0, count, block):
        last = min(first + block, count)
        begin = max(first - reach + 1, 0)
        product = dense_product(rows, (begin, last), rows, (begin, last))
        for lag in range(reach):
            here = np.arange(max(first, lag), last)
            here = here[here - lag >= begin]
            result[here, lag] = product[here - begin, here - lag - begin]
    return result
