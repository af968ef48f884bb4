"""The usual prefixes of the names in a docx part, whatever the file calls them."""

from __future__ import annotations

from reviewer.formats.docx.styles import NAMESPACES
from reviewer.formats.shared.xml_source import usual_prefixes

_OTHER_NAMESPACES = {
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}


def prefixes(source: str) -> dict[str, str]:
    """The usual prefix for each prefix that the source declares ("" for its default one)."""
    return usual_prefixes(source, dict.fromkeys(NAMESPACES, "w") | _OTHER_NAMESPACES)
