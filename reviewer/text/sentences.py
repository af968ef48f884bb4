"""Sentences as spans of a text: sentencex, mended where it errs.

sentencex is asked once; its boundaries inside brackets and quotations, behind
abbreviations, initials and ordinals are taken back, and the ones it leaves out after
closing quotations and after abbreviations that end a sentence are put in. See
docs/decisions/sentences.md.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from reviewer.domain import Span
from reviewer.text.abbreviations import ends_sentence, is_attribution, may_be_abbreviation
from reviewer.text.languages import base
from reviewer.text.note_marks import STOPS, UNSEEN, without_marks
from reviewer.text.quotations import (
    continues_quotation,
    goes_on_in_lower_case,
    is_quotative,
    quotations,
    stays_whole,
)
from reviewer.text.words import function_words

_WINDOW = 4_000
"""Characters that sentencex gets at once; several of the longest sentences go into them."""

_LONGEST_LEFT = 1_600
"""Of a longer sentence only the beginning and the end are looked at to find where it ends."""

_LONG_WORD = 6
"""Letters of a word that is an abbreviation in no language, unless it is listed as one."""

_LONGEST_WORD = 40
"""Characters before the mark that are looked at for its word."""

_KEPT_LETTERS = 2_000
"""The sentences of a longer text are not kept: it is hardly split twice."""

_NARROWEST, _WIDEST, _WORD = 40, 120, 20
"""Columns into which text is wrapped by hand, and the longest word to expect, in characters."""

_CJK_STOPS = "。！？｡．"
_CLOSING = "\"'”’“»›)\\]』」）》〉】］"
_END = re.compile(
    rf"[{STOPS}](?:(?<![{STOPS}][{STOPS}])[{STOPS}]*+"
    rf"(?:\[\d+\])*(?:[\u00a0\u202f ]?[»›]|[{_CLOSING}])*(?:\[\d+\])*(?P<latin>)\s+"
    rf"|(?<=[{_CJK_STOPS}])[{_CJK_STOPS}]*+[”’」』）》〉】］)\"]*(?P<cjk>)\s*)"
)
"""The stop stands first, so that the search passes over all else at its quickest."""
_AFTER_END = re.compile(rf"(?:[\u00a0\u202f ]?[»›]|[{_CLOSING}])*\s*")
# Lone surrogates are hidden as well: sentencex, written in Rust, takes none.
_HIDDEN = re.compile('["“”„«»‹›「」『』()（）\ud800-\udfff]')
# Of a space that is not the plain one, between a capital and a full stop, it looks for half a
# character, and ends.
_SPACES_BEFORE_STOP = re.compile(r"(?<!\s)\s+(?=\.)")
_SPACES = "\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_OTHER_SPACE = re.compile(f"[{_SPACES}]")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_ITEM_LINE = re.compile(r"\n[^\S\n]*(?:[-–—*•·▪◦]\s|\(?\d{1,3}[.)]\s)")
_ITEM_IN_LINE = re.compile(r"(?<=[.;:!?…؛؟])\s+(?=[-•▪]\s+[^\W\d_])")
_MAY_BE_ITEM = re.compile(r"[-•▪]\s")
"""Much quicker than what it stands before, and seldom there."""

_WIDE_POINT = re.compile(r"^[^\S\n]*(?:\d{1,3}．)+|(?<=\d)．(?=\d)", re.MULTILINE)
"""A wide point behind the number of an item, or within a figure."""

_MAY_BE_UNSEEN = re.compile(f"[{UNSEEN}]")
_UNSEEN_AT_ENDS = re.compile(
    rf"(?<=[{STOPS}{_CLOSING}])[{UNSEEN}]+(?=[\s{_CLOSING}]|$)|(?<=\s)[{UNSEEN}]+"
)
"""What nobody sees, between the end of one sentence and the beginning of the next."""

_WRITTEN_PLAIN = frozenset({"»«", "›‹", "‘’", "''", "‚‘", "‚’"})
_HEBREW_ACRONYM = re.compile('(?<=[\u05d0-\u05ea])["\u05f4](?=[\u05d0-\u05ea])')
_GLUED = re.compile(
    r"(?<![^\s(\"“„«‘'—–-])(?P<last>[^\W\d_]{2,})[\"”“’»)]*[.!?…]+[\"”“’»)]*"
    r"(?=(?P<first>[^\W\d_]+)(?P<space>\s+\S)?)"
)
_MAY_BE_GLUED = re.compile(r"[.!?…][\"”“’»)]*[^\W\d_]")
"""Much quicker than what it stands before, and nearly never there."""

_ONE_SENTENCE = re.compile(
    r"[\w \u00a0\u202f,'’‘\"“”„«»‹›()%/&+=€$£°–—-]*+(?:[.!?。！？…]+[\"'”’»)]*)?\s*"
)
"""A text that has no mark at which sentences end but at its own end, nor lines or items. That is
most sentences that were split before, and found much quicker."""

_PLAIN_END = re.compile(rf"(?:[^\W\d_]{{{_LONG_WORD}}}|\d{{3}}|[%)\]\"”“»」])\.$")


def split_sentences(text: str, language: str) -> list[Span]:
    """The sentences of `text` (in `language`) as spans in order, trimmed of white space.

    Between and around the spans there is white space only, so that spans and gaps together
    give the text back. Any language is accepted; one that has no rules gets the general ones.
    """
    if len(text) > _KEPT_LETTERS:
        return list(_split(text, language))
    return list(_split_and_keep(text, language))


def _split(text: str, language: str) -> tuple[Span, ...]:
    spans = []
    places = [] if _ONE_SENTENCE.fullmatch(text) else _boundaries(text, language)
    for start, end in pairwise([0, *places, len(text)]):
        piece = text[start:end]
        end = start + len(piece.rstrip())
        if start < end:
            spans.append(Span(start + len(piece) - len(piece.lstrip()), end))
    return tuple(spans)


_split_and_keep = lru_cache(maxsize=4096)(_split)
"""Several checks split the same sentences, and again after every edit nearby."""


def _boundaries(text: str, language: str) -> list[int]:
    """Where sentences begin, without the first."""
    forced = _forced(text)
    pairs = quotations(text, language)
    text = _plain(text, language, pairs)
    forced |= _glued(text, language)
    proposed = _proposed(text, language)
    inside = _reach([pair for pair in pairs if stays_whole(pair, text, language)])
    candidates = {**dict.fromkeys(proposed, -1), **_ends(text)}
    accepted: list[int] = []
    sentence = 0
    lower_case = text.islower()
    for start in sorted(candidates.keys() | forced):
        if start <= sentence:
            continue
        if start not in forced:
            end = candidates[start] if candidates[start] >= 0 else _end_before(text, start)
            if inside(start):
                continue
            if not _plainly_ends(text, sentence, end, start, language, start in proposed):
                left, right = _left(text, sentence, end), text[start : start + 120]
                if not _splits(left, right, language, start in proposed, lower_case):
                    continue
        accepted.append(start)
        sentence = start
    return accepted


def _plainly_ends(
    text: str, sentence: int, end: int, start: int, language: str, proposed: bool
) -> bool:
    """Whether a sentence ends, as most do, with a word of letters and one mark, and another
    begins with a letter after white space: what `_splits` would find out more slowly. False
    says nothing."""
    mark, first = text[end - 1], text[start : start + 1]
    if mark not in ".!?" or end == start or not first.isalpha():
        return False
    before = text[max(sentence, end - _LONGEST_WORD) : end - 1]
    parts = before.rsplit(None, 1)
    # A word at the very beginning may number an item.
    if len(parts) < 2 or before[-1].isspace() or len(parts[1]) < 2 or not parts[1].isalpha():
        return False
    if not first.isupper() and _has_case(first):
        return False
    if mark != ".":
        return True
    # Capitals may be a number ("II. Dünya Savaşı").
    surely = (proposed or len(parts[1]) >= _LONG_WORD) and not parts[1].isupper()
    return surely and not may_be_abbreviation(parts[1], language)


def _left(text: str, begin: int, end: int) -> str:
    """A sentence up to a possible end; of a very long one the beginning and the end."""
    if end - begin <= _LONGEST_LEFT:
        return text[begin:end].lstrip()
    return text[begin : begin + _LONGEST_LEFT // 4].lstrip() + text[end - _LONGEST_LEFT // 2 : end]


def _reach(spans: list[Span]) -> Callable[[int], bool]:
    """Whether a place lies inside one of the spans, quick however many they are."""
    spans = sorted(spans)
    starts = [span.start for span in spans]
    ends = list(accumulate((span.end for span in spans), max))

    def inside(place: int) -> bool:
        before = bisect_left(starts, place)
        return before > 0 and ends[before - 1] > place

    return inside


def _splits(left: str, right: str, language: str, proposed: bool, lower_case: bool) -> bool:
    """Whether a sentence ends with `left` and a new one begins with `right`."""
    if not any(map(str.isalnum, left)) or not any(map(str.isalnum, right)):
        return False
    body = left.rstrip(_CLOSING.replace("\\", "") + "\u00a0\u202f ")
    quoted = len(body) < len(left)
    first = right[0]
    if first in ",;:)]}»›”，、；：）」』؛،" and not _opens_in_swedish(right):
        return False
    if goes_on_in_lower_case(right) and not lower_case:
        return False
    if left.endswith((")", "]", "）")) and not _has_case(first) and _opened_inside(left):
        return False
    if body[-1:] in _CJK_STOPS and body:
        return not (quoted and continues_quotation(left, right, language))
    if quoted and (is_attribution(right, language) or is_quotative(right, language)):
        return False
    if body.endswith(("..", "…")):
        return proposed or first.isupper()
    if body.endswith(".") and not body.endswith(("!.", "?.")):
        verdict = ends_sentence(body, right, language)
        if verdict is not None:
            return verdict
        return proposed or quoted or _plain_end(body)
    return proposed or body[-1:] in STOPS


def _opens_in_swedish(right: str) -> bool:
    """Whether the closing mark at the beginning opens, as in Swedish and Finnish: ”Hej”."""
    return right[0] in "»›”" and right[1:2].isalnum()


def _plain_end(body: str) -> bool:
    """Whether what stands before the full stop is no abbreviation in any language."""
    return bool(_PLAIN_END.search(body[-7:]))


def _opened_inside(left: str) -> bool:
    """Whether the bracket that closes at the end of `left` opened in the midst of it."""
    opening = left.rfind({")": "(", "]": "[", "）": "（"}[left[-1]])
    return any(map(str.isalnum, left[:opening]))


def _has_case(char: str) -> bool:
    return char.lower() != char.upper()


def _forced(text: str) -> set[int]:
    """Beginnings of paragraphs, of list items, and of lines that the last one did not need."""
    found: set[int] = set()
    if _MAY_BE_ITEM.search(text):
        found |= {match.end() for match in _ITEM_IN_LINE.finditer(text)}
    if "\n" not in text:
        return found
    found |= {_skip_space(text, match.end()) for match in _PARAGRAPH.finditer(text)}
    found |= {_skip_space(text, match.start()) for match in _ITEM_LINE.finditer(text)}
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    at = 0
    for line, following in pairwise(lines):
        at += len(line) + 1
        if following.strip() and not _wrapped(line.rstrip(), following.lstrip(), width):
            found.add(_skip_space(text, at))
    return found


def _glued(text: str, language: str) -> set[int]:
    """Beginnings of sentences that have lost the space before them: "the end.The next".

    The word before is a whole one and the next begins with a capital and goes on small; a
    name with a point in it (Node.js, St.Gallen, System.Console) is none of this. In a script
    without capitals both words are whole ones.
    """
    found: set[int] = set()
    if not _MAY_BE_GLUED.search(text):
        return found
    for match in _GLUED.finditer(text):
        last, first = match["last"], match["first"]
        if not _has_case(first[0]):
            carried = is_quotative(text[match.end() :], language)
            if match["space"] and len(last) > 3 and not _has_case(last[0]) and not carried:
                found.add(match.start("first"))
            continue
        if not (first[0].isupper() and first[1:].islower()):
            continue
        # Behind a bracket or a quotation mark no name goes on.
        closed = text[match.end("last")] in '"”“’»)'
        plain = (match["space"] or closed) and last.islower() and len(last) > 3
        plain = plain or (closed and bool(match["space"]))
        grammar = match["space"] and first.casefold() in function_words(base(language))
        if plain or (grammar and not may_be_abbreviation(last, language)):
            found.add(match.start("first"))
    return found


def _wrapped(line: str, following: str, width: int) -> bool:
    """Whether `line` broke off because the next word had no room in a column of `width`."""
    if goes_on_in_lower_case(following):
        return True
    word = following.split(maxsplit=1)[0]
    return _NARROWEST <= width <= _WIDEST and len(line) + 1 + min(len(word), _WORD) >= width


def _proposed(text: str, language: str) -> set[int]:
    """The beginnings that sentencex finds.

    It is not shown quotation marks and brackets, inside which it never splits: one that is
    not closed would silence it to the end of the paragraph.
    """
    clean = _HIDDEN.sub(" ", text)
    if not clean.isascii():
        clean = _SPACES_BEFORE_STOP.sub(lambda run: _OTHER_SPACE.sub(" ", run[0]), clean)
    found: set[int] = set()
    last = 0
    for at in _sentencex(clean, base(language) or "en"):
        # One of several ends in the same white space says the same as the first.
        same, last = last and clean[last:at].isspace(), at
        if same:
            continue
        start = _AFTER_END.match(text, _end_before(clean, at)).end()  # type: ignore[union-attr]
        before = text[max(start - 1, 0) : start]
        if before.isspace() or before in _CJK_STOPS or before in _CLOSING:
            found.add(start)
    return found


def _sentencex(text: str, language: str) -> Iterator[int]:
    """Where sentencex ends a sentence, window by window: its time grows with the square of
    the sentences and quotation marks that it is given at once."""
    from sentencex.sentencex import segment

    begin = 0
    while begin < len(text):
        window = text[begin : begin + _WINDOW]
        ends = list(accumulate(map(len, segment(language, window)), initial=begin))[1:]
        if begin + len(window) < len(text):
            # The last one may only end where the window does.
            ends.pop()
        yield from ends
        begin = ends[-1] if ends else begin + len(window)


def _ends(text: str) -> dict[int, int]:
    """Possible beginnings after an end mark, each with the place where the end mark ends."""
    return {match.end(): match.end(match.lastindex or 0) for match in _END.finditer(text)}


def _plain(text: str, language: str, pairs: Sequence[Span]) -> str:
    """`text`, as long as it is, in the form in which its sentences' ends are looked for.

    Marks of notes are spaces, and so is what nobody sees at the ends of sentences;
    »quotations that point inwards« and ‘speech in single marks’ are written “so”, and the mark
    in Hebrew acronyms is a letter.
    """
    inwards = [p for p in pairs if text[p.start] + text[p.end - 1] in _WRITTEN_PLAIN]
    text = without_marks(text, language)
    if "．" in text:
        text = _WIDE_POINT.sub(lambda match: match[0].replace("．", ","), text)
    if not text.isascii() and _MAY_BE_UNSEEN.search(text):
        text = _UNSEEN_AT_ENDS.sub(lambda match: " " * len(match[0]), text)
    if inwards:
        plain = list(text)
        for pair in inwards:
            plain[pair.start], plain[pair.end - 1] = "“", "”"
        text = "".join(plain)
    return _HEBREW_ACRONYM.sub("א", text) if base(language) in ("he", "yi") else text


def _end_before(text: str, start: int) -> int:
    while start and text[start - 1].isspace():
        start -= 1
    return start


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
