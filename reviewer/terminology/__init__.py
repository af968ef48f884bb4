"""Glossaries: which words of the translation belong to which words of the source."""

from reviewer.terminology.glossary import Glossary, GlossaryError, Term
from reviewer.terminology.matching import occurrences

__all__ = ["Glossary", "GlossaryError", "Term", "occurrences"]
