"""Which blocks of a page are its article, as far as the markup tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.domain import Block
from reviewer.formats.mapped import MappedBlock

_LEAST_SHARE = 0.4
"""Of the page's text that a main part must hold to be believed."""

_LEAST_SHARE_OF_ARTICLE = 0.6
"""Of the main part's text that one article in it must hold, so that others are teasers."""

_LINK_LIST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A block with what its markup shows: all of it is a link; the regions that it is in.

    `regions` names the `main` and `article` elements around it, outermost first, each by its
    name and number.
    """

    mapped: MappedBlock
    linked: bool
    regions: tuple[tuple[str, int], ...]

    @property
    def block(self) -> Block:
        return self.mapped.block


def with_main_part(found: Sequence[Found]) -> list[MappedBlock]:
    """The blocks in order; what clearly lies outside the article is chrome, its h1 the title."""
    chrome = [each.block.chrome for each in found]
    title = _title(found, chrome)
    if title is not None:
        chrome[title] = False
    _link_lists(found, chrome)
    region = _region(found, chrome)
    if region:
        inside = [region in each.regions for each in found]
        first = inside.index(True)
        start = title if title is not None and title < first else first
        for index, each in enumerate(found):
            # Between the title and the article stand the lead, the author and the date.
            if not inside[index] and not (start <= index < first and not each.linked):
                chrome[index] = True
        if title is not None:
            chrome[title] = False
    if all(chrome):
        # A page that calls itself furniture throughout is read as it stands.
        chrome = [False] * len(found)
        _link_lists(found, chrome)
    made = []
    for index, each in enumerate(found):
        block = replace(each.block, chrome=chrome[index])
        if index == title:
            block = replace(block, role="title")
        elif block.role == "title":
            block = replace(block, chrome=title is not None or _is_repeated(block, found, chrome))
        made.append(replace(each.mapped, block=block))
    return made


def _title(found: Sequence[Found], chrome: Sequence[bool]) -> int | None:
    """The first h1 of the page's own text, or else one that the window's title repeats."""
    headings = [
        index
        for index, each in enumerate(found)
        if each.block.role == "heading" and each.block.level == 1
    ]
    for index in headings:
        if not chrome[index]:
            return index
    for index in headings:
        if any(
            each.block.role == "title" and _repeats(each.block, found[index].block)
            for each in found
        ):
            return index
    return None


def _is_repeated(title: Block, found: Sequence[Found], chrome: Sequence[bool]) -> bool:
    """Whether the window's title says again what a block of the page says."""
    return any(
        not out and each.block.role != "title" and _repeats(title, each.block)
        for each, out in zip(found, chrome, strict=True)
    )


def _repeats(title: Block, block: Block) -> bool:
    """Whether `title` is the text of `block`, and perhaps the name of the site."""
    text, whole = block.text.casefold(), title.text.casefold()
    return text in whole and 2 * len(text) > len(whole)


def _link_lists(found: Sequence[Found], chrome: list[bool]) -> None:
    """Mark runs of blocks that are nothing but links: menus and related stories."""
    run: list[int] = []
    for index, each in [*enumerate(found), (len(found), None)]:
        if each is not None and each.linked and each.block.role != "heading":
            run.append(index)
            continue
        if len(run) >= _LINK_LIST:
            for linked in run:
                chrome[linked] = True
        run = []


def _region(found: Sequence[Found], chrome: Sequence[bool]) -> tuple[str, int] | None:
    amounts: dict[tuple[str, int], int] = {}
    whole = 0
    for each, out in zip(found, chrome, strict=True):
        if out or each.linked or each.block.role == "title":
            continue
        whole += len(each.block.text)
        for region in each.regions:
            amounts[region] = amounts.get(region, 0) + len(each.block.text)
    main = _largest(amounts, "main", _LEAST_SHARE * whole)
    base = amounts[main] * _LEAST_SHARE_OF_ARTICLE if main else _LEAST_SHARE * whole
    return _largest(amounts, "article", base) or main


def _largest(
    amounts: dict[tuple[str, int], int], name: str, least: float
) -> tuple[str, int] | None:
    regions = [region for region in amounts if region[0] == name]
    best = max(regions, key=lambda region: amounts[region], default=None)
    return best if best and amounts[best] >= least else None
