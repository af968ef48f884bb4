"""`reviewer export`: write corrected translations and the record of a review."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer import formats
from reviewer.cli.options import (
    add_author,
    add_command,
    add_force,
    add_languages,
    refuse_file_as_folder,
    refuse_to_replace,
)
from reviewer.cli.reviews import chosen, read_only
from reviewer.cli.telling import tell
from reviewer.domain import SEVERITIES, ReviewerError
from reviewer.formats import atomic
from reviewer.messages import message
from reviewer.reports.author import this_person
from reviewer.reports.joined_texts import joined_in
from reviewer.reports.kinds import KINDS, Kind, Options, kind
from reviewer.wording import counted, in_words, listed, tr

if TYPE_CHECKING:
    from reviewer.review import Review, TranslationInfo

NAME = "export"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = add_command(
        commands,
        NAME,
        run,
        help="write the corrected translations and the findings of a review",
        description="Without --as: the corrected translations, each in the format it came in. "
        "Existing files are only replaced with --force. A folder that is not there is made.",
        examples=(
            "reviewer export article.review --output corrected/",
            "reviewer export article.review --as tracked --author 'Ann Lee'",
            "reviewer export article.review --as table-docx --language de",
            "reviewer export brochure.review --format docx",
            "reviewer export news.reviewset --output corrected/",
        ),
    )
    parser.add_argument(
        "project", type=Path, metavar="REVIEW", help="a .review file, or a .reviewset"
    )
    add_languages(
        parser,
        "only the translation into L (again for more)",
    )
    parser.add_argument(
        "--as",
        dest="kind",
        choices=[kind.name for kind in KINDS if not kind.drawn],
        help="; ".join(f"{kind.name}: {kind.title}" for kind in KINDS if not kind.drawn),
    )
    forms = [suffix.removeprefix(".") for _, suffix in formats.made_forms()]
    parser.add_argument(
        "--format",
        choices=forms,
        help="make the corrected text anew in this format, as for what can only be read (PDF, rtf)",
    )
    parser.add_argument(
        "--findings", choices=["csv", "json"], help="the record of decisions, a file for each text"
    )
    add_author(parser, "tracked changes and comments")
    parser.add_argument(
        "--no-findings",
        action="store_true",
        help="no comments for open findings, only the reviewer's own",
    )
    parser.add_argument(
        "--output", type=Path, default=Path(), metavar="FOLDER", help="where to write"
    )
    add_force(parser)
    parser.add_argument(
        "--accept-losses",
        action="store_true",
        help="export what is left of a review that has lost its last steps",
    )


def run(options: argparse.Namespace) -> int:
    """Export and print the paths of the files written."""
    from reviewer.sets import is_set

    refuse_file_as_folder(options.output)
    if is_set(options.project):
        return _of_set(options)

    with read_only(options.project, accept_losses=options.accept_losses) as review:
        translations = chosen(review, options.language)
        files = _files(review, translations, options)
        refuse_to_replace([path for path, _, _ in files], force=options.force)
        made_for = _chosen(options)
        for _, of_kind, ids in files:
            for said in joined_in(review, ids, of_kind):
                tell(said)
        options.output.mkdir(parents=True, exist_ok=True)
        for path, kind, ids in files:
            atomic.refuse_same(path, [Path(review.source.path)])
            atomic.write_bytes(path, kind.make(review, ids, made_for))
            print(path)  # noqa: T201
        _mention_open(review, translations)
        if files and files[0][1].corrects:
            for info in translations:
                _say_what_hung(review, info, tracked=files[0][1].name == "tracked")
    return 0


def _chosen(options: argparse.Namespace) -> Options:
    author = options.author or this_person()
    form = f".{options.format}" if options.format else ""
    return Options(author, datetime.now(UTC).isoformat(), not options.no_findings, form)


def _wanted(options: argparse.Namespace) -> Kind:
    """The kind of file. Raises ReviewerError where what was asked for does not go together."""
    if options.findings and options.kind:
        raise ReviewerError(message("--as and --findings are two exports: name one of them."))
    wanted = kind(options.findings or options.kind or "text")
    if options.findings:
        return replace(wanted, whole=False)
    if options.format and wanted.name != "text":
        raise ReviewerError(message("--format is for the corrected text alone, without --as."))
    return replace(wanted, suffix=f".{options.format}") if options.format else wanted


def _of_set(options: argparse.Namespace) -> int:
    """Export all documents of a set; exit code 2 where one could not be exported."""
    from reviewer.cli.progress import Bar
    from reviewer.review import open_or_copy
    from reviewer.sets import export_set, read_set

    with Bar(sys.stderr) as bar:
        done = export_set(
            read_set(options.project),
            options.output,
            _wanted(options),
            _chosen(options),
            opened=partial(open_or_copy, accept_losses=options.accept_losses),
            languages=options.language,
            replace=options.force,
            progress=bar.show,
        )
    for path in done.written:
        print(path)  # noqa: T201
    for name, many in done.open.items():
        tell(message("{name}: findings still open: {many}", name=name, many=many))
    for name, said in done.joined.items():
        tell(message("{name}: {why}", name=name, why=" ".join(map(str, said))))
    for name, hung in done.hung.items():
        tell(message("{name}: {why}", name=name, why=" ".join(map(str, hung.messages))))
    for name, why in done.failed:
        tell(message("{name}: {why}", name=name, why=why))
    return 2 if done.failed else 0


def _files(
    review: Review, translations: list[TranslationInfo], options: argparse.Namespace
) -> list[tuple[Path, Kind, list[int]]]:
    """What to write: a path, the kind of file, and the translations that it is of."""
    wanted = _wanted(options)
    names = wanted.names(review, translations)
    ids = [info.id for info in translations]
    of_file = [ids] if wanted.whole else [[number] for number in ids]
    return [
        (options.output / name, wanted, numbers)
        for name, numbers in zip(names, of_file, strict=True)
    ]


def _mention_open(review: Review, translations: list[TranslationInfo]) -> None:
    """Open findings are never shipped in silence."""
    for info in translations:
        counts = review.counts(info.id)
        if counts.open:
            found = listed(
                counted(severity, counts.by_severity[severity])
                for severity in SEVERITIES
                if counts.by_severity.get(severity)
            )
            tell(tr("{path}: findings still open: {found}", path=info.path, found=found))


def _say_what_hung(review: Review, info: TranslationInfo, *, tracked: bool) -> None:
    """Say what became of the notes and links of deleted sentences."""
    from reviewer.reports.left_out import what_hung

    deleted = review.left_out(info.id)
    found = what_hung(review.document(info.id), deleted, tracked=tracked)
    for key, messages in found.items():
        sentence = review.row(info.id, key).original_target
        said = tr("Deleted: “{sentence}”.", sentence=sentence)
        print(said, *map(in_words, messages), file=sys.stderr)  # noqa: T201
