"""Words written twice by mistake."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from reviewer.checks.base import Check, Page
from reviewer.domain import Finding, Fix, Pair, Span, message
from reviewer.text.languages import base
from reviewer.text.scripts import UNSPACED_CHARACTERS
from reviewer.text.words import function_words, is_function_word

_INSIDE = r"(?-i:[^\s\d.,;:!?()\[\]\"«»“”„،؛؟।…/—–-])"
"""None of them has two cases: to look for both would take 16 ms at each start."""
_WORD = rf"(?!(?-i:[{UNSPACED_CHARACTERS}]))[^\W\d_]{_INSIDE}*"
_TWICE = re.compile(
    rf"(?<![\w'’.-])(?<!{_INSIDE})({_WORD}(?:[ \t\u00a0]{_WORD}){{0,3}})"
    rf"[ \t\u00a0]+(\1)(?![\w'’-])",
    re.I,
)

_LETTERS_IN_A_RUN = 8
"""Fewer letters in a repeated run of words are chance."""

_LETTER_NAME = 2
"""Letters in the name of a letter: acronyms are spelled out so (Arabic بي بي سي, BBC)."""


class RepeatedWords(Check):
    """One word, or a run of up to four, twice in a row where the source has none so."""

    id = "repeated-words"
    title = "Repeated word"
    severity = "minor"
    its = "duplication"
    mqm = "duplication"
    page = Page(
        finds=message(
            "A word, or a few words, written twice in a row where the source has nothing like it."
        ),
        languages=message("all with spaces between words"),
        bad=(
            "The bridge fell.",
            "Die Brücke Brücke stürzte ein.",
        ),
        good=(
            "The bridge fell.",
            "Die Brücke stürzte ein.",
        ),
        measured=(
            "What is told in faithful rows are slips that are there (docs/measurements/checks.md)."
        ),
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """The second copy of each repetition, with the fix that takes it out."""
        for match in _TWICE.finditer(pair.target):
            written = match[1]
            first, second = Span(*match.span(1)), Span(*match.span(2))
            if _is_usual(written, base(pair.target_language)) or _TWICE.search(pair.source):
                continue
            yield Finding(
                self.id,
                "word" if " " not in written else "words",
                "minor",
                message("“{words}” is written twice.", words=written),
                target_spans=(first, second),
                rule="repeated-word",
                subject=written.casefold(),
                fix=Fix(Span(first.end, second.end), ""),
            )


def _is_usual(written: str, language: str) -> bool:
    """Whether the language doubles such words on purpose."""
    run = written.casefold().split()
    doubling = language in _doubling()
    if len(run) > 1:
        return (doubling and len(run) == 2) or len(written) < _LETTERS_IN_A_RUN
    if len(run[0]) < 2:
        return True
    if run[0] in _usual(language):
        return True
    if len(run[0]) <= _LETTER_NAME and run[0] not in function_words(language):
        return True
    return doubling and not is_function_word(run[0], language)


@lru_cache(maxsize=1)
def _doubling() -> frozenset[str]:
    languages: str = _lists()["doubling"]
    return frozenset(languages.split())


@lru_cache(maxsize=64)
def _usual(language: str) -> frozenset[str]:
    by_language: dict[str, str] = _lists()["usual"]
    return frozenset(by_language.get(language, "").split())


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    data = files("reviewer.checks").joinpath("data/doubled_words.json").read_text("utf-8")
    lists: dict[str, Any] = json.loads(data)
    return lists
