"""Small subtitles, drawn."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from reviewer import formats
from reviewer.domain import Document
from reviewer.formats.errors import FormatError

LINES = (
    "The ferry sank.", "- Who paid?", "<i>- We did.</i>", "It cost 5 crowns", "{\\an8}and on.",
    "1990",
    "A<br>B\\Nc\\hd", "2 < 3 & 4", "<v Ann>Mind &amp; wait</v>", "<00:05.000><c.loud>loud</c>", "",
    "<ruby>橋<rt>はし</rt></ruby>です。", "– So be it.", "   ", "NOTE by Ann",
    "<font color='x'>red</font>",
)  # fmt: skip


class Draw:
    """Draws one file."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"cues {seed}")
        self.one = self.dice.choice

    def time(self, at: float, style: int) -> str:
        whole = round(at * 1000)
        hours, minutes = divmod(whole // 60000, 60)
        seconds, part = divmod(whole % 60000, 1000)
        if style == 0:
            return f"{hours:02}:{minutes:02}:{seconds:02},{part:03}"
        if style == 1:
            return f"{minutes + 60 * hours:02}:{seconds:02}.{part:03}"
        return f"{hours}:{minutes:02}:{seconds:02}.{part:03}"

    def file(self, *, web: bool) -> str:
        at, number, made = self.one((0.0, 1.2, 3000.5)), self.one((1, 1, 2, 7)), []
        style = self.one((1, 2)) if web else self.one((0, 0, 2))
        for _ in range(self.one((1, 2, 4))):
            start = at + self.one((0.0, 0.2, 2.5, 30.0))
            at = start + self.one((0.5, 1.0, 3.25))
            name = (
                f"{number}\n" if not web or self.dice.random() < 0.4 else self.one(("", "intro\n"))
            )
            name = "" if self.dice.random() < 0.1 else name
            more = self.one(("", "", " line:0 align:start", " X1:40"))
            arrow = self.one((" --> ",) * 6 + (" -> ", "-->"))
            lines = "\n".join(self.one(LINES) for _ in range(self.one((0, 1, 1, 2, 3))))
            made.append(
                f"{name}{self.time(start, style)}{arrow}{self.time(at, style)}{more}\n{lines}\n"
            )
            number += self.one((1, 1, 1, 2))
        head = (
            self.one(("WEBVTT\n\n", "WEBVTT - t\n\nNOTE no\none\n\nSTYLE\n::cue {}\n\n"))
            if web
            else ""
        )
        return head + self.one(("\n", "\n", "\n\n", "")).join(made)


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    for seed in seeds:
        draw = Draw(seed)
        web = seed % 3 == 0
        text = draw.file(web=web)
        if seed % 7 == 2:
            text = text.replace("\n", "\r\n")
        path = Path("made.vtt" if web else "made.srt")
        with suppress(FormatError):
            yield f"{seed}", formats.read_bytes(path, text.encode())
