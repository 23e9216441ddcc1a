"""PUT rules at work: what rides along with a change, and which changes are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import PutRuleViolation
from bcorm.model.mapper import mapper_for
from bcorm.model.state import is_link
from bcorm.session.changes import companion

if TYPE_CHECKING:
    from collections.abc import Collection

    from bcorm.model.resource import Resource
    from bcorm.query.endpoint import PutRule


def apply_rules(
    item: Resource, body: dict[str, Any], acknowledged: Collection[str]
) -> dict[str, Any]:
    """Return the body with the companions that the endpoint's rules ask for.

    Companions that were not loaded are loaded now; it costs a read, for all peers at once.

    Raises:
        PutRuleViolation: a change would destroy something that nobody has acknowledged, or removes
            what the API would keep.
    """
    _check_merged(item, body)
    complete = dict(body)
    for rule in type(item).endpoint.put_rules:
        touched = [name for name in rule.fields if _wire(item, name) in body]
        if rule.kind == "resend":
            _send_along(item, rule.fields, complete)
        elif rule.kind == "only_with" and touched:
            _send_along(item, rule.companions, complete)
        elif rule.kind == "whole":
            _check_whole(item, rule, touched, acknowledged)
        elif rule.kind == "refuse" and touched and rule.acknowledge not in acknowledged:
            if rule.when is not None and not getattr(item, rule.when):
                continue
            raise PutRuleViolation(
                f"{item!r}: changing {', '.join(touched)} is refused, because {rule.reason} "
                f"({rule.source}). If that is meant, say "
                f"commit(acknowledge=[{rule.acknowledge!r}])"
            )
    return complete


def _check_merged(item: Resource, body: dict[str, Any]) -> None:
    """Refuse to take out of a merged value what only goes with the whole row."""
    for wire in body:
        mapped = mapper_for(type(item)).wires[wire]
        before, now = item._state.row.get(wire), item.__dict__.get(mapped.name)
        if mapped.options.merge and isinstance(before, dict) and isinstance(now, dict):
            removed = sorted(before.keys() - now.keys())
            if removed:
                raise PutRuleViolation(
                    f"{item!r}: {', '.join(removed)} cannot be taken out of {mapped.name}, for the "
                    "API adds what it is sent to what is there: only deleting the row removes them"
                )


def _wire(item: Resource, name: str) -> str:
    return mapper_for(type(item)).field(name).wire


def _send_along(item: Resource, names: Collection[str], body: dict[str, Any]) -> None:
    for name in names:
        wire = _wire(item, name)
        if wire not in body:
            value = companion(item, name)
            # A null that the store showed is a value: of a channel's settings it means "inherit".
            if value is not None or wire in item._state.row:
                body[wire] = value


def _check_whole(
    item: Resource, rule: PutRule, touched: list[str], acknowledged: Collection[str]
) -> None:
    """Refuse to replace a list of which nobody has seen what it holds."""
    row = item._state.row
    for name in touched:
        wire = _wire(item, name)
        if (wire not in row or is_link(row[wire])) and name not in acknowledged:
            raise PutRuleViolation(
                f"{item!r}: {name} was set without having been loaded, and {rule.reason} "
                f"({rule.source}). Read it first and change what you read, or say "
                f"commit(acknowledge=[{name!r}]) to replace it"
            )
