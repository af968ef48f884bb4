"""One text read from its first token to its last quantity."""

from __future__ import annotations

import re

from reviewer.text.note_marks import note_marks
from reviewer.text.quantities import joining
from reviewer.text.quantities.around_noon import around_noon
from reviewer.text.quantities.characters import plain, seen
from reviewer.text.quantities.date_spans import with_months
from reviewer.text.quantities.eras import before_christ
from reviewer.text.quantities.grammar import read
from reviewer.text.quantities.items import Item, Node, moved
from reviewer.text.quantities.lexicon import Lexicon, lexicon
from reviewer.text.quantities.nodes import nodes as find_nodes
from reviewer.text.quantities.reading import Reading
from reviewer.text.quantities.roman import romans

_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_FOLLOWERS = frozenset(
    {"and", "short", "stem", "vague", "out_of", "before_era", "in_era", "minutes_less",
     "minutes_past", "discount", "permille", "permyriad"}
)  # fmt: skip
"""What says nothing but after something else."""
SPANS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade_span",
                   "century_span"})  # fmt: skip
"""Units of time that something may happen after or before."""


class Reader:
    """Reads one text: its tokens once, then its quantities."""

    __slots__ = ("_places", "before_era", "lexicon", "nodes", "periods", "text", "weekdays")

    def __init__(self, text: str, language: str) -> None:
        self.lexicon: Lexicon = lexicon(language)
        read, self._places = seen(text)
        self.text = plain(read)
        self.nodes: list[Node] = find_nodes(self.text, self.lexicon)
        self.before_era = False
        self.weekdays: list[tuple[int, int, int]] = []
        self.periods: list[tuple[int, int, str]] = []

    def items(self) -> list[Item]:
        """The quantities of the text, in order."""
        found = romans(self.text, self.lexicon, self._read())
        if found:
            found = self._joined(found)
        marks = [node for node in self.nodes if "before_era" in node.senses]
        found = before_christ(self.text, found, marks, self.lexicon)
        self.before_era = bool(marks)
        if self._places is not None:
            places = self._places
            found = [moved(item, places) for item in found]
            self.weekdays = [(places[a], places[b - 1] + 1, day) for a, b, day in self.weekdays]
            self.periods = [(places[a], places[b - 1] + 1, name) for a, b, name in self.periods]
        return found

    def spans(self) -> list[tuple[int, int, str]]:
        """Start, end and name of the words for units of time, counted or not."""
        found = []
        for node in self.nodes:
            unit = str(node.senses.get("unit", "century_span" if "century" in node.senses else ""))
            if unit in SPANS:
                found.append((node.start, node.end, unit))
        places = self._places
        return found if places is None else [(places[a], places[b - 1] + 1, u) for a, b, u in found]

    def _joined(self, found: list[Item]) -> list[Item]:
        """The quantities with their ranges put together, and without the marks of notes."""
        if len(found) > 1:
            found = with_months(self.text, found, self.lexicon)
            found = around_noon(self.text, joining.joined(self.text, found), self.lexicon)
        if any(_may_be_mark(self.text, item) for item in found):
            # The mark of a note counts nothing.
            marks = note_marks(self.text, self.lexicon.language)
            found = [
                i
                for i in found
                if not _is_footnote(self.text, i)
                and not any(m.start <= i.start and i.end <= m.end for m in marks)
            ]
        return found

    def _read(self) -> list[Item]:
        """The quantities that begin with a figure, sign or word of the lexicon."""
        nodes = self.nodes
        found: list[Item] = []
        reading: Reading | None = None
        index = 0
        while index < len(nodes):
            senses = nodes[index].senses
            if senses and (senses.keys() <= _FOLLOWERS or self._stands_aside(nodes[index])):
                index += 1
                continue
            reading = reading or Reading(self.text, nodes, self.lexicon)
            result = read(reading, index)
            if result is None:
                index += 1
                continue
            item, index = result
            while found and found[-1].end > item.start:
                found.pop()
            found.append(item)
        return found

    def _stands_aside(self, node: Node) -> bool:
        """Whether a word is no part of a quantity: a phrase that counts nothing, or one that is
        kept apart (a day of the week, how often something returns)."""
        senses = node.senses
        if "period" in senses:
            self.periods.append((node.start, node.end, str(senses["period"])))
            return True
        if "weekday" in senses and ("ordinal" not in senses or node.raw.lower() != node.raw):
            self.weekdays.append((node.start, node.end, int(senses["weekday"])))
            return True
        if "weekday_short" in senses and self._stands_for_a_day(node):
            self.weekdays.append((node.start, node.end, int(senses["weekday_short"])))
        return "idiom" in senses

    def _stands_for_a_day(self, node: Node) -> bool:
        """Whether an ordinal is the short name of a day (na segunda e na terça): it counts no
        noun, for a clause ends behind it or one of the words follows that follow a day."""
        after = _WORD_AFTER.match(self.text, node.end)
        return after is None or after.group(1).lower() in self.lexicon.facts["after_weekday"]


_BEFORE_MARKS = frozenset(".!?[(^#{（［【〔")


def _may_be_mark(text: str, item: Item) -> bool:
    """Whether an item may be the first figure of a note's mark: [2], (3), word.4, [note 5]."""
    before = text[item.start - 1] if item.start else ""
    return before in _BEFORE_MARKS or (before == " " and "[" in text)


def _is_footnote(text: str, item: Item) -> bool:
    if not item.raw or not item.start or text[item.start - 1] != "[":
        return False
    return text[item.end : item.end + 1] == "]"
