"""Faithful pairs in many languages, which must be quiet, and one change in each, which must not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.checks.numbers import check_numbers

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    """Source language, target language, source, target."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


FAITHFUL = rows("faithful.tsv")
DIFFERENT = rows("different.tsv")
FIGURE = re.compile(r"(?<![\d.,:\u066b\u066c])[1-9]\d{1,3}(?![\d.,:]\d|\d|[:hn])")


def alarms(source: str, target: str, source_language: str, target_language: str) -> list[str]:
    findings = check_numbers(
        source, target, source_language=source_language, target_language=target_language
    )
    return [f.message for f in findings if f.severity in ("critical", "major")]


def languages(table: list[tuple[str, ...]]) -> list[tuple[str, str]]:
    """The pairs of languages of a table."""
    return sorted({(one, other) for one, other, *_ in table})


@pytest.mark.parametrize(("one", "other"), languages(FAITHFUL))
def test_a_faithful_translation_is_quiet(one: str, other: str) -> None:
    found = [
        (source, target, alarms(source, target, one, other))
        for *pair, source, target in FAITHFUL
        if pair == [one, other]
    ]
    assert [row for row in found if row[-1]] == []


@pytest.mark.parametrize(("one", "other"), languages(FAITHFUL))
def test_a_changed_figure_is_not(one: str, other: str) -> None:
    missed = []
    for *pair, source, target in FAITHFUL:
        for match in FIGURE.finditer(target) if pair == [one, other] else ():
            changed = str(int(match.group()) * 3 + 7)
            wrong = target[: match.start()] + changed + target[match.end() :]
            if not alarms(source, wrong, one, other):
                missed.append((source, wrong))
    assert missed == []


@pytest.mark.parametrize(("one", "other"), languages(DIFFERENT))
def test_another_number_is_an_alarm(one: str, other: str) -> None:
    rows = [(source, target) for *pair, source, target in DIFFERENT if pair == [one, other]]
    assert [row for row in rows if not alarms(*row, one, other)] == []


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("zh", "它始于公元前221年。", "它始于公元221年。"),
        ("ja", "紀元前221年に始まった。", "紀元221年に始まった。"),
        ("de", "Es begann 221 v. Chr.", "Es begann 221 n. Chr."),
    ],
)
def test_a_year_before_christ_is_another_than_one_after(
    language: str, before: str, after: str
) -> None:
    early, late = "It began in 221 BC.", "It began in AD 221."
    assert not alarms(early, before, "en", language)
    assert not alarms(late, after, "en", language)
    assert alarms(early, after, "en", language)
    assert alarms(late, before, "en", language)
