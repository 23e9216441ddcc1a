"""A session per request, and one friendly page when the store does not answer.

A form of the admin that was being sent is kept on that page, and can be sent again: drawing the
form itself would have to read from the store.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import attrs
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.django.connections import find_client, opened
from bcorm.contrib.django.submissions import WrongStoreError
from bcorm.exceptions import (
    ApiError,
    AuthenticationError,
    ConnectionFailed,
    DeadlineExceeded,
    PermissionDenied,
    RateLimited,
    RequestTimeout,
    ServerError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

logger = logging.getLogger(__name__)


@attrs.frozen
class _Explanation:
    """What a person is told about one kind of failure, and with which status."""

    kind: type[ApiError]
    status: int
    title: str | Promise
    text: str | Promise


# The first row that fits; the last one fits all.
_EXPLANATIONS: Sequence[_Explanation] = (
    _Explanation(
        RateLimited,
        503,
        _("The store is busy"),
        _("It has been asked too much in a short time, and wants a moment's rest."),
    ),
    _Explanation(
        AuthenticationError,
        502,
        _("The store does not know this site"),
        _("It refuses the access token. Whoever runs this site has to set a new one."),
    ),
    _Explanation(
        PermissionDenied,
        502,
        _("The store does not let this site do that"),
        _("The access token lacks a permission (scope) for it."),
    ),
    _Explanation(
        ConnectionFailed,
        503,
        _("The store cannot be reached"),
        _("There is no connection to it right now. If you were saving, look whether it was saved."),
    ),
    _Explanation(
        DeadlineExceeded,
        503,
        _("The store is busy"),
        _("It had no time for this page, however long the page has waited."),
    ),
    _Explanation(
        RequestTimeout,
        503,
        _("The store does not answer"),
        _("It took too long. If you were saving, look whether it was saved before trying again."),
    ),
    _Explanation(
        ServerError,
        503,
        _("The store has a problem"),
        _("It answered with an error of its own, several times."),
    ),
    _Explanation(
        ApiError,
        502,
        _("The store's answer makes no sense"),
        _("It refused this page's request, or answered in a way that cannot be read."),
    ),
)


class StoreMiddleware:
    """Opens a bcorm session for each request, and explains failures of the store.

    A request for which `CLIENT_FOR` returns None gets no session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request within a session of its store."""
        client = find_client(request)
        if client is None:
            return self.get_response(request)
        with opened(client) as session:
            request.bcorm = session
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a failure of the store into one page, without a traceback.

        Args:
            request: what was asked of this site.
            error: what a view raised; None is returned for anything that is no `ApiError`.
        """
        if isinstance(error, WrongStoreError):
            title, text = _("Another store"), f"{error} {_('Nothing was sent.')}"
            return _shown(request, 409, {"title": title, "text": text})
        if not isinstance(error, ApiError):
            return None
        told = next(item for item in _EXPLANATIONS if isinstance(error, item.kind))
        # The error's own text holds no credential; the request id is what support asks for.
        logger.error("%s %s: %r", request.method, request.path, error)
        context = {"title": told.title, "text": told.text, "error": error}
        response = _shown(request, told.status, context)
        wait = getattr(error, "retry_after", None)
        if told.status == 503:
            response["Retry-After"] = str(max(1, round(wait or 30)))
        return response


def _shown(request: HttpRequest, status: int, context: dict[str, Any]) -> HttpResponse:
    """Render the page, with the form that was being sent."""
    return render(request, "bcorm/unavailable.html", {**context, **_kept(request)}, status=status)


# Parts of names of what is not written into a page again.
_PRIVATE = ("csrfmiddlewaretoken", "password", "secret", "token")

# What Django's own pages send besides fields.
_TOLD = ("action", "index", "post", "select_across")


def _kept(request: HttpRequest) -> dict[str, Any]:
    """Return what a form of the admin has sent, and what of it somebody has entered."""
    match = request.resolver_match
    if request.method != "POST" or match is None or "admin" not in match.app_names:
        return {}
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not any(word in name for word in _PRIVATE)
    ]
    before = {name.removeprefix("initial-"): value for name, value in sent if "initial-" in name}
    entered = [
        (_label(name), value)
        for name, value in sent
        if "initial-" not in name and value and value != _before(before, name)
        and not name.startswith("_") and not name.endswith("_FORMS") and name not in _TOLD
    ]  # fmt: skip
    return {"kept": sent, "entered": entered, "files": bool(request.FILES)}


def _before(before: dict[str, str], name: str) -> str | None:
    """Return what the form showed in a field; a ticked box says "on" for True."""
    shown = before.get(name)
    return "on" if shown == "True" else shown


def _label(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")
