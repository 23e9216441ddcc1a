"""Finding what changed while no webhook came.

After an outage or a deactivated hook, `backfill` reads the rows whose modification date lies
in the gap and makes the events that would have been delivered. What was deleted leaves no
row, so no event: compare ids for that.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import ConfigurationError, QueryError

from .events import Event, Resolver
from .listing import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bcorm.http import ApiClient

OVERLAP = timedelta(minutes=2)  # deliveries and row dates come from different clocks


@attrs.frozen
class BackfillRow:
    """A collection that can be asked what changed.

    Attributes:
        scope: The family of the events.
        path: The collection.
        since: Filter for the earliest modification.
        until: Filter for the latest.
        sort: Parameters that give an order which a change does not touch.
        after: The filter that starts the list at an id, where there is one.
    """

    scope: str
    path: str
    since: str = "date_modified:min"
    until: str = "date_modified:max"
    sort: Mapping[str, str] = attrs.field(factory=dict)
    after: str | None = None


# Collections whose specification declares a filter on the modification date.
BACKFILL_ROWS = (
    BackfillRow("store/product", "v3/catalog/products", sort={"sort": "id"}, after="id:min"),
    BackfillRow("store/customer", "v3/customers", sort={"sort": "date_created:asc"}),
    BackfillRow(
        "store/order",
        "v2/orders",
        "min_date_modified",
        "max_date_modified",
        sort={"sort": "id:asc"},
        after="min_id",
    ),
    BackfillRow("store/priceList", "v3/pricelists"),
    BackfillRow("store/channel", "v3/channels"),
    BackfillRow("store/subscriber", "v3/customers/subscribers"),
)
_BY_SCOPE = {row.scope: row for row in BACKFILL_ROWS}


def backfill(
    client: ApiClient,
    since: datetime,
    *,
    scopes: Sequence[str] = ("store/product", "store/order", "store/customer"),
    until: datetime | None = None,
    overlap: timedelta = OVERLAP,
    resolver: Resolver | None = None,
) -> Iterator[Event]:
    """Make the events of a gap, one per changed row, collection by collection.

    Rows created in the gap give `created`, others `updated`. The hash is made of scope,
    id and modification date, so that running it twice through the same
    `WebhookReceiver.dispatch` de-duplication finds the same events.

    Args:
        client: The store.
        since: The last moment that events are known to have come (aware).
        scopes: Families of `BACKFILL_ROWS`.
        until: The end of the gap; now if None.
        overlap: Reaches back further, because clocks differ.
        resolver: What `Event.resource` calls.

    Raises:
        QueryError: A scope has no collection that can be asked.
        ConfigurationError: A moment has no time zone.
        ApiError: The store refused.
    """
    end = datetime.now(timezone.utc) if until is None else until
    if since.tzinfo is None or end.tzinfo is None:
        raise ConfigurationError("since and until need a time zone")
    for scope in scopes:
        if scope not in _BY_SCOPE:
            raise QueryError(f"{scope} cannot be asked for what changed; {sorted(_BY_SCOPE)} can")
    for scope in scopes:
        source = _BY_SCOPE[scope]
        params = {source.since: _iso(since - overlap), source.until: _iso(end), **source.sort}
        for row in rows(client, source.path, params, after=source.after):
            yield _event(client.store_key, scope, row, since - overlap, resolver)


def _event(
    store_hash: str, scope: str, row: dict[str, Any], since: datetime, resolver: Resolver | None
) -> Event:
    modified, created = _read(row.get("date_modified")), _read(row.get("date_created"))
    verb = "created" if created is not None and created >= since else "updated"
    kind = scope.rpartition("/")[2]
    data = {"price_list_id": row["id"]} if kind == "priceList" else {"type": kind, "id": row["id"]}
    identity = f"{store_hash}|{scope}|{row['id']}|{row.get('date_modified')}"
    return Event(
        scope=f"{scope}/{verb}",
        store_hash=store_hash,
        data=data,
        hash=hashlib.sha1(identity.encode(), usedforsecurity=False).hexdigest(),
        created_at=modified or created,
        delivered=False,
        resolver=resolver,
    )


def _iso(moment: datetime) -> str:
    # Always with the time: the store completes a bare date with the present time of day.
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(text: object) -> datetime | None:
    if not isinstance(text, str) or not text:
        return None
    try:
        if text[:1].isdigit():
            moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        else:
            moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, LookupError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
