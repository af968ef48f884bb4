"""One numeral: digits, number words and scale words that make up one value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewer.text.quantities import digits
from reviewer.text.quantities.items import Node
from reviewer.text.quantities.lexicon import Lexicon, Number

_GAP = re.compile(r"[ \t\n]{0,2}-?[ ]?")
_POINTS = ("点", "點")
_HAN_DIGITS = tuple("〇零一二三四五六七八九")
_CLOCKWORK = ("分", "十", "刻", "时", "時")
_POWERS = (100, 1000, 10**6, 10**9)
_SPELLED = frozenset({"cardinal", "scale", "ordinal", "dual", "collective"})
_ENDING = re.compile(r"-[^\W\d_]{1,3} ")


@dataclass(slots=True)
class Numeral:
    """What `read_numeral` found: its readings and the node after it."""

    values: tuple[Number, ...]
    next: int
    ordinal: bool = False
    spelled: bool = False
    loose: bool = False
    scale: int = 1
    bare: bool = False
    counted: bool = False
    single: bool = False


def adjacent(text: str, left: Node, right: Node) -> bool:
    """Whether nothing but a space or a hyphen stands between two nodes."""
    gap = text[left.end : right.start]
    return not gap or (len(gap) <= 3 and _GAP.fullmatch(gap) is not None)


def _goes_on(text: str, nodes: Sequence[Node], index: int) -> bool:
    """Whether the node after `nodes[index]` is close enough to belong to the same numeral."""
    if index + 1 >= len(nodes):
        return False
    node, after = nodes[index], nodes[index + 1]
    if adjacent(text, node, after):
        return True
    suffixed = node.kind == "n" and "scale" in after.senses
    return suffixed and _ENDING.fullmatch(text, node.end, after.start) is not None


def _fits(current: int, value: int) -> bool:
    """Whether `value` fills empty places at the end of `current` (120 + 5, not 12 + 5)."""
    if value <= 0 or value >= current:
        return False
    place = 10 ** len(str(value))
    return bool(current % place == 0)


def read_numeral(text: str, nodes: Sequence[Node], index: int, lexicon: Lexicon) -> Numeral | None:
    """The numeral that begins at `nodes[index]`, or None."""
    node = nodes[index]
    if node.kind == "n":
        readings, loose = digits.read(node.raw, lexicon.decimal)
        if not readings:
            return None
        if not _goes_on(text, nodes, index):
            return Numeral(readings, index + 1, loose=loose, single=True)
    elif node.senses.keys().isdisjoint(_SPELLED):
        return None
    else:
        readings, loose = (0,), False
    results = [_evaluate(text, nodes, index, lexicon, reading) for reading in readings]
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
    numeral.values, numeral.single = (_tidy(value),), False


def _evaluate(
    text: str, nodes: Sequence[Node], index: int, lexicon: Lexicon, reading: Number
) -> Numeral:
    total: Number = 0
    current: Number | None = None
    low: Number = 0
    smallest = 0
    scale = 1
    ordinal = False
    spelled = nodes[index].kind == "w"
    bare = counted = False
    alternative: Number | None = None
    linked = False
    i = begun = index
    while i < len(nodes):
        node = nodes[i]
        fresh = current is None
        place = i
        step = 1
        if i > index:
            if not _goes_on(text, nodes, i - 1):
                break
            and_floor = node.senses.get("and")
            if and_floor is not None and i + 1 < len(nodes):
                after = nodes[i + 1]
                if not adjacent(text, node, after) or not _continues(
                    current, smallest, after, and_floor
                ):
                    break
                i += 1
                node = after
                linked = True
        senses = node.senses
        if node.kind == "n":
            if i == index:
                current = reading
            else:
                if current is not None or not smallest:
                    break
                follow, _ = digits.read(node.raw, lexicon.decimal)
                if not follow or not _scaled(text, nodes, i, smallest):
                    break
                current = follow[0]
        elif senses.get("cardinal") == 0 and i > index and not lexicon.spaced:
            pass
        elif "cardinal" in senses and not ("scale" in senses and current is not None):
            value = senses["cardinal"]
            counted = i > index
            if i > index and not linked and "unit" in senses and not _scale_follows(text, nodes, i):
                break
            if value >= 1000 and current is None:
                if smallest and value >= smallest:
                    break
                total += value
                smallest = 1000 if value < 10**6 else 10**6
                low = 0
            elif current is None:
                if smallest and value >= smallest:
                    break
                lone = nodes[index].kind == "n" and lexicon.spaced and not linked
                if lone and not _scale_follows(text, nodes, i):
                    break
                current, low = value, value
            elif isinstance(current, int) and nodes[index].kind == "w" and _fits(current, value):
                current, low = current + value, value
            elif (
                (node.joined or linked)
                and isinstance(current, int)
                and 0 < low < 10
                and value % 10 == 0
                and value < 100
            ):
                current, low = current + value, 0
            else:
                break
        elif "tail" in senses and isinstance(current, int) and _fits(current, senses["tail"]):
            current, low = current + senses["tail"], senses["tail"]
        elif "ordinal" in senses and (
            i == index or (isinstance(current or total, int) and nodes[index].kind == "w")
        ):
            value = senses["ordinal"]
            floor = 20 if lexicon.language == "ar" else 10
            if (
                value in _POWERS
                and not ordinal
                and isinstance(current, int)
                and 1 < current < value
            ):
                current, ordinal, low = current * value, True, 0
                i += 1
                break
            if (
                i > index
                and not ordinal
                and (int(current or total) < floor or not _fits(int(current or total), value))
            ):
                break
            if (
                i > index
                and not ordinal
                and "fraction" in senses
                and value < 20
                and int(current or 0) < 20
            ):
                break
            current = int(current or 0) + value
            ordinal = True
            low = 0
            linked = False
            if value % 10 == 0 and _ordinal_follows(text, nodes, i, value):
                i += 1
                continue
            tens = _tens_after_ordinal(text, nodes, i, lexicon)
            if tens:
                current = int(current) + tens
                i += 1
            i += 1
            break
        elif ("dual" in senses or "collective" in senses) and i == index:
            current = senses.get("dual") or senses["collective"]
            i += 1
            break
        elif "scale" in senses or _abbreviates(text, nodes, index, i):
            factor = int(senses.get("scale") or senses["short"])
            follows = current is not None and smallest and factor >= smallest and i > index + 1
            if follows and lexicon.spaced:
                i = begun
                current = None
                break
            if "scale" not in senses and len(node.raw) == 1 and current is not None:
                alternative = total + current
            if factor < 1000 or (factor == 1000 and not lexicon.spaced):
                if current is None:
                    if total and (lexicon.spaced or smallest <= factor):
                        break
                    current, bare = factor, i == index
                elif (
                    not low and not lexicon.spaced and nodes[i - 1].senses.get("scale", 0) > factor
                ):
                    current += factor
                elif low and isinstance(current, int) and low < factor and low != current:
                    current = current - low + low * factor
                else:
                    current = current * factor
                low = 0
                scale *= factor if nodes[index].kind == "n" else 1
            elif smallest and factor >= smallest:
                total = (total + (current or 0)) * factor
                current, smallest = None, factor
                scale *= factor
            else:
                if current is None and total and lexicon.spaced:
                    total = total * factor
                else:
                    if current is None:
                        bare = i == index
                    total += (1 if current is None else current) * factor
                current, smallest = None, factor
                scale *= factor
            low = 0
        else:
            break
        if fresh and current is not None:
            begun = place
        linked = False
        i += step
    if linked:
        i -= 1
    value = total + (current or 0)
    values: tuple[Number, ...] = (_tidy(value),)
    if alternative is not None:
        money = index > 0 and "currency" in nodes[index - 1].senses
        unit = any("unit" in n.senses for n in nodes[index + 1 : i])
        values = (*values, _tidy(alternative))
        capital = any(n.raw == "M" for n in nodes[index + 1 : i])
        if unit and not money and not capital:
            values, scale = values[::-1], 1
    word = nodes[index].senses
    if i == index + 1 and {"cardinal", "fraction", "vague"} <= word.keys():
        # Unvowelled Arabic writes five and a fifth alike.
        values = (*values, word["fraction"])
    single = i - index <= 1
    return Numeral(values, max(i, index + 1), ordinal, spelled, False, scale, bare, counted, single)


def _abbreviates(text: str, nodes: Sequence[Node], index: int, i: int) -> bool:
    """Whether the node abbreviates a scale after digits; one letter must stand close."""
    node = nodes[i]
    if "short" not in node.senses or i == index or nodes[i - 1].kind != "n":
        return False
    if len(node.raw) > 1:
        return True
    money = index > 0 and "unit" in nodes[index - 1].senses
    close = nodes[i - 1].end == node.start
    at_end = text[node.end : node.end + 1] in ("", " ", ",", "€") or text[node.end :] == "."
    spaced_capital = node.raw.isupper() and at_end
    if re.match(r"\. ?[A-Z]\b", text[node.end : node.end + 4]):
        return False
    return (close or money or spaced_capital) and text[node.end : node.end + 1] not in (
        "/",
        "²",
        "³",
    )


def _scale_follows(text: str, nodes: Sequence[Node], i: int) -> bool:
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    return after is not None and "scale" in after.senses and adjacent(text, nodes[i], after)


def _ordinal_follows(text: str, nodes: Sequence[Node], i: int, value: int) -> bool:
    """Whether units follow tens, both as ordinals (vigésimo primeiro, dwudziesty pierwszy)."""
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if after is None or not adjacent(text, nodes[i], after):
        return False
    return _fits(value, int(after.senses.get("ordinal", 0)))


def _tens_after_ordinal(text: str, nodes: Sequence[Node], i: int, lexicon: Lexicon) -> int:
    """The cardinal that ends a compound ordinal (الحادية والعشرين, kedua puluh satu), or 0."""
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if after is None or "cardinal" not in after.senses or not adjacent(text, nodes[i], after):
        return 0
    value, added = int(nodes[i].senses["ordinal"]), int(after.senses["cardinal"])
    if lexicon.language == "ar":
        return added if after.joined and value < 10 and added in range(20, 100, 10) else 0
    if lexicon.language in ("id", "ms"):
        return added if value in range(20, 100, 10) and 0 < added < 10 else 0
    return 0


def _continues(current: Number | None, smallest: int, node: Node, floor: int) -> bool:
    """Whether a numeral goes on after its word for "and" ("two hundred and five")."""
    senses = node.senses
    value = senses.get("cardinal") or senses.get("ordinal")
    if value is None:
        return False
    if floor == 0:
        return True
    if current is None:
        return bool(smallest) and value < smallest
    return isinstance(current, int) and current >= floor and _fits(current, value)


def _scaled(text: str, nodes: Sequence[Node], index: int, smallest: int) -> bool:
    """Whether the digits at `index` carry a scale word smaller than the last one."""
    if index + 1 < len(nodes) and adjacent(text, nodes[index], nodes[index + 1]):
        senses = nodes[index + 1].senses
        if "scale" in senses:
            return bool(senses["scale"] < smallest)
    return text[nodes[index - 1].end : nodes[index].start] == "" and nodes[index].raw.isdigit()


def _tidy(value: Number) -> Number:
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value
