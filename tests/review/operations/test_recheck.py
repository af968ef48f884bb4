"""After an edit the rows are checked again, with the program's own checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.analysis import Analysis, Comparison, pair_of
from reviewer.checks import check_document
from reviewer.domain import Bead
from reviewer.review import Review

TWICE = "Das hier steht zweimal im Text."


@pytest.fixture
def checked(tmp_path: Path, analysis: Analysis) -> Iterator[Review]:
    with Review.create(tmp_path / "checked.review", analysis) as review:
        yield review


def checks(review: Review, key: str) -> set[str]:
    return {one.finding.check for one in review.row(1, key).findings}


def test_the_row_itself_is_checked(checked: Review) -> None:
    checked.edit(1, "s3", "Eins 3.")
    assert "numbers" in checks(checked, "s3")
    checked.edit(1, "s3", "Eins 1.")
    assert "numbers" not in checks(checked, "s3")


def test_a_finding_comes_and_goes_in_a_row_that_nobody_touched(checked: Review) -> None:
    checked.edit(1, "s4", TWICE)
    change = checked.edit(1, "s3", TWICE)
    assert "repeated-sentences" in checks(checked, "s4")
    assert set(change.rows) == {"s3", "s4"}
    checked.undo()
    assert "repeated-sentences" not in checks(checked, "s4")
    checked.redo()
    assert "repeated-sentences" in checks(checked, "s4")
    checked.edit(1, "s3", "Eins 1.")
    assert "repeated-sentences" not in checks(checked, "s4")


def test_other_findings_of_that_row_stay(checked: Review) -> None:
    checked.edit(1, "s4", TWICE)
    before = checks(checked, "s4")
    assert "numbers" in before
    checked.edit(1, "s3", TWICE)
    checked.edit(1, "s3", "Eins 1.")
    assert checks(checked, "s4") == before


def test_an_emptied_row_is_missing_and_a_filled_one_is_not(checked: Review) -> None:
    checked.edit(1, "s3", "")
    assert checks(checked, "s3") == {"missing"}
    checked.edit(1, "s3", "Eins 1.")
    assert checks(checked, "s3") == set()


def test_an_addition_is_one_again_when_its_double_is_corrected(checked: Review) -> None:
    added = next(row.key for row in checked.rows(1) if row.relation == "added")
    checked.edit(1, "s3", TWICE)
    checked.edit(1, added, TWICE)
    assert checks(checked, added) == {"repeated-sentences"}
    checked.edit(1, "s3", "Eins 1.")
    assert checks(checked, added) == {"added"}
    checked.undo()
    assert checks(checked, added) == {"repeated-sentences"}


@pytest.mark.parametrize("free", [False, True])
def test_a_free_translation_is_known_as_one_when_the_file_is_opened_again(
    tmp_path: Path, analysis: Analysis, free: bool
) -> None:
    german, french = analysis.translations
    beads = tuple(
        replace(bead, free=free and not (bead.source and bead.target)) for bead in german.beads
    )
    path = tmp_path / "free.review"
    made = replace(analysis, translations=(replace(german, beads=beads), french))
    Review.create(path, made).close()
    with Review.open(path) as review:
        left_alone = review._state(1).pair("s7")
        assert (left_alone.relation, left_alone.free) == ("missing", free)
        assert not review._state(2).pair("s7").free
        review.edit(1, "s3", "")
        (found,) = review.row(1, "s3").findings
        assert found.finding.severity == "critical"  # what a person left out is sure


GOOD = "Der Bürgermeister eröffnete am Montag die neue Brücke über den Hafen."
OTHER = "Im Garten meiner Großmutter wuchsen drei Apfelbäume und viele Rosen."


def test_what_the_encoder_found_unlike_stays_until_the_row_says_the_same(tmp_path: Path) -> None:
    from ..conftest import side

    source = side(
        "a.txt", "en", [["The mayor opened the new bridge over the harbour on Monday."]], "s"
    )
    target = side("b.txt", "de", [[OTHER]], "t")
    bead = Bead((0,), (0,), "aligned", 0.9)
    comparison = Comparison(target, (bead,), ((),), likeness={((0,), (0,)): 0.1})
    (unlike,) = check_document([pair_of(source, comparison, bead)])[0]
    comparison = replace(comparison, findings=((unlike,),))
    with Review.create(tmp_path / "a.review", Analysis(source, (comparison,))) as review:
        review.edit(1, "s1", OTHER.replace("drei", "einige"))
        assert checks(review, "s1") == {"meaning"}
        review.edit(1, "s1", GOOD)
        assert checks(review, "s1") == set()
