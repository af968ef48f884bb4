"""Which figures of a row are joined by a quiet mark, and which belong together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.domain import Finding, Span
from reviewer.messages import message
from reviewer.review import FindingState, Review, ReviewedFinding, Row
from reviewer.ui.state.row_figures import FigureMarks, agreeing, figure_links, link_at, place


@pytest.fixture
def plain(review: Review) -> Row:
    """A row without findings, to be given other texts."""
    return replace(review.rows(review.translations[0].id)[0], findings=())


def joined(row: Row, target_language: str = "de") -> tuple[list[str], list[str]]:
    """The figures that agree, as they are written on both sides."""
    links = figure_links(row.source, row.target, "en", target_language)
    marks = FigureMarks(row.key, row.source, row.target, agreeing(links, row))
    return (
        [span.of(row.source) for span in marks.agreeing_in("source")],
        [span.of(row.target) for span in marks.agreeing_in("target")],
    )


@pytest.mark.parametrize(
    ("source", "target", "language", "both"),
    [
        ("It has 4 doors.", "Es hat 4 Türen.", "de", (["4"], ["4"])),
        ("It has four doors.", "Es hat 4 Türen.", "de", (["four"], ["4"])),
        ("The 😀 has 3 boats.", "له ٣ قوارب 😀.", "ar", (["3"], ["٣"])),
        ("It is 25 miles off.", "Es ist 40 km weit.", "de", (["25 miles"], ["40 km"])),
        ("It has 45 doors.", "Es hat 54 Türen.", "de", ([], [])),
        ("It has 45 doors.", "Es hat 4 Türen, 45 Fenster.", "de", (["45"], ["45"])),
        ("No figure.", "Keine Zahl.", "de", ([], [])),
    ],
)
def test_figures_that_agree_are_joined_on_both_sides(
    plain: Row, source: str, target: str, language: str, both: tuple[list[str], list[str]]
) -> None:
    assert joined(replace(plain, source=source, target=target), language) == both


@pytest.mark.parametrize("state", ["open", "accepted", "dismissed"])
def test_what_a_finding_marks_has_no_quiet_mark_on_either_side(
    plain: Row, state: FindingState
) -> None:
    row = replace(plain, source="It has 4 doors and 12 boats.", target="Es hat 4 Türen, 12 Boote.")
    assert joined(row) == (["4", "12"], ["4", "12"])
    at = row.target.index("12")
    finding = Finding("meaning", "doubt", "minor", message("Doubtful"), (), (Span(at, at + 2),))
    found = replace(row, findings=(ReviewedFinding(finding, "f", state),))
    assert joined(found) == (["4"], ["4"])
    before = replace(finding, target_spans=(Span(at - 1, at),))
    assert joined(replace(row, findings=(ReviewedFinding(before, "f", state),)))[0] == ["4", "12"]


def test_a_finding_of_the_whole_sentence_marks_no_figure(plain: Row) -> None:
    row = replace(plain, source="It has 4 doors.", target="Es hat 4 Türen.")
    whole = Finding(
        "meaning", "doubt", "minor", message("Doubtful"), (), (Span(0, len(row.target)),)
    )
    found = replace(row, findings=(ReviewedFinding(whole, "f", "open"),))
    assert joined(found) == (["4"], ["4"])


def test_the_characters_of_a_figure_lead_to_its_counterpart() -> None:
    source, target = "It cost 12 here.", "Es kostete hier 12."
    links = figure_links(source, target, "en", "de")
    start = source.index("12")
    found = [link_at(links, "source", at) for at in range(start - 1, start + 3)]
    assert [link is not None for link in found] == [False, True, True, False]
    assert found[1] is not None
    other = place(found[1], "target")
    assert other is not None
    assert other.of(target) == "12"
    assert found[1] == link_at(links, "target", target.index("12"))


def test_figures_that_differ_lead_to_each_other_and_one_alone_to_none() -> None:
    links = figure_links("It has 45 doors.", "Es hat 54 Türen.", "en", "de")
    link = link_at(links, "source", len("It has "))
    assert link is not None
    assert place(link, "target") == Span(7, 9)
    alone = link_at(figure_links("It has 45.", "Es hat.", "en", "de"), "source", 7)
    assert alone is not None
    assert place(alone, "target") is None


def test_marks_are_of_a_row_only_while_its_texts_are_the_same(plain: Row) -> None:
    marks = FigureMarks(plain.key, plain.source, plain.target)
    assert marks.belong_to(plain)
    assert not marks.belong_to(replace(plain, target=plain.target + "!"))
    assert not marks.belong_to(replace(plain, source=plain.source + "!"))
    assert not marks.belong_to(replace(plain, key="another"))
