"""Rich Text Format: for reading only, by striprtf; styles are lost, headers are not read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.domain import Block, Document, Role, TextEdit
from reviewer.formats.errors import DamagedFileError, UnwritableFileError
from reviewer.formats.shared.short_lines import is_sentence, is_short
from reviewer.messages import message
from reviewer.stopping import look


def read(path: str, data: bytes) -> Document:
    """The document in `data`; a block for each paragraph."""
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip().startswith(b"{\\rtf"):
        raise DamagedFileError(
            path,
            message(
                "“{path}” is no RTF document. Open it in a word processor and save it as docx.",
                path=path,
            ),
        )
    # RTF is ASCII; what stands beyond is read by the code page that it names.
    source = _rearranged(data.decode("latin-1"))
    text = rtf_to_text(source, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    lines = [" ".join(line.split(" ")).strip() for line in text.replace("|", "\n").split("\n")]
    said = [line for line in lines if line]
    blocks = tuple(
        Block(line, _role(said, number), f"line {number}") for number, line in enumerate(said)
    )
    return Document(path, "rtf", blocks, data)


_TOKEN = re.compile(r"\\(?:[a-zA-Z]+-?\d* ?|'[0-9a-fA-F]{2}|.)|[{}]", re.DOTALL)
_DELETED = "\\deleted"
_APART = ("\\footnote", "\\shptxt", "\\annotation")


def _rearranged(source: str) -> str:
    """`source` without deleted text and comments, its notes and text boxes at its end.

    striprtf leaves notes and boxes out and keeps what a tracked change deleted.
    """
    kept: list[str] = []
    apart: list[str] = []
    groups: list[int] = []
    names: list[str] = []
    position = 0
    for token in _TOKEN.finditer(source):
        look()
        kept.append(source[position : token.start()])
        position = token.end()
        word = token[0].rstrip(" 0123456789-")
        if token[0] == "{":
            groups.append(len(kept))
            names.append("")
            kept.append(token[0])
        elif token[0] == "}" and groups:
            kept.append(token[0])
            start, name = groups.pop(), names.pop()
            if name:
                if name in ("\\footnote", "\\shptxt"):
                    apart.append("".join(kept[start:]).replace(name, "", 1).replace("\\*", ""))
                del kept[start:]
        elif names and (word in _APART or word == _DELETED):
            names[-1] = word
            kept.append(token[0])
        else:
            kept.append(token[0])
    kept.append(source[position:])
    text = "".join(kept)
    end = text.rfind("}")
    return text[:end] + "".join(f"\\par {each}" for each in apart) + text[end:]


def _role(lines: Sequence[str], number: int) -> Role:
    """Headings are told by their form, as in plain text."""
    follows = number + 1 < len(lines) and is_sentence(lines[number + 1])
    return "heading" if is_short(lines[number]) and follows else "paragraph"


def write(document: Document, _edits: Sequence[TextEdit]) -> bytes:
    """RTF cannot be written: raises UnwritableFileError."""
    raise UnwritableFileError(
        document.path,
        message(
            "“{path}” can be read, not written. Export the correction as docx or text.",
            path=document.path,
        ),
    )
