"""A code that is a line break parts the words around it, and takes no room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.registry import format_of
from reviewer.formats.shared.units import BilingualFile


def xliff(text: str) -> str:
    return (
        '<xliff version="1.2"><file source-language="en" target-language="de"><body>'
        f'<trans-unit id="1"><source>One.</source><target>{text}</target></trans-unit>'
        "</body></file></xliff>"
    )


def tmx(text: str) -> str:
    return (
        '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>One.</seg>'
        f'</tuv><tuv xml:lang="de"><seg>{text}</seg></tuv></tu></body></tmx>'
    )


def both(source: str) -> BilingualFile:
    name = "a.xlf" if source.startswith("<xliff") else "a.tmx"
    return format_of(Path(name)).read_both(name, source.encode())


CODES = [
    ('<ph id="1">&lt;br/&gt;</ph>', True),
    ('<ph id="1">&lt;BR&gt;</ph>', True),
    (r'<ph id="1">\n</ph>', True),
    ('<ph id="1" ctype="lb"/>', True),
    ('<ph id="1" type="lb"/>', True),
    ('<ph id="1" subType="xlf:lb"/>', True),
    ('<ph id="1" equiv="&lt;br /&gt;"/>', True),
    ('<ph id="1">&lt;b&gt;</ph>', False),
    ('<ph id="1">&lt;broad/&gt;</ph>', False),
    (r'<ph id="1">\name</ph>', False),
    ('<ph id="1"/>', False),
    ('<bpt id="1">&lt;b&gt;</bpt>', False),
]


@pytest.mark.parametrize("written", [xliff, tmx])
@pytest.mark.parametrize(("code", "parts"), CODES)
def test_a_line_break_is_a_space(written: Callable[[str], str], code: str, parts: bool) -> None:
    target = both(written(f"Eins{code}zwei.")).translations[0]
    assert target.blocks[0].text == ("Eins zwei." if parts else "Einszwei.")


@pytest.mark.parametrize(
    ("before", "behind", "found"),
    [
        ("Eins ", "zwei", "Eins zwei"),
        ("Eins", " zwei", "Eins zwei"),
        ("Eins", ".", "Eins."),
        ("", "Eins", "Eins"),
        ("Eins", "", "Eins"),
        ("一，", "二", "一，二"),
        ("一", "二", "一二"),
        ("Eins.", "„Zwei“", "Eins. „Zwei“"),
    ],
)
def test_a_space_stands_only_between_words(before: str, behind: str, found: str) -> None:
    target = both(xliff(f'{before}<x id="1" ctype="lb"/>{behind}')).translations[0]
    assert target.blocks[0].text == found


@pytest.mark.parametrize("written", [xliff, tmx])
@pytest.mark.parametrize(
    ("span", "text", "made"),
    [
        (Span(0, 4), "Drei", "Drei|zwei."),
        (Span(5, 9), "drei", "Eins|drei."),
        (Span(4, 5), "", "Eins|zwei."),
        (Span(4, 4), ",", "Eins,|zwei."),
        (Span(0, 10), "Drei.", "Drei|."),
    ],
)
def test_an_edit_beside_it_leaves_it(
    written: Callable[[str], str], span: Span, text: str, made: str
) -> None:
    code = '<ph id="1">&lt;br/&gt;</ph>'
    source = written(f"Eins{code}zwei.")
    target = both(source).translations[0]
    result = formats.edited_bytes(target, [TextEdit(0, span, text)]).decode()
    assert result == written(made.replace("|", code))
