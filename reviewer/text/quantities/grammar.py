"""From tokens to quantities: the order in which readings are tried, and how they join."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities import calendar, codes
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.lexicon import Lexicon, Number, lexicon
from reviewer.text.quantities.nodes import nodes as find_nodes
from reviewer.text.quantities.numerals import Numeral, adjacent, read_numeral
from reviewer.text.quantities.roman import romans

_GLYPHS = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", map(Fraction, ["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/8", "3/8", "5/8", "7/8"]), strict=True))  # fmt: skip
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ ]$")
_PLAIN: frozenset[str] = frozenset()
_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
_RANGE = re.compile(r" ?[-–—~〜～] ?")
_RATIO = re.compile(r" ?[:/] ?|[-–—]")
_SUBZERO = re.compile(r"(?:^|[\s(\[:])[-−–]$")


class Reader:
    """Reads one text; every method takes a node's index and gives (item, next index) or None."""

    def __init__(self, text: str, language: str) -> None:
        self.lexicon: Lexicon = lexicon(language)
        self.text = plain(text)
        self.nodes: list[Node] = find_nodes(self.text, self.lexicon)

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
        return [item for item in self._joined(found) if not self._is_footnote(item)]

    def read(self, index: int) -> tuple[Item | None, int] | None:
        """The quantity that begins at a node; an item of None swallows the nodes."""
        node = self.nodes[index]
        senses = node.senses
        if "idiom" in senses or ("weekday" in senses and "ordinal" not in senses):
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
                value = _whole(numerator.values[0] * Fraction(1, senses["denominator"]))
                end = self.nodes[numerator.next - 1].end
                return Item(node.start, end, "fraction", (value,), spelled=True), numerator.next
        if "cardinal" in senses and not self.lexicon.spaced:
            span = self._digit_span(index)
            if span is not None:
                return span
        if "ordinal_prefix" in senses and index + 1 < len(self.nodes):
            result = self._prefixed_ordinal(index)
            if result is not None:
                return result
        result = calendar.read_time(self, index) or calendar.read_date(self, index)
        if result is not None:
            return result
        if (
            senses.keys() & {"currency", "percent", "percent_before"}
            or "unit" in senses
            or "negative_before" in senses
        ):
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
        lower = _whole(upper * Fraction(low, high))
        end = self.nodes[numeral.next - 1].end
        parts = (
            Item(node.start, node.end, "cardinal", (lower,), spelled=True),
            Item(after.start, end, "cardinal", (upper,), spelled=True),
        )
        whole = Item(node.start, end, "range", (lower, upper), spelled=True, parts=parts)
        return whole, numeral.next

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
            item = replace(item, start=node.start, unit=senses["unit"])
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
        if glyph in _GLYPHS:
            item = Item(node.start, node.end, "fraction", (_GLYPHS[glyph],))
            return self._measured(item, index + 1)
        numeral = read_numeral(text, nodes, index, self.lexicon)
        if numeral is None:
            return self._lone(index)
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
            item = self._with_article(item)
        if len(item.values) > 1 and item.raw and not item.raw.isdigit():
            item = replace(item, tags=frozenset({"ambiguous"}))
        if "article_word" in senses and numeral.single:
            item = replace(item, tags=frozenset({"article"}), vague=True)
        following = numeral.next
        if node.kind == "n" and numeral.next == index + 1:
            item = self._with_ordinal(item)
        if (
            node.start
            and _SUBZERO.search(text[max(0, node.start - 2) : node.start])
            and node.kind == "n"
        ):
            item = replace(item, start=node.start - 1, values=tuple(-v for v in item.values))
        item, following = self._with_fraction(item, following)
        return self._measured(item, following)

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
        values = tuple(_whole(v * factor) for v in number.values)
        item = replace(
            item, end=node.end, values=values, raw=node.raw, spelled=False, vague=False,
            scale=int(factor),
        )  # fmt: skip
        return self._measured(item, number.next)

    def _with_article(self, item: Item) -> Item:
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
            return True
        if numeral.single and numeral.spelled and not self.lexicon.spaced:
            end = self.nodes[numeral.next - 1].end
            counters = str(self.lexicon.facts.get("counters", ""))
            return not (self.text[end : end + 1] and self.text[end] in counters)
        senses = self.nodes[index].senses
        return "vague" in senses and numeral.single

    def _with_ordinal(self, item: Item) -> Item:
        """The ordinal ending or prefix of a number in digits (8th, 8., ke-8)."""
        text, lex = self.text, self.lexicon
        if lex.ordinal_after is not None:
            ending = lex.ordinal_after.match(text, item.end)
            if ending:
                return replace(item, end=ending.end(), kind="ordinal")
        if lex.facts.get("ordinal_dot") and item.raw.isdigit() and len(item.raw) <= 3:
            if re.match(r"\.[- )]*[^\W\d_]", text[item.end : item.end + 4]) and item.end + 2 < len(
                text
            ):
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

    def _with_fraction(self, item: Item, following: int) -> tuple[Item, int]:
        """What a number gains from the words after it: halves, thirds, dozens."""
        nodes, text = self.nodes, self.text
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
                if factor:
                    item = replace(
                        item,
                        end=nodes[following].end,
                        values=(_whole(item.value * factor),),
                        scale=item.scale * factor,
                    )
                    following += 1
            return item, following
        glyph = senses.get("glyph")
        if glyph in _GLYPHS and isinstance(value, int) and not item.spelled:
            return replace(item, end=after.end, values=(value + _GLYPHS[glyph],)), following + 1
        if "fraction" in senses and isinstance(value, int) and value <= 20:
            part = senses["fraction"]
            if isinstance(part, Fraction) and part < 1 and (part != Fraction(1, 2) or value == 1):
                if not (part == Fraction(1, 4) and "ordinal" not in senses and value > 8):
                    return (
                        replace(
                            item,
                            end=after.end,
                            kind="fraction",
                            values=(value * part,),
                            vague=False,
                            tags=_PLAIN,
                        ),
                        following + 1,
                    )
        if "over" in senses and following + 1 < len(nodes):
            denominator = read_numeral(text, nodes, following + 1, self.lexicon)
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
                        values=(_whole(Fraction(value, denominator.values[0])),),
                    ),
                    denominator.next,
                )
        if "under" in senses and following + 1 < len(nodes):
            numerator = read_numeral(text, nodes, following + 1, self.lexicon)
            if numerator and isinstance(value, int) and value > 1:
                end = nodes[numerator.next - 1].end
                return (
                    replace(
                        item,
                        end=end,
                        kind="fraction",
                        vague=False,
                        tags=_PLAIN,
                        values=(_whole(numerator.values[0] * Fraction(1, value)),),
                    ),
                    numerator.next,
                )
        if "group" in senses and isinstance(value, int):
            group = senses["group"]
            return replace(
                item, end=after.end, values=(value * group,), vague=group == 2
            ), following + 1
        return item, following

    def _measured(self, item: Item, following: int) -> tuple[Item, int]:
        """The percent sign, unit, half or "below zero" after a number."""
        nodes, text = self.nodes, self.text
        while following < len(nodes):
            after = nodes[following]
            last_end = item.end if following == 0 else max(item.end, nodes[following - 1].end)
            gap = text[last_end : after.start]
            if len(gap) > 3 or gap.strip(" -./"):
                break
            senses = after.senses
            if "percent" in senses or "points" in senses or "permille" in senses:
                kind = "percent"
                unit = "point" if "points" in senses else ""
                values = item.values
                if "permille" in senses:
                    values = tuple(_whole(v * Fraction(1, 10)) for v in values)
                item = replace(
                    item, end=after.end, kind="percent", unit=unit, values=values, vague=False
                )
                del kind
            elif "negative_after" in senses:
                item = replace(item, end=after.end, values=tuple(-abs(v) for v in item.values))
            elif "unit" in senses and (not item.unit or item.unit == "degree"):
                unit = senses["unit"]
                if unit == "degree" and item.kind == "ordinal":
                    break
                if unit == "year" and item.raw.isdigit() and 1000 <= item.value <= 2999:
                    break
                end = item.end if unit in _DURATIONS else after.end
                item = replace(item, end=end, unit=unit)
            elif "plus" in senses and item.unit and item.kind == "cardinal":
                item = replace(item, end=after.end, values=(item.value + senses["plus"],))
            elif "century" in senses and not item.unit:
                return replace(
                    item, end=after.end, unit="century", kind="ordinal", vague=False
                ), following + 1
            else:
                break
            following += 1
        return item, following

    def _lone(self, index: int) -> tuple[Item, int] | None:
        """Words that are a quantity by themselves: half, dozen, twice, the nineties."""
        node = self.nodes[index]
        senses = node.senses
        vague = "vague" in senses
        if "decade" in senses:
            decade = int(senses["decade"])
            item = Item(
                node.start, node.end, "date", (decade, decade % 100), unit="decade", spelled=True,
                vague=True,
            )  # fmt: skip
            following = index + 1
            if following < len(self.nodes) and "decade_century" in self.nodes[following].senses:
                item = replace(item, end=self.nodes[following].end, vague=False)
                following += 1
            return item, following
        if "fraction" in senses:
            item = Item(
                node.start,
                node.end,
                "fraction",
                (senses["fraction"],),
                spelled=True,
                vague=vague or senses["fraction"] == Fraction(1, 2),
            )
            return self._measured(item, index + 1)
        if "group" in senses:
            item = Item(
                node.start, node.end, "cardinal", (senses["group"],), spelled=True, vague=True
            )
            if vague and self._with_article(item) is item:
                return None
            item = replace(
                self._with_article(item),
                vague=senses["group"] == 2 or self._with_article(item) is item,
            )
            return self._measured(item, index + 1)
        if "times" in senses:
            item = Item(
                node.start,
                node.end,
                "cardinal",
                (senses["times"],),
                spelled=True,
                vague=True,
                unit="times",
            )
            return item, index + 1
        return None

    def _is_footnote(self, item: Item) -> bool:
        around = self.text[max(0, item.start - 1) : item.end + 1]
        return item.raw != "" and around[:1] == "[" and around[-1:] == "]"

    def _joined(self, items: list[Item]) -> list[Item]:
        """Ranges, ratios and scores: two numbers joined by a dash, colon or slash."""
        joined: list[Item] = []
        for item in items:
            if joined:
                joined[-1], merged = self._spread(joined[-1], item)
                if merged:
                    continue
            if joined and self._joins(joined[-1], item):
                first = joined.pop()
                joined.append(self._range(first, item))
            else:
                joined.append(item)
        return joined

    def _spread(self, first: Item, second: Item) -> tuple[Item, bool]:
        """What a number takes over from the next one: its scale, its century."""
        gap = self.text[first.end : second.start]
        if first.unit == "century" and second.unit == "decade" and len(gap) <= 3:
            value = (int(first.value) - 1) * 100 + int(second.value) % 100
            return replace(second, start=first.start, values=(value,), vague=False), True
        if first.unit == "decade" and second.unit == "century" and len(gap) <= 5:
            value = (int(second.value) - 1) * 100 + int(first.value) % 100
            return replace(first, end=second.end, values=(value,), vague=False), True
        if (
            first.kind == second.kind == "cardinal"
            and first.scale == 1 < second.scale
            and not first.unit
            and len(gap) <= 8
            and not set(gap) & set(",.;:()")
            and first.value < 1000
        ):
            values = (*first.values, *(_whole(v * second.scale) for v in first.values))
            return replace(first, values=values), False
        return first, False

    def _joins(self, first: Item, second: Item) -> bool:
        if first.spelled or second.spelled or first.kind in ("date", "time", "code", "range"):
            return False
        if second.kind in ("date", "time", "code") or not first.raw:
            return False
        gap = self.text[first.end : second.start]
        if second.value < 0 and gap == "":
            gap = "-"
        return len(gap) <= 3 and (
            _RANGE.fullmatch(gap) is not None or _RATIO.fullmatch(gap) is not None
        )

    def _range(self, first: Item, second: Item) -> Item:
        gap = self.text[first.end : second.start].strip()
        if second.value < 0 and gap == "":
            second = replace(
                second, start=second.start + 1, values=tuple(-v for v in second.values)
            )
        spread = first
        if (
            len(first.raw) == 4
            and len(second.raw) == 2
            and second.raw.isdigit()
            and first.raw.isdigit()
        ):
            full = int(first.value) // 100 * 100 + int(second.value)
            if full > first.value:
                second = replace(second, values=(full, *second.values))
        if second.kind == "percent" and first.kind == "cardinal":
            spread = replace(first, kind="percent", unit=second.unit)
        elif second.unit and not first.unit:
            spread = replace(first, unit=second.unit)
        if second.scale > 1 and first.scale == 1:
            spread = replace(
                spread, values=(*(_whole(v * second.scale) for v in spread.values), *first.values)
            )
        if (
            gap == "/"
            and isinstance(first.value, int)
            and isinstance(second.value, int)
            and second.value > 0
        ):
            ratio = _whole(Fraction(first.value, second.value))
            return Item(
                first.start,
                second.end,
                "fraction",
                (ratio,),
                unit=second.unit,
                parts=(first, second),
            )
        return Item(
            first.start,
            second.end,
            "range",
            (*spread.values[:1], *second.values[:1]),
            unit=second.unit,
            parts=(spread, second),
        )


def _whole(value: Number) -> Number:
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value


def read_items(text: str, language: str) -> list[Item]:
    """Every quantity of `text`, with its parts, in reading order."""
    return Reader(text, language).items()


__all__ = ["Reader", "fold", "read_items"]
