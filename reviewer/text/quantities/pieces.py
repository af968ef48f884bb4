"""Which pieces of a text can hold part of a quantity; most cannot, and one look tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.lexicon import MAX_MEMO, WORD_PATTERN, Lexicon, Word

NEXT_WORD = re.compile(rf"[\s./'-]{{0,3}}({WORD_PATTERN}|[°℃℉%])")
"""The word (or sign) after another one of the same phrase."""

# What a piece between two spaces can be to a quantity: nothing; no token, but perhaps the
# second word of a phrase; a word that does nothing but begin phrases; one that says something
# behind a number alone; anything else.
_SILENT, _CONTINUES, _BEGINS, _FOLLOWS, _TELLS = 1, 2, 3, 4, 5
BEHIND_NUMBERS = frozenset({"out_of"})
"""Senses of words that say something only right behind a number."""
_AROUND = ".,;:!?()[]\"“”„«»'-–—…،؛؟"
_BETWEEN = "./'-"
_JOINER = "\u200c"


def telling(text: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """The tokens of `text` without those of most pieces that can say nothing.

    A piece is judged once for all texts. Only figures reach over a space.
    """
    kinds = lexicon.pieces
    pieces = text.split(" ")
    end = done = -1
    told = 0
    for number, piece in enumerate(pieces, 1):
        start = end + 1
        end = start + len(piece)
        kind = kinds.get(piece) or _judge(piece, lexicon)
        if kind < _BEGINS:
            continue
        if kind == _BEGINS or (kind == _FOLLOWS and told != number - 1):
            if number == len(pieces):
                continue
            following = pieces[number]
            if (kinds.get(following) or _judge(following, lexicon)) == _SILENT:
                continue
        told = number
        for match in lexicon.token.finditer(text, max(start, done)):
            if match.start() >= end:
                break
            done = match.end()
            yield match


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


def _judge(piece: str, lexicon: Lexicon) -> int:
    """What `piece` can be to a quantity; the answer is kept with the lexicon."""
    if len(lexicon.pieces) > MAX_MEMO:
        lexicon.pieces.clear()
    bare = piece.strip(_AROUND)
    # ⁱ and ⁿ are letters to Python and none to `WORD_PATTERN`.
    if bare.isalpha() and (bare.isascii() or not ("ⁱ" in bare or "ⁿ" in bare)):
        form = fold(bare, lexicon.turkic)
        kind = _SILENT if lexicon.ignores(form) else _kind_of_word(piece, bare, form, lexicon)
    else:
        kind = _kind_of_mixture(piece, lexicon)
    lexicon.pieces[piece] = kind
    return kind


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
    return any(form[len(begin) :] in lexicon.seconds for begin in lexicon.clitics.before(form))
