"""Every operation of every official spec, through typed calls, judged by the spec itself."""

from __future__ import annotations

import pytest
from coverage_api.breaking import Breaker
from coverage_api.exceptions import UNREACHABLE
from coverage_api.reference import SPEC as V2_CATALOG
from coverage_api.reference import ReferenceJudge
from coverage_api.stage import perform, scenarios
from shared import SHARED, needs_shared

from bcorm.emulator import Emulator

SPECS = sorted(scenarios())


@pytest.fixture(scope="module")
def emulator():
    with Emulator() as running:
        yield running


@needs_shared("specs")
@pytest.mark.parametrize("spec", SPECS)
def test_every_operation_is_called_and_judged_and_nothing_else_is_taken(spec, judge, emulator):
    judging = ReferenceJudge() if spec == V2_CATALOG else judge
    breaker = Breaker(judge, emulator)
    report = perform(spec, judging, emulator, breaker)
    assert breaker.taken == []
    assert report.complaints == []
    assert [name for name in report.missing if name not in UNREACHABLE] == []


@needs_shared("specs")
def test_every_spec_has_scenarios(judge):
    assert {item.spec for item in judge.operations} | {V2_CATALOG} == set(SPECS)


@needs_shared("specs")
def test_exceptions_name_operations(judge):
    assert SHARED.is_dir()
    assert set(UNREACHABLE) <= {item.name for item in judge.operations}
