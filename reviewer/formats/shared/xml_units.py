"""Writing units of XML whose translations were edited."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.domain import Document, TextEdit
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.units import LanguageBlocks, written


def written_xml(
    document: Document, sides: Sequence[LanguageBlocks], source: str, edits: Sequence[TextEdit]
) -> bytes:
    """The bytes of `document`, whose text is `source`, after `edits`; they are still XML."""
    result = written(document, sides, source, edits, _rendered)
    data = xml_source.encoded(result, document.original)
    xml_source.parsed(data, doctype=True)
    return data


def _rendered(text: str, _mapping: Mapping, _index: int) -> str:
    return escaped(xml_source.possible(text))
