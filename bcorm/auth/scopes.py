"""Which resource a webhook scope speaks of, as data.

One row per family of scopes (the scope without its last word). A channel form such as
`store/channel/3/order/updated` is read as `store/order/updated` of channel 3 unless it
has a row of its own. Ids are dotted paths into `data`; `a|b` means whichever is there,
because the plain and the channel form of an event name them differently.

Sources: the webhook events guide (events, channels) and webhooks.v3.yml. Used by `events`.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class ScopeRow:
    """What a family of scopes speaks of.

    Attributes:
        family: The scopes without their last word, such as `store/product`.
        resource: Name of the resource class, such as `Product`.
        ids: Where its ids are in `data`, parents first.
        path: The API path of the one object, a `{}` per id; empty where this API has none.
        lookup: Query parameter that takes the last id where the API has no path for one
            object, such as `id:in`.
        below: Whether scopes of what lives below it speak of it too.
    """

    family: str
    resource: str
    ids: tuple[str, ...] = ("id",)
    path: str = ""
    lookup: str = ""
    below: bool = False

    @property
    def collection(self) -> str:
        """The first collection of the path: what a cache drops when the event comes."""
        return self.path.partition("/{}")[0]


_PRODUCTS = "v3/catalog/products/{}"
_CATEGORIES = "v3/catalog/categories/{}"
_SKU = ("sku.product_id|inventory.product_id", "sku.variant_id|inventory.variant_id")
_OWNED = ("resource_id", "metafield_id")
_BRAND, _LOCATION = "v3/catalog/brands/{}", "v3/inventory/locations/{}"
_CUSTOMERS = "v3/customers"

SCOPE_ROWS = (
    ScopeRow("store/product", "Product", ("id|product_id",), _PRODUCTS),
    ScopeRow("store/product/inventory", "Product", path=_PRODUCTS),
    ScopeRow("store/product/inventory/order", "Product", path=_PRODUCTS),
    ScopeRow("store/product/metafield", "ProductMetafield", _OWNED, _PRODUCTS + "/metafields/{}"),
    ScopeRow(
        "store/product/variant/metafield",
        "VariantMetafield",
        ("metafield_id",),
        "v3/catalog/variants/metafields",
        "id:in",
    ),
    ScopeRow("store/category/product", "Product", ("product_id",), _PRODUCTS),
    ScopeRow("store/sku", "ProductVariant", _SKU, _PRODUCTS + "/variants/{}"),
    ScopeRow("store/sku/inventory", "ProductVariant", _SKU, _PRODUCTS + "/variants/{}"),
    ScopeRow("store/sku/inventory/order", "ProductVariant", _SKU, _PRODUCTS + "/variants/{}"),
    ScopeRow("store/brand/metafield", "BrandMetafield", _OWNED, _BRAND + "/metafields/{}"),
    ScopeRow("store/category", "Category", ("id|category_id",), _CATEGORIES),
    ScopeRow(
        "store/category/metafield", "CategoryMetafield", _OWNED, _CATEGORIES + "/metafields/{}"
    ),
    ScopeRow("store/categoryTree", "CategoryTree", ("tree_id",), "v3/catalog/trees", "id:in"),
    ScopeRow("store/order", "Order", ("id|order_id",), "v2/orders/{}"),
    ScopeRow("store/order/message", "Order", ("id|order_id",), "v2/orders/{}"),
    ScopeRow("store/order/refund", "Order", ("id|order_id",), "v2/orders/{}"),
    ScopeRow("store/order/transaction", "Order", ("order_id",), "v2/orders/{}"),
    ScopeRow("store/order/metafield", "OrderMetafield", _OWNED, "v3/orders/{}/metafields/{}"),
    ScopeRow(
        "store/shipment", "OrderShipment", ("orderId|order_id", "id"), "v2/orders/{}/shipments/{}"
    ),
    ScopeRow("store/customer", "Customer", ("id|customer_id",), _CUSTOMERS, "id:in"),
    ScopeRow(
        "store/customer/address", "CustomerAddress", ("id",), "v3/customers/addresses", "id:in"
    ),
    ScopeRow(
        "store/customer/channel/login/access", "Customer", ("customer_id",), _CUSTOMERS, "id:in"
    ),
    ScopeRow("store/customer/payment/instrument/default", "Customer", ("id",), _CUSTOMERS, "id:in"),
    ScopeRow("store/subscriber", "Subscriber", path="v3/customers/subscribers/{}"),
    ScopeRow("store/cart", "Cart", ("id|cart_id",), "v3/carts/{}"),
    ScopeRow("store/cart/lineItem", "Cart", ("cartId|cart_id",), "v3/carts/{}"),
    ScopeRow("store/cart/metafield", "CartMetafield", _OWNED, "v3/carts/{}/metafields/{}"),
    ScopeRow("store/channel", "Channel", path="v3/channels/{}"),
    ScopeRow("store/channel/metafield", "ChannelMetafield", _OWNED, "v3/channels/{}/metafields/{}"),
    ScopeRow(
        "store/inventory/location/metafield",
        "LocationMetafield",
        _OWNED,
        _LOCATION + "/metafields/{}",
    ),
    ScopeRow("store/priceList", "PriceList", ("price_list_id",), "v3/pricelists/{}"),
    ScopeRow(
        "store/priceList/record",
        "PriceRecord",
        ("price_list_id", "variant_id", "currency"),
        "v3/pricelists/{}/records/{}/{}",
    ),
    ScopeRow("store/priceList/assignment", "PriceList", ("price_list_id",), "v3/pricelists/{}"),
    ScopeRow("store/information", "Store", (), "v2/store"),
    ScopeRow("store/hook", "Webhook", path="v3/hooks/{}"),
    ScopeRow("store/page", "Page", ("page_id",), "v3/content/pages/{}"),
    ScopeRow("store/script", "Script", ("uuid",), "v3/content/scripts/{}"),
    ScopeRow("store/settings/site", "Site", ("site_id",), "v3/sites/{}"),
    ScopeRow("store/settings/site/checkoutUrl", "Site", ("site_id",), "v3/sites/{}"),
    # B2B Edition's: its objects are in an API of its own.
    ScopeRow("store/company", "Company", ("company_id|companyId|id",), below=True),
    ScopeRow("store/superadmin", "SuperAdmin", ("super_admin_id|superAdminId|id",), below=True),
    ScopeRow("store/quote", "Quote", ("quote_id|quoteId|id",), below=True),
    ScopeRow("store/theme/configuration", "Theme", ("theme_id",), "v3/themes/{}"),
)

BY_FAMILY = {row.family: row for row in SCOPE_ROWS}
