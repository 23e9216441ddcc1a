"""Rows by their keys: those the session holds, the others in the fewest requests.

`QuerySet.get` and `in_bulk` ask for a row by its own address first, where a query says only its
key, and list rows where the answer is None.

`keys` is the only door from values that a user gave to a list that a method sends, such as `id:in`.
Querysets check theirs in `conditions`, and what is said there holds here: a text is no list, a
value has the type of its field, and an empty list names nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import BadResponse, FieldError, InvalidValue, NotFound, ObjectDoesNotExist
from bcorm.model.conditions import parse
from bcorm.model.mapper import mapper_for
from bcorm.model.reading import Reader, query_of
from bcorm.model.unit_of_work import require_session
from bcorm.query import compiler
from bcorm.query.endpoint import fill
from bcorm.query.fetching import check_row
from bcorm.query.parameters import Condition, Subquery, in_parts, takes_list
from bcorm.synonyms import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.model.resource import Resource
    from bcorm.model.unit_of_work import Loader, UnitOfWork
    from bcorm.query.compiler import Query
    from bcorm.query.fetching import Fetched


def keys(model: type[Resource], field: str, values: Iterable[Any]) -> list[Any]:
    """Return the values of a list that names rows by a field of theirs, each once.

    Objects stand for their keys. What was left out is for the caller to tell: None is no list.

    Args:
        model: whose rows they are.
        field: the field, or a filter of the endpoint.
        values: what the user gave.

    Raises:
        InvalidValue: it is no list (a text is none), or a value has the wrong type or is empty.
    """
    if isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        raise InvalidValue(model, field, values, f"a list: [{values!r}]")
    given = list(values)
    (condition,) = parse(model, {f"{field}__in": given})
    for value, one in zip(condition.value, given, strict=True):
        if value is None or (isinstance(value, str) and not value.strip()):
            raise InvalidValue(model, field, one, "a value that names a row")
    return list(dict.fromkeys(condition.value))


def named_in(
    model: type[Resource], lists: Mapping[str, tuple[str, Iterable[Any]]]
) -> Iterator[dict[str, str]]:
    """Yield the query parameters that name rows by lists of values, as many as URLs have room for.

    Every combination of the values of several lists is named once. If one of the lists is empty,
    there is none.

    Args:
        model: whose rows they are.
        lists: the field, and what the user gave, by parameter.

    Raises:
        InvalidValue: as `keys`; or a value has a comma, which would make two of it.
    """
    combined: list[dict[str, str]] = [{}]
    for parameter, (field, values) in lists.items():
        found = keys(model, field, values)
        for value in found:
            if "," in str(value):
                raise InvalidValue(
                    model, field, value,
                    "a value without a comma, which this request would take for two: "
                    "name the row by its key",
                )  # fmt: skip
        parts = in_parts([str(value) for value in found])
        combined = [{**one, parameter: part} for one in combined for part in parts]
    yield from combined


def fetch_by_key(
    target: type[Any],
    keys: Iterable[Any],
    session: Loader,
    parents: Mapping[str, Any] | None = None,
) -> dict[Any, Any]:
    """Return objects by key: those the session holds, the others in the fewest requests."""
    above = dict(parents or {})
    found = {}
    missing = []
    for key in keys:
        held = session.lookup(target, above, key)
        if held is None:
            missing.append(key)
        else:
            found[key] = held
    if missing:
        found.update(read_by_key(target, missing, session, above))
    return found


def read_by_key(
    target: type[Any], keys: Sequence[Any], session: Loader, above: Mapping[str, Any]
) -> dict[Any, Any]:
    """Read objects by key from the store: by a list of keys, one by one, or among all rows."""
    endpoint = target.endpoint
    key_field = endpoint.key or "id"
    listed = takes_list(endpoint.filters.get(key_field)) and not endpoint.placeholders
    if listed or not ("get" in endpoint.verbs or endpoint.singleton):
        condition = Condition((key_field,), "in", keys)
        query = query_of(target, parents=above, conditions=(condition,), scanning=True)
        return {item.pk: item for item in Reader(target, query, session).stream(whole=True)}
    params = {**endpoint.params, **endpoint.scope_params(above)}
    calls = [(fill(endpoint.item(), {**above, "key": key}), params) for key in keys]
    found = {}
    for key, page in zip(keys, existing(session, calls), strict=True):
        if page is not None and page.rows:
            check_key(target, page.rows[0], key)
            found[key] = session.materialize(target, page.rows, above, None, asked=page.asked)[0]
    return found


def listed_by_key(target: type[Any]) -> int | None:
    """Return how many rows a request brings where they are listed by their keys, else None."""
    endpoint = target.endpoint
    lists = endpoint.everywhere if endpoint.placeholders else endpoint
    key = endpoint.key or "id"
    if lists is None or not takes_list(lists.filters.get(key)):
        return None
    return compiler.compile(query_of(target, conditions=(Condition((key,), "in", [1]),))).page_size


def rows_by_key(
    target: type[Any],
    keys: Sequence[Any],
    session: Loader,
    fields: tuple[str, ...],
    owners: tuple[str, Sequence[Any]] | None = None,
) -> dict[Any, dict[str, Any]]:
    """Read some fields of rows by their keys, without objects; one that does not exist is missing.

    They are listed by their keys where the API can, else one is read by its address and several
    among all of their list.

    Args:
        target: whose rows.
        keys: theirs.
        session: what reads them.
        fields: their fields, the key among them.
        owners: a parameter, and the keys of the objects that they are below, if they are listed by
            these instead.
    """
    endpoint, mapper = target.endpoint, mapper_for(target)
    key = endpoint.key or "id"
    name, listed = owners or (key, keys)
    asked = query_of(target, conditions=(Condition((name,), "in", list(listed)),), scanning=True)
    alone = None if owners else one_by_one(target, asked)
    if alone is None and not owners and (len(keys) == 1 or "list" not in endpoint.verbs):
        alone = None if listed_by_key(target) or "get" not in endpoint.verbs else list(keys)
    if alone is None:
        narrow = attrs.evolve(asked, only=fields)
        return {
            mapper.value(row, key): row for row in Reader(target, narrow, session).rows(whole=True)
        }
    calls = [(fill(endpoint.item(), {"key": one}), endpoint.params) for one in alone]
    found = {}
    for one, page in zip(alone, existing(session, calls), strict=True):
        if page is not None and page.rows:
            check_key(target, page.rows[0], one)
            found[one] = page.rows[0]
    return found


def check_key(model: type[Any], row: Mapping[str, Any], key: Any) -> None:
    """Refuse another row than the one whose address was read: changes would be written to that.

    Raises:
        BadResponse: it has another key.
    """
    named = mapper_for(model).fields.get(model.endpoint.key)
    found = None if named is None else row.get(named.wire)
    if named is not None and found is not None and not named.converter.same(found, key):
        raise BadResponse(
            f"the row of {model.__name__} {key!r} was expected, and that of {found!r} came",
            method="GET", path=model.endpoint.path, status=200, retry_safe=True,
        )  # fmt: skip


def existing(
    session: Loader, calls: Sequence[tuple[str, Mapping[str, str]]]
) -> list[Fetched | None]:
    """Fetch rows by their addresses; None for those that do not exist.

    Raises:
        BadResponse: an answer is neither a row nor says that there is none.
    """
    try:
        pages: list[Fetched | None] = list(session.store.fetch_many(calls))
    except NotFound:
        pages = []
        for path, params in calls:
            try:
                pages.append(session.store.fetch(path, params))
            except NotFound:
                pages.append(None)
    for (path, _), page in zip(calls, pages, strict=True):
        if page is not None:
            check_row(page, path)
    return pages


def by_address(model: type[Resource], query: Query, named: UnitOfWork | None) -> Any | None:
    """Read one row by its own address, if the query says nothing but its key; else None.

    Args:
        model: whose row.
        query: what is asked.
        named: the session to read through; the current one if it is None.

    Raises:
        DoesNotExist: there is nothing at the address (the model's own class of it).
    """
    endpoint = model.endpoint
    conditions = {item.path[0]: item for item in query.conditions}
    parents = {name: conditions[name].value for name in endpoint.owners if name in conditions}
    agreeing = all(query.parents.get(name, value) == value for name, value in parents.items())
    parents |= query.parents
    keys = {*endpoint.owners, endpoint.key}
    plain = all(item.lookup == "exact" and len(item.path) == 1 for item in query.conditions)
    addressed = set(conditions) <= keys and (endpoint.singleton or endpoint.key in conditions)
    sliced = query.start or query.stop is not None or query.empty
    narrowed = bool(sliced or query.exclusions or query.unions)
    if (
        "get" not in endpoint.verbs
        or not (plain and addressed and set(endpoint.placeholders) <= set(parents))
        or not agreeing
        or narrowed
        or len(conditions) < len(query.conditions)  # one that is asked for two values has none
    ):
        return None
    key = conditions[endpoint.key].value if endpoint.key else None
    if key is None and not endpoint.singleton:
        return None
    path = fill(endpoint.item(), {**parents, "key": key})
    draft = {**compiler.selection(endpoint, query), **endpoint.scope_params(parents)}
    session = require_session(named)
    session.store.before_query()
    try:
        page = session.store.fetch(path, draft)
    except NotFound as error:
        raise missing(model, key, parents) from error
    check_row(page, path)
    if not page.rows:
        raise missing(model, key, parents)
    check_key(model, page.rows[0], key)
    partial = bool(query.only or query.defer) and endpoint.selects
    return session.materialize(model, page.rows, parents, None, partial=partial)[0]


def by_addresses(
    model: type[Resource], query: Query, named: UnitOfWork | None
) -> dict[Any, Any] | None:
    """Read rows one by one, where the endpoint has no filter for the keys that the query lists.

    Returns:
        Objects by key, without those that do not exist; None where a list answers.
    """
    if len(query.conditions) > 1 or query.exclusions or query.unions:
        return None
    if "get" not in model.endpoint.verbs:
        return None
    if query.empty or ("list" in model.endpoint.verbs and _is_filtered(query)):
        return None
    wanted = list(dict.fromkeys(query.conditions[0].value))
    if _is_near(query, wanted):
        return None
    session = require_session(named)
    session.store.before_query()
    return read_by_key(model, wanted, session, query.parents)


def one_by_one(model: type[Resource], query: Query) -> list[Any] | None:
    """Return the keys that a query lists, if their rows are best read by their addresses.

    They are where the list can only be asked for all rows between the first and the last of them,
    and these are more pages than the keys are.
    """
    endpoint = model.endpoint
    if len(query.conditions) != 1 or query.exclusions or query.unions or query.order or query.empty:
        return None
    asked = query.conditions[0]
    if asked.path != (endpoint.key,) or asked.lookup != "in" or "get" not in endpoint.verbs:
        return None
    if isinstance(asked.value, Subquery):
        return None
    filter_ = endpoint.filters.get(endpoint.key or "")
    bounded = filter_ is not None and {"gte", "lte"} <= filter_.lookups and not takes_list(filter_)
    chosen = query.include or ((query.only or query.defer) and endpoint.selects)
    wanted = sorted({key for key in asked.value if type(key) is int})
    if not bounded or chosen or endpoint.placeholders or not wanted or _is_near(query, wanted):
        return None
    return wanted[query.start : query.stop]


def _is_near(query: Query, keys: Sequence[Any]) -> bool:
    """Whether all rows between the first of some keys and the last are far fewer requests."""
    filter_ = query.endpoint.filters.get(query.endpoint.key or "")
    if filter_ is None or not {"gte", "lte"} <= filter_.lookups or query.endpoint.placeholders:
        return False
    if not keys or any(type(key) is not int for key in keys):
        return False
    size = compiler.compile(query).page_size
    pages = (max(keys) - min(keys)) // size + 1
    return bool(2 * pages <= len(keys))  # a few rows are not worth pages of others


def identity(
    model: type[Resource], key: Any, parents: Mapping[str, Any]
) -> tuple[Any, dict[str, Any]]:
    """Return a key and the keys of the parents, checked as lookups are.

    Raises:
        FieldError: a name is no parent of such rows; the nearest right name is suggested.
        InvalidValue: a key has the wrong type.
    """
    endpoint = model.endpoint
    for name in parents:
        if name not in endpoint.owners:
            raise FieldError(model, name, nearest(name, endpoint.owners))
    above = {item.path[0]: item.value for item in parse(model, parents)}
    if endpoint.key is None:
        return None, above
    if key is None:
        raise InvalidValue(model, endpoint.key, None, "the key of a row")
    return parse(model, {endpoint.key: key})[0].value, above


def _is_filtered(query: Query) -> bool:
    """Whether the API's list can be asked for the rows of a query."""
    plan = compiler.compile(query)
    return plan.empty or plan.residual != query.conditions


def missing(model: type[Resource], key: Any, parents: Mapping[str, Any]) -> ObjectDoesNotExist:
    """Return the error for a row that does not exist, in the words in which it was asked for.

    What has no key of its own is named by what it belongs to.
    """
    name = model.endpoint.key
    named = {name: key} if name is not None else parents
    told = ", ".join(f"{word}={value!r}" for word, value in named.items())
    return model.DoesNotExist(
        f"no {model.__name__} has {told}" if told else f"the store has no {model.__name__}"
    )
