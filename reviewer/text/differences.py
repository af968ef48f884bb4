"""Which words of two texts in one language answer each other, whatever their case and endings."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel, Levenshtein

from reviewer.domain import Span
from reviewer.text.words import latin, words

STEM = 4
"""Letters at the beginning that two forms of one word share at least."""
SHARE = 0.6
"""Of the longer form, so much at the beginning must be shared."""
SPELLING = 0.84
"""Likeness (1 is the same) from which two long words count as two spellings of one."""


def differing_words(left: str, right: str, language: str) -> tuple[list[Span], list[Span]]:
    """The words of each text that the other lacks at that place, as spans of joined runs.

    Both texts are in `language`. Insensitive to case, punctuation and inflection
    ("translated" answers "translation"); what is moved differs. For showing a
    back-translation beside the source.
    """
    spans = words(left, language), words(right, language)
    names = _common_names(
        [latin(span.of(left)) for span in spans[0]], [latin(span.of(right)) for span in spans[1]]
    )
    found: tuple[list[Span], list[Span]] = ([], [])
    for operation in Indel.opcodes(*names):
        if operation.tag == "equal":
            continue
        for side, begin, end in (
            (0, operation.src_start, operation.src_end),
            (1, operation.dest_start, operation.dest_end),
        ):
            if begin < end:
                found[side].append(Span(spans[side][begin].start, spans[side][end - 1].end))
    return _joined(found[0], left), _joined(found[1], right)


def alike(first: str, second: str) -> bool:
    """Whether two words (as `latin` gives them) may be forms or spellings of one word."""
    if first == second:
        return True
    shorter, longer = sorted((len(first), len(second)))
    if shorter < STEM or longer > 2 * shorter:
        return False
    shared = next((n for n in range(shorter) if first[n] != second[n]), shorter)
    if shared >= max(STEM, SHARE * longer):
        return True
    return shorter > STEM and Levenshtein.normalized_similarity(first, second) >= SPELLING


def _common_names(left: Sequence[str], right: Sequence[str]) -> tuple[list[int], list[int]]:
    """Both sequences with one number for all words that are alike."""
    numbers: dict[str, int] = {}
    for form in left:
        numbers.setdefault(form, len(numbers))
    own = dict(numbers)
    for form in right:
        if form not in numbers:
            like = next((known for known in own if alike(known, form)), None)
            numbers[form] = own[like] if like is not None else len(numbers)
    return [numbers[form] for form in left], [numbers[form] for form in right]


def _joined(spans: Sequence[Span], text: str) -> list[Span]:
    """Neighbouring spans with nothing but space between them, as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
