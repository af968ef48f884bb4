"""Decades and centuries, however their number is written."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.reading import Found, Reading


def decade(reading: Reading, index: int) -> Found | None:
    """1990s, '80s, 1990er, 1970-an, 90-х, 1990年代."""
    node, text, lex = reading.nodes[index], reading.text, reading.lexicon
    if not node.raw.isdigit() or len(node.raw) not in (2, 4) or node.raw[-1] != "0":
        return None
    match = lex.decade_after.match(text, node.end) if lex.decade_after else None
    following = index + 1
    if match is None:
        if following < len(reading.nodes):
            after = reading.nodes[following]
            if (
                "decade_marker" in after.senses
                and text[node.end : after.start].strip(" .-") == ""
                and after.start - node.end <= 3
            ):
                return _decade_item(node, node.start, after.end), following + 1
        return None
    named = " " in match.group()  # with its word for years (90-cı illərdə)
    if lex.ordinal_after is not None and len(node.raw) == 2 and not named:
        rest = text[match.end() : match.end() + 10].lstrip()
        if lex.ordinal_after.match(text, node.end) and not rest.startswith(("рок", "год", "г")):
            return None
    end = match.end()
    if following < len(reading.nodes) and reading.nodes[following].start < end:
        following += 1
    start = (
        node.start - 1
        if text[node.start - 1 : node.start] == "'" and len(node.raw) == 2
        else node.start
    )
    return _decade_item(node, start, end), following


def _decade_item(node: Node, start: int, end: int) -> Item:
    value = int(node.raw)
    values: tuple[int, ...] = (value,)
    if len(node.raw) == 2:
        values = (1900 + value, value, 2000 + value, 1800 + value)
    elif value % 100 == 0:
        values = (value, value // 100 + 1)
    return Item(start, end, "date", values, unit="decade", raw=node.raw)


def with_decade_before(reading: Reading, index: int, item: Item) -> Item:
    """A decade that is named by two words or more, with the one before it that leaves its last
    word to it (hatvanas és hetvenes évek)."""
    before = _WORD_AND.search(reading.text, max(0, item.start - _LONGEST_BEFORE), item.start)
    lex = reading.lexicon
    if before is None or " " not in reading.nodes[index].raw:
        return item
    link = fold(before.group(2), lex.turkic)
    if link != str(lex.facts.get("conjunction", "")).strip():
        return item
    begun = lex.phrases.get(fold(before.group(1), lex.turkic), {})
    told = (senses["decade"] for every in begun.values() for _, senses in every
            if "decade" in senses)  # fmt: skip
    decade = next(told, None)
    if decade is None:
        return item
    values = (int(decade), int(decade) % 100)
    first = replace(item, start=before.start(1), end=before.end(1), values=values)
    both = (first.value, item.value)
    return replace(item, start=first.start, kind="range", values=both, parts=(first, item))


_WORD_AND = re.compile(r"([^\W\d_]+) ([^\W\d_]+) $")
_LONGEST_BEFORE = 40


def decade_before(reading: Reading, index: int) -> Found | None:
    """A word for decade before the figure: thập niên 90, anni '90, tahun 1970-an."""
    node, after = reading.nodes[index], reading.nodes[index + 1]
    gap = reading.text[node.end : after.start]
    if len(gap) > 2 or gap.strip(" '-־") or after.kind != "n" or not after.raw.isdigit():
        if after.kind == "w" and not gap.strip():
            numeral = read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
            if numeral and numeral.values[0] in range(20, 100, 10) and "decade_firm" in node.senses:
                value = int(numeral.values[0])
                end = reading.nodes[numeral.next - 1].end
                return Item(
                    node.start, end, "date", (1900 + value, value), unit="decade"
                ), numeral.next
        return None
    inner = decade(reading, index + 1)
    if inner:
        inner[0].start = node.start
        return inner
    if len(after.raw) not in (2, 4) or after.raw[-1] != "0":
        return None
    if len(after.raw) == 4 and "decade_firm" not in node.senses:
        return None
    if len(after.raw) == 2 and int(after.raw) < 20 and "decade_firm" not in node.senses:
        return None
    return _decade_item(after, node.start, after.end), index + 2


def century_before(reading: Reading, index: int) -> Found | None:
    """A word for century before its number: thế kỷ 16, abad ke-16, siglo XVI."""
    nodes, text = reading.nodes, reading.text
    if index + 1 >= len(nodes):
        return None
    node, after = nodes[index], nodes[index + 1]
    gap = text[node.end : after.start]
    if len(gap) > 6 or gap.strip(" -").casefold() not in ("", "ke", "thứ", "ال"):
        return None
    numeral = read_numeral(text, nodes, index + 1, reading.lexicon)
    if (
        numeral is None
        or not isinstance(numeral.values[0], int)
        or not 1 <= numeral.values[0] <= 30
    ):
        return None
    end = nodes[numeral.next - 1].end
    return Item(node.start, end, "ordinal", numeral.values, unit="century"), numeral.next
