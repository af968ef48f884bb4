"""What a line of a page looks like: an address, a counter, a date, a sentence.

Shapes only, no words: a page in any language has them.
"""

from __future__ import annotations

import re

from reviewer.text.endings import ends_as_sentence
from reviewer.text.words import word_texts

_ADDRESS = r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*"
_ADDRESS_LINE = re.compile(rf"^(?P<label>[^:：]{{0,40}}?)\s*+[:：]?\s*+(?:{_ADDRESS})$", re.I)
_COUNTER = re.compile(r"^[^\d()]{2,40}[(（[]\s*\d[\d.,]*\s*[kKmM]?\s*[)）\]]$")
_PLACEHOLDER = re.compile(
    r"^(?:\[/?[\w-]*[_\d=][^\[\]]*\]|\{\{?[^{}]+\}\}?|<!?--.*--?>|\[\[[^\]]+\]\]|%%?\w+%%?)$"
)
_DATE = re.compile(
    r"\d{1,4}\s?[./\-年년]\s?\d{1,2}\s?[./\-月월]\s?\d{1,4}[日일]?"
    r"|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,}\.?\s+(?:de\s+)?(?:1[89]|2[05])\d\d\b"
    r"|(?<![^\W\d_])[^\W\d_]{3,}+\.?\s+\d{1,2},?\s+(?:1[89]|2[05])\d\d\b"
)
_TIME = re.compile(r"\b\d{1,2}(?:\s?h\s?|[:.時时点點])\d{2}(?:分|\b)(?:\s?[ap]\.?\s?m\b\.?)?", re.I)
_COPYRIGHT = re.compile(r"^(?:©|\(c\)\s*\d{4}|copyright\b.*\d{4})|©\s*\d{4}", re.I)
_CREDIT = re.compile(r"^[^\W\d_]{2,20}(?:\s[^\W\d_]{1,12})?\s*[:：/]\s*(?P<name>.+)$")
_DOMAIN = re.compile(r"(?<![\w-])[\w-]++\.[a-z]{2,}\b")
_LETTERS = re.compile(r"[^\W\d_]")
_CLOSING = '"”»’›“」』'
"""Ends of a quotation: what stands in one was said or written, and is no credit."""

_DIGIT = re.compile(r"\d")

_LABEL_WORDS = 5
_NAME_WORDS = 4
_DATE_LINE_WORDS = 8
_LONGEST_STAMP = 90
"""Characters at the beginning of a line in which a name and a date stand."""

_DATE_LINE_LETTERS = 400
"""More than eight words have in any language, with a little white space."""


def count_words(text: str) -> int:
    """Words as a reader would count them; two characters of Chinese or Japanese make one."""
    found = word_texts(text)
    halves = 0 if text.isascii() else sum(len(one) == 1 and one > "\u2e80" for one in found)
    return len(found) - halves // 2


def is_address_line(text: str) -> bool:
    """Whether the line is an address with at most a short label: "Source: https://...".

    A sentence that ends with an address and its full stop is none.
    """
    match = _ADDRESS_LINE.match(text.strip())
    if match is None or count_words(match["label"]) > _LABEL_WORDS:
        return False
    label = text.strip()[: match.end("label") + 1]
    return not match["label"] or label.endswith((":", "：")) or not ends_as_sentence(text)


def is_counter(text: str) -> bool:
    """Whether the line is a label with a count in brackets: "Comment (0)"."""
    return bool(_COUNTER.match(text.strip())) and count_words(text) <= _LABEL_WORDS


def is_placeholder(text: str) -> bool:
    """Whether the line stands for something that the page puts in: "[ad_2]", "{{banner}}"."""
    return bool(_PLACEHOLDER.match(text.strip()))


def is_copyright(text: str) -> bool:
    """Whether the line is a copyright notice."""
    return bool(_COPYRIGHT.search(text.strip())) and count_words(text) <= 20


def is_date_line(text: str) -> bool:
    """Whether a date, perhaps with a time and a name, is what the line says."""
    if len(text) > _DATE_LINE_LETTERS or not _DIGIT.search(text):
        return False
    line = _TIME.sub("", text.strip())
    date = _DATE.search(line)
    if date is None or count_words(line) > _DATE_LINE_WORDS:
        return False
    rest = line[: date.start()] + line[date.end() :]
    if ends_as_sentence(rest):
        return False
    return len(_LETTERS.findall(rest)) <= 2 * len(date[0]) or bool(re.search(r"[|·•]", rest))


def name_before_date(text: str) -> str | None:
    """What stands before the date at the beginning of a line ("Ann Weaver" of "Ann Weaver, 5 May
    2024: …"), "" for nothing; None where no date with a year stands there."""
    date = _DATE.search(text, 0, _LONGEST_STAMP)
    if date is None or count_words(text[: date.start()]) > _NAME_WORDS + 1:
        return None
    return text[: date.start()].strip(" ,·•–—-|()\n\u00a0")


def is_doubled(text: str) -> bool:
    """Whether the line says the same thing twice over: "Tower NewsTower News10/07/2024"."""
    line = re.sub(r"[\s\d|·•,:./–-]+$", "", text.strip())
    half = len(line) // 2
    first, between, second = line[:half], line[half : len(line) - half], line[len(line) - half :]
    return half >= 4 and first == second and not between.strip() and bool(_LETTERS.search(first))


def is_credit(text: str) -> bool:
    """Whether the line is one label and one name: "Photo: Anna Moor"."""
    line = text.strip()
    if in_brackets(line):
        line = line[1:-1].strip()
    match = _CREDIT.match(line)
    if match is None or ends_as_sentence(line) or "://" in line or line[-1] in _CLOSING:
        return False
    name = re.split(r"[\s/]+", match["name"])
    if not 1 <= len(name) <= _NAME_WORDS or not _LETTERS.match(name[0]):
        return False
    return all(word[:1].isupper() or word[:1].lower() == word[:1].upper() for word in name)


def in_brackets(text: str) -> bool:
    """Whether one pair of round or square brackets holds the whole line."""
    return bool(re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）", text.strip()))


def is_trail(text: str) -> bool:
    """Whether the line is the path to a page: "Home > News > Town"."""
    parts = re.split(r"\s+[>›»|/]\s+", text.strip())
    return len(parts) > 2 and all(count_words(part) <= _LABEL_WORDS for part in parts[:-1])


def names_a_site(text: str) -> bool:
    """Whether the line contains the name of a site ("tower.example - News") and no sentence."""
    return bool(_DOMAIN.search(text)) and not ends_as_sentence(text) and count_words(text) <= 12


def announces(text: str) -> bool:
    """Whether the line ends with a colon: what follows belongs to it."""
    return text.rstrip().endswith((":", "：", "؛", ";"))
