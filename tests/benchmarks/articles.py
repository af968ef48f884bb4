"""Articles with known alignments, made from the sentence pairs of flores-dev, and textberg-dev."""

from __future__ import annotations

import ast
import itertools
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reviewer.text.lengths import letters

SHARED = Path(__file__).resolve().parents[3] / "shared" / "bench"


Link = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Article:
    """Two texts, what machines made of them, and the true beads."""

    source: list[str]
    target: list[str]
    source_language: str
    target_language: str
    gold: list[Link]
    back: list[str] | None = None
    forward: list[str] | None = None
    moved: frozenset[Link] = field(default_factory=frozenset)


ENGINES = {
    path.name.split(".")[0]: path.name.split(".")[2]
    for path in sorted((SHARED / "flores-dev").glob("*.back.*.en"))
}
"""The languages of flores-dev and the engine of their recorded back-translation."""


@dataclass(frozen=True)
class Recipe:
    """How articles are disturbed: the chance of each change, per sentence.

    `merged` joins two neighbouring target sentences. `uneven` joins two to four sentences of
    either side; `cut` cuts a target sentence at a comma and gives its second half to the next
    one or lets it stand alone. `moved` carries one or two runs of two to five elsewhere.
    """

    missing: float = 0.07
    added: float = 0.05
    merged: float = 0.09
    uneven: float = 0.0
    cut: float = 0.0
    moved: bool = False


@dataclass(frozen=True, eq=False)
class _Unit:
    """One bead to be: source sentences; target sentences with their back-translations."""

    source: list[str]
    target: list[tuple[str, str]]


FLAWED = {"ar": (125, 130, 165)}
"""Lines (from 0) of flores-dev that translate another sentence than their English line."""


def flores(language: str) -> list[tuple[str, str, str]]:
    """English, the human translation, and that translated back, line by line."""
    lines = all_of_flores(language)
    return [line for n, line in enumerate(lines) if n not in FLAWED.get(language, ())]


def all_of_flores(language: str) -> list[tuple[str, str, str]]:
    """The same with the lines that translate another sentence."""
    folder = SHARED / "flores-dev"
    names = ("en.txt", f"{language}.txt", f"{language}.back.{ENGINES[language]}.en")
    columns = [[line.strip() for line in _lines(folder / name)] for name in names]
    return list(zip(*columns, strict=True))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def articles(language: str, seed: int, recipe: Recipe) -> list[Article]:
    """All of flores-dev cut into articles of 25 to 40 sentences and disturbed at random."""
    draw = random.Random(f"{language} {seed}")
    lines = flores(language)
    made = []
    start = 0
    while start < len(lines) - 20:
        size = draw.randint(25, 40)
        inside = lines[start : start + size]
        outside = lines[:start] + lines[start + size :]
        made.append(_article(language, _units(draw, inside, outside, recipe), draw, recipe))
        start += size
    return made


def _units(
    draw: random.Random,
    inside: list[tuple[str, str, str]],
    outside: list[tuple[str, str, str]],
    recipe: Recipe,
) -> list[_Unit]:
    units: list[_Unit] = []
    position = 0
    while position < len(inside):
        taken = 1
        english, target, back = inside[position]
        if draw.random() < recipe.missing:
            units.append(_Unit([english], []))
        elif draw.random() < recipe.merged:
            taken = 2
            units.append(_joined(inside[position : position + taken], on_source=False))
        elif draw.random() < recipe.uneven:
            taken = draw.choice([2, 2, 2, 3, 4])
            group = inside[position : position + taken]
            units.append(_joined(group, on_source=draw.random() < 0.5))
        elif draw.random() < recipe.cut and (halves := _cut(target, back)):
            following = inside[position + 1 : position + 2]
            if following and draw.random() < 0.5:
                taken = 2
                (next_english, next_target, next_back), (half, half_back) = following[0], halves[1]
                shifted = (f"{half} {next_target}", f"{half_back} {next_back}")
                units.append(_Unit([english, next_english], [halves[0], shifted]))
            else:
                units.append(_Unit([english], halves))
        else:
            units.append(_Unit([english], [(target, back)]))
        position += taken
        if draw.random() < recipe.added:
            units.append(_Unit([], [draw.choice(outside)[1:]]))
    return units


def _joined(group: list[tuple[str, str, str]], *, on_source: bool) -> _Unit:
    english, target, back = ([line[side] for line in group] for side in range(3))
    if on_source:
        return _Unit([" ".join(english)], list(zip(target, back, strict=True)))
    return _Unit(english, [(" ".join(target), " ".join(back))])


_CUTS = re.compile(r"(?<=[,;،؛，；、])\s*(?=\D)")


def _cut(target: str, back: str) -> list[tuple[str, str]]:
    """Both texts cut at the middle one of their commas, if they have the same number."""
    pieces, back_pieces = _CUTS.split(target), _CUTS.split(back)
    if len(pieces) != len(back_pieces) or len(pieces) < 2:
        return []
    middle = len(pieces) // 2
    return [
        (" ".join(pieces[:middle]), " ".join(back_pieces[:middle])),
        (" ".join(pieces[middle:]), " ".join(back_pieces[middle:])),
    ]


def _article(language: str, units: list[_Unit], draw: random.Random, recipe: Recipe) -> Article:
    order, displaced = units, set[_Unit]()
    if recipe.moved:
        for _ in range(draw.choice([1, 1, 2])):
            order = _with_run_moved(draw, units, order, displaced)
    source_places = _places([len(unit.source) for unit in units])
    target_places = _places([len(unit.target) for unit in order])
    rows = dict(zip(units, source_places, strict=True))
    columns = dict(zip(order, target_places, strict=True))
    pieces = [piece for unit in order for piece in unit.target]
    return Article(
        source=[sentence for unit in units for sentence in unit.source],
        target=[target for target, _ in pieces],
        source_language="en",
        target_language=language,
        gold=[(rows[unit], columns[unit]) for unit in units],
        back=[back for _, back in pieces],
        moved=frozenset((rows[unit], columns[unit]) for unit in displaced),
    )


_SHORT = Recipe(missing=0.10, added=0.06, merged=0.09, uneven=0.07)


_SHORT_LINE = 90  # characters of the English line


_AS_LONG = 1.5


def short_articles(language: str, seed: int) -> list[Article]:
    """Articles of the short lines of flores-dev, and of long ones cut at their commas where all
    three texts have as many and the pieces are about as long."""
    draw = random.Random(f"short {language} {seed}")
    lines = list(_short(flores(language)))
    made = []
    start = 0
    while start < len(lines) - 20:
        size = draw.randint(25, 40)
        inside, outside = lines[start : start + size], lines[:start] + lines[start + size :]
        made.append(_article(language, _units(draw, inside, outside, _SHORT), draw, _SHORT))
        start += size
    return made


def _short(lines: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    ratio = sum(letters(line[1]) for line in lines) / sum(letters(line[0]) for line in lines)
    for line in lines:
        cut = [_CUTS.split(text) for text in line]
        pieces = list(zip(*cut, strict=False))
        sizes = [(letters(other) + 3) / (letters(one) + 3) / ratio for one, other, _ in pieces]
        whole = len({len(parts) for parts in cut}) == 1
        if whole and 1 < len(pieces) < 5 and 1 / _AS_LONG < min(sizes) <= max(sizes) < _AS_LONG:
            yield from ((one, other, back) for one, other, back in pieces)
        elif len(line[0]) < _SHORT_LINE:
            yield line


def with_some_left_out(article: Article, seed: int, share: float = 0.05) -> Article:
    """The article with this share of its beads left out of the target, and of the source."""
    draw = random.Random(f"left out {article.source[0]} {seed}")
    gone: tuple[set[int], set[int]] = set(), set()
    for left, right in article.gold:
        chance = draw.random()
        if left and right and chance < share and len(left) <= 2:
            gone[1].update(right)
        elif left and right and chance < 2 * share and len(right) <= 2:
            gone[0].update(left)
    kept = [
        [n for n in range(len(side)) if n not in out]
        for side, out in zip((article.source, article.target), gone, strict=True)
    ]
    numbers = [{old: new for new, old in enumerate(side)} for side in kept]
    gold = [
        (
            tuple(numbers[0][n] for n in left if n in numbers[0]),
            tuple(numbers[1][n] for n in right if n in numbers[1]),
        )
        for left, right in article.gold
    ]
    back, forward = article.back, article.forward
    return replace(
        article,
        source=[article.source[n] for n in kept[0]],
        target=[article.target[n] for n in kept[1]],
        gold=[link for link in gold if any(link)],
        back=back and [back[n] for n in kept[1]],
        forward=forward and [forward[n] for n in kept[0]],
    )


def _places(sizes: list[int]) -> list[tuple[int, ...]]:
    ends = list(itertools.accumulate(sizes))
    return [tuple(range(end - size, end)) for size, end in zip(sizes, ends, strict=True)]


def _with_run_moved(
    draw: random.Random, original: list[_Unit], units: list[_Unit], displaced: set[_Unit]
) -> list[_Unit]:
    """The units with a run carried past more units than it has itself, once where possible."""
    size = draw.randint(2, 5)
    for _ in range(50):
        begin = draw.randrange(max(len(units) - size, 1))
        run, rest = units[begin : begin + size], units[:begin] + units[begin + size :]
        place = draw.randrange(len(rest) + 1)
        passed = rest[min(place, begin) : max(place, begin)]
        both_sided = [unit for unit in passed if unit.source and unit.target]
        if len(both_sided) <= size or not displaced.isdisjoint(run + passed):
            continue
        order = rest[:place] + run + rest[place:]
        carried = displaced.union(unit for unit in run if unit.source and unit.target)
        if not _only_explanation(original, order, carried):
            continue
        displaced |= carried
        return order
    return units


def _only_explanation(original: list[_Unit], order: list[_Unit], displaced: set[_Unit]) -> bool:
    """Whether no other units, and not fewer, can be said to have been carried elsewhere.

    Where two runs cross each other, or one is as long as what it passed, nobody can tell.
    """
    place = {unit: number for number, unit in enumerate(original)}
    filled = [place[unit] for unit in order if unit.source and unit.target]
    chains: list[tuple[int, int]] = []  # the longest rising chain to each, and how many there are
    for index, value in enumerate(filled):
        before = [chains[n] for n in range(index) if filled[n] < value]
        longest = max((length for length, _ in before), default=0)
        ways = sum(count for length, count in before if length == longest) or 1
        chains.append((longest + 1, ways))
    longest = max(length for length, _ in chains)
    ways = sum(count for length, count in chains if length == longest)
    return ways == 1 and longest == len(filled) - len(displaced)


def textberg(*, back: str | None = None, forward: str | None = None) -> Article:
    """The development half of Text+Berg with the translation of the engines named."""
    folder = SHARED / "textberg-dev"
    return Article(
        _lines(folder / "source.de"),
        _lines(folder / "target.fr"),
        "de",
        "fr",
        _beads(folder / "gold.beads"),
        _lines(folder / f"back.{back}.de") if back else None,
        _lines(folder / f"forward.{forward}.fr") if forward else None,
    )


NOVELS = {
    "Candide": "Candide_EN-ES",
    "Emma": "Emma_EN-FR",
    "La Faute de l'abbé Mouret": "LaFauteDeLAbbeMouret_EN-FR",
    "Vingt mille lieues sous les mers": "VingtMilleLieuesSousLesMers_EN-FR",
}
"""The novels of novels-dev by title, and how their files are named."""


def novel(title: str) -> Article:
    """A novel of novels-dev; nothing was translated for it by a machine."""
    name = NOVELS[title]
    place = SHARED / "novels-dev" / name
    source, target = name.rpartition("_")[2].lower().split("-")
    return Article(
        _lines(place.with_suffix(".src")),
        _lines(place.with_suffix(".tgt")),
        source,
        target,
        _beads(place.with_suffix(".gold")),
    )


def _beads(path: Path) -> list[Link]:
    """Beads as "[source indices]:[target indices]", one a line."""
    sides = (line.split(":") for line in _lines(path) if ":" in line)
    return [
        (tuple(ast.literal_eval(left)), tuple(ast.literal_eval(right))) for left, right in sides
    ]


def long_text(size: int) -> tuple[list[str], list[str], list[str]]:
    """A text of `size` sentences, its translation and that translated back.

    flores-dev in German again and again, with other letters each time, so that no sentence
    comes twice; some sentences are left out on either side.
    """
    source: list[str] = []
    target: list[str] = []
    back: list[str] = []
    lines = flores("de")
    for number in range(size + size // 100 + 2):
        turn, place = divmod(number, len(lines))
        english, german, again = (_turned(text, turn) for text in lines[place])
        if number % 200 != 50:
            source.append(english)
        if number % 200 != 150:
            target.append(german)
            back.append(again)
    return source[:size], target[:size], back[:size]


_LEAPS = (1, 3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25)
"""Numbers that have nothing in common with 26: letters taken at such leaps are all there once."""


def _turned(text: str, by: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    leap = _LEAPS[by // 26 % len(_LEAPS)]
    others = "".join(letters[(leap * place + by) % 26] for place in range(26))
    return text.translate(str.maketrans(letters, others))
