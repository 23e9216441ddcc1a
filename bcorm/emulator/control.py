"""The emulator's own paths, for tests in other processes: `/_emulator/...`.

They answer on loopback without credentials, count against nothing and are not recorded.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Protocol

from flask import Response, request

from bcorm.emulator import jsontext
from bcorm.emulator.errors import ApiError
from bcorm.emulator.faults import Fault
from bcorm.emulator.urls import address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Request

    from bcorm.emulator.faults import Faults
    from bcorm.emulator.lies import Lies
    from bcorm.emulator.log import RecordedRequest
    from bcorm.emulator.quota import QuotaLog


CONTROL = "/_emulator"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def refuse_strangers(asked: Request) -> None:
    """Let nobody but this machine at the emulator's own paths.

    A page of another site could send requests here from a browser; its host's name may even lead
    here.

    Raises:
        ApiError: 403, the Host is not loopback, or the Origin is another's.
    """
    origin = asked.headers.get("Origin")
    if not is_here(f"//{asked.host}") or (origin is not None and not is_here(origin)):
        raise ApiError(403, "The emulator's own paths are for this machine alone.")


def is_here(url: str) -> bool:
    """Whether a URL leads to this machine."""
    return address(url).hostname in _LOOPBACK


class Controlled(Protocol):
    """What the control paths need of an emulator."""

    faults: Faults
    lies: Lies

    @property
    def requests(self) -> list[RecordedRequest]: ...  # noqa: D102 - see Emulator

    @property
    def quota_log(self) -> QuotaLog: ...  # noqa: D102 - see Emulator

    def clear_requests(self) -> None: ...  # noqa: D102 - see Emulator

    def documents(self, path: str) -> list[dict[str, Any]]: ...  # noqa: D102 - see Emulator

    def reset(self) -> None: ...  # noqa: D102 - see Emulator


def control_routes(emulator: Controlled) -> list[tuple[str, str, Callable[[], Response]]]:
    """Method, path and function of every control path."""
    control = _Control(emulator)
    return [
        ("POST", "/_emulator/faults", control.add_faults),
        ("POST", "/_emulator/faults/random", control.random_faults),
        ("DELETE", "/_emulator/faults", control.clear_faults),
        ("GET", "/_emulator/lies", control.show_lies),
        ("PUT", "/_emulator/lies", control.tell_lies),
        ("GET", "/_emulator/requests", control.show_requests),
        ("DELETE", "/_emulator/requests", control.clear_requests),
        ("POST", "/_emulator/reset", control.reset),
        ("GET", "/_emulator/documents", control.show_documents),
        ("GET", "/_emulator/quota", control.show_quota),
    ]


class _Control:
    """What an emulator's handles do, over HTTP."""

    def __init__(self, emulator: Controlled) -> None:
        self._emulator = emulator

    def add_faults(self) -> Response:
        with _refusing():
            body = jsontext.received(request.get_data() or b"[]")
            items = body if isinstance(body, list) else [body]
            faults = [Fault.from_json(_options(item)) for item in items]
        for fault in faults:
            self._emulator.faults.add(fault)
        return _json({"added": len(faults)})

    def random_faults(self) -> Response:
        with _refusing():
            self._emulator.faults.random(**_options(jsontext.received(request.get_data())))
        return _json({})

    def clear_faults(self) -> Response:
        self._emulator.faults.clear()
        return _json({})

    def show_lies(self) -> Response:
        return _json(list(self._emulator.lies))

    def tell_lies(self) -> Response:
        with _refusing():
            self._emulator.lies.tell(jsontext.received(request.get_data() or b"[]"))
        return self.show_lies()

    def show_requests(self) -> Response:
        return _json([asdict(item) for item in list(self._emulator.requests)])

    def clear_requests(self) -> Response:
        self._emulator.clear_requests()
        return _json({})

    def reset(self) -> Response:
        self._emulator.reset()
        return _json({})

    def show_documents(self) -> Response:
        try:
            return _json(self._emulator.documents(request.args.get("path", "")))
        except KeyError as error:
            raise ApiError(404, str(error)) from error

    def show_quota(self) -> Response:
        return _json(asdict(self._emulator.quota_log))


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except (TypeError, ValueError) as error:
        raise ApiError(422, str(error)) from error


def _options(values: Any) -> dict[str, Any]:
    if not isinstance(values, dict):
        raise TypeError("a fault is an object")
    return {
        name: float(value) if name in ("seconds", "rate") else value
        for name, value in values.items()
    }


def _json(value: Any) -> Response:
    return Response(jsontext.dumps(value), content_type="application/json")
