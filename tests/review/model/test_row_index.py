"""The index of the rows says what a look at all rows would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.review.model.row_index import PLAIN, FindingBrief, RowBrief, RowIndex

FINDINGS = st.builds(
    FindingBrief,
    st.sampled_from(["f1", "f2", "f3"]),
    st.sampled_from(["numbers", "terms"]),
    st.sampled_from(["critical", "minor"]),
    st.sampled_from(["open", "accepted", "dismissed"]),
    st.booleans(),
    st.sampled_from(["", "value"]),
)
KEYS = [f"s{number}" for number in range(6)]
BRIEFS = st.one_of(
    st.just(PLAIN),
    st.builds(
        RowBrief,
        st.sampled_from(["body", "heading", "furniture"]),
        st.booleans(),
        st.lists(FINDINGS, max_size=2, unique_by=lambda one: one.fingerprint).map(tuple),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.sampled_from([None, "", "s1", "s4"]),
    ),
)


def places(briefs: list[RowBrief], wanted: object) -> list[int]:
    return [place for place, brief in enumerate(briefs) if wanted(brief)]  # type: ignore[operator]


def looked_at(index: RowIndex, briefs: list[RowBrief]) -> None:
    """All that the index says, beside a look at each row."""
    assert index.with_findings == places(briefs, lambda one: one.findings)
    assert index.waiting == places(briefs, lambda one: "open" in [f.state for f in one.findings])
    assert index.decided == places(
        briefs, lambda one: {f.state for f in one.findings} & {"accepted", "dismissed"}
    )
    assert index.edited == places(briefs, lambda one: one.edited)
    assert index.reviewed == places(briefs, lambda one: one.reviewed)
    assert index.commented == places(
        briefs, lambda one: one.commented or [f for f in one.findings if f.commented]
    )
    assert index.moved == places(briefs, lambda one: one.moved_to is not None)
    assert index.furniture == places(briefs, lambda one: one.kind == "furniture")
    assert index.not_compared == places(briefs, lambda one: not one.compared)
    found = [(key, one) for key, brief in zip(KEYS, briefs, strict=True) for one in brief.findings]
    assert index.checks() == {one.check for _, one in found}
    assert index.kinds() == {(one.check, one.kind) for _, one in found}
    counts = index.counts()
    for state in ("open", "accepted", "dismissed"):
        assert getattr(counts, state) == sum(one.state == state for _, one in found)
    still = [one for _, one in found if one.state == "open"]
    assert counts.by_check == {
        c: sum(o.check == c for o in still) for c in {o.check for o in still}
    }
    assert counts.by_severity == {
        s: sum(o.severity == s for o in still) for s in {o.severity for o in still}
    }
    assert counts.sentences == sum(one.compared for one in briefs)
    assert counts.reviewed == sum(one.reviewed for one in briefs)
    for name in ("f1", "f2", "f3"):
        assert set(index.rows_with(name)) == {key for key, one in found if one.fingerprint == name}
    for to in ("", "s1", "s4"):
        wanted = [key for key, one in zip(KEYS, briefs, strict=True) if one.moved_to == to]
        assert index.arrivals.get(to, []) == wanted
    number = 0
    for place, brief in enumerate(briefs):
        assert index.brief(KEYS[place]) == brief
        if brief.kind == "furniture":
            assert index.number(place) is None
        else:
            number += 1
            assert index.number(place) == number
            assert index.place_of_number(number) == place
    assert index.place_of_number(0) is None or index.furniture[:1] == [0]
    assert index.place_of_number(number + 1) is None
    assert index.brief("gone") is None
    assert len(index) == len(briefs)


@given(
    st.lists(BRIEFS, min_size=6, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), BRIEFS), max_size=5),
)
def test_it_says_what_all_rows_say(
    briefs: list[RowBrief], changes: list[tuple[int, RowBrief]]
) -> None:
    index = RowIndex(KEYS, briefs)
    looked_at(index, briefs)
    for place, brief in changes:
        index.update(KEYS[place], brief)
        briefs[place] = brief
    index.update("gone", PLAIN)
    looked_at(index, briefs)
