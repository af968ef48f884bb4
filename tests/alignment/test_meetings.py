"""Which leftovers are set against each other."""

from __future__ import annotations

import random
from types import SimpleNamespace

import numpy as np
import pytest

from reviewer.alignment import meetings as module
from reviewer.alignment.evidence import Evidence, Texts, gather
from reviewer.alignment.meetings import ALL, meetings
from reviewer.alignment.vectors import Vectors

_SYLLABLES = ("ba", "de", "gi", "lo", "mu", "ra", "te", "ki", "so", "na", "zu", "pe")


def unread(count: int, seed: int) -> list[str]:
    """Sentences of made-up words, in which no two texts agree."""
    draw = random.Random(seed)
    words = ["".join(draw.choices(_SYLLABLES, k=draw.randint(1, 4))) for _ in range(count)]
    return [" ".join(draw.choices(words, k=8)) + "." for _ in range(count)]


def evidence(source: list[str], target: list[str], vectors: Vectors | None = None) -> Evidence:
    return gather(Texts(source, target, "en", "de", vectors=vectors))


def compared(known: Evidence, rows: int, columns: int) -> list[tuple[list[int], list[int]]]:
    parts = meetings(np.arange(rows), np.arange(columns), known)
    return [(row.tolist(), column.tolist()) for row, column in parts]


@pytest.mark.parametrize("columns", [999, 1_000])
def test_up_to_a_thousand_a_side_every_pair_is_compared_once(columns: int) -> None:
    times = np.zeros((1_000, columns), np.int64)
    for rows, others in compared(SimpleNamespace(), 1_000, columns):  # type: ignore[arg-type]
        times[np.ix_(rows, others)] += 1
        assert max(len(rows), len(others)) <= 400
    assert (times == 1).all()
    assert times.size <= ALL


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of 100 sentences count as long."""
    monkeypatch.setattr(module, "ALL", 9_999)
    monkeypatch.setattr(module, "_ROWS", 4)


@pytest.mark.usefixtures("few_are_many")
@pytest.mark.parametrize("kind", ["words", "figures", "vectors that are nothing", "vectors"])
def test_what_is_compared_grows_no_faster_than_the_texts(kind: str) -> None:
    cells = []
    for count in (150, 300, 600):
        texts = unread(count, 1), unread(count, 2)
        vectors: Vectors | None = None
        if kind == "figures":
            draw = random.Random(3)
            sides = ([f"{draw.random()} {draw.random()}." for _ in side] for side in texts)
            texts = next(sides), next(sides)
        elif kind == "vectors that are nothing":
            vectors = (np.zeros((count, 8), np.float32),) * 2
        elif kind == "vectors":
            made = np.random.default_rng(4)
            vectors = (
                made.standard_normal((count, 8)).astype(np.float32),
                made.standard_normal((count, 8)).astype(np.float32),
            )
        parts = compared(evidence(*texts, vectors), count, count)
        cells.append(sum(len(rows) * len(columns) for rows, columns in parts))
        # Four kinds of evidence propose a partner for each of four rows, with two neighbours on
        # either side.
        assert cells[-1] <= count * 4 * 4 * 5
    assert cells[1] <= 2.5 * cells[0]
    assert cells[2] <= 2.5 * cells[1]


@pytest.mark.usefixtures("few_are_many")
@pytest.mark.parametrize("by", ["words", "vectors"])
def test_every_sentence_meets_its_own_wherever_it_stands(by: str) -> None:
    count = 300
    source = unread(count, 5)
    order = random.Random(6).sample(range(count), count)
    vectors = None
    target = [source[place] for place in order]
    if by == "vectors":
        one = np.random.default_rng(7).standard_normal((count, 64)).astype(np.float32)
        vectors, target = (one, one[order]), unread(count, 8)
    met = {
        (row, column)
        for rows, columns in compared(evidence(source, target, vectors), count, count)
        for row in rows
        for column in columns
    }
    own = {(row, column) for column, row in enumerate(order)}
    assert len(own & met) >= 0.98 * count


@pytest.mark.usefixtures("few_are_many")
def test_what_is_said_in_every_sentence_brings_none_together() -> None:
    known = evidence(["The house is old."] * 120, ["Das Haus ist alt."] * 120)
    assert compared(known, 120, 120) == []
