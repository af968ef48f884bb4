"""Fits the weights of the evidence for page furniture to pages that people have marked.

    .venv/bin/python -m tests.benchmarks.fit_furniture FOLDER [--write]

FOLDER is that of `web_pages.py`. Prints what five-fold cross-validation over pages gives for
some thresholds, and with `--write` puts the weights of all pages into the program. A logistic
regression with a quadratic penalty, by Newton's method; a page weighs by the root of the
number of its marked parts, so that long pages do not decide alone.
"""

from __future__ import annotations

import argparse
import json
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from tests.benchmarks.web_pages import Score, normal, pages

_PENALTY = 3.0
_RAREST = 15
_FOLDS = 5
_WEIGHTS = Path(__file__).parents[2] / "reviewer/formats/data/furniture_weights.json"

Row = dict[str, float]


def prepared(job: tuple[str, Path, dict[str, list[str]]]) -> tuple[list[Row], list[int], list[str]]:
    """The evidence, the mark (1 article, -1 none, 0 unknown) and the text of each block."""
    from reviewer.formats.html.evidence import headline
    from reviewer.formats.html.features import Evidence
    from reviewer.formats.html.page import _decoded
    from reviewer.formats.html.walk import Walk

    _, path, parts = job
    found = Walk(_decoded(path.read_bytes(), "", str(path)).text, keep_mappings=False).found
    title = headline(found)
    texts = [normal(each.block.text) for each in found]
    marks = [-1 if any(normal(p) in text for p in parts["without"]) else 0 for text in texts]
    for part in map(normal, parts["with"]):
        hits = [index for index, text in enumerate(texts) if part in text]
        for index in hits:
            marks[index] = 1 if index == max(hits, key=lambda n: len(texts[n])) else 0
    hidden = [any(node.mark in ("hidden", "comment") for node in each.node.up()) for each in found]
    if title is not None:
        marks[title] = 0
    marks = [0 if out else mark for mark, out in zip(marks, hidden, strict=True)]
    seen = Evidence(found, title)
    rows = [dict(seen.of(index)) for index in range(len(found))]
    for index, (row, out) in enumerate(zip(rows, hidden, strict=True)):
        row["settled"] = -1.0 if out else float(index == title)
    return rows, marks, texts


def matrix(rows: list[Row], names: list[str]) -> np.ndarray:
    """The rows as numbers, in the order of `names`."""
    place = {name: index for index, name in enumerate(names)}
    made = np.zeros((len(rows), len(names)))
    for index, row in enumerate(rows):
        for name, value in row.items():
            if name in place:
                made[index, place[name]] = value
    return made


def fitted(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The coefficients of the logistic regression."""
    w = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weights * (p - y)) + _PENALTY * w
        hessian = (x * (weights * p * (1 - p))[:, None]).T @ x + _PENALTY * np.eye(len(w))
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def main() -> None:
    """Fit, print, and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    known = list(pages(chosen.folder, 1))
    with Pool(2) as pool:
        read = list(pool.imap(prepared, known, 8))
    counts: dict[str, int] = {}
    for rows, marks, _ in read:
        for row, mark in zip(rows, marks, strict=True):
            if mark:
                for name in row:
                    counts[name] = counts.get(name, 0) + bool(row[name])
    names = sorted(name for name, count in counts.items() if count >= _RAREST)
    # A caption is text that is translated, whether or not it was marked as part of the article.
    names = [name for name in names if name not in ("settled", "caption")]
    data = [matrix(rows, names) for rows, _, _ in read]
    chosen_rows = [np.array(marks) != 0 for _, marks, _ in read]
    x = [part[rows] for part, rows in zip(data, chosen_rows, strict=True)]
    y = [np.array(m)[r] > 0 for (_, m, _), r in zip(read, chosen_rows, strict=True)]
    weights = [np.full(len(part), 1 / max(len(part), 1) ** 0.5) for part in x]
    scale = sum(map(len, x)) / sum(part.sum() for part in weights)
    weights = [part * scale for part in weights]
    order = np.random.default_rng(1).permutation(len(known))
    kept: dict[float, Score] = {}
    for fold in range(_FOLDS):
        test = set(order[fold::_FOLDS].tolist())
        train = [index for index in range(len(known)) if index not in test]
        w = fitted(*(np.concatenate([part[i] for i in train]) for part in (x, y, weights)))
        for index in test:
            rows, _, texts = read[index]
            odds = data[index] @ w
            for threshold in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
                least = np.log(threshold / (1 - threshold))
                text = " ".join(
                    text
                    for text, odd, row in zip(texts, odds, rows, strict=True)
                    if row["settled"] > 0 or (row["settled"] == 0 and odd >= least)
                )
                score = kept.setdefault(threshold, Score())
                score.add(known[index][0], known[index][2], text, 0.0)
    for threshold, score in sorted(kept.items()):
        print(threshold, score)
    w = fitted(np.concatenate(x), np.concatenate(y), np.concatenate(weights))
    if chosen.write:
        made = {name: round(float(value), 2) for name, value in zip(names, w, strict=True)}
        _WEIGHTS.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", "utf-8")
    for value, name in sorted(zip(w, names, strict=True)):
        print(f"{value:+.2f} {name}", end="; ")
    print()


if __name__ == "__main__":
    main()
