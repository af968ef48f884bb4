"""What goes to another process in columns comes back as it was."""

from __future__ import annotations

import pickle
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from reviewer.analysis.columns import packed, unpacked
from reviewer.analysis.result import Comparison, SegmentedDocument
from reviewer.domain import Bead, Block, Document, Segment, Span

SEGMENTS = [Segment(f"s{n}", f"Text {n}.", n, Span(0, n), "body") for n in range(3)]


@pytest.mark.parametrize(
    "items",
    [
        [],
        SEGMENTS,
        [*SEGMENTS, replace(SEGMENTS[0], role="title", span=Span(2**61, -(2**61)))],
        [Bead((0, 1), (), "missing", 0.5), Bead((2,), (0, 3), "aligned", 1.0, fixed=True)],
        [Block("a", codes=("1", "/1")), Block("b", chrome=True, level=2)],
        [1, 2, 2**61],
        [1, 2**62],
        [1, -(2**62), 2**62 - 1],
        [1, -(2**63) - 1],
        [(1,), (-(2**63) - 1,)],
        [1, True],
        [True, True],
        [1.0, 1],
        ["", ""],
        ["a", "b", None],
        [(1,), (), (2, 3)],
        [("a",), (1,)],
        [(True,), (1,)],
        [(2**62,), (1,)],
        [Span(1, 2), "a"],
    ],
    ids=lambda items: repr(items)[:40],
)
def test_columns_give_back_what_they_were_made_of(items: list[Any]) -> None:
    back = list(unpacked(pickle.loads(pickle.dumps(packed(items)))))
    assert back == items
    assert [repr(one) for one in back] == [repr(one) for one in items]


def test_a_side_goes_to_another_process_without_the_bytes_of_its_file() -> None:
    document = Document("a.txt", "text", tuple(Block(s.text) for s in SEGMENTS), b"many", "utf-8")
    side = SegmentedDocument(document, "en", tuple(SEGMENTS), {1: "menu"})
    sent = pickle.loads(pickle.dumps(side))
    assert sent == replace(side, document=replace(document, original=b""))
    comparison = Comparison(side, (Bead((0,), (1,), "moved", 0.5),), ((),))
    assert pickle.loads(pickle.dumps(comparison)) == replace(comparison, side=sent)


def test_a_long_text_takes_less_room_on_its_way_than_its_objects_one_by_one() -> None:
    many = [Segment(f"s{n}", f"Text {n}.", n, Span(0, 9), "body") for n in range(1000)]
    assert room_of(lambda: packed(many)) < room_of(lambda: many) * 0.6


def room_of(made: Callable[[], Any]) -> int:
    """Bytes in use at most while what is made is pickled."""
    tracemalloc.start()
    try:
        pickle.dumps(made())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
