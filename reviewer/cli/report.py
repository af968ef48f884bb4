"""`reviewer report`: a page or a PDF with everything that was found and done."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import Any

from reviewer.cli.options import add_author, add_command, add_force, add_output, refuse_to_replace
from reviewer.cli.reviews import add_texts, review_of
from reviewer.domain import ReviewerError
from reviewer.messages import message
from reviewer.reports.file_names import fitting

NAME = "report"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = add_command(
        commands,
        NAME,
        run,
        help="write a report as a page for any browser, or as PDF",
        description="All rows side by side with findings, decisions and changes, with charts and a "
        "filter, in one file that needs no network. A file is replaced only with --force.",
        examples=(
            "reviewer report article.review",
            "reviewer report article.review --output report.pdf --author 'Ann Lee'",
            "reviewer report article.en.docx article.de.docx --output report.html",
        ),
    )
    add_texts(parser)
    add_output(
        parser, "a name that ends in .html or .pdf; NAME.report.html in this folder if not given"
    )
    add_author(parser, "the report")
    add_force(parser)


def run(options: argparse.Namespace) -> int:
    """Write the report and print its path."""
    from reviewer.formats import atomic
    from reviewer.reports.author import this_person
    from reviewer.reports.kinds import Options, kind

    path = options.output or Path(fitting(PurePath(options.source).stem, ".report.html"))
    kinds = {".html": "html", ".htm": "html", ".pdf": "pdf"}
    if path.suffix.lower() not in kinds:
        raise ReviewerError(message("The name of a report ends in .html or .pdf."))
    refuse_to_replace([path], force=options.force)
    chosen = kind(kinds[path.suffix.lower()])
    signed = Options(options.author or this_person(), datetime.now(UTC).isoformat())
    with review_of(options) as (review, translations):
        content = chosen.make(review, [info.id for info in translations], signed)
    if chosen.drawn:
        from reviewer.ui.background.pdf import pdf_of

        content = pdf_of(content, path.stem)
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write_bytes(path, content)
    print(path)  # noqa: T201
    return 0
