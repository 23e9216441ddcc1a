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
    from collections.abc import Sequence

    from bcorm.model.resource import Resource
    from bcorm.session.execution import Execution
    from bcorm.session.report import PlannedRequest
    from bcorm.session.session import Session

# Values by which no row is found.
_NONE = (None, "")


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
        if value in _NONE:
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


def read_back(session: Session, request: PlannedRequest) -> dict[int, dict[str, Any]]:
    """Read the rows that a request has created, from an endpoint that does not echo them.

    Returns:
        Rows by the index of their object; objects without a natural key, and those whose row
        cannot be seen yet, are absent.
    """
    model = type(request.objects[0])
    found: dict[int, dict[str, Any]] = {}
    try:
        free = _candidates(session, model, request.objects)
    except ApiError:  # the rows are saved, whether they can be read or not
        return found
    for index, (item, sent) in enumerate(zip(request.objects, request.sent, strict=True)):
        row = next((row for row in free if answers.holds(item, sent, row)), None)
        if row is not None:
            free.remove(row)
            found[index] = row
    return found


def _candidates(
    session: Session, model: type[Resource], items: Sequence[Resource]
) -> list[dict[str, Any]]:
    """Read the rows that share a natural key with one of the objects, the newest first."""
    for name in model.endpoint.natural_key:
        values = [item.__dict__[name] for item in items if item.__dict__.get(name) not in _NONE]
        query = query_of(
            model,
            parents=items[0]._state.parents,
            conditions=(Condition((name,), "in", values),),
        )
        plan = compiler.compile(query)
        if len(values) == len(items) and not plan.full_scan:
            pages = paging.pages(session.fetch, plan)
            return [row for page in pages for row in page.rows][::-1]
    return []


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
