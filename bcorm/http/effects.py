"""What a write changes elsewhere on the server: one table, as data with sources.

The cache drops reads by it; a session takes fields and relations of the objects
that it holds for outdated. What an answer shows of the written row itself needs no entry.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs


class Grade(enum.Enum):
    """How sure an effect is."""

    EXACT = "exact"
    """It happens each time."""

    POSSIBLE = "possible"
    """It happens for some rows; nobody can tell from here."""

    LATE = "late"
    """It happens, and reads may go on showing the old values for a while."""


_NAME = re.compile(r"\{(\w+)\}")


def _ordered(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@attrs.frozen(slots=False)
class Effect:
    """One write, and what it makes stale.

    Attributes:
        wrote: methods and the path that was written: `PUT v3/catalog/brands/{brand_id}`. A path
            that ends in a key is also meant where keys are in the query or in the body, as
            batches have them; one that ends in `/*` with everything below it.
        rows: whose knowledge is stale: `v2/orders/{order_id}` is one row,
            `.../images/*` is each of a list, and `v3/catalog/products?brand_id={brand_id}`
            is each that has that value (or has it in a list); a bare `?` is each below any
            parent. Names in braces are those of the written path, or fields of the written rows.
        names: the fields and relations of these that are stale, by wire name; none where only
            the cache is concerned.
        grade: how sure it is.
        source: where it is written.
        fields: it only happens if one of these fields was written.
        same: of these it is only those that were written which are stale.
        when: it only happens to rows in which this field has a value, or may have one.
        sender: `action` if only methods of resources need it: what a session writes by itself,
            it knows the rows of.
    """

    wrote: str
    rows: str
    names: tuple[str, ...] = attrs.field(default="", converter=_ordered)
    grade: Grade = Grade.EXACT
    source: str = ""
    fields: frozenset[str] = attrs.field(default="", converter=_words)
    same: frozenset[str] = attrs.field(default="", converter=_words)
    when: str | None = None
    sender: str = "any"

    @cached_property
    def methods(self) -> frozenset[str]:
        """The HTTP methods of the write."""
        return frozenset(self.wrote.split()[0].split("|"))

    @cached_property
    def path(self) -> str:
        """The template of the path that is written."""
        return self.wrote.split()[1]

    @cached_property
    def collection(self) -> str:
        """The template of the path of the list in which the stale rows are."""
        return self.rows.partition("?")[0] if "?" in self.rows else self.rows.rpartition("/")[0]

    @cached_property
    def key(self) -> str | None:
        """The name of the key of the one row that is stale, if it is one."""
        last = _NAME.fullmatch(self.rows.rpartition("/")[2])
        return None if "?" in self.rows or last is None else last[1]

    @cached_property
    def by(self) -> tuple[str, str] | None:
        """The field of stale rows that tells them, and the name of its value."""
        field, _, name = self.rows.partition("?")[2].partition("=")
        return (field, name[1:-1]) if name else None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        path = re.escape(self.path).replace(r"\{", "{").replace(r"\}", "}")
        below = path.endswith(r"/\*")
        path = path.removesuffix(r"/\*")
        head, _, last = path.rpartition("/")
        keyed = _NAME.fullmatch(last) is not None
        if keyed:  # also without it, in batches
            path = f"{head}(?:/{last})?"
        path = _NAME.sub(r"(?P<\1>[^/]+)", path)
        return re.compile(path + ("(?:/.*)?" if below else "" if keyed else "(?:/[^/]+)?"))

    @cached_property
    def own(self) -> str | None:
        """The name of the key of the written rows, if the path ends in one."""
        last = _NAME.fullmatch(self.path.rpartition("/")[2])
        return None if last is None else last[1]

    def values(
        self, method: str, path: str, params: Mapping[str, str] | None, rows: list[Any]
    ) -> dict[str, set[str]] | None:
        """Return what a write says of names in braces; None if it is none of these.

        Args:
            method: its method.
            path: its path.
            params: its query.
            rows: what its body holds, row by row.
        """
        if method not in self.methods:
            return None
        match = self._pattern.fullmatch(path)
        if match is None:
            return None
        if self.fields and not any(self.fields & row.keys() for row in rows):
            return None
        found = {name: {value} for name, value in match.groupdict().items() if value is not None}
        wanted = set(_NAME.findall(self.path + self.rows)) - found.keys()
        for name in wanted:
            words = [name, f"{name}:in", *(("id", "id:in") if name == self.own else ())]
            told = [row[word] for row in (*rows, params or {}) for word in words if word in row]
            if told:
                found[name] = {part for value in told for part in str(value).split(",")}
        return found

    def stale(self, rows: list[Any]) -> list[str]:
        """Return the names that are stale after rows were written."""
        written = {name for row in rows for name in row} & self.same if self.same else ()
        return [*self.names, *written]


def written_rows(body: Any) -> list[dict[str, Any]]:
    """Return the rows that a body holds: itself, its items, or those it wraps."""
    if isinstance(body, list):
        return [row for row in body if isinstance(row, dict)]
    if not isinstance(body, dict):
        return []
    rows = [body]
    for value in body.values():
        if isinstance(value, list):
            rows += [row for row in value if isinstance(row, dict)]
    return rows


def effects_of(
    method: str, path: str, params: Mapping[str, str] | None, body: Any
) -> Iterator[tuple[Effect, dict[str, set[str]], list[str]]]:
    """Yield the effects of a write on rows, the values of their names, and what is stale."""
    rows: list[Any] | None = None
    for effect in _ON_ROWS.get(path.split("/")[1] if "/" in path else path, ()):
        if rows is None:
            rows = written_rows(body)
        values = effect.values(method, path, params, rows)
        if values is not None:
            names = effect.stale(rows)
            if names:
                yield effect, values, names


_CATALOG = "products_catalog.v3.yml"
_VARIANTS = "product-variants_catalog.v3.yml"
_ORDERS = "orders.v2.oas2.yml"
_PRODUCT = "v3/catalog/products/{product_id}"
_ORDER = "v2/orders/{order_id}"
_ANY = "POST|PUT|DELETE"

# What a simple product and its base variant both show: each is written through the other.
_SHARED = (
    "sku price sale_price retail_price map_price cost_price weight width height depth upc mpn "
    "gtin inventory_level inventory_warning_level bin_picking_number is_free_shipping "
    "fixed_cost_shipping_price"
)
_EX, _PO, _LATE = Grade.EXACT, Grade.POSSIBLE, Grade.LATE

ON_ROWS: tuple[Effect, ...] = (
    # Orders. A shipment of all lines makes the order "shipped"; one of some, "partially shipped".
    Effect(
        f"{_ANY} {_ORDER}/shipments",
        _ORDER,
        "status_id status custom_status items_shipped date_shipped date_modified",
        _PO,
        f"{_ORDERS}, POST /orders/{{order_id}}/shipments",
    ),
    Effect(
        f"{_ANY} {_ORDER}/shipments",
        f"{_ORDER}/products/*",
        "quantity_shipped",
        _EX,
        f"{_ORDERS}, POST /orders/{{order_id}}/shipments",
    ),
    Effect(
        f"{_ANY} {_ORDER}/shipments",
        f"{_ORDER}/shipping_addresses/*",
        "items_shipped",
        _EX,
        f"{_ORDERS}, POST /orders/{{order_id}}/shipments",
    ),
    *(
        Effect(
            f"POST v3/orders/{{order_id}}/payment_actions/{action}",
            _ORDER,
            "status_id status custom_status payment_status refunded_amount store_credit_amount "
            "date_modified transactions",
            _PO,
            f"orders.v3.yml, POST /orders/{{order_id}}/payment_actions/{action}",
        )
        for action in ("capture", "void", "refunds")
    ),
    Effect(
        "POST v3/orders/{order_id}/payment_actions/refunds",
        f"{_ORDER}/products/*",
        "quantity_refunded is_refunded refund_amount",
        _EX,
        "orders.v3.yml, POST /orders/{order_id}/payment_actions/refunds",
    ),
    # Lines move stock, and so does an order that is cancelled or revived.
    *(
        Effect(
            f"{_ANY} {_ORDER}",
            rows,
            "inventory_level",
            _LATE,
            f"{_ORDERS}, PUT /orders/{{order_id}}: stock follows an order's lines and status",
            fields=fields,
        )
        for fields, rows in (
            ("products", _PRODUCT),
            ("products", f"{_PRODUCT}/variants/*"),
            ("status_id is_deleted", "v3/catalog/products/*"),
            ("status_id is_deleted", "v3/catalog/products/{product_id}/variants?"),
        )
    ),
    # Products and variants.
    Effect(
        f"PUT {_PRODUCT}",
        f"{_PRODUCT}/variants/*",
        "calculated_price calculated_weight",
        _EX,
        f"{_VARIANTS}: a variant without a price has its product's",
        fields="price sale_price weight",
    ),
    Effect(
        f"PUT {_PRODUCT}",
        f"{_PRODUCT}/variants/*",
        "",
        _PO,
        f"{_CATALOG}: the base variant shows what a simple product is sold as",
        fields=_SHARED,
        same=_SHARED,
    ),
    Effect(
        f"PUT {_PRODUCT}/variants/{{variant_id}}",
        _PRODUCT,
        "calculated_price",
        _PO,
        f"{_VARIANTS}: a simple product is sold as its base variant",
        fields=_SHARED,
        same=_SHARED,
        when="base_variant_id",
    ),
    Effect(
        "PUT v3/catalog/variants",
        "v3/catalog/products?base_variant_id={id}",
        "calculated_price",
        _PO,
        f"{_VARIANTS}, PUT /catalog/variants: a simple product is sold as its base variant",
        fields=_SHARED,
        same=_SHARED,
    ),
    Effect(
        f"POST {_PRODUCT}/variants",
        _PRODUCT,
        "base_variant_id variants",
        _EX,
        f"{_VARIANTS}: the first variant with options takes the base variant's place",
        when="base_variant_id",
    ),
    Effect(
        f"DELETE {_PRODUCT}/options/*",
        _PRODUCT,
        "base_variant_id variants",
        _PO,
        "product-options_catalog.v3.yml: the variants of an option go with it",
    ),
    Effect(
        f"PUT {_PRODUCT}/options/*",
        f"{_PRODUCT}/variants/*",
        "option_values",
        _EX,
        f"{_VARIANTS}: variants show the names and labels of their options",
    ),
    # One picture at a time stands for a product.
    Effect(
        f"POST|PUT {_PRODUCT}/images/{{image_id}}",
        f"{_PRODUCT}/images/*",
        "is_thumbnail",
        _EX,
        f"{_CATALOG}: only one image of a product is its thumbnail",
        fields="is_thumbnail",
    ),
    Effect(
        f"DELETE {_PRODUCT}/images/{{image_id}}",
        f"{_PRODUCT}/images/*",
        "is_thumbnail",
        _PO,
        f"{_CATALOG}: another image takes the place of a deleted thumbnail",
    ),
    Effect(
        f"{_ANY} {_PRODUCT}/images/{{image_id}}",
        _PRODUCT,
        "primary_image",
        _PO,
        f"{_CATALOG}: the thumbnail is the primary image",
    ),
    Effect(
        f"POST {_PRODUCT}/images",
        _PRODUCT,
        "images",
        _EX,
        f"{_CATALOG}, POST /catalog/products/{{product_id}}/images",
        sender="action",
    ),
    # What products refer to.
    Effect(
        "DELETE v3/catalog/brands/{brand_id}",
        "v3/catalog/products?brand_id={brand_id}",
        "brand_id brand",
        _EX,
        "brands_catalog.v3.yml, DELETE /catalog/brands/{brand_id}: taken off its products",
    ),
    *(
        Effect(
            f"DELETE {path}/{{category_id}}",
            "v3/catalog/products?categories={category_id}",
            "categories category_set",
            _EX,
            "categories_catalog.v3.yml, DELETE /catalog/categories/{category_id}",
        )
        for path in ("v3/catalog/categories", "v3/catalog/trees/categories")
    ),
    Effect(
        "PUT|DELETE v3/catalog/products/category-assignments",
        _PRODUCT,
        "categories category_set",
        _EX,
        f"{_CATALOG}, PUT /catalog/products/category-assignments",
    ),
    Effect(
        "PUT|DELETE v3/catalog/products/channel-assignments",
        _PRODUCT,
        "channels",
        _EX,
        f"{_CATALOG}, PUT /catalog/products/channel-assignments",
    ),
    Effect(
        "DELETE v2/customer_groups/{customer_group_id}",
        "v3/customers?customer_group_id={customer_group_id}",
        "customer_group_id",
        _EX,
        "customer_groups.v2.yml: customers of a deleted group are in none",
    ),
    # Pictures that are uploaded.
    *(
        Effect(
            f"POST|DELETE {path}/image",
            path,
            "image_url",
            _EX,
            f"POST and DELETE {path}/image",
        )
        for path in (
            "v3/catalog/brands/{brand_id}",
            "v3/catalog/categories/{category_id}",
            f"{_PRODUCT}/variants/{{variant_id}}",
        )
    ),
    # Stock: the transaction is answered, and applied a moment later.
    *(
        Effect(
            f"{method} v3/inventory/{path}",
            rows,
            names,
            _LATE,
            f"inventory.v3.yml, {method} /inventory/{path}",
        )
        for method, path in (
            ("POST", "adjustments/relative"),
            ("PUT", "adjustments/absolute"),
        )
        for rows, names in (
            (_PRODUCT, "inventory_level"),
            ("v3/catalog/products?base_variant_id={variant_id}", "inventory_level"),
            ("v3/catalog/products?sku={sku}", "inventory_level"),
            (f"{_PRODUCT}/variants/*", "inventory_level"),
            ("v3/catalog/products/{product_id}/variants?id={variant_id}", "inventory_level"),
            ("v3/catalog/products/{product_id}/variants?sku={sku}", "inventory_level"),
            (
                "v3/inventory/locations/{location_id}/items/*",
                "available_to_sell total_inventory_onhand",
            ),
        )
    ),
    # Only one can be it.
    *(
        Effect(f"POST|PUT {path}/{{id}}", f"{path}/*", name, _EX, source, fields=name)
        for path, name, source in (
            ("v2/currencies", "is_default", "currencies.v2.yml: one currency is the default"),
            ("v2/customer_groups", "is_default", "customer_groups.v2.yml: one is the default"),
            ("v3/content/pages", "is_homepage", "pages.v3.yml: one page is the home page"),
        )
    ),
    # Rows that methods of resources write.
    Effect(
        "PUT v3/pricelists/records",
        "v3/pricelists/{price_list_id}",
        "records",
        _EX,
        "price_lists.v3.yml, PUT /pricelists/records",
        sender="action",
    ),
    Effect(
        f"{_ANY} v3/pricelists/{{price_list_id}}/records/*",
        "v3/pricelists/{price_list_id}",
        "records",
        _EX,
        "price_lists.v3.yml, POST and DELETE /pricelists/{price_list_id}/records",
        sender="action",
    ),
    Effect(
        "PUT v3/pricelists/{price_list_id}/assignments",
        "v3/pricelists/{price_list_id}",
        "assignments",
        _EX,
        "price_lists.v3.yml, PUT /pricelists/{price_list_id}/assignments",
        sender="action",
    ),
    Effect(
        "POST v3/promotions/{promotion_id}/codegen",
        "v3/promotions/{promotion_id}",
        "codes",
        _EX,
        "promotions.v3.yml, POST /promotions/{promotion_id}/codegen",
        sender="action",
    ),
    Effect(
        "DELETE v3/promotions/codes",
        "v3/promotions/*",
        "codes",
        _PO,
        "promotions.v3.yml, DELETE /promotions/codes",
        sender="action",
    ),
    Effect(
        "PUT v3/inventory/locations/{location_id}/items",
        "v3/inventory/locations/{location_id}",
        "items",
        _EX,
        "inventory.v3.yml, PUT /inventory/locations/{location_id}/items",
        sender="action",
    ),
    Effect(
        "POST|DELETE v3/segments/{segment_id}/shopper-profiles",
        "v3/segments/{segment_id}",
        "shopper_profiles",
        _EX,
        "segments.v3.yml, POST and DELETE /segments/{segmentId}/shopper-profiles",
        sender="action",
    ),
    Effect(
        "POST|DELETE v3/segments/{segment_id}/shopper-profiles",
        "v3/shopper-profiles/*",
        "segments",
        _PO,
        "segments.v3.yml, POST and DELETE /segments/{segmentId}/shopper-profiles",
    ),
    Effect(
        f"{_ANY} v3/carts/{{cart_id}}/items/*",
        "v3/carts/{cart_id}",
        "checkout",
        _EX,
        "carts.v3.yml, POST /carts/{cartId}/items",
    ),
)

# Orders move stock and sales figures, and use coupons and gift certificates up.
_ORDERED = (
    "v3/catalog",
    "v2/products",
    "v3/inventory",
    "v3/customers",
    "v2/coupons",
    "v2/gift_certificates",
)

# Writes to the region on the left also change what the regions on the right answer, beyond what is
# said above: reads are dropped by regions, see `cache`.
READS: dict[str, tuple[str, ...]] = {
    # Variants carry a product's price, stock and options.
    "v3/catalog/variants": ("v3/catalog/products", "v3/catalog/summary", "v3/inventory"),
    # A product write creates variants, and a brand from `brand_name`; its URL a redirect.
    "v3/catalog/products": (
        "v3/catalog/variants",
        "v3/catalog/brands",
        "v3/catalog/summary",
        "v3/inventory",
        "v3/storefront/redirects",
        "v3/channels",
        "v3/pricelists",
    ),
    # Deleting one takes it off its products.
    "v3/catalog/brands": ("v3/catalog/products", "v3/catalog/summary"),
    "v3/catalog/categories": (
        "v3/catalog/products",
        "v3/catalog/trees",
        "v3/catalog/summary",
    ),
    "v3/catalog/trees": ("v3/catalog/products", "v3/catalog/categories", "v3/channels"),
    # V2's options are shared between products.
    "v2/options": ("v2/option_sets", "v3/catalog/products"),
    "v2/option_sets": ("v3/catalog/products",),
    # An adjustment shows in the lists of items and locations.
    "v3/inventory": ("v3/inventory", "v3/catalog/products", "v3/catalog/variants"),
    "v3/orders": _ORDERED,
    # What becomes an order does what an order does.
    "v3/checkouts": ("v3/orders", "v3/carts", *_ORDERED),
    "v3/carts": ("v3/checkouts", "v3/abandoned-carts"),
    "v3/customers": ("v3/segments",),
    "v2/customer_groups": ("v3/customers",),
    "v3/segments": ("v3/shopper-profiles",),
    "v3/shopper-profiles": ("v3/segments",),
    # A site is read below its channel too.
    "v3/channels": ("v3/sites", "v3/catalog/trees"),
    "v3/sites": ("v3/channels",),
    # Placements show their widgets, and both show the template.
    "v3/content/widgets": ("v3/content/placements",),
    "v3/content/widget-templates": ("v3/content/widgets", "v3/content/placements"),
    # Deleting a zone deletes its rates.
    "v3/tax/zones": ("v3/tax/rates",),
    # A mutation may have changed anything.
    "graphql": ("*",),
}

_ON_ROWS: dict[str, list[Effect]] = {}
for _effect in ON_ROWS:
    _ON_ROWS.setdefault(_effect.path.split("/")[1], []).append(_effect)
