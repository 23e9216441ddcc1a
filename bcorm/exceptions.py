"""Every error and warning that bcorm raises, in one tree.

`bcorm.auth` adds its own `AuthError`, and `bcorm.http.graphql` its `GraphQLError`, an `ApiError`.
This module imports nothing of ours, so that every other one can raise from here::

    BcormError
    ├── ConfigurationError (ValueError)    credentials, URL, settings, no current session
    ├── DeclarationError (TypeError)       a resource class that cannot be right
    ├── QueryError (ValueError)            a question that cannot be asked
    │   ├── FieldError                       no such field
    │   ├── UnsupportedLookup                no such lookup on this field
    │   ├── FullScanRefused                  strict session: would read every row
    │   ├── LazyLoadRefused                  strict session: would load behind your back
    │   └── UnfilteredDelete                 would empty a whole collection
    ├── ObjectDoesNotExist (LookupError)   each model derives its DoesNotExist from it
    ├── MultipleObjectsReturned            each model derives its own from it
    ├── StateError                         an object that cannot do that now
    │   ├── DetachedError                    it belongs to no session
    │   ├── ReadOnlyFieldError (AttributeError)
    │   ├── InvalidValue (ValueError)
    │   ├── StaleObjectError                 the store has changed or lost it
    │   └── PutRuleViolation                 the PUT would destroy what it leaves out
    ├── JournalFailed                      the journal cannot be written; nothing more was sent
    ├── PagesShifted                       the list moved while it was being read
    ├── CommitError                        carries the report of what was saved
    └── ApiError                           everything that comes from the wire
        ├── ConnectionFailed                 no connection; nothing was sent, or it broke
        ├── RequestTimeout                   connected, no answer in time
        ├── DeadlineExceeded                 the caller's own deadline, waits included
        ├── UnknownOutcome                   a write whose answer was lost
        ├── BadResponse                      an answer that cannot be read
        ├── RedirectRefused                  3xx: a token never follows a redirect
        ├── ClientError                      4xx
        │   ├── BadRequest 400        ├── AuthenticationError 401
        │   ├── PermissionDenied 403  ├── NotFound 404
        │   ├── Conflict 409          ├── PayloadTooLarge 413
        │   └── ValidationFailed 422  └── RateLimited 429
        └── ServerError                      5xx
            └── ServiceUnavailable             503

    BcormWarning (UserWarning): FullScanWarning, PageShiftWarning, DriftWarning,
    UnsavedChangesWarning

Values are kept as attributes and the text is built from them. Every error survives
`pickle` and `copy`, and none of them ever holds a credential.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.model.report import CommitReport

_LISTED = 5  # failures spelled out in a message; the rest is a number
_SHOWN = 300  # characters of one foreign value in a message


def _shorten(text: str, limit: int = _SHOWN) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _name_of(model: object) -> str:
    return model if isinstance(model, str) else getattr(model, "__name__", str(model))


def _rebuild(cls: type[BcormError], args: tuple[Any, ...], state: dict[str, Any]) -> BcormError:
    """Restore a pickled error without running its `__init__`."""
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


class BcormError(Exception):
    """Base of everything that bcorm raises."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({_shorten(str(self))!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # The default rebuilds with cls(*args), which keyword-only constructors refuse.
        return _rebuild, (type(self), self.args, dict(self.__dict__))


class ConfigurationError(BcormError, ValueError):
    """Credentials, a URL or a setting are wrong, or there is no current session."""


class DeclarationError(BcormError, TypeError):
    """A resource class says something that cannot be right: raised where the class is made."""


class QueryError(BcormError, ValueError):
    """A query that cannot be asked; nothing was sent."""


class FieldError(QueryError):
    """A name that the model does not have.

    Attributes:
        model: Name of the model.
        name: The name that was asked for.
        suggestion: The nearest right name, if one is near.
        reason: What the name is instead, if it is something else.
    """

    def __init__(
        self, model: object, name: str, suggestion: str | None = None, reason: str | None = None
    ) -> None:
        self.model = _name_of(model)
        self.name = name
        self.suggestion = suggestion
        self.reason = reason
        super().__init__()

    def __str__(self) -> str:
        hint = f"; did you mean {self.suggestion!r}?" if self.suggestion else ""
        hint = f": {self.reason}" if self.reason else hint
        return f"{self.model} has no field {_shorten(self.name)!r}{hint}"


class UnsupportedLookup(QueryError):
    """A lookup that does not exist, or that this field does not take."""


class FullScanRefused(QueryError):
    """A strict session was asked for something that reads every row of a collection."""


class LazyLoadRefused(QueryError):
    """A strict session was asked to load behind the caller's back."""


class UnfilteredDelete(QueryError):
    """A delete of a whole collection without `everything=True`."""


class ObjectDoesNotExist(BcormError, LookupError):
    """No row matches; models derive their `DoesNotExist` from it."""


class MultipleObjectsReturned(BcormError):
    """More than one row matches; models derive their own class from it."""


class StateError(BcormError):
    """An object that cannot do that in the state it is in."""


class DetachedError(StateError):
    """The object belongs to no session, and there is no current one to join."""


class ReadOnlyFieldError(StateError, AttributeError):
    """A field that only the store can set.

    Args:
        model: The class, or its name.
        field: Name of the field.
        reason: Why, for the message.

    Attributes:
        model: Name of the model.
        field: Name of the field.
    """

    def __init__(self, model: object, field: str, reason: str = "") -> None:
        self.model = _name_of(model)
        self.field = field
        self.reason = reason
        super().__init__()

    def __str__(self) -> str:
        because = f": {self.reason}" if self.reason else ""
        return f"{self.model}.{self.field} is read-only{because}"


class InvalidValue(StateError, ValueError):
    """A value that a field, or a place in a URL, cannot hold.

    Attributes:
        model: Name of the model (or of what takes its place).
        field: Name of the field.
        value: What was given.
        expected: What would be right, in words.
    """

    def __init__(self, model: object, field: str, value: object, expected: str) -> None:
        self.model = _name_of(model)
        self.field = field
        self.value = value
        self.expected = expected
        super().__init__()

    def __str__(self) -> str:
        shown = _shorten(repr(self.value))
        return f"{self.model}.{self.field} cannot be {shown}: expected {self.expected}"


class StaleObjectError(StateError):
    """The store has changed or removed the object since it was loaded."""


class PutRuleViolation(StateError):
    """The PUT would destroy what it leaves out, and the companions are not known."""


class JournalFailed(BcormError):
    """The journal cannot be written, so that nothing more is sent: a crash could double it."""


class PagesShifted(BcormError):
    """The list moved while it was being read, and rows may be missing or repeated."""


class CommitError(BcormError):
    """Not everything was saved; what was not is still dirty, and commit() resumes.

    Attributes:
        report: What was saved, what failed and why, and what is unknown.
    """

    def __init__(self, report: CommitReport) -> None:
        self.report = report
        super().__init__()

    def __str__(self) -> str:
        failed, unknown = list(self.report.failed), list(self.report.unknown)
        lines = [f"{len(failed)} failed, {len(unknown)} unknown"]
        rows = [*failed, *unknown]
        lines += [f"  {_shorten(str(row))}" for row in rows[:_LISTED]]
        if len(rows) > _LISTED:
            lines.append(f"  … and {len(rows) - _LISTED} more, see .report")
        return "\n".join(lines)


class ApiError(BcormError):
    """An answer that is an error, or no answer at all.

    Attributes:
        status: HTTP status, or None without an answer.
        method: HTTP method of the request.
        path: Path below the store, such as `v3/catalog/products`; never host or query.
        request_id: The server's `X-Request-Id`, for BigCommerce's support.
        errors: Field errors, flattened: `{"variants.0.sku": "must be unique"}`.
        title: What happened, in the server's words or ours.
        body: The parsed body, its text if it is not JSON, or None.
        headers: Response headers without anything secret.
        retry_safe: Whether sending the same request again can do no harm.
        retry_after: Seconds that the server asks to wait, or None.
        sent: Whether the request may have reached the server at all.
    """

    def __init__(
        self,
        title: str = "",
        *,
        status: int | None = None,
        method: str = "",
        path: str = "",
        request_id: str | None = None,
        errors: Mapping[str, str] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        retry_safe: bool = False,
        retry_after: float | None = None,
        sent: bool = True,
    ) -> None:
        self.title = title
        self.status = status
        self.method = method
        self.path = path
        self.request_id = request_id
        self.errors: dict[str, str] = dict(errors or {})
        self.body = body
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.retry_safe = retry_safe
        self.retry_after = retry_after
        self.sent = sent
        super().__init__()

    def __str__(self) -> str:
        where = " ".join(part for part in (self.method, _shorten(self.path)) if part)
        what = " ".join(
            part for part in (str(self.status) if self.status else "", _shorten(self.title)) if part
        )
        text = ": ".join(part for part in (where, what or type(self).__name__) if part)
        listed = list(self.errors.items())
        details = [f"{_shorten(name)}: {_shorten(told)}" for name, told in listed[:_LISTED]]
        if len(listed) > _LISTED:
            details.append(f"… and {len(listed) - _LISTED} more")
        if details:
            text += f" ({'; '.join(details)})"
        if self.request_id:
            text += f" [request {self.request_id}]"
        return text


class ConnectionFailed(ApiError):
    """There was no connection, or it broke before the answer was complete."""


class RequestTimeout(ApiError):
    """The connection stood, but no answer came in time."""


class DeadlineExceeded(ApiError):
    """The caller's own deadline passed, waits and retries included."""


class UnknownOutcome(ApiError):
    """A write that may or may not have taken effect: its answer was lost.

    Attributes:
        cause: The error that the last attempt ended in.
    """

    cause: ApiError | None = None


class BadResponse(ApiError):
    """An answer that cannot be read: truncated, not JSON, or badly encoded."""


class RedirectRefused(ApiError):
    """The server points elsewhere; a token never follows a redirect."""


class ClientError(ApiError):
    """The request is at fault (4xx)."""


class BadRequest(ClientError):
    """400: the request is malformed, or (V2) a value is invalid."""


class AuthenticationError(ClientError):
    """401: the token is missing or wrong."""


class PermissionDenied(ClientError):
    """403: the token lacks a scope, or the plan a feature."""


class NotFound(ClientError):
    """404: there is no such thing."""


class Conflict(ClientError):
    """409: a name or key is taken, or a version is outdated."""


class PayloadTooLarge(ClientError):
    """413: too many objects in one request, or too large a page."""


class ValidationFailed(ClientError):
    """422: the data is invalid; `errors` says where."""


class RateLimited(ClientError):
    """429: the quota of the window is used up, or too many requests run at once."""


class ServerError(ApiError):
    """The server is at fault (5xx)."""


class ServiceUnavailable(ServerError):
    """503: overload, maintenance, or a suspended store."""


class BcormWarning(UserWarning):
    """Base of bcorm's warnings."""


class FullScanWarning(BcormWarning):
    """A condition is evaluated here, while paging through the whole collection."""


class PageShiftWarning(BcormWarning):
    """The list moved while it was being read."""


class DriftWarning(BcormWarning):
    """The API and this version of the library disagree about a shape."""


class UnsavedChangesWarning(BcormWarning):
    """The block of a session ended with changes that nobody has saved or given up."""
