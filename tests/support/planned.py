"""Comparing what commits send with what they had planned, in every test and without a request.

A commit asks the optimist first, who answers each step as if it had worked; the engine's steps must
be the same, up to the first that does not succeed.
"""

from __future__ import annotations

import re
from contextlib import contextmanager

import pytest

from bcorm.session import committing
from bcorm.session.engine import Engine
from bcorm.session.requests import Pending

_BRACES = re.compile(r"\\\{\w+\\\}")


@contextmanager
def watching():
    """Compare in all that is committed in this block; a difference is an AssertionError.

    Yields the differences that were found. Whatever is in it at the end is an AssertionError, too,
    for what runs a commit may take the first one for a failure of its own.
    """
    optimistic, run = committing.optimistic, Engine.run
    planned, differences = {}, []

    def listing(program):
        requests = planned[id(program.work)] = []
        for request in optimistic(program):
            requests.append(request)
            yield request

    def running(engine, program):
        assert id(program.work) in planned, "a commit that has not been planned"
        try:
            run(engine, program)
        finally:
            wanted = planned.pop(id(program.work))
        try:
            compare(wanted, [step.request for step in program.steps], whole=program.faultless)
        except AssertionError as error:
            differences.append(error)
            raise

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(committing, "optimistic", listing)
        patch.setattr(Engine, "run", running)
        yield differences
    assert not differences


def compare(planned, sent, *, whole):
    """Refuse a difference between the requests of a plan and those that were sent."""
    assert len(sent) <= len(planned), f"not planned: {sent[len(planned)]}"
    for request, other in zip(planned, sent, strict=False):
        told = f"planned: {request}; sent: {other}"
        for name in ("kind", "method", "params", "sent", "batch"):
            assert getattr(request, name) == getattr(other, name), told
        assert list(map(id, request.objects)) == list(map(id, other.objects)), told
        # Keys that did not exist yet are in braces.
        pattern = _BRACES.sub("[^/]+", re.escape(request.path))
        assert re.fullmatch(pattern, other.path), told
        assert _known(request.body) == _known(other.body), told
    if whole:
        assert len(sent) == len(planned), f"planned and not sent: {planned[len(sent)]}"


def _known(value):
    """The keys that by now are known, in the place of those that were waited for."""
    if isinstance(value, Pending):
        return value.target.pk
    if isinstance(value, dict):
        return {name: _known(item) for name, item in value.items()}
    return [_known(item) for item in value] if isinstance(value, list) else value
