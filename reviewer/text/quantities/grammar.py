"""From tokens to quantities: the order in which readings are tried, and how they join."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities import clock, codes, dates, digits, joining
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item, Node, magnitude, whole
from reviewer.text.quantities.lexicon import Lexicon, lexicon
from reviewer.text.quantities.lone import before_plus, lone, scaled
from reviewer.text.quantities.nodes import nodes as find_nodes
from reviewer.text.quantities.numerals import Numeral, adjacent, read_numeral
from reviewer.text.quantities.parts import GLYPHS, with_fraction
from reviewer.text.quantities.roman import romans

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ ]$")
_BEFORE_NUMBERS = frozenset({"currency", "percent", "percent_before", "unit", "negative_before"})
_FOLLOWERS = frozenset({"and", "short", "stem", "vague"})
"""What says nothing but after something else."""
_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
_UNIT_LINK = re.compile(r" (?:de|di|d'|of|del) ?")
_COUNTRY = re.compile(r"(?<![^\W_])[A-Z]{1,2}$")
_INSIDE = re.compile(r"[\w,'’] ?$")
_SUBZERO = re.compile(r"(?:^|[\s(\[:])[-−–]$")


class Reader:
    """Reads one text; every method takes a node's index and gives (item, next index) or None."""

    def __init__(self, text: str, language: str) -> None:
        self.lexicon: Lexicon = lexicon(language)
        self.text = plain(text)
        self.nodes: list[Node] = find_nodes(self.text, self.lexicon)
        self.weekdays: list[tuple[int, int, int]] = []

    def items(self) -> list[Item]:
        """The quantities of the text, in order."""
        found: list[Item] = []
        index = 0
        nodes = self.nodes
        while index < len(nodes):
            result = self.read(index)
            if result is None:
                index += 1
                continue
            item, index = result
            if item is not None:
                while found and found[-1].end > item.start:
                    found.pop()
                found.append(item)
        found = romans(self.text, self.lexicon, found)
        return [item for item in joining.joined(self.text, found) if not self._is_footnote(item)]

    def read(self, index: int) -> tuple[Item | None, int] | None:
        """The quantity that begins at a node; an item of None swallows the nodes."""
        node = self.nodes[index]
        senses = node.senses
        if senses and senses.keys() <= _FOLLOWERS:
            return None
        if "weekday" in senses and ("ordinal" not in senses or node.raw.lower() != node.raw):
            self.weekdays.append((node.start, node.end, int(senses["weekday"])))
            return None, index + 1
        if "idiom" in senses:
            return None, index + 1
        if node.kind == "n":
            result = codes.read_code(self, index)
            if result is not None:
                return result
        if "unit" in senses and "cardinal" not in senses and index + 1 < len(self.nodes):
            after = self.nodes[index + 1]
            if "plus" in after.senses and adjacent(self.text, node, after):
                item = Item(node.start, after.end, "cardinal", (1 + after.senses["plus"],),
                            unit=senses["unit"], spelled=True)  # fmt: skip
                return item, index + 2
        if "denominator" in senses and index + 1 < len(self.nodes):
            numerator = read_numeral(self.text, self.nodes, index + 1, self.lexicon)
            if numerator is not None and adjacent(self.text, node, self.nodes[index + 1]):
                value = whole(numerator.values[0] * Fraction(1, senses["denominator"]))
                end = self.nodes[numerator.next - 1].end
                return Item(node.start, end, "fraction", (value,), spelled=True), numerator.next
        if "cardinal" in senses and not self.lexicon.spaced:
            span = self._digit_span(index)
            if span is not None:
                return span
        if "before_plus" in senses:
            return before_plus(self, index)
        if "ordinal_prefix" in senses and index + 1 < len(self.nodes):
            result = self._prefixed_ordinal(index)
            if result is not None:
                return result
        result = clock.read_time(self, index) or dates.read_date(self, index)
        if result is not None:
            return result
        if not senses.keys().isdisjoint(_BEFORE_NUMBERS):
            following = self._prefixed(index)
            if following is not None:
                return following
        return self.amount(index)

    def _digit_span(self, index: int) -> tuple[Item, int] | None:
        """Two neighbouring digits that mean a span (二三十 is 20 to 30)."""
        if index + 1 >= len(self.nodes):
            return None
        node, after = self.nodes[index], self.nodes[index + 1]
        low, high = node.senses["cardinal"], after.senses.get("cardinal")
        if high is None or node.end != after.start or not 1 <= low < high <= 9 or high - low != 1:
            return None
        numeral = read_numeral(self.text, self.nodes, index + 1, self.lexicon)
        if numeral is None:
            return None
        upper = numeral.values[0]
        lower = whole(upper * Fraction(low, high))
        end = self.nodes[numeral.next - 1].end
        parts = (
            Item(node.start, node.end, "cardinal", (lower,), spelled=True),
            Item(after.start, end, "cardinal", (upper,), spelled=True),
        )
        spanned = Item(node.start, end, "range", (lower, upper), spelled=True, parts=parts)
        return spanned, numeral.next

    def _prefixed_ordinal(self, index: int) -> tuple[Item, int] | None:
        """A word that turns the numeral after it into an ordinal (thứ mười tám, 第三)."""
        node, after = self.nodes[index], self.nodes[index + 1]
        if not adjacent(self.text, node, after):
            return None
        numeral = read_numeral(self.text, self.nodes, index + 1, self.lexicon)
        if numeral is None:
            return None
        end = self.nodes[numeral.next - 1].end
        raw = after.raw if after.kind == "n" else ""
        return (
            Item(node.start, end, "ordinal", numeral.values, spelled=numeral.spelled, raw=raw),
            numeral.next,
        )

    def _prefixed(self, index: int) -> tuple[Item, int] | None:
        """A sign, currency or percent word in front of its number."""
        node = self.nodes[index]
        if index + 1 >= len(self.nodes):
            return None
        after = self.nodes[index + 1]
        senses = node.senses
        before_only = "currency" in senses or "negative_before" in senses
        is_currency = before_only or senses.get("unit", "").isupper() or node.raw.isupper()
        if not senses.keys() & {"percent", "percent_before"} and not is_currency:
            return None
        if not adjacent(self.text, node, after) or after.kind not in "nw":
            return None
        if "percent" in senses and index and adjacent(self.text, self.nodes[index - 1], node):
            return None
        if after.kind == "w" and not ("cardinal" in after.senses or "scale" in after.senses):
            return None
        result = self.amount(index + 1)
        if result is None:
            return None
        item, following = result
        if "percent" in senses or "percent_before" in senses:
            item = replace(item, start=node.start, kind="percent")
        elif "negative_before" in senses:
            if item.unit not in ("", "celsius", "fahrenheit", "degree", "dollar", "euro"):
                return None
            item = replace(item, start=node.start, values=tuple(-v for v in item.values))
        elif not item.unit:
            letters = _COUNTRY.search(self.text, max(0, node.start - 3), node.start)
            start = letters.start() if letters and "currency" in senses else node.start
            real = start < node.start and self.text[start : node.start] == "R"
            item = replace(item, start=start, unit="BRL" if real else senses["unit"])
        else:
            return None
        if len(item.values) > 1 and item.raw.isdigit() and item.scale == 1:
            item = replace(item, values=(max(item.values),))
        return item, following

    def amount(self, index: int) -> tuple[Item, int] | None:
        """A number with what belongs to it: fraction, ordinal ending, percent sign, unit."""
        nodes, text = self.nodes, self.text
        node = nodes[index]
        senses = node.senses
        glyph = senses.get("glyph")
        if glyph in GLYPHS:
            item = Item(node.start, node.end, "fraction", (GLYPHS[glyph],))
            return self.measured(item, index + 1)
        if (
            "century_name" in senses
            and node.raw[0].isupper()
            and _INSIDE.search(text, max(0, node.start - 3), node.start)
        ):
            value = (int(senses["century_name"]),)
            item = Item(node.start, node.end, "ordinal", value, unit="century", spelled=True)
            return item, index + 1
        numeral = read_numeral(text, nodes, index, self.lexicon)
        if numeral is None or self._names_decade(index):
            return lone(self, index)
        last = nodes[numeral.next - 1]
        item = Item(
            node.start,
            last.end,
            "ordinal" if numeral.ordinal else "cardinal",
            numeral.values,
            spelled=numeral.spelled,
            loose=numeral.loose,
            scale=numeral.scale,
            raw=node.raw if node.kind == "n" else "",
            vague=self._is_vague(index, numeral),
        )
        if numeral.bare:
            before_number = self._scale_first(item, numeral)
            if before_number is not None:
                return before_number
            item = self.with_article(item)
            if item.vague:
                item = replace(item, tags=frozenset({"indefinite"}))
        if item.raw and len(digits.read(item.raw, self.lexicon.decimal)[0]) > 1:
            item = replace(item, tags=frozenset({"ambiguous"}))
        if "article_word" in senses and numeral.single:
            item = replace(item, tags=frozenset({"article"}), vague=True)
        if "dual" in senses and "unit" in senses:
            item = replace(item, unit=senses["unit"])
        if node.joined:
            item = replace(item, start=item.start + 1)
        following = numeral.next
        if node.kind == "n" and numeral.next == index + 1:
            item = self._with_ordinal(item)
        if (
            node.kind == "n"
            and node.start
            and _SUBZERO.search(text[max(0, node.start - 2) : node.start])
        ):
            item = replace(item, start=node.start - 1, values=tuple(-v for v in item.values))
        item, following = with_fraction(self, item, following)
        if item.kind == "fraction":
            item, following = scaled(self, item, following)
        return self.measured(item, following)

    def _names_decade(self, index: int) -> bool:
        """Whether an ordinal stands before years in the plural (в девяностых годах)."""
        node = self.nodes[index]
        if not {"decade", "ordinal"} <= node.senses.keys() or index + 1 >= len(self.nodes):
            return False
        after = self.nodes[index + 1]
        return after.senses.get("unit") == "year" and adjacent(self.text, node, after)

    def _scale_first(self, item: Item, numeral: Numeral) -> tuple[Item, int] | None:
        """A scale word in front of its number, as in Swahili or Hausa (bilioni 30)."""
        index = numeral.next
        if not self.lexicon.facts.get("scale_first") or index >= len(self.nodes):
            return None
        node = self.nodes[index]
        if node.kind != "n" or not adjacent(self.text, self.nodes[index - 1], node):
            return None
        factor = numeral.values[0]
        number = read_numeral(self.text, self.nodes, index, self.lexicon)
        if number is None or number.next != index + 1:
            return None
        values = tuple(whole(v * factor) for v in number.values)
        item = replace(
            item, end=node.end, values=values, raw=node.raw, spelled=False, vague=False,
            scale=int(factor),
        )  # fmt: skip
        return self.measured(item, number.next)

    def with_article(self, item: Item) -> Item:
        """A scale word after an article ("a million") is one of them, not many."""
        before = _WORD_BEFORE.search(self.text, max(0, item.start - 12), item.start)
        if before is None:
            return item
        senses = self.lexicon.apart.get(fold(before.group(1), self.lexicon.turkic), {})
        form = self.lexicon.lookup(before.group(1))
        if senses.get("indefinite") or (form and "article_word" in form.senses):
            return replace(item, start=before.start(1), vague=False)
        return item

    def _is_vague(self, index: int, numeral: Numeral) -> bool:
        if numeral.bare:
            return not numeral.counted
        if numeral.single and numeral.spelled and not self.lexicon.spaced:
            end = self.nodes[numeral.next - 1].end
            counters = str(self.lexicon.facts.get("counters", ""))
            return not (self.text[end : end + 1] and self.text[end] in counters)
        senses = self.nodes[index].senses
        return ("vague" in senses and numeral.single) or self._in_name(index, numeral)

    def _in_name(self, index: int, numeral: Numeral) -> bool:
        """Whether an English number word is part of a name (Six Flags, the Thirty Years' War)."""
        first = self.nodes[index]
        if self.lexicon.language != "en" or first.kind != "w" or not first.raw[0].isupper():
            return False
        last = self.nodes[numeral.next - 1]
        return bool(
            _INSIDE.search(self.text, max(0, first.start - 3), first.start)
            and re.match(r" [A-Z][a-z]", self.text[last.end : last.end + 3])
        )

    def _with_ordinal(self, item: Item) -> Item:
        """The ordinal ending or prefix of a number in digits (8th, 8., ke-8)."""
        text, lex = self.text, self.lexicon
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

    def measured(self, item: Item, following: int) -> tuple[Item, int]:
        """The percent sign, unit, half or "below zero" after a number."""
        nodes, text = self.nodes, self.text
        while following < len(nodes):
            after = nodes[following]
            last_end = item.end if following == 0 else max(item.end, nodes[following - 1].end)
            gap = text[last_end : after.start]
            if (len(gap) > 3 or gap.strip(" -./")) and not (
                _UNIT_LINK.fullmatch(gap) and "unit" in after.senses and item.scale >= 1000
            ):
                break
            senses = after.senses
            if "percent" in senses or "points" in senses or "permille" in senses:
                kind = "percent"
                unit = "point" if "points" in senses else ""
                values = item.values
                if "permille" in senses:
                    values = tuple(whole(v * Fraction(1, 10)) for v in values)
                item = replace(
                    item, end=after.end, kind="percent", unit=unit, values=values, vague=False
                )
                del kind
            elif "tenths" in senses and "group" not in nodes[following - 1].senses:
                values = tuple(whole(v * 10) for v in item.values)
                if self.lexicon.language == "zh":
                    # 成 is also a common part of words.
                    values += item.values
                item = replace(item, end=after.end, kind="percent", values=values, vague=False)
            elif "negative_after" in senses:
                item = replace(
                    item, end=after.end, values=tuple(-magnitude(v) for v in item.values)
                )
            elif "unit" in senses and (not item.unit or item.unit == "degree"):
                unit = senses["unit"]
                if unit == "degree" and item.kind == "ordinal":
                    break
                if unit == "year" and item.raw.isdigit() and 1000 <= item.value <= 2999:
                    break
                end = item.end if unit in _DURATIONS else after.end
                # A unit tells "sei mesi" (six months) from "sei" (you are).
                counted = item.kind == "cardinal" and 3 <= item.value < 100
                vague = item.vague and not (counted and unit in _DURATIONS)
                item = replace(item, end=end, unit=unit, vague=vague)
            elif "plus" in senses and item.unit and item.kind == "cardinal":
                item = replace(
                    item, end=after.end, values=(item.value + senses["plus"],), vague=False,
                    tags=frozenset(),
                )  # fmt: skip
            elif "decade_marker" in senses and item.spelled and item.value in range(10, 100, 10):
                decade = int(item.value)
                decades = (1900 + decade, decade, 2000 + decade, 1800 + decade)
                return replace(
                    item, end=after.end, kind="date", unit="decade", values=decades, vague=False
                ), following + 1
            elif "century" in senses and not item.unit:
                return replace(
                    item, end=after.end, unit="century", kind="ordinal", vague=False
                ), following + 1
            else:
                break
            following += 1
        return item, following

    def _is_footnote(self, item: Item) -> bool:
        around = self.text[max(0, item.start - 1) : item.end + 1]
        return item.raw != "" and around[:1] == "[" and around[-1:] == "]"


def read_items(text: str, language: str) -> list[Item]:
    """Every quantity of `text`, with its parts, in reading order."""
    return Reader(text, language).items()


__all__ = ["Reader", "fold", "read_items"]
