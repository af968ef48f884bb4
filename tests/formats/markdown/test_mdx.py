"""MDX: what is JavaScript or a component is no text, and what stands between is Markdown."""

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.markdown.mdx import end_of_expression, end_of_tag, is_mdx


def read(source: str, name: str = "page.mdx") -> Document:
    return formats.read_bytes(Path(name), source.encode())


def texts(source: str, name: str = "page.mdx") -> list[str]:
    return [block.text for block in read(source, name).blocks if not block.chrome]


@pytest.mark.parametrize(
    "code",
    [
        "import Panel from './panel';",
        'import "./page.css"',
        "import {A, B as C} from 'kit'\nimport * as D from 'd'",
        "import {\n  A,\n\n  B,\n} from 'kit';",
        "export const meta = {\n  title: 'Tea',\n\n  count: [1, 2],\n}",
        "export default ({children}) => <Page>{children}</Page>",
        "export {tea} from './tea'",
        "<Panel />",
        "<Panel\n  open\n  rows={[1, 2]}\n  draw={() => { a > b }}\n/>",
        '<Video src="a>b.mp4" />',
        "{/* nobody\nreads this */}",
        "{rows.map(row => <li key={row}>{row}</li>)}",
        "<Grid><Cell>\n\n</Cell></Grid>",
    ],
)
def test_code_and_components_are_no_text(code: str) -> None:
    assert texts(f"{code}\n\nIt rained.\n") == ["It rained."]


@pytest.mark.parametrize(
    "code",
    [
        "export const bracket = /[{]/;",
        "export const bracket = '(';",
        "export const open = (one",
        "export const a = 1; // it's { here",
        "export const a = {b: 1}; export const c = [",
    ],
)
def test_brackets_that_are_not_closed_leave_the_text_behind_them(code: str) -> None:
    assert texts(f"{code}\n\nIt rained.\n\nIt snowed.\n") == ["It rained.", "It snowed."]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<Note>\nBe *careful* with [it](x.md).\n</Note>", ["Be careful with it."]),
        ("<A>\n  <B>\n\n    Two **words**.\n\n  </B>\n</A>", ["Two words."]),
        ("<Steps>\n\n    - one\n    - two\n\n</Steps>", ["one", "two"]),
        ("<Cell>\n\n    # Head\n\n    | a |\n    |---|\n    | b |\n\n</Cell>", ["Head", "a", "b"]),
        ('<Tab name="a">It rained.</Tab>', ["It rained."]),
        ("Press <Kbd.Key>Ctrl</Kbd.Key> now.", ["Press Ctrl now."]),
        ("It rained. {/* no */} It snowed.", ["It rained. It snowed."]),
        ("It costs {price} euros.", ["It costs {price} euros."]),
        ("<B>One</B>{' '}<B>two</B>.", ["One two."]),
        ("- <Icon name='a'/> item", ["item"]),
        ("<>\nIt's one.\n</>", ["It's one."]),
        ("In `{code}` and `<Tag>`.", ["In {code} and <Tag>."]),
        ("1 < 2 and {never shut.", ["1 < 2 and {never shut."]),
        ("An unshut <Tag here.", ["An unshut <Tag here."]),
        ("import taxes are high.", ["import taxes are high."]),
        ("export your data.", ["export your data."]),
    ],
)
def test_what_stands_between_is_markdown(source: str, found: list[str]) -> None:
    assert texts(source + "\n") == found


def test_a_fence_between_components_keeps_its_tags() -> None:
    source = "<A>\n\n    ```jsx\n    <B>\n    ```\n\n    After it.\n\n</A>\n"
    assert texts(source) == ["After it."]


def test_a_page_that_begins_with_an_import_is_mdx_by_any_name() -> None:
    assert texts("import A from 'a'\n\n{one}\n\nIt rained.\n", "page.md") == ["It rained."]
    assert texts("{one}\n\nIt rained.\n", "page.md") == ["{one}", "It rained."]
    assert not is_mdx("page.md", "```js\nimport A from 'a'\n```\n")


def test_an_edit_between_components_leaves_all_else() -> None:
    source = "import A from 'a'\n\n<A>\n\n    It **rained** {much}.\n\n</A>\n"
    document = read(source)
    assert formats.edited_bytes(document, []) == source.encode()
    number = next(n for n, block in enumerate(document.blocks) if not block.chrome)
    made = formats.edited_bytes(document, [TextEdit(number, Span(3, 9), "snowed")])
    assert made.decode() == source.replace("rained", "snowed")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("<A>", 3),
        ("</A>", 4),
        ("<>", 2),
        ("<a.b c={d}>", 11),
        ("<A b='>'>", 9),
        ("<A b={'}'}>", 11),
        ("<a>", None),
        ("<A", None),
        ("<A <B>", None),
        ("<A\n\nb>", None),
    ],
)
def test_where_a_tag_ends(text: str, end: int | None) -> None:
    assert end_of_tag(text, 0) == end


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("{a}", 3),
        ("{[(a)]} b", 7),
        ("{`\n}`}", 6),
        ("{/* } */}", 9),
        ("{/*/ } */}", 10),
        ('{"\\"}"}', 7),
        ("{<b>it's</b>}", 13),
        ("{(a}", None),
        ("{" * 100 + "}" * 100, 200),
        ("{" * 101 + "}" * 101, None),
        ("a", None),
    ],
)
def test_where_an_expression_ends(text: str, end: int | None) -> None:
    assert end_of_expression(text, 0) == end
