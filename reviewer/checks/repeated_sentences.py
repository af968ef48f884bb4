"""Sentences that the translation has twice and the source once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reviewer.checks.added import Added
from reviewer.checks.base import DocumentCheck, Page
from reviewer.domain import Finding, Pair, Span, message
from reviewer.text.line_shapes import count_words
from reviewer.text.sentences import split_sentences

_FEWEST_WORDS = 4
_ALIKE = 60.0
"""rapidfuzz ratio from which two source sentences may well share one translation."""

_Copy = tuple[int, Span]
"""The index of a pair, and the sentence in its target."""


class RepeatedSentences(DocumentCheck):
    """The same target sentence in two places whose sources differ."""

    id = "repeated-sentences"
    title = "Repeated sentence"
    severity = "major"
    its = "duplication"
    mqm = "duplication"
    page = Page(
        finds=message(
            "The same sentence of the translation in two places where the "
            "source says different things."
        ),
        languages=message("all"),
        measured=("Three of 13,958 faithful rows; two are errors of the corpus."),
    )
    explains = frozenset({Added.id})

    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """A finding on each copy but one: the first that has a sentence of the source beside it."""
        copies: dict[str, list[_Copy]] = {}
        for index, pair in enumerate(pairs):
            for key, span in _telling(pair.target, pair.target_language):
                copies.setdefault(key, []).append((index, span))
        found: dict[int, list[Finding]] = {}
        for same in copies.values():
            if len(same) == 1:
                continue
            kept = next((copy for copy in same if pairs[copy[0]].source), same[0])
            for index, span in same:
                pair = pairs[index]
                if (index, span) != kept and not _source_repeats(
                    pairs[kept[0]], pair, same=kept[0] == index
                ):
                    found.setdefault(index, []).append(self._finding(pair, span))
        return found

    def _finding(self, pair: Pair, span: Span) -> Finding:
        words = (
            message(
                "The translation has this sentence twice; the source says different things in "
                "the two places."
            )
            if pair.source
            else message(
                "The translation has this sentence twice; nothing in the source answers to "
                "this one."
            )
        )
        return Finding(
            self.id,
            "sentence",
            "major",
            words,
            target_spans=(span,),
            rule="repeated-sentence",
            subject=span.of(pair.target).casefold(),
        )


@lru_cache(maxsize=4096)
def _telling(text: str, language: str) -> tuple[tuple[str, Span], ...]:
    """The sentences long enough to be no chance, as they are compared, and where they stand.

    Kept, since every edit has hundreds of rows around compared again as they are.
    """
    keys = (
        (" ".join(span.of(text).casefold().split()), span)
        for span in split_sentences(text, language)
    )
    return tuple((key, span) for key, span in keys if count_words(key) >= _FEWEST_WORDS)


def _source_repeats(first: Pair, second: Pair, *, same: bool) -> bool:
    """Whether two of the source's sentences are as good as one."""
    from rapidfuzz import fuzz

    ones = _sentences(first)
    if same:
        candidates = [(a, b) for n, a in enumerate(ones) for b in ones[n + 1 :]]
    else:
        candidates = [(a, b) for a in ones for b in _sentences(second)]
    return any(fuzz.ratio(a, b) >= _ALIKE for a, b in candidates)


def _sentences(pair: Pair) -> list[str]:
    return [
        span.of(pair.source).casefold()
        for span in split_sentences(pair.source, pair.source_language)
    ]
