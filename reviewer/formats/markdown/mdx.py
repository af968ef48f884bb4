"""MDX: Markdown with lines of JavaScript, components and expressions in braces.

Rules for the parser. Lines that import or export, components that stand alone on their lines and
expressions that do are no text; what stands between the tags of a component is Markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.formats.markdown.block_rules import line_ended_by

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

SUFFIX = ".mdx"

_MODULE = re.compile(
    r"import\s+(?:[\w$*{][^;\n]*?\s+from\s+)?[\"'][^\"'\n]+[\"'];?[ \t]*(?:\n|\Z)"
    r"|import\s+(?:\w+\s*,\s*)?\{[^{}]*\}\s*from\s*[\"'][^\"'\n]+[\"']"
    r"|export\s+(?:default\b|(?:const|let|var|async\s+function|function|class)\s+[\w$]+|\*\s|\{)"
)
"""How a line of JavaScript begins that imports or exports."""

_TAG_NAME = re.compile(r"</?\s*(?:(?:[A-Z][\w$]*|[\w$]+(?:\.[\w$]+)+)(?=[\s/>])|(?=>))")
"""A component's name has a capital or a full stop; a fragment has none."""

_FENCE = re.compile("`{3,}|~{3,}")
_COMMENT = re.compile(r"\{\s*/\*.*?\*/\s*\}", re.DOTALL)
_STRING = re.compile(r"\{\s*([\"'`])([^\\\"'`$\n]*)\1\s*\}")
"""An expression that is nothing but a string, mostly a space."""

_DEEPEST = 100
_LONGEST = 5_000
"""Characters of an expression within a paragraph."""

_CLOSING = {"{": "}", "[": "]", "(": ")"}


def is_mdx(path: str, body: str) -> bool:
    """Whether a text is MDX: by its name, or because it begins with a line that imports."""
    return path.lower().endswith(SUFFIX) or bool(_MODULE.match(body.lstrip()))


def mdx_plugin(parser: MarkdownIt) -> None:
    """Give `parser` tokens `mdx_block`, `mdx_tag`, `mdx_comment` and `mdx_expression`."""
    parser.block.ruler.before("table", "mdx_module", _module)
    parser.block.ruler.before(
        "table", "mdx_block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    parser.inline.ruler.before("escape", "mdx", _inline)
    # Components are indented; what is code stands in fences.
    parser.disable(["code", "autolink"])


def without_indents(text: str) -> str:
    """`text` with what stands between the tags of components moved to the left, line by line, as
    the rules of Markdown expect it."""
    made: list[str] = []
    inside: list[int | None] = []
    fence = ""
    for line in text.split("\n"):
        bare = line.lstrip(" \t")
        indent = len(line) - len(bare)
        if not fence and inside and bare.startswith("</") and end_of_tag(bare, 0):
            inside.pop()
            made.append(bare)
            continue
        if inside and inside[-1] is None and bare:
            inside[-1] = indent
        made.append(line[min(inside[-1] or 0, indent) :] if inside else line)
        opened = _FENCE.match(bare)
        if opened and (not fence or (bare.startswith(fence) and not bare.strip(fence[0] + " "))):
            fence = "" if fence else opened[0]
        elif not fence and _opens(bare):
            inside.append(None)
    return "\n".join(made)


def _opens(bare: str) -> bool:
    """Whether a line is, or begins, the first tag of a component that ends on another line."""
    if not _TAG_NAME.match(bare) or bare.startswith("</"):
        return False
    end = end_of_tag(bare, 0)
    return end is not None and not bare[end:].strip() and not bare.startswith("/>", end - 2)


def _module(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """JavaScript up to the next empty line that stands in no bracket; up to the next one at all
    where brackets are not closed, as in a regular expression."""
    start = state.bMarks[line]
    if state.level or state.tShift[line] or not _MODULE.match(state.src, start):
        return False
    if not silent:
        after, at = line + 1, start
        while after < last:
            if state.isEmpty(after):
                end = state.eMarks[after - 1]
                at = _outside(state.src, at, end)
                if at <= end:
                    break
            after += 1
        _push(state, line, after)
    return True


def _block(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """Tags of components and expressions, where nothing else stands on their lines."""
    start = at = state.bMarks[line] + state.tShift[line]
    while True:
        end = end_of_tag(state.src, at) or end_of_expression(state.src, at)
        if end is None:
            break
        at = end
        while state.src[at : at + 1] in (" ", "\t"):
            at += 1
    after = line_ended_by(state, at, line, last) if at > start else None
    if after is not None and not silent:
        _push(state, line, after + 1)
    return after is not None


def _push(state: StateBlock, line: int, after: int) -> None:
    token = state.push("mdx_block", "", 0)
    token.map = [line, after]
    state.line = after


def _inline(state: StateInline, silent: bool) -> bool:
    sign = state.src[state.pos]
    if sign == "<":
        kind, end = "mdx_tag", end_of_tag(state.src, state.pos)
    elif sign == "{":
        comment = _COMMENT.match(state.src, state.pos, state.pos + _LONGEST)
        kind = "mdx_comment" if comment else "mdx_expression"
        end = end_of_expression(state.src, state.pos, _LONGEST)
    else:
        return False
    if end is None or end > state.posMax:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = state.src[state.pos : end]
    state.pos = end
    return True


def shown(expression: str) -> tuple[str, int]:
    """What an expression shows as far as it says so itself, and where that begins in it."""
    match = _STRING.match(expression)
    return (match[2], match.start(2)) if match else (expression, 0)


def end_of_tag(text: str, start: int) -> int | None:
    """Where the tag of a component ends that begins at `start`; None where there is none."""
    name = _TAG_NAME.match(text, start)
    at = name.end() if name else len(text)
    while at < len(text):
        sign = text[at]
        if sign == ">":
            return at + 1
        if sign in "\"'":
            at = text.find(sign, at + 1) + 1 or len(text)
        elif sign == "{":
            at = end_of_expression(text, at) or len(text)
        elif sign == "<" or text.startswith("\n\n", at):
            return None
        else:
            at += 1
    return None


def end_of_expression(text: str, start: int, longest: int | None = None) -> int | None:
    """Where the braces end that begin at `start`; None where they do not, or not within
    `longest` characters."""
    if not text.startswith("{", start):
        return None
    return _end_of_brackets(text, start, len(text) if longest is None else start + longest)


def _outside(code: str, start: int, end: int) -> int:
    """The first place from `end` on that stands in no bracket, where `start` stands in none; `end`
    where a bracket is never closed."""
    at = start
    while at < end:
        sign = code[at]
        if sign in _CLOSING:
            at = _end_of_brackets(code, at, len(code)) or end
        elif sign in "\"'`":
            at = min(_end_of_string(code, at), end) + 1
        elif code.startswith("//", at):
            at = code.find("\n", at, end) + 1 or end
        else:
            at += 1
    return at if at > end + 1 else end


def _end_of_brackets(text: str, start: int, stop: int) -> int | None:
    open_: list[str] = []
    at, stop = start, min(stop, len(text))
    while at < stop:
        sign = text[at]
        if sign in _CLOSING:
            open_.append(_CLOSING[sign])
            if len(open_) > _DEEPEST:
                return None
        elif sign in "}])":
            if not open_ or open_.pop() != sign:
                return None
            if not open_:
                return at + 1
        elif sign in "\"'`":
            at = _end_of_string(text, at)
        elif text.startswith("/*", at):
            at = text.find("*/", at + 2, stop) + 1
            if not at:
                return None
        at += 1
    return None


def _end_of_string(text: str, start: int) -> int:
    """The place of the quote that ends the string; `start` where it does not end on its line, so
    that an apostrophe in the words between two tags is none."""
    sign, at = text[start], start + 1
    while at < len(text) and (text[at] != "\n" or sign == "`"):
        if text[at] == "\\":
            at += 1
        elif text[at] == sign:
            return at
        at += 1
    return start
