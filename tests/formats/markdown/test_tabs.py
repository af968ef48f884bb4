"""What stands in the tabs of a page is text, and their names are headings."""

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit

SOURCE = """Before it.

=== "On Linux"

    It takes **5** minutes.

    - one
    - two

    ```
    code
    ```

===+ "On a Mac"
    It takes 6 minutes.

    === "Inside"

        Deeper.

After it.
"""


def read(source: str) -> Document:
    return formats.read_bytes(Path("page.md"), source.encode())


def kinds(source: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in read(source).blocks if not block.chrome]


def test_the_text_of_tabs_is_compared() -> None:
    assert kinds(SOURCE) == [
        ("paragraph", "Before it."),
        ("heading", "On Linux"),
        ("paragraph", "It takes 5 minutes."),
        ("list_item", "one"),
        ("list_item", "two"),
        ("heading", "On a Mac"),
        ("paragraph", "It takes 6 minutes."),
        ("heading", "Inside"),
        ("paragraph", "Deeper."),
        ("paragraph", "After it."),
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Title\n===\n\nIt rained.\n", [("heading", "Title"), ("paragraph", "It rained.")]),
        ("=== Linux\n", [("paragraph", "=== Linux")]),
        ('== "Linux"\n', [("paragraph", '== "Linux"')]),
        ('=== "Linux" or\n', [("paragraph", '=== "Linux" or')]),
        ('- === "A"\n\n      It.\n', [("heading", "A"), ("list_item", "It.")]),
    ],
)
def test_what_is_a_tab(source: str, found: list[tuple[str, str]]) -> None:
    assert [(role.replace("title", "heading"), text) for role, text in kinds(source)] == found


@pytest.mark.parametrize(
    ("word", "by"), [("Linux", "Unix"), ("minutes", "hours"), ("Deeper", "Deep"), ("two", "three")]
)
def test_an_edit_in_a_tab_leaves_all_else(word: str, by: str) -> None:
    document = read(SOURCE)
    assert formats.edited_bytes(document, []) == SOURCE.encode()
    number = next(n for n, b in enumerate(document.blocks) if word in b.text and not b.chrome)
    start = document.blocks[number].text.index(word)
    made = formats.edited_bytes(document, [TextEdit(number, Span(start, start + len(word)), by)])
    assert made.decode() == SOURCE.replace(word, by, 1)
