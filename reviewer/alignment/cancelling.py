"""How a caller stops the alignment: the long loops ask now and then."""

from __future__ import annotations

from collections.abc import Callable

GoOn = Callable[[], None]
"""Called every few milliseconds of work; raises to end it."""

OFTEN = 128
"""Rows of the search between two questions: some ten milliseconds."""


def always() -> None:
    """Never stops."""
