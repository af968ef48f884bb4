"""How two figures were read and how they agree, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reviewer.checks.numbers.explain import Link, Told
from reviewer.domain import Span
from reviewer.ui.state.figure_words import rule, told
from reviewer.wording import use_language


def figure(written: str, *values: int | str) -> Told:
    found = tuple(map(Decimal, values))
    return Told(Span(0, len(written)), written, "cardinal", found, "", vague=False)


def plain(link: Link) -> str:
    return told(link).replace("\u2068", "<").replace("\u2069", ">")


@pytest.mark.parametrize(
    ("name", "sign", "words"),
    [
        ("same", "=", "the same value"),
        ("different", "≠", "different"),
        ("clock", "≈", "the same time of day"),
        ("date", "≈", "the same date"),
        ("code", "≈", "the same digits"),
        ("equivalent", "≈", "the same share or factor"),
        ("clock number", "≈", "a time of day and its hour"),
        ("written day", "≈", "a day and month in figures"),
        ("reading", "≈", "the same under one of its readings"),
        ("converted", "≈", "converted to another unit"),
        ("share", "≈", "a percentage told as a share"),
        ("partial date", "≈", "the same as far as both are told"),
        ("rounded", "≈", "rounded"),
        ("a rule without words", "≈", "the same value"),
    ],
)
def test_two_figures(name: str, sign: str, words: str) -> None:
    link = Link(figure("two", 2), figure("3", 3), name)
    assert rule(link) == words
    assert plain(link) == f"<two> (2) {sign} <3>: {words}"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("alone", "without counterpart"),
        ("asks for none", "may be no quantity, and asks for no counterpart"),
    ],
)
def test_one_figure(name: str, words: str) -> None:
    assert plain(Link(figure("7", 7), None, name)) == f"<7>: {words}"
    assert plain(Link(None, figure("7", 7), name)) == f"<7>: {words}"


@pytest.mark.parametrize(
    ("one", "read"),
    [
        (figure("5", 5), "<5>"),
        (figure("12 million", 12_000_000), "<12 million> (12,000,000)"),
        (figure("1.500", 1500, 2), "<1.500> (1,500 / 2)"),
        (figure("2019", 2019), "<2019>"),
        (figure("2 019", 2019), "<2 019> (2,019)"),
        (figure("in 12000", 12_000), "<in 12000>"),
        (figure("٢٠١٩", 2019), "<٢٠١٩> (2019)"),
        (figure("14.6 %", "14.6"), "<14.6 %>"),
        (figure("14,6 %", "14.6"), "<14,6 %> (14.6)"),
        (figure("2 bridges", 2), "<2 bridges>"),
    ],
)
def test_a_figure_is_told_with_every_reading_unless_it_reads_so(one: Told, read: str) -> None:
    assert plain(Link(one, None, "alone")) == f"{read}: without counterpart"


def test_values_have_the_separators_of_the_users_language() -> None:
    use_language("de")
    assert plain(Link(figure("12 million", 12_000_000), None, "alone")).startswith(
        "<12 million> (12.000.000)"
    )
    assert plain(Link(figure("14,6 %", "14.6"), None, "alone")).startswith("<14,6 %>:")
