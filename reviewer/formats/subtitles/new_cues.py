"""New subtitles: cues of their own, shown when those are shown that they translate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reviewer.domain import NewBlock
from reviewer.formats.shared.mapped import SourcePatch
from reviewer.formats.shared.markup import escaped
from reviewer.formats.subtitles.cues import TIMES, Cue, is_web, seconds

_SHORTEST = 5 / 6
_LONGEST = 7.0
"""Seconds that a subtitle is shown (the usual rules of the trade: 5/6 to 7 seconds)."""

_SPEED = 15.0
"""Characters that are read in a second."""

_LINE_END = re.compile(r"[\r\n]|\Z")

Time = tuple[float, float]


@dataclass(slots=True)
class _New:
    text: str
    time: Time


class NewCues:
    """Where the new blocks `wanted` go among `found`, the cues of `text`.

    `before` and `behind` are the patches of what goes there beside a text that may be edited
    itself; in `left` are the blocks for which there is no time between their neighbours.
    """

    def __init__(self, text: str, found: Sequence[Cue], wanted: Sequence[NewBlock]) -> None:
        self._text = text
        self._cues = found
        self._first = list(accumulate((len(cue.texts) for cue in found), initial=0))
        """The number of the first block of each cue."""
        self._line_end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
        self.before: list[SourcePatch] = []
        self.behind: list[SourcePatch] = []
        self.left: list[NewBlock] = []
        between: dict[int, list[NewBlock]] = {}
        for new in wanted:
            cue = self._cue_of(new.block)
            same = self._at_its_time(cue, new)
            if same is not None:
                self._add_line(same, new)
            else:
                between.setdefault(cue + new.behind, []).append(new)
        timed = {place: self._timed(place, several) for place, several in between.items()}
        self.left += (
            new for place, several in between.items() if not timed[place] for new in several
        )
        self.behind += self._written(timed)

    # -- times
    def _cue_of(self, block: int) -> int:
        return next(n for n, first in enumerate(self._first[1:]) if block < first)

    def _at_its_time(self, cue: int, new: NewBlock) -> Cue | None:
        """The cue beside which the block stands, or an empty one near by, when it is shown while
        the source of the block is."""
        time = _time_of(new)
        if time is None:
            return None
        near = [cue]
        step = 1 if new.behind else -1
        while 0 <= near[-1] + step < len(self._cues) and not self._cues[near[-1] + step].texts:
            near.append(near[-1] + step)
        for number in near:
            start, end = self._cues[number].span()
            common = min(end, time[1]) - max(start, time[0])
            if common * 2 >= time[1] - time[0]:
                return self._cues[number]
        return None

    def _timed(self, place: int, several: Sequence[NewBlock]) -> list[_New]:
        """Cues for before cue number `place`, [] where there is no time for them."""
        start = self._cues[place - 1].span()[1] if place else 0.0
        end = self._cues[place].span()[0] if place < len(self._cues) else None
        texts = [self._said(new) for new in several]
        own = [_time_of(new) for new in several]
        last = start
        times: list[Time] = []
        for time in own:
            if time is None:
                break
            cut = (max(time[0], last), time[1] if end is None else min(time[1], end))
            if cut[1] - cut[0] < min(_SHORTEST, time[1] - time[0]):
                break
            times.append(cut)
            last = cut[1]
        if len(times) < len(several):
            times = _shared(texts, start, end, at_end=not place)
        if not times:
            return []
        return [_New(text, time) for text, time in zip(texts, times, strict=True)]

    # -- writing
    def _said(self, new: NewBlock) -> str:
        return escaped(new.text) if is_web(self._text) else new.text

    def _add_line(self, cue: Cue, new: NewBlock) -> None:
        """One line more in a cue, beside that of a speaker; the first one in an empty cue."""
        if cue.texts and not new.behind:
            start = cue.texts[0].starts[0]
            at = max(self._text.rfind("\n", 0, start), self._text.rfind("\r", 0, start)) + 1
            self.before.append(SourcePatch(at, at, self._said(new) + self._line_end))
            return
        first = self._first[self._cue_of(new.block)]
        inside = cue.texts[new.block - first : new.block - first + 1]
        end = (
            inside[0].ends[-1]
            if inside and cue is self._cues[self._cue_of(new.block)]
            else cue.last
        )
        # Marks that end behind the text stay on it.
        at = next(match.start() for match in _LINE_END.finditer(self._text, end))
        self.behind.append(SourcePatch(at, at, self._line_end + self._said(new)))

    def _written(self, added: Mapping[int, Sequence[_New]]) -> list[SourcePatch]:
        """The new cues, and the numbers of those behind them that are taken."""
        made: list[SourcePatch] = []
        last = 0
        for place in range(len(self._cues) + 1):
            cue = self._cues[place] if place < len(self._cues) else None
            number = int(cue.number) if cue and cue.number else None
            if place == 0 and number is not None:
                last = max(number - 1 - len(added.get(0, ())), min(number - 1, 0))
            texts = []
            for one in added.get(place, ()):
                last += 1
                texts.append(self._cue(one, last, place))
            if texts:
                made.append(self._put(texts, place))
            if cue is None or number is None:
                continue
            if number <= last and any(added.values()):
                at = cue.lead
                made.append(SourcePatch(at, at + len(cue.number), str(last + 1)))
                number = last + 1
            last = number
        return made

    def _put(self, texts: Sequence[str], place: int) -> SourcePatch:
        gap = self._line_end * 2
        if place:
            at = self._cues[place - 1].last
            return SourcePatch(at, at, "".join(gap + text for text in texts))
        at = self._cues[0].lead
        return SourcePatch(at, at, "".join(text + gap for text in texts))

    def _cue(self, new: _New, number: int, place: int) -> str:
        like = self._cues[max(place - 1, 0)]
        times = like.times
        start, end = (_written_time(time, times["start"]) for time in new.time)
        lines = [f"{start} --> {end}{times['settings'].rstrip()}", new.text]
        if like.number:
            lines.insert(0, str(number))
        return self._line_end.join(lines)


def _time_of(new: NewBlock) -> Time | None:
    """When the source of a new block is shown, None where its file has no times."""
    match = TIMES.fullmatch(new.source.note) if new.source else None
    if match is None:
        return None
    start, end = seconds(match["start"]), seconds(match["end"])
    return (start, end) if end > start else None


def _shared(texts: Sequence[str], start: float, end: float | None, *, at_end: bool) -> list[Time]:
    """Times for `texts` one after the other from `start` on, or (`at_end`) up to `end`; [] where
    there is not enough for all."""
    wanted = [min(max(len(text) / _SPEED, _SHORTEST), _LONGEST) for text in texts]
    total = sum(wanted)
    room = total if end is None else end - start
    if room < _SHORTEST * len(texts):
        return []
    if total > room:
        wanted = [room / len(texts)] * len(texts)
        total = room
    at = end - total if at_end and end is not None else start
    times = []
    for each in wanted:
        times.append((at, at + each))
        at += each
    return times


def _written_time(time: float, like: str) -> str:
    """A time as others of the file are written."""
    whole = round(time * 1000)
    hours, rest = divmod(whole // 1000, 3600)
    mark = "," if "," in like else "."
    digits = len(like.rpartition(mark)[2])
    clock = f"{rest // 60:02}:{rest % 60:02}"
    if hours or like.count(":") > 1:
        width = len(like.partition(":")[0]) if like.count(":") > 1 else 2
        clock = f"{hours:0{width}}:{clock}"
    return f"{clock}{mark}{f'{whole % 1000:03}'[:digits]}"
