"""Fractions: halves, thirds, "three of four" and the signs ½ ⅓ ¼."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from reviewer.text.quantities.items import Item, whole
from reviewer.text.quantities.lexicon import Senses
from reviewer.text.quantities.numerals import adjacent, read_numeral

if TYPE_CHECKING:
    from reviewer.text.quantities.grammar import Reader

_PLAIN: frozenset[str] = frozenset()
_ORDINAL_FRACTIONS = frozenset({"ru", "uk", "be", "pl"})
"""Languages that say "one fifth" with the plain ordinal (одна пятая)."""
GLYPHS = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    **{sign: Fraction(n, 5) for n, sign in enumerate("⅕⅖⅗⅘", 1)},
    "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6),
    **{sign: Fraction(n, 8) for n, sign in zip((1, 3, 5, 7), "⅛⅜⅝⅞", strict=True)},
}
"""The fractions that have a sign of their own in Unicode."""


def with_fraction(reader: Reader, item: Item, following: int) -> tuple[Item, int]:
    """What a number gains from the words after it: halves, thirds, dozens."""
    nodes, text = reader.nodes, reader.text
    if following >= len(nodes) or item.kind == "ordinal":
        return item, following
    after = nodes[following]
    last = nodes[following - 1]
    gap = text[last.end : after.start]
    if len(gap) > 1 and not adjacent(text, last, after):
        return item, following
    senses = after.senses
    value = item.values[0]
    if "plus" in senses:
        extra = senses["plus"] * (item.scale if item.scale > 1 and not item.spelled else 1)
        if item.scale > 1:
            extra = senses["plus"] * item.scale
        item = replace(item, end=after.end, values=(value + extra,), vague=False, tags=_PLAIN)
        following += 1
        if following < len(nodes) and adjacent(text, after, nodes[following]):
            factor = nodes[following].senses.get("scale")
            if factor and item.value >= factor:
                values = (value + senses["plus"] * factor,)
                item = replace(item, end=nodes[following].end, values=values)
                following += 1
            elif factor:
                item = replace(
                    item,
                    end=nodes[following].end,
                    values=(whole(item.value * factor),),
                    scale=item.scale * factor,
                )
                following += 1
        return item, following
    glyph = senses.get("glyph")
    if glyph in GLYPHS and isinstance(value, int) and not item.spelled:
        return replace(item, end=after.end, values=(value + GLYPHS[glyph],)), following + 1
    part = senses.get("fraction")
    if isinstance(part, Fraction) and isinstance(value, int) and _divides(value, part, senses):
        share = whole(value * part)
        item = replace(
            item, end=after.end, kind="fraction", values=(share,), vague=False, tags=_PLAIN
        )
        return item, following + 1
    ordinal = senses.get("ordinal", 0)
    if (
        reader.lexicon.language in _ORDINAL_FRACTIONS
        and item.spelled
        and isinstance(value, int)
        and 0 < value < 10
        and ordinal > max(value, 2)
        and "vague" not in senses
    ):
        share = whole(Fraction(value, ordinal))
        item = replace(
            item, end=after.end, kind="fraction", values=(share,), vague=False, tags=_PLAIN
        )
        return item, following + 1
    if "over" in senses and following + 1 < len(nodes):
        denominator = read_numeral(text, nodes, following + 1, reader.lexicon)
        tail = nodes[following + 1].senses.get("tail")
        if tail:
            return (
                replace(
                    item,
                    end=nodes[following + 1].end,
                    kind="fraction",
                    values=(Fraction(int(value), tail),),
                    vague=False,
                    tags=_PLAIN,
                ),
                following + 2,
            )
        if (
            denominator
            and isinstance(denominator.values[0], int)
            and denominator.values[0] > 1
            and isinstance(value, int)
        ):
            end = nodes[denominator.next - 1].end
            return (
                replace(
                    item,
                    end=end,
                    kind="fraction",
                    vague=False,
                    tags=_PLAIN,
                    values=(whole(Fraction(value, denominator.values[0])),),
                ),
                denominator.next,
            )
    if "under" in senses and following + 1 < len(nodes):
        numerator = read_numeral(text, nodes, following + 1, reader.lexicon)
        if numerator and isinstance(value, int) and value > 1:
            end = nodes[numerator.next - 1].end
            return (
                replace(
                    item,
                    end=end,
                    kind="fraction",
                    vague=False,
                    tags=_PLAIN,
                    values=(whole(numerator.values[0] * Fraction(1, value)),),
                ),
                numerator.next,
            )
    if "group" in senses and isinstance(value, int):
        group = senses["group"]
        return replace(
            item, end=after.end, values=(value * group,), vague=group == 2, tags=_PLAIN
        ), following + 1
    return item, following


def _divides(value: int, part: Fraction, senses: Senses) -> bool:
    """Whether a number before a fraction word counts it (three quarters, not 8 quarters)."""
    if part >= 1 or value > 20 or (part == Fraction(1, 2) and value != 1):
        return False
    return part != Fraction(1, 4) or "ordinal" in senses or value <= 8
