"""The emulator's own paths, for tests in other processes: ``/_emulator/...``.

They answer on loopback without credentials, count against nothing and are not recorded.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from flask import Response, request

from bcorm.emulator import jsontext
from bcorm.emulator.errors import ApiError
from bcorm.emulator.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.emulator.server import Emulator


def control_routes(emulator: Emulator) -> list[tuple[str, str, Callable[[], Response]]]:
    """Method, path and function of every control path."""

    def add_faults() -> Response:
        body = jsontext.loads(request.get_data(as_text=True) or "[]")
        try:
            faults = [
                Fault.from_json(_floats(item))
                for item in (body if isinstance(body, list) else [body])
            ]
        except (TypeError, ValueError) as error:
            raise ApiError(422, str(error)) from error
        for fault in faults:
            emulator.faults.add(fault)
        return _json({"added": len(faults)})

    def random_faults() -> Response:
        emulator.faults.random(**_floats(jsontext.loads(request.get_data(as_text=True))))
        return _json({})

    def clear_faults() -> Response:
        emulator.faults.clear()
        return _json({})

    def show_requests() -> Response:
        return _json([asdict(item) for item in list(emulator.requests)])

    def clear_requests() -> Response:
        emulator.clear_requests()
        return _json({})

    def reset() -> Response:
        emulator.reset()
        return _json({})

    def show_documents() -> Response:
        try:
            return _json(emulator.documents(request.args.get("path", "")))
        except KeyError as error:
            raise ApiError(404, str(error)) from error

    def show_quota() -> Response:
        return _json(asdict(emulator.quota_log))

    return [
        ("POST", "/_emulator/faults", add_faults),
        ("POST", "/_emulator/faults/random", random_faults),
        ("DELETE", "/_emulator/faults", clear_faults),
        ("GET", "/_emulator/requests", show_requests),
        ("DELETE", "/_emulator/requests", clear_requests),
        ("POST", "/_emulator/reset", reset),
        ("GET", "/_emulator/documents", show_documents),
        ("GET", "/_emulator/quota", show_quota),
    ]


def _floats(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: float(value) if name in ("seconds", "rate") else value
        for name, value in values.items()
    }


def _json(value: Any) -> Response:
    return Response(jsontext.dumps(value), content_type="application/json")
