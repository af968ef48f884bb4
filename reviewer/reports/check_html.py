"""The result of `reviewer check` as one page of HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reviewer.analysis import Analysis
from reviewer.domain import Span
from reviewer.reports.evidence import evidence_words
from reviewer.reports.table import COLUMNS, TableRow, findings_table, marked_pieces
from reviewer.text.languages import display_name, is_right_to_left
from reviewer.text.scripts import runs_from_the_right

_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #1c2733; background: #fff }
table { border-collapse: collapse; width: 100% }
th, td { border-top: 1px solid #cfd6dd; padding: .45rem .6rem; text-align: start;
         vertical-align: top }
mark { background: #ffe3a3; color: inherit; text-decoration: underline wavy #b3541e }
.critical { color: #a3122a; font-weight: 600 } .major { color: #9a4d00; font-weight: 600 }
.minor, .info { color: #56616c }
@media (prefers-color-scheme: dark) {
  body { color: #dde4ea; background: #171c21 } th, td { border-color: #38424c }
  mark { background: #5a4513 } .critical { color: #ff8c98 } .major { color: #ffb066 }
  .minor, .info { color: #9aa6b1 } }
"""


def check_html(analysis: Analysis) -> str:
    """A section with a table of findings for each translation; article text is only text."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en"><head><meta charset="utf-8"><title>Review</title>',
            f"<style>{_STYLE}</style></head><body>",
            f"<h1>{escape(analysis.source.document.path)}</h1>",
            *_sections(analysis),
            "</body></html>\n",
        ]
    )


def _sections(analysis: Analysis) -> Iterator[str]:
    rows = list(findings_table(analysis))
    for number, comparison in enumerate(analysis.translations):
        side = comparison.side
        own = [row for row in rows if row.translation == number]
        yield f"<h2>{escape(display_name(side.language))} · {escape(side.document.path)}</h2>"
        words = escape(evidence_words(analysis.source, comparison))
        yield f"<p>{len(own) or 'No'} finding{'s' * (len(own) != 1)}; {words}.</p>"
        if own:
            heads = "".join(f"<th>{escape(column)}</th>" for column in COLUMNS)
            yield f"<table><tr>{heads}</tr>"
            for row in own:
                yield _row(row, analysis.source.language, side.language)
            yield "</table>"


def _row(row: TableRow, source_language: str, target_language: str) -> str:
    severity, check, kind, message, *_ = row.cells()
    source = _text(row.source, row.finding.source_spans, source_language)
    target = _text(row.target, row.finding.target_spans, target_language)
    back = _text(row.back_translation, (), source_language)
    return (
        f'<tr><td class="{severity}">{severity}</td><td>{escape(check)}</td>'
        f"<td>{escape(kind)}</td><td>{escape(message)}</td>{source}{target}{back}</tr>"
    )


def _text(text: str, spans: tuple[Span, ...], language: str) -> str:
    direction = "rtl" if runs_from_the_right(text, is_right_to_left(language)) else "ltr"
    pieces = "".join(
        f"<mark>{escape(piece)}</mark>" if marked else escape(piece)
        for piece, marked in marked_pieces(text, spans)
    )
    return f'<td lang="{escape(language)}" dir="{direction}">{pieces}</td>'
