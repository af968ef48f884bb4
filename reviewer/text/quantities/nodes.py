"""The tokens of a text that can be part of a quantity."""

from __future__ import annotations

import re

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Node
from reviewer.text.quantities.lexicon import _PIECE, Lexicon, Senses, Word

_NEXT_WORD = re.compile(rf"[\s./'-]{{0,3}}({_PIECE}|[°℃℉%])")
_SIGNS: dict[str, Senses] = {
    "%": {"percent": 1}, "‰": {"permille": 1}, "$": {"unit": "dollar", "currency": 1},
    "€": {"unit": "euro", "currency": 1}, "£": {"unit": "pound", "currency": 1},
    "¥": {"unit": "yen", "currency": 1}, "₫": {"unit": "VND", "currency": 1},
    "₴": {"unit": "UAH", "currency": 1}, "₹": {"unit": "INR", "currency": 1},
    "₽": {"unit": "RUB", "currency": 1}, "₩": {"unit": "KRW", "currency": 1},
    "₺": {"unit": "TRY", "currency": 1}, "℃": {"unit": "celsius"}, "℉": {"unit": "fahrenheit"},
    "°": {"unit": "degree"},
}  # fmt: skip
_NUMERALS = frozenset({"cardinal", "scale", "tail"})
_POSITIONAL = str.maketrans("〇零一二三四五六七八九", "00123456789")
_POWERS = "23"
_MARKUP = re.compile(r"<(su[pb])>[^<>]{0,6}</\1 ?>|</?[A-Za-z]{1,10}>")
_WEB = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+\.(?:com|org|net|vn|html)\b\S*")


def nodes(text: str, lexicon: Lexicon) -> list[Node]:
    """The nodes of `text` (already `plain`) in order; web addresses hold none."""
    if "/" in text or "@" in text or "www." in text or ".com" in text:
        text = _WEB.sub(lambda m: "\x00" * len(m.group()), text)
    if "<" in text:
        text = _MARKUP.sub(lambda m: "\x00" * len(m.group()), text)
    found: list[Node] = []
    skip = 0
    lookup = lexicon.lookup
    for match in lexicon.token.finditer(text):
        start = match.start()
        if start < skip:
            continue
        group = match.lastgroup
        raw = match.group()
        if group == "w":
            word = lookup(raw)
            if word is None:
                continue
            end = match.end()
            senses = word.senses
            if word.phrases:
                phrase = _phrase(text, start, end, word, lexicon, found)
                if phrase is not None:
                    senses, end = phrase
            if senses:
                if "unit" in senses and text[end : end + 1] in _POWERS and end < len(text):
                    skip = end + (not text[end + 1 : end + 2].isalnum())
                found.append(Node("w", start, end, text[start:end], senses, word.joined))
                skip = max(skip, end)
        elif group == "n":
            found.append(Node("n", start, match.end(), raw.translate(_POSITIONAL), {}))
        else:
            sign = _SIGNS.get(raw)
            end = match.end()
            if raw == "°" and text[end : end + 1].upper() in ("C", "F", "С"):
                sign = {"unit": "celsius" if text[end].upper() != "F" else "fahrenheit"}
                skip = end = end + 1
            found.append(Node("s", start, end, raw, sign or {"glyph": raw}))
    return found


def _phrase(
    text: str, start: int, position: int, word: Word, lexicon: Lexicon, before: list[Node]
) -> tuple[Senses, int] | None:
    """The longest phrase that `word` begins, unless it would cut a numeral in two."""
    ahead: list[tuple[str, int]] = []
    for _ in range(max(len(rest) for rest, _ in word.phrases)):
        match = _NEXT_WORD.match(text, position)
        if match is None:
            break
        position = match.end()
        ahead.append((fold(match.group(1), lexicon.turkic), position))
    for rest, senses in word.phrases:
        if len(rest) > len(ahead):
            continue
        if all(_same(a, r[0], lexicon) for a, r in zip(rest, ahead, strict=False)):
            if "cardinal" in word.senses and not _NUMERALS & senses.keys() and before:
                last = before[-1]
                if "month_number" in last.senses and "idiom" in senses and last.end + 1 == start:
                    return None
                if last.end + 1 == start and _NUMERALS & last.senses.keys():
                    return None
            return senses, ahead[len(rest) - 1][1]
    return None


def _same(expected: str, form: str, lexicon: Lexicon) -> bool:
    if expected == form:
        return True
    return any(
        form.startswith(begin) and form[len(begin) :] == expected
        for begin in lexicon.facts.get("clitic_before", ())
    )
