"""What rests on a back-translation is not mended by just any edit: it stays until another
back-translation has been looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.analysis import Analysis
from reviewer.domain import BackTranslation, Finding, Pair, Span
from reviewer.messages import message
from reviewer.review import Review
from reviewer.wording import in_words

ROW, SOURCE, TARGET = "s4", "Two 2.", "Zwei 7."
WRONG = BackTranslation("Seven.", "translate-de_en", "1.0")
RIGHT = BackTranslation("Two.", "translate-de_en", "1.0")
NOTE = "the text has changed since"


def lost(pair: Pair) -> list[Finding]:
    """“Two” is missed where a back-translation lacks it, “2” wherever the target does."""
    if pair.source != SOURCE:
        return []
    back = pair.back_translation
    found = []
    if back and back.reliable and "Two" not in back.text:
        said = message("“{word}” is left out.", word="Two")
        spans, there = (Span(0, 3),), (Span(0, len(pair.target)),)
        found.append(Finding("omission", "omission", "major", said, spans, there, subject="Two"))
    if "2" not in pair.target:
        spans = (Span(4, 5),)
        found.append(Finding("numbers", "missing", "major", message("no 2"), spans, subject="2"))
    return found


@pytest.fixture
def review(tmp_path: Path, analysis: Analysis) -> Iterator[Review]:
    with Review.create(tmp_path / "small.review", analysis, check=lost) as review:
        review.add_back_translations(1, {TARGET: WRONG})
        yield review


def found(review: Review) -> dict[str, str]:
    """The findings of the row: check and state."""
    return {one.finding.check: one.state for one in review.row(1, ROW).findings}


def note(review: Review) -> bool:
    omission = next(
        one.finding for one in review.row(1, ROW).findings if one.finding.check == "omission"
    )
    return NOTE in in_words(omission.message)


def test_an_edit_that_nobody_can_look_at_mends_nothing(review: Review) -> None:
    assert found(review) == {"omission": "open", "numbers": "open"}
    assert not note(review)
    review.edit(1, ROW, "Zwei 72.")  # the figure needs no back-translation, and is mended
    assert found(review) == {"omission": "open"}
    assert note(review)
    review.edit(1, ROW, "Zwei 27.")
    assert found(review) == {"omission": "open"}
    assert in_words(review.row(1, ROW).findings[0].finding.message).count(NOTE) == 1
    assert review.row(1, ROW).findings[0].finding.target_spans == ()


def test_a_new_back_translation_decides(review: Review) -> None:
    review.edit(1, ROW, "Zwei 72.")
    review.add_back_translations(1, {"Zwei 72.": RIGHT})
    assert found(review) == {}
    review.undo()
    assert found(review) == {"omission": "open", "numbers": "open"}
    assert not note(review)
    review.edit(1, ROW, "Zwei 27.")
    review.add_back_translations(1, {"Zwei 27.": WRONG})
    assert found(review) == {"omission": "open"}
    assert not note(review)


def test_a_decision_goes_along(review: Review) -> None:
    name = next(
        one.fingerprint for one in review.row(1, ROW).findings if one.finding.check == "omission"
    )
    review.decide(1, ROW, name, "accept")
    review.edit(1, ROW, "Zwei 72.")
    assert found(review) == {"omission": "accepted"}


def test_the_words_that_were_missed_mend_it_where_they_stand_now(review: Review) -> None:
    review.edit(1, ROW, "Two 72.")
    assert found(review) == {}


def test_without_a_back_translation_before_the_check_judges_alone(
    tmp_path: Path, analysis: Analysis
) -> None:
    def by_text(pair: Pair) -> list[Finding]:
        said = message("left out")
        return [Finding("names", "missing", "minor", said)] if "7" in pair.target else []

    with Review.create(tmp_path / "b.review", analysis, check=by_text) as review:
        assert not review.row(1, ROW).back_translation
        review.edit(1, ROW, "Zwei 77.")
        review.edit(1, ROW, "Zwei 2.")
        assert found(review) == {}


def test_an_empty_translation_has_none_of_them(review: Review) -> None:
    review.edit(1, ROW, "")
    assert "omission" not in found(review)


def test_it_is_kept_in_the_file(review: Review, reopened: Callable[[Review], Review]) -> None:
    review.edit(1, ROW, "Zwei 72.")
    assert note(reopened(review))
