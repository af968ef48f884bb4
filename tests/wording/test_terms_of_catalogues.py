"""The catalogues keep to the words of docs/interface-terms.md, and to the signs of the language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from unicodedata import bidirectional

import pytest

from tests.wording.test_catalogues import LANGUAGES, entries

TERMS = tomllib.loads((Path(__file__).parent / "interface_terms.toml").read_text("utf-8"))

WITHOUT = {
    ("de", "&Insert the next figure, name or term of the source"): "too long for the menu",
    ("*", "One in each line. No check raises a finding about them."): "said with a verb",
}
"""Patterns that do without a word of theirs, by language, and why."""

_NOT_WORDS = re.compile(r"\{\w+\}|`[^`]*`|--\w+|Reviewer|\.review\b|\b(?:twice in a|first) row\b")

_RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"


def sayings(language: str) -> Iterator[tuple[str, str]]:
    """A pattern and one form of its translation, without the marks of menus."""
    for ids, said, _ in entries(language):
        for form in said:
            yield ids[-1], form.replace("&", "")


def without_the_term(language: str, pattern: str, said: str) -> Iterator[str]:
    """The terms of a pattern that its translation has neither in its language nor as they are."""
    plain = _NOT_WORDS.sub(" ", pattern.replace("&", ""))
    for name, term in TERMS.items():
        found = re.search(rf"\b(?:{term['english']})\b", plain, re.IGNORECASE)
        # Names of columns and options stay as they are.
        if found and not any(one in said.casefold() for one in [*term[language], found[0]]):
            yield name


def excused(language: str, pattern: str) -> bool:
    return bool({(language, pattern), ("*", pattern)} & WITHOUT.keys())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_main_words_are_those_of_the_table(language: str) -> None:
    other = [
        f"{name}: {said}"
        for pattern, said in sayings(language)
        if not excused(language, pattern)
        for name in without_the_term(language, pattern, said)
    ]
    assert not other, "\n".join(other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_the_documentation_has_the_same_words(language: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "interface-terms.md").read_text("utf-8")
    lines = [line for line in page.splitlines() if line.startswith("|")]
    column = {"de": 2, "id": 3, "uk": 4, "ar": 5, "vi": 6}[language]
    told = "\n".join(line.split("|")[column].casefold() for line in lines[2:])
    missing = [
        name for name, term in TERMS.items() if not any(one in told for one in term[language])
    ]
    assert not missing


def test_an_apostrophe_inside_a_word_is_a_curved_one() -> None:
    straight = re.compile(r"[^\W\d_]'[^\W\d_]")
    found = [said for one in LANGUAGES for _, said in sayings(one) if straight.search(said)]
    assert not found


def begins_the_other_way(said: str) -> bool:
    """Whether a line with Arabic words is taken for a Latin one, for its first letter."""
    outside = re.sub("[\u2066-\u2068][^\u2069]*\u2069", "", re.sub(r"\{\w+\}", "", said))
    strong = [bidirectional(sign) for sign in outside]
    first = next((one for one in strong if one in ("L", "R", "AL")), "")
    return first == "L" and "AL" in strong


def test_arabic_lines_begin_from_the_right() -> None:
    assert begins_the_other_way("XLIFF لأدوات")
    assert not begins_the_other_way(f"{_RIGHT_TO_LEFT_MARK}XLIFF لأدوات")
    assert not begins_the_other_way("XLIFF")
    assert not begins_the_other_way("{key} لوسم")
    found = [said for _, said in sayings("ar") if begins_the_other_way(said)]
    assert not found, f"begin them with U+200F: {found}"
