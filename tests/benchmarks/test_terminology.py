"""Terms of a glossary found through inflection, and words wrongly taken for them.

`tests/terminology/forms.tsv` has 75 terms in five languages with their forms, compounds and Arabic
prefixes among them. Caught: a form in which its term is found. Wrong: a form of another term of
the same language that is taken for it; and lines of FLORES dev in which a term is found in a word
that is none of its forms, printed to be read.

python -m pytest -m benchmark -s -p no:xdist tests/benchmarks/test_terminology.py
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reviewer.terminology import occurrences

pytestmark = pytest.mark.benchmark

_TABLE = Path(__file__).parents[1] / "terminology/forms.tsv"
_FLORES = Path(__file__).parents[2] / "../shared/bench/flores-dev"
_AIMS = {"ru": 0.95, "uk": 0.95, "es": 0.95, "de": 0.95, "ar": 0.84}
_MOST_WRONG = 0.006


def _terms(language: str) -> dict[str, list[str]]:
    rows = (line.split("\t") for line in _TABLE.read_text("utf-8").splitlines())
    return {
        row[1]: row[2].split("|") if "|" in row[2] else row[2].split()
        for row in rows
        if row[0] == language
    }


@pytest.mark.parametrize("language", list(_AIMS))
def test_terms_through_inflection(language: str) -> None:
    terms = _terms(language)
    forms = [(term, form) for term, its in terms.items() for form in its]
    missed = [form for term, form in forms if not occurrences(term, f"“{form}”.", language)]
    others = [(term, form) for term in terms for other, form in forms if other != term]
    wrong = [(term, form) for term, form in others if occurrences(term, form, language)]
    print(
        f"\n{language}: of {len(forms)} forms {1 - len(missed) / len(forms):.3f} caught "
        f"(not: {', '.join(missed)}); of {len(others)} forms of other terms "
        f"{len(wrong) / len(others):.2%} taken for it ({wrong})"
    )
    if (text := _FLORES / f"{language}.txt").exists():
        found = Counter(
            (term, span.of(line))
            for line in text.read_text("utf-8").splitlines()
            for term in terms
            for span in occurrences(term, line, language)
            if span.of(line).casefold() not in {form.casefold() for form in terms[term]}
        )
        lines = len(text.read_text("utf-8").splitlines()) * len(terms)
        print(
            f"  FLORES: in {found.total()} of {lines} ({found.total() / lines:.2%}) another word: "
            + ", ".join(f"{a}: {b} {n}" for (a, b), n in found.most_common())
        )
    assert 1 - len(missed) / len(forms) >= _AIMS[language]
    assert len(wrong) / len(others) <= _MOST_WRONG
