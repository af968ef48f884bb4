"""Quantities in running text: numbers, dates, times and codes, with their exact values."""

from __future__ import annotations

from reviewer.domain import Quantity


def extract_quantities(text: str, language: str) -> list[Quantity]:
    """Every quantity of `text` in reading order; spans do not overlap."""
    return []


__all__ = ["extract_quantities"]
