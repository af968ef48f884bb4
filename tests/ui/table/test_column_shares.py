"""How the columns of a table share its width."""

from __future__ import annotations

import pytest

from reviewer.ui.table.column_shares import ColumnShares


@pytest.fixture
def shares() -> ColumnShares:
    """A narrow column, a wide one, a narrow one, a wide one, as in the table of rows."""
    return ColumnShares({0: 50, 2: 20}, 160)


def test_wide_columns_have_equal_shares_at_first(shares: ColumnShares) -> None:
    assert shares.widths(4, 671) == {0: 50, 1: 300, 2: 20, 3: 301}
    assert shares.kept(4) == []


@pytest.mark.parametrize(
    ("wanted", "widths"),
    [
        (159, (160, 440)),
        (160, (160, 440)),
        (161, (161, 439)),
        (439, (439, 161)),
        (441, (440, 160)),
        (600, (440, 160)),
        (900, (440, 160)),
    ],
)
def test_no_column_is_dragged_under_its_least_width(
    shares: ColumnShares, wanted: int, widths: tuple[int, int]
) -> None:
    shares.drag(1, wanted, 4, 670)
    found = shares.widths(4, 670)
    assert (found[1], found[3]) == pytest.approx(widths, abs=1)
    assert sum(found.values()) == 670


@pytest.mark.parametrize("column", [0, 2, 3])
def test_narrow_columns_and_the_last_edge_stay(shares: ColumnShares, column: int) -> None:
    shares.drag(column, 400, 4, 670)
    assert shares.widths(4, 670) == {0: 50, 1: 300, 2: 20, 3: 300}


def test_what_was_dragged_is_kept_at_another_width(shares: ColumnShares) -> None:
    shares.drag(1, 200, 4, 670)
    again = ColumnShares({0: 50, 2: 20}, 160)
    again.restore(shares.kept(4), 4)
    assert again.widths(4, 1270)[1] == pytest.approx(400, abs=1)


@pytest.mark.parametrize("kept", [[0.0], [1.0], [-0.5], [0.3, 0.3], []])
def test_what_makes_no_sense_is_not_restored(shares: ColumnShares, kept: list[float]) -> None:
    shares.restore(kept, 4)
    assert shares.widths(4, 670)[1] == 300


def test_the_others_share_what_one_leaves_as_before() -> None:
    shares = ColumnShares({}, 100)
    shares.drag(0, 500, 4, 1000)
    shares.drag(1, 250, 4, 1000)
    widths = shares.widths(4, 1000)
    assert widths[1] == 250
    assert widths[0] / widths[2] == pytest.approx(3, rel=0.02)
    assert sum(widths.values()) == 1000
