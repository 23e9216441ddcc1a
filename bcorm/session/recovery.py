"""Creates whose answer was lost or shows nothing: finding their rows by natural key.

A row is looked for before anything is sent again. `Execution` asks here after an answer was
lost, when an earlier one was, and when the API answers without the rows that it made.
"""

from __future__ import annotations

import time
from itertools import islice
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import BcormError, StateError
from bcorm.http.retry import is_timeout, may_still_be_working
from bcorm.model.mapper import mapper_for
from bcorm.model.reading import query_of
from bcorm.query import compiler, paging
from bcorm.query.parameters import Condition
from bcorm.session import answers, refreshing
from bcorm.session.natural_keys import natural_key
from bcorm.session.ordering import settle_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bcorm.exceptions import ApiError
    from bcorm.model.resource import Resource
    from bcorm.session.execution import Execution
    from bcorm.session.report import PlannedRequest
    from bcorm.session.session import Session

    Row = dict[str, Any]
    # A row; {} if there is none; an error if that cannot be told.
    Found = Row | BcormError

# When to look again for a row that is not there yet, in parts of the time that a store is given.
LOOKS = (0.25, 0.25, 0.5)
# Pages of a collection that are read for a row which the API cannot filter by.
MOST_PAGES = 40

NO_KEY = (
    "an earlier request to create it got no answer, and it has no natural key to be found by: "
    "look in the store, then session.expunge(it) or session.resend(it)"
)


def settle_lost(execution: Execution, request: PlannedRequest, error: ApiError) -> None:
    """Find out what became of a request that got no usable answer.

    A create is looked up by its natural key: if the row is there, it was saved; if it is not, it
    is sent once more. Where that cannot be told, the object is reported as unknown. Updates,
    upserts and deletes have been repeated below already, and are reported as unknown: to send them
    again does no harm, and the next commit does.
    """
    if request.kind != "create" or type(request.objects[0]).endpoint.upserts:
        for item in request.objects:
            execution.lost(item, error, request)
        return
    session = execution.session
    patience = _patience(session, error)
    missing = []
    for item, found in _search(execution, request.objects, patience):
        if found and not isinstance(found, BcormError):
            take(execution, request, item, found)
        elif isinstance(found, BcormError) or item in session.resent:
            execution.lost(item, error, request)
        else:
            missing.append(item)
    session.resent.update(missing)
    for again in execution.work.create_requests(missing):
        execution.send(again)


def settle_unknown(execution: Execution, items: list[Resource]) -> list[Resource]:
    """Settle new objects whose earlier request was lost, and return those to be sent.

    What can be found is taken as saved; what can be told to be missing is sent again; the rest
    is reported as unknown once more, until the user decides.
    """
    session = execution.session
    doubtful = [item for item in items if item in session.unknown]
    missing = []
    for item, found in _search(execution, doubtful, execution.patience):
        if isinstance(found, BcormError):
            execution.lost(item, found, None)
        elif found:
            take(execution, None, item, found)
        else:
            missing.append(item)
    session.unknown.difference_update(missing)
    session.resent.update(missing)
    chosen = {id(item) for item in missing}
    return [item for item in items if item not in doubtful or id(item) in chosen]


def arrived(execution: Execution, request: PlannedRequest) -> bool:
    """Settle a refused create that was sent before: it may be refused because it had worked.

    A store that applied the first request late says of the second that the name is taken.
    """
    item = request.objects[0]
    if request.kind != "create" or item not in execution.session.resent:
        return False
    _, found = next(_search(execution, [item], 0.0))
    if isinstance(found, BcormError) or not found:
        return False
    if not answers.holds(item, request.sent[0], found):
        return False
    take(execution, request, item, found)
    return True


def take(execution: Execution, request: PlannedRequest | None, item: Resource, row: Row) -> None:
    """Take a row that was found for the object's own, if it holds what the object sent."""
    sent = frozenset(mapper_for(type(item)).wires)
    if answers.holds(item, sent, row):
        shown = [wire for wire, _ in execution.work.riders(item) if wire in row]
        execution.saved(item, "create", sent, row, shown=shown)
        execution.settle_unshown()
        return
    key = " and ".join(natural_key(item))
    reason = StateError(
        f"its creation got no answer, and the store has a row of the same {key} but with other "
        "values, perhaps somebody else's: look at it, then session.expunge(it) or "
        "session.resend(it)"
    )
    execution.lost(item, reason, request)


def read_back(session: Session, request: PlannedRequest) -> dict[int, Row]:
    """Read the rows that a request has created, from an endpoint that did not echo them.

    Returns:
        Rows by the index of their object; objects without a natural key, and those whose row
        cannot be seen yet, are absent.
    """
    indexes = {id(item): index for index, item in enumerate(request.objects)}
    rows = {}
    for item, found in _tolerant(session, request.objects, ()):
        index = indexes[id(item)]
        if isinstance(found, BcormError) or not found:
            continue  # the row is saved, whether it can be read or not
        if answers.holds(item, request.sent[index], found):
            rows[index] = found
    return rows


def can_be_found(item: Resource) -> bool:
    """Whether a new object's row can be looked for by its natural key."""
    endpoint = type(item).endpoint
    return bool(endpoint.natural_key) and "list" in endpoint.verbs


def unshown_rows(session: Session, children: Sequence[Resource]) -> dict[int, Row]:
    """Read the rows of children that rode along with their parents and were not echoed.

    Returns:
        Rows by `id()` of the child; those that cannot be seen are absent.
    """
    for child in children:
        settle_links(child)
    rows = {}
    for group in _groups(children):
        every = frozenset(mapper_for(type(group[0])).wires)
        for item, found in _tolerant(session, group, ()):
            if found and not isinstance(found, BcormError) and answers.holds(item, every, found):
                rows[id(item)] = found
    return rows


def _patience(session: Session, error: ApiError) -> float:
    """Seconds for which a store may still apply a create after its answer was given up.

    One that was too slow to answer is given as long again. It is no promise: what is applied
    later still is found by nobody, and sent again.
    """
    if not may_still_be_working(error):
        return 0.0
    if is_timeout(error):
        return session.client.timeout.read
    return session.client.retry.backoff(2)


def _search(
    execution: Execution, items: Sequence[Resource], patience: float
) -> Iterator[tuple[Resource, Found]]:
    """Look for the rows of new objects, for so many seconds for those that are not there yet."""
    session = execution.session
    for group in _groups(items):
        include = _includes(execution, group)
        missing = group
        for part in (0.0, *LOOKS) if patience > 0 else (0.0,):
            if not missing:
                break
            time.sleep(part * patience)
            told = _tolerant(session, missing, include)
            yield from ((item, found) for item, found in told if found != {})
            missing = [item for item, found in told if found == {}]
        yield from ((item, {}) for item in missing)


def _groups(items: Iterable[Resource]) -> list[list[Resource]]:
    """Return objects in groups that one query can look for."""
    groups: dict[Any, list[Resource]] = {}
    for item in items:
        scope = (type(item), tuple(item._state.parents.items()), tuple(natural_key(item)))
        groups.setdefault(scope, []).append(item)
    return list(groups.values())


def _includes(execution: Execution, group: Sequence[Resource]) -> tuple[str, ...]:
    """Return what must be included for the rows to show the children that rode along."""
    words = type(group[0]).endpoint.includes
    wires = {wire for item in group for wire, _ in execution.work.riders(item)}
    return tuple(word for word in words if word in wires)


def _tolerant(
    session: Session, items: Sequence[Resource], include: tuple[str, ...]
) -> list[tuple[Resource, Found]]:
    """Look once; a look that fails tells nothing of anything."""
    try:
        return list(_find(session, items, include))
    except BcormError as error:
        return [(item, error) for item in items]


def _find(
    session: Session, items: Sequence[Resource], include: tuple[str, ...]
) -> Iterator[tuple[Resource, Found]]:
    """Look once for objects of one model and one parent that have the same names in their key."""
    keys = [natural_key(item) for item in items]
    if not all(keys):
        if not all(_has_address(item) for item in items):
            raise StateError(NO_KEY)
        rows = {id(item): row for item, row in refreshing.current_rows(session, items)}
        yield from ((item, rows.get(id(item), {})) for item in items)
        return
    free = _candidates(session, items, keys, include)
    mapper = mapper_for(type(items[0]))
    every = frozenset(mapper.wires)
    for item, key in zip(items, keys, strict=True):
        # What rows do not show, the store has compared.
        fields = [
            (field, value)
            for field, value in ((mapper.fields[name], value) for name, value in key.items())
            if not field.options.write_only
        ]
        same = [
            row
            for row in free
            if all(field.converter.same(row.get(field.wire), value) for field, value in fields)
            and not _is_anothers(session, item, row)
        ]
        same.sort(key=lambda row, item=item: not answers.holds(item, every, row))  # type: ignore[misc]
        if same:
            free.remove(same[0])
        yield item, same[0] if same else {}


def _has_address(item: Resource) -> bool:
    """Whether a new object's row can be read: the user has chosen its key, or where it is."""
    endpoint, parents = type(item).endpoint, item._state.parents
    if endpoint.key is not None:
        return item.pk is not None and bool(endpoint.verbs & {"get", "list"})
    known = all(parents.get(name) is not None for name in endpoint.placeholders)
    return "get" in endpoint.verbs and bool(endpoint.placeholders) and known


def _is_anothers(session: Session, item: Resource, row: Row) -> bool:
    """Whether the session knows the row as another object's."""
    model = type(item)
    if model.endpoint.key is None:
        return False
    key = row.get(mapper_for(model).field(model.endpoint.key).wire)
    held = session.lookup(model, item._state.parents, key)
    return held is not None and held is not item


def _candidates(
    session: Session,
    items: Sequence[Resource],
    keys: Sequence[dict[str, Any]],
    include: tuple[str, ...],
) -> list[Row]:
    """Read the rows among which those of the objects are, the newest first.

    Raises:
        StateError: the collection is too large to be read without a filter.
        QueryError: the collection has no list.
    """
    model = type(items[0])
    mapper = mapper_for(model)
    conditions = []
    for name in keys[0]:
        values = list(dict.fromkeys(key[name] for key in keys))
        lookup, value = ("exact", values[0]) if len(values) == 1 else ("in", values)
        conditions.append(Condition((name,), lookup, value))
    query = query_of(
        model, parents=items[0]._state.parents, conditions=tuple(conditions), include=include
    )
    plan = compiler.compile(query)
    if any(mapper.fields[one.path[0]].options.write_only for one in plan.residual):
        raise StateError(NO_KEY)
    bounded = plan.scoped or len(plan.residual) < len(conditions)
    session.renew(model.endpoint.path)
    pages = paging.pages(session.fetch, plan)
    read = list(pages if bounded else islice(pages, MOST_PAGES))
    if not bounded and len(read) == MOST_PAGES and read[-1].more:
        raise StateError(f"{model.__name__} rows cannot be filtered by {', '.join(keys[0])}")
    return [row for page in read for row in page.rows][::-1]
