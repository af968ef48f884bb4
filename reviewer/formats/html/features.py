"""What the evidence for page furniture is weighed by: where each block stands, and what it is.

Nothing here asks for a language: shapes, links, positions, and the names that authors of pages
give to parts of them. A page is judged as a whole, so that all figures are shares of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate, pairwise

from reviewer.formats.html.hiding_names import name_words
from reviewer.formats.html.nodes import Found, Node
from reviewer.text.endings import ends_as_sentence

_PROSE_WORDS = 10
"""Words of a block that ends as a sentence, from which on it is prose of some article."""

_LARGEST_BOX = 0.4
"""Of the page's unlinked text, in a box that asks something."""

_MOST_PROSE = 2
"""Blocks of prose in such a box."""

_LINKED = 0.5
"""Of a block's characters, in links, from which on it is no prose."""

_CORE = 0.6
"""Of the page's prose that the smallest element around its article holds."""

_SHORT = 4
_LINE = 20
"""Words of a label, and of the longest line that a date or a name fills."""

_BARS = re.compile("[|·•»›]")
_DATE = re.compile(
    r"\d{1,4}\s?[./\-年년]\s?\d{1,2}\s?[./\-月월]\s?\d{2,4}|\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b"
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")

_NO_PROSE = frozenset({"hidden", "navigation", "footer", "comment"})

_NAMES: dict[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "talk": "comment comments commentlist respond reply replies disqus discussion forum",
        "share": "share sharing social follow like likes tweet facebook twitter whatsapp print "
        "tools toolbar buttons button actions sharedaddy addtoany shariff",
        "more": "related recommended recommendations more teaser teasers popular trending latest "
        "next prev previous readmore promo promos similar also carousel slider recirculation "
        "ticker mostread",
        "ask": "newsletter subscribe subscription signup login register cookie cookies consent "
        "gdpr privacy banner popup modal overlay paywall notice alert donate donation cta form "
        "optin",
        "sell": "ad ads adv advert advertisement sponsored sponsor affiliate shop product price",
        "go": "nav navbar navigation menu breadcrumb breadcrumbs pager pagination paging tabs toc "
        "skip topbar masthead header logo search",
        "who": "author authors bio byline about profile avatar vcard gravatar",
        "when": "date time timestamp published meta postmeta metadata info infos dateline",
        "what": "tag tags category categories tagcloud topics topic keywords label labels filed",
        "side": "sidebar aside widget widgets rail secondary right left column footer bottom "
        "colophon copyright legal disclaimer imprint impressum",
        "text": "article articlebody body content entry post story text main maincontent "
        "paragraph single entrycontent storybody",
    }.items()
}

_LONGEST_NAME = 8
"""Words of a name; more are the words of a heading, which many programs make its id of."""

_OF_OTHERS = frozenset({"talk in", "who in"})
"""On the pages that people marked no such box held a line of the article, whatever else spoke for
it."""

_ASIDE = frozenset().union(*(known for kind, known in _NAMES.items() if kind != "text"))


def is_named_aside(names: str) -> bool:
    """Whether a class or an id says that the element is something beside a text."""
    written = (frozenset(name_words(each)) for each in names.split())
    return any(words & _ASIDE and not words & _NAMES["text"] for words in written)


class Evidence:
    """The evidence for each block of a page; `title` is the number of its headline's block, `over`
    are the numbers of those that stand over the page.

    `prose` counts the blocks of prose; `inside` tells which blocks stand in the smallest
    element that holds most of the prose; `first` and `last` are the ends of the prose there.
    """

    def __init__(
        self, found: Sequence[Found], title: int | None, over: Container[int] = ()
    ) -> None:
        self._found, self._title, self._over = found, title, over
        self._texts = [each.block.text for each in found]
        self._words = [_count(text) for text in self._texts]
        self._ends = [ends_as_sentence(text) for text in self._texts]
        self._linked = [
            each.linked / max(len(text), 1) for each, text in zip(found, self._texts, strict=True)
        ]
        amounts = self._prose()
        self._amounts = amounts
        self.prose = sum(amount > 0 for amount in amounts)
        self._whole = sum(amounts) or 1
        self._held = _held(found, amounts)
        self._unlinked = _held(found, [each.unlinked for each in found])
        self._all = sum(each.unlinked for each in found) or 1
        self._lengths = _held(found, [len(text) for text in self._texts])
        self._core = _core(found, self._held, self._whole)
        self.inside = [self._core is not None and each.node.is_in(self._core) for each in found]
        self.first, self.last = _bounds(amounts, self.inside)
        self._paths = [_path(each.node, self._core) for each in found]
        self._by_path: Counter[str] = Counter()
        for path, amount in zip(self._paths, amounts, strict=True):
            self._by_path[path] += amount
        self._copies = Counter(self._texts)
        self._before = [0, *accumulate(amounts)]
        self._voices: dict[int, frozenset[str]] = {}

    def of(self, index: int) -> Iterator[tuple[str, float]]:
        """What speaks for or against block `index`: a name and how much (mostly 0 to 1)."""
        yield "one", 1.0
        yield self._found[index].block.role, 1.0
        yield from self._shape(index)
        yield from self._place(index)
        yield from self._surroundings(index)
        yield from self._neighbours(index)
        yield from ((name, 1.0) for name in self._voices_of(self._found[index].node))

    def _prose(self) -> list[int]:
        amounts = [
            len(text) if end and count >= _PROSE_WORDS and linked < _LINKED else 0
            for text, end, count, linked in zip(
                self._texts, self._ends, self._words, self._linked, strict=True
            )
        ]
        open_to_all = [
            0
            if index in self._over or any(node.mark in _NO_PROSE for node in each.node.up())
            else amount
            for index, (amount, each) in enumerate(zip(amounts, self._found, strict=True))
        ]
        return open_to_all if any(open_to_all) else amounts

    def _shape(self, index: int) -> Iterator[tuple[str, float]]:
        text, count = self._texts[index], self._words[index]
        yield "sentence", float(self._ends[index])
        yield "long", min(count, 60) / 60
        yield "short", float(count <= _SHORT)
        yield "prose", float(self._amounts[index] > 0)
        yield "linked", self._linked[index]
        yield "wholly linked", float(self._found[index].is_link)
        if count <= _LINE:
            yield "date", float(bool(_DATE.search(text)))
            yield "bars", float(bool(_BARS.search(text)))
            yield "capitals", _capitals(text)
        yield "figures", sum(map(str.isdigit, text)) / max(len(text), 1)
        yield "colon", float(text.rstrip()[-1:] in ":：")
        yield "copy", float(self._copies[text] > 1)

    def _place(self, index: int) -> Iterator[tuple[str, float]]:
        yield "in core", float(self.inside[index])
        yield "before", self._before[index] / self._whole
        yield "ahead", float(index < self.first)
        yield "behind", float(index > self.last)
        yield "far behind", min(max(index - self.last, 0), 20) / 20
        yield "far ahead", min(max(self.first - index, 0), 20) / 20
        if self._title is not None:
            yield "over title", float(index < self._title)
            yield "under title", float(self._title < index < self.first)

    def _surroundings(self, index: int) -> Iterator[tuple[str, float]]:
        node = self._found[index].node
        parent = next((each for each in node.up() if each.is_block), node)
        upper = parent.parent or parent
        yield "asks", self._controls(node)
        yield "path", self._by_path[self._paths[index]] / self._whole
        yield "same parent", self._held.get(id(parent), 0) / self._whole
        yield "same grandparent", self._held.get(id(upper), 0) / self._whole
        yield "parent unlinked", self._share_unlinked(upper)
        branch = _branch(node, self._core)
        if branch:
            yield "branch", self._held.get(id(branch), 0) / self._whole
            yield "branch unlinked", self._share_unlinked(branch)

    def is_prose(self, index: int) -> bool:
        """Whether block `index` is a paragraph of sentences."""
        return self._amounts[index] > 0

    def is_sentence(self, index: int) -> bool:
        """Whether block `index` ends as a sentence and is no link."""
        return self._ends[index] and self._linked[index] < _LINKED

    def is_own(self, index: int) -> bool:
        """Whether no prose stands as block `index` does, in elements of the same kinds."""
        return not self._by_path[self._paths[index]]

    def share(self, node: Node) -> float:
        """How much of the page's unlinked text stands in an element."""
        return self._unlinked.get(id(node), 0) / self._all

    def path(self, index: int) -> str:
        """How block `index` stands in the article: the elements around it."""
        return self._paths[index]

    def reads_on(self, index: int, beside: int) -> bool:
        """Whether two blocks are sentences without links that stand side by side alike."""
        one, other = (self._found[each] for each in (index, beside))
        if not (self._ends[index] and self._ends[beside]) or one.block.role != other.block.role:
            return False
        if max(self._linked[index], self._linked[beside]) >= _LINKED:
            return False
        if one.node is other.node:
            return True
        beside_it = one.node.parent is other.node.parent
        if one.node.name == other.node.name and one.node.names == other.node.names:
            return beside_it
        if one.node.mark or other.node.mark:
            return False
        plain = not one.node.names or one.node.name == other.node.name
        return plain and (
            beside_it or one.node is other.node.parent or other.node is one.node.parent
        )

    def of_others(self) -> list[int]:
        """The sentences in boxes within the core that are called a talk of readers or the life of
        somebody; none where they are most of the text there."""
        inside = [index for index, is_inside in enumerate(self.inside) if is_inside]
        found = [
            index
            for index in inside
            if self.is_sentence(index)
            and not _OF_OTHERS.isdisjoint(self._voices_of(self._found[index].node))
        ]
        whole = sum(self._amounts[index] for index in inside)
        return found if sum(self._amounts[index] for index in found) <= whole / 2 else []

    def asking_boxes(self) -> list[list[int]]:
        """The blocks of each small box outside the core that has a button or a field in it."""
        boxes: dict[int, list[int]] = {}
        for index, each in enumerate(self._found):
            box = None if self.inside[index] else self._box(each.node)
            if box is not None and index != self._title:
                boxes.setdefault(id(box), []).append(index)
        return [
            box for box in boxes.values() if sum(self._amounts[i] > 0 for i in box) <= _MOST_PROSE
        ]

    def asks_inside(self, index: int, most_prose: int) -> bool:
        """Whether a block stands in a box within the core that has a field for the reader, and
        in it no more paragraphs of prose than `most_prose`."""
        if not self.inside[index]:
            return False
        box = None
        for node in self._found[index].node.up():
            if node is self._core:
                break
            box = box or (node if node.fields and node.is_block else None)
        if box is None or self._has_title(box):
            return False
        prose = 0
        for step in (1, -1):
            at = index if step == 1 else index - 1
            while 0 <= at < len(self._found) and self._found[at].node.is_in(box):
                prose += self._amounts[at] > 0
                at += step
        return prose <= most_prose

    def _has_title(self, box: Node) -> bool:
        return self._title is not None and self._found[self._title].node.is_in(box)

    def _box(self, node: Node) -> Node | None:
        """The smallest element around `node` that asks something and holds little text."""
        for each in node.up():
            if each.controls and each.is_block and each.name != "button":
                share = self._unlinked.get(id(each), 0) / self._all
                return each if share <= _LARGEST_BOX else None
        return None

    def _controls(self, node: Node) -> float:
        """How much the smallest box around `node` that asks something is taken up by it.

        1 for a box of a few lines with a button, less for one that holds more text.
        """
        for each in node.up():
            if each is self._core:
                break
            if each.controls:
                share = self._unlinked.get(id(each), 0) / self._all
                return max(0.0, 1 - 2 * share)
        return 0.0

    def _share_unlinked(self, node: Node) -> float:
        return self._unlinked.get(id(node), 0) / max(self._lengths.get(id(node), 0), 1)

    def _neighbours(self, index: int) -> Iterator[tuple[str, float]]:
        for step in (1, 2):
            for side, at in (("last", index - step), ("next", index + step)):
                if 0 <= at < len(self._found):
                    yield f"{side} {step} prose", float(self._amounts[at] > 0)
                    yield f"{side} {step} linked", self._linked[at]
                    yield f"{side} {step} short", float(self._words[at] <= _SHORT)
                else:
                    yield f"{side} {step} none", 1.0

    def _voices_of(self, node: Node) -> frozenset[str]:
        if id(node) not in self._voices:
            self._voices[id(node)] = _voices(node, self._core)
        return self._voices[id(node)]


def _count(text: str) -> int:
    """Words, about: three characters of scripts without spaces make one."""
    wide = len(_WIDE.findall(text))
    return len(_WIDE.sub(" ", text).split()) + wide // 2


def _capitals(text: str) -> float:
    """The share of words that begin with a capital: names and titles have many."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / max(len(words), 1)


def _held(found: Sequence[Found], amounts: Sequence[int]) -> dict[int, int]:
    """How much of `amounts` stands in each element, by its id."""
    held: dict[int, int] = {}
    levels: dict[int, dict[int, Node]] = {}
    for each, amount in zip(found, amounts, strict=True):
        if amount:
            held[id(each.node)] = held.get(id(each.node), 0) + amount
            levels.setdefault(each.node.depth, {})[id(each.node)] = each.node
    # From the inside out, so that an element hands on what it holds once only.
    for depth in range(max(levels, default=0), 0, -1):
        for node in levels.get(depth, {}).values():
            outer = node.parent
            if outer is not None:
                held[id(outer)] = held.get(id(outer), 0) + held[id(node)]
                levels.setdefault(depth - 1, {})[id(outer)] = outer
    return held


def _core(found: Sequence[Found], held: dict[int, int], whole: int) -> Node | None:
    """The smallest element that holds most of the prose."""
    best: Node | None = None
    for each in found:
        for node in each.node.up():
            if held.get(id(node), 0) >= _CORE * whole:
                if best is None or held[id(node)] < held[id(best)] or node.is_in(best):
                    best = node
                break
    return best


def _branch(node: Node, core: Node | None) -> Node | None:
    """The part of the core, right below it, that `node` stands in."""
    for below, above in pairwise(node.up()):
        if above is core:
            return below
    return node if node is core else None


def _path(node: Node, core: Node | None) -> str:
    """The kinds of elements between the core and a block, innermost first."""
    steps = []
    for each in node.up():
        if each is core:
            break
        if each.is_block:
            steps.append(f"{each.name}.{each.names.split()[0] if each.names else ''}")
    else:
        steps.append("outside")
    return " ".join(steps)


def _bounds(prose: Sequence[int], inside: Sequence[bool]) -> tuple[int, int]:
    """The first and the last block of prose in the core."""
    at = [index for index, amount in enumerate(prose) if amount and inside[index]]
    return (at[0], at[-1]) if at else (0, len(prose))


def _voices(node: Node, core: Node | None) -> frozenset[str]:
    """What marks and names say of the elements around a block, within the core or around it."""
    found: set[str] = set()
    where = "in" if core is None or node.is_in(core) else "out"
    for each in node.up():
        if each is core:
            where = "around"
        if each.mark and where != "around":
            found.add(f"{each.mark} {where}")
        if each.name in ("article", "main", "blockquote", "table", "ul", "ol", "dl"):
            found.add(f"{each.name} {where}")
        if each.names and where != "around":
            names = map(name_words, each.names.split())
            words = {word for name in names if len(name) <= _LONGEST_NAME for word in name}
            found |= {f"{kind} {where}" for kind, known in _NAMES.items() if known & words}
    return frozenset(found)
