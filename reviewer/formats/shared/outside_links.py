"""Where a sentence goes that was inserted beside one which is a link: it is no part of that."""

from __future__ import annotations

import re
from collections.abc import Callable

from reviewer.formats.shared.mapped import Apart, SourcePatch
from reviewer.formats.shared.markup import escaped, words

_CLOSING = re.compile(r"\s*</([^\s<>]+)\s*>")
_OPENING = re.compile(r"<([^\s<>/!?]+)(?:\s[^<>]*)?(?<!/)>\s*\Z")
_LONGEST_TAG = 2_000

_LINKS = frozenset({"a", "hyperlink"})
# Of HTML, OpenDocument and Word: what may stand between the words of a link and its ends.
_INLINE = words(
    "a hyperlink span t r b i em strong u s font small big mark cite q abbr ins code tt var kbd "
    "samp sup sub label time bdi bdo"
)


def outside_links(source: str, at: int, *, behind: bool) -> int | None:
    """The place outside of the link whose last (or first) words stand beside `at`; None where no
    link ends (or begins) there."""
    found = None
    while match := _tag(source, at, behind):
        name = match[1].rpartition(":")[2].lower()
        if name not in _INLINE:
            break
        at = match.end() if behind else match.start()
        if name in _LINKS:
            found = at
    return found


def _tag(source: str, at: int, behind: bool) -> re.Match[str] | None:
    if behind:
        return _CLOSING.match(source, at)
    if not source[max(0, at - _LONGEST_TAG) : at].rstrip().endswith(">"):
        return None
    begin = source.rfind("<", max(0, at - _LONGEST_TAG), at)
    return _OPENING.match(source, begin, at) if begin >= 0 else None


def in_no_link(source: str, write: Callable[[str], str] = escaped) -> Apart:
    """What puts a new sentence, as `write` writes it, outside of the links of `source`."""

    def apart(at: int, behind: bool, text: str) -> SourcePatch | None:
        place = outside_links(source, at, behind=behind)
        return None if place is None else SourcePatch(place, place, write(text))

    return apart
