"""Folders of sources and translations: which files belong together, by name and language code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.domain import ReviewerError, message

_PARTS = re.compile(r"[._\-\s()\[\]]+")
_TAG = re.compile(r"[a-z]{2,3}(?:-(?:[a-z]{2}|[a-z]{4}|\d{3}))?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A file with what of its name is no language, and the language that it names (or "")."""

    path: Path
    key: str
    language: str


@dataclass(slots=True)
class Pairs:
    """A source file with its translations each, and the files that nothing was found for."""

    together: list[tuple[Path, list[Path]]] = field(default_factory=list)
    alone: list[Path] = field(default_factory=list)


def paired(source: Path, folders: Sequence[Path]) -> Pairs:
    """The files below the folder `source`, each with those below `folders` that have its name.

    A language code at the beginning or the end of a name does not count (`news.en.docx`,
    `de_news.docx`), nor does a folder that is one, nor the kind of file. Without `folders` the
    languages stand in one folder: the most frequent one is the source's.
    """
    sources = _named(source)
    if not folders:
        return _within(sources)
    made = Pairs()
    others = [_named(folder) for folder in folders]
    used: set[Path] = set()
    for one in sources:
        found = [
            other.path for named in others for other in named
            if other.key == one.key and other.path != one.path
        ]  # fmt: skip
        used.update(found)
        if found:
            made.together.append((one.path, found))
        else:
            made.alone.append(one.path)
    made.alone += [one.path for named in others for one in named if one.path not in used]
    return made


def _within(files: Sequence[Named]) -> Pairs:
    made = Pairs()
    groups: dict[str, list[Named]] = {}
    for one in files:
        groups.setdefault(one.key, []).append(one)
    counts: dict[str, int] = {}
    for one in files:
        counts[one.language] = counts.get(one.language, 0) + 1
    # A name without a language is the original's; else English, else what there is most of.
    order = sorted(counts, key=lambda each: (each != "", each.split("-")[0] != "en", -counts[each]))
    for group in groups.values():
        group.sort(key=lambda one: (order.index(one.language), one.path))
        if len(group) > 1:
            made.together.append((group[0].path, [one.path for one in group[1:]]))
        else:
            made.alone.append(group[0].path)
    return made


def _named(folder: Path) -> list[Named]:
    from reviewer import formats

    files = sorted(path for path in folder.rglob("*") if path.is_file() and formats.can_read(path))
    if not files:
        raise ReviewerError(
            message("There is no file in “{folder}” that can be read.", folder=str(folder))
        )
    return [named(path, folder) for path in files]


def named(path: Path, folder: Path) -> Named:
    """What the name of a file below `folder` says."""
    inside = path.relative_to(folder)
    parts = [part for part in inside.parent.parts if not _language(part)]
    languages = [part for part in inside.parent.parts if _language(part)]
    words = [word for word in _PARTS.split(inside.stem) if word]
    for at in (-1, 0):
        # "pt-BR" comes apart at its hyphen.
        pair = words[-2:] if at else words[:2]
        if len(words) > 2 and _language("-".join(pair)) and pair[1].isupper():
            languages.append("-".join(pair))
            words = words[:-2] if at else words[2:]
        elif len(words) > 1 and _language(words[at]):
            languages.append(words[at])
            words = words[:-1] if at else words[1:]
    if len(words) == 1 and _language(words[0]) and not languages:
        languages, words = [words[0]], [""]
    key = "/".join([*parts, " ".join(words)]).casefold()
    return Named(path, key, languages[0].lower() if languages else "")


def _language(text: str) -> bool:
    from reviewer.text.languages import known

    return bool(_TAG.match(text)) and known(text)


def expanded(paths: Iterable[Path]) -> list[Path]:
    """The paths, with the files that a pattern (*, ?, [...]) stands for in its place: not every
    shell does that itself."""
    from glob import has_magic

    made: list[Path] = []
    for path in paths:
        found: list[Path] = []
        if has_magic(str(path)) and not path.exists():
            root = Path(path.anchor)
            found = sorted(root.glob(str(path.relative_to(root))))
        made += found or [path]
    return made
