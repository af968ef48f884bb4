"""The checks, one line each, in the order in which their findings are shown.

The glossary and the rules are empty here; a profile fills them.
"""

from __future__ import annotations

from reviewer.checks.acronyms import Acronyms
from reviewer.checks.added import Added
from reviewer.checks.addresses import Addresses
from reviewer.checks.base import Check, CheckInfo, DocumentCheck
from reviewer.checks.french_spaces import FrenchSpaces
from reviewer.checks.inline_codes import InlineCodes
from reviewer.checks.meaning import Addition, Meaning, Omission
from reviewer.checks.missing import Missing
from reviewer.checks.mixed_address import MixedAddress
from reviewer.checks.mixed_grouping import MixedGrouping
from reviewer.checks.mixed_quotes import MixedQuotes
from reviewer.checks.mixed_scripts import MixedScripts
from reviewer.checks.name_spellings import NameSpellings
from reviewer.checks.names import Names
from reviewer.checks.negation import Negation
from reviewer.checks.note_marks import NoteMarks
from reviewer.checks.number_check import Numbers
from reviewer.checks.other_names import OtherNames
from reviewer.checks.own_rules import OwnRules
from reviewer.checks.paired_marks import PairedMarks
from reviewer.checks.questions import Questions
from reviewer.checks.repeated_sentences import RepeatedSentences
from reviewer.checks.repeated_source import RepeatedSource
from reviewer.checks.repeated_words import RepeatedWords
from reviewer.checks.script_marks import ScriptMarks
from reviewer.checks.speech_marks import SpeechMarks
from reviewer.checks.terminology import Terminology
from reviewer.checks.untranslated import Untranslated
from reviewer.checks.whitespace import Whitespace

REGISTRY: tuple[Check, ...] = (
    Missing(),
    Added(),
    Numbers(),
    Negation(),
    Questions(),
    Untranslated(),
    InlineCodes(),
    Addresses(),
    OtherNames(),
    RepeatedWords(),
    PairedMarks(),
    MixedScripts(),
    Whitespace(),
    Terminology(),
    OwnRules(),
)

DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (
    RepeatedSentences(),
    RepeatedSource(),
    SpeechMarks(),
    Omission(),
    Addition(),
    Meaning(),
    Names(),
    NameSpellings(),
    Acronyms(),
    ScriptMarks(),
    FrenchSpaces(),
    MixedQuotes(),
    MixedGrouping(),
    NoteMarks(),
    MixedAddress(),
)

_BY_ID: dict[str, CheckInfo] = {check.id: check for check in (*REGISTRY, *DOCUMENT_CHECKS)}


def check_info(check: str) -> CheckInfo:
    """The facts about the check of this id (title, severity, ITS and MQM category).

    Raises KeyError for an id that no check has.
    """
    return _BY_ID[check]
