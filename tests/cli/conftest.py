"""Commands are run as people run them: their text in, what they print and their status out."""

from __future__ import annotations

import pytest
from command_line import CliRunner

from bcorm.cli.app import app


@pytest.fixture
def journals(tmp_path_factory, monkeypatch):
    """The folder of the journals of imports, which is there once there is one."""
    state = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    return state / "bcorm" / "imports"


@pytest.fixture
def run(monkeypatch, tmp_path, journals, impatient):
    """Run `bcorm ...` in this process, away from the settings of whoever runs the tests."""
    monkeypatch.setenv("BCORM_CONFIG", str(tmp_path / "stores.ini"))
    monkeypatch.delenv("BCORM_PROFILE", raising=False)

    def run(*arguments, status=0, env=None, text=None):
        result = CliRunner().invoke(app, [str(item) for item in arguments], env=env, input=text)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status, result.output
        return result

    return run
