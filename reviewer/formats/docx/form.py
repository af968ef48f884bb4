"""The blocks of a text as a Word document of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reviewer.domain import Block
from reviewer.formats.plain_forms import heading_level, without_bullet
from reviewer.formats.shared.word_text import PRIVATE_LETTERS, letter_element
from reviewer.text.languages import is_right_to_left

# Characters that XML 1.0 cannot hold.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_docx(blocks: Sequence[Block], language: str) -> bytes:
    """A document in Word's own styles, in the language and direction of the text."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.text.paragraph import Paragraph

    made = Document()
    made.core_properties.author = ""
    made.core_properties.comments = ""
    made.core_properties.language = language
    right_to_left = bool(language) and is_right_to_left(language)
    # `add_paragraph` looks for the end of the document anew each time, among all paragraphs.
    body = made.element.body
    end = body.sectPr
    body.remove(end)
    for block in blocks:
        text = _IMPOSSIBLE.sub(
            "", without_bullet(block.text) if block.role == "list_item" else block.text
        )
        element: Any = OxmlElement("w:p")
        body.append(element)
        paragraph = Paragraph(element, made._body)
        if text:
            _add_text(paragraph.add_run(), text)
        if style := _style(block):
            paragraph.style = style
        _in_language(paragraph, language, right_to_left)
    body.append(end)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _add_text(run: Any, text: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    position = 0
    for found in PRIVATE_LETTERS.finditer(text):
        run.add_text(text[position : found.start()])
        sign = letter_element(found[0]).replace(" ", f" {nsdecls('w')} ", 1)
        run._element.append(parse_xml(sign))
        position = found.end()
    run.add_text(text[position:])


def _style(block: Block) -> str | None:
    if block.role == "heading":
        return f"Heading {heading_level(block)}"
    return {"title": "Title", "list_item": "List Bullet", "caption": "Caption"}.get(block.role)


def _in_language(paragraph: Any, language: str, right_to_left: bool) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if right_to_left:
        paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        properties = run._element.get_or_add_rPr()
        if right_to_left:
            properties.append(OxmlElement("w:rtl"))
        if language:
            spoken = OxmlElement("w:lang")
            spoken.set(qn(_language_attribute(language, right_to_left)), language)
            properties.append(spoken)


def _language_attribute(language: str, right_to_left: bool) -> str:
    if right_to_left:
        return "w:bidi"
    return "w:eastAsia" if language.split("-")[0] in ("zh", "ja", "ko") else "w:val"
