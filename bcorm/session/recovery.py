"""Writes whose answer was lost: looking the row up before anything is sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import ApiError, StateError
from bcorm.model.mapper import mapper_for
from bcorm.model.reading import query_of
from bcorm.query import compiler, paging
from bcorm.query.parameters import Condition
from bcorm.session import answers

if TYPE_CHECKING:
    from bcorm.model.resource import Resource
    from bcorm.session.execution import Execution
    from bcorm.session.report import PlannedRequest
    from bcorm.session.session import Session


def settle_lost(execution: Execution, request: PlannedRequest, error: ApiError) -> None:
    """Find out what became of a request that got no usable answer.

    A create is looked up by its natural key: if the row is there, it was saved; if it is not, it
    is sent once more. Where that cannot be told, the object is reported as unknown. Updates and
    deletes have been repeated below already, and are reported as unknown.
    """
    for item, sent in zip(request.objects, request.sent, strict=True):
        if request.kind != "create":
            execution.lost(item, error, request)
            continue
        try:
            found = find(execution.session, item)
        except ApiError:
            found = None
        if found is None:
            execution.session.unknown.add(item)
            execution.lost(item, error, request)
        elif found:
            _take(execution, request, item, sent, found)
        elif item in execution.session.resent:
            execution.session.unknown.add(item)
            execution.lost(item, error, request)
        else:
            execution.session.resent.add(item)
            for again in execution.work.create_requests([item]):
                execution.send(again)


def _take(
    execution: Execution,
    request: PlannedRequest,
    item: Resource,
    sent: frozenset[str],
    row: dict[str, Any],
) -> None:
    """Take a row that was found for the object's own, if it holds what the object sent."""
    if answers.holds(item, sent, row):
        execution.saved(item, "create", sent, row)
    else:
        reason = StateError(
            "its creation got no answer, and the store has a row with the same "
            f"{' or '.join(type(item).endpoint.natural_key)} but other values"
        )
        execution.fail([item], reason, request)


def find(session: Session, item: Resource) -> dict[str, Any] | None:
    """Look a new object's row up by its natural key.

    Returns:
        The row; {} if there is none; None if the object has no natural key to be found by.
    """
    model = type(item)
    endpoint = model.endpoint
    mapper = mapper_for(model)
    for name in endpoint.natural_key:
        value = item.__dict__.get(name)
        if value is None or value == "":
            continue
        query = query_of(
            model,
            parents=item._state.parents,
            conditions=(Condition((name,), "exact", value),),
        )
        plan = compiler.compile(query)
        if plan.full_scan:
            continue
        mapped = mapper.field(name)
        for page in paging.pages(session.fetch, plan):
            for row in page.rows:
                if mapped.converter.same(row.get(mapped.wire), value):
                    return row
        return {}
    return None


def settle_unknown(execution: Execution, items: list[Resource]) -> list[Resource]:
    """Settle new objects whose earlier request was lost, and return those to be sent.

    What can be found is taken as saved; what can be told to be missing is sent again; the rest
    is reported as unknown once more, until the user decides.
    """
    session = execution.session
    to_send = []
    for item in items:
        if item not in session.unknown:
            to_send.append(item)
            continue
        found = find(session, item)
        if found is None:
            reason = StateError(
                "an earlier request to create it got no answer, and it has no natural key to be "
                "found by: look in the store, then session.expunge(it) or session.resend(it)"
            )
            execution.lost(item, reason, None)
            continue
        session.unknown.discard(item)
        if found:
            execution.saved(item, "create", frozenset(mapper_for(type(item)).wires), found)
        else:
            to_send.append(item)
    return to_send
