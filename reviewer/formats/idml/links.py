"""Where a sentence goes in a story that was inserted beside one which is a link or a reference."""

from __future__ import annotations

import re

from reviewer.formats.shared.mapped import Apart, SourcePatch
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.xml_source import possible

_LONGEST_TAGS = 3_000
_TEXT_ENDS = ("</Content>", "<Br/>", "</ParagraphStyleRange>")
_SOURCE = r"(?:HyperlinkTextSource|CrossReferenceSource)"
_RANGE = r"<CharacterStyleRange\b[^<>]*(?<!/)>\s*"
_PROPERTIES = r"(?:<Properties>(?:(?!</?Properties>).)*</Properties>\s*)?"
_ENDS = re.compile(
    rf"\s*</Content\s*>(\s*</CharacterStyleRange\s*>)?\s*</{_SOURCE}\s*>"
    r"(\s*</CharacterStyleRange\s*>)?"
)
_BEGINS = re.compile(
    rf"({_RANGE}{_PROPERTIES})?<{_SOURCE}\b[^<>]*>\s*{_PROPERTIES}({_RANGE}{_PROPERTIES})?"
    r"<Content\s*>\Z",
    re.DOTALL,
)


def in_no_link(source: str) -> Apart:
    """What puts a new sentence outside of the links of `source`; it looks as the text does that is
    no link, where the link has a range of its own."""

    def apart(at: int, behind: bool, text: str) -> SourcePatch | None:
        if behind:
            found = _ENDS.match(source, at)
        else:
            found = _BEGINS.search(source, _first_tag(source, at), at)
        if found is None:
            return None
        place = found.end() if behind else found.start()
        written = f"<Content>{escaped(possible(text))}</Content>"
        if found[1] or found[2]:
            written = f"<CharacterStyleRange>{written}</CharacterStyleRange>"
        return SourcePatch(place, place, written)

    return apart


def _first_tag(source: str, at: int) -> int:
    """Where the tags begin that stand before `at` with no text between them."""
    text = max(
        source.rfind(end, 0, at) for end in ("</Content>", "<Br/>", "</ParagraphStyleRange>")
    )
    return max(text, at - _LONGEST_TAGS, 0)
