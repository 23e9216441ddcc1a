"""Property tests that are no game of luck, and whose failing examples fit on a screen.

Without more words their examples are the same at every run, so that what is red is red for
everybody. `--hypothesis-seed` draws others, and `make soak` many others.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

LONGEST = 400
"""How many characters an argument may add to a failing example that a test does not draw."""

SHRINKING = 330
"""For how many seconds hypothesis makes an example smaller at most, and some more."""

# How long an example takes, or its drawing, says how busy the machine is; pytest's own timeout ends
# what hangs. What was found once is found again by its seed: a database would replay it at every
# run. The first failure is told alone: more of them fill the screen, and `tools.soak` would not see
# them in a group. And tests that share a store begin each example with `reset`.
settings.register_profile(
    "drawn",
    deadline=None,
    database=None,
    print_blob=False,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("fixed", settings.get_profile("drawn"), derandomize=True)


def pytest_configure(config: pytest.Config) -> None:
    """Choose before test modules are imported, for they build their settings on the default."""
    seed = config.getoption("--hypothesis-seed", default=None)
    drawn = seed is not None or "BCORM_SOAK" in os.environ
    settings.load_profile("drawn" if drawn else "fixed")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give a property test time to find a small example, or its timeout would hide the failure."""
    usual = float(config.getini("timeout") or 0)
    for item in items:
        if item.get_closest_marker("hypothesis") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(usual + SHRINKING))


class Rows(list[Any]):
    """Rows of a fixture, of which an example shows the number."""

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> None:
    """Refuse fixtures that would hide an example, which is printed with all its arguments."""
    if pyfuncitem.get_closest_marker("hypothesis") is None:
        return
    given = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    long = {name: len(repr(value)) for name, value in given.items() if len(repr(value)) > LONGEST}
    assert not long, f"a failing example would show these fixtures, so many characters: {long}"
