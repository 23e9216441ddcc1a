"""V3 options, modifiers and variants of products, and all variants of the store.

After `product-variant-options_catalog.v3.yml` and its siblings for modifiers and variants.
"""

from __future__ import annotations

from bcorm.emulator.domains.metafields.tables import batches, metafields
from bcorm.emulator.domains.options import behaviour, variants
from bcorm.emulator.domains.products.tables import ADJUSTER, INT32, SORT, UNDER_PRODUCT
from bcorm.emulator.operations import operation
from bcorm.emulator.pictures import upload_of
from bcorm.emulator.rendering import children
from bcorm.emulator.resource import Filter, Hooks, Resource, Unique, filters
from bcorm.emulator.schema import (
    Field,
    boolean,
    choice,
    integer,
    nested,
    number,
    objects,
    readonly,
    string,
    strings,
)

CONFIG = nested(
    "config",
    string("default_value"),
    boolean("checked_by_default"),
    string("checkbox_label"),
    boolean("date_limited"),
    choice("date_limit_mode", "earliest range latest"),
    string("date_earliest_value"),
    string("date_latest_value"),
    choice("file_types_mode", "specific all"),
    strings("file_types_supported"),
    strings("file_types_other"),
    integer("file_max_size", high=524_288),
    boolean("text_characters_limited"),
    integer("text_min_length"),
    integer("text_max_length"),
    boolean("text_lines_limited"),
    integer("text_max_lines"),
    boolean("number_limited"),
    choice("number_limit_mode", "lowest highest range"),
    number("number_lowest_value"),
    number("number_highest_value"),
    boolean("number_integers_only"),
    boolean("product_list_adjusts_inventory"),
    boolean("product_list_adjusts_pricing"),
    choice("product_list_shipping_calc", "none weight package"),
)

OPTION = Resource(
    path=UNDER_PRODUCT + "/options",
    selectable="include_fields exclude_fields",
    item="option_id",
    noun="option",
    fields=(
        *readonly(integer("product_id"), string("name")),
        string("display_name", required="post", shortest=1, longest=255),
        choice(
            "type",
            "radio_buttons rectangles dropdown product_list product_list_with_images swatch",
            required="post",
        ),
        CONFIG,
        integer("sort_order", 0, **SORT),
        objects("option_values", write_only=True, fewest=1),
        string("image_url", write_only=True),
    ),
    verbs="list create get update delete",
    parent_field="product_id",
    unique=(Unique("display_name", "The display name '{display_name}' is taken", ("parent",)),),
    embeds={"option_values": children(UNDER_PRODUCT + "/options/{option_id}/values")},
    hooks=Hooks(behaviour.prepare, behaviour.saved, behaviour.deleting),
)

_CHOSEN = (
    integer("id"),
    integer("option_id"),
    string("label", shortest=1, longest=255),
    string("option_display_name", shortest=1, longest=255),
)

_VALUE = (
    string("label", required="post", shortest=1, longest=255),
    integer("sort_order", required="post", **SORT),
    nested("value_data", strings("colors", most=3), free=True, nullable=True),
    boolean("is_default", False),
)

OPTION_VALUE = Resource(
    path=UNDER_PRODUCT + "/options/{option_id}/values",
    selectable="include_fields exclude_fields",
    item="value_id",
    noun="option value",
    fields=_VALUE,
    verbs="list create get update delete",
    most=250,
    unique=(Unique("label", "The label '{label}' is taken", ("parent",), 422),),
    hooks=Hooks(behaviour.prepare_value, behaviour.value_saved, behaviour.value_deleting),
)

MODIFIER = Resource(
    path=UNDER_PRODUCT + "/modifiers",
    selectable="include_fields exclude_fields",
    item="modifier_id",
    noun="modifier",
    fields=(
        *readonly(integer("product_id"), string("name")),
        string("display_name", required="post", shortest=1, longest=255),
        choice(
            "type",
            "date checkbox file text multi_line_text numbers_only_text radio_buttons rectangles"
            " dropdown product_list product_list_with_images swatch",
            required="post put",
        ),
        boolean("required", required="post put"),
        CONFIG,
        integer("sort_order", 0),
        objects("option_values", write_only=True),
    ),
    verbs="list create get update delete",
    parent_field="product_id",
    unique=(Unique("display_name", "The display name '{display_name}' is taken", ("parent",)),),
    embeds={"option_values": children(UNDER_PRODUCT + "/modifiers/{modifier_id}/values")},
    hooks=Hooks(behaviour.prepare, behaviour.modifier_saved),
)

MODIFIER_VALUE = Resource(
    path=UNDER_PRODUCT + "/modifiers/{modifier_id}/values",
    selectable="include_fields exclude_fields",
    item="value_id",
    noun="modifier value",
    fields=(
        *_VALUE,
        nested(
            "adjusters",
            nested("price", *ADJUSTER, nullable=True),
            nested("weight", *ADJUSTER, nullable=True),
            string("image_url"),
            nested("purchasing_disabled", boolean("status"), string("message")),
        ),
        *readonly(integer("option_id")),
    ),
    verbs="list create get update delete",
    parent_field="option_id",
    unique=(Unique("label", "The label '{label}' is taken", ("parent",), 422),),
    hooks=Hooks(prepare=behaviour.prepare_modifier_value),
)

_INHERITED = {"low": 0, "nullable": True}
VARIANT_FIELDS: tuple[Field, ...] = (
    integer("product_id", None),
    string("sku", "", 255),
    *readonly(integer("sku_id", None, nullable=True)),
    number("price", None, **_INHERITED),
    *readonly(number("calculated_price")),
    number("sale_price", None, **_INHERITED),
    number("retail_price", None, **_INHERITED),
    number("map_price", None, nullable=True),
    number("weight", None, **_INHERITED),
    *readonly(number("calculated_weight")),
    number("width", None, **_INHERITED),
    number("height", None, **_INHERITED),
    number("depth", None, **_INHERITED),
    boolean("is_free_shipping", False),
    number("fixed_cost_shipping_price", None, **_INHERITED),
    string("image_url", ""),
    boolean("purchasing_disabled", False),
    string("purchasing_disabled_message", "", 255),
    number("cost_price", 0, **_INHERITED),
    string("upc", "", 14, nullable=True),
    string("mpn", "", nullable=True),
    string("gtin", "", 14, nullable=True),
    integer("inventory_level", 0, high=INT32, nullable=True),
    integer("inventory_warning_level", 0, high=INT32, nullable=True),
    string("bin_picking_number", "", 255, nullable=True),
    objects("option_values", *_CHOSEN, default=[]),
)

VARIANT = Resource(
    path=UNDER_PRODUCT + "/variants",
    selectable="include_fields exclude_fields",
    item="variant_id",
    noun="variant",
    fields=VARIANT_FIELDS,
    verbs="list create get update delete",
    most=600,
    unique=(Unique("sku", "The variant sku '{sku}' is a duplicate"),),
    hooks=Hooks(variants.prepare, variants.saved, variants.deleting, variants.accept),
)

ALL_VARIANTS = Resource(
    path="v3/catalog/variants",
    selectable="include_fields exclude_fields",
    item="variant_id",
    noun="variant",
    stored=VARIANT.collection,
    fields=VARIANT_FIELDS,
    verbs="list",
    filters=(
        *filters("id sku upc", VARIANT_FIELDS),
        Filter("product_id:in", "_parent", "in", "integer"),
    ),
    indexed=("upc",),
    batch=50,
    hooks=VARIANT.hooks,
    unique=VARIANT.unique,
)

_METAFIELDS = metafields(
    VARIANT,
    "variant",
    "metafield_id",
    store_wide="v3/catalog/variants/metafields",
    put="permission_set",
)

RESOURCES = (OPTION, OPTION_VALUE, MODIFIER, MODIFIER_VALUE, VARIANT, ALL_VARIANTS, *_METAFIELDS)

OPERATIONS = (
    operation("PUT", ALL_VARIANTS.path, variants.update_batch, resource=ALL_VARIANTS),
    upload_of(MODIFIER_VALUE),
    upload_of(VARIANT),
    *batches(*_METAFIELDS),
)

REFUSALS = (variants.EMPTY_SKU,)
