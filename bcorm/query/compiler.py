"""`compile(query)`: from what was asked to the requests that answer it.

Pure: the plan is data. `scope_of` says which lists a query reads, below which parents or that of
the whole store; what is left of its conditions becomes parameters. What the endpoint cannot do ends
in `residual` and `order`, to be done here while paging; `explain` turns a plan into words.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from bcorm.exceptions import QueryError
from bcorm.lookups import SEPARATOR, matches
from bcorm.query.endpoint import Endpoint, fill
from bcorm.query.parameters import MOST_LISTS, Clause, Condition, Draft, Subquery


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


@attrs.frozen
class Column:
    """How a field is asked for, where that is not by its own name.

    Attributes:
        wire: its name on the wire; None for a path parameter that rows do not repeat.
        include: the `include` without which the API leaves it out.
    """

    wire: str | None
    include: str | None = None


@attrs.frozen(kw_only=True)
class Query:
    """What was asked, before it is known how it will be answered.

    Attributes:
        endpoint: the endpoint's facts.
        parents: known path parameters.
        conditions: all must hold.
        exclusions: groups of conditions; rows for which all of a group hold are left out.
        unions: groups of clauses; of each group, one clause must hold.
        order: field names, `-` for descending.
        backwards: from the last of the sorted rows to the first, if they are sorted here.
        include: names of subresources to bring along.
        only, defer: names of fields to load, or not to load.
        columns: how fields are asked for, where that is not by their own name.
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
    unions: tuple[tuple[Clause, ...], ...] = ()
    order: tuple[str, ...] = ()
    backwards: bool = False
    include: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    defer: tuple[str, ...] = ()
    columns: Mapping[str, Column] = attrs.field(factory=dict, repr=False)
    start: int = 0
    stop: int | None = None
    scanning: bool = False
    empty: bool = False

    @property
    def clause(self) -> Clause:
        """What must hold for its rows."""
        return Clause(self.conditions, self.exclusions, self.unions)

    @property
    def has_subqueries(self) -> bool:
        """Whether other rows have to be read before it can be asked."""
        return self.clause.has_subqueries

    def answered(self, read: Callable[[Subquery], list[Any]]) -> Query:
        """Return the same query with the values that `read` finds in the place of subqueries."""
        if not self.has_subqueries:
            return self
        found = self.clause.answered(read)
        return attrs.evolve(
            self, conditions=found.conditions, exclusions=found.exclusions, unions=found.unions
        )

    def sliced(self, part: slice) -> Query:
        """Return the query of a part of these rows.

        Raises:
            QueryError: the slice counts from the end, or has a step.
        """
        start, stop = part.start or 0, part.stop
        if part.step is not None or start < 0 or (stop is not None and stop < 0):
            raise QueryError("slices of a queryset are forward and without a step")
        begin = self.start + start
        ends = [
            end
            for end in (self.stop, None if stop is None else self.start + stop)
            if end is not None
        ]
        return attrs.evolve(self, start=begin, stop=max(begin, min(ends)) if ends else None)


class Strategy(enum.Enum):
    """How the rows are paged."""

    SINGLE = "one request"
    OFFSET = "page by page"
    CURSOR = "cursor by cursor"
    KEYSET = "after the last key"


@attrs.frozen
class Keyset:
    """How a list is continued after a key.

    Attributes:
        parameter: what names the key after which it goes on.
        step: what to add to that key.
        upto: the parameter that names the last key, where the endpoint has one.
        backwards: the parameters of the same list from its end, where the endpoint sorts so.
    """

    parameter: str
    step: int
    upto: str | None = None
    backwards: Mapping[str, str] | None = None


@attrs.frozen(kw_only=True)
class Plan:
    """The requests that answer a query.

    Attributes:
        branches: (path, params) of each list to read; more than one when an `in` list is split
            or when several parents are read.
        parents: the path parameters of each branch.
        residual, exclusions, unions: conditions that are evaluated here.
        edges: those of the residual that the server's filters leave little to do.
        order: keys by which the rows are sorted here, after reading all.
        backwards: whether the sorted rows are handed out from the last to the first.
        page_size: rows per page.
        strategy: see `Strategy`.
        key: the field that identifies a row.
        identity: the fields that tell a row from others, where a list by cursor takes page numbers.
        start, stop: the slice; on the server if `windowed`, else applied here.
        windowed: whether the slice is read with page arithmetic.
        keyset: the parameter that continues after a key, and how to write the next value.
        scoped: whether the list belongs to one parent or names its rows' keys, so that reading all
            of it is bounded.
        partial: whether rows come without some of their fields.
        merged: whether each list is sorted by the server, so that the first rows of all are known
            from the first rows of each.
        overlapping: whether a row may be in several of the lists, which are those of a union.
        split_by: the path of the condition whose values are spread over several lists.
        counted: (path, params) of the request that counts the rows of the only list, for V2.
        listed: whether the answers have to be lists, and not a single row.
        totals, may_be_empty: as those of `Endpoint`.
        disputed: parameters of the branches that no specification has, see `fetching.DISPUTED`.
    """

    branches: tuple[tuple[str, Mapping[str, str]], ...]
    parents: tuple[Mapping[str, Any] | None, ...]
    residual: tuple[Condition, ...] = ()
    exclusions: tuple[tuple[Condition, ...], ...] = ()
    order: tuple[str, ...] = ()
    backwards: bool = False
    page_size: int = 250
    strategy: Strategy = Strategy.OFFSET
    key: str | None = "id"
    identity: tuple[str, ...] = ()
    start: int = 0
    stop: int | None = None
    windowed: bool = False
    keyset: Keyset | None = None
    version: int = 3
    scoped: bool = False
    partial: bool = False
    empty: bool = False
    edges: tuple[Condition, ...] = ()
    merged: bool = False
    split_by: tuple[str, ...] | None = None
    counted: tuple[str, Mapping[str, str]] | None = None
    listed: bool = False
    totals: bool = True
    may_be_empty: bool = False
    disputed: frozenset[str] = frozenset()
    unions: tuple[tuple[Clause, ...], ...] = ()
    overlapping: bool = False

    @property
    def full_scan(self) -> bool:
        """Whether more rows are read than are asked for, in a collection without bounds.

        A list that the API does not page has bounds: it is one request in any case.
        """
        unbounded = len(self.residual) > len(self.edges) or self.exclusions or self.unions
        sorted_slice = self.order and self.stop is not None and not self.merged
        bounded = self.scoped or self.strategy is Strategy.SINGLE
        return bool(unbounded or sorted_slice) and not bounded

    def lists(self) -> list[Plan]:
        """Return the plans of its lists, of which each is to be read by itself.

        The server sorts each of a merged plan, and no more of it is needed than of the whole.
        """
        if not self.merged:
            return [self]
        windowed = self.strategy is Strategy.OFFSET and not (
            self.residual or self.exclusions or self.unions
        )
        one = attrs.evolve(self, merged=False, order=(), start=0, windowed=windowed)
        return [
            attrs.evolve(one, branches=(branch,), parents=(parents,))
            for branch, parents in zip(self.branches, self.parents, strict=True)
        ]


def compile(query: Query) -> Plan:  # noqa: A001 - the word for it; used as compiler.compile
    """Compile a query to a plan. Never sends anything.

    Raises:
        QueryError: a subresource is read without saying of which parent, or the API has no list of
            such rows.
    """
    if query.unions:
        query = _below(query)
    if len(query.unions) == 1:
        union = _union(query)
        if union is not None:
            return union
    scope = scope_of(query.endpoint, query.model, query.parents, query.conditions)
    if not query.empty:
        refuse_unlisted(scope.endpoint, query.model)
    draft = Draft(scope.endpoint)
    for condition in scope.conditions:
        draft.push(condition)
    for group in query.exclusions:
        draft.push_exclusion(group)
    unpushed = [item for group in (draft.residual, *draft.exclusions) for item in group]
    for union_ in query.unions:
        unpushed += [item for clause in union_ for item in clause.leaves()]
    needed = [*scope.identity, *(name for item in unpushed for name in item.fields())]
    size = _select(scope.endpoint, query, draft.params, needed)
    parts = draft.branches(size)
    branches = [
        (fill(scope.endpoint.path, parents), {**scope.endpoint.scope_params(parents), **params})
        for parents in scope.parents
        for params in parts
    ]
    owners = [None if scope.scattered else parents for parents in scope.parents for _ in parts]
    merged = len(branches) > 1 and _merges(scope.endpoint, query)
    order = _order(scope.endpoint, query.order, draft.params, alone=len(branches) == 1 or merged)
    order = query.order if merged else order
    if order:
        needed += [name.lstrip("-").split(SEPARATOR)[0] for name in order]
        size = _select(scope.endpoint, query, draft.params, needed)
    local = bool(draft.residual or draft.exclusions or query.unions or order)
    strategy, keyset = _strategy(
        scope.endpoint, query, draft.params, size, local=local and not merged
    )
    return Plan(
        branches=tuple((path, {**params, **draft.params}) for path, params in branches),
        parents=tuple(owners),
        residual=tuple(draft.residual),
        edges=tuple(draft.edges),
        exclusions=tuple(draft.exclusions),
        unions=query.unions,
        merged=merged,
        order=order,
        backwards=query.backwards,
        page_size=size,
        strategy=strategy,
        key=scope.endpoint.key,
        identity=scope.identity if scope.endpoint.paging == "both" else (),
        start=query.start,
        stop=query.stop,
        windowed=not local and len(branches) == 1 and strategy is Strategy.OFFSET,
        keyset=keyset,
        version=scope.endpoint.version,
        scoped=scope.bounded or draft.named,
        partial=bool(query.only or query.defer) and scope.endpoint.selects,
        empty=query.empty or not branches,
        listed=not scope.endpoint.singleton,
        totals=scope.endpoint.totals,
        may_be_empty=scope.endpoint.may_be_empty,
        split_by=draft.split_by if len(parts) > 1 else None,
        counted=_counted(scope, {**branches[0][1], **draft.params}) if len(branches) == 1 else None,
    )


def _union(query: Query) -> Plan | None:
    """Return the plan that reads each side of an OR as a list; None if one would be a full scan.

    Rows that are in several of the lists are handed out once.
    """
    key, (sides,) = query.endpoint.key, query.unions
    if key is None or len(sides) > MOST_LISTS:
        return None
    order = query.order or (key,)
    by_key = order in {(key,), (f"-{key}",)} and not _order(query.endpoint, order, {}, alone=True)
    plans: list[Plan] = []
    for side in sides:
        asked = attrs.evolve(
            query,
            conditions=query.conditions + side.conditions,
            exclusions=query.exclusions + side.exclusions,
            unions=side.unions,
            order=order if by_key else (),
            start=0,
            stop=None,
        )
        plan = compile(asked)
        if plan.residual or plan.exclusions or plan.unions or plan.order:
            return None
        if not plan.empty:
            plans.append(plan)
    if not plans:
        return attrs.evolve(plan, start=query.start, stop=query.stop)
    ways = [(plan.strategy, plan.keyset, plan.page_size, plan.version) for plan in plans]
    if any(way != ways[0] for way in ways):
        return None
    found = {
        _frozen(branch): above
        for plan in plans
        for branch, above in zip(plan.branches, plan.parents, strict=True)
    }
    # The lists below one parent follow each other: there, a row is known again by its key.
    branches = sorted(found, key=lambda branch: _below_whom(found[branch]))
    several = len(branches) > 1
    return attrs.evolve(
        plans[0],
        branches=tuple((path, dict(params)) for path, params in branches),
        parents=tuple(found[branch] for branch in branches),
        order=(order if by_key else query.order) if several or not by_key else (),
        backwards=query.backwards,
        start=query.start,
        stop=query.stop,
        merged=several and by_key,
        windowed=not several and by_key and plans[0].windowed,
        scoped=all(plan.scoped for plan in plans),
        counted=None if several else plans[0].counted,
        overlapping=several,
        split_by=None,
    )


def _below_whom(parents: Mapping[str, Any] | None) -> str:
    return repr(sorted((parents or {}).items()))


def _below(query: Query) -> Query:
    """Say of which parents rows are read, where each side of an OR says it.

    One parent for all sides is said once; of several, each row must name its own.
    """
    said = {item.path[0] for item in query.conditions if len(item.path) == 1}
    conditions, unions = list(query.conditions), []
    for union in query.unions:
        sides = union
        for name in query.endpoint.owners:
            named = [_named_by(side, name) for side in sides]
            if name in said or name in query.parents or not all(named):
                continue
            values = list(dict.fromkeys(value for each in named for value in each))
            conditions.append(Condition((name,), "in", tuple(values)))
            if len(values) == 1:
                conditions[-1] = Condition((name,), "exact", values[0])
                sides = tuple(_without(side, name) for side in sides)
        unions.append(sides)
    return attrs.evolve(query, conditions=tuple(conditions), unions=tuple(unions))


def _named_by(side: Clause, name: str) -> tuple[Any, ...]:
    """Return the values of a path parameter that a side of an OR admits; () if it may be any."""
    for item in side.conditions:
        if item.path == (name,) and isinstance(item.value, (int, str)):
            return (item.value,) if item.lookup == "exact" else ()
        if item.path == (name,) and item.lookup == "in":
            return tuple(item.value)
    return ()


def _without(side: Clause, name: str) -> Clause:
    """Leave out the condition by which a side names its parent."""
    said = next(item for item in side.conditions if item.path == (name,))
    kept = tuple(item for item in side.conditions if item is not said)
    return attrs.evolve(side, conditions=kept)


def _frozen(branch: tuple[str, Mapping[str, str]]) -> tuple[str, tuple[tuple[str, str], ...]]:
    path, params = branch
    return path, tuple(params.items())


def _counted(scope: Scope, params: Mapping[str, str]) -> tuple[str, Mapping[str, str]] | None:
    """Return the request that counts the rows of a list, if the API has one that can."""
    endpoint = scope.endpoint
    if endpoint.count_path is None:
        return None
    lists_only = {"sort", "direction", "include", *endpoint.params}
    filters = {name: value for name, value in params.items() if name not in lists_only}
    if filters and not endpoint.count_filters:
        return None
    return fill(endpoint.count_path, scope.parents[0]), filters


def _order(
    endpoint: Endpoint, order: tuple[str, ...], params: dict[str, str], *, alone: bool
) -> tuple[str, ...]:
    """Let the server sort if it can; return the order that is left to do here."""
    if not order:
        return ()
    name = order[0].lstrip("-")
    descending = order[0].startswith("-")
    if len(order) > 1 or not alone:
        return order
    if name == endpoint.key and name not in endpoint.sort and endpoint.keyset and not descending:
        return ()  # the list's own order
    if name not in endpoint.sort:
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


def _merges(endpoint: Endpoint, query: Query) -> bool:
    """Whether the first rows of several lists are found among the first of each.

    By the key, of which no two rows have the same: how the server sorts equals, and those without a
    value, is not known.
    """
    by_key = endpoint.key is not None and query.order in {(endpoint.key,), (f"-{endpoint.key}",)}
    return by_key and query.stop is not None and not _order(endpoint, query.order, {}, alone=True)


def _select(endpoint: Endpoint, query: Query, params: dict[str, str], needed: Iterable[str]) -> int:
    """Write include and field selection; return the page size that they leave.

    Args:
        endpoint: the list.
        query: what is asked.
        params: where the parameters are written.
        needed: fields that must come along whatever was selected.
    """
    columns = query.columns
    chosen = [columns.get(name) or Column(name) for name in (*query.only, *needed)]
    words = [*query.include, *(item.include for item in chosen if item.include is not None)]
    include = tuple(dict.fromkeys(words))
    if include:
        params["include"] = ",".join(include)
    wires = tuple(dict.fromkeys(item.wire for item in chosen if item.wire is not None))
    if endpoint.selects and query.only:
        # "The ID and the specified fields will be returned", and the enums have no id.
        params["include_fields"] = ",".join(wire for wire in wires if wire != "id") or "id"
    elif endpoint.selects and query.defer:
        unwanted = [(columns.get(name) or Column(name)).wire for name in query.defer]
        params["exclude_fields"] = ",".join(
            wire for wire in unwanted if wire is not None and wire not in wires
        )
        if not params["exclude_fields"]:
            del params["exclude_fields"]
    caps = [endpoint.page_caps[name] for name in include if name in endpoint.page_caps]
    return min([endpoint.page_size, *caps])


def selection(endpoint: Endpoint, query: Query) -> dict[str, str]:
    """Return the parameters of a single row's request: include and field selection."""
    params = dict(endpoint.params)
    _select(endpoint, query, params, identity(endpoint))
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
    filter_ = endpoint.filters.get(key)
    bounded = filter_ is not None and "lte" in filter_.lookups
    upto = (f"max_{key}" if prefix else f"{key}:max") if bounded else None
    upto = None if upto in params else upto
    words: dict[str, str] = {}
    sorts = key in endpoint.sort and not _order(endpoint, (f"-{key}",), words, alone=True)
    parameter, step = (f"min_{key}", 1) if prefix else (f"{key}:greater", 0)
    keyset = Keyset(parameter, step, upto, words if sorts else None)
    if keyset.parameter in params:
        return Strategy.OFFSET, None
    if key in endpoint.sort:
        _order(endpoint, (key,), params, alone=True)
    return Strategy.KEYSET, keyset
