"""A local BigCommerce store that speaks the real HTTP API.

`Emulator` serves it on loopback, for tests and for development; `python -m bcorm.emulator`
does the same from a shell. It shares no code and no table with the client side of bcorm.
"""

try:
    from bcorm.emulator.faults import Fault
    from bcorm.emulator.log import RecordedRequest
    from bcorm.emulator.server import Emulator
except ModuleNotFoundError as error:
    if error.name is None or error.name.startswith("bcorm"):
        raise
    raise ModuleNotFoundError(
        f"bcorm.emulator needs {error.name}, which is not installed: pip install 'bcorm[emulator]'",
        name=error.name,
    ) from None

__all__ = ["Emulator", "Fault", "RecordedRequest"]
