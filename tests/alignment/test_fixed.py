"""What remains to be aligned beside the beads that a person has fixed."""

from __future__ import annotations

import pytest

from reviewer.alignment.evidence import Texts
from reviewer.alignment.fixed import without_fixed
from reviewer.domain import Bead, Relation

TEXTS = Texts(
    list("abcdef"), list("ABCDEF"), "en", "de", list("012345"), list("543210"),
    frozenset({0, 4}), frozenset({2}), list(range(6)), list(range(6)),
)  # fmt: skip


def fixed(source: tuple[int, ...], target: tuple[int, ...], relation: Relation) -> Bead:
    return Bead(source, target, relation, 1.0, fixed=True)


@pytest.mark.parametrize(
    ("beads", "source", "target"),
    [
        ([fixed((2,), (1,), "aligned")], "a0 b0 d1 e1 f1", "A0 C1 D1 E1 F1"),
        ([fixed((1, 2), (3,), "aligned")], "a0 d1 e1 f1", "A0 B0 C0 E1 F1"),
        (
            [fixed((0,), (0,), "aligned"), fixed((5,), (5,), "aligned")],
            "b1 c1 d1 e1", "B1 C1 D1 E1",
        ),
        # What is missing, added or moved is taken out and is no wall.
        ([fixed((3,), (), "missing")], "a0 b0 c0 e0 f0", "A0 B0 C0 D0 E0 F0"),
        ([fixed((), (3,), "added")], "a0 b0 c0 d0 e0 f0", "A0 B0 C0 E0 F0"),
        ([fixed((1,), (4,), "moved")], "a0 c0 d0 e0 f0", "A0 B0 C0 D0 F0"),
        (
            [fixed((1,), (), "missing"), fixed((2,), (2,), "aligned"), fixed((4,), (0,), "moved")],
            "a0 d1 f1", "B0 D1 E1 F1",
        ),
        # Of beads that cross each other those on the longest chain are walls.
        (
            [fixed((0,), (5,), "aligned"), fixed((2,), (1,), "aligned"),
             fixed((4,), (3,), "aligned")],
            "b0 d1 f2", "A0 C1 E2",
        ),
    ],
)  # fmt: skip
def test_walls_part_what_remains(beads: list[Bead], source: str, target: str) -> None:
    left = without_fixed(TEXTS, beads)
    assert left.limits is not None
    parts = (left.limits.source, left.limits.target)
    sides = zip((left.texts.source, left.texts.target), parts, strict=True)
    assert [
        " ".join(f"{text}{part}" for text, part in zip(texts, own, strict=True))
        for texts, own in sides
    ] == [source, target]
    assert left.texts.source == [TEXTS.source[n] for n in left.source]
    assert left.texts.back == [str(n) for n in left.target]
    assert left.texts.forward == [str(5 - n) for n in left.source]
    assert left.texts.source_paragraphs == list(left.source)
    assert {left.texts.source[n] for n in left.texts.source_headings} == {"a", "e"} & set(
        left.texts.source
    )
    assert {left.texts.target[n] for n in left.texts.target_headings} == {"C"} & set(
        left.texts.target
    )


def test_nothing_stands_together_over_what_was_taken_out() -> None:
    limits = without_fixed(TEXTS, [fixed((2,), (), "missing"), fixed((4,), (4,), "aligned")]).limits
    assert limits is not None
    assert limits.source_runs.tolist() == [0, 0, 1, 8]
    assert limits.target_runs.tolist() == [0, 0, 0, 0, 7]
    assert without_fixed(TEXTS, []).limits is None
