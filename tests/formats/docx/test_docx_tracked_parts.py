"""Parts of a Word document that tracked changes and comments add to."""

from __future__ import annotations

import pytest

from reviewer.formats.docx.tracked import _with_child


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<w:a><w:b/></w:a>", "<w:a><w:b/><w:c/></w:a>"),
        ("<w:a></w:a>", "<w:a><w:c/></w:a>"),
        ('<w:a x="y:z"/>', '<w:a x="y:z"><w:c/></w:a>'),
        ("<a><b/></a>", "<a><b/><c/></a>"),
        ('<a x="y:z"></a>', '<a x="y:z"><c/></a>'),
        ("<a/>", "<a><c/></a>"),
        ('<r:a xmlns:r="x"><r:b i="1:2"></r:b>\n</r:a>',
         '<r:a xmlns:r="x"><r:b i="1:2"></r:b>\n<r:c/></r:a>'),
    ],
)  # fmt: skip
def test_a_child_has_the_prefix_of_its_root(source: str, wanted: str) -> None:
    assert _with_child(source, "<c/>") == wanted
