"""What a reader takes for one figure, however many pieces it is written in."""

from __future__ import annotations

FIGURE = r"\d+(?:[.,:/’'٫٬\u00a0\u202f]\d+)+"
"""A pattern for digits with single signs between them: "2,50", "10:30", "3/4". To a reader it is
one word: that its "2" is new and its "," is not says nothing."""
