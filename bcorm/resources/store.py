"""The store itself: its profile, its clock, its log, its metafields.

`store_information.v2.yml`, `store_information.v3.yml`, `store_logs.v3.yml`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Batch, Endpoint
from bcorm.resources.metafields import BATCH, FILTERS, WHOLE_PUT, PermissionSet


class DateFormat(Struct):
    """How the store writes dates, in PHP's letters."""

    display: str = readonly()
    export: str = readonly()
    extended_display: str = readonly()


class Timezone(Struct):
    """Where the store's clock is; offsets are in seconds."""

    name: str = readonly()
    raw_offset: int = readonly()
    dst_offset: int = readonly()
    dst_correction: bool = readonly()
    date_format: DateFormat = readonly()


class Logo(Struct):
    """The store's logo."""

    url: str = readonly()


class StorefrontLimits(Struct):
    """How many storefronts the plan allows."""

    active: int = readonly()
    total_including_inactive: int = readonly()


class Features(Struct):
    """What the store can do."""

    stencil_enabled: bool = readonly()
    sitewidehttps_enabled: bool = readonly()
    facebook_catalog_id: str = readonly()
    checkout_type: Literal["optimized", "single", "single_customizable", "klarna"] = readonly()
    wishlists_enabled: bool = readonly()
    graphql_storefront_api_enabled: bool = readonly()
    shopper_consent_tracking_enabled: bool = readonly()
    multi_storefront_enabled: bool = readonly()
    storefront_limits: StorefrontLimits = readonly()


class Store(Resource):
    """The store's profile. `GET /v2/store`."""

    id: str = readonly()
    account_uuid: str = readonly()
    store_id: int = readonly()
    domain: str = readonly()
    secure_url: str = readonly()
    control_panel_base_url: str = readonly()
    status: str = readonly()
    name: str = readonly()
    first_name: str = readonly()
    last_name: str = readonly()
    address: str = readonly()
    country: str = readonly()
    country_code: str = readonly()
    infrastructure_region: str = readonly()
    phone: str = readonly()
    admin_email: str = readonly()
    order_email: str = readonly()
    favicon_url: str = readonly()
    timezone: Timezone = readonly()
    language: str = readonly()
    currency: str = readonly()
    currency_symbol: str = readonly()
    currency_symbol_location: str = readonly()
    decimal_separator: str = readonly()
    thousands_separator: str = readonly()
    decimal_places: int = readonly()
    weight_units: str = readonly()
    dimension_units: str = readonly()
    dimension_decimal_places: int = readonly()
    dimension_decimal_token: str = readonly()
    dimension_thousands_token: str = readonly()
    plan_name: str = readonly()
    plan_level: str = readonly()
    plan_is_trial: bool = readonly()
    industry: str = readonly()
    logo: Logo | None = readonly()
    is_price_entered_with_tax: bool = readonly()
    default_channel_id: int = readonly()
    default_site_id: int = readonly()
    active_comparison_modules: list[Any] = readonly()
    features: Features = readonly()

    endpoint = Endpoint(
        path="v2/store",
        key=None,
        verbs=("get",),
    )


class StoreTime(Resource):
    """The store's clock. `GET /v2/time`."""

    time: datetime = readonly(format="unix")

    endpoint = Endpoint(
        path="v2/time",
        key=None,
        verbs=("get",),
    )


class StoreMetafield(Resource):
    """A value that an app keeps beside the store. `GET /v3/store/metafields`."""

    id: int = readonly()
    key: str = field(required=True, max_length=64)
    value: str = field(required=True, max_length=65_535)
    namespace: str = field(required=True, max_length=64)
    permission_set: PermissionSet = field(required=True)
    description: str = field(max_length=255)
    resource_type: Literal["brand", "product", "variant", "category", "cart", "store"] = readonly()
    resource_id: str = readonly()
    date_created: datetime = readonly()
    date_modified: datetime = readonly()
    owner_client_id: str | None = readonly()

    endpoint = Endpoint(
        path="v3/store/metafields",
        create_batch=Batch(BATCH, single=True),
        update_batch=BATCH,
        delete_batch=Batch(BATCH, body=True),
        verbs=("list", "get", "update", "delete"),
        paging="both",
        selects=True,
        filters=FILTERS,
        natural_key="namespace key",
        put_rules=(WHOLE_PUT,),
    )


class SystemLog(Resource):
    """A line of the store's log. `GET /v3/store/systemlogs`."""

    id: int = readonly()
    type: str = readonly()
    module: str = readonly()
    severity: str = readonly()
    summary: str = readonly()
    message: str = readonly()
    date_created: datetime = readonly()

    endpoint = Endpoint(
        path="v3/store/systemlogs",
        verbs=("list",),
        filters={
            "id": "in",
            "type": "exact ne",
            "module": "exact ne",
            "severity": "exact gte lte",
        },
        sort="date_created type",
    )
