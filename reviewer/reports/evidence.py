"""What the sentences of a translation were matched with, in words."""

from __future__ import annotations

from reviewer.analysis import Comparison, Side
from reviewer.text.languages import display_name


def evidence_names(comparison: Comparison) -> str:
    """What the sentences were matched with, by name, with commas between; or "none"."""
    names = [comparison.evidence] if comparison.evidence != "none" else []
    return ", ".join([*names, *([comparison.encoder] if comparison.encoder else [])]) or "none"


def evidence_words(source: Side, comparison: Comparison) -> str:
    """A clause without capital and full stop, such as "sentences matched with the help of a
    back-translation (argos translate-de_en 1.0)"."""
    if comparison.encoder and comparison.evidence == "none":
        return f"sentences matched with the help of a sentence encoder ({comparison.encoder})"
    if comparison.evidence == "none":
        reason = f"no package for {languages_words(source, comparison)} is installed"
    elif not any(back.reliable for back in comparison.back_translations.values()):
        reason = f"{comparison.evidence} gave nothing usable"
    else:
        return f"sentences matched with the help of a back-translation ({comparison.evidence})"
    return f"sentences matched without back-translation: {reason}"


def languages_words(source: Side, comparison: Comparison) -> str:
    """The languages that a back-translation is from and to: "German to English"."""
    return f"{display_name(comparison.side.language)} to {display_name(source.language)}"
