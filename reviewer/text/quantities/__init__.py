"""Quantities in running text: numbers, dates, times and codes, with their exact values."""

from __future__ import annotations

from reviewer.domain import Quantity


def extract_quantities(text: str, language: str) -> list[Quantity]:
    """Every quantity of `text` in reading order; spans do not overlap.

    `language` is a BCP 47 tag. Values are exact; an ambiguous writing has several, the
    likeliest first. Never raises on any text.
    """
    from reviewer.text.quantities.grammar import read_items
    from reviewer.text.quantities.items import quantity

    return [quantity(item) for item in read_items(text, language) if "article" not in item.tags]


__all__ = ["extract_quantities"]
