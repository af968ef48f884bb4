"""What the sentences of a translation were matched with, in words."""

from __future__ import annotations

from reviewer.analysis import Comparison, SegmentedDocument
from reviewer.wording import language_name, tr


def evidence_names(comparison: Comparison) -> str:
    """What the sentences were matched with, by name, with commas between; or "none"."""
    names = [comparison.evidence] if comparison.evidence != "none" else []
    return ", ".join([*names, *([comparison.encoder] if comparison.encoder else [])]) or "none"


def evidence_words(source: SegmentedDocument, comparison: Comparison) -> str:
    """A clause without capital and full stop, such as "sentences matched with the help of a
    back-translation (argos translate-de_en 1.0)"."""
    if comparison.encoder and comparison.evidence == "none":
        return tr(
            "sentences matched with the help of a sentence encoder ({encoder})",
            encoder=comparison.encoder,
        )
    if comparison.evidence == "none":
        reason = tr(
            "no package for {languages} is installed", languages=languages_words(source, comparison)
        )
    elif not any(back.reliable for back in comparison.back_translations.values()):
        reason = tr("{package} gave nothing usable", package=comparison.evidence)
    else:
        return tr(
            "sentences matched with the help of a back-translation ({package})",
            package=comparison.evidence,
        )
    return tr("sentences matched without back-translation: {reason}", reason=reason)


def languages_words(source: SegmentedDocument, comparison: Comparison) -> str:
    """The languages that a back-translation is from and to: "German to English"."""
    return tr(
        "{target} to {source}",
        target=language_name(comparison.side.language),
        source=language_name(source.language),
    )
