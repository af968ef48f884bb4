"""Words written twice by mistake."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from reviewer.checks.base import Check, Page
from reviewer.domain import Finding, Fix, Pair, Span
from reviewer.messages import message
from reviewer.text.languages import base
from reviewer.text.scripts import IDEOGRAPHS, UNSPACED_CHARACTERS
from reviewer.text.words import function_words, is_function_word

_INSIDE = r"(?-i:[^\s\d.,;:!?()\[\]\"«»“”„،؛؟।…/—–-])"
"""None of them has two cases: to look for both would take 16 ms at each start."""
_WORD = rf"(?!(?-i:[{UNSPACED_CHARACTERS}]))[^\W\d_]{_INSIDE}*"
_TWICE = re.compile(
    rf"(?<![\w'’.-])(?<!{_INSIDE})({_WORD}(?:[ \t\u00a0]{_WORD}){{0,3}})"
    rf"[ \t\u00a0]+(\1)(?![\w'’-])",
    re.I,
)

_CHUNK = re.compile(rf"{_INSIDE}+")
_LONGEST_RUN = 4
"""Words that may stand twice together."""

_FOLDED_OTHERWISE = frozenset("İΣ")
"""Letters that a whole word in small letters has otherwise than each alone."""

_UNSPACED_TWICE = re.compile(rf"([{IDEOGRAPHS}]{{2,8}})(\1)")
_LINKS = "到在于於给給向从從与與为為将將對被把"
"""Chinese prepositions: a verb of two characters is doubled (讨论讨论), not one that ends so."""

_OF = "的"
"""What stands before a noun, and before no verb that is doubled."""

_COUNTED = "一何几幾每毎各"
"""What begins counted things that are doubled at any length (一个个一个个, 何度も何度も)."""

_IN_TURN = re.compile(r"\b(\w{3,})(?:\W{1,2}|\s\w{1,6}\s)\1\b", re.I)
"""One by one, step after step, very, very: its translation may well double a word."""

_DOUBLED_NAME = re.compile(r"\b\w*?(\w{2,})\W?\1", re.I)
"""Baden-Baden, Ngorongoro: a translation by syllables doubles them too."""

_CLAUSE = re.compile(r"[,;:.!?…–—(„“»«\"]\s*(?:\w+\s+){0,2}$|^\s*(?:\w+\s+){0,2}$")
_ATTRIBUTE = re.compile(r"\s+[^\W_]+\s+[^\W\d_]+(?:en|e[rsnm]?)\s+(?=[A-ZÄÖÜ])")
"""What may follow an article that belongs to an attribute of the next noun: der dem Kläger
zustehende Betrag."""

_LETTERS_IN_A_RUN = 8
"""Fewer letters in a repeated run of words are chance."""

_LETTERS_OF_LITTLE_WORDS = 4
"""Letters of a repeated run of function words from which on it is a slip."""

_UNSPACED = frozenset({"zh", "yue", "ja"})
_DISTRIBUTED = re.compile("(?!ال).{2,}(?:\u064b\u0651?ا|[اة]\u064b)$")
"""Arabic doubles an indefinite accusative for one after another: صفًّا صفًّا, خطوةً خطوةً. Where it is
written without its mark the source has to say it."""

_FAR = 120
"""Characters of a clause that are looked at."""

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
        languages=message(
            "all with spaces between words; in Chinese and Japanese runs of characters"
        ),
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
        language = base(pair.target_language)
        for match in _repetitions(pair, language):
            written = match[1]
            first, second = Span(*match.span(1)), Span(*match.span(2))
            if _TWICE.search(pair.source) or (
                not is_function_word(written, language) and _says_in_turn(pair)
            ):
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


def _repetitions(pair: Pair, language: str) -> Iterator[re.Match[str]]:
    """What stands twice in a row and is not so on purpose."""
    if language in _UNSPACED:
        yield from (
            match
            for match in _UNSPACED_TWICE.finditer(pair.target)
            if not (_is_reduplication(match, language) or _DOUBLED_NAME.search(pair.source))
        )
    for match in _TWICE.finditer(pair.target) if _may_repeat(pair.target) else ():
        if not (_is_usual(match, language) or _begins_a_clause(match, language)):
            yield match


def _may_repeat(text: str) -> bool:
    """Whether some word stands again a few words on: costs little beside the pattern that sees
    whether all between do, too."""
    if not _FOLDED_OTHERWISE.isdisjoint(text):
        return True
    chunks = _CHUNK.findall(text.lower())
    return any(
        second.startswith(first) and not second[len(first) : len(first) + 1].isalnum()
        for far in range(1, _LONGEST_RUN + 1)
        for first, second in zip(chunks, chunks[far:], strict=False)
    )


def _says_in_turn(pair: Pair) -> bool:
    """Whether the source has a word of its own twice, with little between."""
    language = base(pair.source_language)
    return any(not is_function_word(match[1], language) for match in _IN_TURN.finditer(pair.source))


def _is_reduplication(match: re.Match[str], language: str) -> bool:
    """Whether characters are doubled as words are: verbs of two, and what is counted or is one
    sound. Kana are doubled at any length, words of two Japanese characters are not."""
    run = match[1]
    if run[0] in _COUNTED or len(set(run)) < len(run):
        return True
    written = [char for char in run if char > "\u3400"]
    if len(written) < 2:
        return True
    if len(run) > 2 or language == "ja" or run[1] in _LINKS:
        return False
    belongs = match.string[match.start() - 1 : match.start()] == _OF
    return not (belongs or run in _listed("undoubled", language))


def _begins_a_clause(match: re.Match[str], language: str) -> bool:
    """Whether a relative pronoun and an article of the same form may stand side by side."""
    if match[1].casefold() not in _listed("relative", language):
        return False
    text, at = match.string, match.start()
    return bool(_CLAUSE.search(text, max(0, at - _FAR), at) or _ATTRIBUTE.match(text, match.end()))


def _are_function_words(run: list[str], language: str) -> bool:
    """Whether a run is of little words only, each another one: op de, in the."""
    return (
        len(set(run)) == len(run)
        and sum(map(len, run)) >= _LETTERS_OF_LITTLE_WORDS
        and all(is_function_word(word, language) for word in run)
    )


def _goes_on_and_on(match: re.Match[str], run: list[str]) -> bool:
    """Whether the run begins once more: on and on and on."""
    after = match.string[match.end() :].split(maxsplit=1)
    return bool(after) and after[0].casefold().strip(".,;:!?…") == run[0]


def _is_usual(match: re.Match[str], language: str) -> bool:
    """Whether the language doubles such words on purpose."""
    written = match[1]
    run = written.casefold().split()
    doubling = language in _doubling()
    if len(run) > 1:
        if _goes_on_and_on(match, run):
            return True
        if _are_function_words(run, language):
            return False
        return (doubling and len(run) == 2) or len(written) < _LETTERS_IN_A_RUN
    if len(run[0]) < 2:
        return written != run[0] or not is_function_word(written, language)
    if run[0] in _listed("usual", language):
        return True
    if len(run[0]) <= _LETTER_NAME and run[0] not in function_words(language):
        return True
    if is_function_word(run[0], language):
        return False
    return doubling or (language == "ar" and _DISTRIBUTED.match(run[0]) is not None)


@lru_cache(maxsize=1)
def _doubling() -> frozenset[str]:
    languages: str = _lists()["doubling"]
    return frozenset(languages.split())


@lru_cache(maxsize=64)
def _listed(kind: str, language: str) -> frozenset[str]:
    """The words of a list that a language has: `usual` or `relative`."""
    by_language: dict[str, str] = _lists()[kind]
    return frozenset(by_language.get(language, "").split())


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    data = files("reviewer.checks").joinpath("data/doubled_words.json").read_text("utf-8")
    lists: dict[str, Any] = json.loads(data)
    return lists
