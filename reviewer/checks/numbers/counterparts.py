"""Which quantity of a text answers which of the other, with what the words around them say."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.checks.numbers.matching import Matching, match
from reviewer.checks.numbers.sides import TextFigures
from reviewer.checks.numbers.unmatched import ABOUT
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
    if other.facts.get("counts_from_end"):
        return items
    return [replace(item, unit="") if item.unit == "from_end" else item for item in items]


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
            place = re.search(rf"(?<!\w){re.escape(written)}(?!\w)", other.text)
            if place is None or not any(c.isalpha() for c in written):
                continue
            inside = [o for o in others if place.start() <= o.start and o.end <= place.end()]
            if inside and all(o.kind != "code" for o in inside):
                items.remove(item)
                others[:] = [o for o in others if not any(o is i for i in inside)]
    return first, second


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
    return item if tags == item.tags else replace(item, tags=tags)
