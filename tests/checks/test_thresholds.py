"""Every number that decides what a check says: what comes just below it, at it and above it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reviewer.checks import check_document, check_pair
from reviewer.checks.numbers import check_numbers
from reviewer.checks.numbers.pairing import pair
from reviewer.checks.numbers.rounding import is_near, is_rounding, last_place, significant
from reviewer.checks.numbers.units import converts
from reviewer.domain import Finding, Pair
from reviewer.text.quantities.items import Item


def found(check: str, given: Pair) -> list[Finding]:
    return [finding for finding in check_pair(given) if finding.check == check]


@pytest.mark.parametrize(
    ("confidence", "severity"),
    [(0.49, "minor"), (0.5, "major"), (0.74, "major"), (0.75, "critical"), (0.76, "critical")],
)
def test_how_grave_a_missing_sentence_is(confidence: float, severity: str) -> None:
    given = Pair("The bridge fell in May.", "", "en", "de", "missing", confidence)
    assert [one.severity for one in found("missing", given)] == [severity]


@pytest.mark.parametrize(
    ("words", "confidence", "severity"),
    [(2, 0.9, "minor"), (3, 0.74, "minor"), (3, 0.75, "major"), (15, 0.9, "major")],
)
def test_how_grave_a_missing_heading_is(words: int, confidence: float, severity: str) -> None:
    given = Pair(" ".join(["Bridge"] * words), "", "en", "de", "missing", confidence)
    assert [(one.kind, one.severity) for one in found("missing", given)] == [("heading", severity)]


def test_a_line_of_sixteen_words_is_no_heading() -> None:
    given = Pair(" ".join(["bridge"] * 16), "", "en", "de", "missing", 0.9)
    assert [one.kind for one in found("missing", given)] == ["sentence"]


@pytest.mark.parametrize(("confidence", "severity"), [(0.49, "minor"), (0.5, "major")])
def test_how_grave_an_added_sentence_is(confidence: float, severity: str) -> None:
    given = Pair("", "Niemand wusste davon.", "en", "de", "added", confidence)
    assert [one.severity for one in found("added", given)] == [severity]


@pytest.mark.parametrize(
    ("confidence", "severity"),
    [(0.64, "minor"), (0.65, "major"), (0.79, "major"), (0.8, "critical")],
)
def test_how_grave_a_wrong_figure_of_a_doubtful_pair_is(confidence: float, severity: str) -> None:
    given = Pair("The town has 5,000 trees.", "Die Stadt hat 700 Bäume.", "en", "de")
    given = Pair(*_texts(given), "en", "de", confidence=confidence)
    assert [one.severity for one in found("numbers", given)] == [severity]


_MANY = [
    ("It sold 5,000 trees, 61,700 bushes.", "Es hat 43 Dienste, 328 Orte."),
    ("It sold 5,000 trees, 61,700 bushes, 842 pots.", "Es hat 43 Dienste, 328 Orte, 19 Kräne."),
]


@pytest.mark.parametrize(
    ("texts", "confidence", "light"),
    [(_MANY[0], 0.89, False), (_MANY[1], 0.89, True), (_MANY[1], 0.9, False)],
)
def test_three_wrong_figures_say_more_than_two(
    texts: tuple[str, str], confidence: float, light: bool
) -> None:
    grave = [
        one.severity for one in found("numbers", Pair(*texts, "en", "de", confidence=confidence))
    ]
    assert all(one in ("minor", "info") for one in grave) is light, grave


@pytest.mark.parametrize(
    ("source", "target", "severity"),
    [
        ("It has 451 trees.", "Es hat 415 Bäume.", "critical"),  # three digits swapped
        ("It has 45 trees.", "Es hat 54 Bäume.", "minor"),
        ("It has 4,512 trees.", "Es hat 4.517 Bäume.", "critical"),  # one of four changed
        ("It has 451 trees.", "Es hat 457 Bäume.", "minor"),
    ],
)
def test_a_slip_of_the_digits_says_nothing_against_the_pair(
    source: str, target: str, severity: str
) -> None:
    given = Pair(source, target, "en", "de", confidence=0.6)
    assert [one.severity for one in found("numbers", given)] == [severity]


@pytest.mark.parametrize(("agreeing", "severity"), [(10, "minor"), (11, "critical")])
def test_a_figure_above_ten_that_agrees_vouches_for_its_pair(agreeing: int, severity: str) -> None:
    given = Pair(
        f"The {agreeing} towns have 5,000 trees.",
        f"Die {agreeing} Städte haben 700 Bäume.",
        "en",
        "de",
        confidence=0.6,
    )
    assert [one.severity for one in found("numbers", given)] == [severity]


@pytest.mark.parametrize(("copies", "caught"), [(3, False), (4, True)])
def test_a_repeated_sentence_of_three_words_is_chance(copies: int, caught: bool) -> None:
    twice = " ".join(["Brücken", "wurden", "gestern", "geöffnet"][:copies]) + "."
    pairs = [
        Pair("The bridge opens again.", twice, "en", "de"),
        Pair("Nobody was hurt in May.", twice, "en", "de"),
    ]
    assert bool(check_document(pairs)) is caught


@pytest.mark.parametrize(
    ("run", "caught"), [("ab cdef", False), ("abc defg", True), ("abcd efgh", True)]
)
def test_a_repeated_run_of_seven_letters_is_chance(run: str, caught: bool) -> None:
    given = Pair("Nothing.", f"Er sah {run} {run} dort.", "en", "de")
    assert bool(found("repeated-words", given)) is caught


def _texts(given: Pair) -> tuple[str, str]:
    return given.source, given.target


# --- numbers ---------------------------------------------------------------------------------


def numbers(source: str, target: str, languages: str = "en-de") -> list[Finding]:
    first, second = languages.split("-")
    return check_numbers(source, target, source_language=first, target_language=second)


@pytest.mark.parametrize(
    ("value", "severity"), [(11, "major"), (12, "major"), (13, "critical"), (14, "critical")]
)
def test_a_missing_figure_above_twelve_is_critical(value: int, severity: str) -> None:
    assert [one.severity for one in numbers(f"It has {value} cranes.", "Es hat Kräne.")] == [
        severity
    ]
    assert [one.severity for one in numbers("It has cranes.", f"Es hat {value} Kräne.")] == [
        severity
    ]


@pytest.mark.parametrize(
    ("exact", "rounded", "marked", "near"),
    [
        (1_987, 2_000, False, True),
        (1_951, 2_000, False, False),  # 2.51 %
        (1_952, 2_000, False, True),  # 2.46 %
        (987, 1_000, False, False),  # three digits of a whole number are exact
        (98.7, 99, False, True),
        (12_480, 12_000, False, False),  # 3.8 %
        (12_480, 12_000, True, True),
        (1_075, 1_000, True, True),  # 6.98 %
        (1_077, 1_000, True, False),  # 7.15 %
        (1_000, 1_000, True, False),
        (-1_987, 2_000, False, False),
        (2_000, 1_987, False, False),
        (0, 10, True, False),
    ],
)
def test_what_is_a_rounding(exact: float, rounded: int, marked: bool, near: bool) -> None:
    assert is_rounding(Fraction(str(exact)), Fraction(rounded), marked=marked) is near


@pytest.mark.parametrize(
    ("value", "digits", "place"),
    [(12_480, 4, 10), (Fraction("4.9"), 2, Fraction(1, 10)), (7, 1, 1), (2_000, 1, 1_000)],
)
def test_significant_digits(value: Fraction | int, digits: int, place: Fraction | int) -> None:
    assert (significant(value), last_place(value)) == (digits, place)


@pytest.mark.parametrize(("count", "near"), [(40, True), (38, False), (60, True), (61, False)])
def test_dozens_may_be_told_in_tens_a_fifth_apart(count: int, near: bool) -> None:
    assert is_near(48, count) is near


@pytest.mark.parametrize(
    ("miles", "kilometres", "rough", "same"),
    [
        ("100", "161", False, True),
        ("100", "155", False, True),  # 3.7 %
        ("100", "154", False, False),  # 4.3 %
        ("30", "53", True, True),  # 8.9 %
        ("30", "53.1", True, False),  # 9.1 %
        ("30", "52", False, False),
        ("123.4", "197.3", False, True),  # 0.65 %, and both are exact to a tenth
        ("123.4", "197.2", False, False),  # 0.70 %
    ],
)
def test_how_far_a_conversion_may_be_off(
    miles: str, kilometres: str, rough: bool, same: bool
) -> None:
    given = Fraction(miles), "mile", Fraction(kilometres), "kilometer"
    assert converts(*given, rough=rough) is same


def _item(kind: str, **more: object) -> Item:
    return Item(0, 1, kind, (4711,), raw="4711", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("between", "paired"), [(0, True), (1, True), (2, False)])
def test_a_code_and_a_number_are_counterparts_where_they_stand_close(
    between: int, paired: bool
) -> None:
    others = [_item("date", day=(2020, 5, day + 1)) for day in range(between)]
    pairs, _, _ = pair([_item("code", text="AB4711")], [*others, _item("cardinal")])
    assert bool(pairs) is paired


def test_a_time_and_a_number_are_no_counterparts() -> None:
    pairs, missing, extra = pair([_item("time", minutes=435)], [_item("cardinal")])
    assert (pairs, len(missing), len(extra)) == ([], 1, 1)


@pytest.mark.parametrize(
    ("target", "languages", "severity"),
    [
        ("2,500 Autos", "en-de", "critical"),
        ("2,500 voitures", "en-fr", "critical"),
        ("2,500 coches", "en-es", "minor"),
        ("2.500 سيارة", "en-ar", "minor"),
    ],
)
def test_regions_that_mix_separators_are_not_accused(
    target: str, languages: str, severity: str
) -> None:
    assert [one.severity for one in numbers("2,500 cars", target, languages)] == [severity]


@pytest.mark.parametrize(("value", "severity"), [(12, "major"), (13, "minor")])
def test_a_figure_above_twelve_that_comes_twice_is_repeated(value: int, severity: str) -> None:
    found = numbers(f"It sold {value} cars.", f"Es verkaufte {value} Autos, ja {value} Autos.")
    assert [one.severity for one in found] == [severity]


def test_amounts_of_two_things_are_not_added_up() -> None:
    together = numbers("He is 5 feet 7 inches tall.", "Er ist 1,70 m groß.")
    assert [one.rule for one in together] == ["conversion"]
    apart = numbers("It is 5 feet high and, at its far end, 7 inches wide.", "Es ist 1,70 m groß.")
    assert "conversion" not in [one.rule for one in apart]


@pytest.mark.parametrize(("end", "caught"), [(".", True), ("", False)])
def test_a_title_with_a_word_of_grammar_is_not_left_untranslated(end: str, caught: bool) -> None:
    title = f"Der Zauberberg und Tonio lesen{end}"
    given = Pair(title, title, "de", "en")
    assert bool(found("untranslated", given)) is caught


@pytest.mark.parametrize(("litres", "differs"), [("5.7", False), ("5.9", False), ("6.3", True)])
def test_how_near_two_ways_to_tell_a_consumption_lie(litres: str, differs: bool) -> None:
    found = check_numbers(
        "The van manages 40 miles per gallon.",
        f"The van takes {litres} litres for 100 kilometres.",
        source_language="en",
        target_language="en",
    )
    assert any(one.severity in ("critical", "major") for one in found) == differs


@pytest.mark.parametrize(("letters", "told"), [(37, True), (38, True), (39, False)])
def test_how_far_a_word_for_growing_stands_from_its_value(letters: int, told: bool) -> None:
    between = "x" * letters
    found = check_numbers(
        f"Rents rose {between} 4 percent.",
        "Die Mieten sanken um 4 Prozent.",
        source_language="en",
        target_language="de",
    )
    assert any(one.rule == "trend" for one in found) == told


@pytest.mark.parametrize(("between", "told"), [("y", True), ("y of last", False)])
def test_how_many_words_stand_between_a_part_and_its_month(between: str, told: bool) -> None:
    found = check_numbers(
        f"It closed at the end of {between} March 2015.",
        "Es schloss Anfang März 2015.",
        source_language="en",
        target_language="de",
    )
    assert any(one.rule == "part" for one in found) == told


@pytest.mark.parametrize(("minutes", "agrees"), [(1, True), (59, True), (60, False)])
def test_up_to_how_many_minutes_a_span_makes_a_time_of_midnight(minutes: int, agrees: bool) -> None:
    found = check_numbers(
        f"It struck {minutes} minutes after midnight.",
        f"Es schlug um 0:{minutes:02} Uhr." if minutes < 60 else "Es schlug um 1:00 Uhr.",
        source_language="en",
        target_language="de",
    )
    assert (not any(one.severity == "critical" for one in found)) == agrees
