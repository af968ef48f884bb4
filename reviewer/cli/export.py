"""`reviewer export`: write corrected translations and the record of a review."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.domain import ReviewerError, message

if TYPE_CHECKING:
    from reviewer.review import Review, TranslationInfo

NAME = "export"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = commands.add_parser(
        NAME,
        help="write the corrected translations and the findings of a review",
        description="Without --findings: the corrected translations, each in the format it "
        "came in. Existing files are only replaced with --force.",
    )
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a .review file")
    parser.add_argument(
        "--language",
        action="append",
        default=[],
        metavar="L",
        help="only the translation into L (again for more)",
    )
    parser.add_argument("--findings", choices=["csv", "json"], help="the record of decisions")
    parser.add_argument(
        "--output", type=Path, default=Path(), metavar="FOLDER", help="where to write"
    )
    parser.add_argument("--force", action="store_true", help="replace files that are there")
    parser.add_argument(
        "--accept-losses",
        action="store_true",
        help="export what is left of a review that has lost its last steps",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Export and print the paths of the files written."""
    from reviewer.review import Review

    with Review.open(options.project, accept_losses=options.accept_losses) as review:
        for notice in review.notices:
            print(notice, file=sys.stderr)  # noqa: T201
        translations = _chosen(review, options.language)
        names = [_name(info, options.findings) for info in translations]
        paths = [options.output / name for name in _distinct(names)]
        if not options.force:
            there = [path for path in paths if path.exists()]
            if there:
                raise ReviewerError(
                    message("{there} exists already. --force replaces it.", there=there[0])
                )
        for info, path in zip(translations, paths, strict=True):
            _write(review, info, path, options.findings)
            print(path)  # noqa: T201
    return 0


def _chosen(review: Review, languages: list[str]) -> list[TranslationInfo]:
    chosen = [info for info in review.translations if not languages or info.language in languages]
    if not chosen:
        there = ", ".join(info.language for info in review.translations)
        raise ReviewerError(
            message("The review has no such translation; it has {there}.", there=there)
        )
    return chosen


def _name(info: TranslationInfo, findings: str | None) -> str:
    path = Path(info.path)
    return f"{path.stem}.findings.{findings}" if findings else f"{path.stem}.reviewed{path.suffix}"


def _distinct(names: list[str]) -> list[str]:
    taken: dict[str, int] = {}
    for name in names:
        taken[name] = taken.get(name, 0) + 1
    return [
        name if taken[name] == 1 else f"{number} {name}" for number, name in enumerate(names, 1)
    ]


def _write(review: Review, info: TranslationInfo, path: Path, findings: str | None) -> None:
    if not findings:
        from reviewer import formats

        formats.write(review.document(info.id), review.corrected_edits(info.id), path)
        return
    from reviewer.formats.atomic import write_bytes
    from reviewer.reports.findings import findings_csv, findings_json

    render = findings_csv if findings == "csv" else findings_json
    content = render(review, [info.id])
    write_bytes(path, content if isinstance(content, bytes) else content.encode("utf-8"))
