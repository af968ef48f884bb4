"""Which files belong together, in folders of all kinds.

`held_pairs.txt` has 100 folders that the dice filled, each with the groups that are made of it.
After a change on purpose: HELD=write pytest tests/sets/test_held_pairs.py
"""

from __future__ import annotations

import os
import random
from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.sets.pairing import Pairs, paired

TABLE = Path(__file__).with_name("held_pairs.txt")
FOLDERS = 100
NAMES = ("news", "Part 2", "part 10", "Contract final", "is it", "Ünal", "2026_05", "a-b")
LANGUAGES = ("en", "de", "fr", "NL", "pt-BR", "pt_BR", "zh-Hans-CN", "es-419", "it", "xx", "")
WORDS = ("source", "src", "final", "target", "orig")
PLACES = ("", "", "", "en", "de", "fr/2026", "source", "Texts", "pt-BR", "sub/de")
SHAPES = (
    "{name}.{language}", "{language}_{name}", "{name} {language}", "{name}",
    "{name}_{language}_{word}", "{name}.{word}", "{language}", "({language}) {name}",
)  # fmt: skip


def made(root: Path, number: int) -> tuple[Path, list[Path]]:
    """A folder of sources and those of translations, if they are apart: few names, languages and
    habits in each, as people have."""
    dice = random.Random(f"pairs {number}")
    names, languages = dice.sample(NAMES, 2), dice.sample(LANGUAGES, 3)
    places, shapes = dice.sample(PLACES, 2), dice.sample(SHAPES, 2)
    tops = dice.choice(([""], [""], ["en", "de"], ["source", "fr", "de"], ["one", "two"]))
    for top in tops:
        (root / top).mkdir(parents=True, exist_ok=True)
        for _ in range(dice.randrange(2, 6)):
            said = {"name": dice.choice(names), "language": dice.choice(languages)}
            name = dice.choice(shapes).format(**said, word=dice.choice(WORDS))
            ending = dice.choice((".txt", ".txt", ".txt", ".md", ".html", ".exe"))
            hidden = dice.choice(("",) * 12 + (".", "~$"))
            file = root / top / dice.choice(places) / f"{hidden}{name.strip(' ._-') or 'a'}{ending}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("Text.")
    return root / tops[0], [root / top for top in tops[1:]]


def told(found: Pairs, root: Path) -> str:
    def name(one: Path) -> str:
        return one.relative_to(root).as_posix()

    groups = [
        f"{one.title}: {' + '.join(map(name, (one.source, *one.translations)))}"
        f" [{' '.join(each or '-' for each in one.languages)}]"
        for one in found.together
    ]
    return "; ".join([*groups, f"alone {', '.join(map(name, found.alone))}"])


def test_what_is_found_in_each_folder(tmp_path: Path) -> None:
    lines = []
    for number in range(FOLDERS):
        root = tmp_path / str(number)
        source, folders = made(root, number)
        there = sorted(one.relative_to(root).as_posix() for one in root.rglob("*.*"))
        try:
            found = told(paired(source, folders), root)
        except ReviewerError as error:
            found = str(error).replace(str(root), "")
        lines.append(f"{' '.join(there)} | {found}")
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert lines == TABLE.read_text("utf-8").splitlines()
