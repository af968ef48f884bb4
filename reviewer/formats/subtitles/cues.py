"""The cues of SubRip (srt) and WebVTT: where their numbers, times and lines stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.markup import characters

_PART = r" ?[,.:] ?\d{1,3}"
_TIME = rf"-?(?:\d+ ?: ?\d{{1,2}} ?: ?\d{{2}}(?:{_PART})?|\d{{1,2}} ?: ?\d{{2}}{_PART})"
TIMES = re.compile(
    rf"[ \t]*(?P<start>{_TIME})[ \t]*(?:[-–—]{{1,2}} ?>|→)[ \t]*(?P<end>{_TIME})"
    r"(?P<settings>[^\r\n]*)"
)
"""Times as programs write them, and as hands and translating machines leave them behind: with
spaces, without parts of seconds, before nought, with another arrow. Text behind times that were
taken for none stood in no block, and nobody missed it."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARKS = re.compile(
    r"(?P<space><br ?/?>|\\[Nnh])|<rt>[^<]*</rt>|</?[A-Za-z0-9][^<>]*>|\{\\[^{}]*\}|<\d[\d:.]*>"
)
"""Line breaks; how a word is pronounced; italics, colours, voices, positions."""

_NEW_SPEAKER = re.compile(r"[ \t]*[-–—‐]")
_CLOCK = 2
"""Colons between hours and seconds: behind one more stands a part of a second."""

_BEGINNING = ("WEBVTT", "NOTE", "STYLE", "REGION")
"""Lines of WebVTT that name no cue."""


@dataclass(slots=True)
class Cue:
    """What is shown at one time. `times` is the match of `TIMES`; `lead` is where its number or
    name begins, or its times where it has none. It ends at `last`, before the line's end.
    `texts` are its blocks, one for each speaker."""

    lead: int
    times: re.Match[str]
    last: int
    texts: list[Mapping] = field(default_factory=list)

    @property
    def number(self) -> str:
        """Its number, "" for none or a name."""
        written = self.times.string[self.lead : self.times.start()].strip()
        return written if written.isdecimal() else ""

    def span(self) -> tuple[float, float]:
        """From when to when it is shown, in seconds."""
        return seconds(self.times["start"]), seconds(self.times["end"])


def seconds(time: str) -> float:
    """What a time such as 01:02:03,450 is in seconds."""
    whole, _, rest = time.replace(".", ",").partition(",")
    *clock, last = whole.split(":")
    if len(clock) > _CLOCK:
        rest = last
    else:
        clock.append(last)
    total = 0
    for part in clock:
        total = total * 60 + abs(int(part))
    sign = -1 if time.startswith("-") else 1
    return sign * (total + int(rest.strip().ljust(3, "0")) / 1000)


def is_web(text: str) -> bool:
    """Whether a text is WebVTT."""
    return text.startswith("WEBVTT")


def cues(text: str) -> list[Cue]:
    """The cues of `text`, in the order in which they are written."""
    return list(each_cue(text))


def each_cue(text: str) -> Iterator[Cue]:
    """As `cues`, one after the other: the places of its characters take most of the memory."""
    lines = [match for match in _LINE.finditer(text) if match[0]]
    number = 0
    while number < len(lines):
        times = TIMES.match(lines[number][0])
        if not times:
            number += 1
            continue
        cue = _opened(text, lines, number)
        number += 1
        first = number
        while number < len(lines) and not TIMES.match(lines[number][0]):
            if is_web(text) and not lines[number][0].strip():
                break
            number += 1
        last = number
        if first < number < len(lines):
            # Right above its times stands the number of the next cue, which is no text.
            last -= lines[number - 1][0].strip().isdecimal()
        # In SubRip a blank line ends no cue: players show what follows it as well.
        for is_text, group in groupby(lines[first:last], lambda line: bool(line[0].strip())):
            if is_text:
                shown = list(group)
                cue.texts += _speakers(text, shown, is_web(text))
                cue.last = shown[-1].start() + len(shown[-1][0].rstrip("\r\n"))
        yield cue


def _opened(text: str, lines: Sequence[re.Match[str]], number: int) -> Cue:
    times = TIMES.match(text, lines[number].start())
    assert times is not None
    lead = times.start()
    above = lines[number - 1][0].strip() if number else ""
    named = is_web(text) and not above.startswith(_BEGINNING)
    if above and (named or above.isdecimal()):
        lead = lines[number - 1].start()
    return Cue(lead, times, times.end())


def _speakers(text: str, lines: Sequence[re.Match[str]], is_web: bool) -> Iterator[Mapping]:
    mapping = Mapping()
    end = 0
    for line in lines:
        start = line.start()
        stop = start + len(line[0].rstrip("\r\n"))
        if len(mapping) and _NEW_SPEAKER.match(_MARKS.sub("", line[0])):
            yield from _said(mapping)
            mapping = Mapping()
        if len(mapping) and not mapping.characters[-1].isspace():
            mapping.add(" ", end, start)
        _add_line(mapping, text, start, stop, is_web)
        end = stop
    yield from _said(mapping)


def _add_line(mapping: Mapping, text: str, start: int, stop: int, is_web: bool) -> None:
    position = start
    for mark in (*_MARKS.finditer(text, start, stop), None):
        end = mark.start() if mark else stop
        if is_web:
            for each in characters(text, position, end):
                mapping.add(*each)
        else:
            mapping.add_run(text[position:end], position)
        if mark and mark["space"]:
            mapping.add(" ", *mark.span())
        position = mark.end() if mark else stop


def _said(mapping: Mapping) -> Iterator[Mapping]:
    if trimmed := mapping.trimmed():
        yield trimmed
