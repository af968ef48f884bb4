"""Risen by five per cent against fallen by it, five points above against five points below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.denials import denied_in_one
from reviewer.checks.numbers.directions import bound
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.checks.numbers.units import is_temperature, same_dimension
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import lexicon
from reviewer.text.quantities.reader import SPANS

_REACH = 40
"""Characters that may stand between such a word and the value that it tells."""
_CLOSE = 24
"""Those beside a comparative."""
_TO = 8
"""Those between "doubled" and what that came to."""
_END = re.compile(r"[.,;:!?،。，；！？](?!\d)")
_GAP = " … "


def opposite_trends(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The first value that only grew in one text and only shrank in the other.

    Only where all such words of each text say the same: what a sentence tells of several
    things cannot be told apart.
    """
    found = _first_opposite("trends", matching, source, target)
    if found is None:
        return []
    words = message(
        "{source} → {target}: one grew and the other shrank",
        **wording.both(found.source, found.target, source.text, target.text),
    )
    return [finding("value", "major", "trend", words, found.source, found.target, 0.7)]


def opposite_comparisons(
    matching: Matching, source: TextFigures, target: TextFigures
) -> list[Finding]:
    """The first value that is more than something in one text and less in the other, told with
    comparatives (12 points below, 15 cm higher), under the same condition."""
    found = _first_opposite("comparisons", matching, source, target)
    found = found or _opposite_sides(matching, source, target)
    if found is None:
        return []
    words = message(
        "{source} → {target}: one is more and the other less",
        **wording.both(found.source, found.target, source.text, target.text),
    )
    return [finding("value", "major", "comparison", words, found.source, found.target, 0.7)]


def _first_opposite(
    kind: str, matching: Matching, source: TextFigures, target: TextFigures
) -> Match | None:
    """The first value near which all words of a kind say more in one text, less in the other."""
    fits = is_change if kind == "trends" else _is_amount
    here = every(source, kind) if matching.matches else ()
    there = every(target, kind) if here else ()
    if not there:
        return None
    if kind == "trends" and not (_unanimous(here) and _unanimous(there)):
        return _first_in_clauses(matching, (source, here), (target, there))
    here, there = _unanimous(here), _unanimous(there)
    if not here or not there or here[0][2] == there[0][2]:
        return None
    reach = _REACH if kind == "trends" else _CLOSE
    for found in sorted(filter(fits, matching.matches), key=lambda m: m.source.start):
        if near(found.source, here, source, reach) and near(found.target, there, target, reach):
            if kind == "comparisons" and _bounded(found, source, target, up=here[0][2]):
                continue
            return None if denied_in_one(source, target) else found
    return None


def _first_in_clauses(
    matching: Matching,
    source: tuple[TextFigures, Sequence[Told]],
    target: tuple[TextFigures, Sequence[Told]],
) -> Match | None:
    """The first value that all words of its own clause let grow in one text and shrink in the
    other, where other clauses tell of other things."""
    values = sorted(filter(is_change, matching.matches), key=lambda m: m.source.start)
    for found in values:
        here = _beside(found.source, *source)
        there = _beside(found.target, *target) if here else ()
        if there and here[0][2] != there[0][2] and not denied_in_one(source[0], target[0]):
            return found
    first = _in_turn([m.source for m in values], *source)
    second = _in_turn([m.target for m in values], *target) if first else ()
    for found, here_up, there_up in zip(values, first, second, strict=False):
        if here_up != there_up and not denied_in_one(source[0], target[0]):
            return found
    return None


def _in_turn(items: Sequence[Item], side: TextFigures, words: Sequence[Told]) -> Sequence[bool]:
    """What each of two or more values is told by, where as many words tell of them, each in its
    turn (shrank by 1.4 per cent after growing 0.6); nothing where that is not so."""
    if not 1 < len(items) == len(words):
        return ()
    order = sorted(range(len(items)), key=lambda index: items[index].start)
    told = dict(zip(order, sorted(words), strict=True))
    if not all(near(items[index], [word], side) for index, word in told.items()):
        return ()
    return [told[index][2] for index in range(len(items))]


def _beside(item: Item, side: TextFigures, words: Sequence[Told]) -> Sequence[Told]:
    """The words in a value's clause, if one stands near it and all say the same."""
    if any(i.unit == "times" and 0 <= item.start - i.end <= _TO for i in side.items):
        return ()  # doubled to 14,000 while the price fell
    inside = [word for word in words if _in_one_clause(item, word, side.text)]
    return _unanimous(inside) if near(item, inside, side) else ()


def _in_one_clause(item: Item, word: Told, text: str) -> bool:
    start, end, _ = word
    low, high = (end, item.start) if start < item.start else (item.end, start)
    return not any(_ends_clause(m, text) for m in _END.finditer(text, low, max(low, high)))


def _ends_clause(mark: re.Match[str], text: str) -> bool:
    """Whether a mark ends a clause; a full stop before a small letter ends an abbreviation."""
    return mark.group() != "." or not text[mark.end() : mark.end() + 2].strip()[:1].islower()


def _opposite_sides(matching: Matching, source: TextFigures, target: TextFigures) -> Match | None:
    """The first amount with "above" right beside it in one text and "below" in the other."""
    measured = [m for m in matching.matches if _is_amount(m) and _may_lie_above(m)]
    if not measured:
        return None
    here, there = told(source, "comparisons"), told(target, "comparisons")
    for found in measured:
        direct = _beside_word(found.source, source), _beside_word(found.target, target)
        if not any(direct):
            continue
        first = direct[0] or _way_near(found.source, here, source)
        second = direct[1] or _way_near(found.target, there, target)
        if not first or not second or first == second:
            continue
        if bound(source, found.source).way and bound(target, found.target).way:
            continue  # told as a limit
        if not denied_in_one(source, target):
            return found
    return None


def _may_lie_above(found: Match) -> bool:
    """Whether an amount may be how far above or below something is: a length, a share, degrees."""
    both = found.source, found.target
    return all(
        item.kind == "percent" or same_dimension("meter", item.unit) or is_temperature(item.unit)
        for item in both
    )


def _beside_word(item: Item, side: TextFigures) -> str:
    """What a word right beside an amount says: that it is above ("up") or below ("down")."""
    tables = side.lexicon.facts.get("comparisons", {})
    word = _NEXT.match(plain(side.text), item.end) if "up_behind" in tables else None
    form = fold(word.group(1), side.lexicon.turkic) if word is not None else ""
    behind = next((way for way in ("up", "down") if form in tables.get(f"{way}_behind", ())), "")
    if behind or "up_before" not in tables:
        return behind
    before = plain(side.text[max(0, item.start - _CLOSE) : item.start])
    words = " " + " ".join(_LETTERS.findall(fold(before, side.lexicon.turkic)))
    if not before.endswith(" "):
        return ""
    return next(
        (way for way in ("up", "down")
         for form in tables[f"{way}_before"] if words.endswith(f" {form}")), ""
    )  # fmt: skip


_NEXT = re.compile(r" ([^\W\d_]+)")
_LETTERS = re.compile(r"[^\W\d_]+")


def _way_near(item: Item, words: Sequence[Told], side: TextFigures) -> str:
    """What all comparatives of a text say, if one of them stands near a value."""
    if not words or not near(item, words, side, _CLOSE):
        return ""
    return "up" if words[0][2] else "down"


def _bounded(found: Match, source: TextFigures, target: TextFigures, *, up: bool) -> bool:
    """Whether the value is a limit in both texts, which are compared as limits, or in one of them
    otherwise than the comparative near it says, which is then not the value's (over 300 members
    of the lower house)."""
    way = 1 if up else -1
    here, there = bound(source, found.source).way, bound(target, found.target).way
    return bool(here and there) or here == -way or there == way


def is_change(found: Match) -> bool:
    """Whether two equal values may tell a change: amounts, and no span of time."""
    return _is_amount(found) and not {found.source.unit, found.target.unit} & SPANS


def _is_amount(found: Match) -> bool:
    both = found.source, found.target
    for item in both:
        if item.vague and item.kind not in ("percent", "fraction") and not item.unit:
            return False
        if item.kind == "ordinal" or family(item) != "number":
            return False
    return True


Told = tuple[int, int, bool]
"""Where a word stands, and whether it says that something grew."""


def told(side: TextFigures, kind: str = "trends") -> Sequence[Told]:
    """The words of a text that say that something grew or shrank, or (`comparisons`) is more or
    less; none where some say both."""
    return _unanimous(every(side, kind))


def _unanimous(words: Sequence[Told]) -> Sequence[Told]:
    """The words, if all of them say the same."""
    return words if len(words) < 2 or len({grows for _, _, grows in words}) == 1 else ()


def every(side: TextFigures, kind: str = "trends") -> Sequence[Told]:
    """All the words of a text that say so, whatever they say."""
    search = _searched_long if len(side.text) > _LONGEST_KEPT else _searched
    return search(side.text, side.lexicon.language, kind)


def _search(text: str, language: str, kind: str) -> tuple[Told, ...]:
    pattern = _pattern(language, kind)
    if pattern is None:
        return ()
    # A search that minds case takes a third of the time of one that does not.
    text = plain(text).replace("İ", "i").lower()
    search, ways = pattern
    told = ((m.start(), m.end(), _way(m.group(), ways)) for m in search.finditer(text))
    return tuple((start, end, way == "up") for start, end, way in told if way != "none")


_LONGEST_KEPT = 1000
"""Characters of a text that is searched only once for all who ask."""
_searched = lru_cache(maxsize=8192)(_search)
_searched_long = lru_cache(maxsize=4)(_search)


_WAYS = ("none", "up", "down")
"""What words say; those of the first only look as if they said one of the others (at least)."""


def _way(written: str, ways: Mapping[str, str]) -> str:
    """What a word that was found says; a letter that is written on to it may stand in front."""
    way = ways.get(written) or ways.get(written[1:])
    if way is not None:
        return way
    halves = ((form.split(_GAP), way) for form, way in ways.items() if _GAP in form)
    return next(
        way for (head, last), way in halves if written.startswith(head) and written.endswith(last)
    )


@lru_cache(maxsize=128)
def _pattern(language: str, kind: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """What finds the words of a kind, and what each of them says."""
    lex = lexicon(language)
    trends = lex.facts.get(kind)
    if not trends:
        return None
    ways: dict[str, str] = {}
    for way in _WAYS:
        for form in trends.get(way, ()):
            ways.setdefault(form.lower(), way)
    clitics = "".join(c for c in lex.clitics.forms if len(c) == 1)
    inside = not lex.spaced or lex.facts.get("trends_inside")
    if clitics and not inside:
        start = rf"(?<!\w)[{re.escape(clitics)}]?"
        return re.compile(f"{start}(?:{'|'.join(map(_stem, ways))})"), ways
    stems = (_stem(form, apart=not inside, spaced=lex.spaced) for form in ways)
    return re.compile("|".join(stems)), ways


def _stem(form: str, *, apart: bool = False, spaced: bool = True) -> str:
    """What finds a form, as a word's beginning where it stands `apart`; of two words with a gap
    between them in a language without spaces, those with a number in the gap or behind it.

    A search is several times as fast where its alternatives begin with a letter, so that what
    stands before it is asked for behind that letter.
    """
    first = re.escape(form[0])
    begin = rf"{first}(?<!\w{first})" if apart else first
    if _GAP not in form:
        return begin + re.escape(form[1:])
    head, last = form[1:].split(_GAP)
    if not spaced:
        return begin + _around_number(head, last)
    gap = rf"(?!\w)[^.;:!?]{{1,{_REACH}}}(?<!\w)"
    return rf"{begin}{re.escape(head)}{gap}{re.escape(last)}(?!\w)"


def _around_number(head: str, last: str) -> str:
    """Two parts of a comparison with its value between them or right behind (昨年より300少ない,
    比去年低5%)."""
    head, last = re.escape(head), re.escape(last)
    between = rf"[^{_STOPS}]{{0,{_REACH}}}?{_FIGURE}[^{_STOPS}]{{0,{_UNIT_AND_MORE}}}?{last}"
    behind = rf"[^{_STOPS}]{{1,{_CLOSE}}}?{last}(?=.?{_FIGURE})"
    return f"(?:{head}{behind}|{head}{between})"


_STOPS = ".,;:!?。，；：！？、"
_FIGURE = "[0-9〇一二三四五六七八九十百千万两]"
_UNIT_AND_MORE = 8
"""Characters that the unit of a value, and words such as "also", may take."""


def near(item: Item, words: Sequence[Told], side: TextFigures, reach: int = _REACH) -> bool:
    """Whether one of the words stands near a value, in its clause; "doubled" tells by itself that
    something grew, so that the word is another one's unless it stands very near."""
    reach = min(reach, _CLOSE) if item.unit == "times" else reach
    for start, end, _ in words:
        low, high = (end, item.start) if start < item.start else (item.end, start)
        if high - low <= reach and _in_one_clause(item, (start, end, True), side.text):
            return True
    return False
