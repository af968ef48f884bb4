"""Where a piece of a text is cut out of it: between words."""

from __future__ import annotations


def begin_of_words(text: str, at: int, latest: int) -> int:
    """Where to begin so that no word is cut, near `at` and not behind `latest`; `at` itself where
    there is no white space between them, as in languages that write none."""
    if at <= 0 or text[at - 1].isspace():
        return max(at, 0)
    return next((place + 1 for place in range(at, latest) if text[place].isspace()), at)


def end_of_words(text: str, at: int, earliest: int) -> int:
    """Where to end so that no word is cut, near `at` and not before `earliest`."""
    if at >= len(text) or text[at].isspace():
        return min(at, len(text))
    spaces = (place - 1 for place in range(at, earliest, -1) if text[place - 1].isspace())
    return next(spaces, at)
