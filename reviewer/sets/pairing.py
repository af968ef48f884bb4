"""Folders of sources and translations: which files belong together, by name and language code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.messages import message
from reviewer.sets.folder_names import PARTS, folder_name, is_language

_FURTHER = re.compile(r"[A-Z]{2}|[A-Z][a-z]{3}|\d{3}")
"""A region or a script, written as it is beside a language."""

_NUMBER = re.compile(r"(\d+)")

_SOURCE_END = re.compile(r"[._](?:sources?|src|originals?|orig)\Z", re.IGNORECASE)

MOST_FILES = 10_000
"""So many files of one folder are looked at; more are no piece of work for one reviewer."""


@dataclass(frozen=True, slots=True)
class Named:
    """A file with what of its name is no language, and the language that it names (or "").

    `key` is the same for names that belong together, `title` is written as the name is;
    `is_source` where the name says that this is the original.
    """

    path: Path
    key: str
    language: str
    title: str = ""
    is_source: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A source with its translations, or a bilingual file (without any).

    `languages` are what the names say, of the source first, "" where they say nothing that can be;
    `title` is what their names have in common, with the folders below the one that was named.
    """

    title: str
    source: Path
    translations: tuple[Path, ...]
    languages: tuple[str, ...]


@dataclass(slots=True)
class Pairs:
    """The groups, and the files that nothing was found for."""

    together: list[Group] = field(default_factory=list)
    alone: list[Path] = field(default_factory=list)


def paired(source: Path, folders: Sequence[Path]) -> Pairs:
    """The files below the folder `source`, each with those below `folders` that have its name.

    A language code at the beginning or the end of a name does not count (`news.en.docx`,
    `de_news.docx`), nor does a folder that is one, nor the kind of file. Without `folders` the
    languages stand in one folder: what is called the source (`source/news.docx`, `news_src.docx`)
    is it, else what names no language, else English, else the most frequent language. A bilingual
    file is a group by itself. Raises ReviewerError where a folder has nothing that can be read.
    """
    if not folders:
        return _within(_without_inner_languages([_named(source)])[0])
    whole = (source, *folders)
    sources, *others = _without_inner_languages(list(map(_named, whole)))
    said = [folder_name(folder.name) for folder in whole]
    if None not in said:
        sources, *others = (
            [replace(one, language=name.language or one.language) for one in found]
            if name
            else found
            for name, found in zip(said, (sources, *others), strict=True)
        )
    made = Pairs()
    used: set[Path] = set()
    by_key: dict[str, list[Named]] = {}
    for each in (other for found in others for other in found):
        by_key.setdefault(each.key, []).append(each)
    for one in sources:
        found = [other for other in by_key.get(one.key, ()) if other.path != one.path]
        used.update(other.path for other in found)
        _add(made, one, found)
    made.alone += [one.path for found in others for one in found if one.path not in used]
    return _in_order(made)


def _without_inner_languages(lists: Sequence[Sequence[Named]]) -> list[list[Named]]:
    """The files, where two names differ by nothing but a language code inside without it:
    "Contract_EN_final" and "Contract_DE_final"."""
    names = [one for each in lists for one in each]
    keys = Counter(one.key for one in names)
    found: dict[str, dict[str, set[str]]] = {}
    for one in names:
        if keys[one.key] == 1:
            for language, short in _inner_languages(one):
                found.setdefault(short.key, {}).setdefault(language, set()).add(one.key)
    taken: dict[str, Named] = {}
    for one in names:
        for language, short in _inner_languages(one):
            languages = found.get(short.key, {})
            if len(languages) > 1 and languages.get(language) == {one.key}:
                taken.setdefault(one.key, short)
    return [
        [replace(taken[one.key], path=one.path) if one.key in taken else one for one in each]
        for each in lists
    ]


def _inner_languages(one: Named) -> Iterator[tuple[str, Named]]:
    """The language codes inside a name, or the one that its folder has, each with the name that is
    left without it."""
    folder, slash, name = one.title.rpartition("/")
    words = name.split(" ")
    for number, word in enumerate(words[1:-1], 1):
        if is_language(word) and one.language in ("", word.lower()):
            title = folder + slash + " ".join(words[:number] + words[number + 1 :])
            language = word.lower()
            yield language, replace(one, key=title.casefold(), title=title, language=language)


def _within(files: Sequence[Named]) -> Pairs:
    made = Pairs()
    groups: dict[str, list[Named]] = {}
    for one in files:
        groups.setdefault(one.key, []).append(one)
    _join_the_one_folder(groups)
    counts = Counter(one.language for one in files)
    # A name without a language is the original's; else English, else what there is most of.
    order = sorted(counts, key=lambda each: (each != "", each.split("-")[0] != "en", -counts[each]))
    for group in groups.values():
        group.sort(key=lambda one: (not one.is_source, order.index(one.language), one.path))
        _add(made, group[0], group[1:])
    return _in_order(made)


def _join_the_one_folder(groups: dict[str, list[Named]]) -> None:
    """Beside folders that are called languages, one that is called something else has the
    sources: "Texts/news.txt" belongs to "de/news.txt"."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, group in groups.items():
        folder, _, rest = key.partition("/")
        others = groups.get(rest, []) if rest else []
        if others and not any(one.language for one in group) and all(o.language for o in others):
            found.setdefault(folder, []).append((key, rest))
    if len(found) == 1:
        [keys] = found.values()
        for key, rest in keys:
            sources = [replace(one, title=groups[rest][0].title) for one in groups.pop(key)]
            groups[rest] = [*sources, *groups[rest]]


def _in_order(made: Pairs) -> Pairs:
    """By title, "part 2" before "part 10"."""

    def key(one: Group) -> list[tuple[int, str]]:
        pieces = _NUMBER.split(one.title.casefold())
        return [(int(piece), "") if piece.isdecimal() else (0, piece) for piece in pieces]

    made.together.sort(key=key)
    return made


def _add(made: Pairs, source: Named, translations: Sequence[Named]) -> None:
    from reviewer import formats

    languages = [one.language for one in (source, *translations)]
    if languages[0] and languages[0] in languages[1:]:
        # "What is it.txt" is not in Italian.
        languages = [""] * len(languages)
    if translations or formats.holds_both(source.path):
        made.together.append(
            Group(
                source.title,
                source.path,
                tuple(one.path for one in translations),
                tuple(languages),
            )
        )
    else:
        made.alone.append(source.path)


def _named(folder: Path) -> list[Named]:
    from reviewer import formats

    files = []
    for path in folder.rglob("*"):
        # What begins so is hidden, or an office program's note that a file is open.
        if not path.name.startswith((".", "~$")) and path.is_file() and formats.can_read(path):
            files.append(path)
        if len(files) > MOST_FILES:
            raise ReviewerError(
                message(
                    "There are more than {most} files in “{folder}”. Choose a smaller folder.",
                    most=MOST_FILES,
                    folder=str(folder),
                )
            )
    if not files:
        raise ReviewerError(
            message("There is no file in “{folder}” that can be read.", folder=str(folder))
        )
    return [named(path, folder) for path in sorted(files)]


def named(path: Path, folder: Path) -> Named:
    """What the name of a file below `folder` says."""
    inside = path.relative_to(folder)
    said = {part: folder_name(part) for part in inside.parent.parts}
    parts = [part for part, name in said.items() if name is None]
    languages = [name.language for name in said.values() if name and name.language]
    stem = _SOURCE_END.sub("", inside.stem)
    is_source = stem != inside.stem or any(name.is_source for name in said.values() if name)
    words = [word for word in PARTS.split(stem) if word]
    for at_end in (True, False):
        many = _parts_of_language(words, at_end=at_end)
        if many and many < len(words):
            languages.append("-".join(words[-many:] if at_end else words[:many]))
            words = words[:-many] if at_end else words[many:]
    if not languages and _parts_of_language(words, at_end=True) == len(words):
        languages, words = ["-".join(words)], [""]
    title = "/".join([*parts, " ".join(words)])
    language = languages[0].lower() if languages else ""
    return Named(path, title.casefold(), language, title, is_source)


def _parts_of_language(words: Sequence[str], *, at_end: bool) -> int:
    """How many words at one end of a name are a language: "zh-Hans-CN" comes apart at its
    hyphens."""
    for many in (3, 2, 1):
        part = words[-many:] if at_end else words[:many]
        whole = len(part) == many and all(map(_FURTHER.fullmatch, part[1:]))
        if whole and is_language("-".join(part)):
            return many
    return 0
