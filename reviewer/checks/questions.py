"""A question that became a statement, or the reverse: a question mark on one side only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.base import Check, Page
from reviewer.checks.reported_questions import is_asked_otherwise
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import message
from reviewer.text.address_words import ADDRESS_WORD
from reviewer.text.languages import base

_NO_MARK = frozenset({"ja", "th", "lo", "km", "my", "bo", "ko", "dz"})
"""Languages whose particles ask a question, often without a mark."""

_CHINESE_QUESTION = re.compile("[吗呢吧么谁哪怎几何否嗎麼誰幾]|多少|不是")
"""Words and particles that ask in Chinese, where a question may do without its mark (GB/T 15834
wants it): with one of them a sentence is no statement."""

_GREEK = frozenset({"el", "grc"})
_PASSED_OVER = re.compile(ADDRESS_WORD + r"|[(（]\s*[?？؟!]+\s*[)）]")
_MARKS = re.compile("[?？؟⸮՞፧⁇⁈⁉]")
_GREEK_MARKS = re.compile("[?;\u037e](?=\\s|$|[»”\"')\\]])")


class Questions(Check):
    """The source asks and the translation states, or the reverse."""

    id = "question"
    title = "Question or statement"
    severity = "minor"
    its = "mistranslation"
    mqm = "mistranslation"
    page = Page(
        finds=message(
            "A question that became a statement, or the reverse, by the question marks of both "
            "sides. A reported question, a request and a rhetorical question may be either."
        ),
        languages=message("all whose questions have a mark"),
        bad=(
            "Who came?",
            "Otto kam.",
        ),
        good=(
            "Who came?",
            "Wer kam?",
        ),
        measured=("No faithful row of seven languages is told."),
    )
    compares_sides = True

    def find(self, pair: Pair) -> Iterator[Finding]:
        """At most one finding, with the marks that have no counterpart."""
        languages = {base(pair.source_language), base(pair.target_language)}
        if languages & _NO_MARK:
            return
        asked = _marks(pair.source, pair.source_language)
        answered = _marks(pair.target, pair.target_language)
        if asked and not answered:
            if _asks_without_mark(pair.target, pair.target_language) or is_asked_otherwise(
                pair.source, pair.source_language, pair.target, pair.target_language
            ):
                return
            yield Finding(
                self.id,
                "lost",
                "minor",
                message("The source asks a question; the translation has no question mark."),
                source_spans=asked,
                rule="question-lost",
            )
        elif answered and not asked:
            if _asks_without_mark(pair.source, pair.source_language) or is_asked_otherwise(
                pair.target, pair.target_language, pair.source, pair.source_language
            ):
                return
            yield Finding(
                self.id,
                "added",
                "minor",
                message("The translation asks a question; the source has no question mark."),
                target_spans=answered,
                rule="question-added",
            )


def _asks_without_mark(text: str, language: str) -> bool:
    chinese = base(language) in ("zh", "yue")
    return chinese and _CHINESE_QUESTION.search(text) is not None


def _marks(text: str, language: str) -> tuple[Span, ...]:
    pattern = _GREEK_MARKS if base(language) in _GREEK else _MARKS
    plain = _PASSED_OVER.sub(lambda match: " " * len(match[0]), text)
    return tuple(Span(*match.span()) for match in pattern.finditer(plain))
