"""Fit the weights of `citekit.citations.confidence` to gold citations, and print them to be copied there.

    python tools/calibrate.py [SET...]

The gold sets lie beside the checkout (see benchmarks/gold.py). Each set counts as much as any other, so that a few
hundred real notes weigh as much as thousands of rendered references. Logistic regression by Newton's method with a
small ridge; standard library only.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from gold import load, right_citations

from citekit.citations.confidence import SIGNALS

FITTED = [signal for signal in SIGNALS if not signal.by_hand]
RIDGE = 1.0
ROUNDS = 12


def main() -> None:
    rows: list[tuple[list[float], float, float]] = []
    names = sys.argv[1:] or ["real_tune", "styled_tune"]
    for name in names:
        found = list(right_citations(load(name)))
        share = 3000 / len(found) / len(names)
        rows += [([1.0, *(float(s.seen(c)) for s in FITTED)], float(right), share) for c, right in found]
    weights = fitted(rows)
    print(f"BIAS = {weights[0]:.2f}")
    for signal, weight in zip(FITTED, weights[1:], strict=True):
        count = sum(1 for values, _, _ in rows if values[FITTED.index(signal) + 1])
        print(f"{signal.name:32}{weight:7.2f}   seen {count}")


def fitted(rows: list[tuple[list[float], float, float]]) -> list[float]:
    """The weights that make the rows (values, right, share) most likely."""
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        gradient = [-RIDGE * w * (i > 0) for i, w in enumerate(weights)]
        hessian = [[RIDGE * (i == j) for j in range(size)] for i in range(size)]
        for values, right, share in rows:
            chance = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, values, strict=True))))
            for i, value in enumerate(values):
                if value:
                    gradient[i] += share * (right - chance) * value
                    for j, other in enumerate(values):
                        hessian[i][j] += share * chance * (1 - chance) * value * other
        weights = [w + step for w, step in zip(weights, solved(hessian, gradient), strict=True)]
    return weights


def solved(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Gaussian elimination with pivoting."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    size = len(rows)
    for at in range(size):
        pivot = max(range(at, size), key=lambda i: abs(rows[i][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for below in range(at + 1, size):
            factor = rows[below][at] / rows[at][at]
            rows[below] = [a - factor * b for a, b in zip(rows[below], rows[at], strict=True)]
    result = [0.0] * size
    for at in reversed(range(size)):
        known = sum(rows[at][j] * result[j] for j in range(at + 1, size))
        result[at] = (rows[at][size] - known) / rows[at][at]
    return result


if __name__ == "__main__":
    main()
