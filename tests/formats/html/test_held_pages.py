"""How drawn pages of all kinds of parts are read, block by block, and what an edit writes.

`held_pages.txt` has for each page every block with its role and why it is no text, sums of all the
evidence, and the markup around an edit: no condition of the reading changes by a slip. After a
change on purpose: HELD=write pytest tests/formats/html/test_held_pages.py
"""

from __future__ import annotations

import math
import os
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.html.evidence import headline
from reviewer.formats.html.features import Evidence
from reviewer.formats.html.page import not_read
from reviewer.formats.html.walk import Walk

TABLE = Path(__file__).with_name("held_pages.txt")
PAGES = 60

SENTENCES = (
    "The bridge over the Tarn was closed in March, since two of its piers had deep cracks.",
    "Nobody was hurt.",
    "“We knew of it for years,” said Ada Lund, who keeps the ferry below the mill.",
    "It cost 4.2&nbsp;million euros<sup>3</sup>, more than 10<sup>6</sup> had been set aside.",
    "H<sub>2</sub>O ran through the <em>old</em> <b>joints</b> all winter, and ice did the rest.",
    "Read <a href='/ice'>what ice does to mortar</a> before you blame the masons of 1833.",
    "Was it too late?<a href='#fn1' class='footnote-ref'>1</a>",
    "Das Wasser stieg bis auf drei Meter, und niemand durfte mehr hinüber.",
    "桥在三月关闭，因为两个桥墩出现了裂缝。",
    "See also: <a href='https://example.org'>example.org</a>",
    "5 May 2024 | 10:12",
    "By Ann Weaver",
    "<a href='/a'>Ferry</a> <a href='/b'>Mill</a> <a href='/c'>Town hall</a>",
    "<code>x = 1</code> and <kbd>Enter</kbd><br>on a line<br/> of its own",
    "<span hidden>Unseen words here.</span>Seen words <span style='display:none'>not</span> here.",
    "<img src='x.png' alt='A pier'> The pier in <i>April</i>: 12:30, 3,5&nbsp;m.",
)
CLASSES = (
    "", "", "", "article-body", "entry-content", "teaser", "share-buttons", "newsletter",
    "comment", "sidebar widget", "author-bio", "related", "d-none d-md-block", "hidden",
    "sr-only", "breadcrumb", "cookie-consent", "ad banner", "tags", "post-meta date", "gone",
    "narrow", "caption", "MsoNormal", "kicker",
)  # fmt: skip
SHEET = (
    ".gone { display: none } @media (max-width: 600px) { .narrow { display: none } }"
    "@media print { .kicker { display: none } } @media screen and (min-width: 40em) {"
    " .caption { visibility: hidden } .caption b { visibility: visible } }"
    " #menu > li { display: none !important } p.tags:not(.x), .post-meta { opacity: 0 }"
)


class Draw:
    """Draws one page."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"page {seed}")

    def one(self, *of: str) -> str:
        return self.dice.choice(of)

    def attributes(self) -> str:
        kind = self.one(*CLASSES)
        more = self.one(
            *[""] * 12, " style='display:none'", " hidden", " role='navigation'",
            " aria-hidden='true'", " id='menu'", " dir='rtl'", " style='visibility: hidden'",
            " role='dialog'", " translate='no'",
        )  # fmt: skip
        return (f" class='{kind}'" if kind else "") + more

    def words(self) -> str:
        return " ".join(self.dice.choices(SENTENCES, k=self.dice.choice((1, 1, 2, 3))))

    def label(self) -> str:
        return self.one(
            "Share", "Read more", "3 comments", "Older posts »", "Home · News · Sport", "12 likes",
            "Related stories", "Sign up for our letter", "Filed under: Rivers", "Loading…",
            "<a href='/1'>One</a>", "Advertisement", "Questions and answers", "What now?",
        )  # fmt: skip

    def part(self, depth: int = 0) -> str:
        more = range(self.dice.choice((1, 2, 3)) if depth < 3 else 0)
        inner = "".join(self.part(depth + 1) for _ in more)
        box = self.one("div", "div", "section", "article", "aside", "nav", "header", "footer")
        kinds = [f"<p{self.attributes()}>{self.words()}</p>"] * 9
        kinds += [f"<h{self.one('2', '3', '4')}{self.attributes()}>{self.label()}</h3>"] * 2
        kinds += [f"<p>{self.label()}</p>", f"<div{self.attributes()}>{self.words()}</div>"]
        kinds += [self.listed(), self.table(), self.asking(), self.talk(), self.odd()]
        kinds += [f"<{box}{self.attributes()}>{inner}</{box}>"] * (4 * bool(inner))
        return self.dice.choice(kinds)

    def listed(self) -> str:
        name = self.one("ul", "ol", "ol start='5'", "ol type='a'", "ol reversed", "ol type='I'")
        of = self.one("<a href='/{n}'>Story {n}</a>", "{w}", "{w}<ul><li>{l}</li></ul>", "{l}")
        items = (
            f"<li{self.one('', '', ' value=9')}>{of.format(n=n, w=self.words(), l=self.label())}"
            for n in range(1, 5)
        )
        return f"<{name}>{''.join(items)}</{name.split()[0]}>"

    def table(self) -> str:
        rows = "".join(
            f"<tr><th>{self.label()}</th><td>{self.dice.randrange(90)}</td><td>{self.words()}</td>"
            for _ in range(2)
        )
        return f"<table><caption>{self.label()}</caption>{rows}</table>"

    def asking(self) -> str:
        field = self.one("<input type='email'>", "<button>Send</button>", "<textarea></textarea>")
        return f"<form{self.attributes()}><p>{self.words()}</p>{self.label()} {field}</form>"

    def talk(self) -> str:
        said = "".join(
            f"<li><b>{name}</b> <span>{n} May 2024 at 1{n}:12</span><p>{self.words()}</p></li>"
            for n, name in enumerate(("Ann", "Bob", "Carla", "Dora"), 1)
        )
        return f"<h3>{self.one('4 comments', '9 comments', 'Answers')}</h3><ol>{said}</ol>"

    def odd(self) -> str:
        return self.one(
            "<details><summary>More of it</summary><p>It opens by a click.</p></details>",
            "<noscript><p>Please switch scripts on.</p></noscript>",
            "<script>var x = '<p>No text.</p>';</script>",
            "<template><p>Not seen.</p></template>",
            "<dl><dt>Pier</dt><dd>What a bridge stands on.</dd></dl>",
            "<blockquote><p>“So be it.”</p><cite>Tom Reyes</cite></blockquote>",
            "<pre>  two\n  lines</pre>",
            "<figure><img alt='x'><figcaption>The pier in May.</figcaption></figure>",
            "<p id='fn1'><a href='#ref1'>↩</a> A note on masons.</p>",
            "Text in no element at all. <hr> And more of it",
            "<math><mi>a</mi><mo>+</mo><mn>2</mn></math>",
            "<select><option>One</option></select>",
            "<p>E&eacute; &amp; &#8211; &lt;b&gt;</p>",
        )

    def page(self) -> str:
        title = self.one("The bridge is closed", "News", "The bridge is closed – Tarn Daily")
        head = f"<title>{title}</title><style>{SHEET}</style>"
        top = f"<h1{self.attributes()}>{self.one('The bridge is closed', 'Tarn Daily')}</h1>"
        body = [self.part() for _ in range(self.dice.choice((2, 5, 9)))]
        text = "".join(f"<p>{self.words()}</p>" for _ in range(self.dice.choice((0, 3, 6))))
        main = self.one("main", "article", "div class='content'", "div")
        body.insert(len(body) // 2, f"<{main}>{top}{text}{self.part()}</{main.split()[0]}>")
        return f"<html lang='{self.one('en', 'de')}'><head>{head}</head><body>{''.join(body)}"


def alike(one: str, other: str) -> int:
    """How many letters at the beginning of both are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (left, right) in pairs if left != right), min(len(one), len(other)))


def lines(number: int) -> Iterator[str]:
    source = Draw(number).page()
    document = formats.read_bytes(Path("page.html"), source.encode())
    told = " ".join(
        f"{block.role[:4]}{block.level or ''}{block.mark}{'!' * block.chrome}{block.reason}"
        f":{len(block.text)}"
        for block in document.blocks
    )
    yield f"{number} {document.language} | {told} | {not_read(document) or ''}"
    found = Walk(source, keep_mappings=False).found
    yield f"{number} places | {' '.join(block.place for block in document.blocks)}"
    seen = Evidence(found, headline(found))
    sums: defaultdict[str, float] = defaultdict(float)
    for index in range(len(found)):
        for name, value in seen.of(index):
            sums[name] += value * math.cos(index)
    yield f"{number} evidence | {' '.join(f'{n} {sums[n]:.2f}' for n in sorted(sums))}"
    dice = random.Random(number)
    long = [n for n, block in enumerate(document.blocks) if len(block.text) > 12]
    for index in dice.sample(long, min(3, len(long))):
        size = len(document.blocks[index].text)
        start = dice.randrange(size)
        end = dice.randrange(start, size + 1)
        edit = TextEdit(index, Span(start, end), dice.choice(("", "new & <old>", " ")))
        new = formats.edited_bytes(document, [edit]).decode()
        same = alike(source, new)
        rest = alike(source[same:][::-1], new[same:][::-1])
        gone, came = source[same : len(source) - rest], new[same : len(new) - rest]
        yield f"{number} edit {index} {start}-{end} | {gone!r} → {came!r}"


def test_they_are_read_as_before() -> None:
    found = [line for number in range(PAGES) for line in lines(number)]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").splitlines()
