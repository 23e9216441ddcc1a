"""Every domain of the API in a folder of its own, discovered.

A domain is a folder. What it serves is declared in its `tables.py`, and in `v2_tables.py` for
V2's view of data that V3 has as well:

- `RESOURCES`: the collections, which bring the operations of their verbs.
- `OPERATIONS`: what no verb covers.
- `REFUSALS`: what it says no to in a way of its own, with who says so.
- `CHORES`: what is done before every request, such as what was put off until now.

What is particular to a domain is in `behaviour.py` and the files beside it. A folder that is put
here is served; nothing else names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bcorm.emulator.operations import operations_of
from bcorm.emulator.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from bcorm.emulator.context import Context
    from bcorm.emulator.operations import Operation
    from bcorm.emulator.refusals import Refusal
    from bcorm.emulator.resource import Resource

_DECLARATIONS = ("tables.py", "v2_tables.py")


@dataclass(frozen=True)
class Domain:
    """One folder: its name, and what its declarations say."""

    name: str
    resources: tuple[Resource, ...]
    operations: tuple[Operation, ...]
    chores: tuple[Callable[[Context], None], ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, eq=False)
class Api:
    """All domains together, as the store and the dispatcher need them."""

    domains: tuple[Domain, ...]
    registry: Registry

    @property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation of every domain."""
        return tuple(operation for domain in self.domains for operation in domain.operations)

    @property
    def chores(self) -> tuple[Callable[[Context], None], ...]:
        """What is done before every request."""
        return tuple(chore for domain in self.domains for chore in domain.chores)

    def domain_of(self, method: str, path: str) -> Domain:
        """The folder that serves an operation.

        Args:
            method: in capitals.
            path: its template, or a path with ids: `v3/catalog/products/77`.

        Raises:
            KeyError: no domain serves it.
        """
        wanted = path.strip("/").split("/")
        for domain in self.domains:
            for operation in domain.operations:
                parts = operation.path.split("/")
                if (
                    operation.method == method
                    and len(parts) == len(wanted)
                    and all(
                        known == part or known.startswith("{")
                        for known, part in zip(parts, wanted, strict=True)
                    )
                ):
                    return domain
        raise KeyError(f"{method} {path}")


@lru_cache(maxsize=1)
def api() -> Api:
    """Everything that the folders here declare."""
    here = Path(__file__).parent
    folders = sorted(path.parent.name for path in here.glob("*/tables.py"))
    domains = tuple(_domain(name) for name in folders)
    return Api(domains, Registry(resource for domain in domains for resource in domain.resources))


def _domain(name: str) -> Domain:
    modules = list(_declarations(name))
    resources = tuple(item for module in modules for item in getattr(module, "RESOURCES", ()))
    operations = [operation for item in resources for operation in operations_of(item)]
    operations += [item for module in modules for item in getattr(module, "OPERATIONS", ())]
    chores = tuple(item for module in modules for item in getattr(module, "CHORES", ()))
    refusals = tuple(item for module in modules for item in getattr(module, "REFUSALS", ()))
    return Domain(name, resources, tuple(operations), chores, refusals)


def _declarations(name: str) -> Iterator[ModuleType]:
    folder = Path(__file__).parent / name
    for file in _DECLARATIONS:
        if (folder / file).exists():
            yield import_module(f"{__name__}.{name}.{file[:-3]}")
