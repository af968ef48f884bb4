"""In which order the rows stand."""

from __future__ import annotations

import pytest

from reviewer.domain import Segment, Span
from reviewer.review.model.row_order import row_order
from reviewer.store.records import BeadVersion


def segments(words: str) -> list[Segment]:
    """Sentences by their names; one in brackets is page furniture."""
    return [
        Segment(word.strip("[]"), word, 0, Span(0, 1), "furniture" if word[0] == "[" else "body")
        for word in words.split()
    ]


def beads(words: str) -> list[BeadVersion]:
    """Beads as "s1=t1" (in order), "s2~t2" (moved), "s3=" (missing) and "=t3" (added)."""
    made = []
    for word in words.split():
        moved = "~" in word
        left, _, right = word.replace("~", "=").partition("=")
        relation = "moved" if moved else "aligned"
        relation = relation if left and right else "missing" if left else "added"
        names = tuple(filter(None, left.split("+"))), tuple(filter(None, right.split("+")))
        key = (names[0] or names[1])[0]
        made.append(BeadVersion(1, key, *names, relation, 1.0, False))  # type: ignore[arg-type]
    return made


@pytest.mark.parametrize(
    ("source", "target", "pairs", "rows", "moved"),
    [
        ("s1 s2 s3", "t1 t2", "s1=t1 s2= s3=t2", "s1 s2 s3", {}),
        ("s1 s2", "t0 t1 t2 t3", "=t0 s1=t1 =t2 s2=t3", "t0 s1 t2 s2", {}),
        ("s1 s2", "t1 t2 t3 t4", "s1+s2=t1 =t2 =t3 =t4", "s1 t2 t3 t4", {}),
        # What moved stands at its source's place; what was added beside it stays where it is
        # read, and within a moved passage goes with the passage.
        ("s1 s2 s3", "t3 t1 t2", "s3~t3 s1=t1 s2=t2", "s1 s2 s3", {"s3": ""}),
        ("s1 s2 s3", "t1 t3 x t2", "s1=t1 s3~t3 =x s2=t2", "s1 x s2 s3", {"s3": "s1"}),
        (
            "s1 s2 s3 s4",
            "t1 t3 x t4 t2",
            "s1=t1 s3~t3 =x s4~t4 s2=t2",
            "s1 s2 s3 x s4",
            {"s3": "s1", "s4": "s1"},
        ),
        ("s1 s2", "t1 t2 x", "s1=t1 s2~t2 =x", "s1 x s2", {"s2": "s1"}),
        # Page furniture of the translation: at its beginning, within, and at its end.
        ("[m] s1", "[a] t1", "s1=t1", "a m s1", {}),
        ("s1 s2", "t1 [a] t2", "s1=t1 s2=t2", "s1 a s2", {}),
        ("s1 [m]", "t1 [a] [b]", "s1=t1", "s1 m a b", {}),
        ("s1 s2", "t1 [a] x [b]", "s1=t1 s2= =x", "s1 a x s2 b", {}),
        ("s1 s2 s3", "t1 t3 [a] t2", "s1=t1 s3~t3 s2=t2", "s1 a s2 s3", {"s3": "s1"}),
        ("[m]", "[a]", "", "m a", {}),
        ("", "", "", "", {}),
    ],
)
def test_source_order_and_what_only_the_translation_has_behind_what_it_follows(
    source: str, target: str, pairs: str, rows: str, moved: dict[str, str]
) -> None:
    order = row_order(segments(source), segments(target), beads(pairs))
    assert (" ".join(order.keys), dict(order.moved_to)) == (rows, moved)
