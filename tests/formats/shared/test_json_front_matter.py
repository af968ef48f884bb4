"""Front matter written as JSON at the head of Markdown: title and description are text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit


def read(source: str) -> Document:
    return formats.read_bytes(Path("page.md"), source.encode())


def texts(source: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in read(source).blocks if not block.chrome]


BODY = ("paragraph", "The lighthouse opens.")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ('{"title": "Marn"}', [("title", "Marn")]),
        ('{\n  "title": "Marn",\n  "date": "2024-05-05"\n}', [("title", "Marn")]),
        ('{\r\n\t"Description" : "It opens."\r\n}', [("paragraph", "It opens.")]),
        ('{"date": "2024", "tags": ["title", "x"], "summary": "So."}', [("paragraph", "So.")]),
        ('{"author": {"title": "Editor"}, "title": "Marn"}', [("title", "Marn")]),
        ('{"title": "A \\"B\\" C"}', [("title", 'A "B" C')]),
        ('{"title": "Die L\\u00fccke \\ud83d\\ude00"}', [("title", "Die Lücke 😀")]),
        ('{"title": "灯塔", "subtitle": "再开放"}', [("title", "灯塔"), ("heading", "再开放")]),
        ('{"title": "المنارة"}', [("title", "المنارة")]),
        ('{"slug": "marn", "draft": false}', []),
    ],
)
def test_texts_of_readers(front: str, expected: list[tuple[str, str]]) -> None:
    assert texts(f"{front}\n\nThe lighthouse opens.\n") == [*expected, BODY]


@pytest.mark.parametrize(
    "source",
    [
        '{"title": "Marn" is what he said.\n',
        '{"title": "Marn"} stands here.\n',
        "{title} stands here.\n",
        '{"title": "Marn",}\n',
        '["title"]\n',
    ],
)
def test_what_is_no_object_is_text(source: str) -> None:
    assert len(texts(source)) == 1


def test_an_edit_keeps_the_rest_byte_for_byte() -> None:
    source = '{\n  "slug": "x",\n  "title": "Marn \\ud83d\\ude00 opens"\n}\n\nIt opens.\n'
    document = read(source)
    number = next(n for n, block in enumerate(document.blocks) if block.role == "title")
    start = document.blocks[number].text.index("opens")
    edit = TextEdit(number, Span(start, start + 5), 'says "no" \\ yes')
    written = formats.edited_bytes(document, [edit]).decode()
    assert formats.edited_bytes(document, []).decode() == source
    assert written == source.replace("Marn \\ud83d\\ude00 opens", 'Marn 😀 says \\"no\\" \\\\ yes')
