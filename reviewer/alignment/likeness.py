"""How alike sentences are across the two texts, and what rivals every sentence has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.band import Band
from reviewer.alignment.evidence import Channel
from reviewer.alignment.vectors import Floats

USUAL_LIKENESS = 0.45
"""What a sentence and its machine back-translation usually have in common (cosine); the start
of the estimate for a text. Mean over the recorded engines of flores-dev and textberg-dev."""

USUAL_SENSE = 0.7
"""The same for the vectors of a sentence and its translation."""

_DOUBT = 4.0  # pairs that the usual likeness counts for against the text's own pairs


@dataclass(frozen=True, slots=True)
class Rivals:
    """For each sentence of one side its best partner, and the best one away from that."""

    place: NDArray[np.int64]
    best: Floats
    second: Floats


@dataclass(frozen=True, slots=True)
class Likeness:
    """Cosines of one or two channels, taken together, scaled to the text's usual value."""

    channels: tuple[Channel, ...]
    rivals: tuple[Rivals, Rivals]
    scale: float

    def of_pairs(self, pairs: NDArray[np.int64], band: Band) -> Floats:
        """The likeness of some pairs of single sentences (row, column) in the band."""
        row, column = pairs.T
        place = band.starts[row] + column - band.low[row]
        total = np.zeros(len(pairs), dtype=np.float32)
        present = np.zeros(len(pairs), dtype=np.float32)
        for channel in self.channels:
            size = channel.left_inverse[1][row + 1] * channel.right_inverse[1][column + 1]
            product = channel.prefix[place + 1] - channel.prefix[place]
            total += product.astype(np.float32) * size
            present += size > 0
        total /= np.maximum(present, np.float32(1))
        total *= np.float32(self.scale)
        return total


def likeness(channels: tuple[Channel, ...], band: Band, usual: float | None = None) -> Likeness:
    """Prepare the cosines of the channels.

    With `usual`, scaled so that firm pairs of this text have 1 on the mean; `usual` is what
    such pairs have in other texts.
    """
    cells = np.zeros(int(band.starts[-1]), dtype=np.float32)
    row = np.repeat(np.arange(band.rows), band.high - band.low)
    column = np.concatenate(
        [np.arange(low, high) for low, high in zip(band.low, band.high, strict=True)]
    )
    present = np.zeros_like(cells)
    for channel in channels:
        size = channel.left_inverse[1].take(row + 1) * channel.right_inverse[1].take(column + 1)
        present += size > 0
        cells += channel.cells * size
    cells /= np.maximum(present, 1)
    rivals = _rivals(cells, band)
    scale = 1.0
    if usual is not None:
        own = rivals[0]
        mutual = rivals[1].place[np.minimum(own.place, band.columns - 1)] == np.arange(band.rows)
        mutual &= own.best > 0.15
        total = own.best[mutual].sum() + _DOUBT * usual
        scale = float((mutual.sum() + _DOUBT) / total)
    sides = [_scaled(side, scale) for side in rivals]
    return Likeness(
        channels,
        (sides[0], sides[1]),
        scale,
    )


def _scaled(rivals: Rivals, scale: float) -> Rivals:
    return Rivals(rivals.place, rivals.best * np.float32(scale), rivals.second * np.float32(scale))


def _rivals(cells: Floats, band: Band) -> tuple[Rivals, Rivals]:
    starts = band.starts
    place, best, second = _empty(band.rows)
    column_place, column_best, column_second = _empty(band.columns)
    for row in range(band.rows):
        low, high = int(band.low[row]), int(band.high[row])
        values = cells[starts[row] : starts[row + 1]]
        if high > low:
            top = int(values.argmax())
            place[row], best[row] = low + top, values[top]
            others = np.concatenate([values[: max(top - 2, 0)], values[top + 3 :]])
            second[row] = others.max() if len(others) else 0.0
            better = values > column_best[low:high]
            column_best[low:high][better] = values[better]
            column_place[low:high][better] = row
    for row in range(band.rows):
        low, high = int(band.low[row]), int(band.high[row])
        away = np.abs(column_place[low:high] - row) > 2
        values = np.where(away, cells[starts[row] : starts[row + 1]], 0.0)
        column_second[low:high] = np.maximum(column_second[low:high], values)
    return Rivals(place, best, second), Rivals(column_place, column_best, column_second)


def _empty(count: int) -> tuple[NDArray[np.int64], Floats, Floats]:
    return (
        np.full(count, -1, dtype=np.int64),
        np.zeros(count, dtype=np.float32),
        np.zeros(count, dtype=np.float32),
    )


@dataclass(frozen=True, slots=True)
class Likenesses:
    """The likeness of meaning (through a translation, if there is one), of letters (spelled
    alike), of tokens (names, figures and known words) and of sense (by an encoder's vectors,
    if there are any)."""

    meaning: Likeness | None
    letters: Likeness
    tokens: Likeness
    sense: Likeness | None = None

    def named(self, *, translated: bool) -> Iterator[tuple[str, Likeness]]:
        if translated and self.meaning is not None:
            yield "meaning", self.meaning
        if self.sense is not None:
            yield "sense", self.sense
        yield "letters", self.letters
        yield "tokens", self.tokens
