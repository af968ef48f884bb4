"""What begins again and again in a page and never ends is looked through once."""

from __future__ import annotations

import pytest

from reviewer.formats.html import linked_sheets, scripts, tags
from reviewer.formats.html.css_rules import rules_on_screen

MANY = 1_000


@pytest.mark.parametrize("begun", ["<style>", "<style "])
def test_the_end_of_sheets_is_looked_for_once(begun: str) -> None:
    # Behind each match the next beginning is looked for: the first takes in all of the page.
    assert [each.end() for each in tags._SHEET.finditer(begun * MANY)] == [len(begun) * MANY]


@pytest.mark.parametrize("begun", ["<script>", "<script "])
def test_the_end_of_scripts_is_looked_for_once(begun: str) -> None:
    assert [each.end() for each in scripts._SCRIPT.finditer(begun * MANY)] == [len(begun) * MANY]


def test_the_end_of_links_is_looked_for_once() -> None:
    assert len(linked_sheets._LINK.findall(b"<link " * MANY)) == 1


def test_what_never_ends_has_no_sheet_no_link_and_no_script() -> None:
    assert tags._SHEET.findall("<style>p{}") == [("", "")]
    assert tags._SHEET.findall("<style>p{}</style>") == [("", "p{}")]
    assert scripts._SCRIPT.findall("<script>p") == [""]
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
