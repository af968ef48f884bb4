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
    words = [fold(m.group(), lex.turkic) for m in _WORD.finditer(before)][-4:]
    if not lex.spaced:
        return any("approx" in s and form in before for form, s in lex.apart.items())
    joined = " " + " ".join(words) + " "
    return any("approx" in lex.apart.get(word, {}) for word in words[-2:]) or any(
        "approx" in senses and f" {form} " in joined
        for form, senses in lex.apart.items()
        if " " in form
    )
