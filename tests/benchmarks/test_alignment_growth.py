"""How the time of an alignment grows where little matches: made-up words, figures, sentences that
are alike or in another order, with and without vectors that tell nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import numpy as np
import pytest

from reviewer.alignment.align import align
from reviewer.alignment.vectors import Vectors
from tests.benchmarks.test_growth import MOST, seconds

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3000)]


def unread(count: int, seed: int) -> list[str]:
    """Sentences of made-up words."""
    draw = random.Random(seed)
    syllables = ("ba", "de", "gi", "lo", "mu", "ra", "te", "ki", "so", "na", "zu", "pe")
    words = ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(4_000)]
    return [" ".join(draw.choices(words, k=9)).capitalize() + "." for _ in range(count)]


def figures(count: int, seed: int) -> list[str]:
    """Sentences of figures only."""
    draw = random.Random(seed)
    return [f"{draw.random()} {draw.randrange(99_999)}." for _ in range(count)]


def alike(count: int, seed: int) -> list[str]:
    """Sentences that differ in a figure."""
    return [f"The house {seed * count + number} is old and green." for number in range(count)]


def shuffled(count: int, seed: int) -> list[str]:
    """The same sentences in another order for each seed."""
    texts = [text.replace("ba", "bo") if seed > 1 else text for text in unread(count, 1)]
    return random.Random(seed).sample(texts, count)


def nothing_read(source: list[str], target: list[str]) -> Vectors:
    """What an encoder that knows no word of either text says of it."""
    return np.zeros((len(source), 256), np.float32), np.zeros((len(target), 256), np.float32)


def noise(source: list[str], target: list[str]) -> Vectors:
    """Vectors that have nothing to do with each other."""
    made = np.random.default_rng(len(source))
    sides = [made.standard_normal((len(side), 256)) for side in (source, target)]
    left, right = (side / np.linalg.norm(side, axis=1, keepdims=True) for side in sides)
    return left.astype(np.float32), right.astype(np.float32)


@pytest.mark.parametrize("vectors", [None, nothing_read, noise])
@pytest.mark.parametrize("texts", [unread, figures, alike, shuffled])
def test_aligning_texts_in_which_little_matches_grows_no_faster_than_they(
    texts: Callable[[int, int], list[str]],
    vectors: Callable[[list[str], list[str]], Vectors] | None,
) -> None:
    took = []
    for count in (2_000, 4_000, 8_000):
        source, target = texts(count, 1), texts(count, 2)
        known = vectors(source, target) if vectors else None
        work = partial(align, source, target, source_language="en", target_language="de")
        took.append(seconds(partial(work, vectors=known)))
    # Of a text that is twice as long words may be learnt, and the search goes through it again.
    ratio = (took[-1] / took[0]) ** (1 / (len(took) - 1))
    steps = " ".join(f"{large / small:.1f}" for small, large in pairwise(took))
    name = vectors.__name__ if vectors else "none"
    print(f"{ratio:.1f} ({steps})  {took[-1]:.1f} s  {texts.__name__}, {name}")
    assert ratio <= MOST
