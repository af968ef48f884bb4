"""How a closed review stands, and a review that is only there for a moment."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from reviewer.analysis import analyse
from reviewer.formats import read_bytes
from reviewer.review import Review, copy_of, temporary_review, totals_at_rest
from reviewer.store import backups
from reviewer.store.errors import NotAReview, ReviewInUse, ReviewMissing

ENGLISH = "The bridge cost 97 million euros.\n\nIt was opened on Monday, as everybody knows.\n"
GERMAN = "Die Brücke kostete 79 Millionen Euro.\n\nSie wurde am Montag eröffnet, wie alle wissen.\n"

ANALYSIS = partial(
    analyse,
    read_bytes(Path("a.txt"), ENGLISH.encode()),
    [read_bytes(Path("b.txt"), GERMAN.encode())],
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Review.create(tmp_path / "a.review", ANALYSIS()) as review:
        review.index(1)
    return tmp_path / "a.review"


def test_the_totals_are_those_of_the_open_review(path: Path) -> None:
    before = path.read_bytes()
    known = totals_at_rest(path)
    assert path.read_bytes() == before
    assert known
    with Review.open(path) as review:
        assert known.source == review.source
        assert known.translations == ((review.translations[0], review.counts(1)),)
    assert known.translations[0][1].open == 1


def test_a_review_that_nothing_was_kept_of_is_not_guessed(path: Path) -> None:
    with Review.open(path) as review:
        review.decide_all(1, "accept")
        review.set_setting("index", None)
        stopped = path.with_name("stopped.review")
        review.copy_to(stopped)
    assert totals_at_rest(stopped) is None


def test_a_review_that_cannot_be_looked_at_is_an_error(path: Path, tmp_path: Path) -> None:
    with Review.open(path), pytest.raises(ReviewInUse):
        totals_at_rest(path)
    with pytest.raises(ReviewMissing):
        totals_at_rest(tmp_path / "none.review")
    path.write_bytes(b"no review")
    with pytest.raises(NotAReview):
        totals_at_rest(path)


def test_nothing_of_a_temporary_review_stays(tmp_path: Path) -> None:
    with temporary_review("name", partial(Review.create, analysis=ANALYSIS())) as review:
        path = review.path
        assert path.stem == "name"
        assert backups.of(path)
    assert not path.parent.exists()
    assert not backups.of(path)


def test_a_snapshot_is_the_review_as_it_stood(path: Path) -> None:
    with Review.open(path) as review:
        review.decide_all(1, "accept")
        snapshot = review.snapshot()
        review.undo()
        with copy_of("name", snapshot) as copy:
            assert copy.counts(1).accepted == 1
            assert not copy.notices
            place = copy.path
        assert review.counts(1).accepted == 0
    assert not place.exists()
    assert not backups.of(place)
