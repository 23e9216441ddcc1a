"""`compile(query)`: from what was asked to the requests that answer it.

Pure: the plan is data. What the endpoint cannot do ends in `residual` and `order`, to be done
here while paging; `explain` turns a plan into words.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import attrs

from bcorm.exceptions import QueryError
from bcorm.lookups import LOOKUPS
from bcorm.query.endpoint import Endpoint, Filter
from bcorm.query.templates import fill

# The API's front servers refuse very long URLs; this leaves room for the other parameters.
LONGEST_LIST = 3500


@attrs.frozen
class Condition:
    """One `field__lookup=value`; `path` has more than one word inside nested objects."""

    path: tuple[str, ...]
    lookup: str
    value: Any

    def __str__(self) -> str:
        shown = repr(self.value)
        shown = shown if len(shown) <= 40 else shown[:37] + "..."
        return f"{'__'.join(self.path)} {self.lookup} {shown}"


@attrs.frozen(kw_only=True)
class Query:
    """What was asked, before it is known how it will be answered.

    Attributes:
        endpoint: the endpoint's facts.
        parents: known path parameters.
        conditions: all must hold.
        exclusions: groups of conditions; rows for which all of a group hold are left out.
        order: field names, `-` for descending.
        include: names of sub-collections to bring along.
        only, defer: field selection.
        start, stop: the slice, in rows.
        scanning: the user has said `scan()`.
        empty: `none()`.
        model: the resource's name, for error texts.
    """

    model: str = "resource"

    endpoint: Endpoint
    parents: Mapping[str, Any] = attrs.field(factory=dict)
    conditions: tuple[Condition, ...] = ()
    exclusions: tuple[tuple[Condition, ...], ...] = ()
    order: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    defer: tuple[str, ...] = ()
    start: int = 0
    stop: int | None = None
    scanning: bool = False
    empty: bool = False


class Strategy(enum.Enum):
    """How the rows are paged."""

    SINGLE = "one request"
    OFFSET = "page by page"
    CURSOR = "cursor by cursor"
    KEYSET = "after the last key"


@attrs.frozen
class Keyset:
    """How a list is continued after a key: the parameter, and what to add to the last key."""

    parameter: str
    step: int


@attrs.frozen(kw_only=True)
class Plan:
    """The requests that answer a query.

    Attributes:
        branches: (path, params) of each list to read; more than one when an `in` list is split
            or when several parents are read.
        parents: the path parameters of each branch.
        residual, exclusions: conditions that are evaluated here.
        order: keys by which the rows are sorted here, after reading all.
        page_size: rows per page.
        strategy: see `Strategy`.
        key: the field that identifies a row.
        start, stop: the slice; on the server if `windowed`, else applied here.
        windowed: whether the slice is read with page arithmetic.
        keyset: the parameter that continues after a key, and how to write the next value.
        scoped: whether the list belongs to one parent, so that reading all of it is bounded.
        partial: whether rows come without some of their fields.
    """

    branches: tuple[tuple[str, Mapping[str, str]], ...]
    parents: tuple[Mapping[str, Any] | None, ...]
    residual: tuple[Condition, ...] = ()
    exclusions: tuple[tuple[Condition, ...], ...] = ()
    order: tuple[str, ...] = ()
    page_size: int = 250
    strategy: Strategy = Strategy.OFFSET
    key: str | None = "id"
    start: int = 0
    stop: int | None = None
    windowed: bool = False
    keyset: Keyset | None = None
    version: int = 3
    scoped: bool = False
    partial: bool = False
    empty: bool = False

    @property
    def full_scan(self) -> bool:
        """Whether more rows are read than are asked for, in a collection without bounds."""
        sorted_slice = bool(self.order) and self.stop is not None
        return bool(self.residual or self.exclusions or sorted_slice) and not self.scoped


def wire_text(value: Any, *, flag: bool = False) -> str:
    """Write a value as a query parameter.

    Dates are full RFC 3339 moments: the API completes a bare date with the current time of day
    (`catalog/products_catalog.v3.yml`, `date_modified:max`).
    """
    if value is True or value is False:
        return str(int(value)) if flag else str(value).lower()
    if isinstance(value, datetime):
        moment = value if value.tzinfo else value.replace(tzinfo=timezone.utc)
        return moment.isoformat(timespec="seconds")
    if isinstance(value, date):
        return f"{value.isoformat()}T00:00:00+00:00"
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, (list, tuple, set, frozenset)):
        return ",".join(wire_text(item, flag=flag) for item in value)
    return str(value)


def compile(query: Query) -> Plan:  # noqa: A001 - the word for it; used as compiler.compile
    """Compile a query to a plan. Never sends anything.

    Raises:
        QueryError: a subresource is read without saying of which parent.
    """
    scope = _scope(query)
    draft = _Draft(scope.endpoint)
    for condition in scope.conditions:
        draft.push(condition)
    for group in query.exclusions:
        draft.push_exclusion(group)
    size = _select(scope.endpoint, query, draft.params)
    parts = draft.branches(size)
    branches = [
        (fill(scope.endpoint.path, parents or {}), params)
        for parents in scope.parents
        for params in parts
    ]
    owners = [parents for parents in scope.parents for _ in parts]
    order = _order(scope.endpoint, query.order, draft.params, alone=len(branches) == 1)
    local = bool(draft.residual or draft.exclusions or order)
    strategy, keyset = _strategy(scope.endpoint, query, draft.params, size, local=local)
    return Plan(
        branches=tuple((path, {**params, **draft.params}) for path, params in branches),
        parents=tuple(owners),
        residual=tuple(draft.residual),
        exclusions=tuple(draft.exclusions),
        order=order,
        page_size=size,
        strategy=strategy,
        key=scope.endpoint.key,
        start=query.start,
        stop=query.stop,
        windowed=not local and len(branches) == 1 and strategy is Strategy.OFFSET,
        keyset=keyset,
        version=scope.endpoint.version,
        scoped=scope.bounded,
        partial=bool(query.only or query.defer) and scope.endpoint.selects,
        empty=query.empty or not branches,
    )


@attrs.frozen
class _Scope:
    """Which list, or lists, a query reads."""

    endpoint: Endpoint
    parents: Sequence[Mapping[str, Any] | None]
    conditions: Sequence[Condition]
    bounded: bool


def _scope(query: Query) -> _Scope:
    """Move conditions on path parameters into the path, or take the store-wide list."""
    endpoint = query.endpoint
    known = dict(query.parents)
    rest: list[Condition] = []
    several: list[tuple[str, Sequence[Any]]] = []
    for condition in query.conditions:
        name = condition.path[0]
        wanted = len(condition.path) == 1 and name in endpoint.placeholders and name not in known
        if wanted and condition.lookup == "exact":
            known[name] = condition.value
        elif wanted and condition.lookup == "in" and endpoint.everywhere is None and not several:
            several.append((name, list(condition.value)))
        else:
            rest.append(condition)
    missing = [
        name for name in endpoint.placeholders if name not in known and name not in dict(several)
    ]
    if missing and endpoint.everywhere is not None:
        return _Scope(endpoint.everywhere, [None], query.conditions, bounded=False)
    if missing:
        raise QueryError(
            f"{query.model} rows live under {' and '.join(missing)}: reach them through their "
            f"parent, or filter by {missing[0]}"
        )
    scopes: list[Mapping[str, Any] | None] = [known]
    for name, values in several:
        scopes = [{**known, name: value} for value in values]
    return _Scope(endpoint, scopes, rest, bounded=bool(endpoint.placeholders))


class _Draft:
    """The parameters of a list while conditions are being moved into them."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self.params: dict[str, str] = dict(endpoint.params)
        self.residual: list[Condition] = []
        self.exclusions: list[tuple[Condition, ...]] = []
        self._split: tuple[str, list[str]] | None = None

    def push(self, condition: Condition) -> None:
        """Give a condition to the server if it can take it, else keep it."""
        target = self._target(condition)
        if target is None:
            self.residual.append(condition)
            return
        parameter, filter_ = target
        if LOOKUPS[condition.lookup].many or parameter.endswith(":in"):
            values = condition.value if LOOKUPS[condition.lookup].many else [condition.value]
            texts = [self._text(value, filter_) for value in values]
            texts = list(dict.fromkeys(texts))
            if any("," in text for text in texts):  # a comma would split one value into two
                self.residual.append(condition)
            elif self._split is None and condition.lookup == "in":
                self._split = (parameter, texts)
            else:
                self.params[parameter] = ",".join(texts)
            return
        self.params[parameter] = self._text(condition.value, filter_)

    def push_exclusion(self, group: tuple[Condition, ...]) -> None:
        """Give `exclude(key__in=[...])` to the server where it knows `not_in`; keep the others.

        Only for keys, which are never null: the server's `not_in` need not agree on nulls.
        """
        if len(group) == 1 and group[0].path == (self.endpoint.key,):
            condition = group[0]
            values = [condition.value] if condition.lookup == "exact" else condition.value
            inverse = Condition(condition.path, "not_in", values)
            target = self._target(inverse) if condition.lookup in {"exact", "in"} else None
            if target is not None and sum(len(str(value)) + 1 for value in values) < LONGEST_LIST:
                self.push(inverse)
                return
        self.exclusions.append(group)

    def branches(self, page_size: int) -> list[dict[str, str]]:
        """Split a long `in` list into lists that fit a URL; keys also into lists of a page each."""
        if self._split is None:
            return [{}]
        parameter, texts = self._split
        most = page_size if parameter == f"{self.endpoint.key}:in" else len(texts)
        return [{parameter: ",".join(part)} for part in _chunks(texts, most)]

    def _target(self, condition: Condition) -> tuple[str, Filter] | None:
        filter_ = self.endpoint.filters.get("__".join(condition.path))
        if filter_ is None or condition.value is None or condition.lookup == "isnull":
            return None
        parameter = _parameter(self.endpoint, filter_, condition)
        taken = parameter in self.params or (
            self._split is not None and parameter == self._split[0]
        )
        return None if parameter is None or taken else (parameter, filter_)

    def _text(self, value: Any, filter_: Filter) -> str:
        return wire_text(value, flag=filter_.flag)


def _parameter(endpoint: Endpoint, filter_: Filter, condition: Condition) -> str | None:
    """Return the parameter that carries a lookup, or None if the server has none."""
    wire = filter_.wire or condition.path[-1]
    lookup = condition.lookup
    if lookup == "exact" and "exact" not in filter_.lookups and "in" in filter_.lookups:
        lookup = "in"
    if lookup not in filter_.lookups:
        return None
    row = LOOKUPS[lookup]
    style = endpoint.filter_style or ("prefix" if endpoint.version == 2 else "suffix")
    if style == "prefix" and row.prefix is not None:
        return f"{row.prefix}{wire}"
    return None if row.suffix is None else f"{wire}{row.suffix}"


def _chunks(texts: list[str], most: int) -> list[list[str]]:
    """Cut a list so that each part fits into a URL, and has at most so many texts."""
    parts: list[list[str]] = []
    room = 0
    for text in texts:
        if room < len(text) + 1 or len(parts[-1]) >= most:
            parts.append([])
            room = LONGEST_LIST
        parts[-1].append(text)
        room -= len(text) + 1
    return parts


def _order(
    endpoint: Endpoint, order: tuple[str, ...], params: dict[str, str], *, alone: bool
) -> tuple[str, ...]:
    """Let the server sort if it can; return the order that is left to do here."""
    if not order:
        return ()
    name = order[0].lstrip("-")
    descending = order[0].startswith("-")
    if len(order) > 1 or name not in endpoint.sort or not alone:
        return order
    if endpoint.sort_style == "direction":
        params["sort"] = name
        params["direction"] = "desc" if descending else "asc"
    elif endpoint.sort_style == "suffix":
        params["sort"] = f"{name}:{'desc' if descending else 'asc'}"
    elif descending:
        return order
    else:
        params["sort"] = name
    return ()


def _select(endpoint: Endpoint, query: Query, params: dict[str, str]) -> int:
    """Write include and field selection; return the page size that they leave."""
    if query.include:
        params["include"] = ",".join(query.include)
    if endpoint.selects and query.only:
        params["include_fields"] = ",".join(query.only)
    elif endpoint.selects and query.defer:
        params["exclude_fields"] = ",".join(query.defer)
    caps = [endpoint.page_caps[name] for name in query.include if name in endpoint.page_caps]
    return min([endpoint.page_size, *caps])


def selection(endpoint: Endpoint, query: Query) -> dict[str, str]:
    """Return the parameters of a single row's request: include and field selection."""
    params = dict(endpoint.params)
    _select(endpoint, query, params)
    return params


def _strategy(
    endpoint: Endpoint, query: Query, params: dict[str, str], size: int, *, local: bool
) -> tuple[Strategy, Keyset | None]:
    """Choose how to page, and put what keyset paging needs into `params`."""
    if endpoint.paging == "none" or endpoint.singleton:
        return Strategy.SINGLE, None
    if isinstance(endpoint.keyset, str):
        return Strategy.KEYSET, Keyset(endpoint.keyset, 0)
    key = endpoint.key or "id"
    sliced = not local and (query.start or (query.stop is not None and query.stop <= size))
    if endpoint.paging == "cursor" or (endpoint.paging == "both" and not sliced):
        return Strategy.CURSOR, None
    if not endpoint.keyset or sliced or query.order not in ((), (key,)):
        return Strategy.OFFSET, None
    prefix = (
        endpoint.filter_style or ("prefix" if endpoint.version == 2 else "suffix")
    ) == "prefix"
    keyset = Keyset(f"min_{key}", 1) if prefix else Keyset(f"{key}:greater", 0)
    if keyset.parameter in params:
        return Strategy.OFFSET, None
    if key in endpoint.sort:
        _order(endpoint, (key,), params, alone=True)
    return Strategy.KEYSET, keyset
