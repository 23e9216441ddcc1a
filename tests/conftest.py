"""What every suite shares: a store to talk to, and the modules of `tests/support`.

`from shared import SHARED, needs_shared` and `from spec_judge import Exchange, SpecJudge` work
in any test. The folders are put on the path here because another package called `tests` may be
installed, and would be found first.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "support"), str(HERE)]

# A shell that runs the tests in the background has interrupts ignored, and children inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

pytest_plugins = [
    "checkers",
    "figures",
    "not_tested",
    "order",
    "property_tests",
    "secrecy_plugin",
    "top_folder",
]


@pytest.hookimpl(optionalhook=True)  # not every environment has xdist
def pytest_xdist_auto_num_workers():
    """Let `-n auto` be half as many again as there are cores: a third of the time tests wait."""
    return 3 * (os.cpu_count() or 2) // 2


def pytest_collection_finish():
    """Leave the tests and their modules out of each collection of garbage to come."""
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def own_garbage():
    """Leave what earlier modules made out of it, too: a collection goes through all that lives."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def own_state_folder(tmp_path_factory):
    """Imports leave what `bcorm undo` takes; not in the folder of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session", autouse=True)
def as_planned():
    """What a commit sends is what its plan lists, up to the first step that does not succeed."""
    from planned import watching

    with watching() as differences:
        yield differences


@pytest.fixture(scope="session")
def judge(pytestconfig):
    """The official specs, parsed once and kept in pytest's cache."""
    from shared import SHARED
    from spec_judge import SpecJudge

    if not (SHARED / "specs").is_dir():
        pytest.skip("what specs holds of the API: set BCORM_SHARED to the folder that has it")
    return SpecJudge(Path(pytestconfig.cache.mkdir("bcorm-specs")))


@pytest.fixture(scope="session")
def sample_server():
    """One emulator with the sample shop for the whole run; tests take `emulator`."""
    from bcorm.emulator import Emulator

    with Emulator() as server:
        yield server


@pytest.fixture(scope="session")
def empty_server():
    """One emulator without a catalog for the whole run; tests take `empty_emulator`."""
    from bcorm.emulator import Emulator

    with Emulator(empty=True) as server:
        yield server


@pytest.fixture
def emulator(sample_server):
    """A store with the sample shop, as it was first; nothing has been asked of it."""
    sample_server.reset()
    return sample_server


@pytest.fixture
def empty_emulator(empty_server):
    """A store without anything in it."""
    empty_server.reset()
    return empty_server


@pytest.fixture
def impatient(monkeypatch):
    """Clients that the code under test makes itself wait as little as those of the tests.

    Between attempts, and for writes whose answer was lost: how long they wait is tested elsewhere.
    """
    from bcorm.http.exchange import RetryPolicy
    from bcorm.session import engine

    monkeypatch.setattr(RetryPolicy, "backoff", lambda self, failures: 0.001)
    monkeypatch.setattr(engine, "SOON", 0.05)


@pytest.fixture(scope="module", autouse=True)
def own_current_session():
    """A module starts without a current session, and leaves none behind."""
    from bcorm.model.unit_of_work import current_session

    current_session.set(None)
    yield
    current_session.set(None)


@pytest.fixture
def session(emulator):
    """The current session, on the sample shop."""
    from sessions import open_session

    from bcorm.model.unit_of_work import current_session

    opened = open_session(emulator)
    yield opened
    opened.client.close()
    current_session.set(None)


@pytest.fixture
def empty_session(empty_emulator):
    """The current session, on a store without anything in it."""
    from sessions import open_session

    from bcorm.model.unit_of_work import current_session

    opened = open_session(empty_emulator)
    yield opened
    opened.client.close()
    current_session.set(None)
