"""The order of the rows after a change is found from the stretch that changed alone."""

from __future__ import annotations

import random

from hypothesis import event, given, settings
from hypothesis import strategies as st

from reviewer.domain import Block, Relation, Segment, Span
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.row_order import row_order
from reviewer.review.model.row_order_update import reordered
from reviewer.store.records import BeadVersion, SegmentVersion

Groups = list[tuple[list[str], list[str]]]


def text(document: int, prefix: str, kinds: list[str]) -> DocumentSentences:
    versions = {
        f"{prefix}{n}": SegmentVersion(
            document,
            Segment(f"{prefix}{n}", f"{prefix}{n}", 0, Span(0, 1), kind),  # type: ignore[arg-type]
            n,
        )
        for n, kind in enumerate(kinds)
    }
    return DocumentSentences(document, "de", lambda: [Block("x")], versions)


def bead(source: list[str], target: list[str], relation: Relation) -> BeadVersion:
    if not (source and target):
        relation = "missing" if source else "added"
    key = (source or target)[0]
    return BeadVersion(2, key, tuple(source), tuple(target), relation, 0.9, False)


def grouped(draw: random.Random, source: list[str], target: list[str], moved: int) -> Groups:
    """Sentences together in order, but for some whose translations have changed places."""
    groups: Groups = []
    source, target = list(source), list(target)
    while source or target:
        left, right = draw.choice([(1, 1), (1, 1), (1, 1), (2, 1), (1, 2), (1, 0), (0, 1)])
        groups.append((source[:left], target[:right]))
        source, target = source[left:], target[right:]
    groups = [group for group in groups if group[0] or group[1]]
    for _ in range(moved):
        one, other = draw.randrange(len(groups)), draw.randrange(len(groups))
        first, second = groups[one], groups[other]
        groups[one], groups[other] = (first[0], second[1]), (second[0], first[1])
    return [group for group in groups if group[0] or group[1]]


def made(draw: random.Random, groups: Groups) -> list[BeadVersion]:
    relations: list[Relation] = [*["aligned"] * 11, "moved"]
    return [bead(left, right, draw.choice(relations)) for left, right in groups]


@settings(max_examples=200)
@given(draw=st.randoms(use_true_random=False), moved=st.integers(0, 1), size=st.integers(8, 40))
def test_it_is_the_order_that_all_rows_have(draw: random.Random, moved: int, size: int) -> None:
    kinds = ["body"] * 9 + ["furniture"]
    source = text(1, "s", [draw.choice(kinds) for _ in range(size)])
    target = text(2, "t", [draw.choice(kinds) for _ in range(size)])
    body = [
        [one.id for one in side.ordered() if one.kind == "body" or draw.random() < 0.1]
        for side in (source, target)
    ]
    old = made(draw, grouped(draw, *body, moved=moved))
    first = draw.randrange(len(old) + 1)
    gone = old[first : first + draw.randrange(5)]
    free = [
        side.in_order({name for one in gone for name in (one.source, one.target)[number]})
        for number, side in enumerate((source, target))
    ]
    new = made(draw, grouped(draw, *map(list, free), moved=draw.random() < 0.3) if gone else [])
    beads = [one for one in old if one not in gone] + new
    of = {name: one for one in beads for name in one.source + one.target}
    before = row_order(source.ordered(), target.ordered(), old)
    after = reordered(before, source, target, of.get, gone + new)
    event(f"found: {after is not None}")
    if after is not None:
        assert after == row_order(source.ordered(), target.ordered(), beads)


def test_a_change_in_a_long_text_is_put_in_order_without_the_rest() -> None:
    source, target = (text(n, prefix, ["body"] * 50) for n, prefix in ((1, "s"), (2, "t")))
    beads = [bead([f"s{n}"], [f"t{n}"], "aligned") for n in range(50)]
    before = row_order(source.ordered(), target.ordered(), beads)
    apart = [bead(["s20"], [], "missing"), bead([], ["t20"], "added")]
    beads[20:21] = apart
    near = {name: one for one in beads[18:24] for name in one.source + one.target}
    after = reordered(before, source, target, near.get, apart)
    assert after == row_order(source.ordered(), target.ordered(), beads)
