"""Customers of V3 and V2: the same people behind two faces, and their groups.

After `customers.v3.yml` and `customers.v2.yml`. Recordings of live stores decide on dates
(`Z`), pagination without `links` and empty names in addresses.
"""

from __future__ import annotations

from functools import partial

from bcorm.emulator.domains.customers import accounts, behaviour, data
from bcorm.emulator.domains.customers import v2_behaviour as v2
from bcorm.emulator.domains.metafields.tables import batches, metafields
from bcorm.emulator.domains.segments import behaviour as segments
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Sorting, Unique, filters
from bcorm.emulator.schema import (
    anything,
    boolean,
    choice,
    integer,
    integers,
    moment,
    money,
    nested,
    number,
    objects,
    readonly,
    string,
)

# V3

CUSTOMER_FIELDS = (
    nested("authentication", boolean("force_password_reset"), string("new_password")),
    string("company", "", 255),
    integer("customer_group_id", 0),
    string("email", required="post", shortest=3, longest=250, format="email"),
    string("first_name", required="post", shortest=1, longest=100),
    string("last_name", required="post", shortest=1, longest=100),
    string("notes", ""),
    string("phone", "", 50),
    string("registration_ip_address", "", 30),
    string("tax_exempt_category", "", 255),
    *readonly(moment("date_created"), moment("date_modified")),
    boolean("accepts_product_review_abandoned_cart_emails", False),
    objects("store_credit_amounts", number("amount"), write_only=True),
    integer("origin_channel_id", 1),
    integers("channel_ids", None, nullable=True),
    objects("addresses", write_only=True),
    objects("attributes", write_only=True),
    objects("form_fields", write_only=True),
    boolean("trigger_account_created_notification", write_only=True),
)
_UNIQUE_EMAIL = Unique("email", "", refusal=behaviour.EMAIL_TAKEN)

CUSTOMER = Resource(
    path="v3/customers",
    deletes_take="id:in",
    noun="customer",
    fields=CUSTOMER_FIELDS,
    verbs="list create_many update_many delete_listed",
    filters=(
        *filters(
            "id:in company:in customer_group_id:in date_created date_created:min date_created:max"
            " date_modified date_modified:min date_modified:max phone:in"
            " registration_ip_address:in",
            CUSTOMER_FIELDS,
        ),
        Filter("email:in", condition=behaviour.lives_in("email")),
        Filter("name:in", condition=behaviour.named),
        Filter("name:like", condition=behaviour.named_like),
    ),
    sorting=Sorting(("date_created", "last_name", "date_modified"), "suffix"),
    paging=Paging(cursor=True, links=False),
    includes={
        "addresses": {
            "address_count": behaviour.count_children(data.ADDRESSES),
            "addresses": behaviour.show_children(data.ADDRESSES),
        },
        "attributes": {
            "attribute_count": behaviour.count_children(data.VALUES),
            "attributes": behaviour.show_children(data.VALUES),
        },
        "storecredit": {"store_credit_amounts": behaviour.show_credit},
        "formfields": {"form_fields": behaviour.show_fields("customer_id")},
        "shopper_profile_id": segments.show_profile,
        "segment_ids": segments.show_segments,
    },
    echo=("storecredit",),
    unique=(_UNIQUE_EMAIL,),
    indexed=("first_name", "last_name", "date_created", "customer_group_id"),
    batch=10,
    names_rows=True,
    unknown=behaviour.UNKNOWN_CUSTOMER,
    stamps="zulu",
    hooks=Hooks(behaviour.prepare, behaviour.saved, behaviour.deleting),
)

ADDRESS_FIELDS = (
    string("address1", required="post"),
    string("address2", ""),
    choice("address_type", "residential commercial", "residential"),
    string("city", required="post", longest=100),
    string("company", "", 255),
    string("country", readonly=True),
    string("country_code", required="post", shortest=2, longest=2, format="country"),
    integer("customer_id", required="post"),
    string("first_name", required="post", shortest=1, longest=255),
    string("last_name", required="post", shortest=1, longest=255),
    string("phone", "", 50),
    string("postal_code", "", 30, required="post"),
    string("state_or_province", "", 100, required="post"),
    objects("form_fields", write_only=True),
)

ADDRESS = Resource(
    path="v3/customers/addresses",
    deletes_take="id:in",
    noun="address",
    fields=ADDRESS_FIELDS,
    verbs="list update_many delete_listed",
    owner=(CUSTOMER.path, "customer_id"),
    filters=(
        *filters("id:in company:in", ADDRESS_FIELDS),
        Filter("customer_id:in", "_parent", "in", "integer"),
        Filter("name:in", condition=behaviour.named),
    ),
    indexed=("first_name", "last_name"),
    paging=Paging(links=False),
    includes={"formfields": {"form_fields": behaviour.show_fields("address_id")}},
    hooks=Hooks(data.prepare_address, data.address_saved),
)

_DATES = (
    "date_created date_created:min date_created:max"
    " date_modified date_modified:min date_modified:max"
)

ATTRIBUTE_FIELDS = (
    string("name", required="post put", shortest=1, longest=255),
    choice("type", "string number date", required="post"),
    *readonly(moment("date_created"), moment("date_modified")),
)

ATTRIBUTE = Resource(
    path="v3/customers/attributes",
    deletes_take="id:in",
    noun="attribute",
    fields=ATTRIBUTE_FIELDS,
    verbs="list create_many update_many delete_listed",
    filters=(
        Filter("id:in", "id", "in", "integer", only="DELETE"),
        *filters(f"name name:like type {_DATES}", ATTRIBUTE_FIELDS),
    ),
    paging=Paging(links=False),
    unique=(Unique("name", "The attribute name '{name}' is in use.", (), 422),),
    most=50,
    batch=10,
    stamps="zulu",
    hooks=Hooks(data.prepare_attribute),
)

_VALUE_FIELDS = (
    integer("customer_id"),
    integer("attribute_id"),
    string("attribute_value", longest=255),
    *readonly(moment("date_created"), moment("date_modified")),
)

ATTRIBUTE_VALUE = Resource(
    path="v3/customers/attribute-values",
    deletes_take="id:in",
    noun="attribute value",
    fields=_VALUE_FIELDS,
    verbs="list delete_listed",
    owner=(CUSTOMER.path, "customer_id"),
    also_below=((ATTRIBUTE.path, "attribute_id"),),
    filters=(
        Filter("id:in", "id", "in", "integer", only="DELETE"),
        *filters(f"attribute_id:in {_DATES}", _VALUE_FIELDS),
        Filter("customer_id:in", "_parent", "in", "integer"),
        Filter("name", "attribute_value"),
    ),
    indexed=("attribute_id",),
    paging=Paging(links=False),
    stamps="zulu",
)

FORM_FIELD_VALUE = Resource(
    path="v3/customers/form-field-values",
    noun="form field value",
    fields=(string("name"), anything("value"), integer("customer_id"), integer("address_id")),
    verbs="list",
    filters=(
        Filter("customer_id", "customer_id", "eq", "integer"),
        Filter("address_id", "address_id", "eq", "integer"),
        Filter("field_name", "name"),
        Filter("field_type", condition=data.field_kind, choices=data.FORM_FIELD_TYPES),
    ),
    indexed=("customer_id", "address_id"),
    paging=Paging(cursor=True),
)

_METAFIELDS = metafields(
    CUSTOMER, "customer", "metafield_id", own_item="customer_id", written_as_list=True
)

# V2

CUSTOMER_V2_FIELDS = (
    *readonly(integer("id"), string("date_created"), string("date_modified")),
    nested(
        "_authentication",
        boolean("force_reset"),
        string("password"),
        string("password_confirmation"),
    ),
    string("company", longest=255),
    string("first_name", required="post", shortest=1, longest=100),
    string("last_name", required="post", shortest=1, longest=100),
    string("email", required="post", shortest=3, longest=250, format="email"),
    string("phone", longest=50),
    money("store_credit"),
    string("registration_ip_address", longest=30),
    integer("customer_group_id"),
    string("notes"),
    string("tax_exempt_category", longest=255),
    boolean("reset_pass_on_login"),
    *readonly(boolean("accepts_marketing"), anything("addresses"), anything("form_fields")),
)

CUSTOMER_V2 = Resource(
    path="v2/customers",
    item="customer_id",
    noun="customer",
    stored=CUSTOMER.collection,
    fields=CUSTOMER_V2_FIELDS,
    verbs="list count create get update delete delete_all",
    filters=(
        *filters(
            "first_name last_name company email phone customer_group_id tax_exempt_category min_id"
            " max_id",
            CUSTOMER_FIELDS,
        ),
        *filters(
            "min_date_created max_date_created min_date_modified max_date_modified",
            (),
            date_created="datetime",
            date_modified="datetime",
        ),
        Filter("store_credit", condition=v2.with_credit),
    ),
    empty=204,
    unique=(Unique("email", "The field 'email' is invalid.", (), 409),),
    stamps="zulu",
    present=v2.show_v2,
    hooks=Hooks(v2.prepare_v2, deleting=behaviour.deleting),
)

ADDRESS_V2 = Resource(
    path="v2/customers/{customer_id}/addresses",
    item="customer_address_id",
    noun="address",
    stored=ADDRESS.collection,
    fields=(
        *readonly(integer("id"), string("country_iso2"), anything("form_fields")),
        integer("customer_id"),
        string("first_name", required="post put", shortest=1, longest=255),
        string("last_name", required="post put", shortest=1, longest=255),
        string("company", longest=255),
        string("street_1", required="post put"),
        string("street_2"),
        string("city", required="post put", longest=100),
        string("state", required="post put", longest=100),
        string("zip", required="post put", longest=30),
        string("country", required="post put"),
        string("phone", required="post put", longest=50),
        choice("address_type", "residential commercial"),
    ),
    verbs="list count create get update delete delete_all",
    empty=204,
    present=v2.show_address_v2,
    hooks=Hooks(v2.prepare_address_v2),
)

GROUP_FIELDS = (
    integer("id", readonly=True),
    string("name", required="post", shortest=1),
    boolean("is_default", False),
    nested("category_access", choice("type", "all specific none"), integers("categories")),
    objects("discount_rules", default=[]),
    *readonly(moment("date_created"), moment("date_modified")),
    boolean("is_group_for_guests", False),
)

GROUP = Resource(
    path="v2/customer_groups",
    item="customer_group_id",
    noun="customer group",
    fields=GROUP_FIELDS,
    verbs="list count create get update delete",
    filters=filters(f"name name:like is_default is_group_for_guests {_DATES}", GROUP_FIELDS),
    empty=204,
    unique=(Unique("name", "The field 'name' is invalid."),),
    stamps="sql",
    hooks=Hooks(v2.prepare_group, deleting=v2.group_deleting),
)

RESOURCES = (
    CUSTOMER,
    ADDRESS,
    ATTRIBUTE,
    ATTRIBUTE_VALUE,
    FORM_FIELD_VALUE,
    *_METAFIELDS,
    CUSTOMER_V2,
    ADDRESS_V2,
    GROUP,
)

_SETTINGS = "v3/customers/settings"
_CHANNEL = _SETTINGS + "/channels/{channel_id}"
OPERATIONS = (
    Operation("POST", ADDRESS.path, partial(data.create_addresses, resource=ADDRESS)),
    Operation("PUT", ATTRIBUTE_VALUE.path, partial(data.put_values, resource=ATTRIBUTE_VALUE)),
    Operation("PUT", FORM_FIELD_VALUE.path, partial(data.put_fields, resource=FORM_FIELD_VALUE)),
    Operation("POST", "v3/customers/validate-credentials", accounts.validate_credentials),
    Operation("GET", _SETTINGS, accounts.show_settings),
    Operation("PUT", _SETTINGS, accounts.set_settings),
    Operation("GET", _CHANNEL, accounts.show_settings),
    Operation("PUT", _CHANNEL, accounts.set_settings),
    Operation("GET", "v3/customers/{customer_id}/consent", accounts.show_consent),
    Operation("PUT", "v3/customers/{customer_id}/consent", accounts.set_consent),
    Operation("GET", "v3/customers/{customer_id}/stored-instruments", accounts.stored_instruments),
    Operation("POST", "v2/customers/{customer_id}/validate", accounts.validate_v2),
    *batches(*_METAFIELDS),
)

REFUSALS = (
    behaviour.EMAIL_TAKEN,
    behaviour.UNKNOWN_CUSTOMER,
    data.STATE_CODE,
    data.FOREIGN_STATE,
    v2.LONE_PRICE_LIST,
    v2.COUNTRY_CODE,
    v2.V2_STATE_CODE,
)
