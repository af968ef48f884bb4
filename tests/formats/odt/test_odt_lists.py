"""The numbers and bullets before the items of lists of OpenDocument texts."""

from __future__ import annotations

import pytest

from reviewer import formats
from reviewer.domain import Document
from tests.formats.odt.test_odt import FILES, flat


def marks(document: Document) -> list[tuple[str, str]]:
    return [(block.mark, block.text) for block in document.blocks if not block.chrome]


def style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def level(number: int, way: str, more: str = 'style:num-suffix="."') -> str:
    return f'<text:list-level-style-number text:level="{number}" style:num-format="{way}" {more}/>'


def items(*texts: str, more: str = 'text:style-name="L"') -> str:
    inside = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f"<text:list {more}>{inside}</text:list>"


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


@pytest.mark.parametrize(
    ("way", "more", "expected"),
    [
        ("1", 'style:num-suffix="."', ["1.", "2."]),
        ("a", 'style:num-prefix="(" style:num-suffix=")"', ["(a)", "(b)"]),
        ("I", "", ["I", "II"]),
        ("1", 'style:num-prefix=" (" style:num-suffix=") "', ["(1)", "(2)"]),
        ("1", 'style:num-prefix="§ " text:start-value="5"', ["§ 5", "§ 6"]),
        ("", 'style:num-suffix="."', ["", ""]),
    ],
)
def test_ways_of_counting(way: str, more: str, expected: list[str]) -> None:
    document = flat(items(p("One"), p("Two")), style(level(1, way, more)))
    assert marks(document) == list(zip(expected, ("One", "Two"), strict=True))


def test_levels_of_a_list() -> None:
    levels = style(level(1, "1"), level(2, "a", 'style:num-suffix=")" text:display-levels="2"'))
    inner = items(p("Deep"), p("Deeper"), more="")
    body = items(p("One") + p("More of it") + inner, p("Two") + items(p("Deep again"), more=""))
    assert marks(flat(body, levels)) == [
        ("1.", "One"),
        ("", "More of it"),
        ("1.a)", "Deep"),
        ("1.b)", "Deeper"),
        ("2.", "Two"),
        ("2.a)", "Deep again"),
    ]


def test_a_list_begins_anew_or_goes_on() -> None:
    again = items(p("C"))
    on = items(p("D"), more='text:style-name="L" text:continue-numbering="true"')
    body = items(p("A"), p("B")) + p("Between") + again + p("And") + on
    assert marks(flat(body, style(level(1, "1")))) == [
        ("1.", "A"),
        ("2.", "B"),
        ("", "Between"),
        ("1.", "C"),
        ("", "And"),
        ("2.", "D"),
    ]


def test_a_bullet_and_an_item_with_a_number_of_its_own() -> None:
    bullet = '<text:list-level-style-bullet text:level="1" text:bullet-char="–"/>'
    assert marks(flat(items(p("One")), style(bullet))) == [("–", "One")]
    body = (
        f'<text:list text:style-name="L"><text:list-item text:start-value="7">{p("A")}'
        f"</text:list-item><text:list-item>{p('B')}</text:list-item></text:list>"
    )
    assert marks(flat(body, style(level(1, "1")))) == [("7.", "A"), ("8.", "B")]


def test_a_list_of_no_style_shows_nothing() -> None:
    assert marks(flat(items(p("One"), more=""))) == [("", "One")]


@pytest.mark.parametrize("name", ["bridge.odt", "bridge.fodt"])
def test_lists_of_libreoffice(name: str) -> None:
    shown = [b.mark for b in formats.read(FILES / name).blocks if b.role == "list_item"]
    assert shown
    assert all(shown)


def outline(*levels: str) -> str:
    return f"<text:outline-style>{''.join(levels)}</text:outline-style>"


def heading_level(number: int, way: str = "1", more: str = "") -> str:
    return f'<text:outline-level-style text:level="{number}" style:num-format="{way}" {more}/>'


def h(text: str, number: int = 1, more: str = "") -> str:
    return f'<text:h text:outline-level="{number}" {more}>{text}</text:h>'


@pytest.mark.parametrize(
    ("levels", "body", "expected"),
    [
        ((heading_level(1),), h("A") + p("T") + h("B"), ["1", "", "2"]),
        (
            (heading_level(1), heading_level(2, "1", 'text:display-levels="2"')),
            h("A") + h("B", 2) + h("C", 2) + h("D") + h("E", 2),
            ["1", "1.1", "1.2", "2", "2.1"],
        ),
        ((heading_level(1, "I", 'style:num-suffix="."'),), h("A") + h("B"), ["I.", "II."]),
        ((heading_level(1, "A", 'style:num-prefix="§ "'),), h("A") + h("B"), ["§ A", "§ B"]),
        ((heading_level(1, ""),), h("A") + h("B"), ["", ""]),
        ((), h("A") + h("B"), ["", ""]),
        ((heading_level(1),), h("A", 1, 'text:is-list-header="true"') + h("B"), ["", "1"]),
        (
            (heading_level(1),),
            h("A") + h("B", 1, 'text:restart-numbering="true" text:start-value="7"') + h("C"),
            ["1", "7", "8"],
        ),
        ((heading_level(2),), h("A") + h("B", 2) + h("C") + h("D", 2), ["", "1", "", "1"]),
        ((heading_level(1, "1", 'text:start-value="3"'),), h("A") + h("B"), ["3", "4"]),
    ],
)
def test_numbers_of_headings(levels: tuple[str, ...], body: str, expected: list[str]) -> None:
    assert [mark for mark, _ in marks(flat(body, outline(*levels)))] == expected


def test_headings_and_lists_count_apart() -> None:
    styles = outline(heading_level(1)) + style(level(1, "a"))
    body = h("A") + items(p("One"), p("Two")) + h("B")
    assert marks(flat(body, styles)) == [("1", "A"), ("a.", "One"), ("b.", "Two"), ("2", "B")]
