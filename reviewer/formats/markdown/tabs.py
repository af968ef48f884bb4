"""Tabs (`=== "Linux"`), as Material for MkDocs has them: a rule for the parser.

What stands in a tab is indented, and would be code without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_TAB = re.compile(r"===[!+]?[ \t]++\"(?P<title>[^\"\n]++)\"[ \t]*\Z")
_INDENT = 4


def tabs_plugin(parser: MarkdownIt) -> None:
    """Give `parser` the name of a tab as a heading and what it holds as Markdown."""
    parser.block.ruler.before(
        "lheading", "tabs", _tab, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _tab(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    match = _TAB.match(state.src[start : state.eMarks[line]])
    if match is None or state.is_code_block(line):
        return False
    if silent:
        return True
    inner = state.sCount[line] + _INDENT
    after = line + 1
    while after < last and (state.isEmpty(after) or state.sCount[after] >= inner):
        after += 1
    opening = state.push("heading_open", "h4", 1)
    opening.map, opening.markup = [line, line + 1], "==="
    name = state.push("inline", "", 0)
    name.map, name.content, name.children = [line, line + 1], match["title"].strip(), []
    state.push("heading_close", "h4", -1)
    indent, end = state.blkIndent, state.lineMax
    state.blkIndent, state.lineMax = inner, after
    state.md.block.tokenize(state, line + 1, after)
    state.blkIndent, state.lineMax = indent, end
    state.line = after
    return True
