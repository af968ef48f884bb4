"""Marked words (`==so==`), as many dialects of Markdown write them: a rule for the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_MARK = "=="


def marked_plugin(parser: MarkdownIt) -> None:
    """Give `parser` tokens `mark_open` and `mark_close`."""
    parser.inline.ruler.before("emphasis", "mark", _signs)
    parser.inline.ruler2.before("emphasis", "mark", _pairs)


def _signs(state: StateInline, silent: bool) -> bool:
    """Two signs in a row may open or close; between two letters of code ("a==b") they are text,
    and so are one, three and more."""
    from markdown_it.rules_inline.state_inline import Delimiter

    if silent or not state.src.startswith(_MARK, state.pos):
        return False
    scanned = state.scanDelims(state.pos, True)
    end = state.pos + scanned.length
    state.push("text", "", 0).content = state.src[state.pos : end]
    if scanned.length == len(_MARK) and not _compares(state.src, state.pos, end):
        state.delimiters.append(
            Delimiter(
                marker=ord(_MARK[0]),
                length=0,
                token=len(state.tokens) - 1,
                end=-1,
                open=scanned.can_open,
                close=scanned.can_close,
            )
        )
    state.pos = end
    return True


def _compares(text: str, start: int, end: int) -> bool:
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return len(around) == 2 and all(each.isascii() and each.isalnum() for each in around)


def _pairs(state: StateInline) -> None:
    """Make marks of the signs that found each other."""
    inner = [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]
    for delimiters in (state.delimiters, *inner):
        for opening in delimiters:
            if opening.marker != ord(_MARK[0]) or opening.end == -1:
                continue
            both = (opening.token, delimiters[opening.end].token)
            for number, kind, nesting in zip(both, ("open", "close"), (1, -1), strict=True):
                token = state.tokens[number]
                token.type, token.tag, token.nesting = f"mark_{kind}", "mark", nesting
                token.markup, token.content = _MARK, ""
