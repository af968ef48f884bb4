"""What begins again and again in a page and never ends is looked through once."""

from __future__ import annotations

import re

import pytest

from reviewer.formats.html import linked_sheets, scripts, tags
from reviewer.formats.html.css_rules import rules_on_screen

MANY = 1_000


@pytest.mark.parametrize("pattern", [tags._SHEET, scripts._SCRIPT, linked_sheets._LINK])
@pytest.mark.parametrize("ended", [">", " "])
def test_the_end_is_looked_for_once(
    pattern: re.Pattern[str] | re.Pattern[bytes], ended: str
) -> None:
    names = {tags._SHEET: "style", scripts._SCRIPT: "script", linked_sheets._LINK: "link"}
    begun = f"<{names[pattern]}{ended}" * MANY
    source = begun if isinstance(pattern.pattern, str) else begun.encode()
    found = list(pattern.finditer(source))  # type: ignore[arg-type]
    starts = MANY if pattern is linked_sheets._LINK and ended == ">" else 1
    # Where a match ends the next start is looked for: these take in all of the page.
    assert len(found) == starts
    assert sum(match.end() - match.start() for match in found) == len(source)


def test_what_never_ends_has_no_sheet_no_link_and_no_script() -> None:
    assert tags._SHEET.fullmatch("<style>p{}")["text"] is None  # type: ignore[index]
    assert tags._SHEET.match("<style>p{}</style>")["text"] == "p{}"  # type: ignore[index]
    assert scripts._SCRIPT.fullmatch("<script>p")["code"] is None  # type: ignore[index]
    page = b"<link rel=stylesheet href=a><link rel=stylesheet href=b"
    assert linked_sheets.linked_sheets(page, lambda name: name.encode()) == ("a",)


@pytest.mark.parametrize(
    "head", ["a{", "a,b{", "a{color:red;", "&&{", "& &,.x &{", "@media all{a{"]
)
def test_rules_in_rules_make_no_longer_selectors_without_end(head: str) -> None:
    def work(times: int) -> int:
        sheet = head * times + "}" * head.count("{") * times
        return sum(len(one) for written, _ in rules_on_screen(sheet) for one in written)

    # Twice as deep is not four times as much: behind the longest that is read nothing comes.
    assert work(4_000) == work(2_000) < 4_000_000


def test_a_selector_is_read_up_to_its_longest() -> None:
    def holds(length: int) -> bool:
        sheet = f".{'x' * (length - 3)}{{b{{display:none}}}}"
        return length in [len(one) for written, _ in rules_on_screen(sheet) for one in written]

    assert holds(499)
    assert holds(500)
    assert not holds(501)
