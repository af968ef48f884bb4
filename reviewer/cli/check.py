"""`reviewer check`: align and check translations without a window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.options import (
    add_command,
    add_languages,
    add_output,
    add_source_language,
    add_translations,
)
from reviewer.cli.progress import Bar
from reviewer.cli.telling import tell
from reviewer.cli.texts import add_columns, add_conversion, documents, prepared, translating
from reviewer.domain import SEVERITIES, Document, ReviewerError
from reviewer.formats import atomic
from reviewer.messages import message
from reviewer.reports.file_names import fitting
from reviewer.wording import error_in_words

if TYPE_CHECKING:
    from reviewer.analysis import Analysis
    from reviewer.profiles import Profile
    from reviewer.sets import Group

NAME = "check"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = add_command(
        commands,
        NAME,
        run,
        help="check translations against their source and print the findings",
        description="Exit code 0: no finding at or above --fail-on; 1: findings; 2: bad input. "
        "A bilingual file (XLIFF, TMX, PO, a table) needs no TRANSLATION beside it. Of folders the "
        "files belong together that have the same name but for the language code. "
        "Totals come first; what is for people only goes to standard error.",
        examples=(
            "reviewer check article.en.docx article.de.docx article.fr.docx",
            "reviewer check texts.xliff --fail-on critical",
            "reviewer check texts.xlsx --columns B:D",
            "reviewer check en/ de/ fr/",
            "curl -s https://example.org/article.html | reviewer check - translation.txt",
            "reviewer check en/ de/ --format json > findings.json",
        ),
    )
    parser.add_argument(
        "source",
        type=Path,
        metavar="SOURCE",
        help="a text, a bilingual file, a folder, or - for standard input",
    )
    add_translations(
        parser,
        "its translations, or folders of them; patterns such as *.docx are taken, too",
    )
    add_source_language(parser)
    add_languages(
        parser,
        "language of a translation, in the order of the files; detected if not given",
    )
    parser.add_argument(
        "--format",
        choices=["text", "json", "html", "xlsx"],
        default="text",
        help="how to tell the findings",
    )
    add_output(parser, "write to FILE; for folders of texts and html or xlsx, a folder")
    parser.add_argument(
        "--colour",
        choices=["auto", "always", "never"],
        default="auto",
        help="colours in text; auto: on a terminal, unless NO_COLOR is set",
    )
    parser.add_argument(
        "--fail-on", choices=SEVERITIES, default="major", help="exit 1 from this severity on"
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print what was read of every figure, and its counterpart (text only)",
    )
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="FILE",
        help="what the client wants: weights of checks, glossaries and rules (TOML)",
    )
    add_columns(parser)
    add_conversion(parser)


def run(options: argparse.Namespace) -> int:
    """Check, print, and return the exit code."""
    if options.format == "xlsx" and not options.output:
        raise ReviewerError(
            message("A table for a spreadsheet cannot be printed: name a file by --output.")
        )
    if options.explain and options.format != "text":
        raise ReviewerError(message("Figures are explained in text only: leave out --format."))
    if options.output is not None:
        inputs = [options.source, *options.translations, options.profile]
        atomic.refuse_same(options.output, [each for each in inputs if each is not None])
    analyses, told = _analysed(options)
    _write(analyses, options)
    for words in (
        *dict.fromkeys(said for each in analyses for said in _set_aside(each)),
        *dict.fromkeys(said for each in analyses for said in _without_package(each)),
        *told.problems,
        *told.errors,
    ):
        tell(words)
    if told.errors:
        return 2
    gravest = SEVERITIES.index(options.fail_on)
    failed = any(
        SEVERITIES.index(finding.severity) <= gravest
        for analysis in analyses
        for comparison in analysis.translations
        for findings in comparison.findings
        for finding in findings
    )
    return 1 if failed else 0


@dataclass(slots=True)
class _Told:
    """What was wrong with files, and what the translator has to say."""

    errors: list[str] = field(default_factory=list)
    problems: Sequence[str] = ()


def _analysed(options: argparse.Namespace) -> tuple[list[Analysis], _Told]:
    """The analysis of each group of texts; a group that cannot be read stops the others only where
    it is the only one."""
    told = _Told()
    analyses: list[Analysis] = []
    with Bar(sys.stderr) as bar, translating() as translator, prepared(translator):
        from reviewer.analysis import analyse

        profile = _profile(options.profile)
        groups = _groups(options)
        for number, group in enumerate(groups):

            def show(words: str, share: float, number: int = number) -> None:
                many = f"{number + 1}/{len(groups)} " if len(groups) > 1 else ""
                bar.show(many + words, (number + share) / len(groups))

            try:
                source, *translations = _documents(options, group, told)
                analyses.append(
                    analyse(
                        source,
                        translations,
                        translator=translator,
                        profile=profile,
                        progress=show,
                        takes_part=True,
                    )
                )
            except ReviewerError as error:
                if len(groups) == 1:
                    raise
                told.errors.append(error_in_words(error))
        told.problems = [*told.problems, *translator.problems]
    return analyses, told


def _documents(options: argparse.Namespace, group: Group | None, told: _Told) -> list[Document]:
    """The documents of a group, the source first, or those that the command names."""
    if group is None:
        source, translations = documents(options)
        return [source, *translations]
    from reviewer.sets.making import read_group

    read, notes = read_group(group)
    told.problems = [*told.problems, *notes]
    return read


def _groups(options: argparse.Namespace) -> Sequence[Group | None]:
    """The sources with their translations each that folders have; None: what is named itself."""
    if not options.source.is_dir():
        return [None]
    return groups_of(options.source, options.translations, options.language)


def groups_of(source: Path, translations: Sequence[Path], said: Sequence[str] = ()) -> list[Group]:
    """The files in folders that belong together, and a word of those that do not.

    `said` are languages that were named, which cannot be. Raises ReviewerError.
    """
    from reviewer.sets.pairing import paired

    no_folder = next((path for path in (source, *translations) if not path.is_dir()), None)
    if no_folder is not None:
        raise ReviewerError(
            message("“{path}” is no folder. Name folders, or files.", path=str(no_folder))
        )
    if said:
        raise ReviewerError(
            message("Languages of the files in folders are detected: leave out --language.")
        )
    found = paired(source, translations)
    for path in found.alone:
        tell(f"{path}: no file of the same name beside it, passed over")
    if not found.together:
        raise ReviewerError(
            message(
                "No two files belong together: they must have the same name but for the language "
                "code, such as news.en.docx and news.de.docx."
            )
        )
    return found.together


def _write(analyses: list[Analysis], options: argparse.Namespace) -> None:
    several = options.source.is_dir()
    if options.format in ("html", "xlsx") and several:
        if options.output is None:
            raise ReviewerError(message("Name a folder for the files by --output."))
        options.output.mkdir(parents=True, exist_ok=True)
        for number, analysis in enumerate(analyses, 1):
            stem = Path(analysis.source.document.path).stem
            path = options.output / f"{number:03} {fitting(stem, f'.{options.format}')}"
            _put(_render(analysis, options, colour=False), path)
            print(path)  # noqa: T201
        return
    if options.format == "json" and several:
        from reviewer.reports.check_json import many_json

        _put((many_json(analyses) + "\n").encode(), options.output)
        return
    colour = options.output is None and _in_colour(options.colour)
    content = b"".join(_render(analysis, options, colour=colour) for analysis in analyses)
    if options.format == "text" and sum(len(each.translations) for each in analyses) > 1:
        from reviewer.reports.check_text import totals

        content = totals(analyses, colour=colour).encode() + content
    _put(content, options.output)


def _in_colour(wanted: str) -> bool:
    """See https://no-color.org for the variable."""
    if wanted != "auto":
        return wanted == "always"
    return bool(sys.stdout) and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _profile(path: Path | None) -> Profile | None:
    if path is None:
        return None
    from reviewer.profiles import read_profile

    return read_profile(path)


def _set_aside(analysis: Analysis) -> list[str]:
    """What has to be known of how the documents were read."""
    sides = [analysis.source, *(each.side for each in analysis.translations)]
    return list(dict.fromkeys(warning for side in sides for warning in side.warnings))


def _without_package(analysis: Analysis) -> list[str]:
    """What to do about each pair of languages that no package translates back."""
    from reviewer.reports.evidence import languages_words

    pairs = dict.fromkeys(
        languages_words(analysis.source, comparison)
        for comparison in analysis.translations
        if comparison.evidence == "none"
    )
    return [
        f"No offline package for {pair} is installed, so the sentences were matched without "
        "back-translation. `reviewer packages install FILE` installs one from a file; "
        "`reviewer packages available` asks the index online which there are."
        for pair in pairs
    ]


def _render(analysis: Analysis, options: argparse.Namespace, *, colour: bool) -> bytes:
    form = options.format
    if form == "json":
        from reviewer.reports.check_json import check_json

        return (check_json(analysis) + "\n").encode()
    if form == "html":
        from reviewer.reports.check_html import check_html

        return check_html(analysis).encode()
    if form == "xlsx":
        from reviewer.reports.check_xlsx import check_xlsx

        return check_xlsx(analysis)
    from reviewer.reports.check_text import check_text

    return check_text(analysis, explained=options.explain, colour=colour).encode()


def _put(content: bytes, path: Path | None) -> None:
    if path is None:
        print(content.decode(), end="", flush=True)  # noqa: T201
        return
    from reviewer.formats.atomic import write_bytes

    write_bytes(path, content)
