"""What the evidence for page furniture is weighed by: where each block stands, and what it is.

Nothing here asks for a language: shapes, links, positions, and the names that authors of pages
give to parts of them. A page is judged as a whole, so that all figures are shares of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reviewer.formats.html_nodes import Found, Node
from reviewer.formats.html_styles import name_words

_PROSE_WORDS = 10
"""Words of a block that ends as a sentence, from which on it is prose of some article."""

_CORE = 0.6
"""Of the page's prose that the smallest element around its article holds."""

_SENTENCE_END = re.compile("[.!?…。！？؟۔।॥։။][\"'»«”“’‘)\\]）」』】〉》]*$")
_DATE = re.compile(
    r"\d{1,4}\s?[./\-年년]\s?\d{1,2}\s?[./\-月월]\s?\d{2,4}|\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b"
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")

_NO_PROSE = frozenset({"hidden", "navigation", "footer", "comment"})

NAMES: dict[str, frozenset[str]] = {
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
        "seen": "caption credit credits image img photo picture figure gallery media video player",
        "text": "article articlebody body content entry post story text main maincontent "
        "paragraph single entrycontent storybody",
    }.items()
}


def features(found: Sequence[Found], title: int | None) -> list[dict[str, float]]:
    """For each block of a page, the evidence by name; `title` is the block of its headline."""
    texts = [each.block.text for each in found]
    words = [_count(text) for text in texts]
    ends = [bool(_SENTENCE_END.search(text)) for text in texts]
    shares = [each.linked / max(len(text), 1) for each, text in zip(found, texts, strict=True)]
    prose = [
        len(text) if end and count >= _PROSE_WORDS and share < 0.5 else 0
        for text, end, count, share in zip(texts, ends, words, shares, strict=True)
    ]
    in_text = [
        amount if not any(node.mark in _NO_PROSE for node in each.node.up()) else 0
        for amount, each in zip(prose, found, strict=True)
    ]
    if any(in_text):
        prose = in_text
    whole = sum(prose) or 1
    held = _held(found, prose)
    unlinked = _held(found, [each.unlinked for each in found])
    lengths = _held(found, [len(text) for text in texts])
    core = _core(found, held, whole)
    inside = [core is not None and each.node.is_in(core) for each in found]
    paths = [_path(each.node, core) for each in found]
    by_path: Counter[str] = Counter()
    for path, amount in zip(paths, prose, strict=True):
        by_path[path] += amount
    copies = Counter(texts)
    first, last = _bounds(prose, inside)
    made = []
    before = 0
    for index, each in enumerate(found):
        text, count = texts[index], words[index]
        parent = next((node for node in each.node.up() if node.is_block), each.node)
        upper = parent.parent or parent
        branch = _branch(each.node, core)
        own: dict[str, float] = {
            "one": 1.0,
            "sentence": float(ends[index]),
            "long": min(count, 60) / 60,
            "short": float(count <= 4),
            "prose": float(prose[index] > 0),
            "linked": shares[index],
            "wholly linked": float(each.is_link),
            "date": float(bool(_DATE.search(text)) and count <= 20),
            "bars": float(bool(re.search(r"[|·•»›]", text)) and count <= 20),
            "colon": float(text.rstrip()[-1:] in ":："),
            "copy": float(copies[text] > 1),
            "capitals": _capitals(text) if count <= 20 else 0.0,
            "figures": sum(map(str.isdigit, text)) / max(len(text), 1),
            "in core": float(inside[index]),
            "path": by_path[paths[index]] / whole,
            "same parent": held.get(id(parent), 0) / whole,
            "same grandparent": held.get(id(upper), 0) / whole,
            "branch": held.get(id(branch), 0) / whole if branch else 0.0,
            "branch unlinked": unlinked.get(id(branch), 0) / max(lengths.get(id(branch), 0), 1)
            if branch
            else 0.0,
            "parent unlinked": unlinked.get(id(upper), 0) / max(lengths.get(id(upper), 0), 1),
            "before": before / whole,
            "ahead": float(index < first),
            "behind": float(index > last),
            "far behind": min(max(index - last, 0), 20) / 20,
            "far ahead": min(max(first - index, 0), 20) / 20,
            "over title": float(title is not None and index < title),
            "is title": float(index == title),
            "under title": float(title is not None and title < index < first),
        }
        before += prose[index]
        own[each.block.role] = 1.0
        for step in (1, 2):
            for side, at in (("last", index - step), ("next", index + step)):
                if 0 <= at < len(found):
                    own[f"{side} {step} prose"] = float(prose[at] > 0)
                    own[f"{side} {step} linked"] = shares[at]
                    own[f"{side} {step} short"] = float(words[at] <= 4)
                else:
                    own[f"{side} {step} none"] = 1.0
        for name in _voices(each.node, core):
            own[name] = 1.0
        made.append(own)
    return made


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
    for each, amount in zip(found, amounts, strict=True):
        if amount:
            for node in each.node.up():
                held[id(node)] = held.get(id(node), 0) + amount
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


def _voices(node: Node, core: Node | None) -> set[str]:
    """What marks and names say of the elements around a block, within the core or around it."""
    found: set[str] = set()
    where = "in" if core is None or node.is_in(core) else "out"
    for each in node.up():
        if each is core:
            where = "around"
        if each.mark and where != "around":
            found.add(f"{each.mark} {where}")
        if each.name in ("article", "main", "figure", "blockquote", "table", "ul", "ol", "dl"):
            found.add(f"{each.name} {where}")
        if each.names and where != "around":
            words = {word for name in each.names.split() for word in name_words(name)}
            found |= {f"{kind} {where}" for kind, known in NAMES.items() if known & words}
    return found
