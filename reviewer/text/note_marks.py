"""Marks of notes in running text: ¹ * † (1) [a] ① [^1].

A mark belongs to the sentence that it follows. It is no number and no word of the text.
"""

from __future__ import annotations

import re

from reviewer.domain import Span
from reviewer.text.abbreviations import is_listed, may_be_abbreviation
from reviewer.text.unseen import JOINERS, NOT_SHOWN

_RAISED = "¹²³⁰⁴-⁹⁽⁾ᵃ-ᵛᶜᶠʰⁱʲˡⁿʳˢʷˣʸᶻ"
_RUN_OF_RAISED = rf"[{_RAISED}]+(?:[,;˒،、，⁻–-] ?[{_RAISED}]+)*"
_DIGITS = r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*"
_NUMERAL = r"[ivx]{1,5}"
_SIGNS = "*†‡§¶‖◊※＊∗⁎⁑⁂⁕✱✻٭"
_SIGN = f"[{_SIGNS}]{{1,3}}+"
_LABEL = r"(?:[^\W\d_]{0,3}[注註][^\W\d_]?\s?\d{0,3})"
"""A note of Chinese and Japanese: 注1, 訳注, 注释2."""

_PAGE = r"[,:;] ?[^\W\d_]{0,4}\.? ?\d{1,4}(?:[–-]\d{1,4})?"
_AUTHOR = rf"(?:[^\W\d_a-zß-ÿа-я][^\[\]\n\d]{{1,30}}\d{{4}}[a-z]?|\d{{1,3}})(?:{_PAGE})?"
"""A book by its author and year, or by its number: Smith 2004, 12, p. 45. Other words with a number
in brackets may say how much something is."""
_CJK_STOP = "。！？｡．"
STOPS = f".!?…؟۔।॥։።፧၊။‽{_CJK_STOP}"
"""Marks that end a sentence, in all scripts."""

CLOSING = "\"'”’“»›«‹)\\]』」）》〉】］"
"""Marks that may stand behind them, for a class of a pattern."""

UNSEEN = f"{NOT_SHOWN}{JOINERS}"
"""Soft hyphens, joiners and marks of direction, which nobody sees, for a class of a pattern."""

_FAMILIES = {
    "raised": rf"[(（\[]?{_RUN_OF_RAISED}[)）\]]?",
    "ringed": "[\u2460-\u249b\u24d0-\u24e9\u3251-\u325f\u32b1-\u32bf\u2776-\u2793]",
    "half": rf"(?<=[^\d\s][{STOPS}])(?:\d{{1,3}}|{_SIGN})[)）]|(?<=[{STOPS}][ \u00a0]){_SIGN}\)",
    # Chinese and Japanese have no space behind it.
    "sign": rf"{_SIGN}\d{{0,2}}(?:(?![\w{_SIGNS}])"
    rf"|(?<=[{_CJK_STOP}].)|(?<=[{_CJK_STOP}]..)|(?<=[{_CJK_STOP}]...))",
    "arrow": "[↩↵⤴↑][\ufe0e\ufe0f]?",
    "hash": rf"(?<=[{STOPS}])[#^]\d{{1,3}}\^?(?![\dA-Za-z])",
    "reference": r"\[\^[^\]\s]{1,20}\]",
    "square": rf"\[ ?(?:{_DIGITS}|[a-z]{{1,2}}|[A-Z]|{_NUMERAL}|{_SIGN}"
    r"|[^\W\d_]{1,7}\.?\s?\d{1,3}) ?\]"
    r"(?::\d{1,4}(?:[–-]\d{1,4})?(?!\d))?|［\d{1,3}］|【\d{1,3}】|〔\d{1,3}〕|\{\d{1,3}\}"
    rf"|[［【〔（｛](?:{_LABEL}|{_SIGN}\d{{0,2}})[］】〕）｝]|｛\d{{1,3}}｝|\[\[{_DIGITS}\]\]"
    rf"|(?<=[{STOPS}])(?:\{{[a-z]\}}|⟨{_DIGITS}⟩|〈{_DIGITS}〉|<{_DIGITS}>)",
    # "[citation needed]", "(sic)": no sentence begins with them.
    "remark": rf"(?<=[{STOPS}])\[(?:[^\[\]\n\d]{{1,40}}|{_AUTHOR})\]"
    r"|[\[(][a-zà-ÿа-яіїєґ]{2,12}[?!]?[)\]]",
    "round": rf"\( ?(?:{_DIGITS}|[a-z]|{_SIGN}\d{{0,2}}|{_NUMERAL}|{_LABEL}|주\s?\d{{1,3}}) ?\)"
    rf"|（ ?{_LABEL} ?）|（ ?\d{{1,3}} ?）|(?<=[{STOPS}])\(\({_DIGITS}\)\)",
}
MARK = "|".join(f"(?:{pattern})" for pattern in _FAMILIES.values())
"""A pattern of one mark of any family."""

_BEHIND_END = re.compile(
    rf"[{STOPS}](?:[\u00a0\u202f ]?[»›](?=[^\w])|[{CLOSING}])*"
    rf"(?P<marks>(?:[ \u00a0\u202f{UNSEEN}]?(?:{MARK}))+)(?![\d{STOPS}])"
)
_PHONETIC = "[^\\W\\d_\u2e80-\uffef]"
"""A letter of a script in which an age or a year in brackets has a space before it."""

_BEHIND_WORD = re.compile(
    rf"(?<=[^\W\d_])(?P<marks>{_RUN_OF_RAISED})(?![\w{_RAISED}])"
    rf"|(?<=\w)(?P<bracketed>[ \u00a0]?(?:{_FAMILIES['reference']})+"
    rf"|(?:{_FAMILIES['square']}|{_FAMILIES['reference']})+"
    rf"|(?<={_PHONETIC}{_PHONETIC})(?:\(\d{{1,2}}\)|\^\d{{1,2}}\^)(?=\s?[{STOPS}]))"
)
_BEFORE_STOP = re.compile(
    rf"(?<=[^\W\d_])(?P<marks>[ \u00a0\u3000]?[(（] ?(?P<number>\d{{1,2}}) ?[)）])(?=\s?[{STOPS}])"
)
_DIGITS_BEHIND = re.compile(
    r"(?<![^\W\d_])([^\W\d_]+)(?<![A-Z])[.!?](?P<marks>\d{1,3})(?=\s+[^\W\d_a-z]|\s*$)"
)
_SHORT_WORD = 3
"""Letters of a word that may be an abbreviation in a language that is not known."""

_LONGEST_BRACKET = 1_000
_MAY_BE_DIGITS = re.compile(r"[.!?]\d")
_MAY_BE_MARK = re.compile(
    rf"[{_RAISED}{_SIGNS}\u2460-\u32bf\u2776-\u2793↩↵⤴↑#^\[({{（［【〔｛⟨〈<]|[.!?]\d"
)
"""Much quicker than what it stands before, and seldom there."""

_ONE = {family: re.compile(pattern) for family, pattern in _FAMILIES.items()}
_BEFORE_ITEM = "\n:：;；,，、"
_NO_NOTES = ("remark", "arrow")
_OF_LISTS = ("ringed", "square", "round")


def marks_behind_sentences(text: str, language: str = "") -> list[Span]:
    """The marks of notes behind the end of a sentence, each run of them as one span.

    With a space before the mark or none; `language` tells abbreviations from words. Marks
    that number items of a list ("first: (1) … (2) …") are none: one of their kind stands
    where a list begins.
    """
    found = []
    lists: tuple[str, ...] | None = None
    for match in _BEHIND_END.finditer(text):
        start, end = match.span("marks")
        if lists is None:
            lists = tuple(family for family in _OF_LISTS if _begins_list(text, family))
        if any(_ONE[family].search(text, start, end) for family in lists):
            continue
        closing = _closes_bracket(text, start, end)
        if not (closing and _ONE["half"].fullmatch(text, start, end)):
            found.append(Span(start, end - closing))
    if _MAY_BE_DIGITS.search(text):
        found += _plain_digits(text, language)
    return sorted(found)


def note_marks(text: str, language: str = "") -> list[Span]:
    """All marks of notes: behind sentences, and inside them right behind a word."""
    found = marks_behind_sentences(text, language)
    for match in _BEHIND_WORD.finditer(text):
        span = Span(*match.span("marks" if match["marks"] else "bracketed"))
        # "m²" and "CO₂³" are no notes: a unit is short and stands behind a figure.
        if match["marks"] and _is_power(text, span):
            continue
        if not any(span.start < other.end and other.start < span.end for other in found):
            found.append(span)
    found += [
        span
        for span in _counted_brackets(text)
        if not any(span.start < other.end and other.start < span.end for other in found)
    ]
    return sorted(found)


def references(text: str, language: str = "") -> list[Span]:
    """The marks that lead to a note: without remarks such as "[sic]" and arrows back."""
    if not _MAY_BE_MARK.search(text):
        return []
    return [span for span in note_marks(text, language) if _leads_to_note(text, span)]


def _leads_to_note(text: str, span: Span) -> bool:
    place = span.end - len(span.of(text).lstrip()), span.end
    return not any(_ONE[family].fullmatch(text, *place) for family in _NO_NOTES) or bool(
        _ONE["square"].fullmatch(text, *place)
    )


def _counted_brackets(text: str) -> list[Span]:
    """Numbers in brackets before a full stop that count on from one to the next: "word (1). The
    next (2)." One alone may be an age, an item or the number of a group, but for the first."""
    matches = list(_BEFORE_STOP.finditer(text))
    numbers = [int(match["number"]) for match in matches]
    return [
        Span(*match.span("marks"))
        for index, match in enumerate(matches)
        if numbers[index] - 1 in numbers[:index][-1:]
        or numbers[index] + 1 in numbers[index + 1 : index + 2]
    ]


def _plain_digits(text: str, language: str) -> list[Span]:
    """Figures right behind a full stop: "word.4 The". Behind a short word, which may be an
    abbreviation ("No.4"), they are marks only where they count on from one to the next, or
    where the abbreviations of the language are known."""
    found = [(match[1], Span(*match.span("marks"))) for match in _DIGITS_BEHIND.finditer(text)]
    numbers = [int(span.of(text)) for _, span in found]
    return [
        span
        for index, (word, span) in enumerate(found)
        if len(word) > _SHORT_WORD
        or {numbers[index] - 1, numbers[index] + 1}
        & {*numbers[max(index - 1, 0) : index], *numbers[index + 1 : index + 2]}
        or (is_listed(language) and not may_be_abbreviation(word, language))
    ]


def _closes_bracket(text: str, start: int, end: int) -> bool:
    """Whether a mark like "¹)" ends with a bracket that opened before it."""
    if text[end - 1] not in ")）" or any(map(text[start:end].count, "(（")):
        return False
    before = text[max(start - _LONGEST_BRACKET, 0) : start]
    return sum(map(before.count, "(（")) > sum(map(before.count, ")）"))


def _begins_list(text: str, family: str) -> bool:
    """Whether a mark of this kind stands somewhere in `text` where a list begins."""
    return any(_is_item(text, match.start()) for match in _ONE[family].finditer(text))


def _is_item(text: str, at: int) -> bool:
    while at and text[at - 1].isspace() and text[at - 1] != "\n":
        at -= 1
    return at == 0 or text[at - 1] in _BEFORE_ITEM


def _is_power(text: str, span: Span) -> bool:
    word = _LETTERS_BEFORE.search(text[max(span.start - 12, 0) : span.start])
    return word is not None and len(word[0]) <= 3 and _POWER.fullmatch(span.of(text)) is not None


_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_POWER = re.compile("⁻?[¹²³⁴⁵⁶ⁿ]")


def bare(text: str, language: str = "") -> str:
    """`text` without any of its marks of notes."""
    if not _MAY_BE_MARK.search(text):
        return text
    pieces: list[str] = []
    position = 0
    for span in note_marks(text, language):
        pieces.append(text[position : span.start])
        position = max(span.end, position)
    return "".join([*pieces, text[position:]])


def without_marks(text: str, language: str = "") -> str:
    """`text` of the same length, with spaces in place of the marks behind its sentences."""
    pieces: list[str] = []
    position = 0
    for span in marks_behind_sentences(text, language):
        pieces += text[position : span.start], " " * (span.end - max(span.start, position))
        position = max(span.end, position)
    return "".join([*pieces, text[position:]])
