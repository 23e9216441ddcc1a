"""Where a store sells: channels, and what is set per channel (`channels.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, resend
from bcorm.resources.metafields import FILTERS, Metafield, metafields
from bcorm.resources.sites import ChannelSite

# The spec states no limit for listings and currency assignments.
BATCH = 10

ListingState = Literal[
    "active",
    "disabled",
    "error",
    "pending",
    "pending_disable",
    "pending_delete",
    "partially_rejected",
    "queued",
    "rejected",
    "submitted",
    "deleted",
]


class ChannelMetafield(Metafield):
    """A metafield of a channel. `GET /v3/channels/{channel_id}/metafields`."""

    endpoint = metafields(
        "v3/channels/{resource_id}/metafields",
        "v3/channels/metafields",
        filters={**FILTERS, "date_created": "exact gte lte", "date_modified": "exact gte lte"},
    )


class ChannelActiveTheme(Resource):
    """What a storefront looks like. `GET /v3/channels/{channel_id}/active-theme`."""

    active_theme_uuid: str | None = readonly()
    active_theme_configuration_uuid: str | None = readonly()
    active_theme_version_uuid: str | None = readonly()
    saved_theme_configuration_uuid: str | None = readonly()

    endpoint = Endpoint(path="v3/channels/{channel_id}/active-theme", key=None, verbs=("get",))


class MenuSection(Struct):
    """An entry of an app in a channel's menu."""

    title: str = field()
    query_path: str = field()


class ChannelMenus(Resource):
    """A channel's menus in the control panel. `GET /v3/channels/{channel_id}/channel-menus`."""

    bigcommerce_protected_app_sections: list[
        Literal[
            "overview",
            "storefront_settings",
            "localization",
            "carousel",
            "script_manager",
            "currencies",
            "payments",
            "checkout",
            "domains",
            "notifications",
            "social",
            "pages",
            "data_solutions",
        ]
    ] = field()
    custom_app_sections: list[MenuSection] = field()

    endpoint = Endpoint(
        path="v3/channels/{channel_id}/channel-menus",
        key=None,
        verbs=("get", "create", "update", "delete"),
        update_method="POST",
        put_rules=(
            resend(
                "bigcommerce_protected_app_sections",
                "custom_app_sections",
                source="channels.v3.yml, POST /channels/{channel_id}/channel-menus",
                reason="the request replaces all menus of the channel",
            ),
        ),
    )


class CurrencyAssignment(Resource):
    """The currencies of a channel. `GET /v3/channels/currency-assignments`.

    A channel without one uses the store's currencies.
    """

    channel_id: int = readonly()
    enabled_currencies: list[str] = field(required=True)
    default_currency: str = field(required=True)

    channel = one["Channel"]("Channel", parent=True)

    endpoint = Endpoint(
        path="v3/channels/{channel_id}/currency-assignments",
        item_path="v3/channels/{channel_id}/currency-assignments",
        key="channel_id",
        verbs=("get", "create", "update", "delete"),
        create_batch=Batch(BATCH, path="v3/channels/currency-assignments", carry=("channel_id",)),
        update_batch=Batch(BATCH, path="v3/channels/currency-assignments"),
        everywhere=Endpoint(
            path="v3/channels/currency-assignments", key="channel_id", paging="none"
        ),
        put_rules=(
            resend(
                "enabled_currencies",
                "default_currency",
                source="channels.v3.yml, PUT /channels/{channel_id}/currency-assignments",
                reason="the body's schema requires both",
            ),
        ),
    )


class ListingVariant(Struct):
    """How a variant is shown on a channel."""

    channel_id: int = readonly()
    product_id: int = field(required=True)
    variant_id: int = field(required=True)
    external_id: str = field()
    state: Literal[
        "active",
        "disabled",
        "error",
        "pending",
        "pending_disable",
        "pending_delete",
        "queued",
        "rejected",
        "submitted",
        "deleted",
    ] = field(required=True)
    name: str = field()
    description: str = field()
    date_created: datetime = readonly()
    date_modified: datetime = readonly()


class ChannelListing(Resource):
    """How a product is shown on a channel. `GET /v3/channels/{channel_id}/listings`.

    An update adds the variants that it names and leaves the others alone; there is no way to
    remove one but its state.
    """

    listing_id: int = readonly()
    channel_id: int = readonly()
    product_id: int = field(required=True, create_only=True)
    external_id: str = field()
    state: ListingState = field(required=True)
    name: str = field()
    description: str = field()
    variants: list[ListingVariant] = field(required=True)
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    channel = one["Channel"]("Channel", parent=True)

    endpoint = Endpoint(
        path="v3/channels/{channel_id}/listings",
        key="listing_id",
        verbs=("list", "get"),
        create_batch=Batch(BATCH, single=True),
        update_batch=Batch(BATCH, single=True),
        keyset="after",
        filters={
            "product_id": "in",
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
        },
        natural_key="product_id",
        put_rules=(
            resend(
                "product_id",
                "state",
                "variants",
                source="channels.v3.yml, PUT /channels/{channel_id}/listings",
                reason="the body's schema requires all three",
            ),
        ),
    )


class ChannelCurrencies(Struct):
    """What `include=currencies` shows of a channel's currency assignment."""

    channel_id: int = readonly()
    enabled_currencies: list[str] = readonly()
    default_currency: str = readonly()


class Channel(Resource):
    """A place where the store sells. `GET /v3/channels`.

    Channel 1 is the storefront that every store has. A channel is not deleted: its status is set.
    """

    id: int = readonly()
    name: str = field(required=True)
    type: Literal["pos", "marketplace", "storefront", "marketing"] = field(
        required=True, create_only=True
    )
    platform: str = field(required=True, create_only=True, doc="Whose software it runs on.")
    status: Literal[
        "active",
        "prelaunch",
        "inactive",
        "connected",
        "disconnected",
        "archived",
        "deleted",
        "terminated",
    ] = field()
    external_id: str = field()
    is_listable_from_ui: bool = field()
    is_visible: bool = field()
    is_enabled: bool = readonly()
    icon_url: str = readonly()
    currencies: ChannelCurrencies | None = readonly(include="currencies")
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    active_theme = one(ChannelActiveTheme, below=True)
    currency_assignment = one(CurrencyAssignment, below=True)
    menus = one(ChannelMenus, below=True)
    site = one(ChannelSite, below=True)
    listings = many(ChannelListing)
    metafields = many(ChannelMetafield)

    endpoint = Endpoint(
        path="v3/channels",
        verbs=("list", "get", "create", "update"),
        filters={
            "available": Filter("exact", type=bool),
            "status": "in",
            "type": "in",
            "platform": "in",
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
        },
        includes="currencies",
        natural_key="name",
    )
