"""What a commit will send, and what came of it."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import attrs

from bcorm.exceptions import ApiError, AuthenticationError, ClientError, RateLimited, StateError
from bcorm.http.message import encode_query
from bcorm.model.idioms import PLAN, REPORT
from bcorm.model.mapper import mapper_for
from bcorm.model.masking import without_secrets
from bcorm.query.tables import table
from bcorm.synonyms import Guided

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bcorm.model.resource import Resource

_SHOWN = 50
# By which people know rows, in this order.
LABELS = ("display_name", "name", "label", "title", "email", "code", "sku", "key")
_BRACES = re.compile(r"\{\w+\}")

Kind = Literal["create", "update", "delete"]


@attrs.frozen(kw_only=True, eq=False)
class PlannedRequest:
    """One request that `commit()` would send.

    Attributes:
        kind: create, update or delete.
        method: the HTTP method.
        path: the path from the version on; the key of a parent that is new is a name in braces.
        params: query parameters.
        body: the JSON body, or None; it may hold `Pending` keys of unsaved objects.
        objects: the objects that it saves, in the order of the body's rows.
        sent: for each object, the wire names that the body carries for it.
        batch: whether the body (or the parameter) is a list.
    """

    kind: Kind
    method: str
    path: str
    params: Mapping[str, str]
    body: Any = attrs.field(repr=False)
    objects: tuple[Resource, ...]
    sent: tuple[frozenset[str], ...]
    batch: bool = False

    @property
    def url(self) -> str:
        """Path and query string, as a reader takes them: a parent that is new is named."""
        above = iter(_new_above(self.objects[0]) if "{" in self.path else ())
        path = _BRACES.sub(lambda braces: next(above, braces[0]), self.path)
        return f"{path}?{encode_query(self.params)}" if self.params else path

    @property
    def shown(self) -> Any:
        """The body as it may be shown: with `****` for passwords and other secrets."""
        return without_secrets(type(self.objects[0]), self.body)

    @property
    def json(self) -> str | None:
        """The body as JSON text, with `****` for its secrets; None where there is none."""
        if self.body is None:
            return None
        return json.dumps(self.shown, default=_plain, ensure_ascii=False)

    def __str__(self) -> str:
        body = self.json
        return f"{self.method} {self.url}" + (f" {body:.500}" if body else "")


def _new_above(item: Resource) -> list[str]:
    """Name the objects without a key below which an object is new, the uppermost first."""
    found: list[str] = []
    above = item._state.owner
    while above is not None:
        known = mapper_for(type(above)).fields
        label = next((name for name in LABELS if name in known), "")
        named = getattr(above, label, None) if label else None
        found.insert(0, f"(new {type(above).__name__}{'' if named is None else f' {named!r:.60}'})")
        above = above._state.owner
    return found


def _changes(request: PlannedRequest) -> Iterator[tuple[str, str, str, str]]:
    for item, wires in zip(request.objects, request.sent, strict=False):
        if request.kind == "delete":
            yield repr(item), "deleted", "", ""
            continue
        known = mapper_for(type(item)).wires
        for wire in sorted(wires & known.keys()):
            mapped = known[wire]
            old, new = item._state.row.get(wire), item.__dict__.get(mapped.name)
            before, after = f"{mapped.shown(old)!s:.100}", f"{mapped.shown(new)!s:.100}"
            yield repr(item), mapped.name, before, after
    if request.kind == "delete" and not request.sent:
        for item in request.objects:
            yield repr(item), "deleted", "", ""


def _requests(number: int) -> str:
    return f"{number} request{'' if number == 1 else 's'}"


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


@attrs.frozen(eq=False)
class RequestPlan(Guided):
    """The requests that `commit()` would send, in order. Iterable, and printable as a table."""

    _instead: ClassVar[Mapping[str, str]] = PLAN

    requests: tuple[PlannedRequest, ...]

    def __iter__(self) -> Iterator[PlannedRequest]:
        return iter(self.requests)

    def __len__(self) -> int:
        return len(self.requests)

    def __getitem__(self, index: int) -> PlannedRequest:
        return self.requests[index]

    @property
    def rows(self) -> list[tuple[str, str, str, str]]:
        """Method, URL, number of objects and body of each request, for a table."""
        return [(item.method, item.url, str(len(item.objects)), item.json or "") for item in self]

    @property
    def changes(self) -> list[tuple[str, str, str, str]]:
        """Object, field, old and new value of all that would be sent; of a delete, the object."""
        return [row for item in self for row in _changes(item)]

    def __repr__(self) -> str:
        rows = [
            f"{shown}: {what}" + (f" {old} -> {new}" if what != "deleted" else "")
            for shown, what, old, new in self.changes
        ]
        return "\n".join([f"<RequestPlan of {_requests(len(self))}>", *rows])

    def _repr_html_(self) -> str:
        caption = f"{_requests(len(self))} to send"
        return table(caption, ("object", "field", "old", "new"), self.changes)

    def __str__(self) -> str:
        if not self.requests:
            return "nothing to send"
        return "\n".join(
            f"{number:>3}  {method:<6} {url}  [{objects}]  {body:.160}".rstrip()
            for number, (method, url, objects, body) in enumerate(self.rows, 1)
        )


@attrs.frozen(eq=False)
class Failure(Guided):
    """An object that was not saved, or of which nobody knows whether it was.

    Attributes:
        object: the object; it is still dirty.
        error: what happened.
        errors: the server's messages, by field.
        request: the request that carried it; None if none was sent for it.
    """

    object: Resource
    error: Exception
    errors: Mapping[str, str] = attrs.field(factory=dict)
    request: PlannedRequest | None = None

    @property
    def temporary(self) -> bool:
        """Whether the object may be saved by trying again, without changing anything.

        True for quotas, outages and lost answers; False for what the API has refused, and for lost
        creates that nobody but the user can look for.
        """
        if isinstance(self.error, NotSent):
            return self.error.again
        if isinstance(self.error, ClientError):
            return isinstance(self.error, (AuthenticationError, RateLimited))
        return isinstance(self.error, ApiError)

    def __str__(self) -> str:
        return f"{self.object!r}: {self.error}"


class NotSent(StateError):
    """An object that was not sent, because it needs another one that was not saved.

    Attributes:
        again: whether it makes sense to try again without changing anything.
    """

    def __init__(self, why: str, *, again: bool) -> None:
        self.again = again
        super().__init__(why)


@attrs.define(eq=False)
class CommitReport(Guided):
    """The result of a commit. True if everything was saved.

    Attributes:
        saved: objects that the API has saved (or deleted).
        failed: objects that it refused; they are still dirty.
        unknown: objects whose request may or may not have taken effect; they are still dirty.
        unproven: saved ones of which the API would have said the same if it had not worked.
        unchecked: objects that `check` could not look at, because the API does not show their rows;
            they were sent all the same.
        sent: the requests that write, in order.
        requests: how many requests the commit took: those of `sent`, repeated ones included, and
            what it had to read, such as the versions that `check` compares, the companions of a
            PUT rule, and rows whose creation got no answer.
    """

    _instead: ClassVar[Mapping[str, str]] = REPORT

    saved: list[Resource] = attrs.field(factory=list)
    failed: list[Failure] = attrs.field(factory=list)
    unknown: list[Failure] = attrs.field(factory=list)
    unproven: list[Resource] = attrs.field(factory=list)
    unchecked: list[Resource] = attrs.field(factory=list)
    sent: list[PlannedRequest] = attrs.field(factory=list)
    requests: int = 0

    @property
    def temporary(self) -> bool:
        """Whether calling `commit()` again may save more, without changing anything."""
        return any(item.temporary for item in [*self.failed, *self.unknown])

    def __bool__(self) -> bool:
        return not self.failed and not self.unknown

    def __str__(self) -> str:
        head = (
            f"{len(self.saved)} saved, {len(self.failed)} failed, {len(self.unknown)} unknown, "
            f"{_requests(self.requests)}"
        )
        if self.unchecked:
            head += f", {len(self.unchecked)} could not be checked"
        if self.unproven:
            head += f", {len(self.unproven)} of which the API says the same of success and failure"
        return "\n".join([head, *(f"  {item}" for item in [*self.failed, *self.unknown])])

    def __repr__(self) -> str:
        return f"<CommitReport {str(self).splitlines()[0]}>"

    def _repr_html_(self) -> str:
        rows = [("failed", repr(item.object), str(item.error)) for item in self.failed]
        rows += [("unknown", repr(item.object), str(item.error)) for item in self.unknown]
        rows += [("saved", repr(item), "") for item in self.saved[:_SHOWN]]
        more = len(self.saved) - _SHOWN
        rows += [("saved", f"and {more} more", "")] if more > 0 else []
        return table(str(self).splitlines()[0], ("outcome", "object", "why"), rows)
