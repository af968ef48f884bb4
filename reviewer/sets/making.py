"""From files that belong together to a set of reviews."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import Document, ReviewerError
from reviewer.messages import Message, message
from reviewer.sets.pairing import Group
from reviewer.sets.set_file import REVIEW, ReviewSet, is_set, read_set, write_set

if TYPE_CHECKING:
    from reviewer.analysis import Analysis
    from reviewer.store.memory import Memory

Progress = Callable[[str, float], None]
_SURE = 0.9
"""From this confidence on the text is believed to be in another language than its name says; what
is doubtful shows about half of it."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What makes a review: `analyse(source, translations, progress=...)`, and the memory of earlier
    reviews."""

    analyse: Callable[..., Analysis]
    memory: Memory | None = None


@dataclass(slots=True)
class Made:
    """The set, how many reviews were made for it now and how many were there already, which files
    no review could be made of and why, and what else is to be known."""

    set: ReviewSet | None = None
    made: int = 0
    kept: int = 0
    failed: list[tuple[Path, str]] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)


def make_set(
    path: Path,
    groups: Sequence[Group],
    maker: Maker,
    *,
    progress: Progress = lambda _words, _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Made:
    """Make a review of each group, kept in the folder of `path`, and the set of them all.

    The set is written anew after each review, so that what was made stays whatever happens; made
    again with the same groups, it goes on with those that are not there. A group that cannot be
    read or compared does not stop the others. Raises ReviewerError where nothing can be written.
    """
    made = Made()
    there = _kept(path)
    names = review_names(groups)
    reviews: list[Path] = list(there)
    for number, (group, name) in enumerate(zip(groups, names, strict=True)):
        if cancelled():
            break
        review = path.parent / name
        if review in there and review.exists():
            made.kept += 1
            continue

        def show(words: str, share: float, number: int = number) -> None:
            progress(f"{number + 1}/{len(groups)}  {words}", (number + share) / len(groups))

        show(group.source.name, 0.0)
        try:
            documents, notes = read_group(group)
            made.notes += notes
            analysis = maker.analyse(documents[0], documents[1:], progress=show)
            _make(review, analysis, maker.memory)
        except ReviewerError as error:
            made.failed.append((group.source, error.args[0] if error.args else ""))
            continue
        made.made += 1
        if review not in there:
            reviews.append(review)
        made.set = write_set(path, reviews)
    if made.set is None and reviews:
        made.set = write_set(path, reviews)
    return made


def _make(path: Path, analysis: Analysis, memory: Memory | None) -> None:
    from reviewer.review import Review

    path.parent.mkdir(parents=True, exist_ok=True)
    with Review.create(path, analysis, memory=memory) as review:
        # The index of every translation is asked for, so that it is kept: the totals are in it.
        for info in review.translations:
            review.index(info.id)


def _kept(path: Path) -> tuple[Path, ...]:
    """The reviews that a set has already; what is there and is no set is not written over."""
    return read_set(path).reviews if path.exists() else ()


def review_names(groups: Iterable[Group]) -> list[str]:
    """A name for the review of each group, below the folder of the set: no two the same
    anywhere."""
    taken: set[str] = set()
    names = []
    for group in groups:
        *folders, title = group.title.split("/")
        stem = "/".join([*folders, title or group.source.stem])
        name, number = f"{stem}{REVIEW}", 2
        while name.casefold() in taken:
            name, number = f"{stem} {number}{REVIEW}", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def read_group(group: Group) -> tuple[list[Document], list[Message]]:
    """The documents of a group, the source first, each in the language that its file or its name
    says or that it seems to be in; and what is doubtful of that. Raises FormatError."""
    from reviewer import formats

    if not group.translations:
        both = formats.read_bilingual(group.source)
        return [both.source, *both.translations], []
    notes: list[Message] = []
    files = zip((group.source, *group.translations), group.languages, strict=True)
    return [_in_its_language(formats.read(path), named, notes) for path, named in files], notes


def _in_its_language(document: Document, named: str, notes: list[Message]) -> Document:
    from reviewer.text import languages
    from reviewer.wording import language_name

    if document.language or not named:
        return document
    found, sure = languages.detect("\n".join(block.text for block in document.blocks))
    if languages.base(found) != languages.base(named) and sure >= _SURE:
        notes.append(
            message(
                "{path}: its name says {named}, but it reads like {found}.",
                path=document.path,
                named=language_name(named),
                found=language_name(found),
            )
        )
    return replace(document, language=named)


def usual_path(folder: Path) -> Path:
    """Where the set of the texts in `folder` is kept unless somebody says otherwise: beside it, or
    in the home folder where nothing can be written there. A folder that is called as a language has
    the name of what it is in."""
    from reviewer.sets.folder_names import folder_name

    name = (folder.parent if folder_name(folder.name) else folder).name or "texts"
    place = folder.parent if os.access(folder.parent, os.W_OK) else Path.home()
    return place / f"{name}-review" / f"{name}.reviewset"


def set_path(path: Path) -> Path:
    """`path` with the suffix of a set."""
    from reviewer.sets.set_file import SUFFIX

    return path if is_set(path) else path.with_name(f"{path.name}{SUFFIX}")
