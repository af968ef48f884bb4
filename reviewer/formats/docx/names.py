"""The usual prefixes of the names in a docx part, whatever the file calls them."""

from __future__ import annotations

import re

from reviewer.formats.docx.styles import NAMESPACES

_OTHER_NAMESPACES = {
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_NAMESPACE = re.compile(r"\sxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def prefixes(source: str) -> dict[str, str]:
    """The usual prefix for each prefix that the source declares ("" for its default one)."""
    usual = dict.fromkeys(NAMESPACES, "w") | _OTHER_NAMESPACES
    return {
        prefix: usual[double or single]
        for prefix, double, single in _NAMESPACE.findall(source)
        if (double or single) in usual
    }
