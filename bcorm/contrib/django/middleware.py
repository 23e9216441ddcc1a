"""A session per request, the store's time zone on its pages, and one page when it does not answer.

A form of the admin that was being sent is kept on that page, and can be sent again: drawing the
form itself would have to read from the store.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import attrs
from django.conf import settings
from django.contrib import admin
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.django.connections import find_client, opened
from bcorm.contrib.django.history import entries_shown
from bcorm.contrib.django.profile import read_profile
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
from bcorm.model.unit_of_work import current

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

    A request for which `CLIENT_FOR` returns None gets no session. Pages of the admin know their
    store's profile, and show times as its clocks do, unless a middleware above has chosen a zone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request within a session of its store."""
        client = find_client(request)
        if client is None:
            return self.get_response(request)
        # What a page makes of the time zone ends with it.
        with current(opened(client)) as session, timezone.override(timezone.get_current_timezone()):
            request.bcorm = session
            return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Have the admin's pages know what their store is called, and what time it is there.

        Args:
            request: whose address has been resolved.
        """
        match = request.resolver_match
        if match is None or "admin" not in match.app_names or not hasattr(request, "bcorm"):
            return
        if not getattr(getattr(request, "user", None), "is_staff", False):
            return
        request.bcorm_profile = profile = read_profile()
        chosen = timezone.get_current_timezone_name() != timezone.get_default_timezone_name()
        if settings.USE_TZ and profile.zone is not None and not chosen:
            timezone.activate(profile.zone)

    def process_template_response(self, request: HttpRequest, response: Any) -> Any:
        """Leave actions at other stores out of the admin's list of recent actions.

        Args:
            request: what is asked.
            response: a page of the admin, or another one, before it is drawn.
        """
        del request
        context = response.context_data or {}
        if "log_entries" in context:
            context["log_entries"] = entries_shown(context["log_entries"])
        return response

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
    site = {"site_header": admin.site.site_header, "site_title": admin.site.site_title}
    page = {**site, **context, **_kept(request)}
    return render(request, "bcorm/unavailable.html", page, status=status)


# Parts of names of what is not written into a page again.
_PRIVATE = ("csrfmiddlewaretoken", "password", "secret", "token")

# What Django's own pages send besides fields.
_TOLD = ("action", "index", "post", "select_across")

# Hidden fields of rows below a row: their own key and the one above.
_KEYS = frozenset(("customer", "id", "order", "product", "product_option"))


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
    shown: dict[str, list[str]] = {}
    entered: dict[str, list[str]] = {}
    for name, value in sent:
        found = shown if "initial-" in name else entered
        found.setdefault(name.replace("initial-", "", 1), []).append(value)
    told = [
        (_label(name), ", ".join(values))
        for name, values in entered.items()
        if _is_entry(name) and _is_other(values, shown.get(name), new=not shown)
    ]
    return {"kept": sent, "entered": told, "files": bool(request.FILES)}


def _is_entry(name: str) -> bool:
    """Whether a field is one that somebody fills in, rather than the page's own bookkeeping."""
    part = name.rpartition("-")[2]
    row = name.count("-") >= 2
    book = name.startswith("_") or name.endswith("_FORMS") or "__prefix__" in name
    return not book and name not in _TOLD and not (row and part in _KEYS)


def _is_other(values: list[str], shown: list[str] | None, *, new: bool) -> bool:
    """Whether what was sent differs from what the form showed; a ticked box says "on" for True."""
    if shown is None:
        return any(values) and (new or values != ["on"])
    text = ",".join(shown).replace(" ", "")
    return ",".join(values).replace(" ", "") != ("on" if text == "True" else text)


def _label(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")
