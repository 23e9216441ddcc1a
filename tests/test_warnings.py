"""Which warnings turn the suite red: ours, and those of deprecated things that we call."""

from __future__ import annotations

import warnings

import pytest

from bcorm.exceptions import FullScanWarning


def warned_in(module, category):
    """Warn as a function of that module would, of its own code."""
    code = "import warnings\nwarnings.warn('told', category)"
    exec(code, {"__name__": module, "category": category})


@pytest.mark.parametrize("category", [UserWarning, DeprecationWarning, FutureWarning])
@pytest.mark.parametrize("module", ["bcorm", "bcorm.http.client", "tests.http.test_x", "tools.x"])
def test_what_our_code_is_warned_of_is_an_error(module, category):
    with pytest.raises(category):
        warned_in(module, category)


def test_a_warning_of_ours_is_an_error_wherever_it_is_seen():
    with pytest.raises(FullScanWarning):
        warned_in("somebody.elses", FullScanWarning)


@pytest.mark.parametrize("module", ["bcormish", "requests", "pandas.core"])
def test_what_others_are_warned_of_is_shown(module):
    with warnings.catch_warnings(record=True) as seen:
        warned_in(module, DeprecationWarning)
    assert [str(item.message) for item in seen] == ["told"]
