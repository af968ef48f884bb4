"""What the analysis says of the texts in this repository, as data that can be compared.

    python tools/results/record.py > FILE

Of every translation: its beads with their confidence, and its findings. The texts are the
sample, the articles of tests/end_to_end, and 2,000 pairs of sentences made up here.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from reviewer import formats
from reviewer.analysis import Analysis, Comparison, analyse
from reviewer.domain import Block, Document

_ROOT = Path(__file__).resolve().parents[2]
_SAMPLE = ("en.html", "id.txt", "de.docx", "uk.md", "ar.html", "vi.txt")
_PAIRS = 2_000

Recorded = dict[str, list[dict[str, Any]]]
"""By the name of a text, one entry for each translation."""


def everything() -> Recorded:
    """All that is compared; some twenty seconds of a processor."""
    return {**sample(), **articles(), **pairs(_PAIRS)}


def sample() -> Recorded:
    """The sample: one source and five translations."""
    source, *translations = [
        formats.read(_ROOT / "resources/sample" / f"article.{name}") for name in _SAMPLE
    ]
    return {"sample": recorded(analyse(source, translations))}


def articles() -> Recorded:
    """Each text of the tests' articles as the source of the others that tell the same."""
    alike = defaultdict(list)
    for path in sorted((_ROOT / "tests/end_to_end/articles").iterdir()):
        if path.suffix != ".toml":
            alike[path.name.partition(".")[0]].append(path)
    return {
        paths[0].name: recorded(
            analyse(formats.read(paths[0]), [formats.read(path) for path in paths[1:]])
        )
        for paths in alike.values()
    }


def pairs(count: int) -> Recorded:
    """A text of so many sentences and its translation, with figures, omissions and slips."""
    draw = random.Random(7)
    english, german = [], []
    for number in range(count):
        left, right = _pair(draw)
        english.append(left)
        if number % 50 != 17:
            german.append(right)
        if number % 70 == 33:
            german.append(_pair(draw)[1])
    texts = [_document("made.en.txt", "en", english), _document("made.de.txt", "de", german)]
    return {"pairs": recorded(analyse(texts[0], texts[1:]))}


_WHO = (("The council", "Der Rat"), ("Our school", "Unsere Schule"), ("Anna Lund", "Anna Lund"),
        ("The old mill", "Die alte Mühle"), ("Nobody", "Niemand"))  # fmt: skip
_DID = (("bought", "kaufte"), ("counted", "zählte"), ("sold", "verkaufte"), ("saw", "sah"))
_WHAT = (("apples", "Äpfel"), ("ships", "Schiffe"), ("letters", "Briefe"), ("books", "Bücher"),
         ("metres of rope", "Meter Seil"))  # fmt: skip
_WHERE = (("in the harbour", "im Hafen"), ("near Kell", "bei Kell"), ("at night", "bei Nacht"),
          ("without any help", "ohne jede Hilfe"))  # fmt: skip


def _pair(draw: random.Random) -> tuple[str, str]:
    def one(of: tuple[tuple[str, str], ...]) -> tuple[str, str]:
        return of[int(draw.random() * len(of))]

    figure = int(draw.random() ** 3 * 99_000) + 2
    told = figure if draw.random() > 0.03 else figure + 10
    year = 1950 + int(draw.random() * 80)
    sides = zip(one(_WHO), one(_DID), one(_WHAT), one(_WHERE), strict=True)
    (who, did, what, where), (wer, tat, was, wo) = sides
    return (
        f"{who} {did} {figure:,} {what} {where} in {year}.",
        f"{wer} {tat} {year} {wo} {f'{told:,}'.replace(',', '.')} {was}.",
    )


def _document(path: str, language: str, sentences: list[str]) -> Document:
    blocks = [" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
    return Document(path, "text", tuple(map(Block, blocks)), b"", language=language)


def recorded(analysis: Analysis) -> list[dict[str, Any]]:
    """One entry for each translation, of JSON's types only."""
    made = [_recorded(comparison) for comparison in analysis.translations]
    plain: list[dict[str, Any]] = json.loads(json.dumps(made))
    return plain


def _recorded(comparison: Comparison) -> dict[str, Any]:
    rows = zip(comparison.beads, comparison.findings, strict=True)
    return {
        "language": comparison.side.language,
        "encoder": comparison.encoder,
        "beads": [
            {
                "source": bead.source,
                "target": bead.target,
                "relation": bead.relation,
                "free": bead.free,
                "confidence": bead.confidence,
                "findings": [
                    {
                        "rule": finding.rule,
                        "severity": finding.severity,
                        "says": str(finding.message),
                        "at": [
                            [(span.start, span.end) for span in spans]
                            for spans in (finding.source_spans, finding.target_spans)
                        ],
                        "confidence": finding.confidence,
                    }
                    for finding in findings
                ],
            }
            for bead, findings in rows
        ],
    }


if __name__ == "__main__":
    json.dump(everything(), sys.stdout)
