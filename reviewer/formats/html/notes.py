"""Marks in a page that are no words of it: of notes, of comments, of lists that Word numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.domain import Role
from reviewer.formats.html.nodes import Node

LONGEST_MARK = 10
"""Characters in the mark of a note: "[12]", "iv", "a, b"."""

_MARK = re.compile(
    r"(?P<bracket>[\[(])?(?:\d{1,3}|[^\W\d_]|[ivxlc]{1,6}|note \d{1,3}|nb \d{1,3})(?P<close>[\])])?"
    r"|[*†‡§¶#↑^]{1,3}"
)
_COMMENT_MARKS = frozenset({"MsoCommentReference", "msocomanchor"})
_COMMENTS = frozenset({"msocomtxt", "MsoCommentText", "msocomoff"})
_LIST_SPACE = re.compile(r"font:7\.0pt\s*[\"']?Times New Roman", re.IGNORECASE)


def is_mark(text: str) -> bool:
    """Whether `text` looks as the marks of notes do: "[12]", "iv", "*"."""
    return 0 < len(text) <= LONGEST_MARK and _MARK.fullmatch(text.strip()) is not None


def is_in_brackets(characters: Sequence[str]) -> bool:
    """Whether what stands over the line is the mark of a note by its brackets alone: "[12]"."""
    match = _MARK.fullmatch("".join(characters).strip())
    return match is not None and match["bracket"] == "[" and match["close"] == "]"


def is_to_note(node: Node) -> bool:
    """Whether a link leads to another place of the same page, as those to notes do."""
    return node.name == "a" and (node.href.startswith("#") or "#cite" in node.href)


def refers_to_note(node: Node, characters: Sequence[str], start: int) -> bool:
    """Whether a link with these characters is the mark of a note: at its place, or before it.

    `start` says how many characters of the block stand before it. A number alone may be a
    chapter's: only a link that can be come back to, one at the beginning of a block, and one
    right behind a word or full stop is taken for a mark without brackets.
    """
    if not is_to_note(node) or not 0 < len(characters) <= LONGEST_MARK:
        return False
    match = _MARK.fullmatch("".join(characters).strip())
    if match is None:
        return False
    bracketed = bool(match["bracket"] and match["close"])
    named = "note" in node.names.lower() or "foot" in node.names.lower()
    glued = not characters[0].isspace()
    return bracketed or node.anchor or named or start == 0 or glued or match[0][0] in "*†‡§¶↑^"


def is_comment_mark(names: str) -> bool:
    """Whether an element of these classes holds the mark of a comment that Word keeps."""
    return bool(names) and not _COMMENT_MARKS.isdisjoint(names.split())


def is_comment(names: str) -> bool:
    """Whether an element of these classes is the text of such a comment."""
    return bool(names) and not _COMMENTS.isdisjoint(names.split())


def leads_back(href: str) -> bool:
    """Whether a link leads from a comment at the end of a page (Google Docs) to its place."""
    return href.startswith("#cmnt_ref")


def is_list_mark(style: str) -> bool:
    """Whether an element of this style holds a number or bullet that Word made."""
    said = style.lower()
    return "mso-list" in said and "ignore" in said


def is_list_space(style: str) -> bool:
    """Whether an element of this style is the space that Word puts behind such a mark."""
    return bool(style) and bool(_LIST_SPACE.search(style))


def role_by_class(names: str) -> Role | None:
    """What the classes that word processors give to a `p` say of it."""
    classes = names.split()
    if "MsoTitle" in classes or "title" in classes:
        return "title"
    if "MsoSubtitle" in classes or "subtitle" in classes:
        return "heading"
    if any(name.startswith("MsoListParagraph") for name in classes):
        return "list_item"
    return None
