"""`reviewer check`: align and check translations without a window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.progress import Bar
from reviewer.cli.telling import tell
from reviewer.cli.texts import documents, prepared, translating
from reviewer.domain import SEVERITIES, ReviewerError, message

if TYPE_CHECKING:
    from reviewer.analysis import Analysis
    from reviewer.profiles import Profile

NAME = "check"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = commands.add_parser(
        NAME,
        help="check translations against their source and print the findings",
        description="Exit code 0: no finding at or above --fail-on; 1: findings; 2: bad input. "
        "A bilingual file (XLIFF, TMX, PO, a table) needs no TRANSLATION beside it.",
    )
    parser.add_argument("source", type=Path, metavar="SOURCE")
    parser.add_argument("translations", type=Path, nargs="*", metavar="TRANSLATION")
    parser.add_argument("--source-language", default="", metavar="L", help="detected if not given")
    parser.add_argument(
        "--language",
        action="append",
        default=[],
        metavar="L",
        help="language of a translation, in the order of the files; detected if not given",
    )
    parser.add_argument("--format", choices=["text", "json", "html", "xlsx"], default="text")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to FILE")
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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, print, and return the exit code."""
    if options.format == "xlsx" and not options.output:
        raise ReviewerError(
            message("A table for a spreadsheet cannot be printed: name a file by --output.")
        )
    if options.explain and options.format != "text":
        raise ReviewerError(message("Figures are explained in text only: leave out --format."))
    with Bar(sys.stderr) as bar, translating() as translator, prepared(translator):
        from reviewer.analysis import analyse

        source, translations = documents(options)
        analysis = analyse(
            source,
            translations,
            translator=translator,
            profile=_profile(options.profile),
            progress=bar.show,
        )
        problems = translator.problems
    _put(_render(analysis, options.format, options.explain), options.output)
    for words in (*_set_aside(analysis), *_without_package(analysis), *problems):
        tell(words)
    gravest = SEVERITIES.index(options.fail_on)
    failed = any(
        SEVERITIES.index(finding.severity) <= gravest
        for comparison in analysis.translations
        for findings in comparison.findings
        for finding in findings
    )
    return 1 if failed else 0


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


def _render(analysis: Analysis, form: str, explained: bool) -> bytes:
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

    return check_text(analysis, explained=explained).encode()


def _put(content: bytes, path: Path | None) -> None:
    if path is None:
        print(content.decode(), end="", flush=True)  # noqa: T201
        return
    from reviewer.formats.atomic import write_bytes

    write_bytes(path, content)
