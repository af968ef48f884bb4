"""White space that is too much, missing, or in the wrong place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reviewer.checks.base import Check, Page
from reviewer.checks.french_spaces import is_french
from reviewer.checks.habits import quotations
from reviewer.domain import Finding, Fix, Pair, Span
from reviewer.messages import Message, message
from reviewer.text.languages import base
from reviewer.text.scripts import IDEOGRAPHS, has_spaces

_ANY_SPACE = " \u00a0\u202f\u2009\t"

_PROTECTED = re.compile(
    r"&#?\w+;|(?<!\S)\S*?(?:://|www\.|@)\S*|(?<![\w.-])\b[\w-]+(?:\.[\w-]+)+\b(?=/)\S*", re.I
)

_MAY_PROTECT = re.compile(r"[&/@]|[wW]\.")
"""Much quicker than what it stands before, and seldom there."""

# So are these: what looks behind itself first is tried at each character.
_MAY_DOUBLE = re.compile(r"[ \t\u00a0][ \t\u00a0]")
_BEFORE_A_MARK = re.compile(r"[ \t\u00a0\u202f][,;!?،؛؟.:)\]}]")
_BEHIND_A_BRACKET = re.compile(r"[(\[{][ \t]")
_MAY_LACK = re.compile(r"[,;،؛!?؟](?=[^\W\d_])")

_DOUBLE = re.compile(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)")
_BEFORE = re.compile(r"(?<=[^\W_])[ \t\u00a0\u202f]+(?=(?:[,;!?،؛؟](?![\w)])|[.:](?=\s|$)))")
_BEFORE_BRACKET = re.compile(r"(?<=[^\W_.,;:])[ \t]+(?=[)\]}])")
_AFTER_BRACKET = re.compile(r"(?<=[(\[{])[ \t]+(?=\w)")
_AFTER = re.compile(
    r"(?<=[^\W\d_]{2})[,;،؛](?=[^\W\d_]{2})"
    r"|(?<=[^\W\d_]{3})[!?؟](?=[^\W\d_]{2})"
)
_WRONG_SIDE = re.compile(r"(?<=[^\W_]|[”“»)\]])[ \t\u00a0\u202f]+(?P<mark>[,;،؛])(?=[^\W\d_])")
_BEFORE_WIDE = re.compile(rf"(?<=[{IDEOGRAPHS}])[ \t\u00a0\u3000]+(?=[，、。；：！？])")
_BEHIND_WIDE = re.compile(rf"(?<=[{IDEOGRAPHS}][，、；])[ \t\u00a0\u3000]+(?=[{IDEOGRAPHS}])")
"""Not behind what ends a sentence: there a row may hold two with a space between them."""

_AFTER_STOP = re.compile(r"(?<=[^\W\d_]{3})\.(?=[^\W\d_]{3}|[^\W\d_]{1,2}\s)")
_CASELESS = re.compile(r"[\u0620-\u064a\u05d0-\u05ea\u0671-\u06d3]{3}")
"""Letters of scripts that have no capitals and the Latin full stop."""

_BEFORE_OPENING = re.compile(r"(?<=[^\W\d_]{3})\((?=([^()\n]{10,})\))")
_SEVERAL_WORDS = re.compile(r"[^\W\d_]\S*\s+(?:\S+\s+)*?[^\W\d_]{2}")
"""What stands in a bracket that is no ending of the word before it, as in pupil(s)."""

_ATTACHED_BRACKETS = frozenset({"ko"})
"""Languages that write an opening bracket right behind a word (Korean orthography, appendix)."""

_AMONG_IDEOGRAPHS = re.compile(rf"(?<=[{IDEOGRAPHS}]{{2}})[ \u00a0](?=[{IDEOGRAPHS}]{{2}})")
_HIRAGANA = re.compile("[\u3040-\u309f]")
_ENDS_SENTENCE = re.compile("[。！？][」』”’）)]*$")
_INSIDE_QUOTES = re.compile("[„“”«»‚‘「『][ \u00a0]|[ \u00a0][“”«»‘’」』]")


@dataclass(frozen=True, slots=True)
class _Fault:
    kind: str
    message: Message
    fix: Fix


class Whitespace(Check):
    """Stray or missing spaces by the rules of the target language.

    A fault of a kind that the source has too is the text's habit and raises nothing.
    """

    id = "whitespace"
    title = "White space"
    severity = "minor"
    its = "whitespace"
    mqm = "whitespace"
    page = Page(
        finds=message("Spaces that are missing or stray by the rules of the language."),
        languages=message("all"),
        bad=(
            "The bridge fell. Nobody came.",
            "Die Brücke stürzte  ein.",
        ),
        good=(
            "The bridge fell.",
            "Die Brücke stürzte ein.",
        ),
        measured=("What is told in faithful rows is there (docs/measurements/checks.md)."),
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """One finding for each place, with its fix."""
        faults = list(_faults(pair.target, pair.target_language))
        if not faults:
            return
        habits = {fault.kind for fault in _faults(pair.source, pair.source_language)}
        for fault in faults:
            if fault.kind not in habits:
                yield Finding(
                    self.id,
                    fault.kind,
                    "minor",
                    fault.message,
                    target_spans=(_visible(fault.fix.span, pair.target),),
                    rule=f"whitespace-{fault.kind}",
                    subject=fault.kind,
                    fix=fault.fix,
                )


def _faults(text: str, tag: str) -> Iterator[_Fault]:
    protected = (
        [match.span() for match in _PROTECTED.finditer(text)] if _MAY_PROTECT.search(text) else []
    )

    def free(match: re.Match[str]) -> bool:
        place = bisect_right(protected, (match.start(), len(text) + 1)) - 1
        return place < 0 or match.start() >= protected[place][1]

    for match in _DOUBLE.finditer(text) if _MAY_DOUBLE.search(text) else ():
        words = message("There is more than one space here.")
        yield _Fault("double", words, Fix(Span(*match.span()), " "))
    if text != text.rstrip(_ANY_SPACE) and text.strip():
        span = Span(len(text.rstrip(_ANY_SPACE)), len(text))
        yield _Fault("trailing", message("There is a space at the end."), Fix(span, ""))
    if not has_spaces(tag):
        yield from _around_wide_marks(text, tag)
        return
    french = is_french(tag)
    if _BEFORE_A_MARK.search(text) or _BEHIND_A_BRACKET.search(text):
        yield from _stray(text, free, french)
    for match in filter(free, _AFTER.finditer(text)) if _MAY_LACK.search(text) else ():
        yield _missing_after(match)
    for match in filter(free, _AFTER_STOP.finditer(text)):
        if _begins_sentence(text, match):
            yield _missing_after(match)
    if base(tag) not in _ATTACHED_BRACKETS:
        for match in filter(free, _BEFORE_OPENING.finditer(text)):
            if _SEVERAL_WORDS.search(match[1]):
                words = message("A space is missing before “{mark}”.", mark="(")
                yield _Fault("opening", words, Fix(Span(match.start(), match.start()), " "))
    if not french and _INSIDE_QUOTES.search(text):
        yield from _inside_quotes(text, tag)


def _stray(text: str, free: Callable[[re.Match[str]], bool], french: bool) -> Iterator[_Fault]:
    """Spaces before marks and inside of brackets."""
    for match in filter(free, _WRONG_SIDE.finditer(text)):
        mark = match["mark"]
        if not (french and mark == ";"):
            words = message("The space stands before “{mark}” and not behind it.", mark=mark)
            yield _Fault("side", words, Fix(Span(*match.span()), f"{mark} "))
    for match in filter(free, _BEFORE.finditer(text)):
        mark = text[match.end()]
        if not (french and mark in ";:!?"):
            span = Span(*match.span())
            words = message("There is a space before “{mark}”.", mark=mark)
            yield _Fault("before", words, Fix(span, ""))
    for match in filter(free, [*_BEFORE_BRACKET.finditer(text), *_AFTER_BRACKET.finditer(text)]):
        words = message("There is a space inside the bracket.")
        yield _Fault("inside", words, Fix(Span(*match.span()), ""))


def _around_wide_marks(text: str, tag: str) -> Iterator[_Fault]:
    """Spaces beside marks that have their own space in them, between Chinese characters."""
    for match in _BEFORE_WIDE.finditer(text):
        words = message("There is a space before “{mark}”.", mark=text[match.end()])
        yield _Fault("before", words, Fix(Span(*match.span()), ""))
    for match in _BEHIND_WIDE.finditer(text):
        words = message("There is a space behind “{mark}”.", mark=text[match.start() - 1])
        yield _Fault("behind", words, Fix(Span(*match.span()), ""))

    strays = list(_AMONG_IDEOGRAPHS.finditer(text))
    if len(strays) == 1 and _ENDS_SENTENCE.search(text):
        at = strays[0].start()
        # A name in Japanese has a space between its parts; kana are no part of one.
        if base(tag) != "ja" or _HIRAGANA.search(text, at - 1, at + 2):
            words = message("There is a space inside the sentence.")
            yield _Fault("stray", words, Fix(Span(*strays[0].span()), ""))


def _inside_quotes(text: str, tag: str) -> Iterator[_Fault]:
    """A space on one inner side of quotation marks; on both sides it is a way to write them."""
    for pair in quotations(text, tag)[0]:
        inside = text[pair.start + 1 : pair.end - 1]
        if text[pair.start] == text[pair.end - 1] or not inside.strip(_ANY_SPACE):
            continue
        before = len(inside) - len(inside.lstrip(_ANY_SPACE))
        behind = len(inside) - len(inside.rstrip(_ANY_SPACE))
        if bool(before) != bool(behind):
            start, end = pair.start + 1, pair.end - 1
            span = Span(start, start + before) if before else Span(end - behind, end)
            words = message("There is a space inside the quotation marks.")
            yield _Fault("quotes", words, Fix(span, ""))


def _missing_after(match: re.Match[str]) -> _Fault:
    span = Span(match.end(), match.end())
    words = message("A space is missing after “{mark}”.", mark=match[0])
    return _Fault("after", words, Fix(span, " "))


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word stands behind the full stop and none like it before."""
    after = text[match.end() : match.end() + 2]
    before = text[match.start() - 1]
    if not (before.islower() or after[0].isupper()):
        return before.isalpha() and _CASELESS.match(text, match.end()) is not None
    return before.islower() and after[0].isupper() and (after[1].islower() or after[1].isspace())


def _visible(span: Span, text: str) -> Span:
    """The span, widened to the neighbouring characters where it is empty."""
    if span.start < span.end:
        return span
    return Span(max(span.start - 1, 0), min(span.end + 1, len(text)))
