"""bcorm resources in starlette-admin: a view of one resource over the same seam as Django's.

    admin.add_view(StoreView(Product, client, fields=["name", "sku", "price", "is_visible"]))

Requests to the store run in threads, so that the event loop stays free. One session per page.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette_admin import fields as f
from starlette_admin.exceptions import ActionFailed, FormValidationError
from starlette_admin.filters import BaseFilter, FilterDataType, FilterRegistry
from starlette_admin.views import BaseModelView

from bcorm.contrib.backend import Backend, Question, fields_of, number_of, read_json
from bcorm.exceptions import ApiError, InvalidValue, QueryError, StateError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette_admin.filters import FilterGroup

    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource
    from bcorm.session import Client, CommitReport

_FIELDS: dict[Any, Any] = {
    bool: f.BooleanField,
    int: f.IntegerField,
    Decimal: f.DecimalField,
    datetime: f.DateTimeField,
    date: f.DateField,
    str: f.StringField,
}
# starlette-admin's word, its label, what it takes, bcorm's lookup.
_FILTERS = (
    ("eq", "Is", FilterDataType.STRING, "exact"),
    ("contains", "Contains", FilterDataType.STRING, "icontains"),
    ("gte", "At least", FilterDataType.STRING, "gte"),
    ("lte", "At most", FilterDataType.STRING, "lte"),
)
_LOOKUPS = {word: lookup for word, _label, _kind, lookup in _FILTERS}


class StoreView(BaseModelView):
    """The list, the detail page and the forms of one resource.

    Args:
        resource: the bcorm class.
        client: the store's client; it may be shared.
        fields: names of the fields to show.
        search: the bcorm lookup that takes what is typed into the search box, such as `keyword`;
            no search box where it is left out.
    """

    exporters = ()
    importers = ()

    def __init__(
        self,
        resource: type[Resource],
        client: Client,
        *,
        fields: Sequence[str],
        search: str | None = None,
    ) -> None:
        self.resource = resource
        self.client = client
        self.search = search
        self.pk_attr = resource.endpoint.key
        self.key = resource.__name__.lower()
        self.display_name = resource.__name__
        mapped = fields_of(resource)
        self.fields = [_field(mapped[name]) for name in (str(self.pk_attr), *fields)]
        self.sortable_fields = [name for name in fields if name in resource.endpoint.sort]
        self.searchable_fields = list(fields) if search else []
        natural = [name for name in (self.pk_attr, *fields) if name in resource.endpoint.sort]
        self.fields_default_sort = natural[:1]
        super().__init__()

    async def find_all(  # noqa: PLR0917 - as starlette-admin calls it
        self,
        request: Request,
        skip: int = 0,
        limit: int = 100,
        q: str | None = None,
        sorts: Sequence[tuple[str, str]] | None = None,
        filters: FilterGroup | None = None,
    ) -> Sequence[Any]:
        """Return a page; the same request to the store tells `count`."""
        order = [f"-{name}" if way == "desc" else name for name, way in sorts or ()]
        sortable = self.sortable_fields or ()
        question = Question(
            where=self._where(q, filters),
            order=tuple(name for name in order if name.lstrip("-") in sortable)[:1],
            start=skip,
            stop=skip + limit if limit > 0 else None,
        )
        page = await self._run(self._backend(request).page, question)
        request.state.bcorm_total = page.total
        return list(page.rows)

    async def count(
        self, request: Request, q: str | None = None, filters: FilterGroup | None = None
    ) -> int:
        """Return the total that came with the page."""
        total = getattr(request.state, "bcorm_total", None)
        if total is None:
            question = Question(where=self._where(q, filters))
            total = await self._run(self._backend(request).count, question)
        return int(total)

    async def find_by_pk(self, request: Request, pk: Any) -> Any:
        """Return one row, or None."""
        key = self._key(pk)
        return None if key is None else await self._run(self._backend(request).get, key)

    async def find_by_pks(self, request: Request, pks: list[Any]) -> Sequence[Any]:
        """Return rows by key, in as few requests as the API allows."""
        keys = [key for key in map(self._key, pks) if key is not None]
        where = ((f"{self.pk_attr}__in", keys),)
        return list(await self._run(self._backend(request).rows, Question(where=where)))

    async def create(self, request: Request, data: dict[str, Any]) -> Any:
        """Create a row. Raises FormValidationError with the store's words."""
        backend = self._backend(request)
        item = self.resource()
        self._set(item, {name: value for name, value in data.items() if not _is_empty(value)})
        backend.session.add(item)
        await self._save(backend, item)
        return item

    async def edit(self, request: Request, pk: Any, data: dict[str, Any]) -> Any:
        """Send what has changed of a row.

        Raises:
            FormValidationError: the store, or a field, does not take a value; with its words.
            HTTPException: 404 if the row is gone, 503 if the store does not answer.
        """
        backend = self._backend(request)
        item = await self.find_by_pk(request, pk)
        if item is None:
            raise HTTPException(404, f"the store has no {self.display_name} {pk!s:.40} any more")
        self._set(item, data)
        await self._save(backend, item)
        return item

    async def delete(self, request: Request, pks: list[Any]) -> int:
        """Delete rows, in batches where the API has them; returns how many.

        Raises:
            ActionFailed: the store has not let some of them go; with its words.
        """
        rows = await self.find_by_pks(request, pks)
        report = await self._run(self._backend(request).delete, *rows)
        if not report:
            raise ActionFailed("; ".join(map(str, (*report.failed, *report.unknown))))
        return len(report.saved)

    def get_filter_registry(self) -> FilterRegistry:
        """Offer those filters that the API has."""
        return _Filters(Backend(self.resource))

    def _backend(self, request: Request) -> Backend:
        if not hasattr(request.state, "bcorm"):
            request.state.bcorm = self.client.session(lane="interactive")
        return Backend(self.resource, request.state.bcorm)

    def _key(self, pk: Any) -> Any:
        """Return a row's key as the API has it; None for what can be none."""
        if fields_of(self.resource)[str(self.pk_attr)].annotation is not int:
            return pk
        return number_of(str(pk))

    def _where(self, q: str | None, filters: FilterGroup | None) -> tuple[tuple[str, Any], ...]:
        asked: list[tuple[str, Any]] = [(self.search, q)] if q and self.search else []
        rules: Sequence[Any] = filters.rules if filters is not None else ()
        for rule in rules:
            if not hasattr(rule, "field") or (filters and filters.logic != "and"):
                raise HTTPException(400, "the API cannot OR: ask twice")
            asked.append((f"{rule.field}__{_LOOKUPS[rule.filter]}", self._operand(rule)))
        where = tuple(asked)
        try:
            Backend(self.resource).check(Question(where=where))
        except (QueryError, InvalidValue) as error:
            raise HTTPException(400, str(error)) from None
        return where

    def _operand(self, rule: Any) -> Any:
        annotation = _plain_type(fields_of(self.resource)[rule.field].annotation)
        if annotation is bool:
            return str(rule.value).lower() in {"true", "1", "on", "yes"}
        try:
            return annotation(rule.value) if annotation in {int, Decimal} else rule.value
        except (ArithmeticError, ValueError):
            raise HTTPException(400, f"{rule.field}: {rule.value!r:.40} is no number") from None

    def _set(self, item: Any, data: dict[str, Any]) -> None:
        """Assign what was typed. An empty box means what the row had, if that was nothing."""
        errors: dict[str | int, Any] = {}
        mapped = fields_of(self.resource)
        for name, value in data.items():
            if _is_empty(value) and _is_empty(getattr(item, name)):
                continue
            text = value is None and mapped[name].annotation is str
            try:
                if isinstance(value, (dict, list)):  # what a box for JSON gives
                    setattr(item, name, read_json(self.resource, name, value))
                else:
                    setattr(item, name, "" if text else value)
            except StateError as error:
                errors[name] = getattr(error, "expected", str(error))
        if errors:
            raise FormValidationError(errors)

    async def _save(self, backend: Backend, item: Any) -> None:
        try:
            report: CommitReport = await self._run(backend.save, item)
        except InvalidValue as error:
            raise FormValidationError({error.field: f"expected {error.expected}"}) from None
        except StateError as error:
            raise FormValidationError({self.fields[1].name: str(error)}) from None
        for failure in (*report.failed, *report.unknown):
            wires = {field.wire: name for name, field in fields_of(self.resource).items()}
            said = {wires.get(wire, wire): text for wire, text in failure.errors.items()}
            shown = {field.name for field in self.fields}
            known: dict[str | int, Any] = {
                name: text for name, text in said.items() if name in shown
            }
            raise FormValidationError(known or {self.fields[1].name: str(failure.error)})

    @staticmethod
    async def _run(call: Any, *args: Any) -> Any:
        """Run a call to the store in a thread, and say its failures in HTTP."""
        try:
            return await run_in_threadpool(call, *args)
        except QueryError as error:
            raise HTTPException(400, str(error)) from error
        except ApiError as error:
            raise HTTPException(503, f"The store did not answer: {error.title}") from error


class _Filters(FilterRegistry):
    """Offers the filters of a field that the API applies itself."""

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self._backend = backend

    def filters_for(self, field: Any) -> list[type[BaseFilter]]:
        return [
            _filter(word, label, kind)
            for word, label, kind, lookup in _FILTERS
            if self._backend.filters(field.name, lookup)
        ]


def _filter(word: str, label: str, kind: Any) -> type[BaseFilter]:
    """Make a filter's description; the rule itself is what `StoreView` translates."""
    body = {"name": word, "label": label, "data_type": kind, "apply": lambda _self, ctx: ctx.query}
    return type(f"{word.title()}Filter", (BaseFilter,), body)


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value)


def _plain_type(annotation: Any) -> Any:
    """Return the type of `T | None`."""
    members = [item for item in get_args(annotation) if item is not type(None)]
    return members[0] if len(members) == 1 and get_origin(annotation) is not list else annotation


def _field(mapped: MappedField) -> Any:
    """Choose the field that shows and edits a value."""
    annotation = _plain_type(mapped.annotation)
    options = mapped.options
    given: dict[str, Any] = {
        "required": options.required,
        "read_only": options.readonly,
        "exclude_from_create": options.readonly,
        "exclude_from_edit": options.readonly or options.create_only,
    }
    if get_origin(annotation) is Literal:
        choices = [(item, str(item)) for item in get_args(annotation)]
        return f.EnumField(mapped.name, choices=choices, **given)
    kind = _FIELDS.get(annotation, f.JSONField)
    return kind(mapped.name, **given)
