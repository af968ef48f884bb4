"""Which pieces of a text can hold part of a quantity; most cannot, and one look tells."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.lexicon import MAX_MEMO, WORD_PATTERN, Lexicon, Word

NEXT_WORD = re.compile(rf"[\s./'-]{{0,3}}({WORD_PATTERN}|[°℃℉%])")
"""The word (or sign) after another one of the same phrase."""

# What a piece between two spaces can be to a quantity: nothing; no token, but perhaps the
# second word of a phrase; a word that does nothing but begin phrases; one that says something
# behind a number alone; anything else.
_SILENT, _CONTINUES, _BEGINS, _FOLLOWS, _TELLS = 1, 2, 3, 4, 5
BEHIND_NUMBERS = frozenset({"out_of", "and", "minutes_past"})
"""Senses of words that say something only right behind a number."""
FARTHEST = 3
"""Characters (spaces, a hyphen) that may stand between a number and such a word."""
_AROUND = ".,;:!?()[]\"“”„«»'-–—…،؛؟"
_BETWEEN = "./'-"
_JOINER = "\u200c"
_FIGURE = re.compile(r"\d")


Token = tuple[str, int, int]
"""Group of the token pattern ("n", "w" or "s"), start and end."""


class Pieces(dict[str, int]):
    """What each piece can be to a quantity; one that was not seen before is judged.

    `tokens` are those of the pieces without figures, counted from the piece's start.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.tokens: dict[str, tuple[Token, ...]] = {}

    def __missing__(self, piece: str) -> int:
        if len(self) > MAX_MEMO:
            self.clear()
            self.tokens.clear()
        kind = self[piece] = _judged(piece, self.lexicon)
        if kind >= _BEGINS and not _FIGURE.search(piece):
            self.tokens[piece] = tuple(
                (match.lastgroup or "", match.start(), match.end())
                for match in self.lexicon.token.finditer(piece)
            )
        return kind


@lru_cache(maxsize=64)
def pieces_of(lexicon: Lexicon) -> Pieces:
    """What is known of the pieces of a language's texts."""
    return Pieces(lexicon)


def telling(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text` without those of most pieces that can say nothing.

    A piece is judged once for all texts. Only figures reach over a space.
    """
    pieces = text.split(" ")
    judged = pieces_of(lexicon)
    kinds = list(map(judged.__getitem__, pieces))
    if max(kinds) < _BEGINS:
        return []
    found: list[Token] = []
    ends = list(accumulate(map(len, pieces)))
    done, told = -1, -1 - FARTHEST
    last = len(pieces) - 1
    for number in [number for number, kind in enumerate(kinds) if kind >= _BEGINS]:
        kind = kinds[number]
        alone = kind == _BEGINS or (kind == _FOLLOWS and told < number - FARTHEST)
        if alone and (number == last or kinds[number + 1] == _SILENT):
            continue
        told = number
        piece = pieces[number]
        end = ends[number] + number
        start = end - len(piece)
        tokens = judged.tokens.get(piece)
        if tokens is not None:
            for group, begin, stop in tokens:
                found.append((group, start + begin, start + stop))
            continue
        for match in lexicon.token.finditer(text, max(start, done)):
            if match.start() >= end:
                break
            done = match.end()
            found.append((match.lastgroup or "", match.start(), done))
    return found


def word_of(raw: str, lexicon: Lexicon) -> Word | None:
    """What the lexicon knows of a word.

    A Persian compound may begin with a number (شش‌ساله, six-year), or be a name.
    """
    word = lexicon.lookup(raw)
    if word is not None or _JOINER not in raw:
        return word
    word = lexicon.lookup(raw.partition(_JOINER)[0])
    if word is None or "cardinal" not in word.senses:
        return None
    return Word(word.form, {"cardinal": word.senses["cardinal"], "vague": 1})


def _judged(piece: str, lexicon: Lexicon) -> int:
    """What `piece` can be to a quantity."""
    bare = piece.strip(_AROUND)
    # ⁱ and ⁿ are letters to Python and none to `WORD_PATTERN`.
    if bare.isalpha() and (bare.isascii() or not ("ⁱ" in bare or "ⁿ" in bare)):
        form = fold(bare, lexicon.turkic)
        return _SILENT if lexicon.ignores(form) else _kind_of_word(piece, bare, form, lexicon)
    return _kind_of_mixture(piece, lexicon)


def _kind_of_word(piece: str, bare: str, form: str, lexicon: Lexicon) -> int:
    word = lexicon.lookup(bare)
    if word is None:
        return _CONTINUES if _continues(form, lexicon) else _SILENT
    if word.senses and word.senses.keys() <= BEHIND_NUMBERS:
        return _FOLLOWS
    return _TELLS if word.senses or bare != piece else _BEGINS


def _kind_of_mixture(piece: str, lexicon: Lexicon) -> int:
    for match in lexicon.token.finditer(piece):
        if match.lastgroup != "w" or word_of(match.group(), lexicon) is not None:
            return _TELLS
    first = NEXT_WORD.match(piece)
    if first is None:
        return _SILENT if piece.strip(_BETWEEN) else _CONTINUES
    return _CONTINUES if _continues(fold(first.group(1), lexicon.turkic), lexicon) else _SILENT


def _continues(form: str, lexicon: Lexicon) -> bool:
    """Whether some phrase has the word in the second place."""
    if form in lexicon.seconds or lexicon.invariable:
        return form in lexicon.seconds
    if any(form[: -len(ending)] in lexicon.seconds for ending in lexicon.suffixes.after(form)):
        return True
    return any(form[len(begin) :] in lexicon.seconds for begin in lexicon.clitics.before(form))
