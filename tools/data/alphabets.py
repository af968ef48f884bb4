"""The letters beyond ASCII of languages that were written in code pages of Latin letters.

CLDR's main exemplar characters, and by hand what texts have besides.
"""

from __future__ import annotations

import json
import re

import cldr

PATH = "formats/data/alphabets.json"

BESIDES = {
    "es": "¿¡ªº",
    "pt": "ªºü",  # Brazil before 2009: lingüiça
    "it": "îó",  # principî, dóndolo
    "da": "é",  # stressed én, allé
    "sv": "é",  # idé, armé
    "ro": "şţ",  # code pages before 1999 have the cedilla alone
    "tr": "âîûİ",  # kâr, millî; the capital of i
}


def letters(exemplars: str) -> str:
    """The single characters beyond ASCII of a set like "[aä b {ch} ø-ÿ]"."""
    single = re.sub(r"\{[^}]*\}", "", exemplars.strip("[]"))
    spans = re.findall(r"(\S)-(\S)", single)
    ranged = "".join(chr(n) for a, b in spans for n in range(ord(a), ord(b) + 1))
    return "".join(sorted({char for char in single + ranged if char.isalpha() and char > "\x7f"}))


def made() -> dict[str, str]:
    """The file, by path below `reviewer/`."""
    number, locales = cldr.read("letters")
    alphabets = {}
    for language, exemplars in locales.items():
        alphabets[language] = letters(exemplars) + BESIDES.get(language, "")
    source = (
        f"CLDR {number}, main exemplar characters (Unicode License v3); tools/data/alphabets.py"
    )
    text = json.dumps({"source": source, "languages": alphabets}, ensure_ascii=False, indent=1)
    return {PATH: text + "\n"}
