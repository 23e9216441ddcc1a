"""A local BigCommerce store that speaks the real HTTP API.

`Emulator` serves it on loopback, for tests and for development; `python -m bcorm.emulator`
does the same from a shell. It shares no code and no table with the client side of bcorm.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bcorm.emulator.faults import Fault
    from bcorm.emulator.log import RecordedRequest
    from bcorm.emulator.server import Emulator

__all__ = ["Emulator", "Fault", "RecordedRequest"]

_HOMES = {"Emulator": "server", "Fault": "faults", "RecordedRequest": "log"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'bcorm.emulator' has no attribute {name!r}")
    try:
        value = getattr(import_module(f"bcorm.emulator.{_HOMES[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("bcorm"):
            raise
        raise ModuleNotFoundError(
            f"bcorm.emulator needs {error.name}, which is not installed: "
            "pip install 'bcorm[emulator]'",
            name=error.name,
        ) from None
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
