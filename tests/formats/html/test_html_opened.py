"""What a page hides until its reader opens it, or makes the window wider, is text of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats


def is_text(element: str, sheet: str = "") -> bool:
    """Whether "The X costs 5 pounds." in `element` is text of a page."""
    source = (
        f"<style>{sheet}</style><h1>Head</h1><p>Before it there is text.</p>{element}"
        "<p>After it there is more.</p>"
    )
    blocks = formats.read_bytes(Path("page.html"), source.encode()).blocks
    return any("X" in block.text and not block.chrome for block in blocks)


X = "<p>The X costs 5 pounds.</p>"


@pytest.mark.parametrize(
    "classes",
    [
        "d-none d-md-block",
        "d-none d-lg-flex",
        "d-none d-sm-table-cell",
        "d-md-inline d-none",
        "hidden md:block",
        "hidden lg:flex gap-2",
        "hidden 2xl:!grid",
        "hidden max-sm:block",
        "hidden min-[900px]:block",
        "invisible md:visible",
        "sr-only md:not-sr-only",
        "hide show-for-medium",
        "hidden visible-md-block",
        "is-hidden is-block-tablet",
        "uk-hidden uk-visible@m",
    ],
)
def test_what_is_shown_in_a_window_of_some_width_is_text(classes: str) -> None:
    assert is_text(f"<div class='{classes}'>{X}</div>")


@pytest.mark.parametrize(
    "classes",
    [
        "d-none",
        "hidden",
        "d-none d-print-block",
        "hidden print:block",
        "hidden hover:block",
        "sr-only focus:not-sr-only",
        "hidden md:mt-4",
        "d-none mb-md-block",
        "d-none d-md-none",
        "hidden md:hidden",
    ],
)
def test_what_is_shown_in_no_window_is_none(classes: str) -> None:
    assert not is_text(f"<div class='{classes}'>{X}</div>")


@pytest.mark.parametrize(
    "element",
    [
        f"<button aria-controls=a>More</button><p>Now.</p><div id=a hidden>{X}</div>",
        f"<div id=a style='display:none'>{X}</div><a href=# aria-controls='b a'>More</a>",
        f"<button data-bs-target='#a'>More</button><p>Now.</p><div id=a class=d-none>{X}</div>",
        f"<a role=tab href='#a'>More</a><p>Now.</p><section id=a hidden>{X}</section>",
        f"<div role=tabpanel hidden>{X}</div>",
        f"<div class='tab-pane' style='display:none'>{X}</div>",
        f"<div class=accordion-body hidden>{X}</div>",
        f"<div class='faq__answer faq' style='visibility:hidden'>{X}</div>",
        f"<div class='collapse hidden'>{X}</div>",
        f"<button>More</button><div hidden>{X}</div>",
        f"<button>More</button><div style='max-height:0;overflow:hidden'>{X}</div>",
        f"<h3><button aria-expanded=false>More</button></h3><div hidden>{X}</div>",
        f"<div><span role=button aria-expanded=false>More</span></div><div hidden>{X}</div>",
        f"<dl><dt><button>More</button></dt><dd hidden>{X}</dd></dl>",
        f"<input type=checkbox id=c><label for=c>More</label><div hidden>{X}</div>",
        f"<details><summary>More</summary>{X}</details>",
    ],
)
def test_what_a_click_opens_is_text(element: str) -> None:
    assert is_text(element)


@pytest.mark.parametrize(
    "element",
    [
        f"<div hidden>{X}</div>",
        f"<button>More</button><p>Now.</p><div hidden>{X}</div>",
        f"<a href='#a'>More</a><p>Now.</p><div id=a hidden>{X}</div>",
        f"<button aria-controls=b>More</button><p>Now.</p><div id=a hidden>{X}</div>",
        f"<button>More</button><div class=sr-only>{X}</div>",
        f"<form><button>Send</button><div hidden>{X}</div></form>",
        f"<button aria-controls=a>Menu</button><dialog id=a>{X}</dialog>",
        f"<button aria-controls=a>Menu</button><div role=dialog id=a hidden>{X}</div>",
        f"<button data-target='#a'>Menu</button><div class='modal fade' id=a hidden>{X}</div>",
        f"<button aria-expanded=false>Menu</button><div class=dropdown-menu hidden>{X}</div>",
        f"<div class=error hidden role=tabpanel>{X}</div>",
        f"<details><summary>More</summary><div hidden>{X}</div></details>",
        f"<div role=tabpanel><div hidden>{X}</div></div>",
    ],
)
def test_what_nothing_opens_or_what_opens_over_the_page_is_none(element: str) -> None:
    assert not is_text(element)


def test_many_tags_that_never_end_are_read_in_time() -> None:
    # Each was once read to the end of the page: 40,000 of them would take minutes.
    assert is_text("<a role=tab " * 40_000 + X)
    assert is_text(X + "<a " * 40_000)


@pytest.mark.parametrize(
    ("sheet", "page", "is_text"),
    [
        (".x{display:none} .x:target{display:block}", "<div class=x id=p>{}</div>", True),
        (
            ".h + .x{display:none} .h:focus + .x{display:block}",
            "<b class=h>M</b><p class=x>{}</p>",
            1,
        ),
        (
            ".h + .x{display:none} .h.on + .x{display:block}",
            "<b class=h>M</b><p class=x>{}</p>",
            True,
        ),
        (
            ".x{display:none} .x.on{display:block}",
            "<h3>More</h3><div class=x><p>{}</p></div>",
            True,
        ),
        (".x{visibility:hidden} .x.on{visibility:visible}", "<div class=x><p>{}</p></div>", True),
        (
            ".x{display:none} .h:hover .x{display:flex}",
            "<div class=h><div class=x>{}</div></div>",
            1,
        ),
        (".x{display:none} .y.on{display:block}", "<div class=x><p>{}</p></div>", False),
        (".x{display:none} .x::before{display:block}", "<div class=x><p>{}</p></div>", False),
        (".x{display:none} .x.on{display:none}", "<div class=x><p>{}</p></div>", False),
        (".x{display:none} .x.on{display:block}", "<div class='x modal'><p>{}</p></div>", False),
        (".x{display:none} .x.on{display:block}", "<nav class=x><p>{}</p></nav>", False),
        (".x{display:none} .x.on{display:block}", "<div class=x hidden><p>{}</p></div>", True),
        (".sr-only{display:none} .sr-only:focus{display:block}", "<p class=sr-only>{}</p>", False),
    ],
)
def test_what_a_state_or_one_more_class_shows_is_text(sheet: str, page: str, is_text: bool) -> None:
    text = "Boats go every hour from the harbour, and the fare is three euros for each of them."
    rest = "<p>The council of the town approved the bridge on a Monday in the spring.</p>" * 4
    source = f"<style>{sheet}</style><body><main>{rest}{page.format(text)}{rest}</main>"
    blocks = formats.read_bytes(Path("page.html"), source.encode()).blocks
    assert any(block.text == text and not block.chrome for block in blocks) is bool(is_text)
