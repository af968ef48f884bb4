"""What back-translation shows: left out inside a sentence, added, another meaning.

It is evidence, never proof: an engine leaves things out itself. So the words of the source
also count as answered by the translation's own (names), the lengths of all three texts are
weighed against what is usual in the document, and figures are never looked at here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.meaning_evidence import (
    PIECE,
    Evidence,
    Measures,
    Usual,
    addition_score,
    evidence,
    omission_score,
    weights,
)
from reviewer.checks.rows import Key, Rows, Whole
from reviewer.domain import Finding, Pair, Severity, Span
from reviewer.messages import message
from reviewer.text.lengths import letters
from reviewer.text.scripts import has_spaces

_FEWEST_WORDS = 5
"""Weighty words on both sides that are needed to say that two sentences differ."""
_SAME_MEANING = 0.14
"""Share of the words that usually have an answer of which, on the better side, so few have one
where the meaning differs."""
_UNLIKE = 0.35
"""Cosine of the vectors of two sides below which they hardly mean the same: of 4,982 faithful
sentences of flores-dev in five languages 2 are, of their neighbours in the same article 77 %
(docs/measurements/meaning.md)."""
_PAIRED = 0.5
_FEWEST_LETTERS = 25
UNLIKE_RULE = "meaning-unlike"
_LONGEST_QUOTE = 80
_FIGURE = re.compile(r"\d{2,}")
_RARITY = 2.5
"""Log-odds by which what is left out or added is rarer in a translation than in the pairs
that the weights were fitted on (one in fifty against one in five)."""


class _MeaningCheck(DocumentCheck):
    """Looks at every pair that has a back-translation worth looking at."""

    reads_back_translation = True

    def whole(self, rows: Rows) -> _Measured:
        """The measures of all pairs."""
        return _Measured(rows, self)

    def of_pair(self, pair: Pair, document: Usual) -> Iterator[Finding]:
        """The findings of a pair, at most one, by what is usual in its document."""
        if _is_fit(pair):
            yield from self._find(pair, _evidence(pair), document)

    def _find(self, pair: Pair, shown: Evidence, document: Usual) -> Iterator[Finding]:
        raise NotImplementedError


class _Measured(Whole):
    """The pairs with a back-translation, and what is usual in them."""

    def __init__(self, rows: Rows, check: _MeaningCheck) -> None:
        super().__init__(rows)
        self._check = check
        self._measures = Measures()
        self._usual = Usual()
        self._touched: set[Key] = set()
        self._fit: dict[Key, None] = {}

    def add(self, key: Key, pair: Pair) -> None:
        """Take in the measures of a pair."""
        self._touched.add(key)
        if _is_fit(pair):
            self._fit[key] = None
            self._measures.add(_evidence(pair))

    def remove(self, key: Key, pair: Pair) -> None:
        """Take them out."""
        self._touched.add(key)
        if key in self._fit:
            del self._fit[key]
            self._measures.remove(_evidence(pair))

    def changed(self) -> set[Key]:
        """The pairs that came or went; all of them once something else is usual."""
        before, self._usual = self._usual, self._measures.usual()
        touched, self._touched = self._touched, set()
        return touched if before == self._usual else touched.union(self._fit)

    def found(self, key: Key) -> list[Finding]:
        """What is found in a pair, compared with what is usual now."""
        pair = self.rows.pairs.get(key)
        return list(self._check.of_pair(pair, self._usual)) if pair else []


class Omission(_MeaningCheck):
    """Words of the source that nothing in the translation seems to answer to."""

    id = "omission"
    title = "Left out inside a sentence"
    severity = "major"
    its = "omission"
    mqm = "omission"
    page = Page(
        finds=message("Words of the source that nothing in the back-translation answers to."),
        languages=message("those with a translation package"),
        measured=(
            "0.2 to 1.7 % of untouched pairs are told, 0.60 to 0.67 of what was "
            "left out is found (docs/measurements/meaning.md)."
        ),
    )

    def _find(self, pair: Pair, shown: Evidence, document: Usual) -> Iterator[Finding]:
        score = omission_score(shown, document)
        span = shown.source.lost
        if span is None or score < weights().finding or differs(shown, document):
            return
        yield Finding(
            self.id,
            "omission",
            _severity(score),
            message(
                "Possibly left out: “{words}”. Judging by its back-translation, nothing in the "
                "translation answers to it.",
                words=_quote(span.of(pair.source)),
            ),
            source_spans=(span,),
            rule="omission",
            confidence=_probability(score),
            subject=span.of(pair.source),
        )


class Addition(_MeaningCheck):
    """Words of the back-translation that nothing in the source answers to."""

    id = "addition"
    title = "Added inside a sentence"
    severity = "major"
    its = "addition"
    mqm = "addition"
    page = Page(
        finds=message("Words of the back-translation that nothing in the source answers to."),
        languages=message("those with a translation package"),
        measured=("docs/measurements/meaning.md"),
    )

    def _find(self, pair: Pair, shown: Evidence, document: Usual) -> Iterator[Finding]:
        score = addition_score(shown, document)
        span = shown.back.lost
        if span is None or score < weights().finding or differs(shown, document):
            return
        assert pair.back_translation
        back = pair.back_translation.text
        yield Finding(
            self.id,
            "addition",
            _severity(score),
            message(
                "Possibly added: its back-translation has “{words}”, and nothing in the source "
                "answers to it.",
                words=_quote(span.of(back)),
            ),
            target_spans=(clause_like(back, span, pair.target),),
            rule="addition",
            confidence=_probability(score),
            subject=span.of(back),
        )


class Meaning(_MeaningCheck):
    """A sentence whose back-translation has hardly a word in common with the source; or, where
    there is none, one that a sentence encoder finds unlike its source. Numbers and negation are
    never judged by that: it is blind to them."""

    id = "meaning"
    title = "Meaning differs?"
    severity = "info"
    its = "mistranslation"
    mqm = "mistranslation"
    page = Page(
        finds=message(
            "A sentence whose back-translation says something quite different or, where there is "
            "none, one that a sentence encoder finds unlike its source. A hint, not a judgement."
        ),
        languages=message("those with a translation package or an encoder"),
        measured=("docs/measurements/meaning.md"),
    )

    def of_pair(self, pair: Pair, document: Usual) -> Iterator[Finding]:
        """As of all, and where there is no back-translation, by the encoder."""
        if is_unlike(pair):
            yield _unlike(pair)
        else:
            yield from super().of_pair(pair, document)

    def _find(self, pair: Pair, shown: Evidence, document: Usual) -> Iterator[Finding]:
        if differs(shown, document) and not _share_a_figure(pair.source, pair.target):
            yield Finding(
                self.id,
                "meaning",
                "info",
                message(
                    "The back-translation says something else than the source. The translation "
                    "may be right and the engine wrong; worth a look."
                ),
                source_spans=(Span(0, len(pair.source)),),
                target_spans=(Span(0, len(pair.target)),),
                rule="meaning",
                confidence=0.4,
            )


def is_unlike(pair: Pair) -> bool:
    """Whether the encoder finds the two sides of a pair too unlike to mean the same."""
    return (
        pair.likeness is not None
        and pair.likeness < _UNLIKE
        and pair.back_translation is None
        and pair.relation in ALIGNED
        and pair.confidence >= _PAIRED
        and min(letters(pair.source), letters(pair.target)) >= _FEWEST_LETTERS
        and not _share_a_figure(pair.source, pair.target)
    )


def _unlike(pair: Pair) -> Finding:
    return Finding(
        "meaning",
        "meaning",
        "info",
        message(
            "The two sides seem to say different things, judging by a sentence encoder. "
            "It may be wrong; worth a look."
        ),
        source_spans=(Span(0, len(pair.source)),),
        target_spans=(Span(0, len(pair.target)),),
        rule=UNLIKE_RULE,
        confidence=0.4,
    )


def differs(shown: Evidence, document: Usual) -> bool:
    """Whether source and back-translation hardly share a word that says something.

    What is hardly any depends on how many they share elsewhere in the document.
    """
    return min(shown.source.count, shown.back.count) >= _FEWEST_WORDS and max(
        shown.source.answered, shown.back.answered
    ) <= _SAME_MEANING * (1 - document.noise)


def clause_like(back: str, span: Span, target: str) -> Span:
    """The clause of the target that stands where `span` stands in the back-translation.

    The whole target when the two are not divided alike by punctuation.
    """
    ours, theirs = _clauses(target), _clauses(back)
    touched = [
        number
        for number, clause in enumerate(theirs)
        if clause.start < span.end and span.start < clause.end
    ]
    if len(ours) != len(theirs) or not touched:
        return Span(0, len(target))
    return Span(ours[touched[0]].start, ours[touched[-1]].end)


def _clauses(text: str) -> list[Span]:
    marks = [(match.start(), match.end()) for match in PIECE.finditer(text)]
    found = []
    for (_, start), (end, _) in pairwise([(0, 0), *marks, (len(text), len(text))]):
        piece = text[start:end]
        if any(char.isalnum() for char in piece):
            begin = start + len(piece) - len(piece.lstrip())
            found.append(Span(begin, start + len(piece.rstrip())))
    return found


def _share_a_figure(source: str, target: str) -> bool:
    return bool(set(_FIGURE.findall(source)) & set(_FIGURE.findall(target)))


def _is_fit(pair: Pair) -> bool:
    """Nothing is said of source languages whose words cannot be told apart."""
    back = pair.back_translation
    return bool(
        back
        and back.reliable
        and back.text
        and pair.relation in ALIGNED
        and pair.source
        and pair.target
        and has_spaces(pair.source_language)
    )


def _evidence(pair: Pair) -> Evidence:
    assert pair.back_translation
    return evidence(
        pair.source,
        pair.target,
        pair.back_translation.text,
        pair.source_language,
        pair.target_language,
    )


def _severity(score: float) -> Severity:
    return "major" if score >= weights().major else "minor"


def _probability(score: float) -> float:
    return round(1 / (1 + math.exp(_RARITY - score)), 2)


def _quote(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rstrip() + "…"
