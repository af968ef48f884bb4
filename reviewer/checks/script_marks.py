"""Punctuation of another script: a Latin comma in Arabic text, a Spanish question without ¿."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.habits import Mark, Tally, differing, quotations
from reviewer.checks.rows import Key, Rows, Whole
from reviewer.domain import Finding, Fix, Pair, Span
from reviewer.messages import Message, message
from reviewer.text.address_words import ADDRESS_WORD
from reviewer.text.languages import base
from reviewer.text.words import is_function_word

_ARABIC = frozenset({"ar", "fa", "ur", "ps", "ku", "ug", "sd", "pnb"})
_OPENED = frozenset({"es", "ast", "an", "gl"})
"""Languages that open a question or exclamation with ¿ or ¡ (Real Academia Española,
Ortografía 3.4.9; usual in Galician, where it is optional: only with a habit of it)."""

_GREEK = frozenset({"el"})
_OPTIONAL = frozenset({"gl"})
_LATIN_MARK = re.compile(r"(?<=[\u0620-\u064a\u066e-\u06d3])\s?[,;?](?=\s|$|[\u0600-\u06ff»”\"')])")
_AS_ARABIC = {",": "،", ";": "؛", "?": "؟"}
_HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WIDE = frozenset({"zh", "yue", "ja"})
_NARROW_MARK = re.compile(rf"(?<=[{_HAN}])[.,;?](?=$|[{_HAN}\s”’」』）])(?!\.)")
_AS_WIDE = {"zh": dict(zip(".,;?", "。，；？", strict=True)),
            "ja": dict(zip(".,;?", "。、；？", strict=True))}  # fmt: skip
_GREEK_QUESTION = re.compile(r"(?<=[\u0370-\u03ff\u1f00-\u1fff])\s?\?")
_BEFORE_FOREIGN = "[0-9A-Za-z\u00c0-\u05ff\u10a0-\u10ff\u1e00-\u1fff]"
"""Digits and letters of the scripts that share the Latin comma and full stop."""

_FOREIGN_MARK = re.compile(
    rf"(?<={_BEFORE_FOREIGN})[»«”“’\"')\]]?(?P<mark>[。、，；：？！،؛؟۔।])(?![\u0590-\u08ff\u0900-\u0dff{_HAN}])"
)
_AS_OTHERS = dict(zip("。、，；：？！،؛؟۔।", ".,,;:?!,;?..", strict=True))
_OWN = _ARABIC | _WIDE | {"hi", "bn", "mr", "ne", "sa", "as", "or", "pa", "ko", "mai", "bho", "ks"}
"""Languages that have some of these marks themselves."""

_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD = 40
_CLOSING = re.compile(r"[?!]+(?=\s|$|[»”\"')\]])")
_NOT_ASKED = re.compile(ADDRESS_WORD + r"|\(\s*[?!]+\s*\)")
_MOST_ALIKE = 3
"""More findings of one kind than this are one habit, told once."""


class ScriptMarks(DocumentCheck):
    """Marks of punctuation that the target language writes in its own way.

    A habit of the whole translation is told once, at its first place, with how often it is
    there.
    """

    id = "script-marks"
    title = "Punctuation of the language"
    severity = "minor"
    its = "typographical"
    mqm = "punctuation"
    page = Page(
        finds=message(
            "Latin commas, semicolons and question marks in Arabic script; Spanish questions "
            "and exclamations without their opening mark; marks of other scripts, such as a "
            "Chinese full stop in Indonesian or a Latin one in Chinese."
        ),
        languages=message("all but those of India for marks of other scripts"),
        measured=("No faithful row of seven languages is told."),
    )

    def whole(self, rows: Rows) -> _Marks:
        """The marks by kind."""
        return _Marks(rows)


class _Marks(Whole):
    """The faults of a translation, by kind: how many, and in which rows."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._tally = Tally(rows)
        self._told: dict[Key, list[Finding]] = {}

    def add(self, key: Key, pair: Pair) -> None:
        """Count the faults of a row."""
        if pair.relation in ALIGNED:
            self._tally.add(key, tuple(_faults(pair)))

    def remove(self, key: Key, _pair: Pair) -> None:
        """Count them no longer."""
        self._tally.remove(key)

    def changed(self) -> set[Key]:
        """The rows in which something else is told: at most a few of each kind."""
        before, self._told = self._told, {}
        for kind, count in sorted(self._tally.counts.items()):
            keys = self._tally.keys({kind})
            for key in islice(keys, 1) if count > _MOST_ALIKE else keys:
                marks = self._tally.marks(key, {kind})
                for mark in marks[:1] if count > _MOST_ALIKE else marks:
                    finding = _finding(mark, self.rows.pairs[key], count)
                    self._told.setdefault(key, []).append(finding)
        return differing(before, self._told)

    def found(self, key: Key) -> Sequence[Finding]:
        """What is told in a row."""
        return self._told.get(key, ())


def _finding(mark: Mark, pair: Pair, count: int) -> Finding:
    return Finding(
        ScriptMarks.id,
        mark.kind,
        "minor",
        _words(mark.kind, mark.span.of(pair.target).strip(), count),
        target_spans=(mark.span,),
        rule=f"script-marks-{mark.kind}",
        subject=mark.kind,
        fix=Fix(mark.span, mark.mended) if mark.mended else None,
    )


def _words(kind: str, mark: str, count: int) -> Message:
    often = count > _MOST_ALIKE
    if kind in ("wide", "foreign"):
        return _of_another_script(mark, count)
    if kind == "arabic":
        if often:
            return message(
                "“{mark}” is a Latin mark; Arabic script has its own. There are {count} such "
                "marks in this translation.",
                mark=mark,
                count=count,
            )
        return message("“{mark}” is a Latin mark; Arabic script has its own.", mark=mark)
    opening = "¿" if "?" in mark else "¡"
    if often:
        return message(
            "“{opening}” is missing before this sentence, and in {count} places of this "
            "translation.",
            opening=opening,
            count=count,
        )
    return message("“{opening}” is missing before this sentence.", opening=opening)


def _of_another_script(mark: str, count: int) -> Message:
    if count > _MOST_ALIKE:
        return message(
            "“{mark}” is a mark of another script. There are {count} such marks in this "
            "translation.",
            mark=mark,
            count=count,
        )
    return message("“{mark}” is a mark of another script.", mark=mark)


def _faults(pair: Pair) -> Iterator[Mark]:
    """The marks of another script, and the sentences without an opening one."""
    language = base(pair.target_language)
    if language in _ARABIC:
        for match in _LATIN_MARK.finditer(pair.target):
            mark = match[0].strip()
            yield Mark("arabic", Span(match.end() - 1, match.end()), _AS_ARABIC[mark])
    elif language in _OPENED:
        text = _NOT_ASKED.sub(lambda match: " " * len(match[0]), pair.target)
        if language in _OPTIONAL and not re.search("[¿¡]", text):
            return
        before = 0
        for match in _CLOSING.finditer(text):
            if not (
                re.search("[¿¡]", text[before : match.start()])
                or _is_foreign(pair, language, text, match.start())
            ):
                yield Mark("opening", Span(*match.span()))
            before = match.end()
    if language in _WIDE:
        mended = _AS_WIDE.get(language, _AS_WIDE["zh"])
        for match in _NARROW_MARK.finditer(pair.target):
            yield Mark("wide", Span(*match.span()), mended[match[0]])
    elif language in _GREEK:
        for match in _GREEK_QUESTION.finditer(pair.target):
            yield Mark("foreign", Span(match.end() - 1, match.end()), ";")
    if language not in _OWN:
        written_about = "" if base(pair.source_language) in _OWN else pair.source
        for match in _FOREIGN_MARK.finditer(pair.target):
            if match["mark"] in written_about:
                continue
            yield Mark("foreign", Span(*match.span("mark")), _AS_OTHERS[match["mark"]])


def _is_foreign(pair: Pair, language: str, text: str, mark: int) -> bool:
    """Whether the mark belongs to a name or a title that stands so in the source: Yahoo!, “Who
    Killed the Gardener?”."""
    source = pair.source.casefold()
    word = _LAST_WORD.search(text, max(mark - _LONGEST_WORD, 0), mark)
    if word and word[0][0].isupper() and not is_function_word(word[0], language):
        named = word[0].casefold() + text[mark]
        if re.search(rf"(?<!\w){re.escape(named)}(?=\s+[^\W\d_])", source):
            return True
    return any(
        span.start < mark < span.end
        and text[span.start + 1 : span.end - 1].strip().casefold() in source
        for span in quotations(text, pair.target_language)[0]
    )
