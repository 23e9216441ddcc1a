"""Which operations of the API the declarations reach, and by what; `drift` and tests read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from bcorm import resources
from bcorm.model import Resource
from bcorm.query.endpoint import Batch, Endpoint
from bcorm.resources.actions import operations_of
from tools.models import models

_HOLE = re.compile(r"\{[^}]+\}")


# Operations that are functions instead of resources: what they make is a secret, not a row.
BESIDE = {
    ("POST", "v3/storefront/api-token"): "bcorm.auth.create_storefront_token",
    ("DELETE", "v3/storefront/api-token"): "bcorm.auth.revoke_storefront_token",
    ("POST", "v3/storefront/api-token-private"): "bcorm.auth.create_private_token",
    (
        "POST",
        "v3/storefront/api-token-customer-impersonation",
    ): "bcorm.auth.create_impersonation_token",
}


@attrs.frozen
class Reach:
    """One operation that bcorm can send.

    Attributes:
        method: in capitals.
        template: the path with anonymous placeholders.
        model: the class that sends it.
        means: list, get, create, update, delete, a batch, or the name of a method.
        wrap: below which field of the request's body the rows of a batch are.
    """

    method: str
    template: str
    model: type[Any]
    means: str
    wrap: str | None = None


def template(path: str) -> str:
    """Make the placeholders of a path anonymous: nobody agrees on their names."""
    return _HOLE.sub("{}", path)


def _of_endpoint(endpoint: Endpoint) -> Iterator[tuple[str, str, str, str | None]]:
    item = endpoint.item()
    verbs = {
        "list": ("GET", endpoint.path),
        "get": ("GET", item),
        "create": (endpoint.create_method, endpoint.path),
        "update": (endpoint.update_method, item),
        "delete": ("DELETE", item),
    }
    for verb in sorted(endpoint.verbs):
        yield (*verbs[verb], verb, None)
    batches: dict[str, tuple[Batch | None, str]] = {
        "create_batch": (endpoint.create_batch, endpoint.create_method),
        "update_batch": (endpoint.update_batch, endpoint.update_method),
        "delete_batch": (endpoint.delete_batch, "DELETE"),
    }
    for name, (batch, usual) in batches.items():
        if batch is not None:
            yield batch.method or usual, batch.path or endpoint.path, name, batch.wrap
    if endpoint.empty_delete:
        yield "DELETE", endpoint.path, "empty_delete", None
    wider: Endpoint | None = endpoint
    while wider is not None:
        if wider.count_path is not None:
            yield "GET", wider.count_path, "count", None
        wider = wider.everywhere
        if wider is not None:
            yield "GET", wider.path, "everywhere", None


def reaches(model: type[Any]) -> Iterator[Reach]:
    """Yield the operations that a class reaches."""
    if issubclass(model, Resource):
        for method, path, means, wrap in _of_endpoint(model.endpoint):
            yield Reach(method, template(path), model, means, wrap)
    for method, path, means in operations_of(model):
        yield Reach(method, template(path), model, means)


def every() -> list[Reach]:
    """Return the operations that all classes reach."""
    structs = [getattr(resources, name) for name in resources.INDEX]
    classes = [model for _, model in models()]
    classes += [item for item in structs if not issubclass(item, Resource)]
    return [reach for model in classes for reach in reaches(model)]
