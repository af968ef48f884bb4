"""From tokens to quantities: the order in which readings are tried."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities import clock, codes, dates, digits, powers
from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.currency_codes import with_currency_before
from reviewer.text.quantities.items import Item, Node, is_currency, magnitude, whole
from reviewer.text.quantities.lexicon import Senses
from reviewer.text.quantities.lone_words import before_plus, lone, scaled
from reviewer.text.quantities.measured import measured, with_article
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.numeral_sum import Numeral
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.numeric_dates import common_year
from reviewer.text.quantities.openers import FIRST, below_nothing, feet_and_inches, prefixed_ordinal
from reviewer.text.quantities.parts import GLYPHS, with_fraction
from reviewer.text.quantities.race_times import hours_to_seconds, race_time
from reviewer.text.quantities.reading import Found, Reading
from reviewer.text.quantities.unit_and_part import with_one_before

_NUMERALS = frozenset({"cardinal", "scale", "fraction", "group"})
_BEFORE_NUMBERS = frozenset({"currency", "percent", "percent_before", "unit", "negative_before"})
_DECADES = range(20, 100, 10)
_TINY = (100, 1000, 10**6, 10**9)
"""Places whose words are those of parts as well."""
_COUNTRY = re.compile(r"(?<![^\W_])[A-Z]{1,2}$")
_PARTS = range(2, 5)
"""Into so many parts things are cut and folded."""
_WORD_AFTER = re.compile(r"[ ]([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_INSIDE = re.compile(r"[\w,'’] ?$")
_SUBZERO = re.compile(r"(?:^|[\s(\[:])[-−–]$")
_UNDER_ZERO = ("", "celsius", "fahrenheit", "degree", "dollar", "euro")
"""Units whose amounts a word such as "minus" may stand before."""


def read(reading: Reading, index: int) -> Found | None:
    """The quantity that begins at a node."""
    node = reading.nodes[index]
    if node.kind == "n":
        found = (
            powers.read_power(reading, index)
            or feet_and_inches(reading, index)
            or hours_to_seconds(reading, index)
            or race_time(reading, index)
            or codes.read_code(reading, index)
        )
        if found is not None:
            item, following = found
            return found if item.kind == "code" else measured(reading, item, following)
    elif node.senses:
        for sense, rule in FIRST:
            if sense in node.senses:
                found = rule(reading, index)
                if found is not None:
                    return found
        if "before_plus" in node.senses:
            return before_plus(reading, index)
        if "ordinal_prefix" in node.senses:
            found = prefixed_ordinal(reading, index)
            if found is not None:
                return found
    found = clock.read_time(reading, index) or dates.read_date(reading, index)
    if found is not None:
        return found
    if not node.senses.keys().isdisjoint(_BEFORE_NUMBERS):
        found = _prefixed(reading, index)
        if found is not None:
            return found
    found = amount(reading, index)
    if found is None or node.kind != "n":
        return found
    return with_currency_before(reading, index, found[0]), found[1]


def _prefixed(reading: Reading, index: int) -> Found | None:
    """A sign, currency or percent word in front of its number."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or not _stands_before(reading, index, after):
        return None
    found = amount(reading, index + 1)
    if found is None:
        return None
    item, following = found
    senses = node.senses
    if "percent" in senses or "percent_before" in senses:
        item = below_nothing(reading, index, replace(item, start=node.start, kind="percent"))
    elif "negative_before" in senses:
        if item.unit not in _UNDER_ZERO and not item.unit.isupper():
            return None
        item = replace(item, start=node.start, values=tuple(-v for v in item.values))
    elif not item.unit:
        item = _with_sign(reading, index, _with_currency(reading, node, item))
    else:
        return None
    if len(item.values) > 1 and item.raw.isdigit() and item.scale == 1:
        item = replace(item, values=(max(item.values),))
    return item, following


def _stands_before(reading: Reading, index: int, after: Node) -> bool:
    """Whether the sign or word at `index` may belong to the number behind it."""
    node = reading.nodes[index]
    senses = node.senses
    share = "percent" in senses or "percent_before" in senses
    if not share and not _is_currency(node, senses):
        return False
    if "behind" in senses and not reading.lexicon.scale_first:
        # A word such as "won" or "real" is money behind its number only.
        return False
    if not adjacent(reading.text, node, after) or after.kind not in "nw":
        return False
    if "percent" in senses and _has_number_before(reading, index):
        return False
    return after.kind == "n" or "cardinal" in after.senses or "scale" in after.senses


def _has_number_before(reading: Reading, index: int) -> bool:
    """Whether a number stands right before a word for per cent, which is then told of that one."""
    before = reading.nodes[index - 1] if index else None
    if before is None or not adjacent(reading.text, before, reading.nodes[index]):
        return False
    return before.kind == "n" or not before.senses.keys().isdisjoint(_NUMERALS)


def _is_currency(node: Node, senses: Senses) -> bool:
    if "currency" in senses or "negative_before" in senses:
        return True
    unit = senses.get("unit", "")
    return unit.isupper() or (node.raw.isupper() and (not unit or is_currency(unit)))


def _with_currency(reading: Reading, node: Node, item: Item) -> Item:
    """An amount with the currency before it, and the letters of its country (US$, R$)."""
    letters = None
    if "currency" in node.senses:
        letters = _COUNTRY.search(reading.text, node.start - 3, node.start)
    start = letters.start() if letters else node.start
    real = start < node.start and reading.text[start : node.start] == "R"
    return replace(item, start=start, unit="BRL" if real else node.senses["unit"])


def _with_sign(reading: Reading, index: int, item: Item) -> Item:
    """The amount below zero where a minus stands before the sign of its currency or behind it."""
    text = reading.text
    before = _SUBZERO.search(text[max(0, item.start - 2) : item.start]) is not None
    behind = text[reading.nodes[index].end : reading.nodes[index + 1].start].strip() == "-"
    if not before and not (behind and reading.nodes[index].kind == "s"):
        return item
    return replace(
        item, start=item.start - before, values=tuple(-magnitude(v) for v in item.values)
    )


def amount(reading: Reading, index: int) -> Found | None:
    """A number with what belongs to it: fraction, ordinal ending, percent sign, unit."""
    nodes, text = reading.nodes, reading.text
    node = nodes[index]
    glyph = node.senses.get("glyph")
    if glyph in GLYPHS:
        item = Item(node.start, node.end, "fraction", (GLYPHS[glyph],))
        return measured(reading, item, index + 1)
    century = node.senses.get("century_word", 0)
    if "century_name" in node.senses and _names_century(reading, node):
        century = node.senses["century_name"]
    if century:
        value = (int(century),)
        item = Item(node.start, node.end, "ordinal", value, unit="century", spelled=True)
        return item, index + 1
    numeral = read_numeral(text, nodes, index, reading.lexicon)
    linked = "group" in node.senses and "scale" in node.senses and _multiplies(reading, index)
    if numeral is None or linked or _names_decade(reading, index):
        return lone(reading, index)
    item = _from_numeral(reading, index, numeral)
    if numeral.bare:
        before_number = _scale_first(reading, item, numeral)
        if before_number is not None:
            return before_number
        item = with_article(reading, item)
        if item.vague:
            item = replace(item, tags=frozenset({"indefinite"}))
    item = _tagged(reading, node, numeral, item)
    if numeral.single and numeral.ordinal and item.spelled and item.value in _DECADES:
        # The nineties without a word for years (в девяностых, krajem osamdesetih).
        item = replace(item, values=(*item.values, 1900 + int(item.value)))
    if item.raw.isdigit() and numeral.next == index + 1:
        common = common_year(reading, int(numeral.values[0])) if item.value in _YEARS else 0
        if common and common != item.value:
            item = replace(item, values=(*item.values, common))
    following = numeral.next
    item = _and_some(reading, item, following)
    if node.kind == "n":
        if numeral.next == index + 1:
            item = _with_ordinal(reading, item)
            # An ending is no unit (на 41-м километре).
            while following < len(nodes) and nodes[following].end <= item.end:
                following += 1
        if node.start and _SUBZERO.search(text[max(0, node.start - 2) : node.start]):
            item = replace(item, start=node.start - 1, values=tuple(-v for v in item.values))
    item, following = with_fraction(reading, item, following)
    if item.kind == "fraction":
        item, following = scaled(reading, item, following)
    item, following = measured(reading, item, following)
    return with_one_before(reading, index, item), following


def _and_some(reading: Reading, item: Item, following: int) -> Item:
    """Tens and a few more, told without how many (十几, 20多, 30여)."""
    marks = reading.lexicon.facts.get("and_some")
    mark = reading.text[item.end : item.end + 1]
    if not marks or not mark or mark not in marks or item.value not in _TENS:
        return item
    after = reading.at(following)
    if after is not None and after.start <= item.end + 1 and "scale" in after.senses:
        return item
    first = int(item.value)
    return replace(item, end=item.end + 1, values=tuple(range(first, first + 10)))


_YEARS = range(1000, 3000)
_TENS = range(10, 100, 10)


def _multiplies(reading: Reading, index: int) -> bool:
    """Whether a word for hundreds stands before another scale word (cientos de miles)."""
    node, after = reading.nodes[index], reading.at(index + 1)
    gap = reading.text[node.end : after.start] if after is not None else ""
    return after is not None and after.senses.get("scale", 0) >= 1000 and len(gap.strip()) > 1


def _from_numeral(reading: Reading, index: int, numeral: Numeral) -> Item:
    node = reading.nodes[index]
    return Item(
        node.start,
        reading.nodes[numeral.next - 1].end,
        "ordinal" if numeral.ordinal else "cardinal",
        numeral.values,
        spelled=numeral.spelled,
        loose=numeral.loose,
        scale=numeral.scale,
        raw=node.raw if node.kind == "n" else "",
        vague=_is_vague(reading, index, numeral),
    )


def _tagged(reading: Reading, node: Node, numeral: Numeral, item: Item) -> Item:
    """The item with what its first node says besides the value."""
    if item.raw and len(digits.read(item.raw, reading.lexicon.decimal)[0]) > 1:
        item = replace(item, tags=frozenset({"ambiguous"}))
    if "article_word" in node.senses and numeral.single:
        item = replace(item, tags=frozenset({"article"}), vague=True)
    if "dual" in node.senses and "unit" in node.senses:
        item = replace(item, unit=node.senses["unit"])
    if numeral.single and numeral.ordinal and item.spelled and 3 <= item.value <= 10:
        if reading.lexicon.facts.get("article_fractions"):
            # "The first third of it" divides.
            item = replace(item, values=(item.value, Fraction(1, int(item.value))))
    elif numeral.single and numeral.ordinal and item.spelled and item.value in _TINY:
        # A thousandth is a part more often than a place.
        item = replace(item, values=(item.value, Fraction(1, int(item.value))))
    elif item.value == 2 and item.spelled and numeral.single and _after_definite(reading, node):
        item = replace(item, vague=True)
    return replace(item, start=item.start + 1) if node.joined else item


def _after_definite(reading: Reading, node: Node) -> bool:
    """Whether "two" only makes plain what an article or pronoun before it says (the two sides)."""
    before = _WORD_BEFORE.search(reading.text, node.start - 16, node.start)
    if before is None:
        return False
    lexicon = reading.lexicon
    return "definite" in lexicon.apart.get(fold(before.group(1), lexicon.turkic), ())


def _names_century(reading: Reading, node: Node) -> bool:
    """Whether a numeral stands for a century: capitalised inside a sentence (il Novecento)."""
    before = _INSIDE.search(reading.text, node.start - 3, node.start)
    return node.raw[0].isupper() and before is not None


def _names_decade(reading: Reading, index: int) -> bool:
    """Whether an ordinal stands before years in the plural (в девяностых годах)."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or not {"decade", "ordinal"} <= node.senses.keys():
        return False
    return after.senses.get("unit") == "year" and adjacent(reading.text, node, after)


def _scale_first(reading: Reading, item: Item, numeral: Numeral) -> Found | None:
    """A scale word in front of its number, as in Swahili or Hausa (bilioni 30)."""
    index = numeral.next
    if not reading.lexicon.facts.get("scale_first") or index >= len(reading.nodes):
        return None
    node = reading.nodes[index]
    if node.kind != "n" or not adjacent(reading.text, reading.nodes[index - 1], node):
        return None
    factor = numeral.values[0]
    number = read_numeral(reading.text, reading.nodes, index, reading.lexicon)
    if number is None or number.next != index + 1:
        return None
    values = tuple(whole(v * factor) for v in number.values)
    item = replace(
        item, end=node.end, values=values, raw=node.raw, spelled=False, vague=False,
        scale=int(factor),
    )  # fmt: skip
    return measured(reading, item, number.next)


def _is_vague(reading: Reading, index: int, numeral: Numeral) -> bool:
    if numeral.bare:
        return not numeral.counted
    if numeral.single and numeral.spelled and not reading.lexicon.spaced:
        end = reading.nodes[numeral.next - 1].end
        counters = str(reading.lexicon.facts.get("counters", ""))
        return not (reading.text[end : end + 1] and reading.text[end] in counters)
    if numeral.single and (_counts_nothing(reading, index) or _is_noun(reading, index)):
        return True
    senses = reading.nodes[index].senses
    return ("vague" in senses and numeral.single) or _in_name(reading, index, numeral)


_MOST_AS_NOUN = 12
"""The largest number that is a noun by itself: a team, a mark at school, a line of the tram."""
_NEAR = 20
"""Characters before it that show whether all is in capitals."""


def _is_noun(reading: Reading, index: int) -> bool:
    """Whether a number word has a noun's capital where no sentence begins (die Elf, a team)."""
    node = reading.nodes[index]
    small = node.senses.get("cardinal", _MOST_AS_NOUN + 1) <= _MOST_AS_NOUN
    if not small or not reading.lexicon.facts.get("capital_nouns"):
        return False
    if not node.raw[0].isupper() or not node.raw[1:].islower():
        return False
    before = reading.text[max(0, node.start - _NEAR) : node.start]
    return before.rstrip()[-1:].isalpha() and not before.isupper()


def _counts_nothing(reading: Reading, index: int) -> bool:
    """Whether a numeral has nothing behind it to count and may be something else.

    A verb (sieben), or the parts that something is cut into (en deux).
    """
    facts, node, text = reading.lexicon.facts, reading.nodes[index], reading.text
    verbs, into = facts.get("counting", ()), facts.get("into", ())
    verb = node.raw.lower() in verbs
    if not verb and into and node.senses.get("cardinal") in _PARTS:
        before = _WORD_BEFORE.search(text, node.start - 8, node.start)
        verb = before is not None and before.group(1).lower() in into
    if not verb:
        return False
    behind = _WORD_AFTER.match(text, node.end)
    return behind is None or fold(behind.group(1)) in facts.get("conjunction", "").split()


def _in_name(reading: Reading, index: int, numeral: Numeral) -> bool:
    """Whether a number word is part of a name (Six Flags, the Thirty Years' War)."""
    first = reading.nodes[index]
    if first.kind != "w" or not first.raw[0].isupper():
        return False
    if not reading.lexicon.facts.get("capitals_name"):
        return False
    last = reading.nodes[numeral.next - 1]
    return bool(
        _INSIDE.search(reading.text, first.start - 3, first.start)
        and re.match(r" [A-Z][a-z]", reading.text[last.end : last.end + 3])
    )


def _with_ordinal(reading: Reading, item: Item) -> Item:
    """The ordinal ending or prefix of a number in digits (8th, 8., ke-8)."""
    text, lex = reading.text, reading.lexicon
    if lex.ordinal_after is not None:
        ending = lex.ordinal_after.match(text, item.end)
        if ending:
            return replace(item, end=ending.end(), kind="ordinal")
    dotted = lex.facts.get("ordinal_dot") and item.raw.isdigit() and len(item.raw) <= 3
    if dotted and re.match(r"\.[- )]*[^\W\d_]", text[item.end : item.end + 4]):
        return replace(item, end=item.end + 1, kind="ordinal")
    prefix = lex.facts.get("ordinal_before")
    if prefix:
        before = re.search(
            rf"(?<![^\W_])(?:{prefix})$",
            text[max(0, item.start - 8) : item.start],
            re.IGNORECASE,
        )
        if before:
            return replace(item, start=item.start - len(before.group()), kind="ordinal")
    return item


__all__ = ["amount", "read"]
