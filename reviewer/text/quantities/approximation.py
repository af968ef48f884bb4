"""Words that call a value a rough one (about, nearly, more than)."""

from __future__ import annotations

import re

from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import WORD_PATTERN, Lexicon

_WORD = re.compile(WORD_PATTERN)


def approximates(text: str, item: Item, lex: Lexicon) -> bool:
    """Whether a word like "about" stands shortly before the quantity."""
    before = plain(text[max(0, item.start - 40) : item.start])
    if not lex.spaced:
        return any(form in before for form in lex.approximate)
    words = [fold(word, lex.turkic) for word in _WORD.findall(before)[-4:]]
    if not lex.approximate.isdisjoint(words[-2:]):
        return True
    joined = f" {' '.join(words)} "
    return any(f" {form} " in joined for form in lex.approximate_phrases)
