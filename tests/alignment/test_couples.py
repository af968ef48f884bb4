"""Neighbours that an encoder reads as one text where the alignment is in doubt."""

from __future__ import annotations

import numpy as np
import pytest

from reviewer.alignment import parameters
from reviewer.alignment.align import align
from reviewer.alignment.couples import with_couples
from reviewer.alignment.evidence import Texts, gather
from reviewer.alignment.measures import Measures
from reviewer.alignment.model import likenesses
from reviewer.alignment.sides import Sides
from reviewer.alignment.sums import Nodes
from reviewer.alignment.vectors import Floats, Vectors

ENGLISH = [
    "The town opened its library in May.",
    "Nobody spoke.",
    "The mayor called it a gift to every child of the valley.",
    "Critics had asked for a hospital instead.",
]
GERMAN = [
    "Die Stadt eröffnete im Mai ihre Bibliothek.",
    "Die Bürgermeisterin nannte sie ein Geschenk für jedes Kind des Tals.",
    "Kritiker hatten stattdessen ein Krankenhaus verlangt.",
]
AXES = np.eye(6, dtype=np.float32)
BOTH = (AXES[1] + AXES[2]) / np.float32(np.sqrt(2))
SINGLE: Vectors = (AXES[:4], np.stack([AXES[0], BOTH, AXES[3]]))
"""The second German sentence renders the second English one and the third."""


class Reader:
    """Reads two as one by what is wanted of them, and remembers what it was asked."""

    def __init__(self, **wanted: Floats) -> None:
        self.wanted = wanted
        self.asked: tuple[list[str], list[str]] = ([], [])

    def __call__(self, left: list[str], right: list[str]) -> Vectors:
        self.asked = (left, right)
        rows = [self.wanted.get(text[:6].strip(), AXES[5]) for text in [*left, *right]]
        table = np.array(rows, dtype=np.float32).reshape(-1, 6)
        return table[: len(left)], table[len(left) :]


def texts() -> Texts:
    return Texts(ENGLISH, GERMAN, "en", "de", vectors=SINGLE)


def test_only_neighbours_of_what_is_in_doubt_are_read() -> None:
    read, evidence = Reader(), gather(texts())
    doubt = parameters.IN_DOUBT - 0.01
    path = [((0,), (0,), 1.0), ((1,), (), doubt), ((2,), (1,), 1.0), ((3,), (2,), 1.0)]
    more = with_couples(evidence, texts(), path, read)
    assert read.asked == ([" ".join(ENGLISH[:2]), " ".join(ENGLISH[1:3])], [])
    assert more is not None
    assert more.couples is not None
    assert np.count_nonzero(more.couples[0]) == 2 * len(GERMAN)
    assert not more.couples[1].any()


def test_where_nothing_is_in_doubt_nothing_is_read() -> None:
    read = Reader()
    path = [((n,), (n,), 1.0) for n in range(3)]
    assert with_couples(gather(texts()), texts(), path, read) is None
    assert read.asked == ([], [])


@pytest.mark.parametrize(("both", "sign"), [(AXES[1] + AXES[2], 1), (AXES[2], 0), (AXES[5], -1)])
def test_two_are_one_where_they_are_liker_so_than_either(both: Floats, sign: int) -> None:
    """The vector of "Nobody spoke." with its neighbour against that of the neighbour alone."""
    read = Reader(Nobody=both / np.linalg.norm(both))
    path = [((n,), (), 0.0) for n in range(len(ENGLISH))]
    evidence = with_couples(gather(texts()), texts(), path, read)
    assert evidence is not None
    nodes = Nodes(np.array([3]), np.array([2]))
    measures = Measures(evidence, likenesses(evidence), Sides(evidence), nodes, translated=False)
    found = dict(measures.of((2, 1)))
    assert np.asarray(found["couple"]).tolist() == [1.0]
    assert np.sign(np.round(np.asarray(found["couple needed"]), 1)).tolist() == [sign]


@pytest.mark.parametrize("free", [True, False])
def test_in_a_faithful_translation_too(monkeypatch: pytest.MonkeyPatch, free: bool) -> None:
    monkeypatch.setattr(parameters, "IN_DOUBT", 2.0)
    read = Reader()
    align(
        ENGLISH,
        GERMAN,
        source_language="en",
        target_language="de",
        vectors=SINGLE,
        read_together=read,
        free=free,
    )
    assert read.asked[0]
