"""How the tokens beside one another make up a numeral."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.text.quantities.items import Node, is_currency
from reviewer.text.quantities.lexicon import Lexicon, Number

_GAP = re.compile(r"[ \t\n]{0,2}-?[ ]?")


_ENDING = re.compile(r"[-'][^\W\d_]{1,3} ")


def adjacent(text: str, left: Node, right: Node) -> bool:
    """Whether nothing but a space or a hyphen stands between two nodes."""
    gap = text[left.end : right.start]
    return not gap or (len(gap) <= 3 and _GAP.fullmatch(gap) is not None)


def goes_on(text: str, nodes: Sequence[Node], index: int) -> bool:
    """Whether the node after `nodes[index]` is close enough to belong to the same numeral."""
    if index + 1 >= len(nodes):
        return False
    node, after = nodes[index], nodes[index + 1]
    if adjacent(text, node, after):
        return True
    suffixed = node.kind == "n" and "scale" in after.senses
    return suffixed and _ENDING.fullmatch(text, node.end, after.start) is not None


def fits(current: int, value: int) -> bool:
    """Whether `value` fills empty places at the end of `current` (120 + 5, not 12 + 5)."""
    if value <= 0 or value >= current:
        return False
    place = 10 ** len(str(value))
    return bool(current % place == 0)


def abbreviates(text: str, nodes: Sequence[Node], index: int, i: int) -> bool:
    """Whether the node abbreviates a scale after digits; one letter must stand close."""
    node = nodes[i]
    if "short" not in node.senses or i == index or nodes[i - 1].kind != "n":
        return False
    if len(node.raw) > 1:
        return True
    money = index > 0 and is_currency(nodes[index - 1].senses.get("unit", ""))
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


def scale_follows(text: str, nodes: Sequence[Node], i: int) -> bool:
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    return after is not None and "scale" in after.senses and adjacent(text, nodes[i], after)


def ordinal_follows(text: str, nodes: Sequence[Node], i: int, value: int) -> bool:
    """Whether units follow tens, both as ordinals (vigésimo primeiro, dwudziesty pierwszy)."""
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if after is None or not adjacent(text, nodes[i], after):
        return False
    return fits(value, int(after.senses.get("ordinal", 0)))


def tens_after_ordinal(text: str, nodes: Sequence[Node], i: int, lexicon: Lexicon) -> int:
    """The cardinal that ends a compound ordinal (الحادية والعشرين, kedua puluh satu), or 0."""
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if after is None or "cardinal" not in after.senses or not adjacent(text, nodes[i], after):
        return 0
    value, added = int(nodes[i].senses["ordinal"]), int(after.senses["cardinal"])
    order = lexicon.facts.get("ordinal_then")
    if order == "tens":
        return added if after.joined and value < 10 and added in range(20, 100, 10) else 0
    if order == "units":
        return added if value in range(20, 100, 10) and 0 < added < 10 else 0
    return 0


def continues(current: Number | None, smallest: int, node: Node, floor: int) -> bool:
    """Whether a numeral goes on after its word for "and" ("two hundred and five")."""
    senses = node.senses
    value = senses.get("cardinal") or senses.get("ordinal")
    if value is None:
        return False
    if floor == 0:
        return True
    if current is None:
        return bool(smallest) and value < smallest
    return isinstance(current, int) and current >= floor and fits(current, value)


_MYRIAD = 10_000
_MYRIAD_PLACES = (3, 4)
_THOUSANDS = re.compile(r"[1-9],\d{3}")
"""Thousands with their sign behind ten thousands (1万2,000円)."""
_PLACES = 3


def scaled(text: str, nodes: Sequence[Node], index: int, smallest: int, *, in_pairs: bool) -> bool:
    """Whether the digits at `index` carry a scale word smaller than the last one.

    Where figures are grouped in pairs, thousands may be counted of a larger one (2 हज़ार 500 करोड़).
    """
    if index + 1 < len(nodes) and adjacent(text, nodes[index], nodes[index + 1]):
        after = nodes[index + 1]
        factor = after.senses.get("scale") or (len(after.raw) > 1 and after.senses.get("short"))
        if factor:
            return bool(factor < smallest) or (in_pairs and smallest == 1000)
    before, raw = nodes[index - 1], nodes[index].raw
    if smallest == _MYRIAD and _THOUSANDS.fullmatch(raw):
        return True
    if not raw.isdigit():
        return False
    # A figure with all three places below a thousand goes with the thousands (2 bin 500).
    letter = "short" in before.senses and len(before.raw) == 1
    hundreds = smallest == 1000 and len(raw) == _PLACES and raw[0] != "0" and not letter
    # So does one with up to four places with ten thousands (1만 8000).
    myriads = smallest == _MYRIAD and len(raw) in _MYRIAD_PLACES and raw[0] != "0" and not letter
    return hundreds or myriads or text[before.end : nodes[index].start] == ""
