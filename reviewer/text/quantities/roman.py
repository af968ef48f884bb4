"""Roman numerals of centuries, monarchs and chapters."""

from __future__ import annotations

import re

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Lexicon

_LOOKS_ROMAN = re.compile(
    r"[IVXІХ](?<![\w'&.-].)[IVXІХ]*(?!(?!(?:e|er|ème|ᵉ)(?!\w))[\w'&]|\.\w|-\d)"
)
_VALID = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_NAME_BEFORE = re.compile(r"(?<![^\W_])[A-ZÀ-ÞА-ЯІЇЄҐ][a-zß-ÿа-яёіїєґ]{2,} $")
_VALUES = {"I": 1, "V": 5, "X": 10}
_WORD_AFTER = re.compile(r"(?:\.?-?(?:[ºªᵉa-zèа-яієї]{1,3})?[ ]|[- ])?([^\W\d_]{1,2}\.|[^\W\d_]+)")
_WORDS_BEFORE = re.compile(r"([^\W\d_]+) ([^\W\d_]+) $")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[ ]$")


def _value(numeral: str) -> int:
    total = 0
    for letter, following in zip(numeral, [*numeral[1:], ""], strict=True):
        value = _VALUES[letter]
        total += -value if _VALUES.get(following, 0) > value else value
    return total


def _after_name(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a single letter follows a name (Пётр I); in English it is mostly the pronoun."""
    name = _NAME_BEFORE.search(text, start - 24, start)
    return name is not None and not lexicon.facts.get("i_is_a_word", not lexicon.language)


def _phrase_before(text: str, end: int, lexicon: Lexicon) -> int | None:
    """Where a word for century that is two words begins (thế kỷ XXI), if one ends at `end`."""
    words = _WORDS_BEFORE.search(text, end - 24, end)
    if words is None:
        return None
    first, second = (fold(words.group(n), lexicon.turkic) for n in (1, 2))
    for rest, senses in lexicon.phrases.get(first, {}).get(second, ()):
        if len(rest) == 1 and "century" in senses:
            return words.start(1)
    return None


def romans(text: str, lexicon: Lexicon, items: list[Item]) -> list[Item]:
    """`items` with the Roman numerals of `text` among them.

    A single letter counts only beside a word for century; others answer for a number and
    never ask for one, for they are often part of a name.
    """
    found: list[Item] = []
    for match in _LOOKS_ROMAN.finditer(text):
        letters = match.group().replace("І", "I").replace("Х", "X")
        if not _VALID.fullmatch(letters):
            continue
        after = _WORD_AFTER.match(text, match.end())
        before = _WORD_BEFORE.search(text, match.start() - 24, match.start())
        end = match.end()
        century = False
        start = match.start()
        for side, word in (("after", after), ("before", before)):
            entry = lexicon.lookup(word.group(1).rstrip(".")) if word else None
            if entry and "century" in entry.senses and word:
                century = True
                if side == "after":
                    end = word.end()
                else:
                    start = word.start()
        phrase = None if century else _phrase_before(text, match.start(), lexicon)
        if phrase is not None:
            century, start = True, phrase
        if len(letters) < 2 and not century and not _after_name(text, match.start(), lexicon):
            continue
        found.append(
            Item(start, end, "ordinal", (_value(letters),), vague=not century,
                 unit="century" if century else "", tags=frozenset({"roman"}))
        )  # fmt: skip
    if not found:
        return items
    kept = [i for i in items if not any(i.start < r.end and r.start < i.end for r in found)]
    return sorted([*kept, *found], key=lambda item: item.start)
