"""Another anniversary told by one word in both texts: bicentenario told as centenary."""

from __future__ import annotations

import re

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.name import ID
from reviewer.checks.numbers.sides import TextFigures
from reviewer.domain import Finding, Span
from reviewer.messages import message

_WORD = re.compile(
    r"(?<!\w)(?:(?P<y100>[cz]enten[aá]i?r)|(?P<y150>ses[qk][uv]i[cz]enten)|(?P<y200>bi[cz]enten)"
    r"|(?P<y300>(?:tri|ter|tre)[cz]enten)|(?P<y400>(?:quadri|cuatri|quater|quattro)[cz]enten)"
    r"|(?P<y500>quin(?:que)?[cg]enten))\w*",
    re.IGNORECASE,
)
"""The international words, by their beginnings (centenary, centenaire, Zentenar, Bizentenar)."""


def other_jubilee(_: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The only such word of each text, where the years differ and no figure tells them."""
    here, there = list(_WORD.finditer(source.text)), list(_WORD.finditer(target.text))
    if len(here) != 1 or len(there) != 1 or here[0].lastgroup == there[0].lastgroup:
        return []
    years = {int(str(found.lastgroup)[1:]) for found in (here[0], there[0])}
    if years & {item.value for side in (source, target) for item in side.items}:
        return []
    words = message("{source} → {target}", source=here[0].group(), target=there[0].group())
    return [
        Finding(ID, "value", "major", words, (Span(*here[0].span()),), (Span(*there[0].span()),),
                rule="word", confidence=0.75, subject=f"{here[0].lastgroup}→{there[0].lastgroup}")
    ]  # fmt: skip
