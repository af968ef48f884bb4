"""What words around two equal values say that differs: at least and at most, before Christ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.denials import denied_in_one, forms_of_denial
from reviewer.checks.numbers.matching import Match
from reviewer.checks.numbers.sides import TextFigures, finding, values_beside
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import WORD_PATTERN, Lexicon

_WORD = re.compile(WORD_PATTERN)
_REACH = 40
"""Characters before or behind a value in which a word for "at least" may stand."""
_WORDS = 4
"""The most words that such a phrase has, with one between it and the value."""
_END = re.compile(r"[.,;:!?()]")


def directions(found: Match, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The findings on two quantities that agree in value."""
    a, b = found.source, found.target
    if family(a) not in ("number", "date") or family(b) not in ("number", "date"):
        return []
    found_out = _era(a, b, source, target) or _bounds(a, b, source, target)
    if not found_out and _is_span(a) and _is_span(b):
        return _when(a, b, source, target)
    if not found_out and _is_dated(a) and _is_dated(b):
        return _when(a, b, source, target)
    return found_out


def _era(a: Item, b: Item, source: TextFigures, target: TextFigures) -> list[Finding]:
    if ("before era" in a.tags) == ("before era" in b.tags):
        return []
    if (target if "before era" in a.tags else source).before_era:
        return []
    words = message(
        "{source} → {target}: only one of them is before Christ",
        **wording.both(a, b, source.text, target.text),
    )
    return [finding("value", "major", "era", words, a, b, 0.8)]


SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})
"""Units of what passes before or after something."""


def _when(a: Item, b: Item, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Ten days before something against ten days after it."""
    first = _when_told(source, a)
    second = _when_told(target, b) if first.way else _NONE
    if not first.way or first.way != -second.way:
        return []
    if _is_dated(a):
        if _in_span(a, source) or _in_span(b, target):
            return []
        if denied_in_one(source, target, apart=(first.words, second.words)):
            return []
    words = message(
        "{source} → {target}: one is before and the other after",
        **wording.both(a, b, source.text, target.text),
    )
    return [finding("value", "major", "when", words, a, b, 0.75)]


def _is_span(item: Item) -> bool:
    return item.unit in SPANS and item.kind != "ordinal"


def _is_dated(item: Item) -> bool:
    """Whether a quantity is a day: of the calendar, or the fifth day of each month."""
    return item.day is not None or (item.kind == "ordinal" and item.unit == "day")


def when(side: TextFigures, item: Item) -> int:
    """-1 where words beside a span of time set it before something, 1 after; 0 where neither."""
    return _when_told(side, item).way


def _when_told(side: TextFigures, item: Item) -> Bound:
    """The same with the words that say so."""
    facts = side.lexicon.facts
    dated = _is_dated(item)
    table = "when_dated" if dated else "when"
    front, rear = facts.get(table, {}), facts.get(f"{table}_behind", {})
    before = plain(side.text[max(0, item.start - _REACH) : item.start])
    behind = plain(side.text[item.end : item.end + _REACH])
    if dated:
        behind = _WRITTEN_ON.sub("", behind)  # június 30. után, 30 Haziran'dan sonra
    if not side.lexicon.spaced:
        told = [
            Bound(w, form) for form, w in rear.items() if form in behind[: len(form) + _COUNTER]
        ]
        told += [Bound(w, form) for form, w in front.items() if before.rstrip().endswith(form)]
    else:
        turkic = side.lexicon.turkic
        ahead = [fold(word, turkic) for word in _WORD.findall(_END.split(before)[-1])[-_WORDS:]]
        after = [fold(word, turkic) for word in _WORD.findall(_END.split(behind)[0])[:_WORDS]]
        # Between a date and its "before" no other word stands (kasımdan marta kadar).
        skips = (0,) if dated else (0, 1)
        told = [_ending(ahead, front), _beginning(after, rear, skips)]
    told = [one for one in told if one.way]
    return max(told, key=lambda one: len(one.words)) if len({t.way for t in told}) == 1 else _NONE


def _in_span(item: Item, side: TextFigures) -> bool:
    """Whether another date stands beside one, so that the words around them belong to both."""
    return any(other.day is not None for other in values_beside(item, side))


_WRITTEN_ON = re.compile(r"^(?:\.|['’][^\W\d_]+)")


def _bounds(a: Item, b: Item, source: TextFigures, target: TextFigures) -> list[Finding]:
    """At least against at most, over against under."""
    if not source.lexicon.bounds or not target.lexicon.bounds or _is_no_amount(a):
        return []
    if a.unit != b.unit and a.value != b.value:
        return []  # over 3 square miles, casi 8 km²
    first = bound(source, a)
    second = bound(target, b) if first.way else _NONE
    if not second.way:
        return []
    # Do not run for more than, against not less than; not so "not seen for over a year".
    turned = _turned(first, source.lexicon.bounds), _turned(second, target.lexicon.bounds)
    same_way = first.way == second.way
    if same_way and not any(turned):
        return []
    denied = _denied(source, a, first), _denied(target, b, second)
    if (denied[0] != denied[1]) != same_way:
        return []
    if same_way and not (turned[1] if denied[0] else turned[0]):
        return []
    words = message(
        "{source} → {target}: one is a lower limit and the other an upper one",
        **wording.both(a, b, source.text, target.text),
    )
    return [finding("value", "major", "bound", words, a, b, 0.8)]


def _is_no_amount(item: Item) -> bool:
    """Whether a word is a number only sometimes; halves and other parts have their limits."""
    return item.vague and not item.unit and item.kind != "fraction"


def _turned(limit: Bound, bounds: Mapping[str, int]) -> bool:
    """Whether a phrase says the opposite of its last words (not less than)."""
    words = limit.words.split()
    return any(bounds.get(" ".join(words[n:])) == -limit.way for n in range(1, len(words)))


def _denied(side: TextFigures, item: Item, found: Bound) -> bool:
    """Whether the limit itself is denied by a word that is none of its own ("no more than"), or
    stands behind "unless"."""
    denying = forms_of_denial(side)
    before = _END.split(side.text[max(0, item.start - _DENIED_BEFORE) : item.start])[-1]
    behind = _END.split(side.text[item.end : item.end + _DENIED_BEHIND])[0]
    lower = before.lower()
    unless = any(word in lower for word in side.lexicon.facts.get("unless", ()))
    if denying is None:
        words = side.lexicon.facts.get("denials", ())
        around = f" {before} {behind} ".lower()
        own = f" {found.words} "
        # Twice denied is a demand (…でなければ…ない).
        said = sum(around.count(word) - own.count(word) for word in words)
        return (said + unless) % 2 == 1
    said = unless + len(denying.read(before).denials)
    if item.kind != "cardinal" or item.unit or found.way > 0:
        # A verb that denies does nothing to few of those who do it (менее сорока не могли).
        said += len(denying.read(behind).denials)
    return said > len(denying.read(found.words).denials)


_DENIED_BEFORE = 72
"""Characters before a value in which its verb is denied, in the same clause."""
_DENIED_BEHIND = 48
"""Characters behind a value in which a verb at the end denies it (500 से अधिक लोग नहीं)."""


class Bound(NamedTuple):
    """1 where words beside a value make it the least, -1 the most, 0 without such words."""

    way: int
    words: str


_NONE = Bound(0, "")


def bound(side: TextFigures, item: Item) -> Bound:
    """The limit that words beside a value make of it."""
    before = plain(side.text[max(0, item.start - _REACH) : item.start])
    behind = plain(side.text[item.end : item.end + _REACH])
    lexicon = side.lexicon
    if not lexicon.spaced:
        return _unspaced(before, behind, lexicon.bounds)
    found = _NONE
    if _may_end(before, lexicon):
        words = _WORD.findall(_END.split(before)[-1])[-_WORDS:]
        words = [fold(word, lexicon.turkic) for word in words]
        found = _ending(words, lexicon.bounds)
        if not found.way and lexicon.facts.get("parted_limits"):
            found = _parted(words, lexicon.bounds)
        if found.way and _is_of_value_before(item, before, found, side):
            found = _NONE
    if found.way or not lexicon.bounds_behind:
        return found
    words = _WORD.findall(_END.split(behind)[0])[:_WORDS]
    return _beginning([fold(word, lexicon.turkic) for word in words], lexicon.bounds_behind)


def _is_of_value_before(item: Item, before: str, found: Bound, side: TextFigures) -> bool:
    """Whether a phrase that may stand behind a value stands behind another one (30 yaşın altında
    5 milyon)."""
    if not side.lexicon.facts.get("bounds_behind"):
        return False
    start = item.start - len(before) + fold(before, side.lexicon.turkic).rfind(found.words)
    return any(other.end <= start <= other.end + _NOUN for other in values_beside(item, side))


_NOUN = 9
"""Characters that what is counted may take between a value and the phrase behind it."""


def _may_end(before: str, lexicon: Lexicon) -> bool:
    """Whether one of the last two words may end such a phrase, which most words tell at once."""
    for token in before.rsplit(None, 2)[-2:]:
        if not token.isalpha() or fold(token, lexicon.turkic) in lexicon.bound_ends:
            return True
    return False


def _ending(words: list[str], bounds: Mapping[str, int]) -> Bound:
    """The longest phrase that stands last, or last but one word."""
    for skipped in (0, 1):
        rest = words[: len(words) - skipped]
        for size in range(len(rest), 0, -1):
            phrase = " ".join(rest[-size:])
            if phrase in bounds:
                return Bound(bounds[phrase], phrase)
    return _NONE


def _parted(words: list[str], bounds: Mapping[str, int]) -> Bound:
    """A phrase whose last word stands last, and the others before one or two that say of what
    the limit is (لا تزيد الغرامة على)."""
    for size in range(1, len(words) - 1):
        for start in range(len(words) - size - 1):
            phrase = f"{' '.join(words[start : start + size])} … {words[-1]}"
            if phrase in bounds:
                return Bound(bounds[phrase], phrase)
    return _NONE


def _beginning(
    words: list[str], bounds: Mapping[str, int], skips: tuple[int, ...] = (0, 1)
) -> Bound:
    for skipped in skips:
        rest = words[skipped:]
        for size in range(len(rest), 0, -1):
            phrase = " ".join(rest[:size])
            if phrase in bounds:
                return Bound(bounds[phrase], phrase)
    return _NONE


def _unspaced(before: str, behind: str, bounds: Mapping[str, int]) -> Bound:
    """The word right before the value, or within a few characters behind it (40人以上)."""
    before = before.rstrip()
    told = [
        (len(form), value, form)
        for form, value in bounds.items()
        if form in before[-len(form) - _VERB :]
        or (form in behind and form in behind[: len(form) + _COUNTER])
    ]
    return Bound(*max(told)[1:]) if told else _NONE


_VERB = 1
"""Characters of a verb that may stand between such a word and its value (最多有40人)."""
_COUNTER = 3
