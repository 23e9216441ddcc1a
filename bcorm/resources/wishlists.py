"""Wishlists of customers (`wishlists.v3.yml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bcorm.model import Resource, Struct, field, one, readonly
from bcorm.query.endpoint import Endpoint, resend
from bcorm.resources.actions import operation
from bcorm.resources.bodies import paired, rows
from bcorm.resources.customers import Customer


class WishlistItem(Struct):
    """A variant that somebody wishes for."""

    id: int = field()
    product_id: int = field()
    variant_id: int | None = field(doc="The variant that is wished for, if one was chosen.")


class Wishlist(Resource):
    """What a customer would like to have. `GET /v3/wishlists`."""

    id: int = readonly()
    customer_id: int = field(required=True)
    name: str = field()
    is_public: bool = field(doc="Whether whoever has its address can read it.")
    token: str = readonly(doc="What its public address ends in; apps use the id.")
    items: list[WishlistItem] = field()

    customer = one(Customer, via="customer_id")

    endpoint = Endpoint(
        path="v3/wishlists",
        totals=False,  # the specification's own example tells a total of 0 above rows
        filters={"customer_id": "exact"},
        natural_key="customer_id name",
        put_rules=(
            resend(
                "customer_id",
                "items",
                source="wishlists.v3.yml, PUT /wishlists/{wishlist_id}",
                reason="the body's schema requires both",
            ),
        ),
    )

    @operation("POST /v3/wishlists/{wishlist_id}/items")
    def add_items(self, items: Iterable[tuple[int, int | None] | Mapping[str, int | None]]) -> None:
        """Add (product id, variant id) pairs, and take over the list as it then is.

        A variant of None leaves it open which of the product's it is. Mappings with `product_id`
        and `variant_id` are taken, too.

        Raises:
            InvalidValue: `items` is no list of pairs of keys; nothing was sent.
        """
        wished = paired(type(self), "items", items, ("product_id", "variant_id"))
        self._absorb(self._call("POST", "items", json={"items": rows(WishlistItem, wished)}).data)

    @operation("DELETE /v3/wishlists/{wishlist_id}/items/{item_id}")
    def delete_item(self, item_id: int) -> None:
        """Remove an item, and take over the list as it then is."""
        self._absorb(self._call("DELETE", f"items/{item_id}").data)
