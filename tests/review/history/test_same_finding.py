"""Which findings say the same before and after a change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import Finding, Span
from reviewer.review.history.same_finding import FindingContent, contents_of, counterparts


def one(subject: str = "", mark: str = "", check: str = "x") -> FindingContent:
    return FindingContent(check, "kind", subject, mark)


def test_the_subject_says_which_finding_it_is() -> None:
    assert counterparts([one("97"), one("14")], [one("14"), one("98")]) == {1: 0}


def test_without_a_subject_the_words_marked_do() -> None:
    assert counterparts([one(mark="a"), one(mark="b")], [one(mark="b")]) == {1: 0}


def test_words_that_were_changed_may_still_be_wrong() -> None:
    assert counterparts([one(mark="a"), one(mark="b")], [one(mark="b"), one(mark="c")]) == {
        0: 1,
        1: 0,
    }
    assert counterparts([one(mark="a")], [one(mark="a", check="y")]) == {}


def test_the_words_are_those_of_both_texts() -> None:
    finding = Finding("x", "kind", "minor", "", (Span(0, 3),), (Span(1, 2),))
    assert contents_of("One", "Ein", [finding]) == [one(mark="One\x1fi")]
    assert contents_of("One", "Ein", [Finding("x", "kind", "minor", "", subject="1")]) == [one("1")]


findings = st.lists(st.builds(one, st.sampled_from(["", "1"]), st.sampled_from("ab")), max_size=5)


@given(findings, findings)
def test_each_has_at_most_one_counterpart(
    old: list[FindingContent], new: list[FindingContent]
) -> None:
    found = counterparts(old, new)
    assert len(set(found.values())) == len(found)
    assert counterparts(old, old) == {number: number for number in range(len(old))}
