"""What `Manager` is given to type `filter`: at runtime, one function that is never called.

The signatures are in `_lookups.pyi`, which `python -m tools.lookups` writes from the
declarations.
"""

from __future__ import annotations

from typing import Any


def _untyped(**_lookups: Any) -> None:
    """Stand for every signature of the stub."""


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)
    return _untyped
