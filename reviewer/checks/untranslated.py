"""Sentences and passages left in the source's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reviewer.checks.base import ALIGNED, Check, Page
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import Message, message
from reviewer.text.enclosures import enclosures
from reviewer.text.endings import ends_as_sentence
from reviewer.text.languages import base, detect
from reviewer.text.sentences import split_sentences
from reviewer.text.web_addresses import may_have_addresses, without_addresses
from reviewer.text.words import function_words, is_function_word, words

_FEW_WORDS = 400
"""Of a text with more, each word is not searched for in all of the other one."""

_SHORT = 4_000
"""Characters of two texts together."""

_FEWEST_WORDS = 4
"""A sentence of fewer words may be a name, a title or a code, which stay as they are."""

_PASSAGE_WORDS = 6
_PLAIN_WORDS = 2
"""So many words in small letters that carry meaning are needed: names have fewer."""

_GRAMMAR_WORDS = 3
"""So many words of the source's grammar alone make a sentence: titles have fewer."""

_SAME, _SAME_IN_KIN = 85.0, 98.0
"""rapidfuzz ratio from which a sentence is the source's own; the second for close relatives."""

_OTHER_LANGUAGE_WORDS = 8
_OTHER_LANGUAGE = 0.95
"""Words, and the detector's confidence, from which the language alone is proof enough."""

_KIN = tuple(
    frozenset(group.split())
    for group in (
        "id ms jv su", "nb nn da sv", "hr sr bs sl mk bg", "cs sk", "es pt gl ca oc", "af nl",
        "uk ru be", "hi mr ne", "tr az tk", "kk ky uz tt", "fa tg",
    )
)  # fmt: skip
"""Close relatives, of which the detector may take one for the other."""


class Untranslated(Check):
    """A target sentence, or a long passage of one, that is still in the source's language."""

    id = "untranslated"
    title = "Untranslated text"
    severity = "major"
    its = "untranslated"
    mqm = "untranslated"
    page = Page(
        finds=message(
            "A sentence, or a long passage of one, that is still in the "
            "language of the source; a unit of a bilingual file that is empty."
        ),
        languages=message("all"),
        bad=(
            "The mayor thanked the engineers and promised to repair the lighthouse.",
            "The mayor thanked the engineers and promised to repair the lighthouse.",
        ),
        good=(
            "The mayor thanked the engineers.",
            "Die Bürgermeisterin dankte den Ingenieuren.",
        ),
        measured=("No faithful row of seven languages is told."),
    )
    relations = ALIGNED | {"missing"}

    def find(self, pair: Pair) -> Iterator[Finding]:
        """At most one finding for each sentence of the target; one for a unit that is empty."""
        if pair.relation == "missing":
            if pair.empty_unit and pair.source.strip():
                yield Finding(
                    self.id,
                    "empty",
                    self.severity,
                    message("This segment is not translated."),
                    source_spans=(Span(0, len(pair.source)),),
                    rule="untranslated-unit",
                )
            return
        if base(pair.source_language) == base(pair.target_language):
            return
        sentences = split_sentences(pair.target, pair.target_language)
        plain = pair
        if may_have_addresses(pair.source) or may_have_addresses(pair.target):
            plain = replace(
                pair, source=without_addresses(pair.source), target=without_addresses(pair.target)
            )
        passages = _passages(plain, sentences)
        for span in sentences:
            if _is_left(span.of(pair.target), pair):
                words = message("This sentence was left untranslated.")
                yield self._finding("sentence", words, span)
            else:
                words = message("This passage was left untranslated.")
                for passage in passages.get(span, ()):
                    yield self._finding("passage", words, passage)

    def _finding(self, kind: str, words: Message, span: Span) -> Finding:
        return Finding(
            self.id, kind, "major", words, target_spans=(span,), rule=f"untranslated-{kind}"
        )


def _is_left(sentence: str, pair: Pair) -> bool:
    from rapidfuzz import fuzz

    spans = words(sentence, pair.source_language)
    if len(spans) < _FEWEST_WORDS:
        return False
    folded = without_addresses(sentence).casefold()
    alike = _SAME_IN_KIN if _are_kin(pair) else _SAME
    same = any(
        _may_be_alike(folded, one, alike) and fuzz.ratio(folded, one, score_cutoff=alike) >= alike
        for one in _compared(pair.source, pair.source_language)
    )
    plain = _without_quotations(sentence, pair.target_language)
    # What hardly any translation is comes before what costs much to ask.
    if not (same or _may_be_source(plain, pair)) or not _says_something(sentence, spans, pair):
        return False
    if same:
        return not _reads_as(sentence, pair.target_language, pair.source_language)
    if _are_kin(pair):
        return False
    language, confidence = detect(plain)
    return language == base(pair.source_language) and confidence >= _OTHER_LANGUAGE


def _without_quotations(text: str, language: str) -> str:
    """The text without what it quotes or names in brackets, which may be in any language."""
    for pair in reversed(enclosures(text, language).pairs):
        text = text[: pair.start] + " " * (pair.end - pair.start) + text[pair.end :]
    return text


def _are_kin(pair: Pair) -> bool:
    both = {base(pair.source_language), base(pair.target_language)}
    return any(both <= group for group in _KIN)


@lru_cache(maxsize=4096)
def _compared(text: str, language: str) -> tuple[str, ...]:
    """A text and its sentences, casefolded; an address that is the same makes a short translation
    look like its source, and is left out. Kept as `_runs` are."""
    sentences = (span.of(text) for span in split_sentences(text, language))
    return tuple({without_addresses(one).casefold(): None for one in (text, *sentences)})


def _reads_as(sentence: str, target_language: str, source_language: str) -> bool:
    """Whether the sentence is one of the target language all the same (close relatives)."""
    language, confidence = detect(sentence)
    return (
        language == base(target_language)
        and language != base(source_language)
        and confidence >= 0.5
    )


def _may_be_source(text: str, pair: Pair) -> bool:
    """Whether there are words enough and the grammar could be the source language's."""
    spans = words(text, pair.source_language)
    if len(spans) < _OTHER_LANGUAGE_WORDS:
        return False
    ours, theirs = function_words(pair.source_language), function_words(pair.target_language)
    folded = _folded(text, spans)
    return not ours or sum(map(ours.__contains__, folded)) > sum(map(theirs.__contains__, folded))


def _plain_words(text: str, spans: list[Span], pair: Pair) -> int:
    """How many words in small letters carry meaning; none without the source's grammar."""
    written = [span.of(text) for span in spans]
    listed = function_words(pair.source_language)
    if listed and not any(word.casefold() in listed for word in written):
        return 0
    return sum(
        word[0].isalpha()
        and not word[0].isupper()
        and not is_function_word(word, pair.source_language)
        and not is_function_word(word, pair.target_language)
        for word in written
    )


def _says_something(sentence: str, spans: list[Span], pair: Pair) -> bool:
    """Whether the sentence is prose of the source's language and not a name or title.

    German writes its nouns as names are written, so that few of its words are plain; then
    its grammar tells.
    """
    plain = _plain_words(sentence, spans, pair)
    ours, theirs = function_words(pair.source_language), function_words(pair.target_language)
    written = [span.of(sentence) for span in spans]
    grammar = sum(word in ours and word not in theirs for word in written)
    if plain >= _PLAIN_WORDS or grammar >= _GRAMMAR_WORDS:
        return True
    return plain > 0 and grammar > 0 and ends_as_sentence(sentence)


def _may_be_alike(one: str, other: str, least: float) -> bool:
    """Whether two texts have letters enough in common to be so much alike, in whatever order. Of
    short ones that costs more than to compare them."""
    together = len(one) + len(other)
    if together <= _SHORT:
        return True
    common = (Counter(one) & Counter(other)).total()
    return 200 * common >= least * together


@lru_cache(maxsize=4096)
def _runs(text: str, language: str) -> frozenset[tuple[str, ...]]:
    """Every run of words of the text that is long enough for a passage, casefolded.

    Kept: a source sentence stands beside each of its translations.
    """
    return frozenset(_runs_of(_folded(text, words(text, language))))


def _runs_of(folded: list[str]) -> list[tuple[str, ...]]:
    ends = range(_PASSAGE_WORDS, len(folded) + 1)
    return [tuple(folded[end - _PASSAGE_WORDS : end]) for end in ends]


def _folded(text: str, spans: list[Span]) -> list[str]:
    return [span.of(text).casefold() for span in spans]


def _passages(pair: Pair, sentences: Sequence[Span]) -> dict[Span, list[Span]]:
    """Runs of words that stand in the source just so, outside quotations and brackets, by the
    sentence of the target that holds them."""
    spans = words(pair.target, pair.source_language)
    folded = _folded(pair.target, spans)
    if not _may_hold_run(folded, pair.source.casefold()):
        return {}
    runs = _runs(pair.source, pair.source_language)
    if runs.isdisjoint(_runs_of(folded)):
        return {}
    return {
        sentence: list(_passages_in(pair, [s for s in spans if _lies_in(s, sentence)], runs))
        for sentence in sentences
    }


def _may_hold_run(folded: list[str], source: str) -> bool:
    """Whether so many words in a row as a passage has stand anywhere in the source: costs little,
    and hardly any translation has them. In a long text it would cost more than the runs."""
    if len(folded) > _FEW_WORDS:
        return True
    many = 0
    for word in folded:
        many = many + 1 if word in source else 0
        if many == _PASSAGE_WORDS:
            return True
    return False


def _lies_in(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end


def _passages_in(pair: Pair, spans: list[Span], runs: frozenset[tuple[str, ...]]) -> Iterator[Span]:
    same = [run in runs for run in _runs_of(_folded(pair.target, spans))]
    at = 0
    while at < len(same):
        if not same[at]:
            at += 1
            continue
        last = at
        while last + 1 < len(same) and same[last + 1]:
            last += 1
        end = last + _PASSAGE_WORDS
        found = Span(spans[at].start, spans[end - 1].end)
        quoted = enclosures(pair.target, pair.target_language).pairs
        enclosed = any(pair_.start < found.start and found.end < pair_.end for pair_ in quoted)
        if not enclosed and _plain_words(pair.target, spans[at:end], pair) > _PLAIN_WORDS:
            yield found
        at = end
