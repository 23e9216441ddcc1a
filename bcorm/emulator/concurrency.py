"""How many calls an endpoint answers at the same time, where the docs state a cap.

The table holds what the operation texts of the specs say; above the cap live stores answer 429
without rate limit headers. Off unless the emulator is told otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bcorm.emulator.operations import Operation

CAPS: dict[tuple[str, str], int] = {
    ("GET", "v3/catalog/trees"): 1,
    ("PUT", "v3/customers"): 3,
    ("POST", "v3/customers/addresses"): 10,
    ("PUT", "v3/customers/addresses"): 3,
    ("PUT", "v3/customers/attributes"): 3,
    ("PUT", "v3/customers/attribute-values"): 3,
    ("PUT", "v3/customers/form-field-values"): 10,
}


def cap_of(operation: Operation) -> int | None:
    """The cap of an operation, if it has one."""
    return CAPS.get((operation.method, operation.path))
