"""Where scenarios play: one emulator, one session, and a record of what went over the wire.

A scenario is a function that calls operations of one spec through typed bcorm calls. `covers`
registers it; `perform` plays the scenarios of a spec and lets the judge of the official specs read
every exchange. Called by `test_coverage` and by `tools.coverage_api`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spec_judge import Exchange

import bcorm
from bcorm.emulator import Emulator
from bcorm.http.credentials import OAuthCredentials
from bcorm.http.transport import RequestsTransport

if TYPE_CHECKING:
    from coverage_api.breaking import Breaker
    from spec_judge import Operation, SpecJudge

    from bcorm.http.message import Request, Response, Timeout

HERE = Path(__file__).parent
_JSON = "application/json"


class Recorder(RequestsTransport):
    """The client's own transport, which remembers what was asked and answered."""

    def __init__(
        self, credentials: OAuthCredentials, *, api_url: str, breaker: Breaker | None
    ) -> None:
        super().__init__(credentials, api_url=api_url)
        self.exchanges: list[Exchange] = []
        self._breaker = breaker

    def send(self, request: Request, *, timeout: Timeout) -> Response:
        """Send the request, and remember it with its answer."""
        if self._breaker is not None:
            self._breaker.before(request)
        response = super().send(request, timeout=timeout)
        query = f"?{request.query}" if request.query else ""
        body_type = request.headers.get("Content-Type", _JSON)
        answer_type = response.headers.get("Content-Type", _JSON)
        self.exchanges.append(
            Exchange(
                request.method,
                f"/{request.path}{query}",
                status=response.status,
                body=_read(request.body, body_type),
                answer=_read(response.body, answer_type),
                body_type=body_type,
                answer_type=answer_type,
                headers=request.headers,
            )
        )
        return response


def _read(body: bytes | None, media_type: str) -> Any:
    return json.loads(body) if body and media_type == _JSON else body or None


@dataclass
class Stage:
    """What a scenario is given.

    Attributes:
        session: the current session; its requests are recorded.
        emulator: the store, in its initial state.
    """

    session: bcorm.Session
    emulator: Emulator


Scenario = Callable[[Stage], None]
_scenarios: defaultdict[str, list[Scenario]] = defaultdict(list)


def covers(*specs: str) -> Callable[[Scenario], Scenario]:
    """Register a scenario of one or more spec files."""

    def register(scenario: Scenario) -> Scenario:
        for spec in specs:
            _scenarios[spec].append(scenario)
        return scenario

    return register


def scenarios() -> dict[str, list[Scenario]]:
    """The scenarios of all modules, by spec."""
    for module in pkgutil.iter_modules([str(HERE / "scenarios")]):
        importlib.import_module(f"coverage_api.scenarios.{module.name}")
    return dict(_scenarios)


@contextmanager
def stage(
    emulator: Emulator, breaker: Breaker | None = None
) -> Iterator[tuple[Stage, list[Exchange]]]:
    """A store in its initial state with a session on it, and the record of the session."""
    emulator.reset()
    credentials = OAuthCredentials("coverage", "token")
    recorder = Recorder(credentials, api_url=emulator.url, breaker=breaker)
    client = bcorm.Client(credentials, api_url=emulator.url, transport=recorder)
    with client, client.session() as session:
        yield Stage(session, emulator), recorder.exchanges


@dataclass
class Report:
    """What became of one spec.

    Attributes:
        operations: those that the spec declares.
        covered: those that were called and answered with success, without a complaint.
        complaints: what the judge says against exchanges, and what scenarios raised.
    """

    spec: str
    operations: list[str]
    covered: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    @property
    def missing(self) -> list[str]:
        """Declared operations that no scenario called with success."""
        return [name for name in self.operations if name not in self.covered]


def perform(
    spec: str, judge: SpecJudge, emulator: Emulator, breaker: Breaker | None = None
) -> Report:
    """Play the scenarios of a spec and judge every exchange of them.

    With a breaker, what the spec forbids is tried before what it allows, see `breaking`.
    """
    report = Report(spec, [item.name for item in judge.operations if item.spec == spec])
    for scenario in scenarios().get(spec, ()):
        with stage(emulator, breaker) as (scene, exchanges):
            try:
                scenario(scene)
            except Exception as error:  # noqa: BLE001 - a scenario that fails is a complaint
                report.complaints.append(f"{scenario.__name__}: {type(error).__name__}: {error}")
        for exchange in exchanges:
            _judge(report, judge, exchange)
    return report


def _judge(report: Report, judge: SpecJudge, exchange: Exchange) -> None:
    operation: Operation | None = judge.operation(exchange.method, exchange.path)
    if operation is None:
        report.complaints.append(f"no such operation: {exchange.method} {exchange.path}")
        return
    success = exchange.status < 300
    if not success and str(exchange.status) not in judge.declared(operation)["responses"]:
        return  # a refusal that the spec does not describe
    problems = judge.problems(exchange, request=success)
    report.complaints += [f"{exchange.method} {exchange.path}: {text}" for text in problems]
    if success and not problems and operation.spec == report.spec:
        report.covered.add(operation.name)
