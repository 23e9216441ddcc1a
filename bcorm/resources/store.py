"""The store itself: its profile, its clock, its log, its metafields.

`store_information.v2.yml`, `store_information.v3.yml`, `store_logs.v3.yml`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from bcorm.model import Resource, Struct, readonly
from bcorm.query.endpoint import Batch, Endpoint
from bcorm.resources.metafields import BATCH, FILTERS, WHOLE_PUT, Metafield


class DateFormat(Struct):
    """How the store writes dates, in PHP's letters."""

    display: str = readonly(doc="How the store shows dates, in PHP's letters, such as `M jS Y`.")
    export: str = readonly(doc="How exports write dates, in PHP's letters.")
    extended_display: str = readonly(doc="How the store shows moments, in PHP's letters.")


class Timezone(Struct):
    """Where the store's clock is; offsets are in seconds."""

    name: str = readonly(doc="As the time zone database calls it, such as `America/Chicago`.")
    raw_offset: int = readonly(doc="Seconds that are added to UTC in winter.")
    dst_offset: int = readonly(doc="Seconds that are added to UTC in summer.")
    dst_correction: bool = readonly(doc="Whether clocks change in summer.")
    date_format: DateFormat = readonly()


class Logo(Struct):
    """The store's logo."""

    url: str = readonly()


class StorefrontLimits(Struct):
    """How many storefronts there are, those that are not open included."""

    active: int = readonly(doc="How many storefronts are open.")
    total_including_inactive: int = readonly(
        doc="How many storefronts there are, those that are not open included."
    )


class Features(Struct):
    """What the store can do."""

    stencil_enabled: bool = readonly(doc="Whether the theme is a Stencil one.")
    sitewidehttps_enabled: bool = readonly(doc="Whether all pages are served by HTTPS.")
    facebook_catalog_id: str = readonly(doc="The catalog's id at Meta; empty if there is none.")
    checkout_type: Literal["optimized", "single", "single_customizable", "klarna"] = readonly(
        doc="Which checkout shoppers see."
    )
    wishlists_enabled: bool = readonly()
    graphql_storefront_api_enabled: bool = readonly(
        doc="Whether the GraphQL Storefront API answers."
    )
    shopper_consent_tracking_enabled: bool = readonly(
        doc="Whether shoppers' choices of cookies are kept."
    )
    multi_storefront_enabled: bool = readonly(
        doc="Whether the plan allows more than one storefront."
    )
    storefront_limits: StorefrontLimits = readonly()


class Store(Resource):
    """The store's profile. `GET /v2/store`."""

    id: str = readonly(doc="The store hash, as addresses of the API have it.")
    account_uuid: str = readonly(doc="The account that the store belongs to.")
    store_id: int = readonly(doc="A number by which BigCommerce knows it, beside the hash.")
    domain: str = readonly(doc="The primary host name, without a scheme.")
    secure_url: str = readonly(doc="Its address with HTTPS.")
    control_panel_base_url: str = readonly(doc="The address of the control panel.")
    status: str = readonly()
    name: str = readonly()
    first_name: str = readonly(doc="Of the primary contact, from when the store was opened.")
    last_name: str = readonly(doc="Of the primary contact, from when the store was opened.")
    address: str = readonly(doc="As it is shown on the storefront.")
    country: str = readonly(doc="The country's name, as it was given when the store was made.")
    country_code: str = readonly(doc="The country's code of two letters (ISO 3166-1 alpha-2).")
    infrastructure_region: str = readonly(doc="The region of Google's cloud in which the store is.")
    phone: str = readonly(doc="As it is shown on the storefront.")
    admin_email: str = readonly(doc="The owner's address.")
    order_email: str = readonly(doc="The address for orders.")
    favicon_url: str = readonly(doc="The address of its favicon.")
    timezone: Timezone = readonly()
    language: str = readonly(doc="The default language's code, such as `en`.")
    currency: str = readonly(doc="The default currency's code of three letters.")
    currency_symbol: str = readonly(doc="The default currency's sign, such as `$`.")
    currency_symbol_location: str = readonly(doc="On which side of an amount the sign stands.")
    decimal_separator: str = readonly(doc="What stands before the decimals of an amount.")
    thousands_separator: str = readonly(doc="What stands between thousands of an amount.")
    decimal_places: int = readonly(doc="How many decimals an amount is shown with.")
    weight_units: str = readonly(doc="The unit of all weights, such as `Ounces`.")
    dimension_units: str = readonly(doc="The unit of all lengths, such as `Inches`.")
    dimension_decimal_places: int = readonly(doc="How many decimals a length is shown with.")
    dimension_decimal_token: str = readonly(doc="What stands before the decimals of a length.")
    dimension_thousands_token: str = readonly(doc="What stands between thousands of a length.")
    plan_name: str = readonly(doc="What BigCommerce calls the plan that is paid for.")
    plan_level: str = readonly()
    plan_is_trial: bool = readonly(doc="Whether the store is still being tried.")
    industry: str = readonly(doc="As it was chosen when the store was opened.")
    logo: Logo | None = readonly()
    is_price_entered_with_tax: bool = readonly(doc="Whether the catalog's prices have tax in them.")
    default_channel_id: int = readonly()
    default_site_id: int = readonly(doc="The site of the default storefront.")
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


class StoreMetafield(Metafield):
    """A value that an app keeps beside the store. `GET /v3/store/metafields`."""

    resource_type: Literal["brand", "product", "variant", "category", "cart", "store"] = readonly(  # type: ignore[assignment]
        doc="What kind of row it belongs to."
    )
    resource_id: str = readonly(doc="The store's key.")  # type: ignore[assignment]  # a text

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
    module: str = readonly(doc="The part of the store that wrote it.")
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
