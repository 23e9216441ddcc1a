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
    active_theme_version_uuid: str | None = readonly(
        doc="The theme's version, of which its custom templates are."
    )
    saved_theme_configuration_uuid: str | None = readonly(
        doc="What was saved last; if it is not the active one, changes wait to be published."
    )

    endpoint = Endpoint(path="v3/channels/{channel_id}/active-theme", key=None, verbs=("get",))


class MenuSection(Struct):
    """An entry of an app in a channel's menu."""

    title: str = field(doc="What the merchant reads.")
    query_path: str = field(doc="What the address of the app's page says in `section`.")


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
    ] = field(doc="Pages of the control panel that the channel's menu shows.")
    custom_app_sections: list[MenuSection] = field(
        doc="Pages of the app that the channel's menu shows."
    )

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
    enabled_currencies: list[str] = field(
        required=True, doc="Codes of three letters of the currencies that shoppers can choose."
    )
    default_currency: str = field(
        required=True, doc="The code of the currency that shoppers see first."
    )

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
    external_id: str = field(doc="Its id in the channel's own system.")
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
    ] = field(required=True, doc="How far its listing is in the channel.")
    name: str = field(doc="What the channel calls it; the catalog's name if empty.")
    description: str = field(doc="What the channel says of it; the catalog's text if empty.")
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
    external_id: str = field(doc="Its id in the channel's own system.")
    state: ListingState = field(required=True, doc="How far the listing is in the channel.")
    name: str = field(doc="What the channel calls it; the catalog's name if empty.")
    description: str = field(doc="What the channel says of it; the catalog's text if empty.")
    variants: list[ListingVariant] = field(required=True, doc="The listings of its variants.")
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
    enabled_currencies: list[str] = readonly(
        doc="Codes of three letters of the currencies that shoppers can choose."
    )
    default_currency: str = readonly(doc="The code of the currency that shoppers see first.")


class Channel(Resource):
    """A place where the store sells. `GET /v3/channels`.

    Channel 1 is the storefront that every store has. A channel is not deleted: its status is set.
    """

    id: int = readonly()
    name: str = field(
        required=True,
        doc="As the control panel shows it: Latin letters, digits, dashes and underscores.",
    )
    type: Literal["pos", "marketplace", "storefront", "marketing"] = field(
        required=True,
        create_only=True,
        doc="What it is: a storefront, a marketplace, a point of sale, or advertising.",
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
    ] = field(
        doc="How far it is: `connected` of marketplaces and the like, `active`, `prelaunch` or `inactive` of storefronts."
    )
    external_id: str = field(doc="Its id in the system that it stands for.")
    is_listable_from_ui: bool = field(doc="Whether the control panel can list products in it.")
    is_visible: bool = field(doc="Whether the control panel shows it.")
    is_enabled: bool = readonly(doc="Deprecated: `status` says it.")
    icon_url: str = readonly(doc="The picture of its platform.")
    currencies: ChannelCurrencies | None = readonly(
        include="currencies", doc="The currencies of its shoppers."
    )
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
