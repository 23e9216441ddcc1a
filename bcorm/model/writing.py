"""Writing many rows through a session: what `QuerySet.bulk_create`, `update` and `delete` do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from bcorm.exceptions import (
    BcormError,
    CommitError,
    Conflict,
    FieldError,
    InvalidValue,
    QueryError,
    ReadOnlyFieldError,
    ValidationFailed,
)
from bcorm.http.credentials import Hidden
from bcorm.lookups import SEPARATOR
from bcorm.model.conditions import readable, words
from bcorm.model.mapper import mapper_for
from bcorm.model.matching import Matcher
from bcorm.model.reading import Reader
from bcorm.model.resource import Resource, is_row_of
from bcorm.query.endpoint import fill
from bcorm.query.expressions import Expression

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bcorm.model.report import CommitReport
    from bcorm.model.unit_of_work import UnitOfWork
    from bcorm.query.compiler import Query

R = TypeVar("R", bound=Resource)

_NOTHING: Any = object()

# Fields that orders change, too, and that have a request of their own to be changed by.
_STOCK = frozenset(["inventory_level", "stock", "available_to_sell", "total_inventory_onhand"])

# How many rows tell whether a collection has stopped shrinking.
_PROBE = 20


def rows_of(model: type[R], given: Hidden[list[Any]]) -> list[R]:
    """Return objects of a class. Raises InvalidValue if one is none."""
    wrong = next((Hidden(item) for item in given.reveal() if not is_row_of(item, model)), None)
    if wrong is None:
        return given.reveal()
    mapped = isinstance(wrong.reveal(), Mapping)
    shown = type(wrong.reveal()) if mapper_for(model).secrets else wrong.reveal()
    made = f": [{model.__name__}(**row) for row in rows]" if mapped else ""
    raise InvalidValue(model, "objects", shown, f"{model.__name__} objects{made}")


def several(call: str, values: Any, what: str = "objects") -> list[Any]:
    """Return the values that a call was given.

    Raises:
        TypeError: it was given something else than a list, or what else can be iterated.
    """
    if isinstance(values, (str, bytes, type)) or not isinstance(values, Iterable):
        raise TypeError(f"{call} takes a list of {what}, not {values!r:.100}")
    return list(values)


def mapping(call: str, values: Any) -> Mapping[str, Any]:
    """Return the values by field that a call was given; None means none.

    Raises:
        TypeError: it was given something else.
    """
    if values is None:
        return {}
    if not isinstance(values, Mapping) or not all(isinstance(name, str) for name in values):
        raise TypeError(f"{call} takes a dictionary of fields, not {values!r:.100}")
    return values


def create(session: UnitOfWork, items: list[R]) -> list[R]:
    """Create objects, in batches."""
    session.flush(items)
    return items


def field_names(model: type[Resource], names: Iterable[str]) -> list[str]:
    """Return the fields that names stand for: themselves, or a relation's foreign key.

    Raises:
        FieldError: no such field; the nearest right name is suggested.
        InvalidValue: one text was given where a list of names is meant.
    """
    if isinstance(names, (str, bytes)):
        raise InvalidValue(model, "fields", names, f"a list of names: [{names!r}]")
    mapper = mapper_for(model)
    found = []
    for name in several("fields=", names, "names"):
        if not isinstance(name, str):
            raise TypeError(f"fields= takes a list of names, and {name!r:.100} is none")
        via = getattr(model.relations.get(name), "via", None)
        if name not in mapper.fields and via is None:
            if name not in model.relations:
                raise mapper.unknown(name)
            reason = f"it has other rows: object.{name}.add(...), or .set(...)"
            raise FieldError(model, name, reason=reason)
        found.append(name if via is None else str(via))
    return found


def check(model: type[Resource], values: Mapping[str, Any]) -> None:
    """Set values on an object that is nobody's, so that a wrong one is told before rows change.

    What may be set on new rows only is told from row to row: one may have that value already.

    Raises:
        InvalidValue: a value has the wrong type, or is out of the field's bounds.
        ReadOnlyFieldError: only the API sets a field.
    """
    nobody = model()
    nobody._state.partial = True  # else null would be equal to what was never loaded
    for name, value in values.items():
        if not isinstance(value, Expression):
            setattr(nobody, name, value)
            continue
        mapped = mapper_for(model).field(name)
        if mapped.options.readonly:
            raise ReadOnlyFieldError(model, name, mapped.options.instead)
        if name in _STOCK:
            raise QueryError(
                f"{name} is stock, which orders take from meanwhile, and {value!r} would be "
                "written as a number: variant.stock += n and adjust_inventory(n) add to what is "
                "there"
            )
        for other in value.fields():
            readable(model, words(other))


def sources(values: Mapping[str, Any]) -> list[str]:
    """Return the fields that values are computed of."""
    expressions = [value for value in values.values() if isinstance(value, Expression)]
    return [name for value in expressions for name in value.fields()]


def _computed(item: Resource, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as they are for one object, whose row has just been read."""
    matcher = Matcher(mapper_for(type(item)), ())
    found = {}
    for name, value in values.items():
        if not isinstance(value, Expression):
            found[name] = value
            continue
        try:
            found[name] = value.of(lambda path: matcher.value(item._state.row, path))
        except (TypeError, ArithmeticError) as error:
            expected = f"values of {item!r} that can be computed with ({error})"
            raise InvalidValue(type(item), name, value, expected) from None
        if found[name] is None:
            expected = f"a value of each field in it, and {item!r} has none"
            raise InvalidValue(type(item), name, value, expected)
    return found


def assign(
    session: UnitOfWork,
    items: Sequence[Resource],
    values: Mapping[str, Any],
    fields: Collection[str] | None = None,
) -> CommitReport:
    """Set the same values on objects, and send what differs. Returns the report.

    An object whose values were refused has those that it had before: nobody may know that it is
    there, and the next commit would send them again.
    """
    before = {id(item): _values(item, field_names(type(item), values)) for item in items}
    computed = [(item, _computed(item, values)) for item in items]
    try:
        for item, own in computed:
            for name, value in own.items():
                setattr(item, name, value)
        return session.flush(items, fields=fields)
    except CommitError as error:
        for failure in error.report.failed:
            item = failure.object
            _restore(item, before.get(id(item), {}))
        raise
    except BcormError:  # nothing was sent
        for item in items:
            _restore(item, before[id(item)])
        raise


def _values(item: Resource, names: Iterable[str]) -> dict[str, tuple[Any, Any, bool]]:
    """Return what an object holds in some fields, as far as it was read or set."""
    state = item._state
    links, changed = state.links or {}, state.changed or ()
    return {
        name: (item.__dict__.get(name, _NOTHING), links.get(name), name in changed)
        for name in names
    }


def _restore(item: Resource, values: Mapping[str, tuple[Any, Any, bool]]) -> None:
    """Put back what an object held, in fields that were not saved since."""
    state = item._state
    for name, (value, link, changed) in values.items():
        if name not in (state.changed or ()):
            continue
        if value is _NOTHING:
            item.__dict__.pop(name, None)
        else:
            item.__dict__[name] = value
        if link is not None:
            state.links = {**(state.links or {}), name: link}
        elif state.links:
            state.links.pop(name, None)
        if not changed:
            state.changed.discard(name)


def may_be_taken(error: CommitError) -> bool:
    """Whether a create may have been refused because there is such a row.

    Some say 409 to that, some 422 (customers, webhooks, categories of trees).
    """
    return any(
        isinstance(failure.error, (Conflict, ValidationFailed)) for failure in error.report.failed
    )


def ignoring_case(model: type[Resource], lookups: Mapping[str, Any]) -> dict[str, Any]:
    """Return lookups that also find the rows whose names differ in nothing but their case."""
    endpoint = model.endpoint
    looser: dict[str, Any] = {}
    for name, value in lookups.items():
        if name not in endpoint.natural_key or not isinstance(value, str):
            looser[name] = value
            continue
        looser[f"{name}{SEPARATOR}iexact"] = value
        filter_ = endpoint.filters.get(name)
        if filter_ is not None and "icontains" in filter_.lookups:
            looser[f"{name}{SEPARATOR}icontains"] = value  # leaves little to compare here
    return looser


def is_narrowed(query: Query) -> bool:
    """Whether a query means less than the whole of its collection."""
    return bool(
        query.conditions
        or query.exclusions
        or query.unions
        or query.stop is not None
        or query.empty
    )


def delete(session: UnitOfWork, items: Sequence[Resource]) -> int:
    """Delete objects, in batches; returns how many were deleted."""
    for item in items:
        session.delete(item)
    saved = [item for item in items if item._state.session is session]  # the others were new
    return len(session.flush(saved).saved) if saved else 0


def empty(session: UnitOfWork, model: type[R], query: Query, items: Sequence[R]) -> int:
    """Delete a whole collection by its one request; returns how many of `items` are gone."""
    path = fill(model.endpoint.path, query.parents)
    key = model.endpoint.key
    keys = query if key is None else attrs.evolve(query, only=(key,), defer=())
    probe = Reader(model, attrs.evolve(keys, stop=_PROBE), session)
    before: list[R] | None = None
    while True:
        session.call("DELETE", path)
        first = probe.result().all()
        # Some collections are only emptied by the hundred, some keep a row for ever.
        if not first or first == before:
            break
        before = first
    left = {id(item) for item in Reader(model, keys, session).result().all()} if first else set()
    gone = [item for item in items if id(item) not in left]
    session.gone(gone)
    return len(gone)
