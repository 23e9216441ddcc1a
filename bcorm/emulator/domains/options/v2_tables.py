"""What V2 alone has: shared options, option sets and the configurable fields of products."""

from __future__ import annotations

from bcorm.emulator import mirror as m
from bcorm.emulator.domains.options import tables as v3
from bcorm.emulator.domains.options import v2_behaviour as v2
from bcorm.emulator.mirror import Mirror, view_of
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Resource, filters
from bcorm.emulator.schema import (
    Field,
    array,
    boolean,
    choice,
    integer,
    money,
    readonly,
    string,
)

_ALL = "list get create update delete delete_all"
OPTION = Resource(
    path="v2/options",
    item="option_id",
    noun="option",
    fields=(
        string("name", required="post", shortest=1, longest=255),
        string("display_name", longest=255),
        choice("type", "C CS D F MT N PI PL RB RT S T", required="post"),
        *readonly(Field("values", "any")),
    ),
    verbs="list create update delete delete_all count",
    numbered_with=v3.OPTION.collection,
    filters=filters("name display_name type", (string("name"), string("display_name"))),
    empty=204,
    present=v2.show_shared_option,
    hooks=Hooks(v2.prepare_shared_option),
)

OPTION_VALUE = Resource(
    path="v2/options/{option_id}/values",
    item="value_id",
    noun="option value",
    fields=(
        string("label", required="post", shortest=1, longest=255),
        string("value", required="post"),
        integer("sort_order", 0),
        boolean("is_default", default=False),
        *readonly(integer("id"), integer("option_id")),
    ),
    verbs="get create update delete delete_all",
    numbered_with=v3.OPTION_VALUE.collection,
    empty=204,
    parent_field="option_id",
    parents_checked=False,
)

OPTION_SET = Resource(
    path="v2/option_sets",
    item="option_set_id",
    noun="option set",
    fields=(
        string("name", required="post", shortest=1, longest=255),
        *readonly(integer("id"), Field("options", "any")),
    ),
    verbs=_ALL + " count",
    filters=filters("name", (string("name"),)),
    empty=204,
    present=v2.show_option_set,
)

OPTION_SET_OPTION = Resource(
    path="v2/option_sets/{option_set_id}/options",
    noun="option",
    fields=(
        integer("option_id", required="post"),
        string("display_name", longest=255),
        integer("sort_order", 0),
        boolean("is_required", default=False),
        *readonly(
            integer("id"),
            integer("option_set_id"),
            Field("option", "any"),
            Field("values", "any"),
        ),
    ),
    verbs=_ALL,
    empty=204,
    parent_field="option_set_id",
    present=v2.show_set_option,
    hooks=Hooks(v2.prepare_set_option),
)

CONFIGURABLE_FIELD = Resource(
    path="v2/products/{product_id}/configurable_fields",
    noun="configurable field",
    fields=(
        integer("product_id"),
        string("name"),
        string("type"),
        string("allowed_file_types"),
        integer("max_size", 0),
        string("select_options"),
        boolean("is_required", default=False),
        integer("sort_order", 0),
    ),
    verbs="",
    stored="v3/catalog/products/configurable-fields",
    empty=204,
    parents_checked=False,
)
_FIELDS = Mirror(
    view=CONFIGURABLE_FIELD,
    target=CONFIGURABLE_FIELD.path,
    verbs="list get delete delete_all",
    store_wide="v2/products/configurable_fields",
)

_P = "v2/products/{product_id}"
_WRITING = "post"

PRODUCT_OPTION = Mirror(
    view=view_of(_P + "/options", v3.OPTION, "option", present=v2.show_option),
    target=v3.OPTION.path,
    verbs="list get",
)

_OPTIONAL = {"low": 0, "nullable": True}

SKU = Mirror(
    view=view_of(
        _P + "/skus",
        v3.VARIANT,
        "sku",
        present=v2.show_sku,
        filters=(
            *filters(
                "min_id max_id sku upc inventory_level inventory_warning_level"
                " bin_picking_number min_inventory_level max_inventory_level",
                v3.VARIANT_FIELDS,
            ),
            Filter("_is_sku", condition=v2.is_sku),
        ),
    ),
    target=v3.VARIANT.path,
    accepts=(
        string("sku", required=_WRITING, shortest=1, longest=255),
        money("price", **_OPTIONAL),
        money("cost_price", **_OPTIONAL),
        money("weight", **_OPTIONAL),
        string("upc"),
        integer("inventory_level", low=0),
        integer("inventory_warning_level", low=0),
        string("bin_picking_number"),
        boolean("is_purchasing_disabled"),
        string("purchasing_disabled_message"),
        string("image_file"),
        array(
            "options",
            Field(
                "",
                "object",
                fields=(
                    integer("product_option_id", required=_WRITING),
                    integer("option_value_id", required=_WRITING),
                ),
            ),
            required=_WRITING,
        ),
        *readonly(
            integer("id"),
            integer("product_id"),
            money("adjusted_price"),
            money("adjusted_weight"),
        ),
    ),
    translate=v2.read_sku,
    fixed={"_is_sku": "1"},
    store_wide="v2/products/skus",
    store_verbs="list count",
)

_MIRRORS = (_FIELDS, PRODUCT_OPTION, SKU)
RESOURCES = (
    OPTION,
    OPTION_VALUE,
    OPTION_SET,
    OPTION_SET_OPTION,
    CONFIGURABLE_FIELD,
    PRODUCT_OPTION.view,
    SKU.view,
)
OPERATIONS = (
    operation("GET", OPTION.item_path, v2.get_option, resource=OPTION),
    operation("GET", OPTION_VALUE.path, v2.list_values, resource=OPTION_VALUE),
    *(each for mirror in _MIRRORS for each in m.operations(mirror)),
)
