"""Counts drawn from topics, for the tests of scaling."""

from typing import Any

import numpy as np
import scipy.sparse as sp

SEEDS = {"w1": 1, "w2": 1, "w3": -1}
NAMES = [f"w{i}" for i in range(260)]


def sentences(rows: int = 600, topics: int = 12, length: float = 0.1, seed: int = 0) -> Any:
    """Rows of few words, each a mixture of topics: 260 features, CSR."""
    rng = np.random.default_rng(seed)
    words = rng.gamma(0.3, size=(topics, len(NAMES)))
    rates = rng.dirichlet(np.ones(topics) * 0.3, rows) @ words
    return sp.csr_matrix(rng.poisson(rates / rates.mean() * length), dtype=float)
