"""The tokens of a text that can be part of a quantity."""

from __future__ import annotations

import re

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Node
from reviewer.text.quantities.lexicon import Lexicon, Senses, Word
from reviewer.text.quantities.pieces import NEXT_WORD, telling, word_of

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
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+\.(?:com|org|net|vn|html)\b\S*"
)


def nodes(text: str, lexicon: Lexicon) -> list[Node]:
    """The nodes of `text` (already `plain`) in order; web addresses hold none."""
    if "/" in text or "@" in text or "www." in text or ".com" in text:
        text = _WEB.sub(lambda m: "\x00" * len(m.group()), text)
    if "<" in text:
        text = _MARKUP.sub(lambda m: "\x00" * len(m.group()), text)
    found: list[Node] = []
    skip = 0
    for match in telling(text, lexicon) if lexicon.spaced else lexicon.token.finditer(text):
        start = match.start()
        if start < skip:
            continue
        raw = match.group()
        group = match.lastgroup
        if group == "w":
            word = word_of(raw, lexicon)
            if word is None:
                continue
            end = match.end()
            senses = word.senses
            if "'" in raw and word.form and "'" not in word.form:
                cut = raw.index("'")
                if fold(raw[:cut], lexicon.turkic).startswith(word.form[:2]):
                    end = start + cut
                else:
                    start += cut + 1
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
            if sign is None and text[start - 1 : start].isalpha():
                continue
            if raw == "°" and text[end : end + 1].upper() in ("C", "F", "С"):
                sign = {"unit": "celsius" if text[end].upper() != "F" else "fahrenheit"}
                skip = end = end + 1
            found.append(Node("s", start, end, raw, sign or {"glyph": raw}))
    return found


def _phrase(
    text: str, start: int, position: int, word: Word, lexicon: Lexicon, before: list[Node]
) -> tuple[Senses, int] | None:
    """The longest phrase that `word` begins, unless it would cut a numeral in two."""
    match = NEXT_WORD.match(text, position)
    if match is None:
        return None
    second = fold(match.group(1), lexicon.turkic)
    candidates = word.phrases.get(second, ())
    if not candidates:
        for begin in lexicon.clitics.before(second):
            candidates = candidates or word.phrases.get(second[len(begin) :], ())
    for rest, senses in candidates:
        end = _rest_matches(text, match, rest, lexicon)
        if end is None:
            continue
        if "cardinal" in word.senses and not _NUMERALS & senses.keys() and before:
            last = before[-1]
            if last.end + 1 == start and (
                ("month_number" in last.senses and "idiom" in senses)
                or _NUMERALS & last.senses.keys()
                or ("and" in last.senses and "idiom" in senses and _NUMERALS & _before(before))
            ):
                return None
        if "weekday" in senses:
            following = NEXT_WORD.match(text, end)
            beyond = lexicon.lookup(following.group(1)) if following else None
            if beyond is not None and beyond.senses.get("scale") == 10:
                return None
        return senses, end
    return None


def _before(nodes: list[Node]) -> frozenset[str]:
    """The senses of the node before the last one."""
    return frozenset(nodes[-2].senses) if len(nodes) > 1 else frozenset()


def _rest_matches(
    text: str, match: re.Match[str], rest: tuple[str, ...], lexicon: Lexicon
) -> int | None:
    end = match.end()
    for expected in rest[1:]:
        following = NEXT_WORD.match(text, end)
        if following is None or fold(following.group(1), lexicon.turkic) != expected:
            return None
        end = following.end()
    return end
