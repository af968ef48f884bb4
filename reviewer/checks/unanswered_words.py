"""Which words of a text have no answer in another text of the same language, and what it says.

The measure behind the checks of meaning: a translation's back-translation stands beside the
source. An engine puts much into other words; a run of words without an answer counts only
as far as no words without an answer stand at its place on the other side.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain import Span
from reviewer.text.differences import alike
from reviewer.text.words import is_function_word, latin, words

_ANSWERED = 1.0
"""What an answered word takes from a run of unanswered ones, as a multiple of its weight."""
_NAME = 1.3
_HEAVIEST = 9
_LIGHTEST = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a text: where it stands, how much it says, and its answer's place.

    `weight` is 0 for a word that a figure is part of: figures are never compared here.
    `answer` is the number of the word that answers it on the other side, or None.
    """

    span: Span
    form: str
    weight: float
    answer: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words of one side of which most have no answer: numbers `begin` to `end`.

    `lost` is the weight of those without an answer, `kept` that of the answered ones between
    them, `other` the weight without an answer at the same place of the other side.
    """

    begin: int
    end: int
    lost: float
    kept: float
    other: float


def content(text: str, language: str) -> list[Word]:
    """The words of a text that carry meaning, weighted by how much they say.

    Long words are rarer than short ones (Zipf's law of abbreviation), and names say more.
    """
    found = []
    begins = True
    for span in words(text, language):
        written = span.of(text)
        form = latin(written)
        if any(char.isdigit() for char in written):
            found.append(Word(span, form, 0.0))
        elif not is_function_word(written, language):
            weight = min(max(len(form), _LIGHTEST), _HEAVIEST) / _HEAVIEST
            name = written[:1].isupper() and not begins
            found.append(Word(span, form, weight * _NAME if name else weight))
        begins = False
    return found


def answered(side: Sequence[Word], other: Sequence[Word], also: Sequence[str] = ()) -> list[Word]:
    """`side` with the answers that its words have among `other`.

    A word also counts as answered (by nothing in particular: -1) when one of the forms in
    `also` is alike, which are those of the translation itself: names survive there.
    """
    forms = [word.form for word in other]
    pairs = [first + second for first, second in itertools.pairwise(forms)]
    found = []
    for number, word in enumerate(side):
        answer = _nearest(
            [place for place, form in enumerate(forms) if alike(word.form, form)],
            number * len(other) / max(len(side), 1),
        )
        if answer is None and word.weight:
            joined = word.form + side[number + 1].form if number + 1 < len(side) else ""
            split = next((i for i, pair in enumerate(pairs) if pair == word.form), None)
            answer = split if split is not None else _index(forms, joined)
            if answer is None and number:
                answer = _index(forms, side[number - 1].form + word.form)
            if answer is None and any(alike(word.form, form) for form in also):
                answer = -1
        found.append(Word(word.span, word.form, word.weight, answer))
    return found


def unanswered_weight(side: Sequence[Word]) -> float:
    """The weight of the words that have no answer."""
    return sum(word.weight for word in side if word.answer is None)


def heaviest_run(side: Sequence[Word], other: Sequence[Word]) -> Run | None:
    """The run of `side` that loses most, when what it keeps is taken off; None without one."""
    best: tuple[float, int, int] | None = None
    total, begin = 0.0, 0
    for number, word in enumerate(side):
        if total <= 0:
            total, begin = 0.0, number
        total += word.weight if word.answer is None else -_ANSWERED * word.weight
        if word.answer is None and word.weight and (best is None or total > best[0]):
            best = total, begin, number + 1
    if best is None:
        return None
    _, first, last = best
    run = side[first:last]
    return Run(
        first,
        last,
        lost=sum(word.weight for word in run if word.answer is None),
        kept=sum(word.weight for word in run if word.answer is not None),
        other=_weight_between(side, other, first, last),
    )


def _weight_between(side: Sequence[Word], other: Sequence[Word], first: int, last: int) -> float:
    """The unanswered weight of the other side between the answers of a run's neighbours."""
    before = [w.answer for w in side[:first] if w.answer is not None and w.answer >= 0]
    after = [w.answer for w in side[last:] if w.answer is not None and w.answer >= 0]
    low = before[-1] + 1 if before else 0
    high = after[0] if after else len(other)
    if low > high:
        low, high = high, low
    return unanswered_weight(other[low:high])


def _nearest(places: Sequence[int], wanted: float) -> int | None:
    return min(places, key=lambda place: abs(place - wanted), default=None)


def _index(forms: Sequence[str], form: str) -> int | None:
    return forms.index(form) if form in forms else None
