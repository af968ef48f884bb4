"""How well the whole text of an article is kept, on pages of which the text is known.

    .venv/bin/python -m tests.benchmarks.web_articles --scrapinghub FOLDER --readability FOLDER
        [--peers PYTHON]

The folders are those of the projects scrapinghub/article-extraction-benchmark and
mozilla/readability, fetched by hand. Runs of four words that the kept text and the known text
have in common, as the mean over pages; nothing in the program was fitted to these pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from statistics import mean, median

from tests.benchmarks.web_pages import ours, peers

Known = tuple[Path, str]


def scrapinghub(folder: Path, scratch: Path) -> Iterator[Known]:
    """The pages of the benchmark and the bodies of their articles."""
    for name, told in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        page = scratch / f"{name}.html"
        page.write_bytes(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()))
        yield page, told["articleBody"]


def readability(folder: Path) -> Iterator[Known]:
    """The test pages of Readability and the text that it is expected to keep."""
    from lxml import html

    for page in sorted((folder / "test" / "test-pages").iterdir()):
        expected = html.fromstring((page / "expected.html").read_text("utf-8"))
        for element in expected.iter():
            element.tail = f" {element.tail or ''}"
        yield page / "source.html", expected.text_content()


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words."""
    words = re.findall(r"\w+", text)
    return Counter(zip(*(words[start:] for start in range(4)), strict=False))


def scored(known: str, kept: str) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    right, got = runs(known), runs(kept)
    common = sum((right & got).values())
    if not right or not got:
        return (1.0, 1.0, 1.0) if right == got else (0.0, 0.0, 0.0)
    precision, recall = common / sum(got.values()), common / sum(right.values())
    return precision, recall, 2 * common / (sum(got.values()) + sum(right.values()))


def report(name: str, scores: list[tuple[float, float, float]], seconds: list[float]) -> None:
    """One line of figures."""
    precision, recall, both = (mean(column) for column in zip(*scores, strict=True))
    lost = sum(score[1] < 0.05 for score in scores)
    print(
        f"{name:12} precision {precision:.3f}  recall {recall:.3f}  F {both:.3f}  "
        f"lost {lost} of {len(scores)}  median {1000 * median(seconds):.0f} ms"
    )


def main() -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scrapinghub", type=Path)
    options.add_argument("--readability", type=Path)
    options.add_argument("--peers")
    options.add_argument("--worst", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        sets: dict[str, list[Known]] = {}
        if chosen.scrapinghub:
            sets["scrapinghub"] = list(scrapinghub(chosen.scrapinghub, Path(scratch)))
        if chosen.readability:
            sets["readability"] = list(readability(chosen.readability))
        for name, known in sets.items():
            print(name)
            with Pool(2) as pool:
                read = pool.map(ours, [path for path, _ in known], 4)
            scores = [scored(text, own[0]) for (_, text), own in zip(known, read, strict=True)]
            report("ours", scores, [own[3] for own in read])
            if chosen.worst:
                for (path, _), score in sorted(
                    zip(known, scores, strict=True), key=lambda p: p[1][2]
                )[:15]:
                    print("  ", path, *(f"{part:.2f}" for part in score))
            if chosen.peers:
                answers = peers(chosen.peers, [path for path, _ in known])
                for reader in ("trafilatura", "readability"):
                    theirs = [
                        scored(text, answer[reader][0])
                        for (_, text), answer in zip(known, answers, strict=True)
                    ]
                    report(reader, theirs, [answer[reader][1] for answer in answers])


if __name__ == "__main__":
    main()
