"""A file that is no translation of the source is told of, and one that is never."""

from __future__ import annotations

import pytest

from reviewer.alignment.parameters import STRANGERS
from reviewer.analysis import analyse
from reviewer.analysis.strangers import stranger_warning
from reviewer.domain import Bead, Block, Document
from tests.alignment import everyday


def told(count: int, confidence: float) -> list[str]:
    beads = [Bead((n,), (n,), "aligned", confidence) for n in range(count)]
    return [str(each) for each in stranger_warning(beads, "wrong.txt")]


WARNING = ("“wrong.txt” does not seem to be a translation of this source. Is it the right file?",)


@pytest.mark.parametrize(("count", "said"), [(59, ()), (60, WARNING), (61, WARNING)])
def test_few_beads_tell_nothing(count: int, said: tuple[str, ...]) -> None:
    assert tuple(told(count, STRANGERS)) == said


@pytest.mark.parametrize(("more", "said"), [(-0.01, WARNING), (0.0, WARNING), (0.01, ())])
def test_one_bead_that_is_trusted_is_enough(more: float, said: tuple[str, ...]) -> None:
    assert tuple(told(60, STRANGERS + more)) == said


def side(language: str, pair: str) -> Document:
    """What stands on one side of the articles of tests/alignment in a pair of languages, one
    article behind the other."""
    texts = [
        text
        for folder in (*everyday.FOLDERS, everyday.FOLDER.parent / "news")
        for name in everyday.names(folder)
        if name.endswith(pair)
        for unit in everyday.units(name, folder)
        for text in (unit.source if language == "en" else unit.target)
    ]
    blocks = tuple(Block(text, place=str(number)) for number, text in enumerate(texts))
    return Document(f"{language}.txt", "text", blocks, b"x", language=language)


@pytest.mark.parametrize("right", [True, False])
def test_the_wrong_file_is_told_of(right: bool) -> None:
    made = analyse(side("en", ".en.id" if right else ".en.ar"), [side("id", ".en.id")])
    told = [str(each) for each in made.translations[0].side.warnings]
    assert [each for each in told if "right file" in each] == (
        [] if right else [WARNING[0].replace("wrong", "id")]
    )
