"""Short codes: what programs that make sites read in a Markdown text before it is Markdown.

Tags of Hugo (`{{< figure >}}`), of Liquid (`{% include %}`: Jekyll, Eleventy) and of WordPress
(`[caption width="300"]`) are no text; what stands between them is Markdown, or code. Rules for the
parser, as `mdx` has them for components.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.formats.markdown.block_rules import line_ended_by
from reviewer.formats.markdown.said_in_tags import words_in
from reviewer.formats.shared.markup import words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_LONGEST = 5_000
"""Characters of one tag."""

_FARTHEST = 5_000
"""Characters between a tag and the one that ends it, where that tells what it is."""

_QUOTED = r"\"(?:[^\"\\\n]|\\.)*\"|`[^`]*+`"
_ALONE = r"\"(?![^\"\n]*+\")|`(?![^`]*+`)"
# No (...)*+ for groups: Python before 3.11.5 loses matches where such a repetition stops.
_HUGO = re.compile(
    rf"\{{\{{(?P<sign>[<%])(?!/\*)\s*+(?P<end>/?)\s*+(?P<name>[\w./-]*+)"
    rf"(?:{_QUOTED}|{_ALONE}|(?![>%]\}}\}}|\n[ \t]*\n|[\"`]).)*[>%]\}}\}}",
    re.DOTALL,
)
_LIQUID = re.compile(
    r"\{%-?\s*+(?P<end>end)?(?P<name>\w++)"
    r"(?:\"[^\"\n]*+\"|'[^'\n]*+'|\"(?![^\"\n]*+\")|'(?![^'\n]*+')"
    r"|(?!%\}|\n[ \t]*\n|[\"']).)*%\}",
    re.DOTALL,
)
_WORDPRESS = re.compile(
    r"\[(?P<end>/?)(?P<name>[A-Za-z][\w-]*+)"
    r"(?P<values>(?:\s++[\w-]++=(?:\"[^\"\]\n]*+\"|'[^'\]\n]*+'|[^\s\"'\]]++))*)\s*+/?\](?![(\[:])"
)
_QUOTES = frozenset("\"'")
_MAY_BE_CODE = re.compile(r"\{[{%]|\[/|\[\w[\w-]*+\s++[\w-]++=")
_VALUE = re.compile(r"\{\{[^{}\n]{1,200}\}\}")
"""What Liquid puts in a text."""

_TARGET = re.compile(r"(?<=\]\()(?=[^\n]{0,500}?\{[{%])[^\n]*")
_OF_CODE = words(
    "highlight code codeblock mermaid comment math katex latex plantuml raw_html script"
)
"""What is called so holds no text."""


def short_code_plugin(parser: MarkdownIt) -> None:
    """Give `parser` tokens `short_code_block` and `short_code`."""
    parser.block.ruler.before(
        "table",
        "short_code_block",
        _block,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    parser.inline.ruler.before("escape", "short_code", _inline)


def has_short_codes(text: str) -> bool:
    """Whether a text may hold any; most hold none."""
    return bool(_MAY_BE_CODE.search(text))


def is_component(tag: str) -> bool:
    """Whether a tag is written as HTML is: one of MDX or of WordPress."""
    return tag.lstrip().startswith(("<", "["))


def as_addresses(text: str) -> str:
    """`text`, as long as it is, with tags and values that stand for the address of a link written
    without spaces and quotes, so that it is one."""

    def plain(target: re.Match[str]) -> str:
        line, at, made = target[0], 0, []
        while at < len(line) and line[at] not in " )\t":
            match = _VALUE.match(line, at) or _tag(line, at)
            if match:
                made.append("-" * len(match[0]))
            at, made = (match.end(), made) if match else (at + 1, [*made, line[at]])
        return "".join(made) + line[at:]

    return _TARGET.sub(plain, text)


def _tag(text: str, at: int, *, in_sentence: bool = False) -> re.Match[str] | None:
    """The tag that begins at `at`."""
    if text.startswith("{{", at):
        return _HUGO.match(text, at, at + _LONGEST)
    if text.startswith("{%", at):
        return _LIQUID.match(text, at, at + _LONGEST)
    found = _WORDPRESS.match(text, at, at + _LONGEST) if text.startswith("[", at) else None
    if found is None:
        return None
    # In a sentence "[mean age=35]" are words in brackets, and a figure that has to be compared.
    if found["values"] and not (in_sentence and _QUOTES.isdisjoint(found["values"])):
        return found
    name = re.escape(found["name"])
    # "[so]" alone may be a word in brackets.
    partner = rf"\[{name}(?:\s[^\]\n]*)?\]" if found["end"] else rf"\[/{name}\]"
    behind = found.end()
    apart = text[max(at - _FARTHEST, 0) : at] if found["end"] else text[behind : behind + _FARTHEST]
    return found if re.search(partner, apart) else None


def _block(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """Tags, where nothing else stands on their lines, and the code between two of them."""
    start = at = state.bMarks[line] + state.tShift[line]
    if state.src[start : start + 1] not in ("{", "["):
        return False
    tag = None
    while match := _tag(state.src, at):
        tag, at = match, match.end()
        while state.src[at : at + 1] in (" ", "\t"):
            at += 1
    after = line_ended_by(state, at, line, last)
    if tag is None or after is None:
        return False
    if not silent:
        if tag["name"] in _OF_CODE and not tag["end"]:
            after = _closing_line(state, after, last, tag)
        token = state.push("short_code_block", "", 0)
        token.map = [line, after + 1]
        state.line = after + 1
    return True


def _closing_line(state: StateBlock, line: int, last: int, opening: re.Match[str]) -> int:
    """The line of the tag that ends what `opening` begins; `line` where there is none."""
    for after in range(line + 1, last):
        at = state.bMarks[after] + state.tShift[after]
        closing = _tag(state.src, at) if state.src[at : at + 1] in ("{", "[") else None
        if closing and closing["end"] and closing["name"] == opening["name"]:
            return after
    return line


def _inline(state: StateInline, silent: bool) -> bool:
    match = _tag(state.src, state.pos, in_sentence=True)
    if match is None or match.end() > state.posMax or _is_value(match, state.src):
        return False
    if not silent:
        token = state.push("short_code", "", 0)
        token.content = match[0]
    state.pos = match.end()
    return True


def _is_value(match: re.Match[str], text: str) -> bool:
    """Whether a tag puts something into the sentence, which a translation must not lose: it
    stands alone and says no words itself."""
    if match["end"] or is_component(match[0]) or any(words_in(match[0], entities=False)):
        return False
    name = re.escape(match["name"])
    return not re.search(
        rf"\{{\{{[<%]\s*/\s*{name}\b|\{{%-?\s*end{name}\b",
        text[match.end() : match.end() + _FARTHEST],
    )
