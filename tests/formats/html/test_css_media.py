"""Media queries as they hold in a window of 1280 by 800 on the screen of a desktop."""

from __future__ import annotations

import pytest

from reviewer.formats.html.css_media import holds


@pytest.mark.parametrize(
    "query",
    [
        "",
        "screen",
        "all",
        "ONLY Screen and (MIN-WIDTH: 1280px)",
        "(max-width: 1280px)",
        "(min-width: 80em) and (max-width: 80rem)",
        "print, (min-width: 20cm)",
        "not print",
        "not all and (max-width: 1279px)",
        "not (max-width: 600px)",
        "(max-width: 5px) or (min-width: 5px)",
        "(width >= 1280px)",
        "(600px <= width < 1281px)",
        "(1280px = width)",
        "(orientation: landscape)",
        "(min-aspect-ratio: 8/5)",
        "(hover: hover) and (pointer: fine)",
        "(prefers-color-scheme: light)",
        "(color)",
        "(min-height: 8in)",
        "(-webkit-min-device-pixel-ratio: 1)",
    ],
)
def test_what_holds(query: str) -> None:
    assert holds(query)


@pytest.mark.parametrize(
    "query",
    [
        "print",
        "(min-width: 1281px)",
        "(max-width: 1279px)",
        "screen and (max-width: 48em)",
        "(width < 1280px)",
        "(1281px <= width <= 1600px)",
        "(orientation: portrait)",
        "not screen",
        "not all and (min-width: 600px)",
        "(prefers-color-scheme: dark)",
        "(min-resolution: 2dppx)",
        "(-webkit-min-device-pixel-ratio: 1.5)",
        "(monochrome)",
        "tv and (min-width: 1px)",
        "(made-up: 5px)",
        "not (made-up: 5px)",
        "((min-width: 1px) and (color))",
        "(min-width: wide)",
        "speech",
    ],
)
def test_what_does_not(query: str) -> None:
    assert not holds(query)
