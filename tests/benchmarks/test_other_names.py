"""Another name on faithful translations, and with a name exchanged or misspelt in one row."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.checks.other_names import OtherNames
from reviewer.checks.place_names import named_places
from reviewer.domain import Pair
from reviewer.text.scripts import has_spaces

_FLORES = Path(__file__).parents[2] / "../shared/bench/flores-dev"
_TWO = re.compile(r"\b([A-Z][a-zà-ÿ]{2,}) ([A-Z][a-zà-ÿ]{3,})\b")
_PLANTED = 200

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not _FLORES.exists(), reason="the FLORES sentences are not here"),
]


def _pairs(language: str) -> list[Pair]:
    columns = [(_FLORES / f"{one}.txt").read_text("utf-8").splitlines() for one in ("en", language)]
    return [Pair(a.strip(), b.strip(), "en", language) for a, b in zip(*columns, strict=True)]


def _shared(pairs: list[Pair]) -> list[tuple[int, str, str]]:
    """The rows with two capitalised words in a row that stand so on both sides."""
    return [
        (number, match[1], match[2])
        for number, pair in enumerate(pairs)
        for match in _TWO.finditer(pair.source)
        if match.start() and match[0] in pair.target
    ]


def _misspelt(name: str, dice: random.Random) -> str:
    """The name with another letter, one twice, one left out or two exchanged, but the first."""
    at = dice.randrange(1, len(name))
    kinds = (
        name[:at] + dice.choice("aeiklmnorst") + name[at + 1 :],
        name[:at] + name[at] + name[at:],
        name[:at] + name[at + 1 :],
        name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :] if at > 1 else name[0] + name,
    )
    return dice.choice(kinds)


@pytest.mark.parametrize("language", ["id", "de", "uk", "vi", "ar", "tr", "zh"])
def test_other_names(language: str) -> None:
    pairs, check, dice = _pairs(language), OtherNames(), random.Random(7)
    told = [len(list(check.find(pair))) for pair in pairs]
    back = [len(list(check.find(Pair(pair.target, pair.source, language, "en")))) for pair in pairs]
    print(
        f"\n{language}: faithful rows told {sum(map(bool, told)) / len(pairs):.2%}, into English "
        f"{sum(map(bool, back)) / len(pairs):.2%}"
    )
    shared = _shared(pairs)
    others = sorted({last for _, _, last in shared})
    for kind in ("misspelt", "exchanged") if shared else ():
        found = planted = 0
        for number, first, last in shared * 9:
            if planted == _PLANTED:
                break
            new = _misspelt(last, dice) if kind == "misspelt" else dice.choice(others)
            pair = pairs[number]
            if new == last or told[number] or new in pair.source:
                continue
            planted += 1
            changed = pair.target.replace(f"{first} {last}", f"{first} {new}")
            found += any(True for _ in check.find(replace(pair, target=changed)))
        print(f"  last of two names {kind}: {found / max(planted, 1):.2f} of {planted} found")
    if has_spaces(language) and language != "vi":
        _places(pairs, told, dice)


def _places(pairs: list[Pair], told: list[int], dice: random.Random) -> None:
    """A country or capital of the translation, one word in these languages, exchanged for the
    first word of one of another row, whatever it is."""
    named = [
        (number, place.span)
        for number, pair in enumerate(pairs)
        for place in named_places(pair.target, pair.target_language).certain
        if place.meant & named_places(pair.source, "en").every
    ]
    words = sorted({span.of(pairs[number].target) for number, span in named})
    found = planted = 0
    for number, span in named * 3:
        pair, new = pairs[number], dice.choice(words)
        if planted == _PLANTED or told[number] or new in pair.target:
            continue
        planted += 1
        changed = pair.target[: span.start] + new + pair.target[span.end :]
        found += any(True for _ in OtherNames().find(replace(pair, target=changed)))
    print(f"  place exchanged: {found / max(planted, 1):.2f} of {planted} found")
