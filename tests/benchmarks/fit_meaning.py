"""Fits the weights of reviewer/checks/data/meaning.json on the open half of flores-dev.

    python -m tests.benchmarks.fit_meaning [--write]

Prints what each language gets from weights fitted on the six others.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from reviewer.checks import meaning_evidence as me
from tests.benchmarks.omissions import LANGUAGES, Case, left_out, put_in, untouched

FLAGGED, MAJOR = 0.0035, 0.001
"""Share of the faithful pairs that may get a finding of each check, and a major one."""
OUTPUT = Path(me.__file__).parent / "data" / "meaning.json"


def shown(case: Case) -> me.Evidence:
    return me.evidence(case.source, case.target, case.back, "en", case.language)


def rows(language: str) -> tuple[np.ndarray, np.ndarray]:
    """Measures of both directions, and whether something was left out or put in."""
    plain = [shown(case) for case in untouched(language)]
    seen = me.Measures()
    for pair in plain:
        seen.add(pair)
    document = seen.usual()
    groups = (
        (plain, (1, -1), 0.0),
        ([shown(case) for case in left_out(language)], (1,), 1.0),
        ([shown(case) for case in put_in(language)], (-1,), 1.0),
    )
    values, truth = [], []
    for pairs, signs, label in groups:
        for pair in pairs:
            for sign in signs:
                side = pair.source if sign == 1 else pair.back
                if side.lost:
                    values.append(me.measures(side, pair, document, sign))
                    truth.append(label)
    return np.array(values), np.array(truth)


def fit(values: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, float]:
    """Logistic regression with a little ridge, by Newton's method: weights and constant."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    scaled = np.c_[(values - mean) / spread, np.ones(len(values))]
    ridge = 1e-3 * len(values) * np.eye(scaled.shape[1])
    found = np.zeros(scaled.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (chance - truth) + ridge @ np.r_[found[:-1], 0]
        curve = (scaled.T * (chance * (1 - chance))) @ scaled + ridge
        found -= np.linalg.solve(curve, slope)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def main() -> None:
    data = {language: rows(language) for language in LANGUAGES}
    for language in LANGUAGES:
        others = [data[other] for other in LANGUAGES if other != language]
        weights, constant = fit(*(np.concatenate(part) for part in zip(*others, strict=True)))
        plain = np.concatenate([values[truth == 0] for values, truth in others])
        limit = np.quantile(plain @ weights + constant, 1 - FLAGGED)
        values, truth = data[language]
        score = values @ weights + constant
        print(language, *(f"{(score[truth == t] >= limit).mean():.3f}" for t in (0, 1)))
    values, truth = (np.concatenate(part) for part in zip(*data.values(), strict=True))
    weights, constant = fit(values, truth)
    plain = values[truth == 0] @ weights + constant
    stored = {
        "source": "tests/benchmarks/fit_meaning.py on flores-dev (FLORES, CC BY-SA 4.0)",
        "weights": dict(zip(me.MEASURES, (round(float(w), 4) for w in weights), strict=True)),
        "constant": round(constant, 4),
        "finding": round(float(np.quantile(plain, 1 - FLAGGED)), 4),
        "major": round(float(np.quantile(plain, 1 - MAJOR)), 4),
    }
    print(json.dumps(stored, indent=2))
    if "--write" in sys.argv:
        OUTPUT.write_text(json.dumps(stored, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
