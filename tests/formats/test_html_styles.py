"""What a page's style sheets hide: selectors, the elements around, and which rule holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats


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
        (".x{display:block}div .x{display:none}", "<div><p class=x>X</p></div>"),
        (".x{display:none}p{display:block}", "<p class=x>X</p>"),
        ("@supports (display:grid){.x{display:none}}", "<p class=x>X</p>"),
        ("p.x{font-size:0}", "<p class=x>X</p>"),
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
        (".x + p{display:none}", "<p class=x>X</p>"),
        (".x:hover{display:none}", "<p class=x>X</p>"),
        (".x:not(.y){display:none}", "<p class=x>X</p>"),
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
