"""Short lines that name something and say nothing are left to the translation."""

from __future__ import annotations

import pytest

from tests.formats.html.test_html_told import TEXT, article, blocks, reason

AMONG = {
    "an advertisement": ("<div class=k><span>Advertisement</span></div>", "Advertisement"),
    "in Arabic": ("<div class=k><span>إعلان</span></div>", "إعلان"),
    "in Hindi": ("<div class=k>विज्ञापन</div>", "विज्ञापन"),
    "stars": ("<div class=k>★★★★★</div>", "★"),
    "the time of a message": ("<div class=k>14.52 GMT</div>", "14.52"),
    "a time element": ("<div class=k><time>3d ago 14.52</time></div>", "3d ago"),
    "who wrote it": ("<div class=k>By <a rel=author href=/a>Ann Weaver</a></div>", "Ann"),
    "who wrote it, in a property": (
        "<div class=k>Von <span itemprop=author>Ann Weaver-Holm</span></div>",
        "Ann",
    ),
}


@pytest.mark.parametrize("name", AMONG)
def test_a_label_among_paragraphs_is_left_to_the_translation(name: str) -> None:
    html, text = AMONG[name]
    assert reason(blocks(article(among=html)), text)


KEPT = {
    "a heading": "<h3>Proud</h3>",
    "a paragraph like the others": "<p>Proud</p>",
    "a short sentence": "<div class=k>Proud.</div>",
    "a figure": "<div class=k>Proud 97</div>",
    "the title of a box": f"<div class=k><div class=t>Proud</div><p>{TEXT[0][:-1]} too.</p></div>",
    "facts in a box": "<div><div class=t>Proud</div><div class=v>Marn</div></div>",
    "a line of code": "<pre class=k>Proud</pre>",
    "an item": "<ul><li>Proud</li></ul>",
    "how long it takes": "<div class=k><b>For</b> <time itemprop=cookTime>Proud 9 min</time></div>",
}


@pytest.mark.parametrize("name", KEPT)
def test_what_may_be_text_is_no_label(name: str) -> None:
    assert reason(blocks(article(among=KEPT[name])), "Proud") == ""


@pytest.mark.parametrize(("times", "is_one"), [(2, False), (3, True)])
def test_a_line_that_stands_there_three_times_is_a_label(times: int, is_one: bool) -> None:
    again = "<div class=k>Ann Weaver of the Prairie News</div>"
    parts = "".join(f"<p>{text}</p>{again * (at < times)}" for at, text in enumerate(TEXT))
    found = [each for each in blocks(f"<h1>Tower</h1>{parts}") if "Ann" in each.text]
    assert {bool(each.reason) for each in found} == {is_one}


@pytest.mark.parametrize(("sources", "is_list"), [(2, False), (3, True)])
def test_a_list_of_sources_is_left_to_the_translation(sources: int, is_list: bool) -> None:
    names = ["Hale, Slate. 1979.", "Orme, Bridges. 2004.", "Venn, Trout. 1951."][:sources]
    items = "".join(f"<li><cite>{name}</cite></li>" for name in names)
    found = blocks(article(among=f"<ol>{items}</ol>"))
    assert all(bool(reason(found, name)) is is_list for name in names)


def test_names_of_languages_are_left_to_the_translation() -> None:
    items = "<li><a lang=cy>Cymraeg</a></li><li><a hreflang=fr href=/fr>Français</a></li>"
    found = blocks(article(among=f"<ul>{items}</ul>"))
    assert reason(found, "Cymraeg")
    assert reason(found, "Français")


def test_a_bold_paragraph_that_is_a_link_sends_away() -> None:
    among = "<p><strong><a href=/n>READ ALSO: Bridge closed until spring</a></strong></p>"
    assert reason(blocks(article(among=among)), "READ ALSO")


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=author content='Ann Weaver'>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
        '[{"@type": "Person", "name": "Ann Weaver"}]}</script>',
    ],
)
def test_a_line_with_the_author_that_the_head_tells_is_a_label(head: str) -> None:
    line = "<div class=k>By Ann Weaver, our correspondent on the coast of Marn</div>"
    assert reason(blocks(article(among=line), head), "By Ann Weaver") == "label"
    assert reason(blocks(article(among=line)), "By Ann Weaver") == ""


@pytest.mark.parametrize(("times", "is_one"), [(1, False), (2, True)])
def test_a_caption_that_stands_there_twice_says_who_took_the_pictures(
    times: int, is_one: bool
) -> None:
    figure = "<figure><figcaption>Ann Weaver of the Prairie News</figcaption></figure>"
    found = [each for each in blocks(article(among=figure * times)) if "Ann" in each.text]
    assert {bool(each.reason) for each in found} == {is_one}


def test_what_scripts_make_a_button_of_is_a_link() -> None:
    among = "<div class=k><a class=p>Print</a> <a class=q>Save the recipe</a></div>"
    assert reason(blocks(article(among=among)), "Print")
    among = "<div class=k><a name=p>Print what you want to keep for later</a></div>"
    assert reason(blocks(article(among=among)), "Print") == ""
