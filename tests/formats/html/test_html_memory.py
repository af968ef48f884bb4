"""What a page is made of is let go of as soon as it has been read."""

from __future__ import annotations

import gc
import weakref

import pytest

from reviewer.formats.html.walk import Walk


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>One.</td><td>Two.</td></tr></table>",
        "<ol><li>One<br><br>Two.</ol><script type='text/x-template'><p>Three.</p></script>",
        "no end <b>of <i>it",
    ],
)
def test_no_element_waits_for_a_look_at_the_garbage(page: str) -> None:
    gc.disable()
    try:
        walk = Walk(page, templates=True)
        held = [weakref.ref(walk)]
        assert walk.found
        del walk
        assert [ref() for ref in held] == [None]
    finally:
        gc.enable()
