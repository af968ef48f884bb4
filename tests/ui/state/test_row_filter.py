"""Which rows are shown, and what is folded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewer.domain import SEVERITIES
from reviewer.review import FindingBrief, Review, Row, RowBrief, RowIndex
from reviewer.review.model.row_index import PLAIN
from reviewer.ui.state import row_filter
from reviewer.ui.state.row_filter import ALSO, FOLDED_FROM, STATES, Filter, Fold, Shown


@pytest.fixture
def rows(review: Review) -> tuple[Row, ...]:
    return review.rows(review.translations[0].id)


def entries(
    rows: Sequence[Row], wanted: Filter, unfolded: frozenset[str] | None
) -> list[Row | Fold]:
    lines = row_filter.entries(RowIndex.of(rows), wanted, unfolded)
    return [line if isinstance(line, Fold) else rows[line] for line in lines]


def shown(rows: Sequence[Row], wanted: Filter) -> list[str]:
    lines = entries(rows, wanted, frozenset())
    return [line.source or line.target for line in lines if isinstance(line, Row)]


def test_everything_is_shown_at_first_and_long_runs_of_furniture_are_folded(
    rows: tuple[Row, ...],
) -> None:
    lines = entries(rows, Filter(), frozenset())
    folds = [line for line in lines if isinstance(line, Fold)]
    assert [fold.count for fold in folds] == [5]
    assert "Teilen" in shown(rows, Filter())


def test_a_short_run_is_not_folded(rows: tuple[Row, ...]) -> None:
    short = [row for row in rows if row.kind == "furniture"][: FOLDED_FROM - 1]
    assert entries(short, Filter(), frozenset()) == short


def test_an_open_fold_keeps_its_line_and_shows_its_rows(rows: tuple[Row, ...]) -> None:
    key = next(row.key for row in rows if row.kind == "furniture")
    lines = entries(rows, Filter(), frozenset({key}))
    assert isinstance(lines[0], Fold)
    assert lines[0].unfolded
    assert len(lines) == len(rows) + 1
    assert entries(rows, Filter(), None) == lines


def test_rows_with_findings(rows: tuple[Row, ...]) -> None:
    assert shown(rows, Filter("findings")) == [
        "The harbour 😀 cost 12 million.",
        "It has 3 cranes and 4 berths.",
        "Es regnete.",
        "The mayor left at 7.",
    ]


def test_rows_of_one_check(rows: tuple[Row, ...]) -> None:
    assert shown(rows, Filter(check="missing")) == ["The mayor left at 7."]


def test_a_severity_stands_for_what_is_graver_too(rows: tuple[Row, ...]) -> None:
    assert len(shown(rows, Filter(severity="critical"))) == 2
    assert len(shown(rows, Filter(severity="major"))) == 4


def test_decided_findings_are_not_open_ones(review: Review) -> None:
    number = review.translations[0].id
    review.decide_all(number, "dismiss", check="missing")
    rows = review.rows(number)
    assert "The mayor left at 7." not in shown(rows, Filter("open"))
    assert shown(rows, Filter("decided")) == ["The mayor left at 7."]


def test_rows_changed_by_the_reviewer(review: Review) -> None:
    number = review.translations[0].id
    key = next(row.key for row in review.rows(number) if row.target.startswith("Alle"))
    review.edit(number, key, "Alle waren sehr froh.")
    assert shown(review.rows(number), Filter("edited")) == ["Everybody was happy."]


def test_what_has_moved_can_be_looked_at_alone(review: Review) -> None:
    assert shown(review.rows(1), Filter("moved")) == ["Everybody was happy."]


@pytest.mark.parametrize(("rows_", "folded"), [(-1, False), (0, True), (1, True)])
def test_a_run_is_folded_from_four_rows_on(rows: tuple[Row, ...], rows_: int, folded: bool) -> None:
    run = [row for row in rows if row.kind == "furniture"][: FOLDED_FROM + rows_]
    assert len(run) == FOLDED_FROM + rows_
    assert isinstance(entries(run, Filter(), frozenset())[0], Fold) is folded


FINDINGS = st.lists(
    st.builds(
        FindingBrief,
        st.sampled_from("abc"),
        st.sampled_from(["numbers", "names"]),
        st.sampled_from(SEVERITIES),
        st.sampled_from(["open", "accepted", "dismissed"]),
        st.booleans(),
    ),
    max_size=2,
).map(tuple)
BRIEFS = st.builds(
    RowBrief,
    st.sampled_from(["body", "heading", "furniture"]),
    st.booleans(),
    FINDINGS,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "k0"]),
) | st.just(PLAIN)
FILTERS = st.builds(
    Filter,
    st.sampled_from(get_args(Shown)),
    st.sampled_from(["", "numbers"]),
    st.sampled_from([None, *SEVERITIES]),
    st.frozensets(st.sampled_from(STATES), max_size=1),
    st.frozensets(st.sampled_from(ALSO), max_size=2),
)


@given(
    st.lists(BRIEFS, min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), BRIEFS), max_size=6),
    FILTERS,
)
def test_the_kept_places_say_what_a_look_at_every_row_says(
    briefs: list[RowBrief], changes: list[tuple[int, RowBrief]], wanted: Filter
) -> None:
    index = RowIndex([f"k{number}" for number in range(len(briefs))], briefs)
    for place, brief in changes:
        index.update(f"k{place}", brief)
    assume(not wanted.everything())
    assert list(row_filter.entries(index, wanted, None)) == [
        place for place, brief in enumerate(index.known) if wanted.wants(brief)
    ]
