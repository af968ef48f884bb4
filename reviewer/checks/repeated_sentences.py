"""Sentences that the translation has twice and the source once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.checks.base import DocumentCheck
from reviewer.domain import Finding, Pair, Span
from reviewer.text.line_shapes import count_words
from reviewer.text.sentences import split_sentences

_FEWEST_WORDS = 4
_ALIKE = 60.0
"""rapidfuzz ratio from which two source sentences may well share one translation."""


class RepeatedSentences(DocumentCheck):
    """The same target sentence in two places whose sources differ."""

    id = "repeated-sentences"
    title = "Repeated sentence"
    severity = "major"
    its = "duplication"
    mqm = "duplication"

    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """A finding on each copy but the first."""
        first: dict[str, tuple[int, Span]] = {}
        found: dict[int, list[Finding]] = {}
        for index, pair in enumerate(pairs):
            for span in split_sentences(pair.target, pair.target_language):
                sentence = span.of(pair.target)
                key = " ".join(sentence.casefold().split())
                if count_words(key) < _FEWEST_WORDS:
                    continue
                earlier, earlier_span = first.setdefault(key, (index, span))
                if (earlier, earlier_span) == (index, span):
                    continue
                if _source_repeats(pairs[earlier], pair, same=earlier == index):
                    continue
                found.setdefault(index, []).append(self._finding(sentence, span))
        return found

    def _finding(self, sentence: str, span: Span) -> Finding:
        return Finding(
            self.id,
            "sentence",
            "major",
            "The translation has this sentence twice; the source says different things in the "
            "two places.",
            target_spans=(span,),
            rule="repeated-sentence",
            subject=sentence.casefold(),
        )


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
