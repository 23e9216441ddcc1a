"""Forms that have one effect, on the store that they were made for.

Each form that a page of ours shows carries a signed token: which store it is about, and a number
used once. A form that is sent twice, by a second click or by going back, leads to where its first
sending led; one that belongs to another store than the request is refused before anything is read.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core import signing
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from bcorm.contrib.django.connections import PATIENCE, configuration
from bcorm.model.unit_of_work import require_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

TOKEN = "_bcorm_form"  # noqa: S105 - the name of a form's field
"""The hidden field that carries a form's token."""

_SALT = "bcorm.contrib.django.submissions"
_KEPT = timedelta(days=2)
_LOOK = 0.1  # seconds between two looks at whether the first sending has ended
# Which button was pressed is no content: "Save", then "Save and continue editing", is one form.
_BUTTONS = frozenset(("_addanother", "_continue", "_save", "_saveasnew", "index"))


class WrongStoreError(Exception):
    """A page belongs to another store than the request is about; nothing was read or sent."""


def current_store() -> str:
    """Name the store of the current session, and its host unless that is BigCommerce's own.

    Raises:
        ConfigurationError: there is no session.
    """
    found: Any = require_session(None)
    return str(found.client.qualified_store_key)


def has_many_stores() -> bool:
    """Whether this site may show more than one store."""
    return not {"CLIENT_FOR", "STORES"}.isdisjoint(configuration())


def _knows_other_stores() -> bool:
    """Whether something in the database is of another store: this site had it, or has it too."""
    from bcorm.contrib.django.models import BulkRun, StoreEntry  # noqa: PLC0415

    here = ("", current_store())  # runs of before stores were noted say nothing
    return any(model.objects.exclude(store__in=here).exists() for model in (BulkRun, StoreEntry))


def form_token() -> str:
    """Return a new token for a form about the current store."""
    return signing.dumps([current_store(), secrets.token_urlsafe(12)], salt=_SALT)


def once(request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
    """Answer a request; a form that was sent already has no second effect.

    Args:
        request: what was asked; anything but a form is just answered.
        view: answers it.

    Raises:
        WrongStoreError: the form belongs to another store, or does not say to which where it may
            be another one.
    """
    if request.method != "POST":
        return view()
    key = _key(request)
    if key is None:
        return view()
    ends = time.monotonic() + configuration().get("PATIENCE", PATIENCE)
    while not _claim(key):
        led = _location(key)
        if led or time.monotonic() > ends:
            return _repeated(request, led or "")
        time.sleep(_LOOK)
    try:
        response = view()
    except BaseException:
        # What failed before anything was written may be sent again.
        session: Any = require_session(None)
        _settle(key, request.get_full_path() if session.stats.writes else "")
        raise
    _settle(key, _led_to(request, response))
    return response


def _led_to(request: HttpRequest, response: HttpResponse) -> str:
    """Return where a form led; nowhere, if it is shown again to be sent again."""
    told = getattr(response, "context_data", None) or {}
    if "popup_response_data" in told:  # Django's way to end a popup in which something was added
        return request.get_full_path()
    return str(response.get("Location", ""))


def check_form(request: HttpRequest) -> None:
    """Raise WrongStoreError if a form was sent that belongs to another store, or does not say."""
    if request.method == "POST":
        _key(request)


def check_store(store: str) -> None:
    """Raise WrongStoreError unless that is the current session's store."""
    current = current_store()
    if store != current:
        raise WrongStoreError(
            _("This page belongs to the store %(store)s; you are at the store %(current)s now.")
            % {"store": store, "current": current}
        )


def _key(request: HttpRequest) -> str | None:
    """Return what tells one sending from another; None where nothing does."""
    token = request.POST.get(TOKEN)
    if token is None:
        if has_many_stores() or _knows_other_stores():
            raise WrongStoreError(_("This form does not say which store it belongs to."))
        return None
    try:
        store, _number = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError):
        raise WrongStoreError(_("This form does not say which store it belongs to.")) from None
    check_store(store)
    digest = hashlib.sha256(token.encode())
    for name, values in sorted(request.POST.lists()):
        if name not in _BUTTONS and name not in {TOKEN, "csrfmiddlewaretoken"}:
            digest.update(repr((name, values)).encode())
    for name, file in sorted(request.FILES.items()):
        digest.update(repr((name, file.name)).encode())
        for part in file.chunks():
            digest.update(part)
        file.seek(0)
    return digest.hexdigest()


def _claim(key: str) -> bool:
    """Whether this is the first sending; the database decides, for all processes of the site."""
    from bcorm.contrib.django.models import Submission  # noqa: PLC0415 - models are made by now

    Submission.objects.filter(created_at__lt=timezone.now() - _KEPT).delete()
    try:
        with transaction.atomic():
            Submission.objects.create(key=key)
    except IntegrityError:
        return False
    return True


def _location(key: str) -> str | None:
    from bcorm.contrib.django.models import Submission  # noqa: PLC0415

    found = Submission.objects.filter(pk=key).values_list("location", flat=True).first()
    return None if found is None else str(found)


def _settle(key: str, location: str) -> None:
    """Note where a sending led; one that led nowhere may be repeated."""
    from bcorm.contrib.django.models import Submission  # noqa: PLC0415

    if location:
        Submission.objects.filter(pk=key).update(location=location)
    else:
        Submission.objects.filter(pk=key).delete()


def _repeated(request: HttpRequest, location: str) -> HttpResponse:
    if location:
        text = _("This form was sent twice; it was carried out once.")
        messages.info(request, text)
    else:
        text = _(
            "This form was sent already, and is still being carried out. Look what came of it."
        )
        messages.warning(request, text)
    return HttpResponseRedirect(location or request.get_full_path())
