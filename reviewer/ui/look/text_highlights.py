"""How a span of text is marked: an underline of its own for each severity, and a tint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from reviewer.domain import Severity, Span
from reviewer.ui.look import theme
from reviewer.ui.look.utf16_offsets import qt_range

_UNDERLINES = {
    "critical": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "major": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "minor": QTextCharFormat.UnderlineStyle.DashUnderline,
    "info": QTextCharFormat.UnderlineStyle.DashDotLine,
}


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span of a text and what marks it. A faint one belongs to a finding that is decided;
    without a severity it is a figure that agrees."""

    span: Span
    severity: Severity | None
    faint: bool = False


def severity_format(severity: Severity | None, *, faint: bool = False) -> QTextCharFormat:
    """The format of a span with a finding of `severity`; see `Highlight`."""
    if severity is None:
        return agreeing_format()
    colours = theme.colours()
    made = QTextCharFormat()
    made.setUnderlineStyle(_UNDERLINES[severity])
    made.setUnderlineColor(QColor(colours.quiet if faint else colours.ink[severity]))
    if not faint:
        made.setBackground(QColor(colours.tint[severity]))
    return made


def match_format() -> QTextCharFormat:
    """The format of what a search has found."""
    made = QTextCharFormat()
    made.setBackground(QColor(theme.colours().match))
    return made


def agreeing_format() -> QTextCharFormat:
    """The format of a figure that agrees with its counterpart: seen by who looks for it."""
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(QColor(theme.colours().quiet))
    return made


def misspelt_format() -> QTextCharFormat:
    """The format of a word that no dictionary knows: the wave that every program has for it, in
    another colour than what was found."""
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    made.setUnderlineColor(QColor(theme.colours().accent))
    return made


def lit_format() -> QTextCharFormat:
    """The format of a figure that is looked at, and of its counterpart."""
    colours = theme.colours()
    made = QTextCharFormat()
    made.setBackground(QColor(colours.accent))
    made.setForeground(QColor(colours.on_accent))
    return made


def ranges(text: str, highlights: Iterable[Highlight]) -> list[QTextLayout.FormatRange]:
    """The highlights of `text` as Qt's format ranges; spans outside of the text are cut off."""
    wanted = [(mark.span, severity_format(mark.severity, faint=mark.faint)) for mark in highlights]
    return _qt_ranges(text, wanted)


def ranges_over(
    text: str, matches: Iterable[Span], agreeing: Iterable[Span], lit: Iterable[Span]
) -> list[QTextLayout.FormatRange]:
    """What is painted over laid-out text, as Qt's format ranges: what a search has found, figures
    that agree, and figures that are lit, the last above the others."""
    wanted = ((match_format, matches), (agreeing_format, agreeing), (lit_format, lit))
    return _qt_ranges(text, [(span, form()) for form, spans in wanted for span in spans])


def change_formats() -> tuple[QTextCharFormat, QTextCharFormat]:
    """The formats of what was deleted and of what was inserted: a line through it, and below."""
    colours = theme.colours()
    deleted, inserted = QTextCharFormat(), QTextCharFormat()
    deleted.setFontStrikeOut(True)
    deleted.setForeground(QColor(colours.quiet))
    inserted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    inserted.setUnderlineColor(QColor(colours.accent))
    inserted.setBackground(QColor(colours.inserted))
    return deleted, inserted


def change_ranges(
    text: str, deleted: Iterable[Span], inserted: Iterable[Span]
) -> list[QTextLayout.FormatRange]:
    """What was deleted from a text and put into it, as Qt's format ranges."""
    gone, come = change_formats()
    return _qt_ranges(text, [*((one, gone) for one in deleted), *((one, come) for one in inserted)])


def _qt_ranges(
    text: str, wanted: Iterable[tuple[Span, QTextCharFormat]]
) -> list[QTextLayout.FormatRange]:
    made = []
    for span, form in wanted:
        start, length = qt_range(text, Span(min(span.start, len(text)), min(span.end, len(text))))
        if length <= 0:
            continue
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, length, form
        made.append(part)
    return made
