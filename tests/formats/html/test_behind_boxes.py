"""The text of an article goes on behind a box that asks something of the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats

BEGUN = (
    "<p>The old bridge over the river Oss was closed in March, after an inspector had found cracks "
    "in two of its piers.</p><p>The town council has now voted to spend four million crowns on its "
    "repair, and work will begin in May.</p><p>Mayor Lena Brook said that the money comes from a "
    "fund which the province set up after the floods.</p>"
)
ASKS = (
    "<div class=paywall><h3>Read on with a subscription</h3><form><button>Choose</button></form>"
    "</div>"
)
GIFT = (
    "<aside class=donate><p>Our work is free for all: please give.</p><a href=/g>Give</a></aside>"
)
HEADING = "What comes next"
SHORT = ["The council meets again on Tuesday.", "Three firms have sent offers."]
BEHIND = f"<h2>{HEADING}</h2>" + "".join(f"<p>{each}</p>" for each in SHORT)


def kept(behind: str, box: str = ASKS, name: str = "article") -> list[str]:
    """What is kept behind the box, of all that stands there."""
    page = (
        "<title>Old bridge to be repaired</title><header><a href=/>The Oss Post</a></header>"
        f"<{name}><h1>Old bridge to be repaired</h1><div class=start>{BEGUN}</div>{box}{behind}"
        f"</{name}><footer><p>All rights are ours.</p></footer>"
    )
    blocks = formats.read_bytes(Path("page.html"), page.encode()).blocks
    texts = [block.text for block in blocks if not block.chrome and not block.reason]
    return texts[texts.index(next(text for text in texts if text.startswith("Mayor"))) + 1 :]


@pytest.mark.parametrize("box", [ASKS, GIFT, ""])
@pytest.mark.parametrize("name", ["article", "main", "div"])
@pytest.mark.parametrize("around", ["<div>{}</div>", "<div class=paywalled-content>{}</div>", "{}"])
def test_a_heading_and_two_sentences_behind_it_are_text(box: str, name: str, around: str) -> None:
    assert [HEADING, *SHORT] == [
        text for text in kept(around.format(BEHIND), box, name) if text in (HEADING, *SHORT)
    ]


def test_a_heading_over_a_paragraph_that_is_text_is_text() -> None:
    long = (
        "The council meets again on Tuesday to choose a builder, and three firms have sent offers."
    )
    assert kept(f"<div><h2>{HEADING}</h2><p>{long}</p></div>")[-2:] == [HEADING, long]


@pytest.mark.parametrize(
    "behind",
    [
        f"<div class=author-bio>{BEHIND}</div>",
        f"<div>{BEHIND}<form><input><button>Send</button></form></div>",
        f"<aside>{BEHIND}</aside>",
        f"<div><h2><a href=/x>{HEADING}</a></h2><p>{SHORT[0]}</p></div>",
        f"<div><h2>{HEADING}</h2><p>{SHORT[0]}</p></div>",
        f"<div><h2>{HEADING}</h2></div>",
    ],
)
def test_what_else_speaks_against_holds(behind: str) -> None:
    assert HEADING not in kept(behind)


def test_what_stands_outside_the_article_is_none_of_it() -> None:
    assert HEADING not in kept(f"</article><div>{BEHIND}</div><article>")
