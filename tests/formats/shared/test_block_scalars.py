"""Values of front matter that take several lines, as YAML reads them."""

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit


def read(value: str) -> Document:
    return formats.read_bytes(Path("a.md"), f"---\n{value}---\n".encode())


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("summary: >\n  It\n  rained.\n\n  It snowed.\n", ["It rained.", "It snowed."]),
        ("summary: >-\n    It\n    rained.\ndate: 1\n", ["It rained."]),
        ("summary: >+\n  It rained.\n\n\ntitle: Rain\n", ["It rained.", "Rain"]),
        ("summary: >2 # why\n  a b\n   c\n  d e\n", ["a b", "c", "d e"]),
        ("summary: |\n  It rained.\n  It snowed.\n", ["It rained.", "It snowed."]),
        ("summary: |-\n  It rained in the\n  whole valley.\n", ["It rained in the whole valley."]),
        ("summary: |2+\n   - one\n  - two\n", ["- one", "- two"]),
        ("summary: &a !!str >\n  It\n  rained.\n", ["It rained."]),
        ("title: >\n  Rain\n  at last\n", ["Rain at last"]),
        ("summary: >\n\n  It rained.\n", ["It rained."]),
        ("summary: It rained\n  and snowed.\n", ["It rained and snowed."]),
        ("summary:\n  It rained\n  here.\n", ["It rained here."]),
        ('summary: "It\'s\n  \\"wet\\"."\n', ['It\'s "wet".']),
        ("summary: 'It''s\n  wet.'\n", ["It's wet."]),
        ("summary: a > b\n  and c\n", ["a > b and c"]),
        ("title:\n  en: Rain\n  de: Regen\n", []),
        ("summary:\n  - one\n  - two\n", []),
        ("tags: >\n  one\n  two\n", []),
    ],
)
def test_what_is_text(value: str, found: list[str]) -> None:
    assert [block.text for block in read(value).blocks if not block.chrome] == found


@pytest.mark.parametrize(
    ("value", "span", "text", "result"),
    [
        ("summary: >\n  It\n  rained.\n", Span(3, 9), "snowed", "summary: >\n  It\n  snowed.\n"),
        ("summary: |\n  One.\n  Two.\n", Span(0, 3), "A: b", "summary: |\n  A: b.\n  Two.\n"),
        ("summary: It\n  rained.\n", Span(0, 2), "So: it", 'summary: "So: it rained."\n'),
        ("summary:\n  It\n  rained.\n", Span(0, 2), "We", "summary:\n  We rained.\n"),
        ("summary: 'It\n  rained.'\n", Span(0, 2), "It's", "summary: 'It''s rained.'\n"),
    ],
)
def test_an_edit_is_written_as_a_value(value: str, span: Span, text: str, result: str) -> None:
    document = read(value)
    assert formats.edited_bytes(document, []) == document.original
    number = next(n for n, block in enumerate(document.blocks) if not block.chrome)
    made = formats.edited_bytes(document, [TextEdit(number, span, text)])
    assert made.decode() == f"---\n{result}---\n"


@pytest.mark.parametrize("quotes", ['"""', "'''"])
@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("\nIt rained.\nIt snowed.\n", ["It rained.", "It snowed."]),
        ("It rained in the whole\nvalley.", ["It rained in the whole valley."]),
        ("It rained.", ["It rained."]),
        ("\n\n  It rained.\n\n", ["It rained."]),
        ("", []),
    ],
)
def test_values_of_toml_take_several_lines_in_three_quotes(
    quotes: str, value: str, found: list[str]
) -> None:
    source = f"+++\nsummary = {quotes}{value}{quotes}\ntags = {quotes}no\nno{quotes}\n+++\nBody.\n"
    document = formats.read_bytes(Path("a.md"), source.encode())
    assert [block.text for block in document.blocks if not block.chrome] == [*found, "Body."]
    assert formats.edited_bytes(document, []) == source.encode()
    if found:
        number = next(n for n, block in enumerate(document.blocks) if not block.chrome)
        made = formats.edited_bytes(document, [TextEdit(number, Span(0, 2), "That")])
        assert made.decode() == source.replace("It", "That", 1)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ('"""A \\""" so."""', ['A """ so.']),
        ('"""She said "yes.""""', ['She said "yes."']),
        ("'''He said 'no.''''", ["He said 'no.'"]),
        ('"""\nIt rained \\\n    in Rome."""', ["It rained in Rome."]),
        ('"""It cost \\u20ac5.\nA \\\\ b."""', ["It cost €5.", "A \\ b."]),
        ("'''In C:\\u20ac.'''", ["In C:\\u20ac."]),
    ],
)
def test_signs_of_toml_in_three_quotes_mean_what_they_do_there(
    value: str, found: list[str]
) -> None:
    source = f"+++\nsummary = {value}\n+++\nBody.\n"
    document = formats.read_bytes(Path("a.md"), source.encode())
    assert [block.text for block in document.blocks if not block.chrome] == [*found, "Body."]


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_what_is_typed_into_three_quotes_reads_as_typed(quotes: str) -> None:
    source = f"+++\nsummary = {quotes}It rained.{quotes}\n+++\nBody.\n"
    document = formats.read_bytes(Path("a.md"), source.encode())
    number = next(n for n, block in enumerate(document.blocks) if not block.chrome)
    made = formats.edited_bytes(document, [TextEdit(number, Span(3, 9), '"\\n" fell')])
    again = formats.read_bytes(Path("a.md"), made)
    assert [b.text for b in again.blocks if not b.chrome] == ['It "\\n" fell.', "Body."]


def test_a_quoted_value_below_its_key_may_hold_a_number_sign() -> None:
    source = '---\nsummary:\n  "It was # 5."\n---\nBody.\n'
    document = formats.read_bytes(Path("a.md"), source.encode())
    assert [b.text for b in document.blocks if not b.chrome] == ["It was # 5.", "Body."]
