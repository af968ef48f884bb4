"""Short everyday articles with their translations: news, notices, recipes and letters of ten to
fifteen sentences, very short ones among them.

Written for these tests. A file NAME.SOURCE.TARGET.txt has a bead a line: source, translation and
what a machine might make of the translation back in the source's language, parted by "¦"; "-"
where nothing stands, " + " between the sentences of one side. "A>" before a bead says that its
translation stands elsewhere, at the line "A<".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reviewer.alignment import align
from reviewer.alignment.align import align as align_with
from reviewer.domain import Bead

Link = tuple[tuple[int, ...], tuple[int, ...]]

FOLDER = Path(__file__).with_name("everyday")
BLIND = Path(__file__).with_name("everyday_blind")
"""Articles that were written with the others, and not looked at while the alignment was mended."""

GENRES = Path(__file__).with_name("everyday_genres")
"""Articles of other kinds: an obituary, a recall, an interview, a list and the like."""

FOLDERS = (FOLDER, BLIND, GENRES)

OTHER_LETTERS = Path(__file__).with_name("other_letters")
"""Chapters of stories, told freely, and news of which half is left out, in pairs of languages that
share no letters."""
UNSPACED = ("zh", "ja", "th")


@dataclass(frozen=True)
class Unit:
    """One true bead: sentences of the source and of the translation, and the latter translated
    back. `moved` is the letter of the place where the translation stands, `stands` that letter
    where it does."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    back: tuple[str, ...]
    moved: str = ""
    stands: str = ""


@dataclass(frozen=True)
class Article:
    """Two texts, a translation of the target into the source's language, and the true beads;
    `moved` are those out of order."""

    name: str
    source_language: str
    target_language: str
    source: list[str]
    target: list[str]
    back: list[str]
    gold: frozenset[Link]
    moved: frozenset[Link]


def names(folder: Path) -> list[str]:
    """The articles of a folder, as NAME.SOURCE.TARGET."""
    return sorted(path.stem for path in folder.glob("*.txt"))


def units(name: str, folder: Path = FOLDER) -> list[Unit]:
    """The beads of an article as they are written."""
    lines = (folder / f"{name}.txt").read_text("utf-8").splitlines()
    return [_unit(line) for line in lines if line]


def _unit(line: str) -> Unit:
    if line[1:] == "<":
        return Unit((), (), (), stands=line[0])
    moved = line[0] if line[1:3] == "> " else ""
    source, target, back = ([*(line[3:] if moved else line).split(" ¦ "), "-"])[:3]
    return Unit(*map(_sentences, (source, target, back)), moved)


def _sentences(cell: str) -> tuple[str, ...]:
    return () if cell.strip() in ("-", "") else tuple(cell.strip().split(" + "))


def written(name: str, folder: Path = FOLDER) -> Article:
    """An article with what its author left out, added, moved, joined and parted."""
    return made(name, units(name, folder))


def faithful(name: str, folder: Path = FOLDER) -> list[Unit]:
    """The beads of an article that have both sides."""
    return [unit for unit in units(name, folder) if (unit.source and unit.target) or unit.stands]


def made(name: str, beads: Sequence[Unit]) -> Article:
    """The article that these beads make."""
    _, source_language, target_language = name.split(".")
    away = {unit.moved: unit for unit in beads if unit.moved}
    order = [away[unit.stands] if unit.stands else unit for unit in beads if not unit.moved]
    columns, place = {}, 0
    for unit in order:
        columns[id(unit)] = tuple(range(place, place + len(unit.target)))
        place += len(unit.target)
    gold, moved, row = set(), set(), 0
    for unit in beads:
        if unit.stands:
            continue
        link = (tuple(range(row, row + len(unit.source))), columns[id(unit)])
        row += len(unit.source)
        gold.add(link)
        if unit.moved:
            moved.add(link)
    return Article(
        name,
        source_language,
        target_language,
        [sentence for unit in beads for sentence in unit.source],
        [sentence for unit in order for sentence in unit.target],
        [sentence for unit in order for sentence in unit.back],
        frozenset(gold),
        frozenset(moved),
    )


def one_left_out(name: str, folder: Path = FOLDER) -> Iterator[tuple[Article, int]]:
    """The faithful article with the translation of one sentence left out, each in turn, and the
    index of that sentence."""
    beads = faithful(name, folder)
    row = 0
    for number, unit in enumerate(beads):
        if len(unit.source) == len(unit.target) == 1 and not unit.moved:
            gone = Unit(unit.source, (), ())
            yield made(name, [*beads[:number], gone, *beads[number + 1 :]]), row
        row += len(unit.source)


def one_added(name: str, folder: Path = FOLDER) -> Iterator[tuple[Article, int]]:
    """The faithful article with one sentence left out of the source, each in turn, so that its
    translation is added, and the index of that."""
    beads = faithful(name, folder)
    for number, unit in enumerate(beads):
        if len(unit.source) == len(unit.target) == 1 and not unit.moved:
            article = made(
                name, [*beads[:number], Unit((), unit.target, unit.back), *beads[number + 1 :]]
            )
            yield article, article.target.index(unit.target[0])


def two_joined(name: str, folder: Path = FOLDER) -> Iterator[tuple[Article, Link]]:
    """The faithful article with the translations of two neighbours as one sentence, each two in
    turn, and the bead that they are."""
    beads = faithful(name, folder)
    between = "" if name.rpartition(".")[2] in UNSPACED[:2] else " "
    row = 0
    for number, (unit, following) in enumerate(pairwise(beads)):
        two = (unit, following)
        if all(len(one.source) == len(one.target) == 1 and not one.moved for one in two):
            both = Unit(
                unit.source + following.source,
                (f"{unit.target[0]}{between}{following.target[0]}",),
                (f"{unit.back[0]} {following.back[0]}",),
            )
            article = made(name, [*beads[:number], both, *beads[number + 2 :]])
            (column,) = (n for n, text in enumerate(article.target) if text == both.target[0])
            yield article, ((row, row + 1), (column,))
        row += len(unit.source)


EVIDENCE = ("encoder", "none", "translation")
"""What may be known beside the texts: an encoder's vectors, nothing, a translation back (and an
encoder where the translation proves free)."""


def aligned(article: Article, evidence: str) -> list[Bead]:
    """The beads that the program finds with one kind of `EVIDENCE`."""
    return (align_with if evidence == "none" else align)(
        article.source,
        article.target,
        source_language=article.source_language,
        target_language=article.target_language,
        back_translation=article.back if evidence == "translation" else None,
    )
