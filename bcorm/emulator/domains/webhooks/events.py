"""What happened in a request, in the words of webhooks: scopes and their data, as a table.

A document's change is an event only in a request that is about such documents: an update of a
product changes its base variant too, and live stores tell of the product alone. Which fields
count, and what the data holds, is told by the descriptions in `webhooks.v3.yml` and by what live
stores sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from bcorm.emulator import jsontext
from bcorm.emulator.resource import plain

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Change

_DATES = ("date_modified", "updated_at", "date_created")


class Event(NamedTuple):
    """A scope and the `data` of its payload."""

    scope: str
    data: dict[str, Any]


class Changed(NamedTuple):
    """A change with its documents parsed; `doc` is the newest there is."""

    change: Change
    before: Doc
    after: Doc

    @property
    def doc(self) -> Doc:
        """The document as it is, or as it last was."""
        return self.after or self.before

    @property
    def names(self) -> set[str]:
        """The fields whose values are others now, dates that follow from it aside."""
        named = {*self.before, *self.after} - {*_DATES}
        return {name for name in named if self.before.get(name) != self.after.get(name)}


@dataclass(frozen=True)
class Special:
    """A scope of its own for the change of one field.

    Attributes:
        field: the field, and the value that counts if only one does.
        scope: what is told. by_order: what is told instead when an order is the reason.
        more: what the data holds besides what the watch says.
    """

    field: str
    scope: str
    more: Callable[[Changed], dict[str, Any]]
    by_order: str = ""
    value: Any = None


@dataclass(frozen=True)
class Watch:
    """Documents whose changes are told.

    Attributes:
        collection: their table.
        base: the scopes without their last word. kind: the `type` of the data.
        paths: the operations that are about them, without placeholders, besides those at the
            table's own name; `*` for all that begin so.
        verbs: the last words for a new, a changed and a deleted document; `-` is not told.
        ignored: fields that nobody is told about.
        data: the data besides type and id. key: the field that is the id, when `id` is not.
        specials: fields with a scope of their own.
    """

    collection: str
    base: str
    kind: str
    paths: Sequence[str] = ()
    verbs: str = "created updated deleted"
    ignored: Sequence[str] = ()
    data: Callable[[Changed], dict[str, Any]] | None = None
    key: str = ""
    specials: Sequence[Special] = ()

    def is_about(self, path: str) -> bool:
        """Whether an operation's path means these documents."""
        return any(
            path.startswith(known[:-1]) if known.endswith("*") else path == known
            for known in (self.collection, *self.paths)
        )


def _sku(changed: Changed) -> dict[str, Any]:
    change = changed.change
    return {"sku": {"product_id": change.parent, "variant_id": change.id}}


def _product_stock(changed: Changed) -> dict[str, Any]:
    value = changed.after["inventory_level"]
    key = changed.change.id
    return {"inventory": {"product_id": key, "method": "absolute", "value": value}}


def _sku_stock(changed: Changed) -> dict[str, Any]:
    change, value = changed.change, changed.after["inventory_level"]
    stock = {"product_id": change.parent, "method": "absolute", "value": value}
    return {"inventory": {**stock, "variant_id": change.id}, "sku": None}


def _status(changed: Changed) -> dict[str, Any]:
    names = {"previous_status_id": changed.before, "new_status_id": changed.after}
    return {"status": {name: doc["status_id"] for name, doc in names.items()}}


def _nothing_more(_changed: Changed) -> dict[str, Any]:
    return {}


def _refund(changed: Changed) -> dict[str, Any]:
    return {"id": changed.doc["order_id"], "refund": {"refund_id": changed.change.id}}


def _stock(base: str, more: Callable[[Changed], dict[str, Any]]) -> Special:
    scope = f"{base}/inventory/updated"
    return Special("inventory_level", scope, more, f"{base}/inventory/order/updated")


_SALES = ("v2/orders", "v3/checkouts/orders")
_STOCK_PATHS = ("v3/inventory/*", *_SALES)

WATCHES = (
    Watch(
        "v3/catalog/products",
        "store/product",
        "product",
        paths=("v2/products", *_STOCK_PATHS),
        ignored=("mpn", "gtin", "tax_provider_tax_code"),
        specials=(_stock("store/product", _product_stock),),
    ),
    Watch(
        "v3/catalog/products/variants",
        "store/sku",
        "sku",
        paths=("v3/catalog/variants", "v2/products/skus", *_STOCK_PATHS),
        data=_sku,
        key="sku_id",
        specials=(_stock("store/sku", _sku_stock),),
    ),
    Watch(
        "v3/catalog/categories",
        "store/category",
        "category",
        paths=("v3/catalog/trees/categories", "v2/categories"),
    ),
    Watch("v3/channels", "store/channel", "channel", verbs="created updated -"),
    Watch("v3/customers", "store/customer", "customer", paths=("v2/customers",)),
    Watch(
        "v3/customers/addresses",
        "store/customer/address",
        "customer",
        paths=("v2/customers/addresses",),
        data=lambda changed: {"address": {"customer_id": changed.doc["customer_id"]}},
    ),
    Watch("v3/customers/subscribers", "store/subscriber", "subscriber"),
    Watch(
        "v2/orders",
        "store/order",
        "order",
        paths=("v2/orders*", "v3/orders*", "v3/checkouts/orders"),
        verbs="created updated -",
        specials=(
            Special("status_id", "store/order/statusUpdated", _status),
            Special("is_deleted", "store/order/archived", _nothing_more, value=True),
        ),
    ),
    Watch(
        "v3/orders/payment_actions/refunds",
        "store/order/refund",
        "order",
        verbs="created - -",
        data=_refund,
    ),
    Watch(
        "v2/orders/shipments",
        "store/shipment",
        "shipment",
        data=lambda changed: {"orderId": changed.change.parent},
    ),
    Watch("v3/carts", "store/cart", "cart", paths=("v3/carts*", "v3/checkouts*")),
)
# Settings are documents of one table: only the store's own profile is told about.
PROFILE = "v3/settings/store/profile"


def events_of(path: str, changes: Iterable[Change]) -> Iterator[Event]:
    """Yield what is to be told of the changes that one request made.

    Args:
        path: the path template of the request's operation.
        changes: what it changed, in order.
    """
    place = plain(path)
    for change in merged(changes):
        if change.collection == "settings":
            if change.id == PROFILE and change.before != change.after:
                yield Event("store/information/updated", {"type": "store"})
            continue
        for watch in WATCHES:
            if watch.collection == change.collection and watch.is_about(place):
                yield from _told(watch, parsed(change), by_order=place in _SALES)


def merged(changes: Iterable[Change]) -> list[Change]:
    """One change per document, from what it first was to what it is at the end."""
    merged: dict[tuple[str, Any], Change] = {}
    for change in changes:
        key = (change.collection, change.id)
        before = merged[key].before if key in merged else change.before
        merged[key] = change._replace(before=before)
    return [item for item in merged.values() if item.before is not None or item.after is not None]


def parsed(change: Change) -> Changed:
    """A change with its documents read."""
    before, after = (
        {} if text is None else jsontext.loads(text) for text in (change.before, change.after)
    )
    return Changed(change, before, after)


def _told(watch: Watch, changed: Changed, *, by_order: bool) -> Iterator[Event]:
    created, updated, deleted = watch.verbs.split()
    key = changed.doc.get(watch.key) if watch.key else None
    data = {"type": watch.kind, "id": key or changed.change.id}
    if watch.data is not None:
        data |= watch.data(changed)
    if not changed.before or not changed.after:
        verb = deleted if changed.before else created
        if verb != "-":
            yield Event(f"{watch.base}/{verb}", data)
        return
    names = changed.names
    stock_only = by_order and names <= {"inventory_level"}
    if names - {*watch.ignored} and updated != "-" and not stock_only:
        yield Event(f"{watch.base}/{updated}", data)
    for special in watch.specials:
        counts = special.value is None or changed.after.get(special.field) == special.value
        if special.field in names and counts:
            scope = special.by_order if by_order and special.by_order else special.scope
            told = {**data, **special.more(changed)}
            yield Event(scope, {name: item for name, item in told.items() if item is not None})
