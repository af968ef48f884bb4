"""Where the stories of an InDesign document stand: their order, and which of them nobody sees."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.idml.places import Shown
from tests.formats.idml.test_idml import SPACE, paragraph, read, run

Seen = tuple[str, Shown, bool]


def page(left: float, width: float = 100) -> str:
    move = f'ItemTransform="1 0 0 1 {left} -50"'
    return f'<Page GeometricBounds="0 0 100 {width}" {move}/>'


def shape(left: float, top: float) -> str:
    corners = [(left, top), (left + 20, top), (left + 20, top + 5), (left, top + 5)]
    points = "".join(f'<PathPointType Anchor="{x} {y}"/>' for x, y in corners)
    return (
        "<Properties><PathGeometry><GeometryPathType><PathPointArray>"
        f"{points}</PathPointArray></GeometryPathType></PathGeometry></Properties>"
    )


def frame(story: str, left: float = 0, top: float = 0, more: str = "") -> str:
    inside = shape(left, top)
    return f'<TextFrame ParentStory="{story}" {more}>{inside}</TextFrame>'


def made(
    stories: dict[str, str], spreads: list[str], masters: tuple[str, ...] = (), layers: str = ""
) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.adobe.indesign-idml-package")
        listed = layers
        for kind, parts in (("MasterSpread", masters), ("Spread", spreads)):
            for number, part in enumerate(parts):
                name = f"{kind}s/{kind}_{number}.xml"
                listed += f'<idPkg:{kind} src="{name}"/>'
                package.writestr(
                    name, f"<idPkg:{kind} {SPACE}><{kind}>{part}</{kind}></idPkg:{kind}>"
                )
        for story, inside in stories.items():
            listed += f'<idPkg:Story src="Stories/Story_{story}.xml"/>'
            package.writestr(
                f"Stories/Story_{story}.xml",
                f'<idPkg:Story {SPACE}><Story Self="{story}">{inside}</Story></idPkg:Story>',
            )
        package.writestr("designmap.xml", f"<Document {SPACE}>{listed}</Document>")
    return buffer.getvalue()


def texts(*names: str) -> dict[str, str]:
    return {name: paragraph(run(f"Text {name}")) for name in names}


def order(data: bytes) -> str:
    return "".join(block.text.removeprefix("Text ") for block in read(data).blocks)


def test_stories_come_in_the_order_of_pages_and_down_each_page() -> None:
    spreads = [
        page(-100)
        + page(0)
        + frame("a", 10, 0)  # the right page
        + frame("b", -90, 30)
        + frame("c", -90, -40)
        + frame("d", 110, 0)  # on no page
        + frame("e", -30, 51)  # beside f, a little higher
        + frame("f", -90, 62),
        page(0) + frame("g", 50, -40) + frame("h", 0, -40),
    ]
    assert order(made(texts(*"hgfedcba"), spreads)) == "cbfeadhg"


@pytest.mark.parametrize(("top", "read_first"), [(39, "b"), (40, "b"), (41, "a")])
def test_tops_that_differ_little_are_those_of_columns(top: float, read_first: str) -> None:
    spread = page(0) + frame("a", 50, 28) + frame("b", 0, top)
    assert order(made(texts(*"ab"), [spread]))[0] == read_first


def test_groups_move_what_is_in_them_and_a_text_on_a_path_stands_where_its_path_does() -> None:
    inner = f'<Group ItemTransform="1 0 0 1 0 40">{frame("a", 0, 0)}</Group>'
    along = f'<Polygon>{shape(0, 20)}<TextPath ParentStory="b"/></Polygon>'
    turned = frame("c", 0, 10, 'ItemTransform="1 0 0 -1 0 0"')
    odd = frame("d", 0, 5, 'ItemTransform="what"')
    spread = page(0) + inner + along + turned + odd
    assert order(made(texts(*"abcd"), [spread])) == "cdba"


def test_an_anchored_frame_follows_the_story_that_it_stands_in() -> None:
    stories = texts("z", "b")
    inside = '<CharacterStyleRange><TextFrame ParentStory="z"/></CharacterStyleRange>'
    stories["a"] = paragraph(run("Text a") + inside)
    assert order(made(stories, [page(0) + frame("a") + frame("b", 0, 30)])) == "azb"
    # Two that stand in each other are read once, and so is one that stands nowhere.
    stories["z"] = paragraph(run("Text z") + inside.replace('"z"', '"a"'))
    stories["n"] = paragraph(run("Text n"))
    assert order(made(stories, [page(0) + frame("b", 0, 30)])) == "bnza"


def many() -> dict[str, str]:
    links = {
        str(n): paragraph(
            f'<CharacterStyleRange><TextFrame ParentStory="{n + 1}"/></CharacterStyleRange>'
        )
        for n in range(2_000)
    }
    return links | {"2000": paragraph(run("Text last"))}


def test_frames_within_frames_without_end() -> None:
    assert order(made(many(), [page(0) + frame("0")])) == "last"


LAYERS = '<Layer Self="seen" Visible="true"/><Layer Self="unseen" Visible="false"/>'
UNSEEN = 'ItemLayer="unseen"'


@pytest.mark.parametrize(
    ("spread", "shown"),
    [
        (frame("a"), ""),
        (frame("a", more='ItemLayer="seen"'), ""),
        (frame("a", more='ItemLayer="gone"'), ""),
        (frame("a", more=UNSEEN), "hidden"),
        (frame("a", more='Visible="false"'), "hidden"),
        (f'<Group Visible="false">{frame("a")}</Group>', "hidden"),
        (f"<Group {UNSEEN}>{frame('a')}</Group>", "hidden"),
        # A story that goes on in a frame that is seen.
        (frame("a", more=UNSEEN) + frame("a", 0, 30), ""),
        (frame("m"), "margin"),
        (frame("m") + frame("a", more=UNSEEN), "hidden"),
        # A frame of a master that was changed on its page.
        (frame("m") + frame("a"), ""),
    ],
)
def test_what_no_page_shows_is_set_aside(spread: str, shown: Shown) -> None:
    data = made(texts("a"), [page(0) + spread], (frame("a"),) if '"m"' in spread else (), LAYERS)
    block = read(data).blocks[0]
    assert (block.chrome, block.reason) == (bool(shown), "hidden" if shown == "hidden" else "")


def test_what_is_anchored_in_a_story_is_seen_where_that_is() -> None:
    stories = texts("b", "c")
    inside = (
        '<CharacterStyleRange><TextFrame ParentStory="b"/>'
        '<TextFrame ParentStory="c" Visible="false"/></CharacterStyleRange>'
    )
    stories["a"] = paragraph(run("Text a") + inside)
    seen = read(made(stories, [page(0) + frame("a")], (), LAYERS)).blocks
    assert [block.reason for block in seen] == ["", "", "hidden"]
    unseen = read(made(stories, [page(0) + frame("a", more=UNSEEN)], (), LAYERS)).blocks
    assert [block.reason for block in unseen] == ["hidden"] * 3
    margin = read(made(stories, [], (frame("a"),), LAYERS)).blocks
    assert [(block.chrome, block.reason) for block in margin] == [
        (True, ""),
        (True, ""),
        (True, "hidden"),
    ]


def test_an_edit_changes_its_story_alone_whatever_the_order() -> None:
    data = made(texts(*"ab"), [page(0) + frame("a", 0, 30) + frame("b")])
    written = formats.edited_bytes(read(data), [TextEdit(0, Span(5, 6), "B")])
    assert order(written) == "Ba"
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(written)) as new:
        assert [name for name in old.namelist() if old.read(name) != new.read(name)] == [
            "Stories/Story_b.xml"
        ]
