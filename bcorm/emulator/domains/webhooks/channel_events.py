"""What happened on a channel: the scopes `store/channel/{id}/...` and their data, as a table.

The scopes and what each tells are those of the guide to channel webhooks
(`docs/integrations/webhooks/events/channels.mdx`). Called by `deliveries` beside `events`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bcorm.emulator.domains.webhooks.events import Changed, Event, merged, parsed

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.store import Store
    from bcorm.emulator.tables import Change

Channels = Callable[["Store", Changed], Iterable[int]]
CARTS = "v3/carts"
TREES = "v3/catalog/trees"
CATEGORIES = "v3/catalog/categories"
PRODUCTS = "v3/catalog/products"
SITES = "v3/sites"


def _its_own(_store: Store, changed: Changed) -> list[int]:
    return [changed.doc["channel_id"]]


def _of_the_tree(store: Store, changed: Changed) -> list[int]:
    return _tree_channels(store, changed.doc["tree_id"])


def _tree_channels(store: Store, tree: int) -> list[int]:
    row = store.get(TREES, tree)
    channels: list[int] = row.doc["channels"] if row is not None else []
    return channels


def _before_and_after(_store: Store, changed: Changed) -> list[int]:
    named = (changed.before, changed.after)
    return sorted({channel for doc in named for channel in doc.get("channels") or ()})


def _of_the_order(store: Store, changed: Changed) -> list[int]:
    row = store.get("v2/orders", changed.doc["order_id"])
    return [row.doc["channel_id"]] if row is not None else []


def _of_the_site(store: Store, changed: Changed) -> list[int]:
    row = store.get(SITES, changed.change.parent)
    return [row.doc["channel_id"]] if row is not None else []


@dataclass(frozen=True)
class ChannelWatch:
    """Documents whose changes are told to those who listen to a channel.

    Attributes:
        collection: their table. what: the scope between the channel and its last word.
        key: the name of the document's id in the data.
        channels: the channels it is on.
        verbs: the last words for a new, a changed and a deleted document; `-` is not told.
        field: the only field whose change counts, and `value` the value that it must have.
        data: fields of the document that the data holds in place of its id, each under its name.
    """

    collection: str
    what: str
    key: str
    channels: Channels = _its_own
    verbs: str = "created updated deleted"
    field: str = ""
    value: Any = None
    data: tuple[str, ...] = ()

    def told(self, changed: Changed) -> Doc:
        """The data of an event about such a document."""
        doc = changed.doc
        named = {name: doc[name] for name in self.data if name in doc}
        return named if self.key in named else {self.key: changed.change.id, **named}

    def verb(self, changed: Changed) -> str:
        """The last word for a change; `-` if nobody is told."""
        created, updated, deleted = self.verbs.split()
        if not changed.before or not changed.after:
            return deleted if changed.before else created
        names = changed.names
        if not self.field:
            return updated if names else "-"
        counts = self.value is None or changed.after.get(self.field) == self.value
        return updated if self.field in names and counts else "-"


CHANNEL_WATCHES = (
    ChannelWatch(CARTS, "cart", "cart_id"),
    ChannelWatch(CARTS, "cart", "cart_id", verbs="- converted -", field="order_id"),
    ChannelWatch(
        CATEGORIES,
        "category",
        "category_id",
        channels=_of_the_tree,
        data=("tree_id",),
    ),
    ChannelWatch(
        TREES,
        "categoryTree",
        "tree_id",
        channels=_before_and_after,
        verbs="updated updated updated",
    ),
    ChannelWatch("v2/orders", "order", "order_id", verbs="created updated -"),
    ChannelWatch("v2/orders", "order", "order_id", verbs="- statusUpdated -", field="status_id"),
    ChannelWatch(
        "v2/orders", "order", "order_id", verbs="- archived -", field="is_deleted", value=True
    ),
    ChannelWatch(
        "v3/orders/payment_actions/refunds",
        "order/refund",
        "order_id",
        channels=_of_the_order,
        verbs="created - -",
        data=("order_id",),
    ),
    ChannelWatch("v3/content/pages", "page", "page_id", verbs="created updated -"),
    ChannelWatch(
        "v3/catalog/products/channel-assignments",
        "product",
        "product_id",
        verbs="assigned - unassigned",
        data=("product_id",),
    ),
    ChannelWatch("v3/content/scripts", "script", "uuid", verbs="created updated -"),
    ChannelWatch(SITES, "settings/site", "site_id", verbs="updated updated updated"),
    ChannelWatch(
        "v3/sites/routes",
        "settings/route",
        "site_id",
        channels=_of_the_site,
        verbs="updated updated updated",
        data=("site_id",),
    ),
)


def channel_events_of(store: Store, changes: Iterable[Change]) -> Iterator[Event]:
    """Yield what is to be told, channel by channel, of the changes that one request made.

    Args:
        store: says which channels a document is on.
        changes: what the request changed, in order.
    """
    for change in merged(changes):
        watches = [watch for watch in CHANNEL_WATCHES if watch.collection == change.collection]
        inside = _INSIDE.get(change.collection)
        if not watches and inside is None:
            continue
        changed = parsed(change)
        for watch in watches:
            verb = watch.verb(changed)
            if verb != "-":
                for channel in watch.channels(store, changed):
                    yield Event(f"store/channel/{channel}/{watch.what}/{verb}", watch.told(changed))
        if inside is not None:
            yield from inside(store, changed)


def _moved_between_categories(store: Store, changed: Changed) -> Iterator[Event]:
    before, after = (set(doc.get("categories") or ()) for doc in (changed.before, changed.after))
    for verb, categories in (("assigned", after - before), ("unassigned", before - after)):
        rows = [store.get(CATEGORIES, key) for key in categories]
        trees = {row.doc["tree_id"] for row in rows if row is not None}
        channels = {channel for tree in trees for channel in _tree_channels(store, tree)}
        for channel in sorted(channels):
            yield Event(
                f"store/channel/{channel}/category/product/{verb}",
                {"product_id": changed.change.id},
            )


def _in_the_cart(_store: Store, changed: Changed) -> Iterator[Event]:
    key, base = changed.change.id, f"store/channel/{changed.doc['channel_id']}/cart"
    before, after = (
        {line["id"]: line for line in doc.get("lines", ())}
        for doc in (changed.before, changed.after)
    )
    for line in {**before, **after}:
        if before.get(line) != after.get(line):
            verb = "created" if line not in before else "updated" if line in after else "deleted"
            yield Event(f"{base}/lineItem/{verb}", {"cart_id": key, "cart_item_id": line})
    if len(changed.after.get("coupon_codes", ())) > len(changed.before.get("coupon_codes", ())):
        yield Event(f"{base}/couponApplied", {"cart_id": key})


# What is told of a part of a document.
_INSIDE: dict[str, Callable[[Store, Changed], Iterator[Event]]] = {
    CARTS: _in_the_cart,
    PRODUCTS: _moved_between_categories,
}
