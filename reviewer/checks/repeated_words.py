"""Words written twice by mistake."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from reviewer.checks.base import Check
from reviewer.domain import Finding, Fix, Pair, Span
from reviewer.text.languages import base
from reviewer.text.words import is_function_word, words

_LONGEST_RUN = 4
_LETTERS_IN_A_RUN = 8
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class RepeatedWords(Check):
    """One word, or a run of up to four, twice in a row where the source has none so."""

    id = "repeated-words"
    title = "Repeated word"
    severity = "minor"
    its = "duplication"
    mqm = "duplication"

    def find(self, pair: Pair) -> Iterator[Finding]:
        """The second copy of each repetition, with the fix that takes it out."""
        if any(True for _ in _repetitions(pair.source)):
            return
        for first, second in _repetitions(pair.target):
            written = second.of(pair.target)
            if _is_usual(written, base(pair.target_language)):
                continue
            yield Finding(
                self.id,
                "word" if " " not in written else "words",
                "minor",
                f"“{written}” is written twice.",
                target_spans=(first, second),
                rule="repeated-word",
                subject=written.casefold(),
                fix=Fix(Span(first.end, second.end), ""),
            )


def _repetitions(text: str) -> Iterator[tuple[Span, Span]]:
    """Runs of words that follow on themselves with nothing but white space between."""
    spans = [span for span in words(text, "") if span.of(text)[:1].isalpha()]
    at = 0
    while at + 1 < len(spans):
        for size in range(1, _LONGEST_RUN + 1):
            first, second = spans[at : at + size], spans[at + size : at + 2 * size]
            if len(second) == size and _same(text, first, second):
                yield Span(first[0].start, first[-1].end), Span(second[0].start, second[-1].end)
                at += 2 * size - 1
                break
        at += 1


def _same(text: str, first: list[Span], second: list[Span]) -> bool:
    run = [*first, *second]
    gaps = (text[a.end : b.start] for a, b in pairwise(run))
    if any(not gap.isspace() or "\n" in gap for gap in gaps):
        return False
    ones = [span.of(text).casefold() for span in first]
    letters = sum(map(len, ones))
    if _UNSPACED.match(ones[0]) or letters < (2 if len(ones) == 1 else _LETTERS_IN_A_RUN):
        return False
    return ones == [span.of(text).casefold() for span in second]


def _is_usual(written: str, language: str) -> bool:
    """Whether the language doubles such words on purpose."""
    run = written.casefold().split()
    doubling = language in _doubling()
    if len(run) > 1:
        return doubling and len(run) == 2
    if run[0] in _usual(language):
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
