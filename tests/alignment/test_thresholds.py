"""The prices of the alignment: what comes just below them, at them and above."""

from __future__ import annotations

import json
from importlib import resources
from types import SimpleNamespace

import numpy as np
import pytest

from reviewer.alignment import moved_runs, moves, parameters
from reviewer.alignment.band import too_few, whole
from reviewer.alignment.chains import longest_in_order
from reviewer.alignment.fixed import _in_order
from reviewer.alignment.lattice import Lattice
from reviewer.alignment.search import Scores, chances, most_expected, score_table
from reviewer.alignment.shapes import SHAPES
from reviewer.alignment.sums import Nodes
from reviewer.alignment.tokens import has_case
from reviewer.domain import Bead


def _of_one_sentence(chance: float) -> Scores:
    """One sentence on either side, which belong together with this probability."""
    lattice = Lattice.of(whole(1, 1))
    table = score_table(lattice)
    row, column, place = lattice.nodes(0, 1)
    for index, shape in enumerate(SHAPES):
        table[index, place] = np.where(lattice.reachable(row, column, shape), -np.inf, -np.inf)
    # Two paths leave both alone: the missing one first, or the added one.
    table[SHAPES.index((1, 1)), place[-1]] = np.log(2 * chance / (1 - chance))
    return Scores(lattice, table, np.zeros(1), np.zeros(1))


@pytest.mark.parametrize(
    ("chance", "price", "together"),
    [(0.49, 0.0, False), (0.51, 0.0, True), (0.45, 0.08, False), (0.47, 0.08, True)],
)
def test_a_sentence_is_left_alone_where_that_is_surer_by_the_price(
    chance: float, price: float, together: bool
) -> None:
    one = _of_one_sentence(chance)
    path = most_expected(one.lattice, chances(one), price)
    assert ((0,), (0,)) in [step[:2] for step in path] or not together
    assert len(path) == (1 if together else 2)


def _move(row: int, column: int, gain: float) -> moved_runs.Move:
    return moved_runs.Move(row, column, (1, 1), gain)


@pytest.mark.parametrize(("gain", "joined"), [(0.9, False), (1.1, True)])
def test_a_run_passes_over_a_sentence_where_more_is_won_than_it_costs(
    gain: float, joined: bool
) -> None:
    places = np.arange(6)
    run, worth = moved_runs._best_run(
        [_move(1, 1, gain), _move(3, 2, 9.0)], places, places, 0.0, 5.0
    )
    assert (len(run), worth) == ((2, 8.0 + gain) if joined else (1, 9.0))


@pytest.mark.parametrize(("between", "joined"), [(0, True), (2, True), (3, False)])
def test_a_run_passes_over_two_sentences_at_most(between: int, joined: bool) -> None:
    places = np.arange(9)
    gains = [_move(1, 1, 9.0), _move(2 + between, 2, 9.0)]
    assert len(moved_runs._best_run(gains, places, places, 0.0, 5.0)[0]) == (2 if joined else 1)


@pytest.mark.parametrize(
    ("apart", "gain", "joined"),
    [(0, -1.99, True), (0, -2.01, False), (1, 0.99, False), (1, 1.01, True)],
)
def test_a_bead_right_after_another_joins_its_run_for_less(
    apart: int, gain: float, joined: bool
) -> None:
    places = np.arange(6)
    moved = [_move(1, 1, 9.0), _move(2 + apart, 2, gain)]
    assert len(moved_runs._best_run(moved, places, places, 2.0, 5.0)[0]) == (2 if joined else 1)


@pytest.mark.parametrize(("sentences", "firm", "whole"), [
    (1000, 99, True), (1000, 100, False), (1000, 101, False), (1001, 0, False), (200, 19, True),
])  # fmt: skip
def test_a_table_is_searched_whole_where_there_are_too_few_firm_pairs(
    sentences: int, firm: int, whole: bool
) -> None:
    assert too_few([(n, n) for n in range(firm)], sentences, sentences) is whole


@pytest.mark.parametrize("beyond", [-0.01, 0.0, 0.01])
def test_a_moved_run_is_worth_its_price(beyond: float) -> None:
    places = np.arange(4)
    runs = moved_runs.moved_runs(
        [_move(1, 1, parameters.RUN_PRICE + beyond)], places, places, 0.0, 5.0
    )
    assert len(runs) == (1 if beyond >= 0 else 0)


def test_a_sentence_that_is_like_all_others_has_no_more_than_32_possible_places() -> None:
    row, column = (axis.ravel() + 1 for axis in np.indices((40, 40)))
    nothing = np.zeros(40)
    beads = [((1, 1), Nodes(row, column), np.full(1600, parameters.MOVE_PRICE + 1.0))]
    found = moves._possible(beads, nothing, nothing, 2.0)
    assert len(found) == 40 * moves._RIVALS == 1280


@pytest.mark.parametrize(
    ("gain", "apart", "kept"), [(-1.0, 0, True), (-1.0, 1, False), (0.5, 1, True)]
)
def test_what_is_not_worth_its_price_is_only_possible_beside_what_is(
    gain: float, apart: int, kept: bool
) -> None:
    nodes = Nodes(np.array([1, 2 + apart]), np.array([1, 2 + apart]))
    beads = [((1, 1), nodes, parameters.MOVE_PRICE + np.array([4.0, gain]))]
    found = moves._possible(beads, np.zeros(5), np.zeros(5), 2.0)
    assert len(found) == 1 + kept


@pytest.mark.parametrize("beyond", [-0.01, 0.0, 0.01])
def test_a_bead_that_is_unsure_may_give_its_sentences_away(beyond: float) -> None:
    chance = parameters.UNSURE + beyond
    likes = SimpleNamespace(meaning=None, letters=None)
    assert moves._unsure(((0,), (0,), chance), likes) is (beyond < 0)
    assert moves._unsure(((0,), (), 1.0), likes)


def test_the_prices_are_those_that_were_fitted() -> None:
    """A change of one is a decision: measure anew (docs/measurements/alignment.md)."""
    assert (parameters.UNSURE, parameters.MOVE_PRICE, parameters.RUN_PRICE) == (0.9, 3.0, 5.0)
    assert parameters.RUN_ON_PRICE == 1.0
    assert (parameters.MOVES_FOUND, parameters.MOVE_SPREAD) == (3.0, 2.0)
    assert parameters.ELSEWHERE == (8.0, 5.75, 4.5)
    assert parameters.ELSEWHERE_SPREAD == (2.0, 1.0, 0.75)
    assert (parameters.ALONE_PRICE, parameters.USUAL_ALONE) == ((0.0, 0.08), (0.05, 0.1))
    assert (parameters.RATE_TRUST, parameters.RATE_DOUBT) == (0.7, 20.0)


@pytest.mark.parametrize("moved", [False, True])
@pytest.mark.parametrize("beyond", [-1.0, 0.0, 1.0])
@pytest.mark.parametrize(
    ("evidence", "even", "spread"),
    [("translation", 8.0, 2.0), ("encoder", 5.75, 1.0), ("neither", 4.5, 0.75)],
)
def test_a_sentence_is_doubted_that_has_its_like_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
    evidence: str,
    even: float,
    spread: float,
    beyond: float,
    moved: bool,
) -> None:
    worth = even + beyond - 3.0 * moved
    pair = ((1, 1), Nodes(np.array([1]), np.array([1])), np.array([worth]))
    monkeypatch.setattr(moves, "Leftovers", lambda *_: SimpleNamespace(gains=lambda _: [pair]))
    known = SimpleNamespace(
        repeated=(frozenset(), frozenset()),
        translations=evidence == "translation",
        senses=evidence == "encoder",
    )
    path = [((4,), (), 0.8), ((), (7,), 0.9), ((5,), (6,), 0.7)]
    found = moves.doubted(path, known, None, None, moves=moved)
    trust = 1 / (1 + np.exp(beyond / spread))
    assert [chance for _, _, chance in found] == pytest.approx([0.8 * trust, 0.9 * trust, 0.7])


@pytest.mark.parametrize("gain", [0.9, 1.1])
def test_passing_over_a_sentence_costs_the_same_on_the_other_side(gain: float) -> None:
    places = np.arange(6)
    run, _ = moved_runs._best_run([_move(1, 1, gain), _move(2, 3, 9.0)], places, places, 0.0, 5.0)
    assert len(run) == (2 if gain > 1 else 1)


def test_the_chain_in_order_has_the_most_links_and_then_the_most_sentences() -> None:
    large = ((0, 1, 2, 3), (4, 5, 6, 7))
    small = [((4,), (0,)), ((5,), (1,))]
    assert longest_in_order([large, *small]) == set(small)
    assert longest_in_order([large, small[0]]) == {large}


def test_fixed_beads_that_lie_within_each_other_are_not_both_walls() -> None:
    around = Bead((0, 5), (0, 1), "aligned", 1.0, fixed=True)
    within = Bead((2,), (2,), "aligned", 1.0, fixed=True)
    behind = Bead((6,), (3,), "aligned", 1.0, fixed=True)
    assert _in_order([around, within, behind]) in ([around, behind], [within, behind])


@pytest.mark.parametrize(
    ("text", "cased"),
    [("Hello", True), ("привет", True), ("你好", False), ("سلام", False), ("abcدسش", True),
     ("abدسش", False)],
)  # fmt: skip
def test_a_text_knows_capitals_where_half_of_its_letters_do(text: str, cased: bool) -> None:
    assert has_case([text]) is cased


@pytest.mark.parametrize("evidence", ["translation", "none", "encoder", "both"])
def test_headings_and_paragraphs_guide_every_kind_of_evidence(evidence: str) -> None:
    """The fitted texts have no headings, so that a fit may not touch these."""
    path = resources.files("reviewer.alignment").joinpath("weights.json")
    usual = json.loads(path.read_text("utf-8"))[evidence]["usual"]
    given = [usual[name] for name in ("headings differ", "heading merged", "paragraph crossed")]
    assert given == [-1.5, -1.25, -0.25]
