"""The tags that a new block gets in a page and in an OpenDocument text."""

from __future__ import annotations

import pytest

from reviewer.domain import NewBlock, Role
from reviewer.formats.new_blocks.forms import HtmlForm, OdtForm
from reviewer.formats.shared.elements import Tree

TREE = Tree("<a></a>", xml=True)


@pytest.mark.parametrize(
    ("role", "level", "html", "odt"),
    [
        ("paragraph", 0, "<p>", '<text:p text:style-name="Text_20_body">'),
        ("caption", 0, "<p>", "<text:p>"),
        ("table_cell", 0, "<p>", "<text:p>"),
        ("list_item", 0, "<li>", "<text:list-item><text:p>"),
        ("title", 0, "<h1>", '<text:h text:style-name="Title" text:outline-level="1">'),
        ("title", 3, "<h1>", '<text:h text:style-name="Title" text:outline-level="3">'),
        ("heading", 0, "<h2>", '<text:h text:outline-level="1">'),
        ("heading", 1, "<h1>", '<text:h text:outline-level="1">'),
        ("heading", 2, "<h2>", '<text:h text:style-name="Heading_20_2" text:outline-level="2">'),
        ("heading", 6, "<h6>", '<text:h text:outline-level="6">'),
        ("heading", 7, "<h6>", '<text:h text:outline-level="7">'),
    ],
)
def test_tags_of_each_role(role: Role, level: int, html: str, odt: str) -> None:
    new = NewBlock(0, "New.", role, level)
    assert HtmlForm(TREE).tags(new)[0] == html
    styles = frozenset({"Title", "Text_20_body", "Heading_20_2"})
    assert OdtForm(TREE, styles).tags(new)[0] == odt
    plain = OdtForm(TREE, frozenset()).tags(new)
    assert "style-name" not in plain[0]
    assert plain[1].startswith("</text:h>" if role in ("title", "heading") else "</text:p>")
