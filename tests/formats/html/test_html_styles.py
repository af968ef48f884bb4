"""What a page's style sheets hide: selectors, the elements around, and which rule holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.formats.html.styles import hides


def is_text(sheet: str, element: str) -> bool:
    """Whether the X in `element` is text of a page with this style sheet."""
    source = f"<style>{sheet}</style><h1>Head</h1><p>Before it.</p>{element}<p>After it.</p>"
    blocks = formats.read_bytes(Path("page.html"), source.encode()).blocks
    kept = [block.text for block in blocks if not block.chrome]
    assert kept[0] == "Head"
    assert kept[-1] == "After it."
    return "X" in kept


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        (".a .b{display:none}", "<div class=a><p class=b>X</p></div>"),
        ("#d > p{display:none}", "<div id=d><p>X</p></div>"),
        ("html body .x{display:none}", "<body><p class=x>X</p></body>"),
        ("body .x{display:none}", "<html><body><div><p class=x>X</p>"),
        ("section p.x{display:none}", "<section><div><p class=x>X</p></div></section>"),
        (".a>.b>.c{display:none}", "<div class=a><div class=b><p class=c>X</p></div></div>"),
        ("p[data-x]{display:none}", "<p data-x>X</p>"),
        ("[data-x=y]{display:none}", "<p data-x=y>X</p>"),
        ("[data-x='y z'] {display:none}", "<p data-x='y z'>X</p>"),
        (".x.y.z{display:none}", "<p class='z y x w'>X</p>"),
        (r".md\:x{display:none}", "<p class='md:x'>X</p>"),
        (r".w-1\/2.x\.5{display:none}", "<p class='w-1/2 x.5'>X</p>"),
        (":root{--h:none}.x{display:var(--h)}", "<p class=x>X</p>"),
        (".x{display:var(--h, none)}", "<p class=x>X</p>"),
        (".x{/* shut */display:none}", "<p class=x>X</p>"),
        (r".x{display:n\6fne}", "<p class=x>X</p>"),
        (".hidden{}", "<p class=hidden>X</p>"),
        ("", "<div popover>X</div>"),
        ("", "<p class=print-only>X</p>"),
        ("", "<p class='Accessibly-Hidden'>X</p>"),
        (".x{display:block}div .x{display:none}", "<div><p class=x>X</p></div>"),
        (".x{display:none}p{display:block}", "<p class=x>X</p>"),
        ("@supports (display:grid){.x{display:none}}", "<p class=x>X</p>"),
        ("p.x{font-size:0}", "<p class=x>X</p>"),
        (".x:not(.y){display:none}", "<p class=x>X</p>"),
        (":is(.x, .y){display:none}", "<p class=x>X</p>"),
        (":root .a :where(p, q){display:none}", "<div class=a><p>X</p></div>"),
        ("p.x{color:red;display:none!important}p.x{display:block}", "<p class=x>X</p>"),
        (".x{display:none!important}", "<p class=x style='display:block'>X</p>"),
        ("@media screen{.x{display:none}}", "<p class=x>X</p>"),
        ("@media only screen and (min-width:60em){.x{display:none}}", "<p class=x>X</p>"),
        ("@media (min-width:1px){@media screen{.x{display:none}}}", "<p class=x>X</p>"),
        ("@layer a,b;@layer a{.x{display:none}}", "<p class=x>X</p>"),
        (".a{color:red;p{display:none}}", "<div class=a><p>X</p></div>"),
        (".a{&.b p{display:none}color:red}", "<div class='a b'><p>X</p></div>"),
        (".x{@media screen{display:none}}", "<p class=x>X</p>"),
        ("</style><style media='screen, print'>.x{display:none}", "<p class=x>X</p>"),
    ],
)
def test_what_a_rule_hides_is_no_text(sheet: str, element: str) -> None:
    assert not is_text(sheet, element)


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        (".a .b{display:none}", "<div class=c><p class=b>X</p></div>"),
        (".a > .b{display:none}", "<div class=a><div><p class=b>X</p></div></div>"),
        ("section p.x{display:none}", "<div><p class=x>X</p></div>"),
        (".x span{display:none}", "<p class=x>X</p>"),
        (".x + div{display:none}", "<p class=x>X</p>"),
        (".x:hover{display:none}", "<p class=x>X</p>"),
        (".x:not(.y){display:none}", "<p class='x y'>X</p>"),
        (".hidden{display:block}", "<p class=hidden>X</p>"),
        ("p.hide{display:flex}", "<p class=hide>X</p>"),
        (r".md\:x{display:none}", "<p class='md x'>X</p>"),
        (":root{--h:block}.x{display:var(--h)}", "<p class=x>X</p>"),
        (".y{--h:none}.x{display:var(--h)}", "<p class=x>X</p>"),
        (".x{display:none}.x{/* on */display:block}", "<p class=x>X</p>"),
        ("", "<p class=no-print>X</p>"),
        ("p.x:not(.y, #i){display:none}", "<p class=x id=i>X</p>"),
        (".x:not(:hover){display:none}", "<p class=x>X</p>"),
        (".x{display:block!important}.x{display:none}", "<p class=x>X</p>"),
        (".x{display:none}", "<p class=x style='display:block'>X</p>"),
        ("@media print{.x{display:none}}", "<p class=x>X</p>"),
        ("@media (max-width:600px){.x{display:none}}", "<p class=x>X</p>"),
        (".x{display:none}@media (min-width:48em){.x{display:block}}", "<p class=x>X</p>"),
        (".x{display:none}@media print, (width>=768px){.x{display:flex}}", "<p class=x>X</p>"),
        ("@font-face{.x{display:none}}", "<p class=x>X</p>"),
        ("@supports not (a:b){.x{display:none}}", "<p class=x>X</p>"),
        ("@container (width>1px){.x{display:none}}", "<p class=x>X</p>"),
        (".y{color:red;.x{display:none}}", "<p class=x>X</p>"),
        ("</style><style media=print>.x{display:none}", "<p class=x>X</p>"),
        ("</style><style media='(max-width: 700px)'>.x{display:none}", "<p class=x>X</p>"),
        (".x::before{display:none}", "<p class=x>X</p>"),
        ("p[data-x]{display:none}", "<p>X</p>"),
        ("p[data-x=y]{display:none}", "<p data-x=z>X</p>"),
        (".x.y{display:none}", "<p class=x>X</p>"),
        (".x{display:none}div .x{display:block}", "<div><p class=x>X</p></div>"),
        (".x{display:none}#i{display:block}", "<p class=x id=i>X</p>"),
        (".a .x{display:none}", "<div class=a><p class=x style='display:block'>X</p></div>"),
        ("/* .x{display:none} */", "<p class=x>X</p>"),
    ],
)
def test_what_no_rule_hides_is_text(sheet: str, element: str) -> None:
    assert is_text(sheet, element)


INVISIBLE = [
    "filter:opacity(0)",
    "transform:rotateY(90deg)",
    "position:absolute;clip-path:polygon(0 0, 0 0, 0 0)",
    "position:fixed;inset:-9999px auto auto -9999px",
    "position:absolute;left:calc(-100vw - 50px)",
    "font-size:0.5px",
    "opacity:0%",
    "opacity:0",
    "opacity: 0.0 !important",
    "opacity:0%",
    "visibility:hidden",
    "visibility:collapse",
    "content-visibility:hidden",
    "height:0;overflow:hidden",
    "max-height:0px; overflow: hidden",
    "width:0;height:20px;overflow:clip",
    "width:1px;height:1px;overflow:hidden",
    "font-size:0",
    "font-size:0%",
    "font:0/0 a",
    "position:absolute;clip:rect(0,0,0,0)",
    "clip: rect(1px 1px 1px 1px); position: fixed",
    "clip-path:inset(50%)",
    "clip-path:circle(0)",
    "position:absolute;left:-999px",
    "position:fixed;top:-99em",
    "position:absolute;left:-100vw",
    "margin-left:-9999px",
    "text-indent:-9999px",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
    "transform:scale(0)",
    "transform:translateX(-9999px)",
    "zoom:0",
    "color:transparent",
    "color:rgba(0, 0, 0, 0)",
    "color:#fff;background:#FFFFFF",
    "color:white;background-color:rgb(255,255,255)",
    "color:#00000000",
    "color:#1230",
    "color:rgb(0,0,0,0)",
    "color:rgb(0 0 0 / 0%)",
    "color:rgba(9 9 9/.0)",
    "color:hsl(120deg 50% 50% / 0)",
    "color:oklch(0.5 0.1 90 / 0)",
    "color:#333;-webkit-text-fill-color:transparent",
]

VISIBLE = [
    "filter:opacity(0.5)",
    "filter:opacity(50%)",
    "transform:rotateY(45deg)",
    "clip-path:polygon(0 0, 100% 0, 0 0)",
    "position:absolute;inset:0 0 auto 0",
    "position:absolute;left:calc(50% - 2000px)",
    "position:absolute;left:calc(900px - 1000px)",
    "font-size:0.6px",
    "opacity:10%",
    "opacity:0.01",
    "height:0",
    "height:1px;overflow:hidden",
    "height:0;overflow:hidden;padding-bottom:56%",
    "width:1px;height:2px;overflow:hidden",
    "font-size:1px",
    "font:10px/0 a",
    "position:absolute;clip:rect(0,90px,50px,0)",
    "clip:rect(0,0,0,0)",
    "clip-path:inset(5%)",
    "position:absolute;left:-998px",
    "left:-9999px",
    "margin-left:-9999px;padding-left:9999px",
    "text-indent:-40px",
    "text-indent:100%",
    "transform:scale(0.5)",
    "transform:translate(-50%,-50%)",
    "color:#fff",
    "color:#fff;background:#fff url(dark.jpg)",
    "color:#fff;background:#fff;background-image:linear-gradient(red,blue)",
    "color:transparent;-webkit-background-clip:text",
    "color:transparent;text-shadow:0 0 5px #000",
    "color:rgba(0,0,0,0.8)",
    "color:rgb(0,0,0)",
    "color:rgb(0 0 0)",
    "color:rgb(0 0 0 / 0.01)",
    "color:rgb(90,90,90,.01)",
    "color:#1231",
    "color:#120",
    "color:#100000",
    "color:#11223301",
    "color:transparent;background:linear-gradient(red,blue) text",
    "color:transparent;background-clip:padding-box, text",
    "color:transparent;-webkit-text-fill-color:#333",
    "-webkit-text-fill-color:transparent;-webkit-background-clip:text",
]


@pytest.mark.parametrize("style", INVISIBLE)
def test_text_that_a_style_makes_invisible_is_no_text(style: str) -> None:
    assert not is_text("", f"<p style='{style}'>X</p>")
    assert not is_text(f".x{{{style}}}", "<div class=x><p>X</p></div>")
    assert not is_text(f".a .x{{{style}}}", "<div class=a><div class=x><p>X</p></div></div>")


@pytest.mark.parametrize("style", VISIBLE)
def test_text_that_a_style_only_changes_is_text(style: str) -> None:
    assert is_text("", f"<p style='{style}'>X</p>")
    assert is_text(f".x{{{style}}}", "<div class=x><p>X</p></div>")


@pytest.mark.parametrize("clear", ["color:transparent", "-webkit-text-fill-color:transparent"])
def test_letters_that_another_rule_fills_with_a_gradient_are_text(clear: str) -> None:
    # Systems of small classes write each declaration in a rule of its own.
    for sheet in (
        f".clip{{background-clip:text}}.clear{{{clear}}}",
        f".clear{{{clear}}}.clip{{background-clip:text}}",
    ):
        assert is_text(sheet, "<h2 class='clip clear'>X</h2>")
        assert is_text(sheet, "<div class='clip clear'><p>X</p></div>")
        assert not is_text(sheet, "<p class=clear>X</p>")
    assert is_text(f".clear{{{clear}}}", "<p class=clear style='background-clip:text'>X</p>")
    assert is_text(".clip{background-clip:text}", f"<p class=clip style='{clear}'>X</p>")


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("font-size:0", "font-size:16px"),
        ("font-size:0", "font:12px Arial"),
        ("visibility:hidden", "visibility:visible"),
        ("text-indent:-9999px", "text-indent:0"),
        ("color:transparent", "color:#333"),
    ],
)
def test_an_element_inside_shows_what_the_one_around_it_passes_on(outer: str, inner: str) -> None:
    # Boxes side by side are set so: the outer one has no font size, for the spaces between.
    assert is_text("", f"<div style='{outer}'><p style='{inner}'>X</p></div>")
    assert is_text(f".a{{{outer}}}.a p{{{inner}}}", "<div class=a><div><p>X</p></div></div>")
    assert not is_text("", f"<div style='{outer}'><div><p>X</p></div></div>")


@pytest.mark.parametrize("outer", ["opacity:0", "height:0;overflow:hidden", "display:none"])
def test_an_element_inside_shows_nothing_of_what_is_hidden_whole(outer: str) -> None:
    inner = "opacity:1;height:20px;display:block"
    assert not is_text("", f"<div style='{outer}'><p style='{inner}'>X</p></div>")


def test_a_stronger_rule_shows_again_what_another_hides() -> None:
    assert is_text(".x{opacity:0}.x.y{opacity:1}", "<p class='x y'>X</p>")
    assert is_text(".x{opacity:0}", "<p class=x style='opacity:1'>X</p>")
    assert not is_text(".x{opacity:1}div .x{opacity:0}", "<div><p class=x>X</p></div>")


@pytest.mark.parametrize(
    "mark", ["class=fade-in", "data-aos=up", "data-w-id=5e-9", "class='wow slideUp'"]
)
def test_what_scripts_show_on_the_way_down_is_text(mark: str) -> None:
    assert is_text("", f"<p {mark} style='opacity:0'>X</p>")
    assert is_text("", f"<div {mark} style='visibility:hidden'><p>X</p></div>")
    assert not is_text("", f"<p {mark} style='display:none'>X</p>")


def test_invisible_words_within_a_line_are_no_text() -> None:
    source = (
        "<p>It costs <span style='font-size:0'>not</span> <b style='opacity:0'>x</b>5 pounds.</p>"
    )
    blocks = formats.read_bytes(Path("page.html"), source.encode()).blocks
    assert [block.text for block in blocks] == ["It costs 5 pounds."]


@pytest.mark.parametrize(
    "name",
    [
        "hide",
        "is-hidden",
        "u-hidden",
        "invisible",
        "d-none",
        "hidden",
        "a11y-hidden",
        "show-for-sr",
        "sr-only",
        "cdk-visually-hidden",
        "element-invisible",
        "ScreenReaderOnly",
        "screen-reader-text",
    ],
)
def test_classes_that_say_hidden(name: str) -> None:
    assert not is_text("", f"<p class={name}>X</p>")


@pytest.mark.parametrize(
    "name",
    ["hidden-print", "hidden-xs", "not-hidden", "overflow-hidden", "md:hidden", "hide-on-mobile"],
)
def test_classes_that_hide_elsewhere(name: str) -> None:
    assert is_text("", f"<p class={name}>X</p>")


def test_of_nine_steps_a_selector_says_nothing() -> None:
    inner = "<p class=x>X</p>"
    for _ in range(8):
        inner = f"<div>{inner}</div>"
    assert not is_text("div " * 7 + ".x{display:none}", inner)
    assert is_text("div " * 8 + ".x{display:none}", inner)


@pytest.mark.parametrize("style", ["style=''", 'style=""', "style", "style=", "style=;:;"])
def test_a_style_that_says_nothing_hides_nothing(style: str) -> None:
    assert is_text("", f"<p {style}>X</p>")


@pytest.mark.parametrize("moving", ["transform:translateY(20px)", "transition:opacity 1s"])
def test_what_moves_into_sight_is_text(moving: str) -> None:
    assert is_text("", f"<p style='opacity:0;{moving}'>X</p>")


@pytest.mark.parametrize(("others", "text"), [(1, False), (2, True)])
def test_a_page_of_which_many_parts_are_transparent_lets_them_fade_in(
    others: int, text: bool
) -> None:
    clear = "<p style='opacity:0'>X</p>"
    more = "<p style='opacity:0'></p>" * others
    assert is_text("", clear + more) is text


@pytest.mark.parametrize(
    ("selector", "page", "is_hidden"),
    [
        (".a + .b", "<div class=a>x</div><p class=b>{}</p>", True),
        (".a+.b", "<div class=a>x</div><p class=b>{}</p>", True),
        (".a + .b", "<div class=a>x</div><hr><p class=b>{}</p>", False),
        (".a + .b", "<div class=c>x</div><p class=b>{}</p>", False),
        (".a + .b", "<div><p class=a>x</p></div><p class=b>{}</p>", False),
        (".a ~ .b", "<div class=a>x</div><hr><p class=b>{}</p>", True),
        (".a~.b", "<p class=b>{}</p><div class=a>x</div>", False),
        (".a ~ .b", "<section><div class=a>x</div></section><p class=b>{}</p>", False),
        ("h2 + p", "<h2>H</h2><p>{}</p>", True),
        ("h2 ~ p:not(.c)", "<h2>H</h2><p class=c>{}</p>", False),
        ("input[type=checkbox] + .b", "<input type=checkbox><p class=b>{}</p>", False),
        ("input:checked ~ .b", "<input type=checkbox><p class=b>{}</p>", False),
        (".x > .a + .b", "<div class=x><i class=a>x</i><p class=b>{}</p></div>", True),
        (".x > .a + .b", "<div class=y><i class=a>x</i><p class=b>{}</p></div>", False),
        (".x .a ~ p", "<div class=x><div><i class=a>x</i><p>{}</p></div></div>", True),
        (".a + .b .c", "<i class=a>x</i><div class=b><p class=c>{}</p></div>", False),
        (".a > .b", "<div class=a><p class=b>{}</p></div>", True),
        (".a > .b", "<div class=a><div><p class=b>{}</p></div></div>", False),
    ],
)
def test_selectors_ask_for_what_stands_before(selector: str, page: str, is_hidden: bool) -> None:
    text = "The council of the town approved the bridge on a Monday in the spring."
    body = "<p>It opens again in the autumn of next year, as they said on Monday.</p>" * 3
    whole = f"<style>{selector} {{display:none}}</style><body>{page.format(text)}{body}"
    blocks = formats.read_bytes(Path("page.html"), whole.encode()).blocks
    [found] = [block for block in blocks if block.text == text]
    assert (found.reason == "hidden") is is_hidden


def test_a_rule_about_what_stands_before_shows_again() -> None:
    sheet = "<style>.b {display:none} .a + .b {display:block}</style>"
    page = f"{sheet}<body><i class=a>x</i><p class=b>Seen here.</p><p class=b>Unseen here.</p>"
    blocks = formats.read_bytes(Path("page.html"), page.encode()).blocks
    assert [b.text for b in blocks if b.reason == "hidden"] == ["Unseen here."]


@pytest.mark.parametrize(
    ("selector", "attribute", "hidden"),
    [
        ('[class^="zq-"]', 'class="zq-1 b"', True),
        ('[class^="zq-"]', 'class="b zq-1"', False),
        ("[class$=-off]", "class='b is-off'", True),
        ("[class$=-off]", "class='is-off b'", False),
        ('[data-x*="mid"]', "data-x=amide", True),
        ('[data-x*="mid"]', "data-x=mad", False),
        ('[data-x*=""]', "data-x=amide", False),
        ("[data-x~=two]", "data-x='one two'", True),
        ("[data-x~=two]", "data-x='one twos'", False),
        ("[data-x|=a]", "data-x=a-b", True),
        ("[data-x|=a]", "data-x=ab", False),
        ("[data-x=a]", "data-x=a-b", False),
    ],
)
def test_a_selector_asks_for_a_part_of_a_value(selector: str, attribute: str, hidden: bool) -> None:
    assert is_text(f"{selector}{{display:none}}", f"<p {attribute}>X</p>") != hidden


@pytest.mark.parametrize(
    ("name", "attributes", "hidden"),
    [
        ("p", {}, False),
        ("p", {"style": "display:none"}, True),
        ("p", {"style": "display: NONE ;"}, True),
        ("p", {"style": "display:block"}, False),
        ("p", {"style": "display:block !important"}, False),
        ("p", {"style": "display:none;display:block"}, False),
        ("p", {"style": "display:none!important;display:block"}, True),
        ("p", {"style": "visibility:hidden"}, True),
        ("p", {"style": "mso-hide:all"}, True),
        ("p", {"style": "mso-hide:none"}, False),
        ("p", {"hidden": ""}, True),
        ("p", {"hidden": "until-found"}, False),
        ("p", {"class": "sr-only"}, True),
        ("dialog", {}, True),
        ("dialog", {"open": ""}, False),
    ],
)
def test_what_a_tag_hides_by_itself(name: str, attributes: dict[str, str], hidden: bool) -> None:
    assert hides(name, attributes) is hidden
