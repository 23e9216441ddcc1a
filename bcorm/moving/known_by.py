"""What references of each resource there are, and by what natural key the other row is known.

Numbers are of one store. What travels to another one is a brand's name, a category's path in its
tree, a product's SKU.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from bcorm import resources
from bcorm.lookups import SEPARATOR
from bcorm.model.frames.columns import columns_of
from bcorm.model.queryset import QuerySet
from bcorm.model.types import Integer, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bcorm.model.frames.columns import Column
    from bcorm.model.resource import Resource

STORE = "_store"
"""The column that says whose numbers a row holds: the store's hash."""

KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "Brand": ("name",), "Channel": ("name",), "CategoryTree": ("name",), "Coupon": ("code",),
    "Customer": ("email",), "CustomerAttribute": ("name",), "CustomerGroup": ("name",),
    "Location": ("code",), "Option": ("name",), "OptionSet": ("name",), "Page": ("name",),
    "PriceList": ("name",), "Product": ("sku", "name"), "ProductVariant": ("sku",),
    "Promotion": ("name",), "ShippingZone": ("name",), "Site": ("url",), "TaxClass": ("name",),
    "TaxZone": ("name",),
}  # fmt: skip
"""The fields that name a row: the first that says something does. Categories have paths."""

PATHS = ("Category", "TreeCategory")
"""What is known by the names from the root of its tree down."""

COUNTERS: Mapping[str, tuple[str, ...]] = {
    "Category": ("views",), "TreeCategory": ("views",),
    "Product": (
        "total_sold", "view_count", "reviews_count", "reviews_rating_sum", "date_last_imported",
    ),
}  # fmt: skip
"""What a store counts, though the API lets one write it: it tells nothing about a copy."""

STOCK: Mapping[str, tuple[str, ...]] = {
    "Product": ("inventory_level",), "ProductVariant": ("inventory_level",),
}  # fmt: skip
"""What each store has of its own, and changes with each order."""

# Columns that hold keys, where no relation of the resource says whose.
CALLED = {
    "category_access__categories": "Category", "category_id": "Category", "channel_id": "Channel",
    "channel_ids": "Channel", "customer__excluded_group_ids": "CustomerGroup",
    "customer__group_ids": "CustomerGroup", "customer_group_id": "CustomerGroup",
    "customer_group_settings__default_customer_group_id": "CustomerGroup",
    "customer_group_settings__guest_customer_group_id": "CustomerGroup",
    "customer_id": "Customer", "guest_shopper_tax_zone_id": "TaxZone", "location_id": "Location",
    "option_set_id": "OptionSet",
    "origin_channel_id": "Channel", "price_list_id": "PriceList", "product_id": "Product",
    "promotion_id": "Promotion", "related_products": "Product",
    "shopper_target_settings__customer_groups": "CustomerGroup",
    "site_id": "Site", "store_tax_zone_id": "TaxZone",
    "tax_class_id": "TaxClass", "tree_id": "CategoryTree", "variant_id": "ProductVariant",
    "zone_ids": "ShippingZone",
}  # fmt: skip
_METAFIELDS = {
    "BrandMetafield": "Brand", "CategoryMetafield": "Category", "ChannelMetafield": "Channel",
    "CustomerMetafield": "Customer", "LocationMetafield": "Location",
    "ProductMetafield": "Product", "VariantMetafield": "ProductVariant",
}  # fmt: skip
# Keys that are the same in every store, or mean no row: the first channel, "choose for me".
_EVERYWHERE = {"Channel": (0, 1), "Product": (0, -1), "OrderStatus": None}
_KEYS = re.compile(r"(^|_)ids?$")


@attrs.frozen
class Reference:
    """A column that holds keys of other rows.

    Attributes:
        column: its name.
        target: the resource of those rows.
        many: whether it is a list.
    """

    column: str
    target: type[Resource]
    many: bool

    @property
    def beside(self) -> str:
        """The column of the natural keys."""
        return f"_{self.column}"

    def is_everywhere(self, key: Any) -> bool:
        """Say whether a key means the same in every store."""
        same = _EVERYWHERE.get(self.target.__name__, (0,))
        return key is None or same is None or key in same


_found: dict[type[Any], Mapping[str, Reference]] = {}


def references(model: type[Resource]) -> Mapping[str, Reference]:
    """Return the references of a resource whose rows are known by a natural key, by column."""
    if model not in _found:
        _found[model] = _references(model)
    return _found[model]


def _references(model: type[Resource]) -> dict[str, Reference]:
    related: dict[str, type[Resource]] = {}
    for relation in model.relations.values():
        facts: Any = relation
        column = getattr(facts, "via", None) or getattr(facts, "ids", None)
        if getattr(facts, "parent", False):
            column = model.endpoint.placeholder_below(facts.target.endpoint)
        if column is not None:
            related[column] = facts.target
    found = {}
    for column in _columns(model):
        name = column.name
        target = related.get(name) or _named(CALLED.get(name))
        if name == "resource_id":
            target = _named(_METAFIELDS.get(model.__name__))
        if target is not None and is_known(target) and name != model.endpoint.key:
            found[name] = Reference(name, target, isinstance(column.converter, Sequence))
    return found


def is_known(model: type[Resource]) -> bool:
    """Say whether rows have a natural key that others refer to."""
    return model.__name__ in (*KNOWN_BY, *PATHS, "OrderStatus")


def holds_keys(column: str, converter: Any) -> bool:
    """Say whether a column holds keys, by how it is called and what it is."""
    if isinstance(converter, Sequence):
        return isinstance(converter.item, Integer)
    word = column.rsplit(SEPARATOR, maxsplit=1)[-1]
    return isinstance(converter, Integer) and _KEYS.search(word) is not None


def is_same_set(one: Any, other: Any) -> bool:
    """Say whether lists of keys are the same: their order says nothing, and differs by store."""
    lists = isinstance(one, list) and isinstance(other, list)
    return lists and sorted(map(str, one)) == sorted(map(str, other))


def has_keys(value: Any) -> bool:
    """Say whether there are keys anywhere inside lists and objects."""
    if isinstance(value, list):
        return _is_number(value) or any(has_keys(item) for item in value)
    if not isinstance(value, dict):
        return False
    return any(
        has_keys(item) or (_KEYS.search(name) is not None and _is_number(item))
        for name, item in value.items()
    )


def without_keys(value: Any) -> Any:
    """Leave out the keys inside lists and objects."""
    if isinstance(value, list):
        return [without_keys(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: without_keys(item)
        for name, item in value.items()
        if not (_KEYS.search(name) is not None and _is_number(item))
    }


def _is_number(value: Any) -> bool:
    values = value if isinstance(value, list) else [value]
    return any(isinstance(one, int) and not isinstance(one, bool) and one for one in values)


def _columns(model: type[Resource]) -> list[Column]:
    columns = columns_of(QuerySet(model), (), flatten=True)
    return [*columns, *columns_of(QuerySet(model), (), flatten=False)]


def _named(name: str | None) -> type[Resource] | None:
    return None if name is None else getattr(resources, name)
