"""Words that are no numbers and yet may answer for a small one: both, a single, each."""

from __future__ import annotations

import re

from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import _PIECE, Lexicon

_WORD = re.compile(_PIECE)
_ARABIC_DUAL = re.compile(r"[\u0621-\u064a]{2,}(?:ين|ان|تا|تي|يا)")


def answers(value: object, text: str, lexicon: Lexicon, items: list[Item]) -> bool:
    """Whether some word of `text` outside its quantities may stand for `value`."""
    if value not in (0, 1, 2, 3, 4, 5, 6) or not isinstance(value, int):
        return False
    spaced = lexicon.spaced
    clean = plain(text)
    if not spaced:
        return any(
            form in clean for form, senses in lexicon.apart.items() if senses.get("article") == value
        )
    taken = [(item.start, item.end) for item in items]
    words = [
        (fold(m.group(), lexicon.turkic), m.start())
        for m in _WORD.finditer(clean)
        if not any(s <= m.start() < e for s, e in taken)
    ]
    clitics = lexicon.facts.get("clitic_before", ())
    for index, (word, _) in enumerate(words):
        forms = {word, word.split("'")[0]}
        forms |= {word[len(c) :] for c in clitics if word.startswith(c)}
        for form in forms:
            if lexicon.apart.get(form, {}).get("article") == value:
                return True
        following = " ".join([word, *(w for w, _ in words[index + 1 : index + 2])])
        if lexicon.apart.get(following, {}).get("article") == value:
            return True
        if value == 2 and lexicon.language == "ar" and _ARABIC_DUAL.fullmatch(word):
            return True
    return False


def approximates(text: str, item: Item, lexicon: Lexicon) -> bool:
    """Whether a word like "about" stands shortly before the quantity."""
    before = plain(text)[max(0, item.start - 40) : item.start]
    words = [fold(m.group(), lexicon.turkic) for m in _WORD.finditer(before)][-4:]
    if not lexicon.spaced:
        return any("approx" in s and form in before for form, s in lexicon.apart.items())
    joined = " " + " ".join(words) + " "
    return any("approx" in lexicon.apart.get(word, {}) for word in words[-2:]) or any(
        "approx" in senses and f" {form} " in joined
        for form, senses in lexicon.apart.items()
        if " " in form
    )
