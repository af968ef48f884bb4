"""What is kept between two openings comes back as it was, and what makes no sense is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import Block, Segment, Span
from reviewer.messages import message
from reviewer.review.model import coherence
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.index_text import KeptIndex, read, written
from reviewer.review.model.lost_edits import MOST_KEPT, LostEdit, from_setting, kept, still_lost
from reviewer.review.model.row_index import RowIndex
from reviewer.store.records import BeadVersion, DocumentRecord, SegmentVersion
from tests.review.model.test_row_index import BRIEFS, KEYS


@given(st.lists(BRIEFS, min_size=6, max_size=6), st.booleans(), st.integers(0, 3))
def test_an_index_comes_back_as_it_was_written(briefs: Any, lacks: bool, settled: int) -> None:
    said = [message("{n} of {m}", n=1, m="x")]
    one = KeptIndex(
        [1, "a"], RowIndex(KEYS, briefs), {"s1": "a"}, {"t1": "b"}, said, settled, lacks
    )
    values = json.loads(json.dumps(written(one)))
    again = read(values)
    assert again.index.known == briefs
    assert again.index.keys == tuple(KEYS)
    assert (again.stamp, again.source, again.target) == ([1, "a"], {"s1": "a"}, {"t1": "b"})
    assert ([str(each) for each in again.warnings], again.settled, again.untranslated) == (
        ["1 of x"], settled, lacks
    )  # fmt: skip
    for number, other in ((0, 1), (2, "s0 s1"), (2, "s0 s1 s2 s3 s4 s4"), (3, "0"), (6, {"s1": 1})):
        with pytest.raises((ValueError, TypeError)):
            read([*values[:number], other, *values[number + 1 :]])


def edits(*numbers: int) -> list[LostEdit]:
    return [LostEdit(f"s{n}", "One.", "Eins.", f"Zwei {n}.") for n in numbers]


def test_lost_corrections_are_kept_once_and_the_latest_thousand() -> None:
    assert kept(None, []) is None
    assert kept([], []) is None
    two = kept(None, edits(1, 2, 1))
    assert from_setting(two) == edits(1, 2)
    assert from_setting(kept(two, edits(2, 3))) == edits(1, 2, 3)
    many = kept(None, edits(*range(MOST_KEPT + 1)))
    assert from_setting(many) == edits(*range(1, MOST_KEPT + 1))
    assert MOST_KEPT == 1_000


@pytest.mark.parametrize("value", [None, "x", {"row_key": "s1"}, [1], [{"row_key": "s1"}]])
def test_what_is_no_lost_correction_is_passed_over(value: object) -> None:
    assert from_setting(value) == []


def test_a_correction_is_lost_until_its_row_says_it() -> None:
    rows = {"s1": "Zwei 1. Und mehr.", "s2": "Eins."}
    assert still_lost(edits(1, 2, 3), rows.get) == tuple(edits(2, 3))


def record(translation: int) -> DocumentRecord:
    return DocumentRecord(translation, translation, "a.txt", "de", "")


@pytest.mark.parametrize(
    ("numbers", "fit"),
    [((0, 1), True), ((0,), True), ((), False), ((1, 2), False), ((0, 1, 1), False)],
)
def test_a_review_has_a_source_and_its_translations(numbers: tuple[int, ...], fit: bool) -> None:
    if fit:
        coherence.require_documents(map(record, numbers))
    else:
        with pytest.raises(ValueError, match="not a source"):
            coherence.require_documents(map(record, numbers))


def sentences(*spans: tuple[int, int, int], texts: tuple[str, ...] = ("Eins. Zwei.",)) -> Any:
    """A document with these texts as its blocks; each sentence has a block and a span."""
    versions = {
        f"t{n}": SegmentVersion(
            1, Segment(f"t{n}", texts[min(b, len(texts) - 1)][start:end], b, Span(start, end)), n
        )
        for n, (b, start, end) in enumerate(spans)
    }
    return DocumentSentences(1, "de", lambda: [Block(text) for text in texts], versions)


@pytest.mark.parametrize(
    ("span", "fit"),
    [((0, 6, 11), True), ((0, 6, 12), False), ((1, 0, 5), False), ((0, 0, 5), True)],
)
def test_a_sentence_lies_in_its_document(span: tuple[int, int, int], fit: bool) -> None:
    side = sentences((0, 0, 5), span)
    if fit:
        coherence.require_sentences(side)
    else:
        with pytest.raises(ValueError, match="t1"):
            coherence.require_sentences(side)


def bead(key: str, source: str, target: str) -> BeadVersion:
    return BeadVersion(1, key, tuple(source.split()), tuple(target.split()), "aligned", 1.0, False)


@pytest.mark.parametrize(
    ("beads", "fit"),
    [
        ([bead("a", "t0", "t0"), bead("b", "t1", "t1")], True),
        ([bead("a", "t0", "t0 t1")], True),
        ([bead("a", "t0", "t0"), bead("b", "t0", "t1")], False),
        ([bead("a", "t0", "t1"), bead("b", "t1", "t1")], False),
        ([bead("a", "t2", "t0")], False),
        ([bead("a", "t0", "t2")], False),
    ],
)
def test_a_sentence_stands_in_one_row(beads: list[BeadVersion], fit: bool) -> None:
    side = sentences((0, 0, 5), (0, 6, 11))
    rows = {one.key: one for one in beads}
    if fit:
        coherence.require_beads(side, side, rows)
    else:
        with pytest.raises(ValueError, match="sentence t"):
            coherence.require_beads(side, side, rows)


def test_a_new_sentence_has_a_name_and_a_place_of_its_own() -> None:
    side = sentences((0, 0, 5), (0, 6, 11))
    assert side.new_id() == "t2"
    assert side.rank_before("t0") < 0 < side.rank_after("t0") < 1 < side.rank_after("t1")
    assert side.rank_after("t0") == side.rank_before("t1")
    new = Segment("t2", "Neu.", 0, Span(5, 5))
    assert side.apply([SegmentVersion(1, new, side.rank_after("t0"))])
    assert [one.id for one in side.ordered()] == ["t0", "t2", "t1"]
    assert [side.position(name) for name in ("t0", "t2", "t1")] == [0, 1, 2]
    assert side.in_order(["t1", "t0", "t2"]) == ("t0", "t2", "t1")
    assert (side.original("t2"), side.original("t0")) == ("", "Eins.")
    other = SegmentVersion(1, Segment("t0", "Anders.", 0, Span(0, 5)), 0)
    assert not side.apply([other])
    assert (side.original("t0"), side.segment("t0").text) == ("Eins.", "Anders.")
    assert side.live(["t0", "t2"]) == ("t0", "t2")
    assert side.apply([SegmentVersion(1, new, 1.0, present=False)])
    assert "t2" not in side
    assert side.new_id() == "t2"
    assert not side.apply([SegmentVersion(1, new, 1.0, present=False)])
    assert side.apply([SegmentVersion(1, Segment("t0", "Eins.", 0, Span(0, 5)), 7)])
    assert [one.id for one in side.ordered()] == ["t1", "t0"]
