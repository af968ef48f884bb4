"""Words of a text, in any script."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.domain import Span

# A letter, mark or digit that belongs to a script written without spaces is a word of its own.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"  # kana and the marks that go with kanji
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Chinese characters
    "\U00020000-\U0003ffff"
)


def words(text: str, language: str) -> list[Span]:
    """The words of `text` as spans in order; `language` is its language."""
    return [Span(*match.span()) for match in re.finditer(r"\w+", text)]


@lru_cache(maxsize=65_536)
def latin(text: str) -> str:
    """`text` in plain Latin letters and without case: "Шевченко" gives "shevchenko"."""
    from anyascii import anyascii

    return anyascii(text).casefold()


def content_words(text: str, language: str) -> list[str]:
    """The words of `text` that carry meaning, casefolded, in order."""
    return [span.of(text).casefold() for span in words(text, language)]
