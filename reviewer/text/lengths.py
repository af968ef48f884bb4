"""How long a text is, in a measure that serves every script."""

from __future__ import annotations

import re

_WORTH = (
    (re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), 3.5),
    (re.compile("[\uac00-\ud7af]"), 2.5),
    (re.compile("[\u3040-\u30ff]"), 2.5),
)
"""How many letters of an alphabet an ideograph, a Hangul syllable and a kana stand for: what
brings the Chinese of flores-dev to the length of its English, and the Japanese and Korean of
tests/end_to_end/articles to that of theirs."""


def letters(text: str) -> float:
    """The length of `text` in letters of an alphabet.

    Names in Latin letters within a Chinese sentence then do not make it seem longer.
    """
    plain = text.strip()
    whole = float(len(plain))
    if not plain.isascii():
        for script, worth in _WORTH:
            whole += (worth - 1) * len(script.findall(plain))
    return whole


DENSE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # kana, Chinese characters, Hangul
)
"""Scripts in which what stands between two spaces says more than a word."""


def substance(text: str) -> float:
    """Letters and digits only, those of dense scripts counted as three: how much a text says, for
    ratios so wide that the script's own measure matters little."""
    dense = 0 if text.isascii() else sum(map(str.isalnum, DENSE.findall(text)))
    return float(sum(map(str.isalnum, text)) + 2 * dense)
