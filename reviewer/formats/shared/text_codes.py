"""Inline codes that a program writes as letters of the text, by its own signs for them."""

from __future__ import annotations

import re

PHRASE = "http://www.memsource.com/mxlf/"
"""What the namespace of Phrase's XLIFF begins with."""

PHRASE_CODES = re.compile(r"\{[\w^]{1,12}(?:>|&gt;)|&lt;[\w^]{1,12}\}|\{\d{1,4}\}|\{j\}")
"""Bold, numbered and single ones: {b>…<b}, {1>…<1}, {2}."""

OMEGAT_CODES = re.compile(r"&lt;/?[a-zA-Z]{1,2}\d{1,4}/?(?:>|&gt;)")
"""Those of OmegaT's memories, with one or two letters and a number: <b0>…</b0>, <t1/>."""
