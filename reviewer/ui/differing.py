"""Which words of a sentence and its back-translation differ, whatever their case and ending."""

from __future__ import annotations

from reviewer.domain import Span


def differing_words(
    source: str, back_translation: str, language: str
) -> tuple[list[Span], list[Span]]:
    """The words of either text that the other has nothing for, as spans.

    A word diff finds them; a word that merely stands at another place is not among them.
    Words that begin alike are taken for forms of one word.
    """
    from rapidfuzz.distance import Indel

    from reviewer.text.words import words

    left, right = words(source, language), words(back_translation, language)
    names: list[str] = []
    first = [_name(span.of(source), names) for span in left]
    second = [_name(span.of(back_translation), names) for span in right]
    gone: list[int] = []
    come: list[int] = []
    for step in Indel.opcodes(first, second):
        if step.tag != "equal":
            gone.extend(range(step.src_start, step.src_end))
            come.extend(range(step.dest_start, step.dest_end))
    for index in list(gone):
        twin = next((other for other in come if second[other] == first[index]), None)
        if twin is not None:
            gone.remove(index)
            come.remove(twin)
    return [left[index] for index in gone], [right[index] for index in come]


def _name(word: str, names: list[str]) -> str:
    """The word's own form, or that of an earlier word which begins as it does."""
    folded = word.casefold()
    for known in names:
        if known == folded or _alike(known, folded):
            return known
    names.append(folded)
    return folded


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 4 or len(longer) - len(shorter) > 4 or longer[:1].isdigit():
        return False
    shared = 0
    for left, right in zip(shorter, longer, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= max(4, round(len(shorter) * 0.75))
