"""What an element of a page is for its text, by its tag and by what it stands in."""

from __future__ import annotations

from reviewer.formats.html import notes
from reviewer.formats.html.marks import CONTROLS
from reviewer.formats.html.nodes import Node, NodeKind
from reviewer.formats.html.tags import Tag
from reviewer.formats.shared.html_elements import PARAGRAPHS, role_of

_ARTICLES = frozenset({"article", "main", "blockquote"})


def kind_inside(
    name: str, tag: Tag, outer: Node, *, is_block: bool, reads_templates: bool
) -> NodeKind:
    """What an element is by its tag and by what it stands in."""
    role, level = role_of(name, outer.name) or (outer.role, outer.level)
    in_line = not is_block and (tag.hidden or name == "noscript")
    unseen = outer.unseen - tag.look.shows | tag.look.hides
    return NodeKind(
        name,
        depth=outer.depth + 1,
        role=role,
        level=level,
        named_role=notes.role_by_class(tag.names) if name == "p" else outer.named_role,
        names=tag.names,
        selectors=tag.selectors,
        raised="" if is_block else tag.raised,
        skipped=outer.skipped
        or (tag.skipped and not (reads_templates and name == "template"))
        or in_line,
        unseen=unseen,
        dropped=bool(unseen) and (outer.dropped or not (is_block or outer.unseen)),
        is_comment=tag.is_comment,
        is_control=tag.is_control or name in CONTROLS,
        behind_list_mark=tag.behind_list_mark,
        preserved=outer.preserved or name == "pre",
        in_paragraph=outer.in_paragraph or name in PARAGRAPHS,
        in_article=outer.in_article or name in _ARTICLES,
        is_block=is_block,
        href=tag.found.get("href", "") if name == "a" else "",
        anchor=name == "a" and ("id" in tag.found or "name" in tag.found),
        region=name if name in ("article", "main") else "",
        is_stamp=tag.is_stamp,
    )
