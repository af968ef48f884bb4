"""Messages for the person at the terminal, on standard error."""

from __future__ import annotations

import sys

from reviewer.wording import in_words


def tell(words: str) -> None:
    """Print a line on the standard error, where there is one: `print` would take the output."""
    if sys.stderr:
        print(f"reviewer: {in_words(words)}", file=sys.stderr)  # noqa: T201
