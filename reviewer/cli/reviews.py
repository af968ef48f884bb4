"""The review that a command is about: a file, or one made for the moment of texts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.options import add_languages, add_source_language, add_translations
from reviewer.cli.telling import tell
from reviewer.cli.texts import add_columns, add_conversion
from reviewer.domain import ReviewerError
from reviewer.messages import message

if TYPE_CHECKING:
    from reviewer.review import Review, TranslationInfo

SUFFIX = ".review"


def add_texts(parser: Any) -> None:
    """Add the arguments for a review or for texts to compare."""
    parser.add_argument(
        "source", type=Path, metavar="REVIEW|SOURCE", help="a .review file, or a source text"
    )
    add_translations(
        parser,
        "its translations; none for a review or a bilingual file",
    )
    add_source_language(parser)
    add_languages(
        parser,
        "of a review: only the translation into L (again for more); of texts: the language "
        "of a translation, in the order of the files",
    )
    add_columns(parser)
    add_conversion(parser)


@contextmanager
def read_only(path: Path, *, accept_losses: bool = False) -> Iterator[Review]:
    """The review at `path`, for a command that only reads it, and its notices told. Where nothing
    can be written a copy of it is read, unless somebody has it open."""
    from reviewer.review import open_or_copy

    with open_or_copy(path, accept_losses=accept_losses) as review:
        if review.copy_of:
            tell(message("{path} cannot be written: a copy of it is read.", path=path))
        for notice in review.notices:
            tell(notice)
        yield review


@contextmanager
def review_of(options: argparse.Namespace) -> Iterator[tuple[Review, list[TranslationInfo]]]:
    """The open review that `add_texts` names, and the translations that are wanted of it."""
    from reviewer.review import Review, temporary_review

    if options.source.suffix.lower() == SUFFIX:
        if options.translations:
            raise ReviewerError(message("A review has its translations in itself: name it alone."))
        with read_only(options.source) as review:
            yield review, chosen(review, options.language)
        return
    from reviewer.analysis import analyse
    from reviewer.cli.progress import Bar
    from reviewer.cli.texts import documents, prepared, translating

    source, translations = documents(options)
    with Bar(sys.stderr) as bar, translating() as translator, prepared(translator):
        analysis = analyse(
            source, translations, translator=translator, progress=bar.show, takes_part=True
        )
    with temporary_review(options.source.stem, partial(Review.create, analysis=analysis)) as review:
        yield review, list(review.translations)


def chosen(review: Review, languages: list[str]) -> list[TranslationInfo]:
    """The translations into `languages`, or all."""
    found = [info for info in review.translations if not languages or info.language in languages]
    if not found:
        there = ", ".join(info.language for info in review.translations)
        raise ReviewerError(
            message("The review has no such translation; it has {there}.", there=there)
        )
    return found
