"""What a page says of itself decides: dialogs over it, the lead its head names, captions, notes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block
from reviewer.formats.html.said import Said, is_long, plain

TEXT = [
    "The old lighthouse of Marn reopens to visitors on Saturday after six years of repairs.",
    "Salt water had eaten its way into the walls, and the lamp room leaked in every storm.",
    "Engineers replaced 312 steps of the spiral staircase and every one of the 40 windows.",
    "About 20,000 guests are expected in the first season, and tickets cost nine euros.",
]
LEAD = "What six years of repairs did to the tower, and to the town below it"


def blocks(body: str, head: str = "") -> list[Block]:
    page = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    return list(formats.read_bytes(Path("p.html"), page.encode()).blocks)


def article(among: str = "", behind: str = "") -> str:
    parts = [f"<p>{each}</p>" for each in TEXT]
    inside = "".join([*parts[:2], among, *parts[2:], behind])
    return f"<h1>The lighthouse of Marn</h1><div class=x>{inside}</div>"


def reason(found: list[Block], text: str) -> str:
    """Why the block that holds `text` is not plainly the article's: "!" before it for chrome."""
    [block] = [each for each in found if text in each.text and each.role != "title"]
    return "!" * block.chrome + block.reason


def partners(count: int) -> str:
    each = (
        "<li><h4>Firm {n}</h4><p>The firm number {n} keeps what it knows of you for {n} days. It "
        "may pass it on to other firms in the world, as long as they promise to be good.</p>"
        "<label><input type=checkbox> Agreed</label></li>"
    )
    return "".join(each.format(n=n) for n in range(count))


def dialog(role: str, count: int, buttons: int) -> str:
    return (
        f"<div {role}><h2>Your choice</h2><p>We and our partners store things on your device, if "
        f"you let us.</p>{'<button>Accept</button>' * buttons}<ul>{partners(count)}</ul></div>"
    )


@pytest.mark.parametrize("role", ["role=dialog aria-modal=true", "role=alertdialog"])
@pytest.mark.parametrize("wrapper", ["", "comment-page-container", "has-sidebar"])
def test_a_dialog_longer_than_the_article_is_none_of_it(role: str, wrapper: str) -> None:
    body = dialog(role, 20, 2) + f"<div class='{wrapper}'>{article()}</div>"
    found = blocks(body)
    assert {each.text for each in found if not each.chrome and not each.reason} == {
        "The lighthouse of Marn",
        *TEXT,
    }


def test_an_article_that_opens_in_a_dialog_is_read() -> None:
    body = (
        f"<p>Back</p><div role=dialog>{article()}<button>Shut</button><button>Like</button></div>"
    )
    found = blocks(body, "<title>The lighthouse of Marn</title>")
    assert all(not reason(found, text).startswith("!") for text in TEXT)


@pytest.mark.parametrize(("beside", "is_over"), [(2, False), (3, True)])
def test_an_article_has_three_paragraphs_beside_a_dialog(beside: int, is_over: bool) -> None:
    """With fewer the dialog may be what is to be read."""
    body = dialog("role=dialog", 6, 2) + "".join(f"<p>{each}</p>" for each in TEXT[:beside])
    assert (reason(blocks(body), "We and our partners") == "!dialog") is is_over


@pytest.mark.parametrize(
    ("head", "headings", "wanted"),
    [
        ("<title>The light of Marn - by Ann</title>", ["Small Tales", "The light of Marn"], 1),
        ("<meta property=og:title content='The light of Marn'>", ["Tales", "The light of Marn"], 1),
        ("<title>Something else</title>", ["Small Tales", "The light of Marn"], 0),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", '
            '"headline": "The light of Marn"}</script>',
            ["Tales", "The light of Marn"],
            1,
        ),
    ],
)
def test_the_h1_that_the_page_names_is_the_title(
    head: str, headings: list[str], wanted: int
) -> None:
    heads = "".join(f"<div><h1>{each}</h1></div>" for each in headings)
    found = blocks(heads + "".join(f"<p>{each}</p>" for each in TEXT), head)
    assert [b.text for b in found if b.role == "title" and not b.chrome] == [headings[wanted]]


def test_a_heading_with_a_kicker_is_the_title_that_the_head_names() -> None:
    head = "<title>News</title><meta property=og:title content='The lighthouse opens again'>"
    body = "<h2><span>The coast</span> The lighthouse opens again</h2>"
    found = blocks(body + "".join(f"<p>{each}</p>" for each in TEXT), head)
    assert [b.text for b in found if b.role == "title" and not b.chrome] == [
        "The coast The lighthouse opens again"
    ]


@pytest.mark.parametrize("element", ["h3", "div", "p"])
def test_the_lead_that_the_head_describes_is_text(element: str) -> None:
    head = f"<meta name=description content='{LEAD}'>"
    top = f"<div class=top><h1>The lighthouse</h1><{element} class=y>{LEAD}</{element}></div>"
    box = "<div class=x>" + "".join(f"<p>{each}</p>" for each in TEXT * 3) + "</div>"
    assert reason(blocks(top + box, head), LEAD) == ""


def test_the_motto_of_a_site_is_not_the_lead_that_names_it_too() -> None:
    head = f"<meta name=description content='The Marn blog - {LEAD}'>"
    top = f"<div class=top><h1>The lighthouse</h1><h3 class=y>{LEAD}</h3></div>"
    box = "<div class=x>" + "".join(f"<p>{each}</p>" for each in TEXT * 3) + "</div>"
    plainly = reason(blocks(top + box, head), LEAD)
    assert plainly == reason(blocks(top + box), LEAD)


def test_what_the_linked_data_has_as_text_is_text() -> None:
    last = "Nobody but the keeper has a key"
    data = {"@graph": [{"@type": ["NewsArticle"], "articleBody": " ".join([*TEXT, last])}]}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    body = article() + f"<div class=rest><span>{last}</span></div>"
    assert reason(blocks(body), last)
    assert reason(blocks(body, head), last) == ""


@pytest.mark.parametrize("written", ["", "{", '{"@type": "Article", "articleBody": 5}', "[" * 9999])
def test_linked_data_that_cannot_be_read_says_nothing(written: str) -> None:
    said = Said()
    said.add_data(written)
    assert said == Said()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("a" * 19, False), ("a" * 20, True), ("灯" * 6, False), ("灯" * 7, True)],
)
def test_twenty_letters_stand_in_a_text_by_no_accident(text: str, wanted: bool) -> None:
    assert is_long(plain(text)) is wanted


CAPTION = "The tower stands on the outer reef since a storm took the first one"


@pytest.mark.parametrize(
    "box",
    [
        "<div class=pic><img src=a><div class=under>{}</div></div>",
        "<div><a href=/big><img src=a></a><p class=z>{}</p></div>",
        "<table><tr><td><img src=a><br><font size=1>{}</font></td></tr></table>",
        "<dl><dt><img src=a></dt><dd>{}</dd></dl>",
    ],
)
def test_words_under_a_picture_are_not_furniture(box: str) -> None:
    found = blocks(article(among=box.format(CAPTION)))
    assert not reason(found, CAPTION).startswith("!")


def test_who_made_a_picture_is_left_to_the_translation() -> None:
    box = (
        f"<div class=pic><img src=a><p class=c>{CAPTION}</p><p class=d>Ann Weaver / Echo</p></div>"
    )
    found = blocks(article(among=box))
    assert (reason(found, CAPTION), reason(found, "Ann Weaver")) == ("", "label")


def test_a_note_behind_the_article_is_left_to_the_translation() -> None:
    note = (
        "<div class=asks><h2>Go on reading</h2><button>Pay</button><button>Sign in</button></div>"
        "<div class=note id=n1><a href=#r1>1</a><div><p>The keeper disagrees.</p></div></div>"
    )
    body = article(among="<p>They are proud of it.<a id=r1 href='#n1'>1</a> So am I.</p>") + note
    assert not reason(blocks(body), "The keeper disagrees").startswith("!")
    assert reason(blocks(article() + note), "The keeper disagrees").startswith("!")


def test_a_list_beside_the_paragraphs_is_left_to_the_translation() -> None:
    listed = "<h3>Named here</h3><ul><li><a href=/1>A Diary</a>, a book for keepers</li></ul>"
    found = blocks(article(behind=listed))
    assert not reason(found, "A Diary").startswith("!")
    assert not reason(found, "Named here").startswith("!")


def test_a_heading_with_a_button_beside_it_is_one() -> None:
    heading = "<div class=h><h2>The ceremony</h2><span>[<a href=/e>edit</a>]</span></div>"
    found = blocks(article(among=heading))
    assert reason(found, "The ceremony") == ""
    assert reason(found, "edit")


def test_a_mark_in_brackets_over_the_line_is_none_of_the_words() -> None:
    found = blocks(article(among="<p>They are proud of it.<sup><a>[2]</a></sup> So am I.</p>"))
    assert reason(found, "They are proud of it. So am I.") == ""


def test_a_caption_between_the_title_and_the_article_is_text() -> None:
    picture = f"<div class=pic><a href=/big><img src=a></a><p class=c>{CAPTION}</p></div>"
    rest = "".join(f"<p>{each}</p>" for each in TEXT * 2)
    found = blocks(f"<h1>The lighthouse of Marn</h1>{picture}<div class=x>{rest}</div>")
    assert reason(found, CAPTION) == ""


def test_a_sentence_beside_a_paragraph_of_the_article_is_left_to_the_translation() -> None:
    """The list is the smallest element that holds most of the text."""
    items = "".join(f"<li>{each}</li>" for each in TEXT)
    body = f"<main><h1>Soup of Marn</h1><p>{TEXT[0]}</p><ol>{items}</ol><p>Have fun!</p></main>"
    assert not reason(blocks(body), "Have fun").startswith("!")


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Weaver · <time>3 May 2025</time>",
        "By Ann Weaver · 3 May 2025 · 5 minutes to read",
    ],
)
def test_the_name_beside_a_portrait_of_the_author_is_no_caption(line: str) -> None:
    byline = f"<div class=q><img src=a><span>{line}</span></div>"
    rest = "".join(f"<p>{each}</p>" for each in TEXT)
    head = f"<header><h1>The lighthouse of Marn</h1>{byline}</header>"
    found = blocks(f"<article>{head}<div class=x>{rest}</div></article>")
    assert reason(found, "Ann Weaver")
