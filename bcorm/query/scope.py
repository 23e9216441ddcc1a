"""Which lists a query reads: below which parents, or that of the whole store.

`compiler.compile` asks here first; what is left of the conditions becomes parameters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from bcorm.exceptions import QueryError
from bcorm.lookups import matches
from bcorm.query.endpoint import Endpoint
from bcorm.query.parameters import Condition


@attrs.frozen
class Scope:
    """Which list, or lists, a query reads; the rows of a scattered one name their parents."""

    endpoint: Endpoint
    parents: Sequence[Mapping[str, Any]]
    conditions: Sequence[Condition]
    bounded: bool
    identity: tuple[str, ...]
    scattered: bool = False


def scope_of(
    endpoint: Endpoint, model: str, parents: Mapping[str, Any], conditions: Sequence[Condition]
) -> Scope:
    """Move conditions on path parameters into the path, or take the store-wide list.

    Args:
        endpoint: what is asked.
        model: the resource's name, for error texts.
        parents: known path parameters.
        conditions: all that is asked for.

    Raises:
        QueryError: a subresource is read without saying of which parent.
    """
    known = _known_owners(endpoint, parents, conditions)
    rest: list[Condition] = []
    several: dict[str, list[Any]] = {}
    possible = True
    for condition in conditions:
        name = condition.path[0]
        if len(condition.path) > 1 or name not in endpoint.owners:
            rest.append(condition)
        elif name in known:
            possible &= matches(condition.lookup, known[name], condition.value)
        elif name in several:
            several[name] = [
                value
                for value in several[name]
                if matches(condition.lookup, value, condition.value)
            ]
        elif (
            condition.lookup == "in"
            and name not in endpoint.scope
            and endpoint.everywhere is None
            and not several
        ):
            several[name] = list(dict.fromkeys(condition.value))
        else:
            rest.append(condition)
    needed = endpoint.owners if endpoint.key is None else endpoint.placeholders
    missing = [name for name in needed if name not in known and name not in several]
    if missing and endpoint.everywhere is not None:
        # Rows of the whole store must say themselves where they live.
        names = identity(endpoint) + endpoint.owners
        wider = scope_of(endpoint.everywhere, model, parents, conditions)
        return attrs.evolve(wider, identity=names, scattered=True)
    missing = [name for name in missing if name not in endpoint.scope]
    if missing:
        raise QueryError(
            f"{model} rows live under {' and '.join(missing)}: reach them through their "
            f"parent, or filter by {missing[0]}"
        )
    scopes: list[Mapping[str, Any]] = [known]
    for name, values in several.items():
        scopes = [{**known, name: value} for value in values]
    if not possible:
        scopes = []
    return Scope(endpoint, scopes, rest, bool(endpoint.placeholders), identity(endpoint))


def refuse_unlisted(endpoint: Endpoint, model: str) -> None:
    """Refuse to read rows that the API does not list, with what it does instead.

    Raises:
        QueryError: the API has no list of such rows.
    """
    if "list" in endpoint.verbs or endpoint.singleton:
        return
    named = [*endpoint.owners, *([] if endpoint.key is None else [endpoint.key])]
    told = f"the API has no list of {model} rows"
    if "get" in endpoint.verbs:
        address = ", ".join(f"{name}=..." for name in named)
        told += f": read one by its address, {model}.objects.get({address})"
    raise QueryError(told)


def _known_owners(
    endpoint: Endpoint, parents: Mapping[str, Any], conditions: Sequence[Condition]
) -> dict[str, Any]:
    """Return the path parameters that a query names, be it as its parents or by conditions."""
    known: dict[str, Any] = {}
    for condition in conditions:
        name = condition.path[0]
        if (name,) == condition.path and condition.lookup == "exact":
            known.setdefault(name, condition.value)
    return {**{name: known[name] for name in endpoint.owners if name in known}, **parents}


def identity(endpoint: Endpoint) -> tuple[str, ...]:
    """Return the field without which a row cannot be told from others."""
    return () if endpoint.key is None else (endpoint.key,)
