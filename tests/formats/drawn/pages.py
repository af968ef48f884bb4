"""Small web pages, drawn from all that the reader knows of markup and of styles. How whole articles
are told from what stands around them: tests/formats/html/test_held_pages.py."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer import formats
from reviewer.domain import Document
from reviewer.formats.errors import FormatError

WORDS = (
    "The ferry sank.", "It cost 5 crowns", "he rowed on, and on, and on", "A &amp; B &lt;c", "I",
    "x&#228;y", "Nobody came: ", "2", "Pier 12", "“So be it,” she said.", "  two\n spaces ", "10",
    "桥在三月关闭。", "soft&shy;hy\u200bphen", "in the town by the river", "5&nbsp;km",
    "AT&T &copy",
    "<b>Bold all of it</b>", "More.<span>Than that</span>", "&#8203;", "a < b & c",
)  # fmt: skip
HIDING = (
    "display: none", "display: none !important", "display: block", "display:inline-flex",
    "display: contents", "visibility: hidden", "visibility: collapse", "visibility: visible",
    "opacity: 0", "opacity: .0", "opacity: 1", "opacity: 0; transition: 1s", "font-size: 0",
    "font-size: 1px", "font-size: 2em", "font: 0/0 a", "color: transparent", "color: rgba(0,0,0,0)",
    "color: #fff; background: white", "color: #fff; background: #eee", "color: #11223300",
    "color: red", "text-indent: -999px", "text-indent: -998px", "text-indent: -99em",
    "text-indent: 100%; white-space: nowrap; overflow: hidden", "zoom: 0",
    "height: 0; overflow: hidden", "height: 0", "max-height: 0; overflow-y: clip",
    "width: 1px; height: 1px; overflow: hidden", "width: 1px; height: 2px; overflow: hidden",
    "height: 0; overflow: hidden; padding-top: 50%", "position: absolute; left: -9999px",
    "position: absolute; top: -998px", "left: -9999px", "margin-left: -9999px",
    "clip: rect(0 0 0 0); position: absolute", "clip: rect(1px, 1px, 2px, 1px); position: fixed",
    "clip: rect(0,0,0,0)", "clip-path: inset(50%)", "clip-path: inset(49%)",
    "clip-path: circle(0)", "transform: scale(0)", "transform: translateX(-9999px)",
    "transform: translate(-10px, -10px)", "content-visibility: hidden", "mso-hide: all",
    "vertical-align: super", "vertical-align: sub", "font-weight: 700", "font-weight: 500",
)  # fmt: skip
SELECTORS = (
    ".a", ".a", ".b", "#c", "p", "div.a", "p > .b", "div .a", ".a + .b", ".a ~ p", "p.a.b",
    ".b:not(.a)", ".a:hover", ":is(.a, .b) span", "[data-x]", "[data-x=y]", "[data-x^=y]", "*",
    "section .a .b", "li", ".a, .b", "span.a", "h2 + p", "div > p + p",
)  # fmt: skip
MEDIA = (
    "{}", "{}", "{}", "{}", "@media print {{ {} }}",
    "@media screen and (min-width: 600px) {{ {} }}",
    "@media (max-width: 1280px) {{ {} }}", "@media (width < 1280px) {{ {} }}",
    "@media not all and (hover) {{ {} }}", "@supports (display: grid) {{ {} }}",
    "@supports not (x: y) {{ {} }}", "/* x */ {} <!-- -->", "div {{ & {} }}", "@font-face {{ {} }}",
    "@media (600px <= width <= 1280px), print {{ {} }}", "@layer x {{ {} }}",
)  # fmt: skip
CLASSES = ("", "", "", "a", "b", "a b", "hidden", "sr-only", "d-none d-md-block", "faq", "MsoTitle",
           "MsoListParagraphCxSpFirst", "katex-mathml", "fade", "modal hide",
           "subtitle")  # fmt: skip
OTHERS = (
    *[""] * 14, " id=c", " hidden", " hidden='until-found'", " data-x=y", " data-x='yz'",
    " aria-hidden=true", " role=tabpanel hidden", " data-aos='x' style='opacity:0'",
    " style='{}'", " style='{}'", " style='{}'",
)  # fmt: skip
BLOCKS = ("p", "p", "p", "div", "div", "section", "h1", "h2", "h3", "li", "td", "blockquote", "dt",
          "dd", "figcaption", "pre", "x-box", "button", "summary", "address",
          "caption")  # fmt: skip
INLINE = ("span", "span", "b", "i", "em", "a href='/x'", "a href='#n'", "a id=m href='#c'", "sup",
          "sub", "code", "kbd", "s", "del", "ins", "q", "font", "label for=c", "a name=n",
          "div style='display:inline'", "strong", "noscript", "ruby", "mark")  # fmt: skip
FORMULAS = (
    "<mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac>",
    "<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "<msup><mi>x</mi><mn>2</mn></msup>",
    "<msub><mi>x</mi><mi>k</mi></msub>",
    "<msup><mn>10</mn><mrow><mo>-</mo><mn>3</mn></mrow></msup>",
    "<msqrt><mi>y</mi></msqrt>", "<msqrt><mi>y</mi><mo>+</mo><mn>1</mn></msqrt>",
    "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "<mtext>if so</mtext>", "<mn>3.5</mn>",
    "<semantics><mi>z</mi><annotation>zed</annotation></semantics>",
    "<mroot><mi>x</mi><mn>3</mn></mroot>",
    "<msup><mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow><mi>n</mi></msup>",
)  # fmt: skip
ODD = (
    "<br>", "<br/><br>", "<hr>", "<img src=x alt='A pier'>", "<input value=no>", "<wbr>",
    "<script>var x = '<p>No.</p>'</script>", "<template><p>Not seen.</p></template>",
    "<svg><title>No</title><text>no</text></svg>", "<svg><p>Out of it.</p>",
    "<noscript><p>Please switch scripts on.</p></noscript>", "<select><option>One</select>",
    "<textarea>Typed</textarea>", "<dialog>Shut.</dialog>", "<dialog open>Open.</dialog>",
    "<button aria-controls=c>Open</button>", "<details><summary>More</summary>Inside.</details>",
    "<![if !supportLists]><span>1.</span><![endif]>", "<!-- a remark -->", "</p>", "</div>", "</b>",
    "<span style='mso-list:Ignore'>2.<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span>"
    "</span>", "<sup><a href='#cite1'>[12]</a></sup>", "<a href='#fn1' class=footnote>3</a>",
    "<a href='#n'>4</a>", "<a href='#cmnt_ref1'>[a]</a>", "<p class=MsoCommentText>Ann: why?</p>",
    "<span class=MsoCommentReference>[A1]</span>", "<p>unclosed <p>twice", "<form><form>In.</form>",
    "<ruby>字<rp>(</rp><rt>ji</rt></ruby>", "<iframe>x</iframe>", "<p>", "<div>",
    "<h2>Ended</h4>",
    "<table><tr><td>one<td>two<tr><th>three</table>", "<div id=c hidden>Opened.</div>",
    "<table><caption>Under it</caption><tr><td><p>in a cell</table>", "<x-y>Its own</x-y>",
    "<h3>What? <button>+</button></h3><div hidden>The answer.</div>",
    "<div role=tab aria-expanded=false>One</div><div style='display:none'>Behind it.</div>",
)  # fmt: skip
LISTS = ("ul", "ol", "ol start=5", "ol type=a", "ol type=I start=4", "ol reversed", "menu",
         "ol style='list-style: none'", "ol type=i start=-2", "ol type=A start=27")  # fmt: skip
HEADS = (
    "", "<title>The ferry</title>", "<title>The ferry – Tarn Daily</title>",
    "<meta name=generator content='LibreOffice 7'>",
    "<meta http-equiv=content-language content=de>",
    "<meta charset=utf-8>", "<title>a &amp; b</title>", "<meta name=generator content=Hugo>",
)  # fmt: skip


class Draw:
    """Draws one page."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"markup {seed}")
        self.one = self.dice.choice

    def attributes(self) -> str:
        kind, more = self.one(CLASSES), self.one(OTHERS)
        return (f" class='{kind}'" if kind else "") + more.format(self.one(HIDING))

    def sheet(self) -> str:
        rules = (
            self.one(MEDIA).format(f"{self.one(SELECTORS)} {{ {self.one(HIDING)} }}")
            for _ in range(self.one((1, 2, 4)))
        )
        return f"<style{self.one(('', '', '', ' media=print'))}>{' '.join(rules)}</style>"

    def inline(self, depth: int = 0) -> str:
        chance = self.dice.random()
        if chance < 0.5 or depth > 2:
            return self.one(WORDS)
        if chance < 0.62:
            return self.one(ODD)
        if chance < 0.68:
            return f"<math>{self.one(FORMULAS)}<mo>=</mo>{self.one(FORMULAS)}</math>"
        name = self.one(INLINE)
        inner = "".join(self.inline(depth + 1) for _ in range(self.one((1, 1, 2))))
        return f"<{name}{self.attributes()}>{inner}</{name.split()[0]}>"

    def listed(self, depth: int) -> str:
        name = self.one(LISTS)
        items = (
            f"<li{self.one(('', '', ' value=9'))}>{self.inline()}"
            f"{self.listed(depth + 1) if depth < 1 and self.dice.random() < 0.2 else ''}"
            for _ in range(self.one((1, 2, 3)))
        )
        return f"<{name}>{''.join(items)}</{name.split()[0]}>"

    def part(self, depth: int = 0) -> str:
        chance = self.dice.random()
        if chance < 0.1:
            return self.listed(0)
        if chance < 0.2:
            return self.one(ODD)
        if chance < 0.27:
            return self.inline()
        name = self.one(BLOCKS)
        if chance < 0.4 and depth < 3:
            inner = "".join(self.part(depth + 1) for _ in range(self.one((1, 2))))
            name = self.one(("div", "section", "article", "details open", "figure", "li"))
        else:
            inner = " ".join(self.inline() for _ in range(self.one((1, 2, 3))))
        end = "" if self.dice.random() < 0.1 else f"</{name.split()[0]}>"
        return f"<{name}{self.attributes()}>{inner}{end}"

    def page(self) -> str:
        body = "".join(self.part() for _ in range(self.one((2, 3, 5))))
        language = self.one(("", " lang=de", " lang='EN-us'", " class='js' style='display:none'"))
        return f"<html{language}><head>{self.one(HEADS)}{self.sheet()}</head><body>{body}"


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    for seed in seeds:
        page = Draw(seed).page()
        codec = "utf-8" if seed % 5 else "latin-1"
        data = page.encode(codec, "xmlcharrefreplace")
        try:
            yield f"{seed}", formats.read_bytes(Path("made.html"), data)
        except FormatError:
            continue
