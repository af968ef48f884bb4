"""Where a sentence goes on a slide that was inserted beside one which is a link: into a run of its
own."""

from __future__ import annotations

import re

from reviewer.formats.shared.mapped import Apart, SourcePatch
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.xml_source import possible

_LONGEST_RUN = 4_000
_RUN = re.compile(r"<([\w.-]*:?)r(?:\s[^<>]*)?>(?:(?!<[\w.-]*:?r[\s>]).)*?<\1t(?:\s[^<>]*)?>", re.S)
_END = re.compile(r"\s*</[\w.-]*:?t\s*>\s*</[\w.-]*:?r\s*>")
_LINK = re.compile(
    r"<([\w.-]*:?hlink(?:Click|MouseOver))\b(?:[^<>]*/>|[^<>]*>(?:(?!<[\w.-]*:?hlink).)*?</\1\s*>)",
    re.DOTALL,
)


def in_no_link(source: str) -> Apart:
    """What puts a new sentence outside of the run of `source` that is a link."""

    def apart(at: int, behind: bool, text: str) -> SourcePatch | None:
        begin = max(0, at - _LONGEST_RUN)
        run = next((m for m in reversed(list(_RUN.finditer(source, begin, at)))), None)
        if run is None or not _LINK.search(run[0]):
            return None
        end = _END.match(source, at)
        if (end is None) if behind else (run.end() != at):
            return None
        place = end.end() if behind and end else run.start()
        written = f"{_LINK.sub('', run[0])}{escaped(possible(text))}</{run[1]}t></{run[1]}r>"
        return SourcePatch(place, place, written)

    return apart
