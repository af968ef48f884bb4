"""Which heading of a page is the title of its article, and the prose that begins under it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document
from reviewer.formats.html.features import Evidence
from reviewer.formats.html.kept import begin_under_title
from reviewer.formats.html.walk import Walk
from reviewer.text.furniture import mark_furniture
from reviewer.text.segments import segments

TEASER = (
    "<div class=story><h3><a href=/{n}>The ferry number {n} sails again</a></h3><p>The ferry "
    "number {n} to the island goes every hour from the harbour again, the company said.</p></div>"
)
TEASERS = "".join(TEASER.format(n=n) for n in range(12))
SHORT = "The old lighthouse of Marn opens to visitors on Saturday after six years of repairs."
NEXT = "Nobody was hurt."


def read(page: str, language: str = "en") -> Document:
    whole = f"<html lang={language}>{page}"
    return formats.read_bytes(Path("page.html"), whole.encode())


def title(page: str, language: str = "en") -> str:
    return next(b.text for b in read(page, language).blocks if b.role == "title" and not b.chrome)


def kept(page: str, language: str = "en") -> list[str]:
    document = read(page, language)
    marked = mark_furniture([document], [segments(document, "s")])[0]
    return [segment.text for segment in marked if segment.kind != "furniture"]


@pytest.mark.parametrize(
    ("window", "headings", "wanted"),
    [
        ("Leuchtturm wieder offen | Möwe", "<h1>Möwe</h1><h2>Leuchtturm wieder offen</h2>", "L"),
        ("Möwe » Leuchtturm wieder offen", "<h1>Möwe</h1><h2>Leuchtturm wieder offen</h2>", "L"),
        ("Leuchtturm offen - Möwe", "<h1>Möwe</h1><h3><a href=/x>Leuchtturm offen</a></h3>", "L"),
        (
            "Leuchtturm wieder offen | Möwe",
            "<h1>Möwe</h1><h2>Leuchtturm wieder\u00a0offen</h2>",
            "L",
        ),
        ("Маяк снова открыт — Чайка", "<h1>Чайка</h1><h2>Маяк снова открыт</h2>", "М"),
        ("灯塔重新开放参观 | 海鸥", "<h1>海鸥</h1><h2>灯塔重新开放参观</h2>", "灯"),
        ("Leuchtturm wieder offen | Möwe", "<h1>Leuchtturm wieder offen</h1><h2>Möwe</h2>", "L"),
        ("Möwe", "<h1>Ein Turm</h1><h2>Leuchtturm offen</h2>", "E"),
        ("Turm offen | Möwe", "<h1>Möwe</h1><h2>Turm offen</h2><h2>Turm offen</h2>", "M"),
        ("Leuchtturm offen | Möwe", "<h1>Möwe</h1><h4>Leuchtturm offen</h4>", "M"),
    ],
)
def test_a_site_name_gives_way_to_what_the_window_names(
    window: str, headings: str, wanted: str
) -> None:
    text = "".join(f"<p>{SHORT} {n}.</p>" for n in range(3))
    page = f"<title>{window}</title><body>{headings}{text}"
    assert title(page, "de").startswith(wanted)


@pytest.mark.parametrize(
    "above",
    [
        "",
        "<p>5 May 2024</p>",
        "<p class=by>By Ann Weaver</p>",
        "<p><a href=/x>Ann Weaver</a></p><p>5 May 2024</p>",
        "<div class=share><h3>Follow us</h3><p><a href=/t>T</a></p></div>",
    ],
)
def test_the_prose_under_the_title_is_the_article_however_short(above: str) -> None:
    article = f"<div class=x><h1>Lighthouse</h1>{above}<p>{SHORT}</p><p>{NEXT}</p></div>"
    page = f"<title>Lighthouse</title><body>{article}<div class=y>{TEASERS}</div>"
    assert {SHORT, NEXT} <= set(kept(page))


def kept_under_title(article: str) -> bool:
    """Whether the rule keeps SHORT where all else was decided against it."""
    found = Walk(f"<body><div class=x><h1>Lighthouse</h1>{article}</div>{TEASERS}").found
    at = next(n for n, each in enumerate(found) if each.block.text == SHORT)
    reasons, marks = ["outside"] * len(found), [""] * len(found)
    marks[at] = next((node.mark for node in found[at].node.up() if node.mark), "")
    begin_under_title(found, marks, 0, Evidence(found, 0), reasons, {})
    return reasons[at] == ""


@pytest.mark.parametrize("box", ["aside", "nav", "footer", "div hidden", "div class=newsletter"])
def test_what_is_marked_under_the_title_is_left_as_it_was(box: str) -> None:
    assert not kept_under_title(f"<{box}><p>{SHORT}</p></{box.split()[0]}>")
    assert kept_under_title(f"<section><p>{SHORT}</p></section>")
    assert kept_under_title(f"<form><p>{SHORT}</p></form>")


@pytest.mark.parametrize(("between", "is_kept"), [(4, True), (5, True), (6, False)])
def test_the_text_begins_near_the_title(between: int, is_kept: bool) -> None:
    lines = "".join(f"<p>Item {n}</p>" for n in range(between))
    assert kept_under_title(f"{lines}<p>{SHORT}</p>") is is_kept


def test_a_heading_between_ends_what_stands_under_the_title() -> None:
    assert not kept_under_title(f"<h2>More of it</h2><p>{SHORT}</p>")


def test_a_box_between_the_title_and_the_text_is_no_beginning() -> None:
    ask = "<p>Get the best stories of the week by mail, every Friday morning, for nothing.</p>"
    box = f"<div class=x>{ask}<input type=email><button>Send</button></div>"
    text = "".join(f"<p>{SHORT[:-1]}, part {n}.</p>" for n in range(5))
    page = f"<title>Lighthouse</title><body><h1>Lighthouse</h1>{box}<article>{text}</article>"
    assert [each[:3] for each in kept(page)] == ["Lig", *["The"] * 5]


def test_a_form_around_the_title_asks_nothing() -> None:
    form = f"<form><h1>Lighthouse</h1><p>{SHORT}</p><p>{SHORT[:-1]} again.</p><input type=text>"
    assert SHORT in kept(f"<title>Lighthouse</title><body>{form}</form>")


SHORT_ARTICLES = {
    "ja": ["灯台が再開した。", "修理には六年かかった。", "入場料は九ユーロだ。"],
    "zh": ["灯塔重新开放了。", "修理花了六年时间。", "门票九欧元。"],
    "ko": ["등대가 다시 열렸다.", "수리에는 육 년이 걸렸다.", "입장료는 구 유로다."],
    "en": ["The lighthouse opens again.", "Repairs took six years.", "Tickets cost nine euros."],
    "ar": ["أعيد افتتاح المنارة.", "استغرق الإصلاح ست سنوات.", "سعر التذكرة تسعة يورو."],
    "uk": ["Маяк знову відкрито.", "Ремонт тривав шість років.", "Квиток коштує дев’ять євро."],
}
COOKIES = "This site uses cookies so that it works as you expect, and it tells nobody else of you."


@pytest.mark.parametrize("language", SHORT_ARTICLES)
@pytest.mark.parametrize(
    "box",
    [
        "div class='layout has-sidebar'",
        "section class=related",
        "div id=newsletter",
        "div class=menu",
        "div class=share",
        "main class=banner",
        "article class=promo",
        "aside",
        "form",
        "header",
    ],
)
def test_what_holds_the_title_is_the_article_whatever_it_is_called(box: str, language: str) -> None:
    text = SHORT_ARTICLES[language]
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in text)
    article = f"<{box}><h1>{text[0][:-1]}</h1>{paragraphs}</{box.split()[0]}>"
    footer = f"<footer><p>{COOKIES}</p><p>{COOKIES} So it is.</p></footer>"
    page = f"<title>{text[0][:-1]} | Marn</title><body>{article}{footer}"
    assert set(text) <= set(kept(page, language))


@pytest.mark.parametrize("box", ["div hidden", "dialog", "footer", "noscript"])
def test_a_title_makes_no_text_of_what_is_hidden_or_stands_over_the_page(box: str) -> None:
    notice = f"<{box}><h1>Lighthouse</h1><p>{COOKIES}</p></{box.split()[0]}>"
    text = "".join(f"<p>{SHORT[:-1]}, part {n}.</p>" for n in range(5))
    page = f"<title>Lighthouse</title><body><main>{text}</main>{notice}"
    assert COOKIES not in kept(page)


@pytest.mark.parametrize(
    ("window", "heading"),
    [
        ("The lighthouse opens", "<h2>The lighthouse opens</h2>"),
        ("The lighthouse opens | News from Marn and from all the coast", "<h2>{}</h2>"),
        ("Marn Daily, the paper of the coast: The lighthouse opens", "<p><b>{}</b></p>"),
        ("Marn Daily, the paper of all the coast » The lighthouse opens", "<h3>{}</h3>"),
        ("The lighthouse opens – News – The paper of the coast – Marn", "<div>{}</div>"),
    ],
)
@pytest.mark.parametrize("name", ["page.html", "page.mhtml"])
def test_the_windows_title_is_not_said_twice(window: str, heading: str, name: str) -> None:
    text = "".join(f"<p>{SHORT[:-1]}, part {n}.</p>" for n in range(3))
    page = f"<title>{window}</title><body>{heading.format('The lighthouse opens')}{text}"
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
    part = f"{head}Content-Type: text/html; charset=utf-8\n\n{page}\n--B--\n"
    data = (part if name.endswith(".mhtml") else page).encode()
    blocks = formats.read_bytes(Path(name), data).blocks
    assert [b.text for b in blocks if not b.chrome].count("The lighthouse opens") == 1
    assert [b.reason for b in blocks if b.text == window and b.role == "title"] == ["window"]


@pytest.mark.parametrize("window", ["The lighthouse opens", "Marn: all that is new | The paper"])
def test_a_windows_title_that_no_block_says_is_the_title(window: str) -> None:
    text = "".join(f"<p>{SHORT[:-1]}, part {n}.</p>" for n in range(3))
    assert title(f"<title>{window}</title><body><h2>Marn</h2>{text}") == window
