"""Objects by their keys: those the session holds, the others in the fewest requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.exceptions import NotFound
from bcorm.model.reading import Reader, query_of
from bcorm.query.fetched import check_row
from bcorm.query.parameters import Condition
from bcorm.query.templates import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bcorm.model.executor import Executor
    from bcorm.query.fetched import Fetched


def fetch_by_key(
    target: type[Any],
    keys: Iterable[Any],
    session: Executor,
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
    target: type[Any], keys: Sequence[Any], session: Executor, above: Mapping[str, Any]
) -> dict[Any, Any]:
    """Read objects by key from the store: by a list of keys, one by one, or among all rows."""
    endpoint = target.endpoint
    key_field = endpoint.key or "id"
    listed = lists(endpoint.filters.get(key_field)) and not endpoint.placeholders
    if listed or not ("get" in endpoint.verbs or endpoint.singleton):
        condition = Condition((key_field,), "in", keys)
        query = query_of(target, parents=above, conditions=(condition,), scanning=True)
        return {item.pk: item for item in Reader(target, query, session).stream(whole=True)}
    params = {**endpoint.params, **endpoint.scope_params(above)}
    calls = [(fill(endpoint.item(), {**above, "key": key}), params) for key in keys]
    found = {}
    for key, page in zip(keys, existing(session, calls), strict=True):
        if page is not None and page.rows:
            found[key] = session.materialize(target, page.rows, above, None, asked=page.asked)[0]
    return found


def existing(
    session: Executor, calls: Sequence[tuple[str, Mapping[str, str]]]
) -> list[Fetched | None]:
    """Fetch rows by their addresses; None for those that do not exist.

    Raises:
        BadResponse: an answer is neither a row nor says that there is none.
    """
    try:
        pages: list[Fetched | None] = list(session.fetch_many(calls))
    except NotFound:
        pages = []
        for path, params in calls:
            try:
                pages.append(session.fetch(path, params))
            except NotFound:
                pages.append(None)
    for (path, _), page in zip(calls, pages, strict=True):
        if page is not None:
            check_row(page, path)
    return pages


def lists(filter_: Any) -> bool:
    """Whether a filter takes a list of values, of which a row has one."""
    return filter_ is not None and "in" in filter_.lookups and not filter_.each
