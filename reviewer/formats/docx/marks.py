"""What WordprocessingML writes for tracked changes and comments (ECMA-376, 17.13.4 and 17.13.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.tracked import Remark, to_the_second
from reviewer.formats.shared.xml_source import possible

_ID = re.compile(r"(\bid\s*=\s*[\"'])(-?\d+)")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_INITIALS = 9
"""Characters of an author's initials, at most (17.13.4.2)."""


class Marks:
    """Writes marks with numbers that no mark of the file has."""

    def __init__(self, sources: Iterable[str], namespace: str, author: str) -> None:
        numbers = [int(found[2]) for source in sources for found in _ID.finditer(source)]
        used = [number for number in numbers if number < 2**31 - 2**20]
        self._next = max(used, default=0) + 1
        self._namespace = namespace
        self._author = quoteattr(possible(author))
        self.first_comment = 0
        self.at = ""

    def deleted(self, prefix: str, run: str) -> str:
        """`run`, whose text is in w:delText, as a deletion."""
        return self._change(prefix, "del", run)

    def inserted(self, prefix: str, run: str) -> str:
        """`run` as an insertion."""
        return self._change(prefix, "ins", run)

    def mark_inserted(self, prefix: str) -> str:
        """What says in its properties that a paragraph's mark is inserted."""
        return self._change(prefix, "ins", "").replace(f"></{prefix}ins>", "/>")

    def look_changed(self, prefix: str, before: str) -> str:
        """What says in a paragraph's properties that they were `before`."""
        return self._change(prefix, "pPrChange", before)

    def numbered_anew(self, tag: str) -> str:
        """The start tag of a tracked change with a number of its own."""
        return _ID.sub(lambda found: f"{found[1]}{self._number()}", tag, count=1)

    def opening(self, prefix: str, remark: int) -> str:
        """Where the words begin that a remark is about."""
        return f"<{self._tag(prefix, 'commentRangeStart', self.first_comment + remark)}/>"

    def closing(self, prefix: str, remark: int) -> str:
        """Where they end, with the sign of the comment."""
        number = self.first_comment + remark
        return (
            f"<{self._tag(prefix, 'commentRangeEnd', number)}/>"
            f"<{prefix}r><{self._tag(prefix, 'commentReference', number)}/></{prefix}r>"
        )

    def _change(self, prefix: str, name: str, run: str) -> str:
        tag = self._tag(prefix, name, self._number())
        at = prefix or "w:"
        return f'<{tag} {at}author={self._author} {at}date="{self.at}">{run}</{prefix}{name}>'

    def _tag(self, prefix: str, name: str, number: int) -> str:
        if prefix:
            return f'{prefix}{name} {prefix}id="{number}"'
        # A default namespace is none for attributes.
        return f'{name} xmlns:w="{self._namespace}" w:id="{number}"'

    def _number(self) -> int:
        self._next += 1
        return self._next


def next_comment(source: str) -> int:
    """The first number that no comment of a part of comments has."""
    return max((int(found[2]) for found in _ID.finditer(source)), default=-1) + 1


def with_comments(source: str, namespace: str, first: int, remarks: Sequence[Remark]) -> str:
    """The part of comments (`source`, "" for none) with a comment for each of `remarks`."""
    made = "".join(_comment(first + number, one) for number, one in enumerate(remarks))
    end = source.rfind("</")
    if end < 0:
        return f'{_HEAD}<w:comments xmlns:w="{namespace}">{made}</w:comments>'
    made = made.replace("<w:comment ", f'<w:comment xmlns:w="{namespace}" ')
    return source[:end] + made + source[end:]


def _comment(number: int, remark: Remark) -> str:
    author = possible(remark.author)
    initials = "".join(word[0] for word in author.split())[:_INITIALS]
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escaped(possible(line))}</w:t></w:r></w:p>'
        for line in remark.text.split("\n")
    )
    return (
        f'<w:comment w:id="{number}" w:author={quoteattr(author)} '
        f'w:date="{to_the_second(remark.at)}" w:initials={quoteattr(initials)}>'
        f"{paragraphs}</w:comment>"
    )
