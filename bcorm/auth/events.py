"""A webhook's payload as a typed event, with the object it speaks of one touch away.

The payload holds ids only. `Event.resource` loads the object through a resolver that the
caller brings (a session's, for the ORM), or `Event.fetch` its JSON through a client. Built by
`webhooks` from verified bodies and by `backfill` from rows that changed meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import BadResponse, ConfigurationError, ObjectDoesNotExist
from bcorm.http import jsontext
from bcorm.http.bounds import DELIVERY
from bcorm.http.jsontext import whole
from bcorm.http.message import join_path

from .errors import Malformed
from .scopes import BY_FAMILY, ScopeRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.http import ApiClient

_CHANNEL = re.compile(r"store/channel/(\d+)/(.+)")
_PRODUCER = re.compile(r"stores/([A-Za-z0-9_-]+)")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_LAST_SECOND = 253_402_300_799


@attrs.frozen
class ResourceRef:
    """An object named by its class and ids, not loaded.

    Attributes:
        name: Name of the resource class, such as `Product`.
        ids: Its ids, parents first; empty for the store itself.
        store_hash: The store it is in.
        row: Where the API has it.
    """

    name: str
    ids: tuple[int | str, ...]
    store_hash: str
    row: ScopeRow = attrs.field(repr=False)

    def fetch(self, client: ApiClient) -> Any:
        """Read its JSON.

        Raises:
            ObjectDoesNotExist: The API has no such object (any more).
            ApiError: The store refused.
        """
        if not self.row.path:
            raise ObjectDoesNotExist(f"the API has no path for {self.name} {self.ids}")
        if self.row.lookup:
            answer = client.get(self.row.path, params={self.row.lookup: self.ids[-1]})
            rows = [] if answer.data is None else answer.data
            if not isinstance(rows, list):
                raise BadResponse(
                    "a list was expected, and something else came",
                    status=answer.status,
                    method="GET",
                    path=self.row.path,
                    request_id=answer.request_id,
                    retry_safe=True,
                )
            if not rows:
                raise ObjectDoesNotExist(f"{self.name} {self.ids[-1]} does not exist")
            return rows[0]
        literals = self.row.path.split("/{}")
        path = literals[0]
        for literal, one in zip(literals[1:], self.ids, strict=True):
            path = join_path(path, one) + literal
        return client.get(path).data

    def load(self, session: Any, models: Any) -> Any:
        """Load it as an object of a session.

        Args:
            session: Where the object will live.
            models: Where its class is found by name: `bcorm`, or a module of one's own.

        Raises:
            ObjectDoesNotExist: It is gone, or `models` has no such class.
        """
        model = getattr(models, self.name, None)
        if model is None or not self.ids:
            raise ObjectDoesNotExist(f"{self.name} cannot be loaded by an id; use fetch(client)")
        names = _PLACEHOLDER.findall(model.endpoint.path)
        if model.endpoint.key is None:  # its path alone says which it is
            return model.objects.using(session).get(**dict(zip(names, self.ids, strict=True)))
        *above, key = self.ids
        if self.row.lookup:  # the list of all parents knows it
            return session.get(model, key)
        return session.get(model, key, **dict(zip(names, above, strict=True)))


Resolver = Callable[[ResourceRef], Any]


def session_resolver(session: Any, models: Any) -> Resolver:
    """Make the resolver that loads each event's object into a session.

    Args:
        session: Where the objects will live.
        models: Where their classes are found by name: `bcorm`, or a module of one's own.
    """
    return lambda ref: ref.load(session, models)


@attrs.define(slots=False, eq=False)
class Event:
    """Something that happened in a store.

    Attributes:
        scope: What happened, such as `store/order/statusUpdated`.
        store_hash: Where.
        data: The ids and details that the payload has.
        hash: What duplicates are recognised by.
        created_at: When (UTC), if the payload says so.
        store_id: The store's number, as text; not its hash.
        delivered: Whether it came as a webhook; False for what a backfill found.

    A `resolver` is what `resource` calls to load the object that the event is about.
    """

    scope: str
    store_hash: str
    data: Any
    hash: str
    created_at: datetime | None = None
    store_id: str = ""
    delivered: bool = True
    _resolver: Resolver | None = attrs.field(default=None, repr=False)

    @property
    def channel_id(self) -> int | None:
        """The channel of a channel scope (`store/channel/3/order/updated`)."""
        match = _CHANNEL.fullmatch(self.scope)
        return whole(match.group(1)) if match else None

    @property
    def family(self) -> str:
        """The scope without channel and last word: `store/order`."""
        return _plain(self.scope).rpartition("/")[0]

    @property
    def verb(self) -> str:
        """The last word of the scope: `created`, `updated`, `statusUpdated` and so on."""
        return _plain(self.scope).rpartition("/")[2]

    @property
    def row(self) -> ScopeRow | None:
        """What the scope table knows of this scope; None for one that it does not."""
        family = self.family
        known = BY_FAMILY.get(family)
        while known is None and family:
            family = family.rpartition("/")[0]
            above = BY_FAMILY.get(family)
            known = above if above is not None and above.below else None
        return known

    @property
    def ref(self) -> ResourceRef | None:
        """The object it speaks of, or None if scope or data do not tell."""
        row = self.row
        if row is None:
            return None
        ids = tuple(_dig(self.data, path) for path in row.ids)
        if any(one is None for one in ids):
            return None
        return ResourceRef(row.resource, ids, self.store_hash, row)  # type: ignore[arg-type]

    @property
    def resource(self) -> Any:
        """The object itself, loaded when first touched, then kept.

        Raises:
            ObjectDoesNotExist: The event names no object, or it is gone.
            ConfigurationError: No resolver was given to whoever made the event.
        """
        if "_loaded" not in self.__dict__:
            if self._resolver is None:
                raise ConfigurationError(
                    "event.resource needs a resolver, such as session_resolver(session, bcorm)"
                    " for WebhookReceiver; or use event.fetch(client)"
                )
            self.__dict__["_loaded"] = self._resolver(self._known_ref())
        return self.__dict__["_loaded"]

    def load(self, session: Any, models: Any) -> Any:
        """Load the object into a session, whatever the resolver.

        Args:
            session: Where the object will live.
            models: Where its class is found by name: `bcorm`, or a module of one's own.

        Raises:
            ObjectDoesNotExist: The event names no object, or it is gone.
        """
        return self._known_ref().load(session, models)

    def fetch(self, client: ApiClient) -> Any:
        """Read the object's JSON through a client, without the ORM.

        Raises:
            ObjectDoesNotExist: The event names no object, or it is gone.
            ApiError: The store refused.
        """
        return self._known_ref().fetch(client)

    def _known_ref(self) -> ResourceRef:
        ref = self.ref
        if ref is None:
            raise ObjectDoesNotExist(f"{self.scope} names no object")
        return ref


def parse_event(body: bytes, resolver: Resolver | None = None) -> Event:
    """Read a payload. It says nothing about who sent it: verify first.

    Args:
        body: The request's body.
        resolver: What `Event.resource` calls.

    Raises:
        Malformed: It is no event.
    """
    try:
        payload = jsontext.loads(body, DELIVERY)
    except ValueError:
        raise Malformed("the body is not JSON") from None
    if not isinstance(payload, dict):
        raise Malformed("the body is not an object")
    producer = _PRODUCER.fullmatch(_text(payload, "producer"))
    if producer is None:
        raise Malformed("producer is not stores/{hash}")
    return Event(
        scope=_text(payload, "scope"),
        store_hash=producer.group(1),
        data=payload.get("data") or {},
        hash=_text(payload, "hash"),
        created_at=_moment(payload.get("created_at")),
        store_id=str(payload.get("store_id") or ""),
        resolver=resolver,
    )


def _plain(scope: str) -> str:
    """Drop the channel of a channel scope; some price-list scopes end in a slash."""
    scope = scope.rstrip("/")
    match = _CHANNEL.fullmatch(scope)
    return f"store/{match.group(2)}" if match else scope


def _dig(data: Any, alternatives: str) -> int | str | None:
    for path in alternatives.split("|"):
        value = data
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        number = whole(value)  # metafield events spell the owner's number as text
        if number is not None:
            return number
        if isinstance(value, str) and value:
            return value
    return None


def _text(payload: Mapping[str, Any], name: str) -> str:
    value = payload.get(name)
    if not isinstance(value, str) or not value:
        raise Malformed(f"no {name} in the body")
    return value


def _moment(value: object) -> datetime | None:
    if type(value) is not int or not 0 <= value <= _LAST_SECOND:
        return None  # some deliveries have none
    return datetime.fromtimestamp(value, timezone.utc)
