"""scikit-learn's own checks of an estimator, where they apply."""

from typing import Any

import pytest
from sklearn.utils.estimator_checks import parametrize_with_checks

import tenor
from tenor.scaling import LSS, Wordfish, Wordscores

_SPARSE = ("check_estimator_sparse_tag", "check_estimator_sparse_array", "check_estimator_sparse_matrix")
#: Checks whose data a model of counts has to refuse, though they see another failure in that.
REFUSED = {
    "Wordfish": dict.fromkeys(_SPARSE, "draws between 0 and 1 are not counts"),
    "Wordscores": dict.fromkeys(
        (*_SPARSE, "check_estimators_dtypes", "check_fit2d_1feature"), "reference texts without words"
    ),
}


@pytest.mark.filterwarnings("ignore:Wordfish did not come", "ignore:.* documents have no words")
@parametrize_with_checks(
    [LSS(["x0"], k=1, scale=None), Wordfish(), Wordscores()],
    expected_failed_checks=lambda estimator: REFUSED.get(type(estimator).__name__, {}),
)
def test_scikit_learn(estimator: Any, check: Any) -> None:
    try:
        check(estimator)
    except tenor.Error as e:
        # Most checks fit to draws from a normal distribution, of which Poisson counts cannot be made.
        if "is not a count" not in str(e):
            raise
        pytest.skip(f"the check's data are not counts: {e}")
