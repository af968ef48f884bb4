"""What style sheets and attributes say of an element, one small question after the other.

`held_styles.txt` has what each declaration hides or shows, at and beside every limit, which media
queries hold, which elements of a small page each selector means, which of two rules prevails, and
what each mark of a tag does. After a change on purpose:
HELD=write pytest tests/formats/html/test_held_styles.py
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from reviewer.formats.html.css_media import holds
from reviewer.formats.html.css_rules import rules_on_screen
from reviewer.formats.html.css_rules import selectors as written_out
from reviewer.formats.html.hiding_names import is_for_readers_of_screens, name_words
from reviewer.formats.html.styles import bold_classes, hides
from reviewer.formats.html.unseen import is_animated, look
from tests.formats.html.pages import page

TABLE = Path(__file__).with_name("held_styles.txt")

LENGTHS = ("0", "-0", "0.0px", ".0em", "0%", "1px", "1.1px", "2px", "1e", "-", "", "5", "+0",
           "-998px", "-998.9px", "-999px", "-1000px", "999px", "-750pt", "-749pt", "-62em",
           "-63em", "-63rem", "-99vw", "-100vw", "-100vh", "-999q", "-999%", "100%", "auto",
           "calc(0px)", "0x")  # fmt: skip
SIZED = ("opacity", "font-size", "text-indent", "margin-left", "zoom", "left")
COLOURS = ("", "transparent", "transparents", "rgba(1,2,3,0)", "rgba(1,2,3,0.0)", "rgba(1,2,3,.0%)",
           "rgba(1,2,3,0.01)", "hsla(1,2%,3%,0)", "rgb(1,2,3,0)", "#12345600", "#12345601", "#1230",
           "#fff", "#FFFFFF", "white", "black", "#000", "#000000", "rgb(255, 255, 255)",
           "rgb(0,0,0)", "#fffffe", "#ffe", "red", "inherit")  # fmt: skip
GROUNDS = ("", "background: white", "background: #000", "background-color: #fff",
           "background-color: rgb(255,255,255); background: black", "background-color: red",
           "background: white; text-shadow: 1px 1px red", "background: white url(x)",
           "background: white; -webkit-text-stroke: 1px",
           "background: white; background-clip: text",
           "background: white; background-image: url(x)")  # fmt: skip
BOXES = (
    *(f"{side}: {size}; overflow: {cut}"
      for side in ("height", "max-height", "width", "max-width", "min-height")
      for size in ("0", "1px", "2px", "auto")
      for cut in ("hidden", "visible", "clip")),
    *(f"width: {one}px; height: {other}px; overflow: hidden"
      for one in (0, 1, 2) for other in (0, 1, 2)),
    "width: 1px; max-height: 1px; overflow: hidden", "height: 5px; max-height: 0; overflow: hidden",
    "height: 0; overflow-y: hidden", "height: 0; overflow-x: hidden", "height: 0; overflow-y: clip",
    "height: 0; overflow: hidden; padding-bottom: 56%", "height: 0; overflow: hidden; padding: 0",
    "zoom: 0", "zoom: 1", "zoom: 0%", "height: 0; zoom: 0", "height: auto", "overflow: auto",
)  # fmt: skip
CLIPS = (
    *(f"clip: rect({sides}); position: {place}"
      for sides in ("0 0 0 0", "0,0,0,0", "1px,1px,1px,1px", "1px 1px 1px 2px", "auto 0 0 0",
                    "0 0 0 auto", "")
      for place in ("absolute", "fixed", "relative", "static")),
    *(f"clip-path: {shape}"
      for shape in ("inset(49%)", "inset(50%)", "inset(51%)", "inset( 60%)", "inset(99%)",
                    "inset(100%)", "inset(5%)", "inset(50px)", "circle(0)", "circle(0px)",
                    "circle(0%)", "circle(0 at 5px)", "circle(0.5)", "circle(10%)", "none")),
)  # fmt: skip
PLACES = (
    *(f"{side}: {far}; position: {place}"
      for side in ("left", "right", "top", "bottom", "inset")
      for far in ("-998px", "-999px", "999px")
      for place in ("absolute", "fixed", "relative", "sticky")),
    *(f"transform: {move}"
      for move in ("translate(-999px)", "translate(-998px)", "translateX(-9999px)",
                   "translateY(-99em)", "translateZ(-9999px)", "translate3d(0, -999px, 0)",
                   "translate(0,-999px)", "translate(999px)", "scale(0)", "scale(0.0)", "scale(.0)",
                   "scale(00)", "scale(0, 0)", "scale(0, 1)", "scale(0,0 )", "scalex(0)",
                   "scaleY( 0 )", "scalez(0)", "scale(0.5)", "scale(1)",
                   "rotate(9deg) scale(0)", "rotate(1deg) translate(1px, -999px)", "none")),
    "margin-left: -999px; padding-left: 999px", "margin-left: -999px; padding: 0",
    "margin-right: -999px", "left: -999px; position: absolute; padding: 5px", "position: absolute",
)  # fmt: skip
OTHERS = (
    "visibility: hidden", "visibility: collapse", "visibility: visible", "visibility: initial",
    "visibility: inherit", "opacity: 0; transition: opacity 1s", "opacity: 0; transform: none",
    "opacity: 0; -webkit-animation: x", "opacity: 0; will-change: opacity", "opacity: 0; filter: x",
    "opacity: 0; animation-name: x", "opacity: 0.01", "opacity: 0; transforms: x",
    "font: 0/0 a", "font: 0px a", "font: 0 / 1 a", "font: italic 0em/0 a", "font: 10px a",
    "font: 0", "font: 00 a", "font: 0vw a", "font: bold a", "font-size: 0; font: 1em a",
    "font-size: 1em; font: 0/0 a", "font-size: 12px", "font-size: 1.2em", "font-size: 90%",
    "font-size: inherit", "font-size: smaller", "font-size: larger", "font-size: unset",
    "font-size: initial", "font-size: medium", "font-size: 1rem", "font-size: 0.5EM",
    "text-indent: 100%; white-space: nowrap; overflow: hidden", "text-indent: 100%",
    "text-indent: 100%; white-space: nowrap", "text-indent: 100%; overflow: hidden",
    "text-indent: 99%; white-space: nowrap; overflow: hidden",
    "text-indent: 100%; white-space: nowrap; overflow: clip", "content-visibility: hidden",
    "content-visibility: auto", "COLOR : Transparent ! important", "opacity:0!important;opacity:1",
    "opacity:1;opacity:0", " opacity : 0 ", "opacity", "opacity:", ";;", "color: blue",
)  # fmt: skip


def declarations() -> Iterator[str]:
    yield from (f"{name}: {length}" for name in SIZED for length in LENGTHS)
    yield from (*BOXES, *CLIPS, *PLACES, *OTHERS)


FEATURES = {
    "width": ("1279px", "1280px", "1281px", "79.9em", "80em", "80.1rem", "960pt", "33cm", "34cm",
              "338mm", "339mm", "13in", "14in", "1280", "1280q", "wide", "", "-5px", "+1280px"),
    "height": ("799px", "800px", "801px", "50em"), "device-width": ("1280px", "1281px"),
    "device-height": ("800px", "801px"),
    "aspect-ratio": ("8/5", "16/10", "15/10", "17/10", "16 / 9", "1", "2", "8/0"),
    "device-aspect-ratio": ("8/5", "9/5"),
    "resolution": ("0.9dppx", "1dppx", "1.1x", "96dpi", "97dpi", "37dpcm", "38dpcm", ".9x"),
    "color": ("7", "8", "9"), "monochrome": ("0", "1"), "grid": ("0", "1"), "made-up": ("1",),
}  # fmt: skip
WORDS = {
    "orientation": ("landscape", "portrait"), "hover": ("hover", "none"), "any-hover": ("hover",),
    "pointer": ("fine", "coarse", "none"), "any-pointer": ("fine", "coarse"),
    "prefers-color-scheme": ("light", "dark"), "forced-colors": ("none", "active"),
    "prefers-reduced-motion": ("no-preference", "reduce"), "scripting": ("enabled", "none"),
    "prefers-contrast": ("no-preference", "more"), "update": ("fast", "slow"),
    "display-mode": ("browser", "standalone"), "overflow-block": ("scroll", "none"),
}  # fmt: skip
QUERIES = (
    "", " ", "all", "screen", "print", "tv", "only screen", "not screen", "not print", "not all",
    "SCREEN and (Min-Width:1PX)", "screen, print", "print, screen", "print, tv", ",", "screen,",
    *(f"{said}{first} {between} {other}"
      for said in ("", "not ", "not all and ", "screen and ", "print and ", "only print and ")
      for first in ("(color)", "(grid)", "(made-up)")
      for between in ("and", "or")
      for other in ("(color)", "(grid)")),
    "(grid) or (color) or (grid)", "(color) and (grid) or (color)", "(color) or (made-up)",
    "((color))", "(color) and ((grid) or (color))", "screen and", "and", "?", "(color) ?",
    *(f"({one} {sign} {other})"
      for one, other in (("width", "1280px"), ("1280px", "width"), ("width", "1281px"),
                         ("width", "1279px"))
      for sign in ("<", "<=", "=", ">=", ">")),
    "(1px<width<9999px)", "(1px < width < 2px)", "(1px < width <= 1280px < 9000px)",
    "(9px>width>1px)", "(width < made-up)", "(width<1280px)", "(width <1281px)",
    "(max--width: 1px)",
    "(min--moz-device-pixel-ratio: 1)", "(-webkit-min-device-pixel-ratio: 1.5)",
    "(-webkit-max-device-pixel-ratio: 1)", "(-webkit-device-pixel-ratio: 1)", "(width)", "(hover)",
    "(min-width)", "(min-orientation: landscape)", "(color: 8) and (width: 1280px)",
)  # fmt: skip


def queries() -> Iterator[str]:
    for name, values in FEATURES.items():
        yield from (
            f"({least}{name}: {value})" for least in ("min-", "max-", "") for value in values
        )
    yield from (f"({name}: {value})" for name, values in WORDS.items() for value in values)
    yield from QUERIES


BODY = (
    "<p>01</p><p class=a>02</p><p id=c class='a b'>03</p><div class=a><p>04</p><p class=b>05</p>"
    "<section><p lang=en-GB>06</p><p class=b id=d data-x='one two'>07</p></section></div>"
    "<div id=c2><p data-x=one>08</p><p class=a>09</p><p data-x='one-two'>10</p><h2>11</h2>"
    "<p>12</p><p title=''>13</p></div><section class=A><div><p class=b>14</p></div>"
    "<p data-X='two'>15</p></section><blockquote>16</blockquote><P class=é>17</P>"
)
SELECTORS = (
    "p", "P", "*", ".a", ".A", ".a.b", ".b.a", ".a .b", ".a > .b", ".a>.b", "#c", "#c.a", "p#c",
    "div", "div p", "div > p", "div section p", "div > section > p", "div > p > section", "body p",
    "html body .a", "body > p", "html > body > .b", ":root .b", "html", "body", "section .b",
    ".a + p", ".a+p", ".a ~ p", "h2 + p", "h2 ~ p", "p + p + p", "div + section", "div + section p",
    "div > h2 + p", ".a section", "h2 + p + p", "p ~ .a + p", ".a > p + .b", "p + p > p",
    "[lang]", "[lang=en]", "[lang|=en]", "[lang|=e]", "[lang^=en]", "[lang$=GB]", "[lang$=en]",
    "[lang*=n-G]", "[data-x]", "[data-x=one]", "[data-x~=one]", "[data-x~=two]", "[data-x='one']",
    '[data-x="one two"]', "[data-x^=one]", "[data-x^='']", "[data-x*='']", "[data-x$='']",
    "[title]", "[title='']", "[title~='']", "[DATA-X=two]", "p[data-x]", ".b[data-x]", "h2[data-x]",
    "[data-x] p", "div [data-x]", "[data-x][title]", "p:not(.a)", ":not(p)", "p:not(.a, .b)",
    "p:not(#c)", "p:not(h2)", "h2:not(p)", ".a:not(.b)", "div:not(.a) p", "p:not(.a .b)",
    "p:not([lang])", "p:not(:hover)", "p:hover", ".a:hover p", "p::before", "p:first-child",
    "p:nth-child(2)", ":is(.a, #c2) p", ":where(.b)", ":is(.a, .b):not(#c)", ":matches(.b)",
    ":-webkit-any(h2)", ":-moz-any(h2, .b)", ":is(p, h2):is(.a, .b)", "p,h2", "p , .b", "p,, h2",
    "&", "& p", "p &", "a|p", "p || p", "p.é", ".é", "p.1", "p .b.a", "> p", "+ p", "p >", "p..a",
    " ".join(["div"] * 8), " ".join(["div"] * 7 + ["p"]), " ".join(["div"] * 8 + ["p"]), "", "5",
)  # fmt: skip
GONE = " { display: none }"
GROUPS = (
    "{}", "@media print {{ {} }}", "@media screen {{ {} }}", "@media {{ {} }}", "@layer x {{ {} }}",
    "@supports (a: b) {{ {} }}", "@supports not (a: b) {{ {} }}", "@keyframes x {{ {} }}",
    "@font-face {{ {} }}", "@media screen {{ @media print {{ {} }} }}", "@import 'x'; {}",
    "@media print {{ @media screen {{ {} }} }}", "@supports (a: b) {{ @media print {{ {} }} }}",
    "@mediascreen {{ {} }}", "<!-- {} -->", "/* {} */", "/* x */ {}", "/* {}", "}} {}", "{{ {} }}",
    "{} }}", "p {{ color: red", "{} p {{ color: red", "@media screen {{ p {{ }} {} }}",
    "div {{ {} }}", "div {{ & {} }}", "div {{ color: red; {} }}", "div, section {{ {} }}",
    "div {{ section {{ {} }} }}", "div {{ @media print {{ {} }} }}",
    "div {{ @media all {{ {} }} }}",
)  # fmt: skip
RULES = (
    ("p", "display: none"), ("p", "display: block !important"), (".x", "display: block"),
    (".x", "display: none"), ("#y", "display: block"), ("p.x", "display: none"),
    ("div p", "display: none"), ("div .x", "display: inline"), ("p", "display: none !important"),
    ("*", "display: none"), ("[id]", "display: block"), ("p:not(.z)", "display: none"),
    ("p", "opacity: 0"), (".x", "opacity: 1"), ("p", "visibility: hidden"), ("div p", "opacity: 0"),
    ("p", "visibility: visible"), ("div > .x", "opacity: 1"), (".x", "mso-hide: all"),
    (".x:hover", "display: block"), ("p.x.z", "display: block"), ("span", "visibility: visible"),
)  # fmt: skip
STYLED = ("", "display: none", "display: block", "display: block !important", "opacity: 0")
CLASSES = (
    "hidden", "d-none", "hide", "is-hidden", "u-hidden", "uk-hidden", "w3-hide", "invisible",
    "Hidden", "hidden-x", "sr-only", "srOnly", "sr_only", "sr-only-focusable", "screen-reader-text",
    "screenreader", "screen", "reader", "screenreaders", "visually-hidden", "visuallyHidden",
    "visuallyhidden", "hidden-accessible", "element-invisible", "offscreen", "off-screen",
    "off.screen", "assistive-text", "a11y-hidden", "for-sr", "u-for-sr", "a b", "a d-none b", "",
    "sr-only-focusable sr-only", "katex-mathml", "katex-html", "mwe-math-mathml", "MathJax",
    "mjx-a", "mjx-assistive-mml", "mjx_assistive_mathml", "xmjx-a",
)  # fmt: skip
MARKS = (
    "", "hidden", "hidden=''", "hidden=until-found", "hidden=Until-Found", "hidden=false",
    "aria-hidden=true", "aria-hidden=false", "open", "style='display:none'",
    "style='display:inline'", "style='display:none;display:block'",
    "style='display:none!important;display:block'", "style='mso-hide:all'",
    "style='mso-hide:screen'",
    "style='DISPLAY : NONE'", "style='opacity:0'", "style='display:none' hidden=until-found",
    "style='display:inline-flex'", "style='display:list-item'", "style='display:odd'",
)  # fmt: skip
TAGS = ("p", "span", "dialog", "nobr", "mjx-container", "div")
ANIMATED = (
    "aos", "wow", "x wow", "anim", "animated", "animate-x", "fade", "fade-in", "fadein", "faded",
    "lazy", "lazyload", "lazy-x", "x-reveal", "reveals", "scroll", "scroll_x", "Motion", "w-id",
    "gsap", "inview", "in-view", "elementor-x", "framer", "appear", "sal", "salt", "x", "",
)  # fmt: skip
BOLD = (
    *("bold", "bolder", "700", "600", "599", "500", "900", "1000", "normal", "BOLD"),
    *("bold; font-weight: 400", "400; font-weight: bold", "'bold'", ""),
)
BOLDS = (".x { W }", "p.x { W }", ".x.y { W }", ".x[a] { W }", ".x, #x, p { W }", "p .x { W }",
         ".x { font-weight: bold } .x { W }", ".x { W } .x { color: red }")  # fmt: skip


def read(source: str) -> str:
    return " ".join(f"{b.text}{'-' * b.chrome}" for b in page(source).blocks)


def lines() -> Iterator[str]:
    for said in declarations():
        hidden, shown = (",".join(sorted(ways)) for ways in look(said))
        yield f"{said} | hides {hidden} | shows {shown}"
    for colour in COLOURS:
        found = ("ink" in look(f"color: {colour}; {ground}").hides for ground in GROUNDS)
        yield f"color: {colour} | {' '.join('gone' if gone else '-' for gone in found)}"
    for query in queries():
        yield f"@media {query} | {holds(query)}"
    for selector in SELECTORS:
        yield f"{selector} | {written_out(selector)} | {means(selector + GONE)}"
    for group in GROUPS:
        sheet = group.format(f".b{GONE}")
        yield f"{sheet} | {list(rules_on_screen(sheet))} | {means(sheet)}"
    for (one, says), (other, tells) in combinations(RULES, 2):
        for sheet in (
            f"{one} {{ {says} }} {other} {{ {tells} }}",
            f"{other} {{ {tells} }} {one} {{ {says} }}",
        ):
            yield f"{sheet} | {styled(sheet)}"
    for name in TAGS:
        for mark in MARKS:
            found = read(f"<p>One.</p><{name} {mark}>Two.</{name}> three <p>Four.</p>")
            yield f"<{name} {mark}> | {found}"
        for written in CLASSES:
            seen = (
                hides(name, {"class": written}),
                hides(name, {"class": written, "aria-hidden": "true"}),
            )
            yield f"<{name} class='{written}'> | {seen}"
    for written in CLASSES:
        yield f"{written} | {is_for_readers_of_screens(written)} {name_words(written)}"
    for written in ANIMATED:
        asked = is_animated(written, ()), is_animated("", (f"data-{written}",))
        yield f"{written} | {asked} {is_animated('', (written, 'x'))}"
    for weight in BOLD:
        found = (bold_classes(one.replace("W", f"font-weight: {weight}")) for one in BOLDS)
        yield f"{weight} | {' '.join(','.join(sorted(one)) or '-' for one in found)}"


def means(sheet: str) -> str:
    """Which paragraphs of the page are gone when a sheet is on it."""
    found = read(f"<head><style>{sheet}</style></head><body>{BODY}</body>").split()
    return " ".join(n for n in (f"{n:02}" for n in range(1, 18)) if n not in found)


def styled(sheet: str) -> str:
    """What is read of paragraphs with a word of its own under a sheet, each with its style."""
    body = "".join(
        f"<div><p class=x id=y style='{style}'>{n} <span>b</span></p></div>{n}"
        for n, style in enumerate(STYLED)
    )
    return read(f"<head><style>{sheet}</style></head><body>{body}")


def test_they_say_as_before() -> None:
    found = [line.replace("\n", "⏎") for line in lines()]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").splitlines()
