"""Sentences that the translation has twice and the source once."""

from __future__ import annotations

from functools import lru_cache

from reviewer.checks.added import Added
from reviewer.checks.base import DocumentCheck, Page
from reviewer.checks.rows import Key, Rows, SortedRows, Whole
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import message
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
    page = Page(
        finds=message(
            "The same sentence of the translation in two places where the "
            "source says different things."
        ),
        languages=message("all"),
        measured=("Three of 13,958 faithful rows; two are errors of the corpus."),
    )
    explains = frozenset({Added.id})

    def whole(self, rows: Rows) -> _Copies:
        """The rows by the sentences that they have."""
        return _Copies(rows)


class _Copies(Whole):
    """For each sentence of the translation the rows that have it."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._said: dict[Key, tuple[tuple[str, Span], ...]] = {}
        self._having: dict[str, SortedRows] = {}
        self._touched: dict[str, None] = {}
        self._gone: set[Key] = set()

    def add(self, key: Key, pair: Pair) -> None:
        """Take in the sentences of a row."""
        self._said[key] = _telling(pair.target, pair.target_language)
        for said in dict(self._said[key]):
            self._having.setdefault(said, SortedRows(self.rows)).add(key)
            self._touched[said] = None

    def remove(self, key: Key, pair: Pair) -> None:  # noqa: ARG002 - it is known what was said
        """Take them out."""
        self._gone.add(key)
        for said in dict(self._said.pop(key)):
            self._having[said].remove(key)
            self._touched[said] = None
            if not self._having[said]:
                del self._having[said]

    def changed(self) -> set[Key]:
        """The rows with a sentence that has come or gone elsewhere."""
        rows, touched = self._gone, self._touched
        self._gone, self._touched = set(), {}
        return rows.union(*(self._having.get(said, ()) for said in touched))

    def found(self, key: Key) -> list[Finding]:
        """A finding on each copy but one: the first that has a sentence of the source beside it."""
        pair = self.rows.pairs.get(key)
        if pair is None:
            return []
        found = []
        for said, span in self._said[key]:
            kept, place = self._kept(said)
            if (kept, place) != (key, span) and not _source_repeats(
                self.rows.pairs[kept].source, pair.source, pair.source_language, same=kept == key
            ):
                found.append(_finding(pair, span))
        return found

    def _kept(self, said: str) -> tuple[Key, Span]:
        """The row whose copy of a sentence is the one that is right, and where it stands."""
        having = self._having[said]
        key = next((key for key in having if self.rows.pairs[key].source), having[0])
        return key, next(span for other, span in self._said[key] if other == said)


def _finding(pair: Pair, span: Span) -> Finding:
    words = (
        message(
            "The translation has this sentence twice; the source says different things in "
            "the two places."
        )
        if pair.source
        else message(
            "The translation has this sentence twice; nothing in the source answers to this one."
        )
    )
    return Finding(
        RepeatedSentences.id,
        "sentence",
        "major",
        words,
        target_spans=(span,),
        rule="repeated-sentence",
        subject=span.of(pair.target).casefold(),
    )


def _telling(text: str, language: str) -> tuple[tuple[str, Span], ...]:
    """The sentences long enough to be no chance, as they are compared, and where they stand."""
    keys = (
        (" ".join(span.of(text).casefold().split()), span)
        for span in split_sentences(text, language)
    )
    return tuple((key, span) for key, span in keys if count_words(key) >= _FEWEST_WORDS)


@lru_cache(maxsize=4096)
def _source_repeats(first: str, second: str, language: str, *, same: bool) -> bool:
    """Whether two of the source's sentences are as good as one."""
    from rapidfuzz import fuzz

    ones = _sentences(first, language)
    if same:
        candidates = [(a, b) for n, a in enumerate(ones) for b in ones[n + 1 :]]
    else:
        candidates = [(a, b) for a in ones for b in _sentences(second, language)]
    return any(fuzz.ratio(a, b) >= _ALIKE for a, b in candidates)


def _sentences(text: str, language: str) -> list[str]:
    return [span.of(text).casefold() for span in split_sentences(text, language)]
