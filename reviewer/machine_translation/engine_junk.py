"""Junk that offline packages are known to leave in their output."""

from __future__ import annotations

import re

# Corpora prepared with Moses's tokenizer write these for single characters, and packages
# trained on them do so too, with or without spaces inside.
_ESCAPES = {
    "apos": "'",
    "quot": '"',
    "lt": "<",
    "gt": ">",
    "#91": "[",
    "#93": "]",
    "#124": "|",
    "#39": "'",
    "amp": "&",
}
_ESCAPE = re.compile(r"&\s?(apos|quot|lt|gt|amp|#\s?(?:91|93|124|39))\s?;")
_SPACED = re.compile(r"(?<!\s)\s+([,.;:!?%)\]])")


def tidy(text: str) -> str:
    """`text` with escaped characters written out and no space before punctuation."""
    text = _ESCAPE.sub(lambda match: _ESCAPES[match[1].replace(" ", "")], text)
    text = text.replace("⁇", " ").replace("<unk>", " ")
    return " ".join(_SPACED.sub(r"\1", text).split())
