"""Names on faithful translations, and with one name taken out of a row.

Once with the back-translations of real engines, once without any.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from reviewer.checks.common_words import common_words
from reviewer.checks.names import Names
from reviewer.domain import BackTranslation, Pair
from reviewer.text.names import are_alike, folded, names
from tests.benchmarks.articles import ENGINES, SHARED, all_of_flores

_DOCUMENT = 50
"""Rows of one document."""

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the FLORES sentences are not here"),
]


def _documents(language: str, *, back: bool) -> list[list[Pair]]:
    engine = ENGINES[language]
    pairs = [
        Pair(
            source,
            target,
            "en",
            language,
            back_translation=BackTranslation(returned, engine, "") if back else None,
        )
        for source, target, returned in all_of_flores(language)
    ]
    return [pairs[at : at + _DOCUMENT] for at in range(0, len(pairs), _DOCUMENT)]


def _without(text: str, words: tuple[str, ...], *, by_sound: bool) -> tuple[str, int]:
    """The text without what may spell one of the words, and how much was taken out."""
    taken = 0
    pieces = re.split(r"(\w+(?:['’]\w+)*)", text)
    for at in range(1, len(pieces), 2):
        if any(are_alike(folded(word), folded(pieces[at]), by_sound=by_sound) for word in words):
            pieces[at] = ""
            taken += 1
    return "".join(pieces), taken


def _planted(pairs: list[Pair], chance: random.Random) -> tuple[list[Pair], int, str] | None:
    """The document with one name taken out of one row, the row, and the name."""
    common = common_words(pairs)
    places = [
        (index, name)
        for index, pair in enumerate(pairs)
        for name in names(pair.source, "en", common.of(pair))
    ]
    chance.shuffle(places)
    for index, name in places:
        pair = pairs[index]
        by_sound = not pair.target.isascii() and pair.target_language in ("uk", "ar", "zh")
        target, taken = _without(pair.target, name.words, by_sound=by_sound)
        back = pair.back_translation
        if back:
            # What only sounds so may be another word, such as the river of Tewkesbury.
            text, from_back = _without(back.text, name.words, by_sound=False)
            if not from_back:
                text, from_back = _without(back.text, name.words, by_sound=True)
            taken = taken and from_back
            back = replace(back, text=text)
        if taken and target.strip():
            changed = replace(pair, target=target, back_translation=back)
            return [*pairs[:index], changed, *pairs[index + 1 :]], index, " ".join(name.words)
    return None


@pytest.mark.parametrize("back", [True, False], ids=["back-translation", "no engine"])
@pytest.mark.parametrize("language", list(ENGINES))
def test_names(language: str, back: bool) -> None:
    documents = _documents(language, back=back)
    check, chance = Names(), random.Random(7)
    rows = sum(map(len, documents))
    flagged = grave = 0
    for document in documents:
        for findings in check.find_all(document).values():
            flagged += 1
            grave += any(finding.severity != "info" for finding in findings)
    planted = caught = caught_grave = 0
    for document in documents * 10:
        made = _planted(document, chance)
        if made is None:
            continue
        pairs, index, name = made
        found = [f for f in check.find_all(pairs).get(index, ()) if f.subject == name.casefold()]
        planted += 1
        caught += bool(found)
        caught_grave += any(finding.severity != "info" for finding in found)
    print(
        f"\nen→{language}, {'with' if back else 'without'} back-translation: faithful rows "
        f"flagged {flagged / rows:.2%}, more than info {grave / rows:.2%}; of {planted} names "
        f"taken out {caught / planted:.2f} found, {caught_grave / planted:.2f} more than info"
    )
    assert grave / rows <= 0.03


@pytest.mark.parametrize("language", list(ENGINES))
def test_names_into_english(language: str) -> None:
    documents = [
        [replace(pair, source=pair.target, target=pair.source, source_language=language,
                 target_language="en") for pair in document]
        for document in _documents(language, back=False)
    ]  # fmt: skip
    rows = sum(map(len, documents))
    grave = sum(
        any(finding.severity != "info" for finding in findings)
        for document in documents
        for findings in Names().find_all(document).values()
    )
    print(f"\n{language}→en, without back-translation: more than info {grave / rows:.2%}")
    assert grave / rows <= 0.01
