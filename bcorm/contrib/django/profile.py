"""What pages know of their store: its name, its currency, its units and its time zone.

The store tells it with two requests (`GET /v2/store`, `GET /v3/catalog/trees`). Django's cache
keeps the answers for an hour, so that a page costs none. What a store does not tell, its pages do
without.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

import attrs
from django.core.cache import cache

from bcorm.contrib.django import submissions
from bcorm.exceptions import ApiError, PermissionDenied
from bcorm.model.unit_of_work import require_session

if TYPE_CHECKING:
    from django.http import HttpRequest

_KEPT = 3600  # seconds; what a store is called and counts in hardly ever changes
_SILENT = 60  # seconds without a further question after a store has not answered
_PATIENCE = 3.0  # seconds that a page waits for it


@attrs.frozen(kw_only=True)
class Profile:
    """A store, as its pages speak of it. Whatever it does not tell is empty.

    Attributes:
        name: what it is called.
        currency: its default currency, ISO 4217.
        time_zone: the IANA name of its time zone.
        address: where its storefront is.
        weight_unit, length_unit: what weights and lengths are given in, such as "ounces".
        site: the key of its default channel's site.
        tree: the key of that channel's category tree.
    """

    name: str = ""
    currency: str = ""
    time_zone: str = ""
    address: str = ""
    weight_unit: str = ""
    length_unit: str = ""
    site: int | None = None
    tree: int | None = None

    @property
    def zone(self) -> ZoneInfo | None:
        """The time zone; None where it is not known."""
        try:
            return ZoneInfo(self.time_zone) if self.time_zone else None
        except (ValueError, OSError, LookupError):  # no name of a zone that this machine has
            return None

    @property
    def place(self) -> str:
        """The time zone as people read it."""
        return self.time_zone.replace("_", " ")

    def told(self, text: str) -> str:
        """Put what the store counts in into a declaration's text.

        Args:
            text: such as "Its price, in the store's currency."
        """
        for words, unit in (
            ("the store's currency", self.currency),
            ("the store's unit of weight", self.weight_unit),
            ("the store's unit of length", self.length_unit),
        ):
            text = text.replace(words, unit) if unit else text
        return text


_UNKNOWN = Profile()
# What a page has read already.
_read: WeakKeyDictionary[Any, Profile] = WeakKeyDictionary()


def profile_of(request: HttpRequest | None) -> Profile:
    """Return the profile of the store that a page is about; the middleware has asked for it.

    Args:
        request: the page's request.
    """
    found: Profile = getattr(request, "bcorm_profile", _UNKNOWN)
    return found


def read_profile() -> Profile:
    """Return the profile of the current session's store, from the cache if it is there.

    Raises:
        ConfigurationError: there is no session.
    """
    session = require_session(None)
    if session in _read:
        return _read[session]
    key = f"bcorm.profile.{hashlib.sha256(submissions.current_store().encode()).hexdigest()}"
    known = cache.get(key)
    if known is None:
        known, seconds = _asked()
        cache.set(key, known, seconds)
    found = _read[session] = Profile(**known)
    return found


def _asked() -> tuple[dict[str, Any], int]:
    """Ask the store; what it says, and for how many seconds that holds."""
    session: Any = require_session(None)
    client = session.client
    try:
        answer = client.request("GET", "v2/store", deadline=_PATIENCE, lane="interactive")
    except ApiError as error:
        return {}, _KEPT if isinstance(error, PermissionDenied) else _SILENT
    row = answer.data if isinstance(answer.data, dict) else {}
    zone = row.get("timezone")
    return {
        "name": _text(row.get("name")),
        "currency": _text(row.get("currency")),
        "time_zone": _text(zone.get("name")) if isinstance(zone, dict) else "",
        "address": _text(row.get("secure_url")),
        "weight_unit": _text(row.get("weight_units")).lower(),
        "length_unit": _text(row.get("dimension_units")).lower(),
        "site": _key(row.get("default_site_id")),
        "tree": _tree(client, _key(row.get("default_channel_id"))),
    }, _KEPT


def _tree(client: Any, channel: int | None) -> int | None:
    """Ask which category tree a channel shows; None where the store does not tell."""
    asked = {} if channel is None else {"channel_id:in": channel}
    try:
        rows = client.request(
            "GET", "v3/catalog/trees", params=asked, deadline=_PATIENCE, lane="interactive"
        ).data
    except ApiError:
        return None
    return _key(rows[0].get("id")) if isinstance(rows, list) and rows else None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _key(value: Any) -> int | None:
    return value if isinstance(value, int) else None
