"""Logistic regression of many labels at once over the same vectors: what sklearn fits one label at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

type Array = NDArray[np.float32]
_STEPS = 200


def fit(vectors: Array, truth: NDArray[np.bool_], strength: float, weights: Array | None = None) -> Array:
    """One row a label: its weights and, last, its bias, for `vectors` of shape (n, d) and `truth` of shape (n, labels).

    The aim is that of sklearn's LogisticRegression(C=strength): the biases are not shrunk. Vectors are centred for the
    fit, since those of one language model lie close together, and the centre is put into the bias.
    """
    centre = vectors.mean(axis=0)
    x, y = (vectors - centre).astype(np.float64), truth.astype(np.float64)
    each = (np.ones(len(x)) if weights is None else weights.astype(np.float64))[:, None]
    shape = (x.shape[1] + 1, y.shape[1])

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        rows = flat.reshape(shape)
        scores = x @ rows[:-1] + rows[-1]
        off = each * (1.0 / (1.0 + np.exp(-scores)) - y)
        value = (each * (np.logaddexp(0, scores) - y * scores)).sum() + 0.5 / strength * (rows[:-1] ** 2).sum()
        return float(value), np.vstack([x.T @ off + rows[:-1] / strength, off.sum(axis=0)[None]]).ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    rows = found.x.reshape(shape)
    rows[-1] -= centre @ rows[:-1]
    return rows.T.astype(np.float32)


def with_one(vectors: Array) -> Array:
    """The vectors with a one behind each, for the bias."""
    return np.hstack([vectors, np.ones((len(vectors), 1), dtype=np.float32)])
