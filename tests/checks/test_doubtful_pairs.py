"""A finding that a wrong pairing would explain is not grave while the pairing is in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.checks import check_pair
from reviewer.checks.doubtful_pairs import weighed
from reviewer.domain import Pair
from tests.counted_work import steps_of

WRONG_FIGURE = Pair("The town has 5,000 trees.", "Die Stadt hat 700 Bäume.", "en", "de")


def severities(pair: Pair) -> set[str]:
    return {finding.severity for finding in check_pair(pair)}


REPORT = Pair(
    "Online sales reached 42 million, sales in shops 61 million, and those abroad 38 million.",
    "Das Portal hat 4.500 Dienste, 16,39 Millionen Konten und 328 Mitarbeiter.",
    "en",
    "de",
)
"""Two sentences that do not belong together."""


@pytest.mark.parametrize("confidence", [0.95, 1.0])
@pytest.mark.parametrize("pair", [WRONG_FIGURE, REPORT], ids=["one figure", "all figures"])
def test_wrong_figures_in_a_sure_pair_are_grave(pair: Pair, confidence: float) -> None:
    assert severities(replace(pair, confidence=confidence)) == {"critical"}


def test_a_wrong_figure_in_a_likely_pair_is_very_likely_an_error() -> None:
    assert severities(replace(WRONG_FIGURE, confidence=0.85)) == {"critical"}
    assert severities(replace(WRONG_FIGURE, confidence=0.75)) == {"major"}


@pytest.mark.parametrize("confidence", [0.7, 0.85])
def test_many_wrong_figures_say_that_the_pair_is_wrong(confidence: float) -> None:
    assert severities(replace(REPORT, confidence=confidence)) <= {"minor", "info"}


def test_figures_that_are_all_wrong_by_the_same_factor_say_that_the_pair_is_right() -> None:
    pair = Pair(
        "Sales were 42 million in shops, 61 million online and 38 million abroad.",
        "Der Absatz betrug 42 Milliarden im Handel, 61 Milliarden im Netz und 38 im Ausland.",
        "en",
        "de",
        confidence=0.85,
    )
    assert "critical" in severities(pair)


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


@pytest.mark.parametrize(
    ("source", "target", "language", "grave"),
    [
        ("It has 146 million users.", "Tiene 164 millones de usuarios.", "es", True),
        ("It has 146 users.", "Tiene 164 usuarios.", "es", True),
        ("It has 16 million users.", "Tiene 61 millones de usuarios.", "es", True),
        ("It has 16 users.", "Tiene 61 usuarios.", "es", False),
        ("It cost 340 million euros.", "Kostete 390 Millionen Euro.", "de", True),
        ("It cost 340 euros.", "Kostete 390 Bäume.", "de", False),
        ("It moved 97 trillion.", "Es bewegte 97 Milliarden.", "de", True),
        ("It moved 9 trillion.", "Es bewegte 9 Milliarden.", "de", False),
        ("The crowd was 23,418.", "Es kamen 23.419 Zuschauer.", "de", True),
        ("It has 146 users.", "Tiene 365 usuarios.", "es", False),
        ("It fell by 41 percent.", "Es sank um 14 Prozent.", "de", True),
        ("It began in 1918.", "Es begann 1981.", "de", False),
    ],
)
def test_doubt_never_swallows_a_figure_whose_digits_betray_it(
    source: str, target: str, language: str, grave: bool
) -> None:
    pair = Pair(source, target, "en", language, confidence=0.5)
    assert (severities(pair) == {"critical"}) is grave


def test_a_year_turned_into_none_of_our_time_stays_grave() -> None:
    pair = Pair(
        "The bridge has stood here since 1950.",
        "Die Brücke steht hier seit 1250.",
        "en",
        "de",
        confidence=0.5,
    )
    assert severities(pair) == {"critical"}
    assert severities(replace(pair, target="Die Brücke steht hier seit 1960.")) != {"critical"}


def test_the_work_grows_with_the_number_of_figures() -> None:
    def steps(count: int) -> int:
        sure = Pair(
            "; ".join(f"{100 + 2 * n} trees, {300 + 2 * n} million" for n in range(count)),
            "; ".join(f"{101 + 2 * n} Bäume, {301 + 2 * n} Millionen" for n in range(count)),
            "en",
            "de",
        )
        wrong = check_pair(sure)
        assert len(wrong) == 2 * count
        return steps_of(lambda: weighed(wrong, replace(sure, confidence=0.5)))

    few, many = steps(18), steps(36)
    assert many < 2.2 * few
