"""Looking for rows whose writing is in doubt: what is asked, and which row is whose.

A look proves something only where its answer has the form that a list has, or a row. `read` asks;
`match` is pure, and says which of the rows belong to the objects.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import BadResponse, NotFound, StateError
from bcorm.model.mapper import mapper_for
from bcorm.model.reading import query_of
from bcorm.query import compiler, paging
from bcorm.query.endpoint import fill
from bcorm.query.fetching import Fetched
from bcorm.query.parameters import Condition
from bcorm.session import evidence
from bcorm.session.evidence import Sought
from bcorm.session.work import natural_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bcorm.http.message import Answer
    from bcorm.model.resource import Resource
    from bcorm.session.access import StoreAccess
    from bcorm.session.evidence import Doubt

    Row = dict[str, Any]

# Pages of a collection that are read for a row which the API cannot filter by.
MOST_PAGES = 40

NO_KEY = (
    "an earlier request to create it got no answer, and it has no natural key to be found by: "
    "look in the store, then session.expunge(it) or session.resend(it)"
)


def can_be_found(item: Resource) -> bool:
    """Whether a new object's row can be looked for by its natural key."""
    endpoint = type(item).endpoint
    return bool(endpoint.natural_key) and "list" in endpoint.verbs


def sought(item: Resource) -> Sought:
    """Return what the row of a new object can be known by, as the object is now."""
    fields = mapper_for(type(item)).fields
    values = {
        name: value
        for name, value in item.__dict__.items()
        if name in fields and value is not None and not fields[name].converter.mutable
    }
    return Sought(item, natural_key(item), values)


def groups(doubts: Iterable[Doubt]) -> list[list[Doubt]]:
    """Return what is in doubt in groups that one question can be asked about."""
    found: dict[Any, list[Doubt]] = {}
    for doubt in doubts:
        item = doubt.item
        names = None if doubt.sought is None else tuple(doubt.sought.key)
        scope = (type(item), tuple(item._state.parents.items()), names)
        found.setdefault(scope, []).append(doubt)
    return list(found.values())


def read_new(
    session: StoreAccess, wanted: Sequence[Sought], include: tuple[str, ...] = ()
) -> list[Row]:
    """Read the rows among which those of new objects are, the newest first.

    Args:
        session: the session to read through.
        wanted: the objects, of one group.
        include: what must be shown along with the rows.

    Raises:
        ApiError: the answer is an error, or has another form than a list has.
        StateError: there is nothing to find the rows by.
    """
    items = [one.item for one in wanted]
    keys = [one.key for one in wanted]
    if not all(keys):
        if not all(_has_address(item) for item in items):
            raise StateError(NO_KEY)
        return [row for row in read_held(session, items).values() if row]
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
    session.store.renew(model.endpoint.path)
    pages = paging.pages(_fetcher(session, model), plan)
    read = list(pages if bounded else islice(pages, MOST_PAGES))
    if not bounded and len(read) == MOST_PAGES and read[-1].more:
        raise StateError(f"{model.__name__} rows cannot be filtered by {', '.join(keys[0])}")
    return [row for page in read for row in page.rows][::-1]


def match(
    wanted: Sequence[Sought],
    rows: Sequence[Row],
    is_anothers: Callable[[Resource, Row], bool],
) -> dict[int, Row]:
    """Return the rows of new objects, by `id()` of the object; those that have none are absent.

    Of several that a row may belong to, the one that was sent with most values has it; and it has
    the row with the least besides, for another's may hold all of its values, and more.
    """
    free = list(rows)
    model = type(wanted[0].item)
    mapper = mapper_for(model)
    found = {}
    for one in sorted(wanted, key=lambda one: -len(one.values)):
        item, key = one.item, one.key
        if key:
            # What rows do not show, the store has compared.
            fields = [
                (field, value)
                for field, value in ((mapper.fields[name], value) for name, value in key.items())
                if not field.options.write_only
            ]
        else:
            fields = [(mapper.fields[name], value) for name, value in _address(item).items()]
        same = [
            row
            for row in free
            if all(field.converter.same(row.get(field.wire), value) for field, value in fields)
            and not is_anothers(item, row)
        ]
        if same:
            sent = [mapper.fields[name].wire for name in one.values]
            found[id(item)] = min(
                same,
                key=lambda row, one=one, sent=sent: (  # type: ignore[misc]
                    not holds(one, row),
                    evidence.besides(model, sent, row),
                ),
            )
            free = [row for row in free if row is not found[id(item)]]
    return found


def holds(wanted: Sought, row: Row) -> bool:
    """Whether a row has the simple values that an object was sent with."""
    fields = mapper_for(type(wanted.item)).fields
    return all(
        fields[name].converter.same(row[fields[name].wire], value)
        for name, value in wanted.values.items()
        if fields[name].wire in row
    )


def read_held(session: StoreAccess, items: Sequence[Resource]) -> dict[int, Row]:
    """Read the rows of objects whose keys are known, by `id()`; of those that are gone, {}.

    Raises:
        ApiError: an answer is an error, or has another form than a list or a row has.
    """
    model = type(items[0])
    session.store.renew(model.endpoint.path)
    key = model.endpoint.key
    filter_ = None if key is None else model.endpoint.filters.get(key)
    if key is not None and filter_ is not None and "in" in filter_.lookups:
        mapper = mapper_for(model)
        query = query_of(
            model,
            parents=items[0]._state.parents,
            conditions=(Condition((key,), "in", [item.pk for item in items]),),
            scanning=True,
        )
        pages = paging.pages(_fetcher(session, model), compiler.compile(query))
        rows = {mapper.value(row, key): row for page in pages for row in page.rows}
        return {id(item): rows.get(item.pk, {}) for item in items}
    return {id(item): _read_one(session, item) for item in items}


def _read_one(session: StoreAccess, item: Resource) -> Row:
    endpoint, mapper = type(item).endpoint, mapper_for(type(item))
    if "get" not in endpoint.verbs and not endpoint.singleton:
        return _read_from_list(session, item)
    path = fill(endpoint.item(), {**item._state.parents, "key": item.pk})
    params = {**endpoint.params, **endpoint.scope_params(item._state.parents)}
    try:
        answer = _get(session, path, params)
    except NotFound as error:
        if error.body is None or isinstance(error.body, (dict, list)):
            return {}
        raise
    row = answer.data[0] if isinstance(answer.data, list) and answer.data else answer.data
    sound = isinstance(row, dict) and evidence.has_key(type(item), row)
    if sound and endpoint.key is not None:
        field = mapper.field(endpoint.key)
        sound = field.converter.same(row[field.wire], item.pk)
    if not sound:
        raise _odd(session, answer, path, "the row was expected, and something else came")
    return row  # type: ignore[no-any-return]


def _read_from_list(session: StoreAccess, item: Resource) -> Row:
    model = type(item)
    if "list" not in model.endpoint.verbs or model.endpoint.key is None:
        raise StateError(f"the API does not show {model.__name__} rows")
    mapper = mapper_for(model)
    plan = compiler.compile(query_of(model, parents=item._state.parents, scanning=True))
    for page in paging.pages(_fetcher(session, model), plan):
        for row in page.rows:
            if mapper.value(row, model.endpoint.key) == item.pk:
                return row
    return {}


def _fetcher(
    session: StoreAccess, model: type[Resource]
) -> Callable[[str, Mapping[str, str]], Fetched]:
    """Return what reads one page, and takes for a list only what has the form of one.

    Rows without keys are nobody's: a list of such does not say whom it leaves out.
    """

    def fetch(path: str, params: Mapping[str, str]) -> Fetched:
        answer = _get(session, path, params)
        data = answer.data
        if answer.status == 204 and path.startswith("v2/"):
            data = []
        if not isinstance(data, list) or not all(
            isinstance(row, dict) and evidence.has_key(model, row) for row in data
        ):
            raise _odd(session, answer, path, "a list was expected, and something else came")
        return Fetched(data, answer.meta)

    return fetch


def _get(session: StoreAccess, path: str, params: Mapping[str, str]) -> Answer:
    session.store.tick()
    return session.store.transmit("GET", path, params=params)


def _odd(session: StoreAccess, answer: Answer, path: str, what: str) -> BadResponse:
    return BadResponse(
        what, method="GET", path=path, status=answer.status, retry_safe=True,
        request_id=session.client.redacted(answer.request_id),
    )  # fmt: skip


def _has_address(item: Resource) -> bool:
    """Whether a new object's row can be read: the user has chosen its key, or where it is."""
    endpoint, parents = type(item).endpoint, item._state.parents
    if endpoint.key is not None:
        return item.pk is not None and bool(endpoint.verbs & {"get", "list"})
    known = all(parents.get(name) is not None for name in endpoint.placeholders)
    return "get" in endpoint.verbs and bool(endpoint.placeholders) and known


def _address(item: Resource) -> dict[str, Any]:
    """Return what tells the row of an object whose address the user has chosen, by field."""
    endpoint, fields = type(item).endpoint, mapper_for(type(item)).fields
    if endpoint.key is not None:
        return {endpoint.key: item.pk}
    return {name: item._state.parents[name] for name in endpoint.placeholders if name in fields}


def includes(model: type[Resource], wires: Iterable[str]) -> tuple[str, ...]:
    """Return what must be included for rows to show the children that rode along with them."""
    wanted = set(wires)
    return tuple(word for word in model.endpoint.includes if word in wanted)
