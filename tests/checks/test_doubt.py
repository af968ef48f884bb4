"""A finding that a wrong pairing would explain is not grave while the pairing is in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.checks import check_pair
from reviewer.domain import Pair

WRONG_FIGURE = Pair("The town has 5,000 trees.", "Die Stadt hat 700 Bäume.", "en", "de")


def severities(pair: Pair) -> set[str]:
    return {finding.severity for finding in check_pair(pair)}


def test_a_wrong_figure_in_a_sure_pair_is_grave() -> None:
    assert severities(replace(WRONG_FIGURE, confidence=0.8)) <= {"critical", "major"}
    assert severities(WRONG_FIGURE)


def test_a_wrong_figure_in_a_doubtful_pair_is_light_and_less_sure() -> None:
    sure = check_pair(WRONG_FIGURE)
    doubtful = check_pair(replace(WRONG_FIGURE, confidence=0.5))
    assert severities(replace(WRONG_FIGURE, confidence=0.5)) <= {"minor", "info"}
    assert [f.confidence for f in doubtful] == [pytest.approx(f.confidence / 2) for f in sure]


def test_figures_that_agree_vouch_for_a_doubtful_pair() -> None:
    pair = Pair(
        "In 2019 it had 48 rooms on 12 floors, in 2024 it has 51 rooms.",
        "2019 hatte es 48 Zimmer auf 12 Etagen, 2024 hat es 57 Zimmer.",
        "en",
        "de",
        confidence=0.5,
    )
    assert "critical" in severities(pair)


def test_small_numbers_that_agree_by_chance_do_not_vouch() -> None:
    pair = Pair(
        "Two people came and 5,000 stayed.",
        "Zwei Brücken fielen und 700 blieben.",
        "en",
        "de",
        confidence=0.5,
    )
    assert severities(pair) <= {"minor", "info"}


def test_text_left_in_the_source_language_needs_no_pair() -> None:
    text = "The council wanted to know what happened to the old trees in the park."
    assert severities(Pair(text, text, "en", "de", confidence=0.3)) == {"major"}


def test_an_address_in_a_doubtful_pair_is_light() -> None:
    pair = Pair("See www.tree.example/a now.", "Siehe jetzt.", "en", "de", confidence=0.4)
    assert severities(pair) == {"info"}


def test_a_slip_of_the_digits_vouches_for_itself() -> None:
    pair = Pair("The crowd was 23,418.", "Es kamen 23.148 Zuschauer.", "en", "de", confidence=0.4)
    assert severities(pair) == {"critical"}
