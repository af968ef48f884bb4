"""One numeral: digits, number words and scale words that make up one value."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reviewer.text.quantities import digits
from reviewer.text.quantities.items import Node
from reviewer.text.quantities.lexicon import Lexicon
from reviewer.text.quantities.neighbours import goes_on
from reviewer.text.quantities.numeral_sum import Numeral, evaluated, tidy

_POINTS = ("点", "點")
_HAN_DIGITS = tuple("〇零一二三四五六七八九")
_CLOCKWORK = ("分", "十", "刻", "时", "時")

_SPELLED = frozenset({"cardinal", "scale", "ordinal", "dual", "collective"})


def read_numeral(text: str, nodes: Sequence[Node], index: int, lexicon: Lexicon) -> Numeral | None:
    """The numeral that begins at `nodes[index]`, or None."""
    node = nodes[index]
    if node.kind == "n":
        readings, loose = digits.read(node.raw, lexicon.decimal)
        if not readings:
            return None
        if loose and lexicon.facts.get("group") == "،":
            loose = "،" not in node.raw
        # 제12조 is an article of a law: 조 is ten to the twelfth behind a plain number only.
        named = node.start and text[node.start - 1] == lexicon.facts.get("ordinal_before")
        if named or not goes_on(text, nodes, index):
            return Numeral(readings, index + 1, loose=loose, single=True)
    elif node.senses.keys().isdisjoint(_SPELLED):
        return None
    else:
        readings, loose = (0,), False
    results = [evaluated(text, nodes, index, lexicon, reading) for reading in readings]
    first = results[0]
    values = tuple(dict.fromkeys(v for r in results for v in r.values))
    first.values = values
    first.loose = loose
    if not lexicon.spaced and first.spelled:
        _add_decimals(text, nodes, first)
    return first


def _add_decimals(text: str, nodes: Sequence[Node], numeral: Numeral) -> None:
    """Take in decimals in words (三点五), which no 十 or 分 makes a time (三点五十分)."""
    point, last = numeral.next, numeral.next
    digits_read = ""
    if point >= len(nodes) or nodes[point].raw not in _POINTS:
        return
    for node in nodes[point + 1 :]:
        written = text[node.start : node.start + 1]
        if written in _HAN_DIGITS and node.kind == "n" and nodes[last].end == node.start:
            digits_read, last = digits_read + node.raw, last + 1
            break
        value = node.senses.get("cardinal", 10)
        if nodes[last].end != node.start or value > 9:
            break
        digits_read += str(value)
        last += 1
    after = text[nodes[last].end : nodes[last].end + 1]
    if not digits_read or after in _CLOCKWORK:
        return
    value = numeral.values[0] + Fraction(int(digits_read), 10 ** len(digits_read))
    numeral.next = last + 1
    scale = nodes[last + 1].senses.get("scale", 1) if last + 1 < len(nodes) else 1
    if scale > 1 and nodes[last + 1].start == nodes[last].end:
        value, numeral.scale, numeral.next = value * scale, scale, last + 2
    numeral.values, numeral.single = (tidy(value),), False
