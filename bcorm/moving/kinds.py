"""What a copy takes along, as data: kinds of rows, by what each is known, and what goes first.

A kind is read as lists of rows, matched with the other store's by natural keys, and written in
*waves*: what is in one wave does not need the numbers of anything else in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm import resources
from bcorm.model import Struct, field
from bcorm.model.mapper import mapper_for
from bcorm.moving.known_by import COUNTERS, STOCK
from bcorm.resources.product_options import Adjusters, ProductModifier, ProductOption

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from bcorm.model.mapper import MappedField
    from bcorm.model.resource import Resource

    Names = Callable[[Mapping[str, Any]], tuple[Hashable, ...]]


class OptionChoice(Struct):
    """A value of an option, inside the option."""

    id: int | None = field()
    label: str = field()
    sort_order: int = field()
    is_default: bool = field()
    value_data: dict[str, Any] | None = field()


class ModifierChoice(OptionChoice):
    """A value of a modifier, inside the modifier."""

    adjusters: Adjusters | None = field()


class WholeOption(ProductOption):
    """An option with its values: one request writes them all.

    `product-variant-options_catalog.v3.yml`, `option_values` of the PUT.
    """

    option_values: list[OptionChoice] = field()  # type: ignore[assignment]


class WholeModifier(ProductModifier):
    """A modifier with its values: one request writes them all.

    `product-modifiers_catalog.v3.yml`, `option_values` of the PUT.
    """

    option_values: list[ModifierChoice] = field()  # type: ignore[assignment]


def folded(value: Any) -> Hashable:
    """Return a text as stores compare it; None if it says nothing."""
    return str(value).casefold() if value not in (None, "") else None


def by(*fields: str) -> Names:
    """Know rows by what fields say, together."""

    def names(values: Mapping[str, Any]) -> tuple[Hashable, ...]:
        parts = tuple(_hashable(values.get(name)) for name in fields)
        return (parts if any(part is not None for part in parts) else None,)

    return names


def either(*several: Names) -> Names:
    """Know rows by the first of several natural keys that both stores have."""
    return lambda values: tuple(name for one in several for name in one(values))


def _hashable(value: Any) -> Hashable:
    if isinstance(value, (list, dict)):
        return repr(value)
    return folded(value) if isinstance(value, str) else value


def choices(values: Mapping[str, Any]) -> Hashable:
    """Return what makes a variant: the labels of its options; None for a product's only one."""
    pairs = values.get("option_values") or ()
    return (
        frozenset((folded(one["option_display_name"]), folded(one["label"])) for one in pairs)
        or None
    )


def _variant(values: Mapping[str, Any]) -> tuple[Hashable, ...]:
    return (choices(values) or "base",)


@attrs.frozen(kw_only=True, eq=False)
class Kind:
    """Rows of one resource, and how a copy treats them.

    Attributes:
        name: what people call them, in the plural.
        model: the resource; for options and modifiers, one that holds its values.
        names: returns the natural keys of a row's values, the surest first.
        shown: the fields of which the first that says something names a row for people.
        under: the name of the kind that these rows live below.
        array: the property of the row above that holds them; an include of its list.
        owner: the field that says which row above it is, where the list is the whole store's.
        each: whether they are listed below each row above, by requests of their own.
        listed: the path of that list, where it is not that of the resource.
        where: says of which rows above they are read.
        keys: read-only fields that tell which row it is, where it has no number.
        rides: whether they are created by the request that creates the row above.
        includes: what their own list is asked to bring along, besides such arrays.
        needs: names of kinds that are read because these refer to them.
        without: fields that are neither copied nor compared.
        pictures: fields that hold the addresses of pictures.
        wave: when they are written.
        deleted: whether what the other store has besides may be deleted.
        always: what new rows say, whatever the other store's say.
        mapped: whether natural keys hold what rows refer to.
        whole: whether a row goes without its references or not at all: a discount on fewer things
            is another discount.
        written: whether they are copied, and not only read for others.
    """

    name: str
    model: type[Resource]
    names: Names
    shown: tuple[str, ...] = ("name",)
    under: str = ""
    array: str = ""
    owner: str = ""
    each: bool = False
    listed: str = ""
    where: Callable[[Any], bool] = bool
    keys: tuple[str, ...] = ()
    rides: bool = False
    includes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()
    wave: int = 0
    deleted: bool = True
    always: Mapping[str, Any] = attrs.field(factory=dict)
    mapped: bool = False
    whole: bool = False
    written: bool = True

    def fields(self, *, stock: bool) -> dict[str, MappedField]:
        """Return the fields that are copied.

        Args:
            stock: whether quantities in stock are.
        """
        own = self.model.__mro__[1].__name__ if self.model in (WholeOption, WholeModifier) else ""
        named = own or self.model.__name__
        left_out = {*self.without, *COUNTERS.get(named, ())}
        if not stock:
            left_out |= {*STOCK.get(named, ())}
        return {
            name: mapped
            for name, mapped in mapper_for(self.model).fields.items()
            if name not in left_out and name != self.model.endpoint.key
            and not (mapped.options.readonly and name not in self.keys)
            and not mapped.options.secret
            and not (mapped.options.write_only and mapped.options.shown_as is None)
            and mapped.options.include in (None, *self.includes)
        }  # fmt: skip


_URL = frozenset({"image_url"})
_NO_KEYS = frozenset({"gift_wrapping_options_list"})


def _metafields(name: str, model: type[Resource], under: str, wave: int) -> Kind:
    return Kind(
        name=f"{name} metafields", model=model, under=under, owner="resource_id", wave=wave,
        names=lambda values: ((values["namespace"], values["key"]),), shown=("key",),
    )  # fmt: skip


def _chooses(row: Any) -> bool:
    """Whether a product has something that rules can be of."""
    variants = row.below.get("variants", ())
    return bool(row.below.get("modifiers")) or any(map(choices, (one.values for one in variants)))


CATALOG = ("brands", "category trees", "categories", "products")
"""The kinds of a copy that names none."""

WITH: Mapping[str, tuple[str, ...]] = {
    "categories": ("category trees",),
    "customers": (
        "customer groups", "customer attributes", "customer addresses", "customer attribute values",
    ),
    "price lists": ("price list assignments",),
}  # fmt: skip
"""Kinds that come along with one that is named."""

_ALL = (
    Kind(name="brands", model=resources.Brand, names=by("name"), pictures=_URL),
    _metafields("brand", resources.BrandMetafield, "brands", 1),
    Kind(
        name="category trees", model=resources.CategoryTree, names=by("name"), deleted=False,
        without=frozenset({"channels"}),
    ),
    Kind(
        name="categories", model=resources.TreeCategory, names=by("path"), shown=("path",),
        needs=("category trees",), pictures=_URL,
    ),
    _metafields("category", resources.CategoryMetafield, "categories", 1),
    Kind(
        name="products", model=resources.Product, names=either(by("sku"), by("name")),
        shown=("sku", "name"), needs=("brands", "category trees", "categories"), wave=1,
        includes=("channels",), without=_NO_KEYS,
    ),
    Kind(
        name="images", model=resources.ProductImage, under="products", array="images", rides=True,
        names=lambda _: (), shown=("image_url",), without=_URL, wave=2,
    ),
    Kind(
        name="videos", model=resources.ProductVideo, under="products", array="videos", rides=True,
        names=by("video_id"), shown=("video_id",), wave=2,
    ),
    Kind(
        name="custom fields", model=resources.ProductCustomField, under="products",
        array="custom_fields", rides=True, wave=2,
        names=lambda values: ((values["name"], values["value"]), (values["name"],)),
    ),
    Kind(
        name="bulk pricing rules", model=resources.BulkPricingRule, under="products",
        array="bulk_pricing_rules", rides=True, shown=("quantity_min",), wave=2,
        # Ranges must not overlap: one that is left over becomes one that is new.
        names=either(by("quantity_min", "quantity_max"), by("quantity_min"), lambda _: (0,)),
    ),
    Kind(
        name="options", model=WholeOption, under="products", array="options",
        names=by("display_name"), shown=("display_name",), without=_URL, wave=2,
    ),
    Kind(
        name="modifiers", model=WholeModifier, under="products", array="modifiers",
        names=by("display_name"), shown=("display_name",), wave=2,
    ),
    Kind(
        name="variants", model=resources.ProductVariant, under="products", array="variants",
        rides=True, names=_variant, shown=("sku", "option_values"), pictures=_URL, wave=3,
    ),
    Kind(
        name="complex rules", model=resources.ComplexRule, under="products", each=True,
        names=by("conditions"), shown=("conditions",), pictures=_URL, wave=4, where=_chooses,
    ),
    _metafields("product", resources.ProductMetafield, "products", 2),
    _metafields("variant", resources.VariantMetafield, "variants", 4),
    Kind(name="price lists", model=resources.PriceList, names=by("name")),
    Kind(
        name="price records", model=resources.PriceRecord, under="price lists", each=True,
        listed="v3/pricelists/{price_list_id}/records", includes=("bulk_pricing_tiers", "sku"),
        names=by("variant_id", "currency"), shown=("sku", "variant_id"), mapped=True,
        keys=("variant_id", "currency"), wave=4, whole=True,
    ),
    Kind(
        name="customer groups", model=resources.CustomerGroup, names=by("name"), wave=1, whole=True,
    ),
    Kind(
        name="price list assignments", model=resources.PriceListAssignment, wave=2, mapped=True,
        names=by("price_list_id", "customer_group_id", "channel_id"), shown=("price_list_id",),
        whole=True,
    ),
    Kind(name="customer attributes", model=resources.CustomerAttribute, names=by("name")),
    Kind(
        name="customers", model=resources.Customer, names=by("email"), shown=("email",), wave=2,
        includes=("storecredit", "formfields"), without=frozenset({"authentication"}), whole=True,
        always={"trigger_account_created_notification": False},
    ),
    Kind(
        name="customer addresses", model=resources.CustomerAddress, wave=3, mapped=True, whole=True,
        names=by("customer_id", "first_name", "last_name", "address1", "address2", "city",
                 "postal_code"),
        includes=("formfields",), shown=("address1",),
    ),
    Kind(
        name="customer attribute values", model=resources.CustomerAttributeValue, wave=3,
        mapped=True, names=by("customer_id", "attribute_id"), shown=("value",), whole=True,
    ),
    Kind(
        name="coupons", model=resources.Coupon, names=by("code"), shown=("code",), wave=2,
        whole=True,
    ),
    Kind(name="promotions", model=resources.Promotion, names=by("name"), wave=2, whole=True),
    Kind(
        name="promotion codes", model=resources.PromotionCode, under="promotions", each=True,
        names=by("code"), shown=("code",), wave=3,
        where=lambda row: row.values["redemption_type"] == "COUPON",
    ),
    Kind(
        name="pages", model=resources.Page, names=by("name", "channel_id"), includes=("body",),
        mapped=True, wave=1,
    ),
    Kind(
        name="sites", model=resources.Site, names=by("channel_id"), shown=("url",), mapped=True,
        written=False,
    ),
    Kind(
        name="redirects", model=resources.Redirect, names=by("site_id", "from_path"), wave=2,
        shown=("from_path",), mapped=True, whole=True, needs=("sites",),
    ),
    Kind(
        name="scripts", model=resources.Script, names=by("name", "channel_id"), mapped=True, wave=1,
        without=frozenset({"api_client_id"}),
    ),
)  # fmt: skip

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
"""All kinds, by name; those that others live below or refer to before these."""

VALUES: Mapping[str, Kind] = {
    "options": Kind(
        name="option values", model=resources.ProductOptionValue, names=by("label"),
        under="options",
    ),
    "modifiers": Kind(
        name="modifier values", model=resources.ProductModifierValue, names=by("label"),
        under="modifiers",
    ),
}  # fmt: skip
"""Values of options and modifiers, which are written with these, and deleted by themselves."""


def kinds_under(name: str) -> list[Kind]:
    """Return the kinds of what lives directly below rows of a kind."""
    return [kind for kind in KINDS.values() if kind.under == name]


def chosen(names: Iterable[str]) -> list[Kind]:
    """Return the kinds of some names with those that live below them, in order."""
    wanted = {*names}
    for kind in KINDS.values():
        if kind.under in wanted:
            wanted.add(kind.name)
    return [kind for name, kind in KINDS.items() if name in wanted]


def parts_of(model: type[Resource]) -> dict[str, type[Resource]]:
    """Return what lives below the rows of a resource and is copied with them, by name."""
    whose = [kind.name for kind in KINDS.values() if kind.model is model and not kind.under]
    return {kind.name: kind.model for name in whose for kind in kinds_under(name)}
