"""What a text counts: boats, planes, the injured; what is told so is known in many languages."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from reviewer.checks.numbers.matching import Match
from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import WORD_PATTERN, Lexicon, lexicon

_WORD = re.compile(WORD_PATTERN)
_start = attrgetter("start")
_KEY = 2
"""Letters that a stem is found by."""
_ENDING = 5
"""Letters that may follow a stem."""
_FARTHEST = 30
"""Characters between a value and what it counts, which hold an adjective or two."""
_BETWEEN = re.compile(r"[.,;:!?()،。，；：！？、]")


class Thing(NamedTuple):
    """A word for something, and where it stands."""

    name: str
    start: int
    end: int


Placed = tuple[Thing, ...]


def exchanged_things(a: Match, b: Match, source: TextFigures, target: TextFigures) -> str:
    """Whether two neighbouring values count each what the other one counts in the source
    ("exchanged") or what they count there ("kept"); "" where that is not known.

    Of two things one is enough, if each text names it once.
    """
    here = things(source)
    there = things(target) if here else ()
    if not there:
        return ""
    harmed = _harmed(a.source, b.source, source, here), _harmed(a.target, b.target, target, there)
    if all(harmed):
        return "kept" if harmed[0] == harmed[1] else "exchanged"
    first = _counted(a.source, source, here), _counted(b.source, source, here)
    second = _counted(a.target, target, there), _counted(b.target, target, there)
    if not any(first) or not any(second) or first[0] == first[1] or second[0] == second[1]:
        return ""
    if all(first) and all(second):
        return "kept" if first == second else "exchanged" * (first == second[::-1])
    if b.target.start < a.target.start:
        return ""  # Spain has 12 factories and Italy 17, Italien 17 Fabriken und Spanien 12
    for own, other in ((0, 1), (1, 0)):
        name = first[own]
        if name and name == second[other] and _is_once(name, here) and _is_once(name, there):
            alone = (b if own == 0 else a).source, (a if own == 0 else b).target
            both = zip(alone, (source, target), strict=True)
            return "exchanged" * all(_counts_something(item, side) for item, side in both)
    return ""


def _harmed(a: Item, b: Item, side: TextFigures, placed: Placed) -> tuple[str, str] | None:
    """Which of the dead and the injured each of two values counts, where the text names both once,
    each beside a value and with none other between (two were killed, fifteen injured): verbs for
    them stand before their number in some languages and behind it in others."""
    told = [thing for thing in placed if thing.name in _HARM]
    if [thing.name for thing in sorted(told)] != list(_HARM):
        return None
    values = sorted((a, b), key=_start)
    told.sort(key=_start)
    if told[1].end <= values[0].start or told[0].start >= values[1].end:
        return None  # both on one side
    low = min(values[0].start, told[0].start)
    high = max(values[1].end, told[1].end)
    if any(low <= i.start < high and i.start not in (a.start, b.start)
           and not i.vague for i in side.items):  # fmt: skip
        return None
    if any(abs(t.start - v.start) > _FARTHEST for t, v in zip(told, values, strict=True)):
        return None
    names = (told[0].name, told[1].name)
    return names if values[0] is a else names[::-1]


_HARM = ("dead", "injured")


def _is_once(name: str, placed: Placed) -> bool:
    return sum(thing.name == name for thing in placed) == 1


def _counts_something(item: Item, side: TextFigures) -> bool:
    """Whether a word that may be a noun stands right behind a value."""
    match = _NEXT.match(side.text, item.end)
    if match is None:
        return False
    return fold(match[1], side.lexicon.turkic) != _conjunction(side.lexicon)


_NEXT = re.compile(r"\s?([^\W\d_]+)")


def _conjunction(lex: Lexicon) -> str:
    return str(lex.facts.get("conjunction", "")).strip()


def _counted(item: Item, side: TextFigures, placed: Placed) -> str:
    """What a value counts: the thing behind it, before the next value or "and"; where counted
    nouns may stand before their number, the one right before it (車12台)."""
    text = side.text
    noun_first = side.lexicon.facts.get("things_first")
    after = bisect_left(side.items, item.end, key=_start)
    following = side.items[after].start if after < len(side.items) else len(text)
    for thing in placed[bisect_left(placed, item.end, key=_start) :]:
        if thing.start < min(following, item.end + _FARTHEST):
            leads = noun_first and not text[thing.end : following].strip() and following < len(text)
            between = text[item.end : thing.start]
            if not leads and not _BETWEEN.search(between) and not _has_and(between, side.lexicon):
                return thing.name
            break
    if not noun_first:
        return ""
    before = (
        t.name for t in placed if t.end <= item.start and not text[t.end : item.start].strip()
    )
    return next(before, "")


def _has_and(between: str, lex: Lexicon) -> bool:
    return _conjunction(lex) in between.lower().split() if lex.spaced else False


def things(side: TextFigures) -> Placed:
    """The things that a text names, of those that its language's file lists."""
    search = _searched_long if len(side.text) > _LONGEST_KEPT else _searched
    return search(side.text, side.lexicon.language)


def _search(text: str, language: str) -> Placed:
    known = _known(language)
    if known is None:
        return ()
    lex = lexicon(language)
    text = plain(text)
    if known.pattern is not None:
        found = known.pattern.finditer(text)
        return tuple(Thing(known.forms[match.group()], *match.span()) for match in found)
    words = [(fold(m.group(), lex.turkic), *m.span()) for m in _WORD.finditer(text)]
    told: list[Thing] = []
    index = 0
    while index < len(words):
        word, start, _ = words[index]
        sizes = [size for size in known.firsts.get(word, ()) if index + size <= len(words)]
        phrases = ((" ".join(w[0] for w in words[index : index + size]), size) for size in sizes)
        name, taken = next(((known.forms[p], s) for p, s in phrases if p in known.forms), ("", 1))
        name = name or _of_word(word, known, lex)
        if name:
            told.append(Thing(name, start, words[index + taken - 1][2]))
        index += taken
    return tuple(told)


_LONGEST_KEPT = 1000
"""Characters of a text that is kept with thousands of others; of longer ones the last few are."""
_searched = lru_cache(maxsize=8192)(_search)
_searched_long = lru_cache(maxsize=4)(_search)


class _Known(NamedTuple):
    """The words for things of one language."""

    forms: dict[str, str]
    """The thing of each form."""
    stems: dict[str, list[tuple[str, str]]]
    """Stems and their things by their first letters, the longest first."""
    firsts: dict[str, list[int]]
    """How many words the phrases have that begin with a word, the longest first."""
    pattern: re.Pattern[str] | None
    """What finds the forms where no spaces part words."""


@lru_cache(maxsize=64)
def _known(language: str) -> _Known | None:
    lex = lexicon(language)
    table: dict[str, str] = lex.facts.get("things", {})
    if not table:
        return None
    forms = {form: thing for form, thing in table.items() if not form.endswith("*")}
    if not lex.spaced:
        longest = sorted(forms, key=len, reverse=True)
        return _Known(forms, {}, {}, re.compile("|".join(map(re.escape, longest))))
    stems: dict[str, list[tuple[str, str]]] = {}
    for form in sorted(table.keys() - forms.keys(), key=len, reverse=True):
        stems.setdefault(form[:_KEY], []).append((form[:-1], table[form]))
    firsts: dict[str, list[int]] = {}
    for form in sorted(forms, key=lambda form: -form.count(" ")):
        if " " in form:
            firsts.setdefault(form.split()[0], []).append(form.count(" ") + 1)
    return _Known(forms, stems, firsts, None)


def _of_word(word: str, known: _Known, lex: Lexicon) -> str:
    """The thing of a word, with what its language writes on to its beginning or without."""
    for form in (word, *(word[len(begin) :] for begin in lex.clitics.before(word))):
        thing = known.forms.get(form) or next(
            (
                thing
                for stem, thing in known.stems.get(form[:_KEY], ())
                if form.startswith(stem) and len(form) <= len(stem) + _ENDING
            ),
            "",
        )
        if thing:
            return thing
    return ""
