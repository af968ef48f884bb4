"""The texts that a command names, and what helps to compare them."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from reviewer.cli.telling import tell
from reviewer.domain import Document, ReviewerError
from reviewer.messages import message

if TYPE_CHECKING:
    from reviewer.formats.shared.units import BilingualFile
    from reviewer.machine_translation.translator import Translator

STANDARD_INPUT = Path("-")
_NAME_OF_INPUT = Path("standard input.txt")
LARGEST_INPUT = 64 * 1024 * 1024
"""Bytes, as for a file."""


def add_conversion(parser: Any) -> None:
    """Add the option that lets LibreOffice convert what this program does not read."""
    parser.add_argument(
        "--convert",
        action="store_true",
        help="let LibreOffice, where it is installed, convert .doc, .odp, .xls and their like",
    )


def add_columns(parser: Any) -> None:
    """Add the option that says which columns of a table are which."""
    parser.add_argument(
        "--columns",
        default="",
        metavar="C",
        help="of a table (xlsx, csv, tsv): SOURCE:TRANSLATION[,TRANSLATION] where one file has "
        "both, such as B:C or English:German; else the columns of the text, such as B,D",
    )


def documents(options: argparse.Namespace) -> tuple[Document, list[Document]]:
    """The source and its translations, each in the language that is said for it."""
    from reviewer import formats

    paths = expanded([options.source, *options.translations])
    if paths.count(STANDARD_INPUT) > 1:
        raise ReviewerError(message("Standard input (-) can be one text only."))
    columns = getattr(options, "columns", "")
    _say_what_is_named_twice(paths)
    if len(paths) > 1:
        if columns and not any(map(formats.has_columns, paths)):
            _refuse_columns(paths[0])
        read = [_read(path, columns, convert=options.convert) for path in paths]
    elif columns:
        read = _in_columns(paths[0], columns)
        if len(read) == 1:
            raise ReviewerError(
                message(
                    "One file is named: write the columns of the source and of its translations, "
                    "such as B:C."
                )
            )
    else:
        both = _both_from_input() if paths == [STANDARD_INPUT] else formats.read_bilingual(paths[0])
        read = [both.source, *both.translations]
    said = [options.source_language, *options.language]
    if len(said) > len(read):
        raise ReviewerError(message("There are more --language options than translations."))
    source, *translations = map(_in_language, read, [*said, *[""] * len(read)])
    return source, translations


def _say_what_is_named_twice(paths: Sequence[Path]) -> None:
    """A word of each file that is named more than once, which is read as often."""
    first = {path.resolve(): path for path in reversed(paths)}
    for real, times in Counter(path.resolve() for path in paths).items():
        if times > 1:
            tell(f"“{first[real]}” is named {times} times, and compared as often.")


def _refuse_columns(path: Path) -> NoReturn:
    raise ReviewerError(message("“{path}” is no table whose columns can be named.", path=str(path)))


def _in_columns(path: Path, written: str) -> list[Document]:
    """What stands in the columns of a table that were named: one text, or a source and its
    translations."""
    from reviewer import formats
    from reviewer.formats.tables.columns import parsed

    if not formats.has_columns(path):
        _refuse_columns(path)
    found = formats.read_columns(path, parsed(written, formats.table_start(path), path))
    return [found] if isinstance(found, Document) else [found.source, *found.translations]


def _read(path: Path, columns: str = "", *, convert: bool) -> Document:
    from reviewer import formats
    from reviewer.formats.conversion import can_convert, read_converted

    if path != STANDARD_INPUT:
        if columns and formats.has_columns(path):
            [document, *more] = _in_columns(path, columns)
            if more:
                raise ReviewerError(
                    message(
                        "Several files are named: each is one text. Write its columns without a "
                        "colon, such as B or B,D."
                    )
                )
            return document
        if can_convert(path):
            if convert:
                return read_converted(path)
            raise ReviewerError(
                message(
                    "“{path}” is of a kind that LibreOffice reads, which is installed: --convert "
                    "lets it make a file that can be read. “{name}” stays as it is.",
                    path=str(path),
                    name=path.name,
                )
            )
        return formats.read(path)
    # What it is shows in itself; what shows nothing is plain text.
    return formats.read_bytes(_NAME_OF_INPUT, _input())


def _both_from_input() -> BilingualFile:
    """The source and the translations that are given through standard input: of what does not show
    what it is, it must be a table."""
    from reviewer import formats

    data = _input()
    table = ".tsv" if b"\t" in data.split(b"\n", 1)[0] else ".csv" if b"," in data else ".txt"
    return formats.bilingual_bytes(_NAME_OF_INPUT.with_suffix(table), data)


def _input() -> bytes:
    data = sys.stdin.buffer.read(LARGEST_INPUT + 1)
    if len(data) > LARGEST_INPUT:
        raise ReviewerError(message("Standard input is too large: name a file."))
    return data


def _in_language(document: Document, language: str) -> Document:
    from reviewer.text.languages import known

    if language and not known(language):
        raise ReviewerError(
            message(
                "“{language}” is not a language code such as en, de or pt-BR.", language=language
            )
        )
    return replace(document, language=language) if language else document


def prepared(translator: Translator) -> AbstractContextManager[None]:
    """Without any package it is the sentence encoder that tells what belongs together."""
    from reviewer.machine_translation.encoders import BUNDLED

    return nullcontext() if translator.packages else BUNDLED.loading_beside()


@contextmanager
def translating() -> Iterator[Translator]:
    """What translates back, with this user's memory of what it has translated."""
    from reviewer.machine_translation.translator import Translator
    from reviewer.store.translation_cache import TranslationFile

    with closing(TranslationFile.of_this_user()) as cache, closing(Translator([cache])) as made:
        yield made


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
