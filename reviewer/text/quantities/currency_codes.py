"""The letters of a currency before an amount in millions or more: NIS 200 million, KSh2 billion."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from reviewer.text.quantities.items import Item
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.reading import Reading

_SYMBOLS = Path(__file__).parent / "symbols.json"
_LETTERS = re.compile(r"(?<![^\W\d_])([A-Z][A-Za-z]{1,3})\.? ?$")
_LONGEST = 7
"""Characters before a figure that hold such letters."""


def currency_before(reading: Reading, index: int) -> tuple[int, str] | None:
    """Where the letters before a figure begin and their currency.

    Without a scale word behind the figure they may as well be a name (COP 26, TOP 100).
    """
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or "scale" not in after.senses or not adjacent(reading.text, node, after):
        return None
    found = _LETTERS.search(reading.text, node.start - _LONGEST, node.start)
    code = currency_codes().get(found.group(1)) if found else None
    return (found.start(), code) if found and code else None


def with_currency_before(reading: Reading, index: int, item: Item) -> Item:
    """An amount with the currency whose letters stand before it, if they do."""
    if item.unit or item.scale == 1:
        return item
    found = currency_before(reading, index)
    return replace(item, start=found[0], unit=found[1]) if found else item


@lru_cache(maxsize=1)
def currency_codes() -> dict[str, str]:
    """The codes of ISO 4217, and what newspapers write instead, to their currencies."""
    codes: dict[str, str] = json.loads(_SYMBOLS.read_text("utf-8"))["codes"]
    return codes
