"""The small decisions of an analysis: just below, at and above each number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.alignment.second_look import Text as Looked
from reviewer.alignment.second_look import _as_long, _is_near, _runs, without_unanswered
from reviewer.analysis.aligning import _by_cell, _joined
from reviewer.analysis.result import Comparison, SegmentedDocument
from reviewer.analysis.said_languages import _are_exchanged, _otherwise, _Side
from reviewer.analysis.steps import Steps
from reviewer.analysis.wrongly_set_aside import _is_answer, _left_of
from reviewer.domain import BOXED, BackTranslation, Bead, Block, Document, Relation, Segment, Span
from reviewer.processes import Cancelled
from reviewer.text.speech import Speech

ENGLISH = _Side("a.txt", "en", "de", 0.9, 100)
GERMAN = _Side("b.txt", "de", "en", 0.7, 100)


@pytest.mark.parametrize(
    ("source", "translation", "exchanged"),
    [
        (ENGLISH, GERMAN, True),
        (ENGLISH._replace(sure=0.7), GERMAN, True),
        (ENGLISH._replace(sure=0.69), GERMAN, False),
        (ENGLISH, GERMAN._replace(sure=0.69), False),
        (ENGLISH._replace(found="fr"), GERMAN, False),
        (ENGLISH._replace(found="en"), GERMAN._replace(found="de"), False),
    ],
)
def test_whether_the_languages_are_exchanged(
    source: _Side, translation: _Side, exchanged: bool
) -> None:
    assert _are_exchanged(source, translation) is exchanged


@pytest.mark.parametrize(
    ("side", "others", "told"),
    [
        (ENGLISH, ["fr"], True),
        (ENGLISH._replace(sure=0.89), ["fr"], False),
        (ENGLISH._replace(letters=99), ["fr"], False),
        (ENGLISH, ["fr", "de"], False),
        (ENGLISH._replace(found="en"), [], False),
        (ENGLISH._replace(said=""), [], False),
        (ENGLISH._replace(found=""), [], False),
        (ENGLISH._replace(said="nb", found="da"), [], False),
        (ENGLISH._replace(said="nb", found="sv"), [], True),
    ],
)
def test_whether_a_text_reads_otherwise_than_it_is_said_to(
    side: _Side, others: list[str], told: bool
) -> None:
    assert bool(_otherwise(side, others)) is told


def test_progress_is_told_in_shares_and_never_goes_back() -> None:
    told: list[tuple[str, float]] = []
    steps = Steps(4, lambda words, share: told.append((words, share)), None)
    steps.begin("one")
    steps.within(0.5)
    steps.skip()
    steps.begin("three")
    steps.within(1.0)
    steps._done = 0
    steps.within(0.5)
    steps._done = 9
    steps.within(0.0)
    assert told == [
        ("one", 0.0), ("one", 0.125), ("three", 0.5), ("three", 0.75), ("three", 0.75),
        ("three", 1.0),
    ]  # fmt: skip


def test_it_stops_where_it_is_asked_to() -> None:
    wanted = [False]
    steps = Steps(2, None, lambda: wanted[0])
    steps.begin("one")
    wanted[0] = True
    assert steps.stopped()
    with pytest.raises(Cancelled):
        steps.within(0.1)
    assert not Steps(2, None, None).stopped()


def side(*roles: str, kinds: str = "", blocks: str = "") -> SegmentedDocument:
    """A side with a segment for each role, in blocks of its own unless `blocks` numbers them."""
    numbers = list(map(int, blocks)) if blocks else list(range(len(roles)))
    segments = tuple(
        Segment(
            f"s{n}", "x", numbers[n], Span(0, 1),
            "furniture" if kinds[n : n + 1] == "f" else "body", role,  # type: ignore[arg-type]
        )
        for n, role in enumerate(roles)
    )  # fmt: skip
    document = Document("a", "html", tuple(Block("x") for _ in roles), b"")
    return SegmentedDocument(document, "en", segments)


CELL = "table_cell"


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        (side(CELL, CELL), side(CELL, CELL), True),
        (side(CELL, "paragraph"), side(CELL, CELL), False),
        (side(CELL, CELL), side("paragraph", CELL), False),
        (side(CELL, CELL, blocks="00"), side(CELL, CELL), False),
        (side(CELL, CELL), side(CELL, CELL, blocks="11"), False),
    ],
)
def test_as_many_cells_on_both_sides_are_compared_each_with_its_own(
    left: SegmentedDocument, right: SegmentedDocument, parted: bool
) -> None:
    bead = Bead((0, 1), (0, 1), "aligned", 0.9)
    found = [(one.source, one.target) for one in _by_cell(left, right, bead)]
    assert found == ([((0,), (0,)), ((1,), (1,))] if parted else [((0, 1), (0, 1))])
    lone = Bead((0, 1), (0,), "aligned", 0.9)
    assert list(_by_cell(left, right, lone)) == [lone]


@pytest.mark.parametrize(
    ("kinds", "source", "target", "relation"),
    [
        (("bb", "bb"), (0, 1), (0, 1), "aligned"),
        (("fb", "bb"), (1,), (0, 1), "aligned"),
        (("bb", "bf"), (0, 1), (0,), "aligned"),
        (("bb", "ff"), (0, 1), (), "missing"),
        (("bf", "ff"), (0,), (), "missing"),
        (("ff", "bf"), (), (0,), "added"),
        (("ff", "ff"), None, None, "missing"),
    ],
)
def test_what_is_left_of_a_bead_without_furniture(
    kinds: tuple[str, str],
    source: tuple[int, ...] | None,
    target: tuple[int, ...] | None,
    relation: Relation,
) -> None:
    roles = ("paragraph", "paragraph")
    bead = Bead((0, 1), (0, 1), "aligned", 0.9)
    left = _left_of(bead, side(*roles, kinds=kinds[0]), side(*roles, kinds=kinds[1]))
    if source is None:
        assert left is None
    else:
        assert left == replace(bead, source=source, target=target, relation=relation)


def test_a_speech_is_one_whole_unless_its_clause_stands_elsewhere() -> None:
    first, second = Speech(1, 3, ()), Speech(5, 6, ())
    together = [(0,), (1, 2, 3), (4,), (5, 6), (7,)]
    assert _joined(range(8), [first, second], set()) == together
    apart = [(0,), (1, 2, 3), (4,), (5,), (6,), (7,)]
    assert _joined(range(8), [first, second], {second}) == apart
    assert _joined([0, 4], [], set()) == [(0,), (4,)]


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("a" * 10, "b" * 25, True),
        ("a" * 25, "b" * 10, True),
        ("a" * 10, "b" * 26, False),
        ("", "b", True),
        ("", "bb", True),
        ("", "bbb", False),
    ],
)
def test_two_texts_of_about_one_length(one: str, other: str, fit: bool) -> None:
    assert _as_long(one, other) is fit


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ((1, 1), (3, 3), True),
        ((1, 1), (4, 3), False),
        ((3, 4), (3, 1), False),
        ((2, 2), (1, 1), True),
    ],
)
def test_two_pairs_stand_near_each_other(
    one: tuple[int, int], other: tuple[int, int], near: bool
) -> None:
    assert _is_near(one, other) is near


def blocks(words: str) -> list[Block]:
    """Blocks by a letter: b a box, n a name, c chrome, h a heading, t text."""
    made = {
        "b": Block("x", reason=BOXED), "n": Block("x", reason="named"),
        "o": Block("x", reason="outside"), "c": Block("x", chrome=True, reason="links"),
        "h": Block("x", role="heading"), "t": Block("x"),
    }  # fmt: skip
    return [made[letter] for letter in words]


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("oo", [{0, 1}]),
        ("oto", [{0}, {2}]),
        ("oco", [{0, 2}]),
        ("ohco", [{0, 3}]),
        ("ohcho", [{0}, {4}]),
        ("ob", [{0}, {1}]),
        ("bn", [{0, 1}]),
        ("onb", [{0}, {1, 2}]),
    ],
)
def test_blocks_in_doubt_that_follow_each_other(words: str, runs: list[set[int]]) -> None:
    numbers = {n for n, letter in enumerate(words) if letter in "bno"}
    assert _runs(blocks(words), numbers) == runs


@pytest.mark.parametrize(
    ("words", "matched", "out"),
    [
        # Half of a run is answered: the rest is text as well; of a box a fifth may be by chance.
        ("oo", {0}, set()),
        ("ooo", {0}, {1, 2}),
        ("ooo", {0, 1}, set()),
        ("bbbbb", {0}, {1, 2, 3, 4}),
        ("bbbb", {0}, set()),
        ("tto", set(), {2}),
        ("tt", set(), set()),
    ],
)
def test_what_no_translation_answers_is_furniture(
    words: str, matched: set[int], out: set[int]
) -> None:
    segments = tuple(Segment(f"s{n}", "x", n, Span(0, 1)) for n in range(len(words)))
    text = Looked(segments, "en", {})
    found = without_unanswered(text, blocks(words), matched)
    gone = {n for n, segment in enumerate(found.segments) if segment.kind == "furniture"}
    assert gone == out
    assert found.reasons == dict.fromkeys(out, "unanswered")


def doubted(words: str) -> SegmentedDocument:
    """A side with a block for each letter (see `blocks`)."""
    segments = tuple(Segment(f"s{n}", "x", n, Span(0, 1)) for n in range(len(words)))
    return SegmentedDocument(Document("a", "html", tuple(blocks(words)), b""), "en", segments)


@pytest.mark.parametrize(
    ("source", "target", "likeness", "answer"),
    [
        ("t", "t", None, True),
        ("t", "t", 0.1, True),
        ("b", "t", None, False),
        ("t", "b", None, False),
        ("b", "b", None, True),
        ("b", "t", 0.29, False),
        ("b", "t", 0.3, True),
        ("b", "b", 0.29, False),
        ("n", "tt", None, False),
    ],
)
def test_whether_a_side_in_doubt_is_answered(
    source: str, target: str, likeness: float | None, answer: bool
) -> None:
    left, right = doubted(source), doubted(target)
    bead = Bead(tuple(range(len(source))), tuple(range(len(target))), "aligned", 0.9)
    alike = {} if likeness is None else {(bead.source, bead.target): likeness}
    comparison = Comparison(right, (bead,), ((),), likeness=alike)
    assert _is_answer(left, comparison, bead) is answer
    assert _is_answer(left, comparison, replace(bead, fixed=True))
    said = {0: BackTranslation("x", "a", "1")}
    assert _is_answer(left, replace(comparison, back_translations=said), bead)
    assert not _is_answer(left, comparison, replace(bead, source=(), fixed=True))
    assert not _is_answer(left, comparison, replace(bead, target=(), fixed=True))
