"""A suggested fix is written as the language writes, and what it leaves is quiet."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reviewer.text.quantities
from reviewer.checks.numbers import check_numbers, fixes
from reviewer.checks.numbers.fixes import formatted, plural, with_scale
from reviewer.domain import Finding
from reviewer.text.quantities.lexicon import lexicon

LANGUAGES = sorted(
    path.stem for path in (Path(reviewer.text.quantities.__file__).parent / "lexica").glob("*.json")
)
AMOUNTS = st.one_of(
    st.integers(13, 10**7).map("{:,}".format),
    st.integers(11, 999).map(lambda tenths: f"{tenths / 10:.1f}"),
    st.integers(1, 99).map("{} million".format),
    st.integers(1, 40).map("{} billion".format),
)


def findings(source: str, target: str, language: str) -> list[Finding]:
    return check_numbers(source, target, source_language="en", target_language=language)


def test_every_language_is_asked() -> None:
    assert len(LANGUAGES) > 300


@settings(max_examples=600)
@given(
    language=st.sampled_from(LANGUAGES), amount=AMOUNTS, wrong=st.integers(13, 99_999),
)  # fmt: skip
def test_a_fix_applied_and_checked_again_is_quiet(language: str, amount: str, wrong: int) -> None:
    source, target = f"It cost {amount}.", f"X {wrong}."
    for finding in findings(source, target, language):
        if finding.fix is not None:
            span = finding.fix.span
            fixed = target[: span.start] + finding.fix.text + target[span.end :]
            assert findings(source, fixed, language) == []


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("ro", 2_000_000, "2 milioane"),
        ("ro", 20_000_000, "20 de milioane"),
        ("lt", 2_000_000, "2 milijonai"),
        ("lt", 21_000_000, "21 milijonas"),
        ("sl", 2_000_000, "2 milijona"),
        ("pl", 22_000_000, "22 miliony"),
        ("ru", 21_000_000, "21 миллион"),
        ("de", 1_000_000, "1 Million"),
    ],
)
def test_scale_words_take_the_plural_of_their_number(
    language: str, value: int, written: str
) -> None:
    assert with_scale(value, lexicon(language)).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("hi", 2_500_000, "25,00,000"),
        ("bn", 2_500_000, "25,00,000"),
        ("en", 2_500_000, "2,500,000"),
        ("es", 2500, "2500"),
        ("es", 25_000, "25.000"),
        ("de", 2500, "2.500"),
        ("en", 999, "999"),
    ],
)
def test_figures_are_grouped_as_the_language_groups(
    language: str, value: int, written: str
) -> None:
    assert formatted(value, lexicon(language)) == written


def test_a_language_without_plural_rules_has_one_form() -> None:
    assert plural("xx", Decimal(2)) == "other"


def test_the_digits_of_the_text_are_kept() -> None:
    (finding,) = findings("It has 350 beds.", "يضم ٥٣٠ سريرًا.", "ar")
    assert finding.fix is not None
    assert finding.fix.text == "٣٥٠"


def test_no_fix_where_the_unit_would_stay_wrong() -> None:
    found = findings("The road is 62 miles long.", "Die Straße ist 37 Kilometer lang.", "de")
    assert [finding.fix for finding in found] == [None]


@pytest.mark.parametrize("around", [0, 480, 499, 500, 501, 520, 3_000])
@pytest.mark.parametrize("filling", ["wort ", "und so weiter, ", "Wald. "])
def test_a_figure_deep_in_a_long_text_is_mended_as_in_a_short_one(
    around: int, filling: str
) -> None:
    long = (filling * (around // len(filling) + 1))[:around]
    target = f"{long} Es kamen 8.300 Gäste und 14 Hunde. {long}"
    (found,) = findings(f"{long} There came 3,800 guests and 14 dogs. {long}", target, "de")
    assert found.fix is not None
    assert found.fix.text == "3.800"
    assert found.fix.span.of(target) == "8.300"


@pytest.mark.parametrize("count", [1, 19, 20, 21, 40])
def test_many_figures_that_are_alike_leave_the_one_that_differs(count: int) -> None:
    source = "There came 3,800 guests. " + "And 14 dogs. " * count
    target = "Es kamen 8.300 Gäste. " + "Und 14 Hunde. " * count
    (found,) = findings(source, target, "de")
    assert found.subject == "3800→8300"


@pytest.mark.parametrize("count", [fixes.MOST - 1, fixes.MOST, fixes.MOST + 1])
def test_of_more_figures_than_anybody_mends_none_is_offered_a_fix(count: int) -> None:
    source = " ".join(f"{1_111_111 + 7 * n}" for n in range(count))
    target = " ".join(f"{5_000_003 + 9 * n}" for n in range(count))
    found = findings(source, target, "de")
    assert len(found) == count
    assert any(each.fix for each in found) == (count <= fixes.MOST)
