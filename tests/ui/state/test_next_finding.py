"""From finding to finding."""

from __future__ import annotations

from reviewer.review import Review, RowIndex
from reviewer.ui.state.next_finding import next_finding
from reviewer.ui.state.row_filter import Filter


def walk(review: Review, step: int, wanted: Filter, times: int) -> list[tuple[str, bool]]:
    rows = review.rows(review.translations[0].id)
    messages = {
        (row.key, item.fingerprint): item.finding.message for row in rows for item in row.findings
    }
    key, fingerprint, said = "", "", []
    for _ in range(times):
        place = next_finding(RowIndex.of(rows), wanted, key, fingerprint, step)
        assert place is not None
        key, fingerprint = place.row_key, place.fingerprint
        said.append((messages[key, fingerprint], place.wrapped))
    return said


def test_forward_in_the_order_of_the_text_and_round_the_corner(review: Review) -> None:
    assert walk(review, 1, Filter(), 5) == [
        ("12 is missing", False),
        ("4 is missing", False),
        ("Put in", False),
        ("Left out", False),
        ("12 is missing", True),
    ]


def test_backward_begins_at_the_end(review: Review) -> None:
    assert walk(review, -1, Filter(), 3) == [
        ("Left out", True),
        ("Put in", False),
        ("4 is missing", False),
    ]


def test_the_filter_decides_what_is_walked_through(review: Review) -> None:
    assert walk(review, 1, Filter(check="numbers"), 3) == [
        ("12 is missing", False),
        ("4 is missing", False),
        ("12 is missing", True),
    ]


def test_decided_findings_are_left_out_unless_they_are_looked_for(review: Review) -> None:
    number = review.translations[0].id
    review.decide_all(number, "accept", check="numbers")
    assert walk(review, 1, Filter(), 1) == [("Put in", False)]
    assert walk(review, 1, Filter("decided"), 1) == [("12 is missing", False)]


def test_nothing_to_go_to(review: Review) -> None:
    number = review.translations[0].id
    review.decide_all(number, "dismiss")
    assert next_finding(review.index(number), Filter(), "", "", 1) is None
