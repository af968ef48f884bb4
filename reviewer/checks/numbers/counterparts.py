"""Which quantity of a text answers which of the other, with what the words around them say."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.checks.numbers.matching import Matching, match
from reviewer.checks.numbers.sides import TextFigures
from reviewer.checks.numbers.unmatched import ABOUT, DAY
from reviewer.text.languages import base
from reviewer.text.quantities.approximation import approximates
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Lexicon


def matched(source: TextFigures, target: TextFigures) -> Matching:
    """Which quantity answers which, and what is left on both sides."""
    first, second = _marked(source, target.lexicon), _marked(target, source.lexicon)
    return match(*_without_copies(first, second, source, target))


def _marked(side: TextFigures, other: Lexicon) -> list[Item]:
    """The quantities, those with a unit with what a conversion asks of the text around them.

    A place counted from the end is a plain one to a language whose words for that are not known.
    """
    items = [_with_context(item, side) if item.unit else item for item in side.items]
    marks = side.lexicon.facts.get("day_behind")
    if marks:
        items = [_with_day(item, side, tuple(marks)) for item in items]
    if other.facts.get("counts_from_end"):
        return items
    return [replace(item, unit="") if item.unit == "from_end" else item for item in items]


def _with_day(item: Item, side: TextFigures, marks: tuple[str, ...]) -> Item:
    """A number with the mark of a day behind it, which may stand without its month (25日)."""
    if not item.raw or item.kind != "cardinal" or not side.text.startswith(marks, item.end):
        return item
    if item.value not in _IN_A_MONTH or side.text[item.end + 1 : item.end + 2] in _SPAN:
        return item
    return replace(item, tags=item.tags | DAY)


_SPAN = frozenset("間间간")
"""What makes days of a month a span of days (25日間)."""
_IN_A_MONTH = range(1, 32)


def _without_copies(
    first: list[Item], second: list[Item], source: TextFigures, target: TextFigures
) -> tuple[list[Item], list[Item]]:
    """The quantities without the codes that both texts write alike ("Figure 3.4m")."""
    if len(first) + len(second) > _MANY:
        return first, second
    both = (first, source, second, target), (second, target, first, source)
    for items, side, others, other in both:
        for item in [i for i in items if i.kind == "code"]:
            written = side.text[item.start : item.end]
            place = re.search(rf"(?<!{_LETTER}){re.escape(written)}(?!{_LETTER})", other.text)
            if place is None or not any(c.isalpha() for c in written):
                continue
            inside = [o for o in others if place.start() <= o.start and o.end <= place.end()]
            if inside and all(o.kind != "code" for o in inside):
                items.remove(item)
                others[:] = [o for o in others if not any(o is i for i in inside)]
    return first, second


_LETTER = r"[0-9A-Za-zÀ-ʯͰ-ӿ]"
"""What may go on in a code; a Korean ending may stand right behind one."""
_MANY = 400
"""More quantities than that are no sentence's, and none of them is looked for elsewhere."""


def _with_context(item: Item, side: TextFigures) -> Item:
    tags = item.tags
    if approximates(side.text, item, side.lexicon):
        tags |= ABOUT
    if item.unit == "degree" and base(side.language) == "en":
        tags |= {"perhaps fahrenheit"}
    if item.unit == "pound" and side.lexicon.facts.get("metric_pound"):
        tags |= {"perhaps half a kilogram"}
    if item.unit in _DEGREES and item.value > 0 and _tells_of_frost(item, side):
        return replace(item, tags=tags, values=(*item.values, -item.value))
    return item if tags == item.tags else replace(item, tags=tags)


_DEGREES = ("degree", "celsius")


def _tells_of_frost(item: Item, side: TextFigures) -> bool:
    """Whether a word for frost stands near degrees, which may then be below zero."""
    stems = side.lexicon.facts.get("frost")
    if not stems:
        return False
    around = side.text[max(0, item.start - _NEAR) : item.end + _NEAR].lower()
    return any(re.search(rf"\b{stem}", around) for stem in stems)


_NEAR = 64
"""Characters around degrees in which a word for frost is looked for."""
