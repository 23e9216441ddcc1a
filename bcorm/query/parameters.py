"""Conditions as query parameters: what a list's endpoint can be asked, and what it cannot.

`compiler.compile` hands each condition to a `Draft`. One that the endpoint lacks is first put in
other words that it may have (`range` is `gte` and `lte`); what is left over is evaluated here, on
the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.lookups import LOOKUPS, SEPARATOR
from bcorm.query.expressions import Expression

if TYPE_CHECKING:
    from bcorm.query.endpoint import Endpoint, Filter

# The API's front servers refuse very long URLs; this leaves room for the other parameters.
LONGEST_LIST = 3500

# More lists than this cost more than reading the collection once, as a rule.
MOST_LISTS = 10

_ROUNDED_UP = frozenset({"gte", "lt"})
_INCLUSIVE = {"gt": "gte", "lt": "lte"}


@attrs.frozen
class Subquery:
    """What a condition compares with that other rows have: their keys, or the keys of their owners.

    They are asked for when the query is read, see `Query.answered`.

    Attributes:
        model: the class of these rows.
        clause: which of them are meant.
        field: whose values are compared with.
        relation: the name of the relation whose rows a condition is on; "" for a queryset that was
            given as a value.
        scanning: the user has said `scan()` of them.
        session: through which they are asked for; that of the query if it is None.
    """

    model: Any
    clause: Clause
    field: str
    relation: str = ""
    scanning: bool = False
    session: Any = attrs.field(default=None, eq=False)

    def __str__(self) -> str:
        return f"{self.field} of {self.model.__name__} rows with {self.clause}"

    __repr__ = __str__


@attrs.frozen
class Condition:
    """One `field__lookup=value`.

    Attributes:
        path: the field; more than one word inside nested objects.
        lookup: the comparison.
        value: its operand.
        none: what a null in a row counts as, where None was asked for and rows have another word
            for it.
    """

    path: tuple[str, ...]
    lookup: str
    value: Any
    none: Any = None

    def fields(self) -> tuple[str, ...]:
        """Return the fields that have to be known of a row."""
        if not isinstance(self.value, Expression):
            return (self.path[0],)
        return (self.path[0], *(name.split(SEPARATOR)[0] for name in self.value.fields()))

    def __str__(self) -> str:
        shown = repr(self.value)
        if not isinstance(self.value, Subquery) and len(shown) > 40:
            items, comma, _ = shown[:37].rpartition(", ")  # of a list, whole ones
            shown = f"{items}, ...]" if comma and shown[0] == "[" else f"{shown[:37]}..."
        return f"{'__'.join(self.path)} {self.lookup} {shown}"


@attrs.frozen
class Clause:
    """What must hold together: one side of an OR.

    Attributes:
        conditions: all must hold.
        exclusions: groups of conditions of which not all may hold.
        unions: groups of clauses of which one must hold.
    """

    conditions: tuple[Condition, ...] = ()
    exclusions: tuple[tuple[Condition, ...], ...] = ()
    unions: tuple[tuple[Clause, ...], ...] = ()

    def __add__(self, other: Clause) -> Clause:
        return Clause(
            self.conditions + other.conditions,
            self.exclusions + other.exclusions,
            self.unions + other.unions,
        )

    @property
    def has_subqueries(self) -> bool:
        """Whether other rows have to be read before it can be said which ones it means."""
        return any(isinstance(leaf.value, Subquery) for leaf in self.leaves())

    def answered(self, read: Callable[[Subquery], list[Any]]) -> Clause:
        """Return the same with the values that `read` finds in the place of each subquery."""
        if not self.has_subqueries:
            return self

        def known(item: Condition) -> Condition:
            value = item.value
            return attrs.evolve(item, value=read(value)) if isinstance(value, Subquery) else item

        return Clause(
            tuple(map(known, self.conditions)),
            tuple(tuple(map(known, group)) for group in self.exclusions),
            tuple(tuple(side.answered(read) for side in union) for union in self.unions),
        )

    def leaves(self) -> Iterator[Condition]:
        """Yield every condition in it."""
        yield from self.conditions
        for group in self.exclusions:
            yield from group
        for union in self.unions:
            for clause in union:
                yield from clause.leaves()

    def __str__(self) -> str:
        parts = [str(condition) for condition in self.conditions]
        parts += [excluded(group) for group in self.exclusions]
        parts += [f"({' or '.join(map(str, union))})" for union in self.unions]
        return " and ".join(parts) or "all"


def excluded(group: Iterable[Condition]) -> str:
    """Say in words that conditions may not hold all together."""
    return f"not ({' and '.join(map(str, group))})"


def wire_text(value: Any, *, flag: bool = False) -> str:
    """Write a value as a query parameter.

    Dates are full RFC 3339 moments: the API completes a bare date with the current time of day
    (`catalog/products_catalog.v3.yml`, `date_modified:max`).
    """
    if isinstance(value, Enum):
        value = value.value
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


class Draft:
    """The parameters of a list while conditions are being moved into them.

    Attributes:
        params: what every request of the list carries.
        residual: conditions that are evaluated on the rows.
        edges: those of the residual that only take away rows at the edge of what the server
            leaves: it knows bounds, but only inclusive ones.
        exclusions: groups of conditions that are evaluated on the rows.
        impossible: whether no row can match.
        named: whether the list holds only rows whose keys were named.
        split_by: the path of the condition whose values are spread over several lists.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self.params: dict[str, str] = dict(endpoint.params)
        self.residual: list[Condition] = []
        self.edges: list[Condition] = []
        self.exclusions: list[tuple[Condition, ...]] = []
        self.impossible = False
        self.named = False
        self.split_by: tuple[str, ...] | None = None
        self._split: tuple[str, list[str], bool] | None = None

    def push(self, condition: Condition) -> None:
        """Give a condition to the server if it can take it, else keep it."""
        if isinstance(condition.value, Expression):
            self.residual.append(condition)
            return
        if condition.lookup == "in" and not condition.value:
            self.impossible = True  # in an empty list is no row, be there a filter or not
            return
        wider = self._with_its_edge(condition)
        if wider is not None and self._take(wider):
            self.residual.append(condition)
            self.edges.append(condition)
            return
        for item in self._in_other_words(condition):
            if not self._take(item):
                self.residual.append(item)
                if self._is_near(item):
                    self.edges.append(item)
            elif item.path == (self.endpoint.key,) and item.lookup in {"exact", "in"}:
                self.named = True

    def _in_other_words(self, condition: Condition) -> list[Condition]:
        """Say a condition as others that mean the same, where the endpoint knows only those."""
        path, lookup, value = condition.path, condition.lookup, condition.value
        filter_ = self._filter(condition)
        if filter_ is None or value is None:
            return [condition]
        known = filter_.lookups
        bounded = {"gte", "lte"} <= known
        if LOOKUPS[lookup].takes == "pair" and known & {"gte", "lte"}:
            return [Condition(path, "gte", value[0]), Condition(path, "lte", value[1])]
        if lookup == "exact" and bounded and not known & {"exact", "in"}:
            return [Condition(path, "gte", value), Condition(path, "lte", value)]
        if lookup == "in" and bounded and not known & {"exact", "in"} and _orderly(value):
            # Not the same, but close: the rows between are read, and the others dropped here.
            bounds = [Condition(path, "gte", min(value)), Condition(path, "lte", max(value))]
            return [*bounds, condition]
        if isinstance(value, int) and not isinstance(value, bool):
            if lookup == "gt" and lookup not in known and "gte" in known:
                return [Condition(path, "gte", value + 1)]
            if lookup == "lt" and lookup not in known and "lte" in known:
                return [Condition(path, "lte", value - 1)]
        if isinstance(value, datetime) and value.microsecond:
            exact = _in_whole_seconds(condition)
            if exact.lookup in _INCLUSIVE and exact.lookup not in known:
                # Later than half past is as late as the next second, at least.
                later = timedelta(seconds=1 if exact.lookup == "gt" else -1)
                return [Condition(path, _INCLUSIVE[exact.lookup], exact.value + later)]
            return [exact]
        return [condition]

    def _is_near(self, condition: Condition) -> bool:
        """Whether keys that are listed are read by their range, in no more pages than keys."""
        filter_, keys = self._filter(condition), condition.value
        if condition.lookup != "in" or condition.path != (self.endpoint.key,):
            return False
        if filter_ is None or not {"gte", "lte"} <= filter_.lookups or "in" in filter_.lookups:
            return False
        if not all(type(key) is int for key in keys):
            return False
        return bool((max(keys) - min(keys)) // self.endpoint.page_size < len(keys))

    def _with_its_edge(self, condition: Condition) -> Condition | None:
        """Return the inclusive bound around a strict one that the endpoint does not know."""
        filter_, value = self._filter(condition), condition.value
        inclusive = _INCLUSIVE.get(condition.lookup)
        if filter_ is None or inclusive is None or condition.lookup in filter_.lookups:
            return None
        if not isinstance(value, (Decimal, datetime)):
            return None  # of whole numbers, the next one is said
        if isinstance(value, datetime) and value.microsecond:
            return None  # nor is there anything at moments between two seconds
        return Condition(condition.path, inclusive, value)

    def _take(self, condition: Condition) -> bool:
        """Move a condition into the parameters; False if there is no place for it."""
        target = self._target(condition)
        if target is None:
            return False
        parameter, filter_ = target
        values = condition.value if LOOKUPS[condition.lookup].many else [condition.value]
        if any(value is None or getattr(value, "microsecond", 0) for value in values):
            return False
        written = [wire_text(value, flag=filter_.flag) for value in values]
        texts = list(dict.fromkeys(text.lower() if filter_.lower else text for text in written))
        if not texts:
            return True  # outside of an empty list is every row
        if not all(text.strip() for text in texts):
            return False  # an empty parameter is no filter at all
        if parameter.endswith((":in", ":not_in")) and any("," in text for text in texts):
            return False  # a comma would split one value into two
        if condition.lookup == "in":
            return self._take_any(parameter, texts, filter_, condition.path)
        joined = ",".join(texts)
        if len(texts) > 1 and len(joined) > LONGEST_LIST:
            return False
        self.params[parameter] = joined
        return True

    def _take_any(
        self, parameter: str, texts: list[str], filter_: Filter, path: tuple[str, ...]
    ) -> bool:
        """Take a list of which one value must hold: as one parameter, or as several lists."""
        singly = filter_.each or not parameter.endswith(":in")
        joined = ",".join(texts)
        if len(texts) == 1 or (self._split is not None and not singly):
            if len(joined) > LONGEST_LIST:
                return False
            self.params[parameter] = joined
            return True
        if self._split is not None or (singly and len(texts) > MOST_LISTS):
            return False
        self._split = (parameter, texts, singly)
        self.split_by = path
        return True

    def push_exclusion(self, group: tuple[Condition, ...]) -> None:
        """Give an exclusion to the server where it can say it; keep the others.

        It can say `exclude(key__in=[...])` where it knows `not_in`, only for keys, which are never
        null: the server's `not_in` need not agree on nulls. And that a flag is not set, or is, by
        asking for the other value: no flag that an endpoint filters is ever null.
        """
        if any(isinstance(condition.value, Expression) for condition in group):
            self.exclusions.append(group)
            return
        if len(group) == 1 and group[0].lookup == "exact" and isinstance(group[0].value, bool):
            condition = group[0]
            if self._take(Condition(condition.path, "exact", not condition.value)):
                return
        if len(group) == 1 and group[0].path == (self.endpoint.key,):
            condition = group[0]
            if condition.lookup in {"exact", "in"}:
                values = [condition.value] if condition.lookup == "exact" else condition.value
                if self._take(Condition(condition.path, "not_in", values)):
                    return
        self.exclusions.append(group)

    def branches(self, page_size: int) -> list[dict[str, str]]:
        """Split a long `in` list into lists that fit a URL; keys also into lists of a page each."""
        if self.impossible:
            return []
        if self._split is None:
            return [{}]
        parameter, texts, singly = self._split
        most = page_size if parameter == f"{self.endpoint.key}:in" else len(texts)
        return [{parameter: ",".join(part)} for part in _chunks(texts, 1 if singly else most)]

    def _filter(self, condition: Condition) -> Filter | None:
        return self.endpoint.filters.get("__".join(condition.path))

    def _target(self, condition: Condition) -> tuple[str, Filter] | None:
        """Return the parameter for a condition, if there is one that is still free."""
        filter_ = self._filter(condition)
        if filter_ is None or condition.value is None or LOOKUPS[condition.lookup].takes == "flag":
            return None
        parameter = _parameter(self.endpoint, filter_, condition)
        taken = parameter in self.params or (
            self._split is not None and parameter == self._split[0]
        )
        return None if parameter is None or taken else (parameter, filter_)


def _orderly(values: Iterable[Any]) -> bool:
    """Whether values have a least and a greatest."""
    kinds = {type(value) for value in values}
    return len(kinds) == 1 and kinds <= {int, Decimal, datetime}


def _in_whole_seconds(condition: Condition) -> Condition:
    """Round a moment to what a parameter can say; rows have no fractions of a second."""
    moment = condition.value.replace(microsecond=0)
    if condition.lookup in _ROUNDED_UP:
        moment += timedelta(seconds=1)
    elif condition.lookup not in {"gt", "lte"}:
        return condition
    return Condition(condition.path, condition.lookup, moment)


def _parameter(endpoint: Endpoint, filter_: Filter, condition: Condition) -> str | None:
    """Return the parameter that carries a lookup, or None if the server has none."""
    wire = filter_.wire or condition.path[-1]
    lookup = condition.lookup
    if lookup == "exact" and "exact" not in filter_.lookups and "in" in filter_.lookups:
        lookup = "in"
    elif lookup == "in" and "in" not in filter_.lookups and "exact" in filter_.lookups:
        lookup = "exact"
    if lookup not in filter_.lookups:
        return None
    row = LOOKUPS[lookup]
    style = endpoint.filter_style or ("prefix" if endpoint.version == 2 else "suffix")
    if style == "prefix" and row.prefix is not None:
        return f"{row.prefix}{wire}"
    return None if row.suffix is None else f"{wire}{row.suffix}"


def in_parts(texts: list[str]) -> list[str]:
    """Join the values of a list parameter, in as many parts as URLs have room for."""
    return [",".join(part) for part in _chunks(texts, len(texts))]


def _chunks(texts: list[str], most: int) -> list[list[str]]:
    """Cut a list so that each part fits into a URL, and has at most so many texts."""
    parts: list[list[str]] = []
    room = 0
    for text in texts:
        if not parts or room < len(text) + 1 or len(parts[-1]) >= most:
            parts.append([])
            room = LONGEST_LIST
        parts[-1].append(text)
        room -= len(text) + 1
    return parts


def takes_list(filter_: Filter | None) -> bool:
    """Whether a filter takes a list of values, of which a row has one."""
    return filter_ is not None and "in" in filter_.lookups and not filter_.each
