"""One text as all rules get it: its letters, its tokens, its language. Nothing changes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.text.quantities.clock_phrases import ClockPhrase
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.lexicon import Lexicon, Senses

Found = tuple[Item, int]
"""What a rule has read, and the index of the node after it."""


@dataclass(slots=True)
class Reading:
    """`text` is already `plain`; `nodes` are its tokens that matter, in order.

    `clock_phrases` are those of the language's whose words the text holds.
    """

    text: str
    nodes: Sequence[Node]
    lexicon: Lexicon
    clock_phrases: tuple[ClockPhrase, ...] = field(init=False)

    def __post_init__(self) -> None:
        known = self.lexicon.clock_phrases
        self.clock_phrases = tuple(phrase for phrase in known if phrase.told in self.text)

    def at(self, index: int) -> Node | None:
        """The node at an index, None behind the last one."""
        return self.nodes[index] if 0 <= index < len(self.nodes) else None

    def senses(self, index: int) -> Senses:
        """The senses of the node at an index; none behind the last one."""
        node = self.at(index)
        return {} if node is None else node.senses

    def after(self, index: int, end: int) -> int:
        """The index of the first node behind `index` that does not begin before `end`."""
        index += 1
        while index < len(self.nodes) and self.nodes[index].start < end:
            index += 1
        return index
