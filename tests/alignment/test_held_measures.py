"""What the alignment measures of small articles and what it makes of that, number by number.

Each number of the room (a bend, a weight, a neighbour that counts) has its part in what stands in
`held_measures.txt`, so that none changes by a slip. After a change on purpose, which is measured
anew as docs/measurements/alignment.md says: HELD=write pytest tests/alignment/test_held_measures.py
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reviewer.alignment import parameters
from reviewer.alignment.align import align
from reviewer.alignment.couples import with_couples
from reviewer.alignment.evidence import Evidence, Texts, gather
from reviewer.alignment.leftovers import Leftovers
from reviewer.alignment.measures import Measures, alone
from reviewer.alignment.model import likenesses
from reviewer.alignment.moves import doubted, find_moves
from reviewer.alignment.search import Step
from reviewer.alignment.shapes import SHAPES
from reviewer.alignment.sides import Sides
from reviewer.alignment.sums import Nodes
from reviewer.alignment.vectors import Floats, Vectors
from reviewer.domain import Bead
from tests.alignment import corpus, everyday

_NUMBER = re.compile(r"-?\d+\.\d+")
TABLE = Path(__file__).with_name("held_measures.txt")

# Headings, marks of all kinds, figures and names that both have or one, short and long sentences,
# one that became two and two that became one.
SOURCE = [
    "Spring in Brenfield",
    "On 12 May 2021 the town of Brenfield opened its library (it cost 4.2 million euros).",
    "“It is a gift,” said Mayor Anna Kessler: “A gift to every child of the valley!”",
    "Nobody spoke.",
    "Who would have thought so in 1998?",
    "Critics had asked for a hospital instead; 300 of them signed, among them Tom Reyes.",
    "The choir of Oslo sang two songs, and NATO’s envoy listened until 8 p.m.",
    "It holds 61,000 books.",
]
TARGET = [
    "Frühling in Brenfield",
    "Die Stadt Brenfield eröffnete am 12. Mai 2021 ihre Bibliothek.",
    "Sie hat 4,2 Millionen Euro gekostet.",
    "„Sie ist ein Geschenk“, sagte Bürgermeisterin Anna Kessler. Niemand sprach.",
    "Wer hätte das 1998 gedacht?",
    "Der Chor aus Oslo sang zwei Lieder, und die Gesandte der NATO hörte bis 20 Uhr zu",
    "Kritiker hatten ein Krankenhaus verlangt, 300 unterschrieben, auch Tom Reyes.",
    "Der Eintritt ist frei, wie Ada Lund (37) versichert!",
]
BACK = [
    "Spring in Brenfield",
    "The town of Brenfield opened its library on 12 May 2021.",
    "It cost 4.2 million euros.",
    "“It is a gift”, said Mayor Anna Kessler. Nobody spoke.",
    None,
    "The choir from Oslo sang two songs, and the NATO envoy listened until 8 p.m.",
    "Critics had demanded a hospital, 300 signed, Tom Reyes too.",
    "Admission is free, as Ada Lund (37) assures!",
]
FORWARD = [
    "Frühling in Brenfield",
    "Am 12. Mai 2021 hat die Stadt Brenfield ihre Bibliothek geöffnet (sie kostete 4,2 Millionen).",
    "„Es ist ein Geschenk“, sagte Bürgermeisterin Anna Kessler: „Ein Geschenk für jedes Kind!“",
    None,
    "Wer hätte das im Jahr 1998 gedacht?",
    "Kritiker hatten stattdessen um ein Krankenhaus gebeten; 300 unterschrieben, auch Tom Reyes.",
    "Der Chor von Oslo sang zwei Lieder, und die Gesandte der NATO lauschte bis 20 Uhr.",
    "Sie enthält 61.000 Bücher.",
]
ARTICLES = ("contract en es", "finance en ja", "letter ar en", "health id en")


def drawn(rows: int, seed: int) -> Floats:
    """Vectors of length 1."""
    table = np.random.default_rng(seed).random((rows, 6)).astype(np.float32) - np.float32(0.3)
    result: Floats = table / np.linalg.norm(table, axis=1, keepdims=True)
    return result


def read_together(left: list[str], right: list[str]) -> Vectors:
    return drawn(len(left), 3), drawn(len(right), 4)


def article() -> Evidence:
    """What is known of the sentences above, with all that there may be beside them."""
    sides = frozenset({0}), frozenset({0})
    paragraphs = (0, 1, 1, 1, 2, 2, 3, 3), (0, 1, 1, 2, 2, 3, 3, 3)
    texts = Texts(
        SOURCE, TARGET, "en", "de", BACK, FORWARD, *sides, *paragraphs,
        frozenset({(SOURCE[3], TARGET[7])}), (drawn(8, 1), drawn(8, 2)),
    )  # fmt: skip
    path = [((n,), (n,), 0.9 if n in (4, 6) else 0.5) for n in range(8)]
    more = with_couples(gather(texts), texts, path, read_together)
    assert more is not None
    return more


def weighed(values: Any, count: int) -> str:
    """One number that changes with any of the values and with their places."""
    there = np.broadcast_to(np.asarray(values, np.float64), count)
    return f"{there @ np.cos(np.arange(count)) + there.mean():.3f}"


def measured() -> Iterator[str]:
    """One line for each feature: a number for each shape of a bead."""
    evidence = article()
    likes, sides = likenesses(evidence), Sides(evidence)
    found: dict[str, list[str]] = {}
    for shape in SHAPES:
        row, column = (
            axis.ravel() + first
            for axis, first in zip(np.indices((9 - shape[0], 9 - shape[1])), shape, strict=True)
        )
        nodes = Nodes(row, column)
        for translated in {False, likes.meaning is not None}:
            measures = Measures(evidence, likes, sides, nodes, translated=translated)
            for name, values in measures.of(shape):
                cell = f"{shape[0]}-{shape[1]} {weighed(values, len(row))}"
                cells = found.setdefault(name, [])
                if cell not in cells:
                    cells.append(cell)
    for side in (0, 1):
        for name, values in alone(side, evidence, likes, translated=likes.meaning is not None):
            found.setdefault(name, []).append(f"side {side} {weighed(values, 8)}")
    for name, cells in found.items():
        yield f"{name} | {', '.join(cells)}"


def left_over() -> Iterator[str]:
    """What sentences that were left alone are worth to each other, and the runs among them."""
    evidence = article()
    likes = likenesses(evidence)
    kinds = (parameters.weights(translated=each, encoded=True).at(0.3) for each in (True, False))
    weights = next(kinds), next(kinds)
    rows, columns = np.array([1, 2, 4, 5, 7]), np.array([0, 2, 3, 4, 6])
    some = Leftovers(rows, columns, evidence, likes, weights)
    for shape, nodes, gain in some.gains():
        yield f"left over {shape} | {len(gain)} {weighed(gain, len(gain))} {nodes.row.sum()}"
    yield f"left over, alike | {np.flatnonzero(some.alike).tolist()}"
    alone: list[Step] = [((n,), (), 0.9) for n in range(8)]
    alone += [((), (n,), 0.8) for n in range(8)]
    crossing: list[Step] = [((6,), (5,), 0.95), ((4,), (3, 4), 0.6), ((7,), (0,), 0.2)]
    crossing += [
        step
        for step in alone
        if step[0] in ((1,), (2,), (3,), (5,)) or step[1] in ((1,), (2,), (6,), (7,))
    ]
    for name, path in (("all alone", alone), ("around what is sure", crossing)):
        moved = find_moves(path, evidence, likes, weights)
        told_moves = [(*map(list, step[:2]), odds(step[2])) for step in moved]
        yield f"moved, {name} | {' '.join(map(str, told_moves))}"
        for moves in (True, False):
            less = doubted(path, evidence, likes, weights, moves=moves)
            yield f"doubted, {name}, {moves} | {' '.join(odds(step[2]) for step in less)}"


def odds(chance: float) -> str:
    """How sure a bead is, told as finely for one that is nearly certain."""
    return f"{np.log((chance + 1e-4) / (1 - chance + 1e-4)):.3f}"


def told(beads: list[Bead]) -> str:
    return ", ".join(
        f"{'+'.join(map(str, bead.source))}-{'+'.join(map(str, bead.target))}"
        f"{bead.relation[0]}{'f' * bead.free} {odds(bead.confidence)}"
        for bead in beads
    )


def aligned() -> Iterator[str]:
    """One line for each article and what is known of it: its beads with the logarithm of odds."""
    for described in ARTICLES:
        one = corpus.article(described)
        beads = align(
            one.source,
            one.target,
            source_language=one.source_language,
            target_language=one.target_language,
        )
        yield f"{described} | {told(beads)}"
    for folder in everyday.FOLDERS:
        for name in everyday.names(folder)[:2]:
            for back in (True, False):
                short = everyday.written(name, folder)
                beads = align(
                    short.source,
                    short.target,
                    source_language=short.source_language,
                    target_language=short.target_language,
                    back_translation=short.back if back else None,
                )
                yield f"{name}{' translated back' * back} | {told(beads)}"
    for free in (True, False):
        more: dict[str, object] = {
            "back_translation": BACK,
            "forward_translation": FORWARD,
            "vectors": (drawn(8, 1), drawn(8, 2)),
            "read_together": read_together,
            "free": free,
        }
        align_all: Callable[..., list[Bead]] = align
        beads = align_all(SOURCE, TARGET, source_language="en", target_language="de", **more)
        yield f"all that may be known, free {free} | {told(beads)}"


def lines() -> list[str]:
    return [*measured(), *left_over(), *aligned()]


def test_each_number_has_its_part_as_before() -> None:
    """What differs by less than another processor's arithmetic may is the same."""
    found = lines()
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    held = TABLE.read_text("utf-8").splitlines()
    assert [_NUMBER.sub("", line) for line in found] == [_NUMBER.sub("", line) for line in held]
    for before, now in zip(held, found, strict=True):
        numbers = list(map(float, _NUMBER.findall(now)))
        assert numbers == pytest.approx(list(map(float, _NUMBER.findall(before))), abs=0.003), now
