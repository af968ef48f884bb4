"""Styles that say of a row of a table that it is inserted itself, and not only its texts.

OpenDocument has no tracked rows; LibreOffice keeps in the row's style whether it goes when the
changes of its texts are refused.
"""

from __future__ import annotations

import re

from reviewer.formats.shared.mapped import SourcePatch

_ROW = re.compile(r"<table:table-row\b[^>]*>")
_NAME = re.compile(r"\stable:style-name\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_STYLES_END = re.compile(r"</office:automatic-styles\s*>|<office:automatic-styles\s*/>")
_PROPERTIES = "style:table-row-properties"
_SPACES = (
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
_INSERTED = f'{_SPACES} loext:text-changes-only="false"'


class RowStyles:
    """The styles that inserted rows of one part need; their names begin with `prefix`."""

    def __init__(self, source: str, prefix: str) -> None:
        self._source = source
        self._prefix = prefix
        self._end = _STYLES_END.search(source)
        self._names: dict[str, str] = {}

    def inserted(self, text: str) -> str:
        """Rows with the style of inserted ones that look as they do."""
        return _ROW.sub(lambda found: self._row(found[0]), text) if self._end else text

    def patches(self) -> list[SourcePatch]:
        """What adds the styles that `inserted` named."""
        if self._end is None or not self._names:
            return []
        made = "".join(self._style(old, new) for old, new in self._names.items())
        start, end = self._end.span()
        if self._end[0].endswith("/>"):
            return [
                SourcePatch(start, end, f"{self._end[0][:-2]}>{made}</office:automatic-styles>")
            ]
        return [SourcePatch(start, start, made)]

    def _row(self, tag: str) -> str:
        found = _NAME.search(tag)
        old = (found[1] or found[2] or "") if found else ""
        new = self._names.setdefault(old, f"{self._prefix}-row-{len(self._names) + 1}")
        if found:
            tag = tag[: found.start()] + tag[found.end() :]
        return f'{tag[:-1]} table:style-name="{new}">'

    def _style(self, old: str, new: str) -> str:
        """The style `new` with what `old` says of rows."""
        known = re.search(
            rf"<style:style\b[^>]*\sstyle:name\s*=\s*[\"']{re.escape(old)}[\"'][^>]*>"
            rf"\s*<{_PROPERTIES}\b(?P<said>[^>]*?)(?P<closed>/?)>(?P<inside>.*?)</style:style>",
            self._source,
            re.DOTALL,
        )
        said = known["said"] if known else ""
        said = re.sub(r"\sloext:text-changes-only\s*=\s*[\"']\w*[\"']", "", said)
        inside = known["inside"] if known and not known["closed"] else f"</{_PROPERTIES}>"
        return (
            f'<style:style{_SPACES} style:name="{new}" style:family="table-row">'
            f"<{_PROPERTIES}{_INSERTED}{said}>{inside}</style:style>"
        )
