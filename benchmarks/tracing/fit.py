"""Set the sum by which long wordings are told: logistic regression on questions whose answer is known."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from claims.operations.matching import asked, ranked
from claims.text.resemblance import NOT_SHORT, summed

from .alter import Query

ROUNDS = 30
RIDGE = 0.3


def fit(queries: Sequence[Query]) -> str:
    """The constant and the factors, as a line of `resemblance.py` has them.

    A right answer counts as one; of a question without one, all that is found counts as wrong.
    """
    rows, right, names = [], [], []
    for query in queries:
        for match in ranked(asked(query.text)):
            is_right = match.held.quotation_id == (query.number or -1) + 1 and query.number is not None
            if match.likeness.words >= NOT_SHORT and (is_right or query.number is None):
                figures = summed(match.likeness)
                names = list(figures)
                rows.append([1.0, *figures.values()])
                right.append(1.0 if is_right else 0.0)
    constant, *factors = _regression(rows, right)
    return f"CONSTANT = {constant:.2f}\nSUM = {dict(zip(names, (round(f, 2) for f in factors), strict=True))}"


def _regression(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Newton's method, with a ridge so that what tells nothing stays near nothing."""
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        gradient = [RIDGE * w for w in weights]
        hessian = [[RIDGE if i == j else 0.0 for j in range(size)] for i in range(size)]
        for row, wanted in zip(rows, right, strict=True):
            told = sum(w * x for w, x in zip(weights, row, strict=True))
            chance = 1 / (1 + exp(-max(-35.0, min(35.0, told))))
            slope = chance * (1 - chance)
            for i, x in enumerate(row):
                gradient[i] += (chance - wanted) * x
                if slope:
                    for j in range(i + 1):
                        hessian[i][j] += slope * x * row[j]
        for i in range(size):
            for j in range(i):
                hessian[j][i] = hessian[i][j]
        step = _solved(hessian, gradient)
        weights = [w - s for w, s in zip(weights, step, strict=True)]
    return weights


def _solved(matrix: list[list[float]], values: Sequence[float]) -> list[float]:
    """Gauss's elimination with the largest pivot."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda r: abs(rows[r][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for other in range(size):
            if other != column and rows[other][column]:
                factor = rows[other][column]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[column], strict=True)]
    return [row[-1] for row in rows]
