"""The pages that compare all translations."""

from __future__ import annotations

OVERVIEW, MATRIX, FIGURES = -1, -2, -3
"""Stand for the pages that compare all translations where a translation's number could stand: their
texts, which has which sentence, and their figures."""

COMPARISONS = (OVERVIEW, MATRIX, FIGURES)
