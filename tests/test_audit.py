"""The look for known vulnerabilities: what it says, and how it leaves the process."""

from __future__ import annotations

import json
import subprocess

import pytest

from tools import audit

SOUND = {"name": "requests", "version": "2.32", "vulns": []}
WEAK = {"name": "weak", "version": "1.0", "vulns": [{"id": "PYSEC-1"}, {"id": "GHSA-2"}]}
SKIPPED = {"name": "local", "skip_reason": "not on the index"}


@pytest.fixture
def services(monkeypatch):
    """Let each service answer with a document, a text, or an error; return what was asked."""
    asked, answers = [], {}

    def run(command, **options):
        (service,) = [word.partition("=")[2] for word in command if "vulnerability-service" in word]
        asked.append(service)
        answer = answers.get(service, "")
        if isinstance(answer, Exception):
            raise answer
        text = answer if isinstance(answer, str) else json.dumps({"dependencies": answer})
        return subprocess.CompletedProcess(command, 0, stdout=text, stderr="")

    monkeypatch.setattr(audit.subprocess, "run", run)
    monkeypatch.setattr(audit, "find_spec", lambda _name: object())
    return asked, answers


def test_what_is_known_is_told_and_fails(services, capsys):
    asked, answers = services
    answers["pypi"] = [SOUND, WEAK, SKIPPED]
    assert audit.main() == 1
    assert asked == ["pypi"]
    assert "weak 1.0: PYSEC-1, GHSA-2" in capsys.readouterr().out


def test_nothing_known_passes(services, capsys):
    asked, answers = services
    answers["pypi"] = [SOUND]
    assert audit.main() == 0
    assert "pypi was asked; 0 packages" in capsys.readouterr().out
    assert asked == ["pypi"]


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "<html>",
        "[]",
        "null",
        "{}",
        '{"dependencies": null}',
        [],
        [SKIPPED],
        subprocess.TimeoutExpired("pip_audit", 1),
    ],
    ids=repr,
)
def test_a_service_that_does_not_answer_is_no_service_that_knows_nothing(services, capsys, answer):
    asked, answers = services
    answers["pypi"] = answer
    answers["osv"] = [WEAK]
    assert audit.main() == 1
    assert asked == ["pypi", "osv"]
    answers["osv"] = answer
    assert audit.main() == 0
    assert "NOT AUDITED" in capsys.readouterr().out


def test_without_the_tool_it_fails(monkeypatch, capsys):
    monkeypatch.setattr(audit, "find_spec", lambda _name: None)
    assert audit.main() == 1
    assert "pip-audit is not installed" in capsys.readouterr().out
