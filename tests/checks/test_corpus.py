"""A small text in eleven languages, right in all of them, and one mistake of each kind put in.

`corpus/en.txt` is the source, one sentence a line; `corpus/LANGUAGE.tsv` has the translation of
each line and, where a mistake is put in, the check that must find it, what is replaced, and by what
("*" replaces the whole line: "=" by its source, a number by that line of the translation, nothing
by nothing), and a back-translation of the mistake where the check reads one. All sentences were
written for this project.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from reviewer.checks import check_document, check_pair, combined
from reviewer.domain import BackTranslation, Finding, Pair

HERE = Path(__file__).parent / "corpus"
SOURCES = (HERE / "en.txt").read_text("utf-8").splitlines()
LANGUAGES = sorted(path.stem for path in HERE.glob("*.tsv"))
FEWEST = {"zh": 11, "ar": 13}
"""Mistakes of a language at least, where it has fewer than the others: without spaces between
words, capitals or another script in reach several kinds do not occur."""


@dataclass(frozen=True)
class Mistake:
    language: str
    line: int
    check: str
    target: str
    back: str


def lines(language: str) -> list[list[str]]:
    text = (HERE / f"{language}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


def mistakes() -> list[Mistake]:
    found = []
    for language in LANGUAGES:
        rows = lines(language)
        for number, (target, *rest) in enumerate(rows):
            if rest:
                check, old, new, back = [*rest, "", ""][:4]
                if old == "*":
                    made = SOURCES[number] if new == "=" else rows[int(new) - 1][0] if new else ""
                else:
                    assert target.count(old) == 1, (language, target, old)
                    made = target.replace(old, new)
                found.append(Mistake(language, number, check, made, back))
    return found


@cache
def right(language: str) -> tuple[Pair, ...]:
    """The text as it should be; the sentences with a denial are told back."""
    pairs = []
    for source, (target, *_) in zip(SOURCES, lines(language), strict=True):
        back = BackTranslation(source, "x", "1") if " not " in source else None
        pairs.append(Pair(source, target, "en", language, back_translation=back))
    return tuple(pairs)


def found(pairs: tuple[Pair, ...]) -> list[tuple[Finding, ...]]:
    across = check_document(pairs)
    return [combined(check_pair(pair), across.get(n, ())) for n, pair in enumerate(pairs)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_told_of_the_right_text(language: str) -> None:
    told = [one for row in found(right(language)) for one in row if one.severity != "info"]
    assert [(one.check, one.message) for one in told] == []


@pytest.mark.parametrize("mistake", mistakes(), ids=lambda one: f"{one.language}-{one.check}")
def test_a_mistake_is_found_and_nothing_else(mistake: Mistake) -> None:
    pairs = list(right(mistake.language))
    pair = pairs[mistake.line]
    back = BackTranslation(mistake.back, "x", "1") if mistake.back else pair.back_translation
    pairs[mistake.line] = replace(
        pair,
        target=mistake.target,
        back_translation=back if mistake.target else None,
        relation="aligned" if mistake.target else "missing",
    )
    told = found(tuple(pairs))
    assert mistake.check in {one.check for one in told[mistake.line]}
    elsewhere = [row for n, row in enumerate(told) if n != mistake.line]
    assert [one for row in elsewhere for one in row if one.severity in ("critical", "major")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_kinds_are_there(language: str) -> None:
    kinds = {one.check for one in mistakes() if one.language == language}
    assert len(kinds) >= FEWEST.get(language, 14)
